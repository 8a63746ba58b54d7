"""words.py - every file with sentences for people is known to the translators

`words.py --write` brings po/POTFILES.in up to date.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import sys

import tree

MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED_XML = re.compile(r'translatable="yes"')


def is_marked(path, text):
    if not path.startswith(('app/', 'data/', 'ui/')):
        return False
    if tree.is_code(path):
        return bool(MARKED.search(tree.without_comments(text)))
    if path.endswith('.ui'):
        return bool(MARKED_XML.search(text))
    return path.endswith(('.desktop.in', '.metainfo.xml.in'))


def potfiles(texts):
    listed = [line.strip() for line in texts.get('po/POTFILES.in', '').split('\n')
              if line.strip() and not line.startswith('#')]
    complaints = [f'po/POTFILES.in: {path} is listed and does not exist' for path in listed if path not in texts]
    complaints += [f'po/POTFILES.in: lacks {path} (tests/lint/words.py --write adds it)' for path, text in texts.items()
                   if is_marked(path, text) and path not in listed]
    if listed != sorted(set(listed)):
        complaints.append('po/POTFILES.in: not in alphabetical order')
    return complaints


def write():
    """The list's own head line stays; the rest is made anew."""
    texts = tree.files()
    head = [line for line in texts['po/POTFILES.in'].split('\n') if line.startswith('#')]
    marked = sorted(path for path, text in texts.items() if is_marked(path, text))
    with open(os.path.join(tree.TOP, 'po', 'POTFILES.in'), 'w', encoding='utf-8') as file:
        file.write('\n'.join(head + marked) + '\n')


if __name__ == '__main__':
    if sys.argv[1:] == ['--write']:
        sys.exit(write())
    sys.exit(tree.main('words', [
        ('every-translatable-file-is-listed', potfiles, {
            'a-file-not-listed': {'ui/a.c': 'x = _("Search");', 'po/POTFILES.in': ''},
            'a-template-not-listed': {'ui/a.ui': '<property translatable="yes">', 'po/POTFILES.in': ''},
            'a-listed-file-that-is-gone': {'po/POTFILES.in': 'ui/gone.c\n'},
            'a-list-out-of-order': {'ui/a.c': '', 'ui/b.c': '', 'po/POTFILES.in': 'ui/b.c\nui/a.c\n'},
        }),
    ]))
