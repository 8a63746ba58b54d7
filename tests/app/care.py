"""care.py - looking a catalogue over, mending what is derived, copying it, and meeting a damaged one

Usage: care.py PROGRAM GENERATE [NAME...]. Prints TAP. The word index is never touched from here: it
needs the program's own tokenizer.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import random
import shutil
import sqlite3
import sys

from desk import DONE, FAILED, REFUSED, journey, main

SEED = 20261124
SHADOWS = {
    'record': 'id, kind, batch, parent, position, level, ref, title, language, hex (sort), dates,'
              ' from_day, to_day, search_from, search_to, access, has_media',
    'name': 'record, ordinal, form, key, role, language',
    'reference': 'source, field, ordinal, target, target_uid, type',
    'identity': 'origin, kind, legacy, document',
    'record_code': 'record, field, code',
    'record_text': '*',
}


def filled(desk, n=400):
    desk.new()
    desk.fonds('import', desk.file, desk.generated('in.csv', n))
    return desk


def meddle(path, *statements):
    """Runs SQL behind the program's back, leaving everything in the file itself."""
    file = sqlite3.connect(path)
    for statement in statements:
        changed = file.execute(statement).rowcount
        assert changed != 0, f'nothing was there for: {statement}'
    file.commit()
    file.execute('PRAGMA wal_checkpoint (TRUNCATE)')
    file.close()


def shadows(path):
    """{(table, row)}: all that is derived, but for when it was written."""
    file = sqlite3.connect(path)
    rows = {(table, *row) for table, columns in SHADOWS.items()
            for row in file.execute(f'SELECT {columns} FROM {table}')}
    file.close()
    return rows


@journey
def a_sound_catalogue_is_said_to_be_in_order(desk):
    told = filled(desk).sound()
    assert told.out == 'Everything is in order.\n' and told.err == '', told


@journey
def mending_what_is_sound_changes_nothing(desk):
    filled(desk)
    before = shadows(desk.file), desk.snapshot()
    desk.fonds('check', desk.file, '--repair')
    assert (shadows(desk.file), desk.snapshot()) == before


BREAKAGES = {
    'a record that lists do not show': 'DELETE FROM record WHERE id = (SELECT max (id) FROM record)',
    'a row of another kind': 'UPDATE record SET kind = 2 WHERE id = (SELECT max (id) FROM record)',
    'a record at another place': 'UPDATE record SET parent = NULL WHERE parent IS NOT NULL',
    'words that are gone': 'DELETE FROM record_text WHERE id % 7 = 0',
    'words that are others': "UPDATE record_text SET title = 'something else' WHERE id % 5 = 0",
    'references that are gone': "DELETE FROM reference WHERE field = 'parent'",
    'a reference to nothing': 'UPDATE reference SET target = 999999 WHERE source % 9 = 0',
    'names that are gone': 'DELETE FROM name',
    'codes that are gone': 'DELETE FROM record_code',
    'identities that are gone': 'DELETE FROM identity WHERE document % 2 = 0',
    'a title that is another': "UPDATE record SET title = 'something else' WHERE id % 3 = 0",
    'days that are others': 'UPDATE record SET from_day = 1, search_from = 1 WHERE from_day > 0',
}


def mend(desk, what, statement):
    whole = desk.path('whole.fonds')
    if not os.path.exists(whole):
        filled(desk)
        meddle(desk.file)
        shutil.copy(desk.file, whole)
    shutil.copy(whole, desk.file)
    before = shadows(desk.file)
    meddle(desk.file, statement)
    assert shadows(desk.file) != before, what
    return before


@journey
def broken_shadows_are_noticed_and_mended(desk):
    for what, statement in BREAKAGES.items():
        before = mend(desk, what, statement)
        told = desk.fonds('check', desk.file, status=FAILED)
        assert told.out.strip() and '--repair' in told.err, (what, told)
        desk.fonds('check', desk.file, '--repair')
        desk.sound()
        assert shadows(desk.file) == before, (what, shadows(desk.file) ^ before)


@journey
def a_row_of_nothing_is_taken_away(desk):
    before = mend(desk, 'a stray', 'INSERT INTO record SELECT 999999, kind, batch, parent, position,'
                  ' level, ref, title, language, sort, dates, from_day, to_day, search_from,'
                  ' search_to, access, has_media, changed, sequence FROM record LIMIT 1')
    desk.fonds('check', desk.file, status=FAILED)
    desk.fonds('check', desk.file, '--repair')
    assert shadows(desk.file) == before


@journey
def a_body_that_can_not_be_read_is_named_and_nothing_crashes(desk):
    filled(desk, 50)
    meddle(desk.file, "UPDATE document SET body = '{\"kind\":' WHERE id = 7")
    told = desk.fonds('check', desk.file, status=FAILED)
    assert '7' in told.out, told
    desk.run('check', desk.file, '--repair')
    desk.fonds('search', desk.file, 'letters')
    told = desk.run('export', desk.file, '--format', 'json', '-o', desk.path('out.json'))
    assert told.status in (DONE, FAILED) and told.status == DONE or told.err, told


@journey
def a_file_that_lacks_a_table_is_met_with_a_sentence(desk):
    filled(desk, 20)
    for table in ('record', 'batch', 'setting', 'record_text', 'document', 'name'):
        whole = desk.path('whole.fonds')
        if not os.path.exists(whole):
            meddle(desk.file)
            shutil.copy(desk.file, whole)
        shutil.copy(whole, desk.file)
        file = sqlite3.connect(desk.file)
        file.execute(f'DROP TABLE {table}')
        file.commit()
        file.close()
        told = desk.fonds('check', desk.file, status=FAILED)
        said = told.out + told.err
        assert 'damaged' in said and 'backup' in said and 'SQLite' not in said, (table, told)


@journey
def a_backup_is_the_whole_catalogue(desk):
    filled(desk)
    before = desk.snapshot()
    copy = desk.path('copy.fonds')
    told = desk.fonds('backup', desk.file, copy)
    assert copy in told.out
    assert not os.path.exists(copy + '-wal') and not os.path.exists(copy + '.half')
    desk.file = copy
    desk.sound()
    assert desk.snapshot() == before


@journey
def a_backup_overwrites_nothing(desk):
    filled(desk, 10)
    desk.write('copy.fonds', 'Last year')
    told = desk.fonds('backup', desk.file, desk.path('copy.fonds'), status=FAILED)
    assert 'copy.fonds' in told.err
    with open(desk.path('copy.fonds'), encoding='utf-8') as file:
        assert file.read() == 'Last year'


@journey
def a_catalogue_that_can_not_be_written_is_still_read(desk):
    filled(desk, 50)
    meddle(desk.file)
    total = desk.total()
    os.chmod(desk.file, 0o400)
    os.chmod(desk.folder, 0o500)
    try:
        if os.access(desk.file, os.W_OK):
            return
        assert desk.total() == total
    finally:
        os.chmod(desk.folder, 0o700)


def damages(size, chance):
    """(what, how the bytes change): cut short, zeroed, overwritten, and single bytes turned."""
    for share in (0.999, 0.7, 0.3, 0.02):
        yield f'cut at {share}', lambda data, share=share: data[:int(len(data) * share)]
    for _ in range(4):
        page = chance.randrange(1, size // 8192) * 8192
        yield f'page {page} zeroed', lambda data, at=page: data[:at] + bytes(8192) + data[at + 8192:]
        noise = chance.randbytes(8192)
        yield (f'page {page} noise',
               lambda data, at=page, noise=noise: data[:at] + noise + data[at + 8192:])
    for _ in range(8):
        places = [chance.randrange(100, size) for _ in range(200)]

        def turn(data, places=places):
            bytes_ = bytearray(data)
            for place in places:
                bytes_[place] ^= 0x55
            return bytes(bytes_)
        yield f'bytes {places[:3]}… turned', turn


def meet(desk, what):
    """Every verb answers, or says why not in a sentence; none falls over."""
    out = desk.path('out.json')
    for words in (('search', desk.file, 'letters', '--facets'), ('stats', desk.file),
                  ('show', desk.file, 'F1'), ('check', desk.file),
                  ('export', desk.file, '--format', 'json', '-o', out),
                  ('import', desk.file, desk.path('in.csv')), ('undo', desk.file),
                  ('check', desk.file, '--repair')):
        told = desk.run(*words)
        assert told.status in (DONE, FAILED, REFUSED), (what, told)
        assert told.status == DONE or told.err or told.out, (what, told)
        if os.path.exists(out):
            os.unlink(out)


@journey
def a_damaged_file_is_met_with_a_sentence(desk):
    filled(desk, 300)
    meddle(desk.file)
    with open(desk.file, 'rb') as file:
        whole = file.read()
    print(f'# seed {SEED}')
    noticed = 0
    for what, change in damages(len(whole), random.Random(SEED)):
        for left in ('-wal', '-shm'):
            if os.path.exists(desk.file + left):
                os.unlink(desk.file + left)
        with open(desk.file, 'wb') as file:
            file.write(change(whole))
        noticed += desk.run('check', desk.file).status == FAILED
        with open(desk.file, 'wb') as file:
            file.write(change(whole))
        meet(desk, what)
    # Bytes of free space may be turned without harm, but most damage must be seen.
    assert noticed >= 14, noticed


@journey
def a_backup_that_can_not_be_written_says_which(desk):
    desk.new()
    told = desk.fonds('backup', desk.file, desk.path('no/where.fonds'), status=FAILED)
    assert 'where.fonds' in told.err and 'SQLite' not in told.err, told


@journey
def a_catalogue_that_nobody_has_open_is_one_file(desk):
    """Whoever copies the file has everything."""
    filled(desk)
    desk.fonds('search', desk.file, 'letters')
    total = desk.total()
    left = [name for name in os.listdir(desk.folder) if name.startswith('a.fonds-')]
    assert left == [] or os.path.getsize(desk.file + '-wal') == 0, left
    shutil.copy(desk.file, desk.path('copy.fonds'))
    desk.file = desk.path('copy.fonds')
    assert desk.total() == total


if __name__ == '__main__':
    sys.exit(main('care'))
