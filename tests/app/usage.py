"""usage.py - how the command line is called, what it says when it is called wrongly, and of wrong files

Usage: usage.py PROGRAM GENERATE [NAME...]. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import sqlite3
import subprocess
import sys

from desk import FAILED, PROGRAM, USAGE, header, journey, main

VERBS = ('new', 'import', 'export', 'search', 'show', 'check', 'backup', 'undo', 'redo', 'stats',
         'fields')


@journey
def the_program_lists_its_verbs(desk):
    told = desk.fonds('--help')
    for verb in VERBS:
        assert f'fonds {verb}' in told.out, verb
    assert told.err == ''


@journey
def the_program_says_its_version(desk):
    assert desk.fonds('--version').out.startswith('fonds ')


@journey
def every_verb_explains_itself(desk):
    for verb in VERBS:
        told = desk.fonds(verb, '--help')
        assert f'fonds {verb}' in told.out and told.err == '', told
    assert os.listdir(desk.folder) == []


@journey
def an_empty_catalogue_is_said_to_be_empty(desk):
    desk.new()
    told = desk.fonds('stats', desk.file)
    assert 'The catalogue is empty.' in told.out and 'date' not in told.out, told


@journey
def a_verb_without_its_words_is_wrong_usage(desk):
    for verb in VERBS:
        if verb == 'fields':
            continue
        told = desk.fonds(verb, status=USAGE)
        assert told.out == '' and '--help' in told.err, told


@journey
def an_unknown_option_is_wrong_usage(desk):
    desk.new()
    for verb in VERBS:
        told = desk.fonds(verb, desk.file, '--such-an-option-there-is-not', status=USAGE)
        assert '--such-an-option-there-is-not' in told.err and told.out == '', told


@journey
def a_word_too_many_is_wrong_usage(desk):
    desk.new()
    for words in (('new', 'b.fonds', 'x'), ('show', desk.file, 'a', 'b'), ('check', desk.file, 'x'),
                  ('backup', desk.file, 'b', 'c'), ('undo', desk.file, 'x'), ('stats', desk.file, 'x')):
        desk.fonds(*words, status=USAGE)
    assert not os.path.exists(desk.path('b.fonds'))


@journey
def options_may_stand_before_and_behind(desk):
    desk.new()
    behind = desk.fonds('search', desk.file, 'nothing', '--json')
    before = desk.fonds('search', '--json', desk.file, 'nothing')
    assert behind.out == before.out


@journey
def an_unknown_sort_order_or_kind_is_wrong_usage(desk):
    desk.new()
    desk.fonds('search', desk.file, 'x', '--sort', 'colour', status=USAGE)
    desk.fonds('search', desk.file, 'x', '--limit', '-1', status=USAGE)
    desk.fonds('fields', 'planet', status=USAGE)
    desk.fonds('export', desk.file, '--format', 'telegram', '-o', desk.path('o'), status=USAGE)


@journey
def the_window_needs_a_screen_and_says_so(desk):
    told = desk.run(desk.file)
    assert told.status == FAILED and told.err != '', told


@journey
def a_new_catalogue_is_empty_and_sound(desk):
    desk.new().sound()
    assert desk.total() == 0
    assert desk.snapshot() == {}


@journey
def a_new_catalogue_overwrites_nothing(desk):
    desk.write('a.fonds', 'My letters')
    told = desk.fonds('new', desk.file, status=FAILED)
    assert desk.file in told.err, told
    with open(desk.file, encoding='utf-8') as file:
        assert file.read() == 'My letters'


@journey
def a_new_catalogue_in_no_folder_is_refused_in_words(desk):
    told = desk.fonds('new', desk.path('nowhere/b.fonds'), status=FAILED)
    assert told.err.startswith('fonds: ') and 'SQLite' not in told.err, told


@journey
def a_catalogue_is_known_by_its_magic(desk):
    desk.new()
    with open(desk.file, 'rb') as file:
        head = file.read(100)
    assert head.startswith(b'SQLite format 3\0') and head[68:72] == b'fond'


def refused(desk, path, *parts):
    """Every verb that takes a file says the same sentence about it and leaves it alone."""
    sentences = set()
    for words in (('search', path, 'x'), ('show', path, 'x'), ('check', path), ('stats', path),
                  ('undo', path), ('export', path, '--format', 'json', '-o', desk.path('out')),
                  ('backup', path, desk.path('copy')), ('import', path, desk.path('in.csv'))):
        told = desk.fonds(*words, status=FAILED)
        assert told.out == '' and told.err.count('\n') == 1, told
        for part in parts:
            assert part in told.err, told
        sentences.add(told.err)
    assert len(sentences) == 1, sentences
    assert not os.path.exists(desk.path('out')) and not os.path.exists(desk.path('copy'))


@journey
def a_file_that_is_not_there_is_named_and_not_made(desk):
    desk.table('in.csv', [{'legacyId': '1', 'title': 'A'}])
    refused(desk, desk.path('b.fonds'), 'b.fonds')
    assert not os.path.exists(desk.path('b.fonds'))


@journey
def a_foreign_file_is_refused_and_left_alone(desk):
    desk.table('in.csv', [{'legacyId': '1', 'title': 'A'}])
    other = sqlite3.connect(desk.path('b.fonds'))
    other.execute('CREATE TABLE mine (a)')
    other.commit()
    other.close()
    with open(desk.path('b.fonds'), 'rb') as file:
        before = file.read()
    refused(desk, desk.path('b.fonds'), 'not a Fonds catalogue')
    with open(desk.path('b.fonds'), 'rb') as file:
        assert file.read() == before
    refused(desk, desk.write('c.fonds', 'Not even a database, but rather long.' * 100),
            'not a Fonds catalogue')


@journey
def an_empty_file_is_not_a_catalogue(desk):
    desk.table('in.csv', [{'legacyId': '1', 'title': 'A'}])
    refused(desk, desk.write('b.fonds', ''), 'not a Fonds catalogue')
    assert os.path.getsize(desk.path('b.fonds')) == 0


@journey
def a_newer_file_is_refused_politely_and_left_alone(desk):
    desk.new()
    desk.table('in.csv', [{'legacyId': '1', 'title': 'A'}])
    newer = sqlite3.connect(desk.file)
    newer.execute('PRAGMA user_version = 999')
    newer.commit()
    newer.execute('PRAGMA wal_checkpoint (TRUNCATE)')
    newer.close()
    with open(desk.file, 'rb') as file:
        before = file.read()
    refused(desk, desk.file, 'newer Fonds', '999')
    with open(desk.file, 'rb') as file:
        assert file.read() == before


@journey
def a_folder_is_not_a_catalogue(desk):
    desk.table('in.csv', [{'legacyId': '1', 'title': 'A'}])
    os.mkdir(desk.path('b.fonds'))
    refused(desk, desk.path('b.fonds'))


@journey
def the_field_table_is_printed_for_people_and_programs(desk):
    told = desk.fonds('fields', 'unit')
    assert '3.1.2' in told.out and 'title' in told.out
    every = desk.fonds('fields', '--json').json
    titles = [field for field in every['unit'] if field['id'] == 'title']
    assert titles[0]['number'] == '3.1.2' and titles[0]['atom'] == 'title'
    assert 'person' in every and 'institution' in every


@journey
def words_are_utf_8_in_every_locale(desk):
    rows = [{'legacyId': '1', 'identifier': 'F1', 'title': 'Qırmızı Qəsəbə — קובה — Губа',
             'culture': 'az'}]
    desk.new()
    desk.table('Архив.csv', rows, header('isad'))
    said = []
    for locale in ('C', 'C.UTF-8', 'POSIX'):
        env = {'LC_ALL': locale, 'LANGUAGE': ''}
        desk.fonds('import', desk.file, desk.path('Архив.csv'), env=env)
        told = desk.fonds('search', desk.file, 'Губа', env=env)
        assert 'Qırmızı Qəsəbə — קובה — Губа' in told.out, told
        said.append((told.out, desk.fonds('show', desk.file, 'F1', env=env).out))
    assert said[0] == said[1] == said[2], said


@journey
def what_is_not_there_is_a_failure(desk):
    desk.new()
    desk.fonds('show', desk.file, 'nobody', status=FAILED)
    desk.fonds('undo', desk.file, status=FAILED)
    desk.fonds('redo', desk.file, status=FAILED)


@journey
def options_are_utf_8_in_every_locale(desk):
    desk.new()
    desk.table('a.csv', [{'legacyId': '1', 'identifier': 'F1', 'title': 'Губа', 'culture': 'ru'}],
               header('isad'))
    env = {'LC_ALL': 'C', 'LANGUAGE': ''}
    told = desk.fonds('import', desk.file, desk.path('a.csv'), '--source', 'Архив', env=env)
    assert desk.fonds('import', desk.file, desk.path('a.csv'), '--source', 'Архив').out == told.out \
        .replace('1 new', '0 new').replace('0 unchanged', '1 unchanged'), told
    desk.fonds('export', desk.file, '--query', 'Губа', '--format', 'json', '-o', desk.path('Губа'),
               env=env)
    assert os.path.getsize(desk.path('Губа')) > 0


@journey
def what_stands_in_a_record_gives_a_terminal_no_orders(desk):
    """A control character of a cell is written to a pipe as it is, and shown on a terminal."""
    desk.new()
    with open(desk.path('a.csv'), 'w') as file:
        file.write('legacyId,title,culture\n1,"A\x1b]0;taken\x07\u009b31m",en\n')
    desk.fonds('import', desk.file, desk.path('a.csv'))
    assert '\x1b]0;taken\x07' in desk.fonds('search', desk.file, 'taken').out
    ours, its = os.openpty()
    process = subprocess.Popen([PROGRAM, 'search', desk.file, 'taken'], env=desk.env,
                               stdin=subprocess.DEVNULL, stdout=its, stderr=its)
    process.wait(60)
    os.close(its)
    shown = os.read(ours, 10000).decode('utf-8')
    os.close(ours)
    assert ']0;taken' in shown, repr(shown)
    assert not set('\x1b\x07\u009b') & set(shown), repr(shown)


@journey
def an_answer_that_can_not_be_written_is_a_failure(desk):
    desk.new()
    with open('/dev/full', 'w') as full:
        process = subprocess.Popen([PROGRAM, 'stats', desk.file], env=desk.env,
                                   stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE)
        err = process.communicate(timeout=60)[1]
    assert process.returncode == FAILED and err != b'', (process.returncode, err)


@journey
def a_report_does_not_take_the_place_of_what_it_is_about(desk):
    desk.new()
    rows = 'legacyId,title,culture\n1,A,en\n'
    with open(desk.path('a.csv'), 'w') as file:
        file.write(rows)
    for taken in (desk.path('a.csv'), 'a.csv', desk.file):
        desk.fonds('import', desk.file, desk.path('a.csv'), '--report', taken, status=USAGE)
    with open(desk.path('a.csv')) as file:
        assert file.read() == rows
    desk.fonds('stats', desk.file)


if __name__ == '__main__':
    sys.exit(main('usage'))
