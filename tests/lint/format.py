"""format.py - every C file is as clang-format leaves it

Only one version's word counts, since two versions disagree: 14, that of Debian 12.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tree

VERSION = '14'


def find():
    """The formatter of the right version, or the reason why there is none."""
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        path = shutil.which(name)
        if not path:
            continue
        said = subprocess.run([path, '--version'], capture_output=True, text=True, check=False).stdout
        if re.search(rf'version {VERSION}\.', said):
            return path, None
    return None, f'clang-format {VERSION} is not here, and another version formats otherwise'


def drift(formatter, top, names):
    if not names:
        return []
    said = subprocess.run([formatter, '--style=file', '--dry-run', '--ferror-limit=1', *names], cwd=top,
                          capture_output=True, text=True, check=False).stderr
    return [f'{found.group(1)}: clang-format would change it'
            for found in re.finditer(r'^(\S+:\d+):\d+: (?:warning|error)', said, re.MULTILINE)]


def check(formatter, texts):
    """Bad trees are not on the disk, so they are laid out in a folder of their own."""
    names = [path for path in texts if tree.is_code(path) and not path.startswith('tests/fixtures/')]
    if all(os.path.exists(os.path.join(tree.TOP, name)) for name in names):
        return drift(formatter, tree.TOP, names)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(os.path.join(tree.TOP, '.clang-format'), folder)
        for name in names:
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(texts[name])
        return drift(formatter, folder, names)


if __name__ == '__main__':
    FORMATTER, WHY_NOT = find()
    sys.exit(tree.main('format', [
        ('every-file-is-as-clang-format-leaves-it', lambda texts: check(FORMATTER, texts),
         {'a-brace-out-of-place': {'no-such-file.c': 'int main (void) { return 0; }\n'}} if FORMATTER else {}),
    ], skip=WHY_NOT))
