"""words.py - what a person reads: every translatable file is known to the translators, every README tells
of files that are there

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import sys

import tree

MARKED = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
MARKED_XML = re.compile(r'translatable="yes"')
MENTION = re.compile(r'`([\w./-]+\.(?:c|sql|py|md|ui|css|txt|tsv|csv|json|xml|build))`')


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
    complaints += [f'po/POTFILES.in: lacks {path}' for path, text in texts.items()
                   if is_marked(path, text) and path not in listed]
    if listed != sorted(set(listed)):
        complaints.append('po/POTFILES.in: not in alphabetical order')
    return complaints


def exists(texts, folder, name):
    """A README names files from its own folder or from the top; a bare name may be anywhere below it."""
    if name in texts or os.path.normpath(os.path.join(folder, name)) in texts:
        return True
    return '/' not in name and any(path.startswith(folder) and os.path.basename(path) == name for path in texts)


def readmes(texts):
    libraries = {os.path.dirname(path) for path in texts
                 if path.startswith('data/') and path.endswith('.c') and path.count('/') == 2}
    complaints = [f'{folder}: has no README.md' for folder in sorted(libraries)
                  if f'{folder}/README.md' not in texts]
    for path, text in texts.items():
        if os.path.basename(path) == 'README.md' and not path.startswith('tests/fixtures/'):
            complaints += [f'{path}:{tree.line_of(text, found.start())}: {found.group(1)} does not exist'
                           for found in MENTION.finditer(text)
                           if not exists(texts, os.path.dirname(path), found.group(1))]
    return complaints


if __name__ == '__main__':
    sys.exit(tree.main('words', [
        ('every-translatable-file-is-listed', potfiles, {
            'a-file-not-listed': {'ui/a.c': 'x = _("Search");', 'po/POTFILES.in': ''},
            'a-template-not-listed': {'ui/a.ui': '<property translatable="yes">', 'po/POTFILES.in': ''},
            'a-listed-file-that-is-gone': {'po/POTFILES.in': 'ui/gone.c\n'},
            'a-list-out-of-order': {'ui/a.c': '', 'ui/b.c': '', 'po/POTFILES.in': 'ui/b.c\nui/a.c\n'},
        }),
        ('every-library-has-a-readme-that-holds', readmes, {
            'a-library-without': {'data/x/a.c': ''},
            'a-mention-of-nothing': {'data/x/a.c': '', 'data/x/README.md': 'see `b.c`'},
        }),
    ]))
