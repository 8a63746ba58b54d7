"""readmes.py - every library and the window has a README, and no README tells of a file that is gone

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import sys

import tree

MENTION = re.compile(r'`([\w./-]+\.(?:c|sql|py|md|ui|css|txt|tsv|csv|json|xml|build))`')


def exists(texts, folder, name):
    """A README names files from its own folder or from the top; a bare name may be anywhere below it.
    Capitals stand for a name of the reader's own, as in test-NAME.c."""
    if re.search('[A-Z]{2}', name.replace('README', '')):
        return True
    if name in texts or os.path.normpath(os.path.join(folder, name)) in texts:
        return True
    return '/' not in name and any(path.startswith(folder) and os.path.basename(path) == name for path in texts)


def readmes(texts):
    libraries = {os.path.dirname(path) for path in texts
                 if re.fullmatch(r'(data/[^/]+|ui)/[^/]+\.c', path)}
    complaints = [f'{folder}: has no README.md' for folder in sorted(libraries)
                  if f'{folder}/README.md' not in texts]
    for path, text in texts.items():
        if os.path.basename(path) == 'README.md' and not path.startswith('tests/fixtures/'):
            complaints += [f'{path}:{tree.line_of(text, found.start())}: {found.group(1)} does not exist'
                           for found in MENTION.finditer(text)
                           if not exists(texts, os.path.dirname(path), found.group(1))]
    return complaints


if __name__ == '__main__':
    sys.exit(tree.main('readmes', [
        ('every-library-has-a-readme-that-holds', readmes, {
            'a-library-without': {'data/x/a.c': ''},
            'a-window-without': {'ui/a.c': ''},
            'a-mention-of-nothing': {'data/x/a.c': '', 'data/x/README.md': 'see `b.c`'},
        }),
    ]))
