"""tidy.py - what may not be in the tree: stray names at the top, one machine's paths, notes to self

SPDX-License-Identifier: GPL-3.0-or-later
"""
import re
import sys

import tree

TOP = {'app', 'data', 'ui', 'po', 'tests', 'meson.build', 'README.md', 'COPYING',
       '.ci', '.clang-format', '.editorconfig', '.gitignore'}
# Written so that these very lines are not found.
PLACE = re.compile(r'(?<![\w./-])/(wor[k]|ro[o]t|hom[e]/\w+|tm[p])(?=[/\s"\'`:;,.]|$)|[.][.]/share[d]/|deb[.]debian[.]or[g]')
NOTE = re.compile(r'\b(TO[D]O|FIXM[E])\b')
FOREIGN = ('tests/fixtures/', 'tests/fuzz/corpus/', 'COPYING', 'po/')


def top(texts):
    return [f'{name}: does not belong at the top level'
            for name in sorted({path.split('/')[0] for path in texts} - TOP)]


def search(texts, pattern, complaint):
    return [f'{path}:{tree.line_of(text, found.start())}: {complaint}: {found.group(0).strip()}'
            for path, text in texts.items() if not path.startswith(FOREIGN)
            for found in pattern.finditer(text)]


def places(texts):
    return search(texts, PLACE, 'a path of one machine')


def notes(texts):
    return search(texts, NOTE, 'say it in an issue, or do it')


def endings(texts):
    return [f'{path}:{number}: blanks at the end of the line'
            for path, text in texts.items()
            if not path.startswith(FOREIGN) and path.endswith(('.c', '.h', '.py', '.build', '.ui', '.css', '.md'))
            for number, line in enumerate(text.split('\n'), 1) if line != line.rstrip(' \t')]


if __name__ == '__main__':
    sys.exit(tree.main('tidy', [
        ('the-top-level-holds-the-rooms-and-nothing-else', top, {'a-stray-file': {'notes.txt': ''}}),
        ('nothing-names-a-place-of-one-machine', places, {
            'a-temporary-place': {'app/a.c': 'x = "/tm' + 'p/x";'},
            'a-home': {'app/a.md': 'see /hom' + 'e/somebody/x'},
        }),
        ('no-notes-to-self', notes, {'a-note': {'app/a.c': '/* TO' + 'DO: later */'}}),
        ('no-line-ends-with-blanks', endings, {'a-blank': {'ui/a.c': 'int a; \n'}}),
    ]))
