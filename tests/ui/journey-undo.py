#!/usr/bin/python3
"""journey-undo.py - an import is taken back and brought back in the window

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import fonds, program, room, run, until  # noqa: E402

TABLE = 'legacyId,title,levelOfDescription\n1,Minutes,Fonds\n2,Ledgers,Fonds\n3,Plans,Fonds\n'


def make(folder):
    """A catalogue into which three records were imported."""
    catalogue = os.path.join(folder, 'club.fonds')
    table = os.path.join(folder, 'club.csv')
    with open(table, 'w', encoding='utf-8') as file:
        file.write(TABLE)
    fonds('new', catalogue)
    fonds('import', catalogue, table)
    return catalogue


def undo_and_redo():
    """An import is taken back by Ctrl+Z and brought back by Ctrl+Shift+Z, and the window says so"""
    with room() as folder, program(make(folder)) as window:
        window.wait_label('3 records')
        until(lambda: 'win.undo' in window.actions(), 'something to undo')
        window.keys('ctrl+z')
        window.wait_label(lambda name: name.startswith('Taken back: '))
        window.wait_label('0 records')
        until(lambda: 'win.redo' in window.actions(), 'something to redo')
        window.keys('ctrl+shift+z')
        window.wait_label(lambda name: name.startswith('Brought back: '))
        window.wait_label('3 records')


def survives():
    """What was imported before the window was opened can be taken back in it, and stays so"""
    with room() as folder:
        catalogue = make(folder)
        with program(catalogue) as window:
            window.wait_label('3 records')
            window.act('win.undo')
            window.wait_label('0 records')
            window.wait_label('The catalogue is empty')
        with program(catalogue) as window:
            window.wait_label('0 records')


def elsewhere():
    """What another program imports is seen in the open window"""
    with room() as folder:
        catalogue = make(folder)
        table = os.path.join(folder, 'more.csv')
        with program(catalogue) as window:
            window.wait_label('3 records')

            # The window looks about once a second, and not before its first look; so somebody
            # imports one record after another until it has noticed.
            def noticed():
                elsewhere.number += 1
                with open(table, 'w', encoding='utf-8') as file:
                    file.write('legacyId,title,levelOfDescription\n'
                               f'{elsewhere.number},Photographs,Fonds\n')
                fonds('import', catalogue, table)
                return not window.look('label', '3 records')
            until(noticed, 'more records')
            window.row('Results', 'Photographs')


elsewhere.number = 10


if __name__ == '__main__':
    run(undo_and_redo, survives, elsewhere)
