"""sharing.py - several processes in one catalogue at once

Usage: sharing.py PROGRAM GENERATE [NAME...]. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import signal
import sqlite3
import sys

from desk import DONE, FAILED, PATIENCE, header, journey, main, wait_for

MANY = int(12000 / PATIENCE)

FEW = [{'legacyId': '1', 'identifier': 'EX1', 'title': 'Excursion', 'culture': 'en'}]


def begin(desk):
    """A great import under way: it has written, and shows nothing yet."""
    desk.new()
    desk.fonds('import', desk.file, desk.table('few.csv', FEW, header('isad')))
    words = ('import', desk.file, desk.generated('many.csv', MANY))
    before = size(desk)
    process = desk.start(*words)
    wait_for(lambda: process.poll() is not None or size(desk) > before + (1 << 20),
             'the import to write')
    assert process.poll() is None, desk.end(process, *words)
    return process, words


def size(desk):
    return sum(os.path.getsize(desk.file + end) for end in ('', '-wal')
               if os.path.exists(desk.file + end))


def take_turn(file, process):
    try:
        file.execute('BEGIN IMMEDIATE')
        return True
    except sqlite3.OperationalError:
        return process.poll() is not None


def begin_and_pause(desk):
    """A great import that stands still between two portions, for as long as others need: it is stopped
    where we have taken the turn to write from it."""
    process, words = begin(desk)
    file = sqlite3.connect(desk.file, timeout=0, isolation_level=None)
    wait_for(lambda: take_turn(file, process), 'a turn to write', pause=0)
    assert process.poll() is None, desk.end(process, *words)
    process.send_signal(signal.SIGSTOP)
    file.execute('ROLLBACK')
    file.close()
    return process, words


def go_on(desk, process, words):
    assert process.poll() is None
    process.send_signal(signal.SIGCONT)
    told = desk.end(process, *words)
    assert told.status == DONE, told


@journey
def readers_see_nothing_of_an_import_until_all_of_it(desk):
    process, words = begin(desk)
    seen = []
    while process.poll() is None:
        seen.append(desk.total('kind:unit'))
    told = desk.end(process, *words)
    assert told.status == DONE, told
    assert set(seen) <= {1, MANY + 1} and seen[0] == 1, seen
    assert desk.total('kind:unit') == MANY + 1
    desk.sound()


@journey
def others_write_while_an_import_goes_on(desk):
    process, words = begin_and_pause(desk)
    assert desk.total() == 1
    desk.fonds('import', desk.file, desk.table('also.csv', [dict(FEW[0], legacyId='2', title='Also')],
                                               header('isad')))
    assert desk.total('title:also') == 1 and desk.total() == 2
    go_on(desk, process, words)
    assert desk.total('kind:unit') == MANY + 2
    desk.sound()


@journey
def a_change_is_taken_back_while_an_import_goes_on(desk):
    process, words = begin_and_pause(desk)
    desk.fonds('undo', desk.file)
    assert desk.total() == 0
    go_on(desk, process, words)
    assert desk.total('kind:unit') == MANY
    desk.sound()


@journey
def a_check_beside_an_import_finds_nothing_and_sweeps_nothing(desk):
    process, words = begin_and_pause(desk)
    desk.sound()
    go_on(desk, process, words)
    assert desk.total('kind:unit') == MANY + 1
    desk.sound()


@journey
def a_backup_beside_an_import_is_whole(desk):
    process, words = begin_and_pause(desk)
    desk.fonds('backup', desk.file, desk.path('copy.fonds'))
    go_on(desk, process, words)
    desk.file = desk.path('copy.fonds')
    desk.sound()
    assert desk.total() == 1


@journey
def two_imports_at_once_both_go_in(desk):
    desk.new()
    half = MANY // 4
    tables = [desk.generated(f'{seed}.csv', half, '--seed', str(seed)) for seed in (1, 2)]
    both = [desk.start('import', desk.file, table, '--source', os.path.basename(table))
            for table in tables]
    for process in both:
        told = desk.end(process, 'import')
        assert told.status == DONE, told
    assert desk.total('kind:unit') == 2 * half
    assert desk.fonds('stats', desk.file, '--json').json['journalEntries'] == 2
    desk.sound()
    desk.fonds('undo', desk.file)
    assert desk.total('kind:unit') == half
    desk.fonds('undo', desk.file)
    assert desk.total() == 0
    desk.sound()


@journey
def of_several_who_change_the_same_record_each_is_heard_or_told(desk):
    desk.new()
    words = (desk.table('few.csv', FEW, header('isad')), '--source', 'excursion')
    desk.fonds('import', desk.file, *words)
    desk.table('few.csv', [dict(FEW[0], title='Changed')], header('isad'))
    for process in [desk.start('import', desk.file, *words) for _ in range(4)]:
        told = desk.end(process, 'import')
        assert told.status in (DONE, FAILED) and (told.status == DONE or told.err), told
    assert desk.total('kind:unit') == 1 and desk.one('EX1')['title'] == 'Changed'
    desk.sound()


@journey
def the_same_rows_by_several_at_once_go_in_once(desk):
    desk.new()
    words = (desk.table('few.csv', FEW, header('isad')), '--source', 'excursion')
    for process in [desk.start('import', desk.file, *words) for _ in range(4)]:
        told = desk.end(process, 'import')
        assert told.status in (DONE, FAILED) and (told.status == DONE or told.err), told
    assert desk.total('kind:unit') == 1
    desk.sound()


if __name__ == '__main__':
    sys.exit(main('sharing'))
