"""layers.py - the law of the house: who may include whom, and which library lives behind which folder

A room includes its own headers and those of rooms below it. Rooms of one floor do not know one another.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import re
import subprocess
import sys

import tree

FLOOR = {
    'app': 5, 'ui': 4,
    'data/sync': 3, 'data/publish': 3, 'data/exchange': 3,
    'data/search': 2, 'data/media': 2,
    'data/catalogue': 1,
    'data/text': 0, 'data/store': 0,
}
# First part of a system header's name -> the only rooms that may include it.
GUESTS = {
    'sqlite3.h': ('data/store',),
    'unicode': ('data/text',),
    'roaring': ('data/search',),
    'vips': ('data/media',),
    'poppler.h': ('data/media', 'data/publish'),
    'libsoup': ('data/sync', 'data/exchange'),
    'cairo.h': ('data/publish', 'ui'),
    'pango': ('data/publish', 'ui'),
    'gtk': ('ui', 'app'),
    'gdk': ('ui', 'app'),
    'adwaita.h': ('ui', 'app'),
    'shumate': ('ui',),
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)


def room_of(path):
    for room in FLOOR:
        if path.startswith(room + '/'):
            return room
    return None


def judge(room, quoted, name, texts):
    if not quoted:
        hosts = GUESTS.get(name) or GUESTS.get(name.split('/')[0])
        if hosts and room not in hosts:
            return f'<{name}> may only be included in {" and ".join(hosts)}'
        return None
    other = room_of(name)
    if other is None:
        # A generated header (resources) has no folder in its name and belongs to the room it is made in.
        return None if '/' not in name and name not in sources_names(texts, room) else \
            f'"{name}" is not a path from the top'
    if other != room and FLOOR[other] >= FLOOR[room]:
        return f'{room} may not know {other} ("{name}")'
    return None


def sources_names(texts, room):
    return {os.path.basename(path) for path in texts if path.startswith(room + '/')}


def includes(texts):
    complaints = []
    for path, text in texts.items():
        room = room_of(path)
        if not room or not tree.is_code(path):
            continue
        for found in INCLUDE.finditer(tree.without_comments(text)):
            wrong = judge(room, found.group(1) == '"', found.group(2), texts)
            if wrong:
                complaints.append(f'{path}:{tree.line_of(text, found.start())}: {wrong}')
    return complaints


def symbols(build):
    """The windowing symbols that a library of data/ asks for, as nm sees them in what was built."""
    complaints = []
    archives = glob.glob(os.path.join(build, 'data', '*', '*.a'))
    for archive in archives:
        nm = subprocess.run(['nm', '-u', archive], capture_output=True, text=True, check=False)
        for line in nm.stdout.splitlines():
            name = line.split()[-1] if line.split() else ''
            if re.match(r'(gtk|gdk|adw|gsk)_', name):
                complaints.append(f'{os.path.relpath(archive, build)}: needs {name}')
    return complaints if archives else ['no library of data/ was built']


def bad(path, text):
    return {path: text}


if __name__ == '__main__':
    BUILD = sys.argv[1]
    BAD = {
        'a-step-up': bad('data/text/a.c', '#include "data/catalogue/record.h"\n'),
        'a-neighbour': bad('data/sync/a.c', '#include "data/exchange/csv.h"\n'),
        'a-window-in-data': bad('data/search/a.h', '#include <gtk/gtk.h>\n'),
        'sqlite-outside-the-store': bad('data/catalogue/a.c', '# include <sqlite3.h>\n'),
        'icu-outside-text': bad('ui/a.c', '#include <unicode/ucol.h>\n'),
        'a-bare-name': bad('ui/a.c', '#include "a.h"\n') | bad('ui/a.h', ''),
    }
    sys.exit(tree.main('layers', [
        ('nobody-includes-a-room-above-or-beside', includes, BAD),
        ('no-library-of-data-needs-a-windowing-symbol', lambda texts: symbols(texts.get('build', BUILD)),
         {'an-empty-build': bad('build', os.path.join(BUILD, 'no-such-folder'))}),
    ]))
