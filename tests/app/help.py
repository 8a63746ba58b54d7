"""help.py - the manual is valid, whole, and speaks of the window that there is

Usage: help.py SOURCE-TOP. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import re
import shutil
import subprocess
import sys

SOURCE = sys.argv[1]
FOLDER = os.path.join(SOURCE, 'app', 'help', 'C')
PAGES = sorted(glob.glob(os.path.join(FOLDER, '*.page')))


def complaints_of(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = (done.stdout + done.stderr).strip().splitlines()
    return said if done.returncode or said else []


def checked(what, *arguments):
    return complaints_of('yelp-check', what, *(arguments or PAGES))


def labels():
    """All words that the window can show, without mnemonics and dots."""
    found = set()
    for path in glob.glob(os.path.join(SOURCE, 'ui', '*.c')) + glob.glob(os.path.join(SOURCE, 'ui', '*.ui')):
        with open(path, encoding='utf-8') as file:
            text = file.read()
        found.update(re.findall(r'translatable="yes">([^<]+)<', text))
        found.update(re.findall(r'_ ?\("([^"]+)"\)', text))
    return {label.replace('_', '').rstrip('…') for label in found}


def strangers():
    """What a page calls by a label that no button, menu item or title bears."""
    known = labels()
    complaints = []
    for path in PAGES:
        with open(path, encoding='utf-8') as file:
            for label in re.findall(r'<gui>([^<]+)</gui>', file.read()):
                if label.rstrip('…') not in known:
                    complaints.append(f'{os.path.basename(path)}: nothing is called “{label}”')
    return complaints


if __name__ == '__main__':
    TOOLS = shutil.which('yelp-check') is not None
    SKIP = ' # SKIP yelp-tools is not installed'
    RESULTS = [
        ('has-pages', True, lambda: [] if len(PAGES) > 5 else ['too few']),
        ('is-valid-mallard', TOOLS, lambda: checked('validate')),
        ('links-lead-somewhere', TOOLS, lambda: checked('links')),
        ('every-page-can-be-come-to', TOOLS, lambda: checked('orphans', FOLDER)),
        ('pages-are-named-as-their-files', TOOLS, lambda: checked('ids', FOLDER)),
        ('names-only-what-the-window-shows', True, strangers),
    ]
    failed = False
    print(f'1..{len(RESULTS)}')
    for number, (name, can, look) in enumerate(RESULTS, 1):
        complaints = look() if can else []
        failed = failed or bool(complaints)
        print(f'{"not ok" if complaints else "ok"} {number} /help/{name}{"" if can else SKIP}')
        for complaint in complaints:
            print(f'# {complaint}')
    sys.exit(1 if failed else 0)
