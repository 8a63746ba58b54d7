"""crashing.py - an import that is killed, stopped or runs out of disk leaves all or nothing

Usage: crashing.py PROGRAM GENERATE [NAME...]. Prints TAP. The moments are drawn from a seed that is
printed; FONDS_TEST_SEED gives another one.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

from desk import DONE, FAILED, PATIENCE, PROGRAM, Skip, header, journey, main, wait_for

SEED = int(os.environ.get('FONDS_TEST_SEED', '20261124'))
MANY = int(20000 / PATIENCE)
HALF = MANY // 2
MOMENTS = 20
FEW = [{'legacyId': str(i), 'identifier': f'EX{i}', 'title': f'Excursion {i}', 'culture': 'en'}
       for i in range(1, 6)]


def prepared(desk, n=HALF):
    """A small catalogue and a great table to bring into it."""
    desk.new()
    desk.fonds('import', desk.file, desk.table('few.csv', FEW, header('isad')))
    return desk.generated('many.csv', n)


def keep(desk):
    """A copy of the file as it stands, with what lies in the log beside it."""
    file = sqlite3.connect(desk.file)
    file.execute('PRAGMA wal_checkpoint (TRUNCATE)')
    file.close()
    shutil.copy(desk.file, desk.path('kept'))


def restore(desk):
    for left in ('', '-wal', '-shm'):
        if os.path.exists(desk.file + left):
            os.unlink(desk.file + left)
    shutil.copy(desk.path('kept'), desk.file)


def leftovers(desk):
    """Imports that are neither shown nor taken back, with their documents."""
    file = sqlite3.connect(desk.file)
    found = file.execute('SELECT count (*) FROM batch WHERE state = 0').fetchone()[0], file.execute(
        'SELECT count (*) FROM document WHERE batch NOT IN (SELECT id FROM batch)'
        ' AND batch <> 0').fetchone()[0]
    file.close()
    return found


def all_or_nothing(desk, whole=HALF):
    """How many of the great table's rows are there: none or all."""
    n = desk.total('kind:unit') - len(FEW)
    assert n in (0, whole), f'{n} of {whole} rows are there'
    return n


@journey
def a_killed_import_leaves_all_or_nothing(desk):
    many = prepared(desk, MANY)
    keep(desk)
    began = time.monotonic()
    desk.fonds('import', desk.file, many)
    whole = time.monotonic() - began
    chance = random.Random(SEED)
    moments = sorted(chance.uniform(0, whole) for _ in range(MOMENTS))
    print(f'# seed {SEED}, an import takes {whole:.2f} s, killed after '
          + ', '.join(f'{moment:.2f}' for moment in moments))
    nothing = 0
    for moment in moments:
        restore(desk)
        process = desk.start('import', desk.file, many)
        try:
            process.communicate(timeout=moment)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        before = all_or_nothing(desk, MANY)
        desk.sound()
        assert all_or_nothing(desk, MANY) == before
        assert leftovers(desk) == (0, 0), leftovers(desk)
        assert desk.one('EX3')['title'] == 'Excursion 3'
        nothing += before == 0
    print(f'# {nothing} times nothing was there, {MOMENTS - nothing} times all')
    assert nothing > 0
    # What was killed can be done again.
    restore(desk)
    desk.fonds('import', desk.file, many)
    assert all_or_nothing(desk, MANY) == MANY


@journey
def after_a_kill_others_go_on_at_once(desk):
    many = prepared(desk)
    process = desk.start('import', desk.file, many)
    log = desk.file + '-wal'
    wait_for(lambda: process.poll() is not None or
             os.path.exists(log) and os.path.getsize(log) > 1 << 20, 'the import to write')
    process.kill()
    process.communicate()
    more = desk.table('more.csv', [dict(FEW[0], legacyId='9', title='After')], header('isad'))
    desk.fonds('import', desk.file, more)
    assert desk.total('title:after') == 1
    desk.sound()
    assert leftovers(desk) == (0, 0)


def stopped(desk, number):
    many = prepared(desk)
    before = desk.snapshot()
    process = desk.start('import', desk.file, many)
    log = desk.file + '-wal'
    wait_for(lambda: process.poll() is not None or
             os.path.exists(log) and os.path.getsize(log) > 1 << 20, 'the import to write')
    process.send_signal(number)
    told = desk.end(process, 'import')
    assert told.status == FAILED, told
    assert told.err.count('\n') == 1 and told.err.startswith('fonds: '), told
    assert leftovers(desk) == (0, 0), 'something hidden was left'
    assert desk.snapshot() == before
    desk.sound()


@journey
def an_import_that_is_asked_to_end_leaves_nothing(desk):
    stopped(desk, signal.SIGTERM)


@journey
def an_interrupted_import_leaves_nothing(desk):
    stopped(desk, signal.SIGINT)


def limit_size(size):
    """For the child: no file grows beyond it, and writing more is an error instead of the end."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@journey
def a_file_that_may_not_grow_is_left_as_it_was(desk):
    many = prepared(desk)
    before = desk.snapshot()
    size = os.path.getsize(desk.file) + (3 << 20)
    told = desk.run('import', desk.file, many, preexec_fn=lambda: limit_size(size))
    assert told.status == FAILED and told.err.startswith('fonds: '), told
    assert desk.snapshot() == before
    desk.sound()
    assert leftovers(desk) == (0, 0)
    desk.fonds('import', desk.file, many)
    assert all_or_nothing(desk) == HALF


FULL = '''
mount -t tmpfs -o size={size}k none "$1" || exit 77
cp "$2" "$1/a.fonds"
"$0" import "$1/a.fonds" "$3" >"$4/out" 2>"$4/err"; echo $? >"$4/import"
"$0" search "$1/a.fonds" --json --limit 0 "" >"$4/search"; echo $? >>"$4/search"
mount -o remount,size=1048576k "$1" || exit 78
"$0" check "$1/a.fonds" >"$4/check" 2>&1; echo $? >>"$4/check"
cp "$1/a.fonds" "$4/after.fonds"
"$0" import "$1/a.fonds" "$3" >"$4/again" 2>&1; echo $? >>"$4/again"
umount "$1"
'''


@journey
def a_full_disk_is_said_plainly_and_nothing_is_lost(desk):
    many = prepared(desk)
    before = desk.snapshot()
    for name in ('disk', 'said'):
        os.mkdir(desk.path(name))
    # The disk holds the catalogue, and a third of what the table would make of it.
    size = (os.path.getsize(desk.file) + os.path.getsize(many)) // 1024
    done = subprocess.run(
        ['unshare', '--mount', *([] if os.geteuid() == 0 else ['--map-root-user']), 'sh', '-c',
         FULL.format(size=size), PROGRAM, desk.path('disk'), desk.file, many, desk.path('said')],
        env=desk.env, capture_output=True, text=True, check=False, timeout=300 * PATIENCE)
    if done.returncode == 77 or 'unshare' in done.stderr:
        raise Skip(f'a small disk can not be mounted here: {done.stderr.strip()}')
    assert done.returncode == 0, done

    def said(name):
        with open(os.path.join(desk.path('said'), name), encoding='utf-8') as file:
            return file.read()
    assert said('import') == f'{FAILED}\n', (said('import'), said('out'), said('err'))
    assert 'disk is full' in said('err') and said('err').count('\n') == 1, said('err')
    assert said('search').endswith(f'}}\n{DONE}\n'), said('search')
    assert said('check').endswith(f'\n{DONE}\n'), said('check')
    assert said('again').endswith(f'\n{DONE}\n'), said('again')
    desk.file = os.path.join(desk.path('said'), 'after.fonds')
    assert desk.snapshot() == before
    desk.sound()


if __name__ == '__main__':
    sys.exit(main('crashing'))
