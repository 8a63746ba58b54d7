#!/usr/bin/python3
"""journey-browse.py - from the first start to a record, by keyboard, mouse and screen reader

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import below, equal, program, room, run, until  # noqa: E402

LIST = ('list', 'list box')


def home(folder):
    """An environment in which the program starts for the first time."""
    return {'XDG_DATA_HOME': os.path.join(folder, 'data'),
            'XDG_STATE_HOME': os.path.join(folder, 'state')}


def records(window):
    """The number that the label above the results says, as soon as it says one."""
    label = window.wait_label(lambda name: name.endswith((' records', ' record')))
    return int(label.name.split()[0])


def search(window, words, wanted):
    window.write('Search', words)
    window.wait_label('1 record' if wanted == 1 else f'{wanted} records')


def first_start():
    """The first start makes the sample catalogue and shows its records"""
    with room() as folder, program(environment=home(folder)) as window:
        assert records(window) > 20
        until(lambda: all(window.names('Results', 5)), 'rows with names')
        sections = window.names('Sections')
        equal(sections[:2], ['Everything', 'Archive'])


def second_start():
    """The second start opens the same catalogue again, without making it anew"""
    with room() as folder:
        with program(environment=home(folder)) as window:
            count = records(window)
        made = os.stat(os.path.join(folder, 'data', 'fonds')).st_mtime
        with program(environment=home(folder)) as window:
            equal(records(window), count)
        assert os.stat(os.path.join(folder, 'data', 'fonds')).st_mtime >= made


def ending():
    """Ctrl+Q, SIGTERM and closing the window all close the catalogue in good order"""
    with room() as folder:
        for end in ('quit', 'terminate', 'close'):
            with program(environment=home(folder)) as window:
                records(window)
                if end == 'quit':
                    window.keys('ctrl+q')
                elif end == 'close':
                    window.act('win.close')
                if end != 'terminate':
                    until(lambda: window.process.poll() is not None, 'the end')
            equal(sorted(os.listdir(os.path.join(folder, 'data', 'fonds'))),
                  ['Sample.fonds', 'Sample.fonds-media'])


def typing():
    """Typing finds across scripts: ohayon, Охайон and אוחיון are one person"""
    with room() as folder, program(environment=home(folder)) as window:
        count = records(window)
        for words in ('ohayon', 'Охайон', 'אוחיון'):
            window.write('Search', words)
            until(lambda: records(window) < count, f'fewer records for {words}')
            window.row('Results', 'Shimon Ohayon')
            window.write('Search', '')
            window.wait_label(f'{count} records')


def real_keys():
    """Ctrl+F goes to the search, Return to the list, and the arrows show record after record"""
    with room() as folder, program(environment=home(folder)) as window:
        count = records(window)
        window.keys('ctrl+f')
        window.keys('b', 'a', 'k', 'u')
        until(lambda: 0 < records(window) < count, 'fewer records')
        window.keys('Return')
        first, second = [name.split(',')[0] for name in window.names('Results', 2)]
        window.reads(first)
        window.keys('Down')
        window.reads(second)
        window.keys('ctrl+f', 'Escape')
        window.wait_label(f'{count} records')


def nothing_found():
    """What isn't there is said in words, and a broken query too"""
    with room() as folder, program(environment=home(folder)) as window:
        records(window)
        window.write('Search', 'xyzzyq')
        window.wait_label('Nothing found')
        window.wait_label(lambda name: '“xyzzyq”' in name)
        window.write('Search', '')
        count = records(window)
        window.write('Search', 'date:nonsense')
        until(lambda: window.find('entry', 'Search'), 'the entry')
        window.wait_label(f'{count} records')


def narrow_by_section():
    """A section shows its own records and says how many there are"""
    with room() as folder, program(environment=home(folder)) as window:
        everything = records(window)
        window.click(window.row('Sections', 'Institutions'))
        until(lambda: records(window) < everything, 'fewer records')
        for name in window.names('Results', 5):
            assert 'Institution' in name, name
        window.click(window.row('Sections', 'Everything'))
        window.wait_label(f'{everything} records')


def narrow_by_filter():
    """A filter is ticked in the panel and taken away by its chip"""
    with room() as folder, program(environment=home(folder)) as window:
        everything = records(window)
        window.press('Filters')
        window.do(window.row('Filters', 'Places'), 'filter.toggle')
        until(lambda: records(window) < everything, 'fewer records')
        window.keys('Escape')
        window.press('Remove filter Kind: Places')
        window.wait_label(f'{everything} records')


def clear_filters():
    """All filters go at once, the words stay"""
    with room() as folder, program(environment=home(folder)) as window:
        records(window)
        window.write('Search', 'baku')
        until(lambda: window.row('Results', 'Baku'), 'Baku')
        count = records(window)
        window.press('Filters')
        window.do(window.row('Filters', 'Places'), 'filter.toggle')
        until(lambda: records(window) < count, 'fewer records')
        window.keys('Escape')
        window.act('win.clear-filters')
        window.wait_label(f'{count} records')


def order():
    """The order is chosen from a menu and can be turned round"""
    with room() as folder, program(environment=home(folder)) as window:
        records(window)
        window.click(window.row('Sections', 'People'))
        window.press('Sort')
        window.choose('Title', place=1)
        until(lambda: window.names('Results', 3) == sorted(window.names('Results', 3)), 'A to Z')
        first = window.names('Results', 1)
        window.press('Sort')
        window.choose('Backwards', place=-1)
        until(lambda: window.names('Results', 1) != first, 'Z to A')


def tree():
    """The hierarchy unfolds, and the search can be kept under one of its records"""
    with room() as folder, program(environment=home(folder)) as window:
        everything = records(window)
        top = until(lambda: [n for n in window.names('Hierarchy') if n], 'the hierarchy')
        row = window.row('Hierarchy', top[0].split(',')[0])
        window.do(expander(window, row), 'listitem.expand')
        until(lambda: len(window.names('Hierarchy')) > len(top), 'children')
        window.click(row)
        window.press('Only under this')
        until(lambda: records(window) < everything, 'fewer records')
        window.act('win.clear-filters')
        window.wait_label(f'{everything} records')


def expander(window, row):
    """The node of a row that can unfold."""
    def can_unfold(node):
        try:
            actions = node.queryAction()
        except NotImplementedError:
            return False
        return 'listitem.expand' in [actions.getName(i) for i in range(actions.nActions)]
    return until(lambda: next((n for n in below(row, True) if can_unfold(n)), None), 'an expander')


def sidebar():
    """F9 hides the sidebar and brings it back"""
    with room() as folder, program(environment=home(folder)) as window:
        records(window)
        window.find(LIST, 'Sections')
        window.keys('F9')
        window.find(('push button', 'button'), 'Sidebar')
        window.keys('F9')
        window.row('Sections', 'Everything')


def small_window():
    """In a narrow window a record is opened by one click and left by Back"""
    with room() as folder, program(environment=home(folder)) as window:
        records(window)
        window.resize(380, 640)
        until(lambda: window.look(('push button', 'button'), 'Sidebar'), 'the button to the sidebar')
        window.write('Search', 'ohayon')
        window.click(window.row('Results', 'Shimon Ohayon'))
        window.reads('Shimon Ohayon')
        window.find(('push button', 'button'), 'Back')
        window.act('win.go-back')
        until(lambda: 'win.go-back' in window.actions(), 'the results, before the sidebar')
        window.act('win.go-back')
        until(lambda: 'win.go-back' not in window.actions(), 'the sidebar')


def import_dialog():
    """The import dialog is opened from the window and left without a change"""
    with room() as folder, program(environment=home(folder)) as window:
        count = records(window)
        window.keys('ctrl+i')
        window.wait_label('Import records')
        window.keys('Escape')
        until(lambda: not window.look('label', 'Import records'), 'the window alone')
        window.wait_label(f'{count} records')


def broken_file():
    """A file that is no catalogue is refused with advice, and the window stays"""
    with room() as folder:
        path = os.path.join(folder, 'letter.fonds')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('Dear archive, ' * 100)
        with program(path, environment=home(folder)) as window:
            window.wait_label('This isn’t a catalogue')
            window.find(('push button', 'button'), 'Open another…')


def missing_file():
    """A file that is gone is said to be gone"""
    with room() as folder, program(os.path.join(folder, 'gone.fonds'),
                                   environment=home(folder)) as window:
        window.wait_label('The catalogue isn’t there')


if __name__ == '__main__':
    run(first_start, second_start, ending, typing, real_keys, nothing_found, narrow_by_section,
        narrow_by_filter, clear_filters, order, tree, sidebar, small_window, import_dialog,
        broken_file, missing_file)
