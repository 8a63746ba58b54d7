"""journey-first-start.py - the window from one start to the next: what it remembers and offers

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import shutil
import sqlite3
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from driver import BUTTONS, equal, fonds, program, room, run, until  # noqa: E402


def home(folder):
    """An environment in which the program starts for the first time."""
    return {name: os.path.join(folder, name[4:8].lower())
            for name in ('XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CONFIG_HOME')}


def ready(window):
    """Waits for the records, and says how many there are."""
    label = window.wait_label(lambda name: name.endswith((' records', ' record')))
    return int(label.name.split()[0])


def begin_with(folder, page):
    """Settings of one who chose what the program begins with."""
    settings = os.path.join(folder, 'conf', 'glib-2.0', 'settings')
    os.makedirs(settings)
    with open(os.path.join(settings, 'keyfile'), 'w', encoding='utf-8') as file:
        file.write(f"[org/fonds/Fonds]\nstart-page='{page}'\n")
    return dict(home(folder), GSETTINGS_BACKEND='keyfile')


def last_place():
    """The next start comes back to the section, the record and the size of the window"""
    with room() as folder:
        with program(environment=home(folder)) as window:
            everything = ready(window)
            window.click(window.row('Sections', 'People'))
            until(lambda: ready(window) < everything, 'the people')
            window.click(window.row('Results', 'Shimon Ohayon'))
            window.reads('Shimon Ohayon')
            before = window.frame()
            window.resize(1111, 666)
            until(lambda: window.frame() != before, 'the size')
        with program(environment=home(folder)) as window:
            window.reads('Shimon Ohayon')
            assert ready(window) < everything
            equal(window.size(), (1111, 666))


def sidebar_kept():
    """A sidebar that was put away stays away"""
    with room() as folder:
        for _ in range(2):
            with program(environment=home(folder)) as window:
                ready(window)
                if window.look(BUTTONS, 'Sidebar') is None:
                    window.keys('F9')
                window.find(BUTTONS, 'Sidebar')


def second_window():
    """Ctrl+Shift+N opens a second window on the same catalogue, which outlives the first"""
    with room() as folder, program(environment=home(folder)) as window:
        count = ready(window)
        window.keys('ctrl+shift+n')
        until(lambda: window.root.childCount == 2, 'two windows')
        window.keys('ctrl+w')
        until(lambda: window.root.childCount == 1, 'one window')
        equal(ready(window), count)


def welcome():
    """The welcome offers what was open last, by name, and leaves out what is gone"""
    with room() as folder:
        paths = [os.path.join(folder, name + '.fonds') for name in ('Club', 'School')]
        for path in paths:
            fonds('new', path)
            with program(path, environment=home(folder)) as window:
                ready(window)
        environment = begin_with(folder, 'welcome')
        with program(environment=environment) as window:
            window.row('Open again', 'School')
            equal(window.names('Open again'), ['School', 'Club'])
            window.click(window.row('Open again', 'Club'))
            ready(window)
        os.remove(paths[1])
        with program(environment=environment) as window:
            window.row('Open again', 'Club')
            equal(window.names('Open again'), ['Club'])


def spoiled_memory():
    """A memory that can't be read keeps no window from opening"""
    with room() as folder:
        with program(environment=home(folder)) as window:
            count = ready(window)
        state = os.path.join(folder, 'stat', 'fonds')
        for name in os.listdir(state):
            with open(os.path.join(state, name), 'wb') as file:
                file.write(b'\0[[[ nothing \xff')
        with program(environment=home(folder)) as window:
            equal(ready(window), count)
        shutil.rmtree(state)
        with open(state, 'w', encoding='utf-8'):  # a file where the folder should be
            pass
        with program(environment=home(folder)) as window:
            equal(ready(window), count)


def count_files(folder):
    return len(os.listdir(folder)) if os.path.isdir(folder) else 0


def backups():
    """A backup is made soon, another by hand, and going back to one reaches every window"""
    with room() as folder:
        path = os.path.join(folder, 'Club.fonds')
        fonds('new', path, '--sample')
        with program(path, environment=home(folder)) as window:
            count = ready(window)
            kept = path + '-backups'
            until(lambda: count_files(kept) == 1, 'the backup of the day')
            fonds('undo', path)
            until(lambda: ready(window) < count, 'fewer records')
            window.keys('ctrl+shift+n')
            until(lambda: window.root.childCount == 2, 'two windows')
            window.act('win.backups')
            window.press('Back up now')
            until(lambda: count_files(kept) == 2, 'the backup by hand')
            rows = window.find(('list', 'list box'), 'Backups')
            until(lambda: rows.childCount == 2, 'both backups')
            oldest = rows[1]
            window.do(window.find(BUTTONS, 'Restore…', oldest, True), 'click')
            window.wait_label('Restore this backup?')
            window.keys('Return')
            window.wait_label('Backup restored')
            until(lambda: count_files(kept) == 3, 'what was there as a backup')
            until(lambda: ready(window) == count, 'all records')
            equal(window.root.childCount, 2)


def chosen():
    """What is chosen in the preferences holds at once, and the next time"""
    with room() as folder:
        environment = begin_with(folder, 'last-place')
        with program(environment=environment) as window:
            ready(window)
            window.keys('ctrl+comma')
            window.write('Your name', 'Rahel of the archive', into_rows=True)
            window.do(window.find('check box', 'Compact lists', None, True), 'toggle')
            settings = os.path.join(folder, 'conf', 'glib-2.0', 'settings', 'keyfile')
            until(lambda: 'compact=true' in open(settings, encoding='utf-8').read(), 'the setting')
            window.keys('Escape')
            window.act('win.undo')
            window.wait_label(lambda name: name.startswith('Taken back'))
        path = os.path.join(folder, 'data', 'fonds', 'Sample.fonds')
        with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as catalogue:
            equal(catalogue.execute('SELECT who FROM journal ORDER BY id DESC LIMIT 1').fetchone(),
                  ('Rahel of the archive',))


def bookmarks():
    """Bookmarks are added, renamed, moved, removed and brought back, and are there the next time"""
    with room() as folder:
        with program(environment=home(folder)) as window:
            ready(window)
            for title in ('Eli Cohen', 'Baku'):
                window.write('Search', title)
                window.click(window.row('Results', title))
                window.reads(title)
                window.keys('ctrl+d')
                window.row('Bookmarks', title)
            window.keys('ctrl+d')
            window.wait_label('There is a bookmark already')
            equal(window.names('Bookmarks'), ['Eli Cohen', 'Baku'])
            window.click(window.row('Bookmarks', 'Eli Cohen'))
            window.reads('Eli Cohen')
            window.keys('F2')
            window.find(('text', 'entry'), 'Name of the bookmark', None, True)
            window.keys('ctrl+a', 'M', 'i', 'n', 'Return')
            until(lambda: window.names('Bookmarks') == ['Min', 'Baku'], 'the name')
            window.keys('shift+F10')
            window.menu()
            window.keys('Down', 'Down', 'Return')
            until(lambda: window.names('Bookmarks') == ['Baku', 'Min'], 'the order')
            # Looked for beforehand: the toast stays five seconds, and a walk through the window takes one.
            shelf = window.find(('list', 'list box'), 'Bookmarks')
            window.keys('Delete')
            until(lambda: [shelf[i].name for i in range(shelf.childCount)] == ['Baku'], 'one bookmark')
            window.press_words('Undo')
            until(lambda: window.names('Bookmarks') == ['Baku', 'Min'], 'both bookmarks')
        with program(environment=home(folder)) as window:
            ready(window)
            equal(window.names('Bookmarks'), ['Baku', 'Min'])
            window.click(window.row('Bookmarks', 'Baku'))
            window.reads('Baku')


if __name__ == '__main__':
    run(last_place, sidebar_kept, second_window, welcome, spoiled_memory, backups, chosen,
        bookmarks)
