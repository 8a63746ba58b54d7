"""shape.py - what a file looks like: its plate, its length, the length of its functions

Tables of data (fields-*.c, codes-*.c) may be long; nothing else may.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import sys

import tree

FILE_MAX = 600
FUNCTION_MAX = 60
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
IS_TABLE = re.compile(r'(fields|codes)-[\w-]+\.c$')
IS_SCRIPT = re.compile(r'\.(py|sh)$')


def ours(path):
    return tree.is_code(path) and not path.startswith('tests/fixtures/')


def length(texts):
    return [f'{path}:{text.count(chr(10))}: longer than {FILE_MAX} lines: split it by concern'
            for path, text in texts.items()
            if (ours(path) or IS_SCRIPT.search(path)) and text.count('\n') > FILE_MAX
            and not IS_TABLE.match(os.path.basename(path))]


def functions(texts):
    """A function body opens with a brace alone in the first column, after a line that closes a parenthesis."""
    complaints = []
    for path, text in texts.items():
        if not ours(path):
            continue
        opened = None
        lines = text.split('\n')
        for number, line in enumerate(lines, 1):
            if line == '{' and number > 1 and lines[number - 2].endswith(')'):
                opened = number
            elif line == '}' and opened:
                if number - opened + 1 > FUNCTION_MAX:
                    complaints.append(f'{path}:{opened}: a function of {number - opened + 1} lines')
                opened = None
    return complaints


def plates(texts):
    complaints = []
    for path, text in texts.items():
        if not ours(path):
            continue
        name = os.path.basename(path)
        plate = text[:text.find('*/')] if text.startswith('/* ') else ''
        if not plate.startswith(f'/* {name} - '):
            complaints.append(f'{path}:1: the plate must open with "/* {name} - " and say what this is')
        elif LICENCE not in text[:3000]:
            complaints.append(f'{path}:1: lacks the licence')
        if path.endswith('.h') and '\n#pragma once\n' not in text:
            complaints.append(f'{path}:1: the header lacks #pragma once')
    return complaints


def scripts(texts):
    return [f'{path}:1: the script lacks the licence' for path, text in texts.items()
            if (IS_SCRIPT.search(path) or text.startswith('#!')) and not path.startswith('tests/fixtures/')
            and LICENCE not in text[:3000]]


PLATE = '/* a.c - nothing\n * SPDX-License-Identifier: GPL-3.0-or-later\n */\n'

if __name__ == '__main__':
    sys.exit(tree.main('shape', [
        ('no-file-is-longer-than-600-lines', length, {'a-long-file': {'ui/a.c': PLATE + '\n' * FILE_MAX}}),
        ('no-function-is-longer-than-60-lines', functions,
         {'a-long-function': {'ui/a.c': 'int\na (void)\n{\n' + '  x ();\n' * FUNCTION_MAX + '}\n'}}),
        ('every-file-opens-with-its-plate', plates, {
            'a-missing-plate': {'ui/a.c': '#include <glib.h>\n'},
            'another-file-s-plate': {'ui/b.c': PLATE},
            'a-missing-licence': {'ui/a.c': '/* a.c - nothing\n */\n'},
            'a-header-without-pragma-once': {'ui/a.h': PLATE.replace('a.c', 'a.h')},
        }),
        ('every-script-names-its-licence', scripts, {'a-bare-script': {'tests/a.py': 'print(1)\n'}}),
    ]))
