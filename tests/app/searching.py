"""searching.py - finding, showing and handing out from the command line

Usage: searching.py PROGRAM GENERATE [NAME...]. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import os
import sys

from desk import FAILED, header, journey, main

UNITS = [
    {'legacyId': '1', 'identifier': 'F1', 'title': 'Archive of a school in Quba',
     'levelOfDescription': 'Fonds', 'culture': 'en', 'publicationStatus': 'Published',
     'eventTypes': 'Creation', 'eventDates': '1918-1923', 'eventStartDates': '1918',
     'eventEndDates': '1923', 'eventActors': 'Ohayon, Shimon', 'subjectAccessPoints': 'Schools'},
    {'legacyId': '2', 'parentId': '1', 'identifier': '1', 'title': 'Letters from Губа',
     'levelOfDescription': 'File', 'culture': 'en', 'scopeAndContent': 'Letters to the governor.',
     'eventTypes': 'Creation', 'eventDates': '1919', 'eventStartDates': '1919',
     'eventEndDates': '1919', 'subjectAccessPoints': 'Schools|Trade'},
    {'legacyId': '3', 'parentId': '1', 'identifier': '2', 'title': 'Register of pupils',
     'levelOfDescription': 'File', 'culture': 'en', 'eventTypes': 'Creation', 'eventDates': '1921',
     'eventStartDates': '1921', 'eventEndDates': '1921'},
    {'legacyId': '4', 'identifier': 'F2', 'title': 'Qırmızı Qəsəbə', 'levelOfDescription': 'Fonds',
     'culture': 'az', 'scopeAndContent': 'Məktublar və fotoşəkillər'},
]


def filled(desk):
    desk.new()
    desk.fonds('import', desk.file, desk.table('units.csv', UNITS, header('isad')))
    return desk


def titles(desk, query, *words):
    told = desk.fonds('search', desk.file, '--json', *words, '--', query)
    assert told.json['total'] >= len(told.json['records'])
    return [record['title'] for record in told.json['records']]


@journey
def words_of_any_script_find(desk):
    filled(desk)
    assert titles(desk, 'letters gov') == ['Letters from Губа']
    assert titles(desk, 'qirmizi qesebe') == ['Qırmızı Qəsəbə']
    assert titles(desk, 'guba') == ['Letters from Губа']
    assert titles(desk, 'nothing of the kind') == []


@journey
def queries_say_more_than_words(desk):
    filled(desk)
    assert titles(desk, '"to the governor"') == ['Letters from Губа']
    assert titles(desk, 'title:register') == ['Register of pupils']
    assert set(titles(desk, 'kind:unit date:1921')) == {UNITS[0]['title'], UNITS[2]['title']}
    assert set(titles(desk, 'under:F1')) == {UNITS[1]['title'], UNITS[2]['title']}
    assert set(titles(desk, 'level:file -letters')) == {UNITS[2]['title']}
    assert set(titles(desk, 'letters OR pupils')) >= {UNITS[1]['title'], UNITS[2]['title']}


@journey
def a_permanent_link_finds_its_record(desk):
    filled(desk)
    uid = desk.one('F2')['uid']
    assert titles(desk, 'fonds:' + uid) == ['Qırmızı Qəsəbə']
    assert titles(desk, uid) == ['Qırmızı Qəsəbə']


@journey
def a_query_that_is_not_understood_is_a_failure_in_words(desk):
    filled(desk)
    told = desk.fonds('search', desk.file, 'date:yesterday', status=FAILED)
    assert 'yesterday' in told.err and told.out == '', told
    told = desk.fonds('search', desk.file, 'under:F9', status=FAILED)
    assert 'F9' in told.err, told


@journey
def the_total_is_exact_and_pages_follow_one_another(desk):
    filled(desk)
    whole = titles(desk, 'kind:unit', '--sort', 'title')
    assert len(whole) == len(UNITS)
    parts = [title for offset in range(len(UNITS))
             for title in titles(desk, 'kind:unit', '--sort', 'title', '--limit', '1', '--offset',
                                 str(offset))]
    assert parts == whole
    told = desk.fonds('search', desk.file, 'kind:unit', '--limit', '1')
    assert f'{len(UNITS)} records' in told.out and len(told.out.splitlines()) == 2, told
    assert desk.fonds('search', desk.file, 'register').out.endswith('1 record\n')


@journey
def orders_are_what_they_say(desk):
    filled(desk)
    dated = titles(desk, 'kind:unit', '--sort', 'date')
    assert dated[:3] == [UNITS[0]['title'], UNITS[1]['title'], UNITS[2]['title']], dated
    turned = titles(desk, 'kind:unit', '--sort', 'date', '--descending')
    assert turned[-1] == UNITS[3]['title'] and turned[0] == UNITS[2]['title'], turned
    assert titles(desk, 'kind:unit', '--sort', 'hierarchy')[:3] == [
        UNITS[0]['title'], UNITS[1]['title'], UNITS[2]['title']]
    by_title = titles(desk, 'kind:unit', '--sort', 'title')
    assert by_title == sorted(by_title), by_title


@journey
def facets_count_what_is_found(desk):
    filled(desk)
    told = desk.fonds('search', desk.file, '--json', '--facets', '--', 'kind:unit')
    facets = {name: {value['label']: value['count'] for value in values}
              for name, values in told.json['facets'].items()}
    assert facets['level'] == {'Fonds': 2, 'File': 2}, facets
    assert facets['subject'] == {'Schools': 2, 'Trade': 1}, facets
    assert facets['access'] == {'Public': 1, 'Staff': 3} or sum(facets['access'].values()) == 4
    assert {value['value']: value['count'] for value in told.json['facets']['decade']} == {
        '1910': 2, '1920': 2}
    text = desk.fonds('search', desk.file, '--facets', 'kind:unit')
    assert 'Schools' in text.out


@journey
def a_record_is_shown_for_people_and_programs(desk):
    filled(desk)
    shown = desk.one('F1/1')
    assert shown['kind'] == 'unit' and shown['referenceCode'] == 'F1/1'
    assert [link['title'] for link in shown['ancestors']] == [UNITS[0]['title']]
    assert desk.one(shown['uid']) == shown
    text = desk.fonds('show', desk.file, 'F1/1').out
    for part in ('Letters from Губа', 'Letters to the governor.', 'F1/1', shown['uid'], '1919'):
        assert part in text, (part, text)
    creator = [link for link in desk.one('F1')['fields']['creator']][0]
    assert desk.one(creator['uid'])['title'] == 'Ohayon, Shimon'
    assert desk.one(creator['uid'])['incoming'][0]['title'] == UNITS[0]['title']


@journey
def records_that_share_a_reference_are_listed(desk):
    desk.new()
    twice = [{'legacyId': '1', 'identifier': 'X', 'title': 'One', 'culture': 'en'},
             {'legacyId': '2', 'identifier': 'X', 'title': 'Two', 'culture': 'en'}]
    desk.fonds('import', desk.file, desk.table('units.csv', twice, header('isad')))
    told = desk.fonds('show', desk.file, 'X')
    assert 'One' in told.out and 'Two' in told.out, told
    assert len(desk.fonds('show', desk.file, '--json', 'X').json) == 2


@journey
def a_query_chooses_what_is_exported(desk):
    filled(desk)
    desk.fonds('export', desk.file, '--query', 'level:file', '--format', 'json', '-o',
               desk.path('files.json'))
    with open(desk.path('files.json'), encoding='utf-8') as file:
        text = file.read()
    assert 'Letters from Губа' in text and 'Register of pupils' in text
    assert 'Archive of a school' not in text


@journey
def the_flat_table_is_utf_8_with_field_names(desk):
    filled(desk)
    desk.fonds('export', desk.file, '--query', 'kind:unit', '--format', 'csv', '-o',
               desk.path('flat.csv'))
    with open(desk.path('flat.csv'), encoding='utf-8', newline='') as file:
        rows = list(csv.DictReader(file))
    # A text that has a language stands in that language's column.
    said = [row['title@az'] + row['title@en'] for row in rows]
    assert sorted(said) == sorted(unit['title'] for unit in UNITS)


@journey
def an_export_that_can_not_be_written_is_a_failure(desk):
    filled(desk)
    told = desk.fonds('export', desk.file, '--format', 'json', '-o', desk.path('no/where.json'),
                      status=FAILED)
    assert 'where.json' in told.err, told
    assert not os.path.exists(desk.path('no'))


@journey
def the_comparison_form_is_ordered_and_says_nothing_of_this_desk(desk):
    filled(desk)
    out = desk.path('a.json')
    desk.fonds('export', desk.file, '--format', 'json', '-o', out)
    desk.fonds('export', desk.file, '--format', 'json', '-o', desk.path('b.json'))
    with open(out, 'rb') as one, open(desk.path('b.json'), 'rb') as two:
        assert one.read() == two.read()
    records = desk.snapshot()
    assert list(records) == sorted(records)
    for record in records.values():
        assert 'rev' not in record and 'changed' not in record, record


@journey
def statistics_count_what_is_there(desk):
    filled(desk)
    stats = desk.fonds('stats', desk.file, '--json').json
    assert stats['documents']['unit'] == len(UNITS) and stats['documents']['person'] == 1, stats
    assert stats['documents']['subject'] == 2 and stats['journalEntries'] == 1
    assert stats['bytes'] == os.path.getsize(desk.file) and stats['name'] == 'a'
    assert f'{len(UNITS)}' in desk.fonds('stats', desk.file).out


if __name__ == '__main__':
    sys.exit(main('searching'))
