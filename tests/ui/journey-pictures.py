#!/usr/bin/python3
"""journey-pictures.py - pictures are found, looked at closely, dragged in, and taken away again

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import random
import struct
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (BUTTONS, GROUPS, PATIENCE, below, equal, fonds, program, room, run,  # noqa: E402
                    said, until, xdotool)
from files import drag, file_manager  # noqa: E402

STREET = 'Illustration made for Fonds: a street that is no real street'
PLAN = 'Illustration made for Fonds: a plan of no real place'
ALBUM = """legacyId,identifier,title,levelOfDescription,culture
1,A,Album of the quarter,File,en
"""


def sample(folder):
    path = os.path.join(folder, 'Sample.fonds')
    fonds('new', path, '--sample')
    return path


def album(folder):
    """A catalogue with one file that has no pages yet."""
    path, table = os.path.join(folder, 'Album.fonds'), os.path.join(folder, 'album.csv')
    with open(table, 'w', encoding='utf-8') as file:
        file.write(ALBUM)
    fonds('new', path)
    fonds('import', path, table)
    return path


def chunk(name, content):
    return (struct.pack('>I', len(content)) + name + content
            + struct.pack('>I', zlib.crc32(name + content)))


def scans(folder, *names):
    """Little pictures, no two alike."""
    paths = [os.path.join(folder, name) for name in names]
    for number, path in enumerate(paths):
        line = b'\0' + bytes((number % 256, number // 256, 120)) * 6
        with open(path, 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 6, 8, 8, 2, 0, 0, 0))
                       + chunk(b'IDAT', zlib.compress(line * 8)) + chunk(b'IEND', b''))
    return paths


def read(window, words, title):
    window.wait_label(lambda name: name.endswith((' records', ' record')))
    window.write('Search', words)
    window.click(window.row('Results', title))
    window.reads(title)


def magnification(window):
    bar = window.find('status bar')
    return int(said(bar).split()[0])


def captions(window):
    """What the pictures of the record are called."""
    page = window.find(GROUPS, 'Pictures and files')
    return [n.name for n in below(page, True) if n.getRoleName() in BUTTONS and n.name]


def street():
    """A picture of a street is found by its caption, its sign is read closely, its citation copied"""
    with room() as folder, program(sample(folder)) as window:
        read(window, 'street', 'Conference records (illustrative)')
        window.click(window.find(BUTTONS, STREET))
        window.wait_label('1 of 2')
        picture = window.find('image', STREET)
        until(lambda: window._box(picture), 'the picture on the screen')
        whole = until(lambda: magnification(window), 'the picture')
        window.point(picture, 0.35, 0.6)

        def nearer():
            xdotool('click', '--repeat', '2', '--delay', '60', '4')
            return magnification(window) > 2 * whole
        until(nearer, 'the sign, larger')
        near = magnification(window)
        window.keys('Right', 'Down', 'plus')
        until(lambda: magnification(window) > near, 'larger still')
        window.keys('0')
        until(lambda: magnification(window) == whole, 'the whole picture')
        window.keys('Escape')
        window.reads('Conference records (illustrative)')
        window.keys('ctrl+shift+c')
        window.wait_label(lambda name: 'itation' in name)
        window.keys('ctrl+f', 'ctrl+a', 'ctrl+v')
        until(lambda: 'Conference records' in window.text('Search'), 'the citation')


def pages():
    """Pages are turned by keys and in the strip, fill the screen, and turn upside down"""
    with room() as folder, program(sample(folder)) as window:
        read(window, 'street', 'Conference records (illustrative)')
        window.click(window.find(BUTTONS, STREET))
        window.wait_label('1 of 2')
        window.keys('Page_Down')
        window.wait_label('2 of 2')
        window.find('image', PLAN)
        window.keys('Home')
        window.wait_label('1 of 2')
        window.keys('r', 'r', 'F11')
        screen = xdotool('getdisplaygeometry').split()
        until(lambda: window.size() == tuple(map(int, screen)), 'the whole screen')
        window.keys('Escape')
        until(lambda: window.size() != tuple(map(int, screen)), 'a window')
        window.keys('Escape')
        window.reads('Conference records (illustrative)')


def one_file():
    """A picture that is dragged onto a record hangs on it, and Undo takes it off again"""
    with room() as folder, program(album(folder)) as window:
        path = scans(folder, 'gate.png')
        read(window, 'album', 'Album of the quarter')
        with file_manager(path) as source:
            drag(window, source, window.find(GROUPS, 'Record'))
            until(lambda: any('gate' in name for name in captions(window)), 'the picture')
        window.act('win.undo')
        until(lambda: not any('gate' in name for name in captions(window)), 'the record without it')
        window.act('win.redo')
        until(lambda: any('gate' in name for name in captions(window)), 'the picture again')


def many_scans():
    """500 scans dropped on a file are asked about once, and become items in the order of their numbers"""
    with room() as folder, program(album(folder)) as window:
        order = list(range(1, 501))
        random.Random(500).shuffle(order)
        paths = scans(folder, *(f'page {number}.png' for number in order))
        read(window, 'album', 'Album of the quarter')
        window.write('Search', '')
        with file_manager(paths) as source:
            drag(window, source, window.find(GROUPS, 'Record'))
            asked = until(lambda: next((n for n in below(window.root)
                                        if n.getRoleName() in BUTTONS and 'items' in n.name), None),
                          'the question')
        window.do(asked, 'click')
        window.wait_label('501 records', 4 * PATIENCE)
        items = json.loads(fonds('search', os.path.join(folder, 'Album.fonds'), 'level:item',
                                 '--sort', 'hierarchy', '--limit', '600', '--json'))['records']
        equal([item['title'] for item in items], [f'page {number}' for number in range(1, 501)])
        window.act('win.undo')
        window.wait_label('1 record')


if __name__ == '__main__':
    run(street, pages, one_file, many_scans)
