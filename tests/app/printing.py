"""printing.py - a record in a PDF file, from the command line

Usage: printing.py PROGRAM GENERATE [NAME...]. Prints TAP. Needs pdftotext.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import shutil
import subprocess
import sys

from desk import FAILED, USAGE, Skip, header, journey, main

UNITS = [
    {'legacyId': '1', 'identifier': 'F1', 'title': 'Letters of a family', 'culture': 'en',
     'levelOfDescription': 'Fonds', 'publicationStatus': 'Published', 'repository': 'City Archive',
     'scopeAndContent': 'Letters about a flood.', 'archivistNote': 'Ask the cousins first.',
     'eventTypes': 'Creation', 'eventDates': '1918-1923', 'eventStartDates': '1918',
     'eventEndDates': '1923', 'eventActors': 'Ohayon, Shimon'},
    {'legacyId': '2', 'parentId': '1', 'identifier': '1', 'title': 'מכתב מקובה', 'culture': 'he',
     'levelOfDescription': 'Item', 'publicationStatus': 'Published',
     'scopeAndContent': 'Письмо из Губы. Məktub və fotoşəkillər.'},
    {'legacyId': '3', 'parentId': '1', 'identifier': '2', 'title': 'A letter that nobody may see',
     'culture': 'en', 'levelOfDescription': 'Item', 'publicationStatus': 'Draft'},
]
LONG = ' '.join(f'sentence{n} of a long history.' for n in range(2000))
TURNS = re.compile('[\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def filled(desk):
    if not shutil.which('pdftotext'):
        raise Skip('pdftotext is not installed')
    desk.new()
    desk.fonds('import', desk.file, desk.table('units.csv', UNITS, header('isad')))
    return desk


def printed(desk, ref, *words):
    """The text of a printed record, without the marks that turn directions."""
    out = desk.path('out.pdf')
    desk.fonds('show', desk.file, ref, '--pdf', out, '--force', *words)
    text = subprocess.run(['pdftotext', '-layout', out, '-'], check=True,
                          stdout=subprocess.PIPE).stdout.decode('utf-8')
    return TURNS.sub('', text)


@journey
def a_printed_record_can_be_read_back(desk):
    text = printed(filled(desk), 'F1')
    for words in ('Letters of a family', 'Fonds', 'City Archive', 'Letters about a flood.',
                  'Ohayon, Shimon', 'Scope and content', 'Page 1 of 1', 'fonds:'):
        assert words in text, f'{words} in {text}'


@journey
def every_script_is_printed_in_its_order(desk):
    text = printed(filled(desk), 'F1/1')
    for words in ('מכתב', 'מקובה', 'Письмо из Губы.', 'Məktub və fotoşəkillər.'):
        assert words in text, f'{words} in {text}'


@journey
def the_public_gets_what_it_may_have_and_no_more(desk):
    filled(desk)
    assert 'Ask the cousins first.' in printed(desk, 'F1')
    assert 'For the staff only' in printed(desk, 'F1')
    assert 'A letter that nobody may see' in printed(desk, 'F1')
    text = printed(desk, 'F1', '--public')
    assert 'Letters about a flood.' in text
    for words in ('Ask the cousins first.', 'For the staff only', 'A letter that nobody may see'):
        assert words not in text, f'{words} in {text}'


@journey
def what_the_public_may_not_see_is_not_there_for_it(desk):
    filled(desk)
    out = desk.path('secret.pdf')
    told = desk.fonds('show', desk.file, 'F1/2', '--public', '--pdf', out, status=FAILED)
    assert 'nobody may see' not in told.err + told.out
    assert not os.path.exists(out)


@journey
def a_long_record_breaks_over_pages_and_loses_nothing(desk):
    units = [dict(UNITS[0], archivalHistory=LONG)]
    desk = filled(desk)
    desk.fonds('import', desk.file, desk.table('long.csv', units, header('isad')), '--source', 'x')
    told = desk.fonds('search', desk.file, 'sentence7', '--json')
    text = printed(desk, told.json['records'][0]['uid'])
    pages = int(re.search(r'Page 1 of (\d+)', text).group(1))
    assert pages > 5
    assert f'Page {pages} of {pages}' in text
    assert [n for n in range(2000) if f'sentence{n} ' not in text.replace('\n', ' ')] == []


@journey
def a_permanent_link_finds_its_record(desk):
    filled(desk)
    uid = desk.fonds('show', desk.file, 'F1', '--json').json[0]['uid']
    assert 'Letters of a family' in desk.fonds('show', desk.file, 'fonds:' + uid).out
    assert 'fonds:' + uid in printed(desk, 'fonds:' + uid)


@journey
def a_file_is_not_overwritten_unasked(desk):
    filled(desk)
    out = desk.write('out.pdf', 'mine')
    desk.fonds('show', desk.file, 'F1', '--pdf', out, status=USAGE)
    with open(out, encoding='utf-8') as file:
        assert file.read() == 'mine'
    desk.fonds('show', desk.file, 'F1', '--pdf', desk.path('nowhere/out.pdf'), status=FAILED)
    desk.fonds('show', desk.file, 'F1', '--pdf', out, '--json', status=USAGE)


if __name__ == '__main__':
    sys.exit(main('printing'))
