#!/usr/bin/python3
"""journey-results.py - results as list, table and pictures; choosing many; going to a place

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import (GROUPS, MENU_ITEMS, below, equal, fonds, program, room, run, said,  # noqa: E402
                    until, xdotool)

STREET = 'Conference records (illustrative)'


def sample(folder):
    path = os.path.join(folder, 'Sample.fonds')
    fonds('new', path, '--sample')
    return path


def ready(window):
    window.wait_label('61 records')
    window.row('Results', 'Archives and other evidence')


def named(window):
    """The rows of the table, top down."""
    table = window.find('tree table', 'Results')
    rows = next(n for n in below(table) if n.getRoleName() == 'list')
    return [rows[i].name for i in range(min(rows.childCount, 8))]


def titles(window):
    return [name.split(',')[0] for name in named(window)]


def as_table():
    """Ctrl+2 shows a table, which a click on a column's head puts in its order, and another turns round"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        window.keys('ctrl+f', 'Down', 'ctrl+2')
        until(lambda: titles(window) == sorted(titles(window), key=str.casefold), 'A to Z')
        head = next(n for n in below(window.find('tree table', 'Results'), True)
                    if n.getRoleName() == 'label' and n.name == 'Title')
        window.click(head)
        window.point(head, 3, 0.5)  # beside, so that it is no double click
        xdotool('click', '1')
        until(lambda: titles(window) == sorted(titles(window), key=str.casefold, reverse=True), 'Z to A')
        equal(titles(window)[0], 'Zionism in the region')
        window.click(head)
        until(lambda: titles(window)[0] == 'Archives and other evidence for research', 'A to Z again')


def as_pictures():
    """Ctrl+3 shows pictures; the next start shows them again"""
    with room() as folder:
        path = sample(folder)
        home = {'XDG_STATE_HOME': os.path.join(folder, 'state')}
        with program(path, environment=home) as window:
            ready(window)
            window.keys('ctrl+f', 'Down', 'ctrl+3')
            until(lambda: [n for n in window.names('Results', 6) if n], 'cells')
            window.find('table', 'Results')
            window.keys('ctrl+q')
            until(lambda: window.process.poll() is not None, 'the end')
        with program(path, environment=home) as window:
            window.wait_label('61 records')
            window.find('table', 'Results')


def quick_look():
    """Space looks at a record without leaving the list, the arrows go on, Escape comes back"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        window.keys('ctrl+f', 'Down', 'space')
        look = window.find(GROUPS, 'Quick look')

        def says(title):
            return lambda: any(n.name == title for n in below(look, True))
        until(says('Archives and other evidence for research'), 'the first record')
        window.keys('Down')
        until(says('Art and culture'), 'the second record')
        window.keys('Escape')
        until(lambda: not says('Art and culture')() or not look_is_open(look), 'the list alone')
        window.keys('Down')
        window.reads('Ashkelon')


def look_is_open(look):
    return look.queryComponent().getExtents(0).width > 0


def choosing():
    """Ctrl+A chooses everything, which is counted, copied as citations, let go, and can be pasted"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        window.keys('ctrl+f', 'Down', 'ctrl+a')
        window.find('status bar', '61 selected')
        window.keys('ctrl+shift+c')
        window.wait_label('61 records copied')
        window.press('Clear selection')
        until(lambda: not window.look('status bar', '61 selected'), 'nothing chosen')
        window.keys('ctrl+f', 'ctrl+v')
        until(lambda: 'Zionism in the region' in window.text('Search'), 'the last citation')


def some():
    """Shift and arrows choose a few, which stay chosen while one goes on searching"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        window.keys('ctrl+f', 'Down', 'shift+Down', 'shift+Down')
        window.find('status bar', '3 selected')
        window.write('Search', 'a')
        window.wait_label(lambda name: name.endswith(' records') and name != '61 records')
        until(lambda: next(n for n in below(window.root) if n.getRoleName() == 'status bar'
                           and said(n).endswith(' selected')), 'what stays chosen')


def menu():
    """The menu key opens what can be done with the record, and its reference code can be copied"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        window.write('Search', 'illustrative kind:unit level:fonds')
        window.wait_label('1 record')
        window.keys('ctrl+f', 'Down', 'Menu')
        until(lambda: [n for n in below(window.root) if n.getRoleName() in MENU_ITEMS], 'the menu')
        window.choose('Copy reference code', place=7)
        window.keys('ctrl+f', 'ctrl+a', 'ctrl+v')
        until(lambda: window.text('Search') == 'CR', 'the reference code')


def going_to():
    """Ctrl+G goes to a title that begins so, and to a row by its number"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        window.keys('ctrl+f', 'Down', 'ctrl+g')
        window.write('Go to', 'Shimon')
        window.keys('Return')
        window.reads('Shimon Ohayon')
        window.keys('ctrl+g')
        window.write('Go to', '1')
        window.keys('Return')
        window.reads('Archives and other evidence for research')


def type_ahead():
    """Letters typed in the hierarchy go to the record whose title begins with them"""
    with room() as folder, program(sample(folder)) as window:
        ready(window)
        row = window.row('Hierarchy', STREET)
        window.click(row)
        window.reads(STREET)
        window.keys('Right')
        until(lambda: len(window.names('Hierarchy')) == 5, 'the series')
        window.keys('p', 'h')
        window.reads('Photographs')


if __name__ == '__main__':
    run(as_table, as_pictures, quick_look, choosing, some, menu, going_to, type_ahead)
