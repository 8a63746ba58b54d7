"""attaching.py - pictures and files come to records, are verified, and go again

Usage: attaching.py PROGRAM GENERATE [NAME...]. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import hashlib
import os
import sys

from desk import DONE, FAILED, REFUSED, USAGE, journey, main, texts

ROWS = [{'legacyId': 'a', 'identifier': 'A', 'title': 'Album', 'levelOfDescription': 'File', 'culture': 'en'},
        {'legacyId': 'b', 'identifier': 'B', 'title': 'Board', 'levelOfDescription': 'File', 'culture': 'en'}]


def filled(desk, rows=None, *words, status=DONE):
    desk.new()
    desk.fonds('import', desk.file, desk.table('in.csv', rows or ROWS), *words, status=status)
    return desk


def scan(desk, name, text=None):
    os.makedirs(os.path.dirname(desk.path(name)), exist_ok=True)
    return desk.write(name, text or name)


def files(desk, ref):
    """The names of what hangs on a record."""
    return [value['note'] for value in desk.one(ref)['fields'].get('digitalObjectFile', [])]


def kept(desk, text):
    """Where a file of some content lies."""
    digits = hashlib.sha256(text.encode()).hexdigest()
    return desk.path(os.path.join('a.fonds-media', digits[:2], digits + '.txt'))


@journey
def pages_hang_in_natural_order_and_are_taken_back(desk):
    filled(desk)
    desk.fonds('attach', desk.file, 'A', *(scan(desk, f'page {n}.txt') for n in (10, 9, 1)))
    assert files(desk, 'A') == ['page 1.txt', 'page 9.txt', 'page 10.txt'], files(desk, 'A')
    assert desk.total('has:image') == 1
    desk.fonds('undo', desk.file)
    assert files(desk, 'A') == []
    assert desk.total('has:image') == 0
    desk.fonds('redo', desk.file)
    assert len(files(desk, 'A')) == 3
    desk.sound()


@journey
def five_hundred_scans_become_items_and_go_again(desk):
    filled(desk)
    names = [scan(desk, f'scans/Letter_{n}.txt') for n in range(500, 0, -1)]
    desk.fonds('attach', desk.file, 'B', '--as', 'items', *names)
    assert desk.total('under:B level:item') == 500
    found = desk.fonds('search', desk.file, '--json', '--sort', 'hierarchy', '--limit', '500',
                       'under:B level:item').json['records']
    assert [record['title'] for record in found] == [f'Letter {n}' for n in range(1, 501)]
    desk.fonds('undo', desk.file)
    assert desk.total('under:B level:item') == 0
    desk.fonds('redo', desk.file)
    assert desk.total('under:B level:item') == 500
    desk.sound()


@journey
def a_check_names_what_is_missing_or_damaged(desk):
    filled(desk)
    desk.fonds('attach', desk.file, 'A', scan(desk, 'one.txt'), scan(desk, 'two.txt'))
    os.unlink(kept(desk, 'one.txt'))
    os.chmod(kept(desk, 'two.txt'), 0o644)
    with open(kept(desk, 'two.txt'), 'a', encoding='utf-8') as file:
        file.write('!')
    assert 'be reached' in desk.fonds('report', desk.file).out.replace('’', "'"), 'the report says nothing'
    told = desk.fonds('check', desk.file, status=FAILED)
    assert 'one.txt' in told.out and 'missing' in told.out and '“Album” (A)' in told.out, told
    assert 'two.txt' in told.out and 'damaged' in told.out, told
    assert desk.fonds('check', desk.file, '--no-files').out == 'Everything is in order.\n'
    desk.fonds('attach', desk.file, 'B', desk.path('one.txt'), desk.path('two.txt'))
    desk.sound()


@journey
def what_cannot_be_attached_is_named(desk):
    filled(desk)
    told = desk.fonds('attach', desk.file, 'A', scan(desk, 'good.txt'), desk.folder, desk.path('none'),
                      status=REFUSED)
    assert 'folder' in told.err and 'none' in told.err, told
    assert files(desk, 'A') == ['good.txt']
    desk.fonds('attach', desk.file, 'A', desk.path('none'), status=FAILED)
    desk.fonds('attach', desk.file, 'NOBODY', desk.path('good.txt'), status=FAILED)
    desk.fonds('attach', desk.file, 'A', '--as', 'stamps', desk.path('good.txt'), status=USAGE)


@journey
def an_import_attaches_what_its_rows_name_and_no_more(desk):
    scan(desk, 'scans/a.txt')
    rows = [dict(ROWS[0], digitalObjectPath='scans\\a.txt'),
            dict(ROWS[1], digitalObjectPath='/etc/hostname'),
            dict(ROWS[0], legacyId='c', identifier='C', digitalObjectPath='scans/../../../etc/hostname'),
            dict(ROWS[0], legacyId='d', identifier='D', digitalObjectPath='scans/none.txt')]
    desk.new()
    os.symlink('/etc/hostname', desk.path('link.txt'))
    rows.append(dict(ROWS[0], legacyId='e', identifier='E', digitalObjectPath='link.txt'))
    told = desk.fonds('import', desk.file, desk.table('in.csv', rows), '--attach', status=REFUSED)
    assert 'Attached 1 file.' in told.out, told
    for row in (3, 4, 5, 6):
        assert f'Row {row}: ' in told.err, told
    assert files(desk, 'A') == ['a.txt']
    assert files(desk, 'B') + files(desk, 'C') + files(desk, 'D') + files(desk, 'E') == []
    again = desk.fonds('import', desk.file, desk.path('in.csv'), '--attach', status=REFUSED)
    assert 'Attached 0 files.' in again.out, again
    assert files(desk, 'A') == ['a.txt']
    desk.sound()


@journey
def an_import_attaches_nothing_unasked(desk):
    scan(desk, 'a.txt')
    filled(desk, [dict(ROWS[0], digitalObjectPath='a.txt')])
    assert files(desk, 'A') == []
    assert texts(desk.one('A'), 'digitalObjectPath') == ['a.txt']
    assert not os.path.exists(desk.path('a.fonds-media'))


@journey
def nothing_of_a_hidden_records_files_reaches_the_public(desk):
    filled(desk, [dict(ROWS[0], publicationStatus='Draft'), dict(ROWS[1], publicationStatus='Published')])
    desk.fonds('attach', desk.file, 'A', scan(desk, 'hidden name.txt'))
    desk.fonds('attach', desk.file, 'B', scan(desk, 'open name.txt'))
    digits = [hashlib.sha256(text.encode()).hexdigest() for text in ('hidden name.txt', 'open name.txt')]
    desk.fonds('export', desk.file, '--public', '--format', 'json', '-o', desk.path('out.json'))
    with open(desk.path('out.json'), encoding='utf-8') as file:
        out = file.read()
    assert digits[0] not in out and 'hidden name' not in out
    assert digits[1] in out and 'open name' not in out


if __name__ == '__main__':
    sys.exit(main('attaching'))
