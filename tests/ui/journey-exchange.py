#!/usr/bin/python3
"""journey-exchange.py - a table comes in, what is missing is seen, and records go out

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import BUTTONS, below, fonds, program, room, run, until, xdotool  # noqa: E402
from files import drag, file_manager  # noqa: E402

LIST = ('list', 'list box')
TABLE = """legacyId,parentId,identifier,title,levelOfDescription,culture
1,,M,Minutes,Fonds,en
2,1,1,Letters of the year,File,en
3,9,7,A page without its book,Item,en
"""


def table(folder, text=TABLE, name='club.csv'):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)
    return path


def empty(folder):
    path = os.path.join(folder, 'Club.fonds')
    fonds('new', path)
    return path


def sample(folder):
    path = os.path.join(folder, 'Sample.fonds')
    fonds('new', path, '--sample')
    return path


def dialog(window, name):
    return until(lambda: next((n for n in window.root if n.name == name), None), f'the dialog “{name}”')


def bring_in(window, path):
    """Drops a table on the window."""
    with file_manager([path]) as source:
        drag(window, source, window.find(LIST, 'Sections'))
        dialog(window, 'Import')


def dropped_table():
    """A table dropped on the window says what will happen before it happens, and Undo takes it back"""
    with room() as folder, program(empty(folder)) as window:
        window.wait_label('The catalogue is empty')
        bring_in(window, table(folder))
        asked = dialog(window, 'Import')
        for words in ('2 new', '0 changed', '1 refused'):
            window.find(BUTTONS, words, asked)
        window.press('Import 2 records', asked)
        window.wait_label('2 records')
        until(lambda: any('refused' in n.name for n in below(dialog(window, 'Import'))), 'the report')
        window.press('Close', dialog(window, 'Import'))
        window.act('win.undo')
        window.wait_label('The catalogue is empty')


def again():
    """The same table with its rows shuffled changes nothing, and with one cell edited changes one record"""
    with room() as folder, program(empty(folder)) as window:
        window.wait_label('The catalogue is empty')
        head, *rows = TABLE.splitlines()[:3]
        path = table(folder, '\n'.join([head, *rows]) + '\n')
        fonds('import', os.path.join(folder, 'Club.fonds'), path)
        window.wait_label('2 records')
        bring_in(window, table(folder, '\n'.join([head, *reversed(rows)]) + '\n', 'renamed.csv'))
        window.find(BUTTONS, '2 unchanged', dialog(window, 'Import'))
        window.find(BUTTONS, '0 changed', dialog(window, 'Import'))
        window.keys('Escape')
        until(lambda: len(window.root) == 1, 'the window alone')
        edited = rows[1].replace('Letters of the year', 'Letters of two years')
        bring_in(window, table(folder, '\n'.join([head, edited, rows[0]]) + '\n', 'edited.csv'))
        window.find(BUTTONS, '1 changed', dialog(window, 'Import'))
        window.press('Import 1 record', dialog(window, 'Import'))
        window.row('Results', 'Letters of two years')


def ending_meanwhile():
    """A program that is asked to end while a dialog is open ends, and leaves the catalogue as it was"""
    with room() as folder:
        path = empty(folder)
        for action, name in (('win.import', 'Import'), ('win.report', 'Completeness'),
                             ('win.backups', 'Backups')):
            with program(path) as window:
                window.act(action)
                dialog(window, name)
        with program(sample(folder)) as window:
            window.act('win.export')
            asked = dialog(window, 'Export')
            until(lambda: any(n.getRoleName() == 'list item' and n.name.endswith(' records')
                              for n in below(asked)), 'what would go out')
            window.press('Export…', asked)
            until(lambda: len(window._windows()) == 3, 'the chooser')
        assert 'The catalogue is empty' in fonds('stats', path)


def gaps():
    """The completeness report counts what is lacking, and each of its rows leads to the record"""
    with room() as folder, program(sample(folder)) as window:
        window.wait_label('61 records')
        window.act('win.report')
        report = dialog(window, 'Completeness')
        window.click(window.find('list item', 'Sources: Date', report))
        row = until(lambda: next((n for n in below(report) if n.getRoleName() == 'list item'
                                  and n.name.startswith('Photograph of the conference')), None),
                    'the record')
        window.click(row, 2)
        window.reads('Photograph of the conference')


def taking_out():
    """What was found goes out as tables that know their records when they come in again"""
    with room() as folder, program(sample(folder)) as window:
        window.wait_label('61 records')
        window.write('Search', 'kind:institution')
        window.wait_label('11 records')
        window.act('win.export')
        out = dialog(window, 'Export')
        window.find(BUTTONS, 'Export…', out)
        target = os.path.join(folder, 'institutions')
        until(lambda: any(n.getRoleName() == 'list item' and n.name.endswith(' records')
                          for n in below(out)), 'what would go out')
        window.press('Export…', out)
        until(lambda: len(window._windows()) == 3, 'the chooser')
        xdotool('key', 'ctrl+a')
        xdotool('type', '--delay', '15', target)
        xdotool('key', 'Return')
        window.wait_label(lambda name: name.startswith('Exported '))
        said = fonds('import', '--dry-run', os.path.join(folder, 'Sample.fonds'),
                     *(os.path.join(place, name) for place, _, names in os.walk(target)
                       for name in sorted(names) if name.endswith('.csv')))
        assert 'Institutions: 0 new' in said and ' 1 refused' not in said, said


if __name__ == '__main__':
    run(dropped_table, again, ending_meanwhile, gaps, taking_out)
