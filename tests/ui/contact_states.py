"""contact_states.py - which states of the window contact-sheet makes pictures of, and how one gets there

A state is a file to open and steps, each a function of the window. LIGHTS are the ways to look at it.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import dataclasses
import os
import struct
import subprocess
import time
import zlib

from driver import BUTTONS, below, fonds, until, xdotool
from files import drag, file_manager

HERE = os.path.dirname(os.path.abspath(__file__))
DESK, PHONE = (1280, 800), (360, 720)
LIGHTS = {
    '': (DESK, {}),
    'dark': (DESK, {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}),
    'contrast': (DESK, {'ADW_DEBUG_HIGH_CONTRAST': '1'}),
    # 200 % text, told in dots an inch by the display, which overrides GTK's own settings.
    'large': (DESK, {'DPI': '192'}),
    'narrow': (PHONE, {}),
    'narrow-large': (PHONE, {'DPI': '192'}),
    'middle': ((760, 720), {}),
    # The program needs a translation, however empty, for GTK to turn the window around.
    'mirrored': (DESK, {'LC_ALL': 'he_IL.UTF-8'}),
}
ALL = tuple(LIGHTS)
MOST = ('', 'dark', 'contrast', 'large', 'narrow', 'mirrored')
TABLE = """legacyId,parentId,title,levelOfDescription,eventDates,repository
1,,Minutes,Fonds,1918/1923,Archive of the club
2,1,Letters of the year,File,1919-02,
3,9,A page without its book,Item,,
4,1,Ledgers,Fille,long ago,
"""
STATES = []


@dataclasses.dataclass
class State:
    """A state of the window, and in which lights it is looked at."""
    name: str
    steps: list
    lights: tuple = ('',)
    file: str = ''
    environment: dict = dataclasses.field(default_factory=dict)
    pointer: tuple = (0, 0)  # where the mouse rests
    whole: bool = False      # what is in front keeps its size: it is no dialog


def ready(window):
    window.wait_label(lambda name: name.endswith((' records', ' record')))
    time.sleep(0.5)


def section(name):
    def go(window):
        ready(window)
        window.click(window.row('Sections', name))
        time.sleep(0.5)
    return go


def search(words):
    def go(window):
        ready(window)
        window.write('Search', words)
        time.sleep(0.8)
    return go


def read(words, result=0):
    """Searches, and reads one of the results."""
    def go(window):
        search(words)(window)
        window.keys('ctrl+f', 'Down', *['Down'] * result)
        time.sleep(0.2)
        window.keys('Return')
        time.sleep(1)
    return go


def press(name):
    def go(window):
        window.press(name)
        time.sleep(0.8)
    return go


def press_like(words):
    """Presses the first button whose name begins with these words."""
    def go(window):
        def button():
            return next((n for n in below(window.root, True)
                         if n.getRoleName() in BUTTONS and n.name.startswith(words)), None)
        window.do(until(button, f'button “{words}…”'), 'click')
        time.sleep(1.2)
    return go


def tab(name):
    """Shows a page of a dialog."""
    def go(window):
        window.click(window.find(('page tab', 'toggle button', 'radio button', 'tab'), name))
        time.sleep(0.8)
    return go


def tick(*names):
    """Narrows the results, and closes the panel."""
    def go(window):
        for name in names:
            window.click(window.row('Filters', name))
            time.sleep(0.8)
        window.keys('Escape')
        time.sleep(0.5)
    return go


def keys(*names):
    def go(window):
        window.keys(*names)
        time.sleep(0.8)
    return go


def do(action):
    def go(window):
        window.act(action)
        time.sleep(1)
    return go


def choose(*paths):
    """Types paths into GTK's file chooser."""
    def go(window):
        time.sleep(0.8)
        window.keys('ctrl+a')
        xdotool('type', '--delay', '15', *paths)
        time.sleep(0.8)
        window.keys('Return')
        time.sleep(2.5)
    return go


def drop(paths):
    """Drags files out of another program's window onto the record, and takes that window away."""
    def go(window):
        with file_manager(paths) as source:
            drag(window, source, window.find('panel', 'Record'))
            time.sleep(1.5)
    return go


def write(path, content):
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def chunk(name, content):
    return (struct.pack('>I', len(content)) + name + content
            + struct.pack('>I', zlib.crc32(name + content)))


def scans(folder, count):
    """Little pictures, no two alike."""
    return [write(os.path.join(folder, f'page {number}.png'),
                  b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 6, 8, 8, 2, 0, 0, 0))
                  + chunk(b'IDAT', zlib.compress((b'\0' + bytes((number * 9, 90, 120)) * 6) * 8))
                  + chunk(b'IEND', b'')) for number in range(1, count + 1)]


def begin_with(folder):
    """An environment in which the program begins with a choice of catalogues."""
    settings = os.path.join(folder, 'config', 'glib-2.0', 'settings')
    os.makedirs(settings, exist_ok=True)
    write(os.path.join(settings, 'keyfile'), "[org/fonds/Fonds]\nstart-page='welcome'\n")
    return {'GSETTINGS_BACKEND': 'keyfile', 'XDG_CONFIG_HOME': os.path.join(folder, 'config')}


def translate(folder, program):
    """An empty translation into Hebrew. A catalogue of no messages but its header."""
    header = b'Content-Type: text/plain; charset=UTF-8\nLanguage: he\n'
    path = os.path.join(folder, 'he', 'LC_MESSAGES')
    os.makedirs(path)
    write(os.path.join(path, 'fonds.mo'),
          struct.pack('<7I', 0x950412de, 0, 1, 28, 36, 0, 44) + struct.pack('<4I', 0, 44, len(header), 45)
          + b'\0' + header + b'\0')
    LIGHTS['mirrored'][1]['FONDS_LOCALEDIR'] = folder


def prepare(folder, program):
    """Makes the catalogues and tables of all states in a folder, and lists the states."""
    table = write(os.path.join(folder, 'club.csv'), TABLE)
    sample, empty, kinds, mixed = (os.path.join(folder, name + '.fonds')
                                   for name in ('sample', 'empty', 'kinds', 'mixed'))
    fonds('new', sample, '--sample')
    fonds('new', empty)
    maker = os.path.join(os.path.dirname(program), '..', 'tests', 'ui', 'make-records')
    for path, fixture in ((kinds, 'kinds'), (mixed, 'records')):
        subprocess.run([maker, path, os.path.join(HERE, '..', 'fixtures', 'records', fixture + '.tsv')],
                       check=True)
    translate(folder, program)
    browse(sample, empty)
    pages(sample, kinds, mixed)
    pictures(sample, kinds, folder)
    dialogs(sample, empty, table, folder)


def add(name, steps, lights=('',), **how):
    STATES.append(State(name, steps, lights, **how))


def browse(sample, empty):
    """The sidebar and the results in all their views."""
    add('everything', [ready], ALL, file=sample)
    for name in ('Archive', 'Conferences', 'Institutions', 'People', 'Places', 'Subjects', 'Sources'):
        add('section-' + name.lower(), [section(name), keys('ctrl+f', 'Down', 'Return')], file=sample)
    to_list = keys('ctrl+f', 'Down')
    add('table', [ready, to_list, keys('ctrl+2')], MOST, file=sample)
    add('grid', [ready, to_list, keys('ctrl+3')], MOST, file=sample)
    add('selection', [ready, to_list, keys('shift+Down', 'shift+Down')], MOST, file=sample)
    add('table-selection', [ready, to_list, keys('ctrl+2'), keys('ctrl+a')], file=sample)
    add('context-menu', [search('illustrative kind:unit'), to_list, keys('Menu')], MOST, file=sample,
        whole=True)
    add('quick-look', [ready, to_list, keys('space')], MOST, file=sample)
    add('go-to', [ready, to_list, keys('ctrl+g')], MOST, file=sample, whole=True)
    add('filters', [ready, press('Filters')], MOST, file=sample, whole=True)
    add('chips', [ready, press('Filters'), tick('People', 'Places')],
        ('', 'narrow'), file=sample)
    add('sort', [ready, press('Sort')], ('', 'narrow'), file=sample, whole=True)
    add('view', [ready, press('View')], ('', 'narrow'), file=sample, whole=True)
    add('menu', [ready, press('Main menu')], ('', 'dark', 'narrow', 'large'), file=sample, whole=True)
    add('bookmarks', [section('People'), to_list, keys('Return', 'ctrl+d', 'Down', 'Return', 'ctrl+d')],
        MOST, file=sample)
    add('nothing', [search('xyzzyq')], ('', 'narrow', 'large'), file=sample)
    add('query-error', [search('date:nonsense')], ('', 'narrow'), file=sample)
    add('focus', [ready, keys('ctrl+f', 'Tab')], file=sample)
    add('sidebar-away', [ready, keys('F9')], file=sample)
    add('empty', [ready], MOST, file=empty)


def pages(sample, kinds, mixed):
    """A page for each kind of record."""
    add('item', [read('press')], ALL, file=sample)
    add('person', [read('kind:person', 1)], ALL, file=sample)
    for name, path in (('fonds', sample), ('place', kinds), ('subject', kinds), ('institution', kinds),
                       ('source', kinds), ('conference', kinds), ('session', kinds),
                       ('contribution', kinds), ('container', kinds), ('accession', kinds),
                       ('family', mixed)):
        kind = 'unit level:fonds' if name == 'fonds' else name
        add(name, [read('kind:' + kind)], MOST, file=path)
    add('restricted', [read('kind:unit access:restricted')], file=mixed)
    add('record-menu', [read('kind:person', 1), press('Record menu')], MOST, file=sample, whole=True)


def pictures(sample, kinds, folder):
    """Pictures and files: on the page, in the viewer, and how they come to a record."""
    street = read('street')
    view = [street, press_like('Illustration made for Fonds: a street')]
    add('media', [street], MOST, file=sample)
    add('viewer', view, MOST, file=sample)
    add('viewer-zoomed', [*view, keys('1'), keys('plus', 'plus')], ('', 'narrow'), file=sample)
    add('viewer-menu', [*view, press('Picture menu')], ('', 'dark'), file=sample, whole=True)
    add('viewer-screen', [*view, keys('F11')], file=sample, whole=True)
    add('attach', [read('kind:accession'), lambda window: window.write('Search', ''),
                   read('kind:unit'), drop(scans(folder, 12))], ('', 'dark', 'large'), file=kinds)


def dialogs(sample, empty, table, folder):
    """What stands in front of the window, or in its place."""
    wait = lambda window: time.sleep(1.5)  # noqa: E731
    offered = [ready, keys('ctrl+i'), keys('alt+f'), choose(table)]
    add('preferences', [ready, keys('ctrl+comma')], MOST, file=sample)
    add('preferences-end', [ready, keys('ctrl+comma'), keys('shift+Tab', 'shift+Tab')],
        ('', 'narrow'), file=sample)
    add('shortcuts', [ready, keys('ctrl+question')], MOST, file=sample)
    add('backups', [ready, *[wait] * 5, do('win.backups')], MOST, file=sample)
    add('import', [ready, keys('ctrl+i')], MOST, file=empty)
    add('import-outcome', offered, MOST, file=empty)
    for name in ('Columns', 'File', 'Mapping'):
        add('import-' + name.lower(), [*offered, tab(name)], MOST, file=empty)
    add('import-done', [*offered, press_like('Import 3'), wait], MOST, file=empty)
    add('export', [ready, keys('ctrl+e')], MOST, file=sample)
    add('completeness', [ready, do('win.report'), wait], MOST, file=sample)
    add('print', [read('kind:person', 1), keys('ctrl+p')], file=sample, whole=True)
    add('about', [ready, keys('F10', 'Up', 'Return'), wait], file=sample)
    welcome = begin_with(folder)
    add('welcome', [wait], MOST, environment=welcome)
    add('welcome-recent', [wait, wait], MOST,
        environment=dict(welcome, XDG_STATE_HOME=recent(folder, sample, empty)))
    add('foreign-file', [wait], ('', 'narrow', 'large'), file=table)
    add('missing-file', [wait], file=os.path.join(folder, 'gone.fonds'))


def recent(folder, *paths):
    """A folder of the program's memory that knows catalogues."""
    state = os.path.join(folder, 'state')
    os.makedirs(os.path.join(state, 'fonds'))
    write(os.path.join(state, 'fonds', 'desk.ini'),
          '[recent]\ncatalogues=' + ''.join(path + ';' for path in paths) + '\n')
    return state
