"""importing.py - bringing tables in: new, again, shuffled, edited, refused, taken back

Usage: importing.py PROGRAM GENERATE [NAME...]. Prints TAP. The rows are our own, in AtoM's columns.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import csv
import os
import random
import sqlite3
import sys

from desk import DONE, FAILED, REFUSED, USAGE, differences, header, journey, main, texts

UNITS = [
    {'legacyId': '10', 'identifier': 'F1', 'title': 'Community of Qırmızı Qəsəbə',
     'levelOfDescription': 'Fonds', 'repository': 'Archive of the Community', 'culture': 'en',
     'scopeAndContent': 'Minutes, letters\nand photographs, "as found".', 'publicationStatus': 'Published',
     'eventTypes': 'Creation|Accumulation', 'eventDates': 'ca. 1918|1920-1923',
     'eventStartDates': '1918|1920', 'eventEndDates': '1918|1923',
     'eventActors': 'Ohayon, Shimon|NULL', 'language': 'aze|heb', 'script': 'Latn|Hebr'},
    {'legacyId': '11', 'parentId': '10', 'identifier': 'S1', 'title': 'Letters',
     'levelOfDescription': 'Series', 'culture': 'en', 'subjectAccessPoints': 'Schools|Synagogues',
     'placeAccessPoints': 'Quba', 'publicationStatus': 'Draft'},
    {'legacyId': '12', 'parentId': '11', 'identifier': '1', 'title': 'Письмо из Губы',
     'levelOfDescription': 'Item', 'culture': 'ru', 'extentAndMedium': '2 листа',
     'eventTypes': 'Creation', 'eventDates': '5 мая 1919', 'eventStartDates': '1919-05-05',
     'eventEndDates': '1919-05-05', 'eventActors': 'Ohayon, Shimon'},
    {'legacyId': '13', 'parentId': '11', 'identifier': '2', 'title': 'מכתב מקובה',
     'levelOfDescription': 'Item', 'culture': 'he'},
]

PEOPLE = [
    {'culture': 'en', 'typeOfEntity': 'Person', 'authorizedFormOfName': 'Ohayon, Shimon',
     'parallelFormsOfName': 'אוחיון, שמעון|Охайон, Шимон', 'datesOfExistence': '1870-1938',
     'history': 'A teacher in Quba.'},
    {'culture': 'en', 'typeOfEntity': 'Corporate body',
     'authorizedFormOfName': 'Archive of the Community', 'history': 'Keeps the letters.'},
]


def units(desk, name, rows):
    return desk.table(name, rows, header('isad'))


def edited(rows, place, column, cell):
    rows = [dict(row) for row in rows]
    rows[place][column] = cell
    return rows


def counts(told):
    """The last word on each kind, as {kind: (new, changed, unchanged, refused)}."""
    found = {}
    for line in told.out.splitlines():
        kind, _, rest = line.partition(': ')
        numbers = [part.split(' ') for part in rest.split(', ')]
        if [pair[-1] for pair in numbers] == ['new', 'changed', 'unchanged', 'refused']:
            found[kind] = tuple(int(pair[0]) for pair in numbers)
    assert found, told
    return found


def sums(told):
    return tuple(sum(column) for column in zip(*counts(told).values()))


@journey
def rows_become_records(desk):
    desk.new()
    told = desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    new, changed, unchanged, refused = sums(told)
    assert new >= len(UNITS) and changed == unchanged == refused == 0, told
    assert told.err == '' and '%' not in told.out, 'progress in a pipe'
    item = desk.one('F1/S1/1')
    assert item['title'] == 'Письмо из Губы' and len(item['ancestors']) == 2
    assert texts(item, 'extentAndMedium') == ['2 листа']
    assert item['fields']['date' if 'date' in item['fields'] else 'dates'][0]['text'] == '5 мая 1919'
    fonds = desk.one('F1')
    assert texts(fonds, 'scopeAndContent') == [UNITS[0]['scopeAndContent']]
    assert fonds['access'] == 'public' and desk.one('F1/S1')['access'] == 'staff'
    desk.sound()


@journey
def every_value_of_every_row_is_found_again(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    for row, code in zip(UNITS, ('F1', 'F1/S1', 'F1/S1/1', 'F1/S1/2')):
        shown = desk.fonds('show', desk.file, '--json', code)
        said = set()
        for values in shown.json[0]['fields'].values():
            for value in values:
                said.update(str(one) for one in value.values())
        for column in ('legacyId', 'identifier', 'title', 'scopeAndContent', 'extentAndMedium',
                       'eventDates', 'eventStartDates', 'eventEndDates', 'eventActors', 'repository',
                       'subjectAccessPoints', 'placeAccessPoints'):
            cells = [row.get(column, '')] if column in ('title', 'scopeAndContent') \
                else row.get(column, '').split('|')
            for cell in cells:
                assert cell in ('', 'NULL') or cell in said, (code, column, cell, said)


@journey
def the_same_rows_again_change_nothing(desk):
    desk.new()
    path = units(desk, 'units.csv', UNITS)
    desk.fonds('import', desk.file, path)
    before = desk.snapshot()
    entries = desk.fonds('stats', desk.file, '--json').json['journalEntries']
    told = desk.fonds('import', desk.file, path)
    new, changed, unchanged, refused = sums(told)
    assert (new, changed, refused) == (0, 0, 0) and unchanged >= len(UNITS), told
    assert desk.snapshot() == before
    assert desk.fonds('stats', desk.file, '--json').json['journalEntries'] == entries


@journey
def shuffled_rows_of_a_renamed_file_change_nothing(desk):
    desk.new()
    path = desk.generated('generated.csv', 300)
    desk.fonds('import', desk.file, path)
    before = desk.snapshot()
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    random.Random(7).shuffle(rows)
    told = desk.fonds('import', desk.file, desk.table('other name.csv', rows))
    assert sums(told)[:2] == (0, 0) and sums(told)[3] == 0, told
    assert desk.snapshot() == before


@journey
def one_edited_cell_changes_one_value(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    before = desk.snapshot()
    changed = units(desk, 'units.csv', edited(UNITS, 2, 'extentAndMedium', '3 листа'))
    told = desk.fonds('import', desk.file, changed)
    assert sums(told)[0] == 0 and sums(told)[1] == 1, told
    found = differences(before, desk.snapshot())
    assert len(found) == 1 and found[0][1:] == ('2 листа', '3 листа'), found
    desk.sound()


@journey
def repeatable_values_are_replaced_and_not_appended(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    desk.fonds('import', desk.file,
               units(desk, 'units.csv', edited(UNITS, 1, 'subjectAccessPoints', 'Synagogues|Trade')))
    names = [value.get('name') for value in desk.one('F1/S1')['fields']['subject']]
    assert names == ['Synagogues', 'Trade'], names


@journey
def a_blank_cell_takes_the_value_away(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    desk.fonds('import', desk.file, units(desk, 'units.csv', edited(UNITS, 2, 'extentAndMedium', '')))
    assert texts(desk.one('F1/S1/1'), 'extentAndMedium') == []


@journey
def a_column_that_is_not_there_leaves_its_field_alone(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    narrow = [{name: row.get(name, '') for name in ('legacyId', 'parentId', 'title', 'culture')}
              for row in UNITS]
    desk.fonds('import', desk.file, desk.table('units.csv', narrow))
    assert texts(desk.one('F1/S1/1'), 'extentAndMedium') == ['2 листа']


@journey
def children_may_come_before_their_parents(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', list(reversed(UNITS))))
    assert [link['title'] for link in desk.one('F1/S1/1')['ancestors']] == [
        UNITS[0]['title'], UNITS[1]['title']]


@journey
def translations_are_one_record(desk):
    desk.new()
    rows = UNITS + [{'legacyId': '11', 'parentId': '10', 'title': 'Məktublar', 'culture': 'az'}]
    desk.fonds('import', desk.file, units(desk, 'units.csv', rows))
    assert sorted(texts(desk.one('F1/S1'), 'title')) == ['Letters', 'Məktublar']


@journey
def people_and_descriptions_come_together(desk):
    desk.new()
    told = desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS),
                      desk.table('people.csv', PEOPLE, header('authority-records')))
    assert sums(told)[3] == 0, told
    found = desk.fonds('search', desk.file, '--json', 'kind:person').json
    assert found['total'] == 1, found
    assert desk.total('Охайон') >= 1 and desk.total('אוחיון') >= 1


@journey
def a_dry_run_writes_nothing(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    before = desk.contents()
    more = edited(UNITS, 2, 'title', 'Другое письмо') + [{'legacyId': '99', 'title': 'New'}]
    told = desk.fonds('import', desk.file, units(desk, 'units.csv', more), '--dry-run')
    assert sums(told)[0] == 1 and sums(told)[1] == 1, told
    assert desk.contents() == before


@journey
def a_dry_run_promises_what_the_import_does(desk):
    desk.new()
    path = units(desk, 'units.csv', UNITS + [{'legacyId': '14', 'parentId': '77', 'title': 'Lost'}])
    dry = desk.fonds('import', desk.file, path, '--dry-run', status=REFUSED)
    wet = desk.fonds('import', desk.file, path, status=REFUSED)
    assert counts(dry) == counts(wet), (dry, wet)
    assert desk.total('kind:unit') == len(UNITS)


@journey
def refused_rows_are_named_and_reported(desk):
    desk.new()
    rows = UNITS + [{'legacyId': '14', 'parentId': '77', 'title': 'Lost'},
                    {'legacyId': '15', 'parentId': '14', 'title': 'Under the lost'},
                    {'legacyId': '16', 'parentId': '10', 'title': 'Twice', 'culture': 'en'},
                    {'legacyId': '16', 'parentId': '10', 'title': 'Twice too', 'culture': 'en'}]
    told = desk.fonds('import', desk.file, units(desk, 'units.csv', rows), status=REFUSED)
    assert sums(told)[3] == 4, told
    # The scope of the first row has a line break, so that rows and lines part there.
    for row in (6, 7, 8, 9):
        named = [said for said in told.err.splitlines()
                 if f'units.csv, row {row} (line {row + 1})' in said]
        assert len(named) == 1 and {6: '77', 7: '14'}.get(row, '16') in named[0].split('line')[1][3:], told
    report = desk.file + '.import-report.csv'
    assert report in told.err
    with open(report, encoding='utf-8', newline='') as file:
        listed = [line for line in csv.DictReader(file) if line['result'] == 'refused']
    assert [(line['row'], line['value']) for line in listed] == [
        ('6', '77'), ('7', '14'), ('8', '16'), ('9', '16')], listed
    assert all(line['reason'] and line['column'] and line['file'] for line in listed)
    assert desk.total('Lost') == 0 and desk.total('kind:unit') == len(UNITS)
    desk.sound()


@journey
def the_report_goes_where_it_is_wanted(desk):
    desk.new()
    told = desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS), '--report',
                      desk.path('отчёт.csv'))
    assert os.path.exists(desk.path('отчёт.csv')), told


@journey
def strict_refuses_the_whole_file(desk):
    desk.new()
    path = units(desk, 'units.csv', UNITS + [{'legacyId': '14', 'parentId': '77', 'title': 'Lost'}])
    told = desk.fonds('import', desk.file, path, '--strict', status=FAILED)
    assert 'row 6' in told.err, told
    assert desk.total() == 0 and desk.snapshot() == {}
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS), '--strict', status=DONE)


@journey
def a_broken_table_is_refused_in_words_that_say_where(desk):
    desk.new()
    path = desk.write('broken.csv', 'legacyId,title\n1,Fine\n2,"Never closed\n3,x\n')
    told = desk.fonds('import', desk.file, path, status=FAILED)
    assert 'line 3' in told.err.lower() and 'broken.csv' in told.err, told
    assert desk.total() == 0


@journey
def a_table_that_is_not_there_is_named(desk):
    desk.new()
    told = desk.fonds('import', desk.file, desk.path('absent.csv'), status=FAILED)
    assert 'absent.csv' in told.err, told
    assert desk.total() == 0


@journey
def if_one_of_several_tables_is_broken_none_goes_in(desk):
    desk.new()
    broken = desk.write('broken.csv', 'legacyId,title\n1,"Never closed\n')
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS), broken, status=FAILED)
    assert desk.total() == 0
    desk.sound()


@journey
def a_mapping_file_says_what_columns_mean(desk):
    desk.new()
    mapping = desk.write('own.mapping', 'kind unit\nsource museum\nkey No\nlanguage en\nlevel item\n'
                         'column No -> referenceCode\ncolumn What -> title\n'
                         'column Made,From,To -> event text,start,end type=Creation\n'
                         'column Tags -> subject split=";"\ncolumn Secret -> ignore\n')
    rows = [{'No': 'A.1', 'What': 'A carpet', 'Made': 'about 1900', 'From': '1895', 'To': '1905',
             'Tags': 'Carpets;Trade', 'Secret': 'x'},
            {'No': 'A.2', 'What': 'A ketubbah', 'Made': 'December 1952', 'Tags': 'Marriage'}]
    told = desk.fonds('import', desk.file, desk.table('museum.csv', rows), '--mapping', mapping)
    assert counts(told) and sums(told)[3] == 0, told
    carpet = desk.one('A.1')
    assert carpet['title'] == 'A carpet' and 'x' not in str(carpet['fields'].values()).split("'")
    assert [value['name'] for value in carpet['fields']['subject']] == ['Carpets', 'Trade']
    again = desk.fonds('import', desk.file, desk.path('museum.csv'), '--mapping', mapping)
    assert sums(again)[:2] == (0, 0), again
    assert desk.total('date:1900') == 1 and desk.total('date:1952') == 1


@journey
def a_wrong_mapping_names_its_line(desk):
    desk.new()
    mapping = desk.write('own.mapping', 'kind unit\nkey No\ncolumn What to title\n')
    table = desk.table('museum.csv', [{'No': '1', 'What': 'A'}])
    told = desk.fonds('import', desk.file, table, '--mapping', mapping, status=FAILED)
    assert 'own.mapping' in told.err and '3' in told.err, told
    desk.fonds('import', desk.file, table, '--mapping', desk.path('absent'), status=FAILED)
    desk.fonds('import', desk.file, table, '--format', 'telegram', status=USAGE)
    assert desk.total() == 0


@journey
def undo_takes_a_whole_import_back_and_redo_brings_it_again(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    first = desk.snapshot()
    more = edited(UNITS, 2, 'title', 'Другое письмо') + [{'legacyId': '99', 'title': 'New one',
                                                          'culture': 'en'}]
    desk.fonds('import', desk.file, units(desk, 'units.csv', more))
    second = desk.snapshot()
    assert len(second) > len(first)
    told = desk.fonds('undo', desk.file)
    assert 'units.csv' in told.out, told
    assert desk.snapshot() == first and desk.total('Другое') == 0
    desk.sound()
    desk.fonds('undo', desk.file)
    assert desk.snapshot() == {} and desk.total() == 0
    desk.fonds('undo', desk.file, status=FAILED)
    desk.fonds('redo', desk.file)
    assert desk.snapshot() == first
    desk.fonds('redo', desk.file)
    assert desk.snapshot() == second and desk.total('Другое') == 1
    desk.fonds('redo', desk.file, status=FAILED)
    desk.sound()


@journey
def an_import_after_an_undo_begins_anew(desk):
    desk.new()
    path = units(desk, 'units.csv', UNITS)
    desk.fonds('import', desk.file, path)
    desk.fonds('undo', desk.file)
    told = desk.fonds('import', desk.file, path)
    assert sums(told)[0] >= len(UNITS) and sums(told)[3] == 0, told
    assert desk.total('kind:unit') == len(UNITS)
    desk.sound()


@journey
def an_export_comes_in_again_as_the_same(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    desk.fonds('export', desk.file, '--format', 'atom', '-o', desk.path('one'))
    names = sorted(name for name in os.listdir(desk.path('one')) if name.endswith('.csv'))
    assert 'descriptions.csv' in names, names
    first, desk.file = desk.file, desk.path('b.fonds')
    desk.new()
    told = desk.fonds('import', desk.file, *(os.path.join(desk.path('one'), name) for name in names))
    assert sums(told)[3] == 0, told
    desk.fonds('export', desk.file, '--format', 'atom', '-o', desk.path('two'))
    assert sorted(os.listdir(desk.path('two'))) == sorted(os.listdir(desk.path('one')))
    for name in names:
        with open(os.path.join(desk.path('one'), name), 'rb') as file:
            one = file.read()
        with open(os.path.join(desk.path('two'), name), 'rb') as file:
            assert file.read() == one, name
    assert first != desk.file


def keeps_facts(desk):
    with contextlib.closing(sqlite3.connect(desk.file)) as db:
        return db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'stored_facts'").fetchone()[0]


@journey
def after_many_records_the_next_start_need_not_read_them(desk):
    desk.new()
    desk.fonds('import', desk.file, units(desk, 'units.csv', UNITS))
    assert not keeps_facts(desk)
    many = [{'legacyId': str(n), 'title': f'Letter {n}', 'levelOfDescription': 'Item', 'culture': 'en'}
            for n in range(10000)]
    path = units(desk, 'many.csv', many)
    desk.fonds('import', desk.file, path, '--dry-run')
    assert not keeps_facts(desk)
    desk.fonds('import', desk.file, path)
    assert keeps_facts(desk)
    desk.sound()


if __name__ == '__main__':
    sys.exit(main('importing'))
