#!/usr/bin/python3
"""journey-names.py - a screen reader says of every button and field what a person sees

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import BUTTONS, GROUPS, MENU_ITEMS, below, equal, fonds, program, room, run, until  # noqa: E402

NAMED = (*BUTTONS, 'entry', 'text', 'combo box', 'check box', 'switch', 'list', 'tree table', 'spin button')
# What GTK 4.8 makes itself, without a name: inner lists of a column view and of a combo row, and
# parts of the shortcuts window.
OF_GTK = ('GtkColumnListView', 'GtkListView')
STREET = 'Illustration made for Fonds: a street that is no real street'


def sample(folder):
    path = os.path.join(folder, 'Sample.fonds')
    fonds('new', path, '--sample')
    return path


def badly_named(node):
    """Nothing at all, a widget's type, or the mark of a mnemonic."""
    return not node.name or node.name in ('GtkImage', 'GtkEntry') or '_' in node.name or \
        (node.name.startswith(('Gtk', 'Adw', 'Fonds')) and node.name not in OF_GTK)


def on_screen(node):
    extents = node.queryComponent().getExtents(0)
    return extents.width > 0 and extents.height > 0


def complaints(window):
    return sorted({f'{node.getRoleName()} “{node.name}” in “{top.name}”' for top in window.root
                   if top.name != 'GtkShortcutsWindow' for node in below(top) if node.getRoleName() in NAMED and badly_named(node)
                   and on_screen(node)})


def pages():
    """On the pages of a window everything that can be pressed or filled in has a name"""
    with room() as folder, program(sample(folder)) as window:
        window.wait_label('61 records')
        seen = complaints(window)
        for words, title in (('street', 'Conference records'), ('kind:conference', 'Heritage and'),
                             ('quba', 'Quba'), ('ohayon', 'Shimon'), ('STMEGI', 'STMEGI')):
            window.write('Search', words)
            window.click(window.row('Results', title))
            until(lambda title=title: any(n.name.startswith(title) for n in below(window.root)
                                          if n.getRoleName() == 'heading'), title)
            seen += complaints(window)
        for keys in ('ctrl+2', 'ctrl+3', 'ctrl+1'):
            window.keys('ctrl+f', 'Down', keys)
            until(lambda: window.look(('list', 'table', 'tree table'), 'Results'), 'the results')
            seen += complaints(window)
        window.write('Search', 'street')
        window.click(window.row('Results', 'Conference records'))
        window.press(STREET)
        window.wait_label('1 of 2')
        seen += complaints(window)
        equal(sorted(set(seen)), [])


def dialogs():
    """In the dialogs, too"""
    with room() as folder, program(sample(folder)) as window:
        window.wait_label('61 records')
        seen = []
        for action in ('win.import', 'win.export', 'win.report', 'win.backups', 'win.show-help-overlay'):
            window.act(action)
            until(lambda: len(window.root) > 1, action)
            until(lambda: any(n.getRoleName() in BUTTONS and on_screen(n) for n in below(window.root[1])),
                  f'buttons of {action}')
            seen += complaints(window)
            window.keys('Escape')
            until(lambda: len(window.root) == 1, f'the end of {action}')
        window.keys('ctrl+comma')
        until(lambda: len(window.root) > 1, 'the preferences')
        seen += complaints(window)
        equal(sorted(set(seen)), [])


def popovers():
    """In menus and what springs up from a button, too"""
    with room() as folder, program(sample(folder)) as window:
        window.wait_label('61 records')
        window.write('Search', 'street')
        window.click(window.row('Results', 'Conference records'))
        window.reads('Conference records (illustrative)')
        seen = []
        for name in ('Filters', 'Sort', 'View', 'Main menu', 'Record menu'):
            window.press(name)
            until(lambda: any(n.getRoleName() in (*MENU_ITEMS, 'list', 'list box') and on_screen(n)
                              for n in below(window.find(GROUPS, name))), name)
            seen += complaints(window)
            window.keys('Escape')
        equal(sorted(set(seen)), [])


if __name__ == '__main__':
    run(pages, dialogs, popovers)
