"""manual.py - the man page tells of every verb and option that the program has, and of no other option

Usage: manual.py SOURCE-TOP PROGRAM. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
import sys

SOURCE, PROGRAM = sys.argv[1:3]
OPTION = re.compile(r'(?<![\w-])--[a-z][a-z-]*')


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def page():
    with open(os.path.join(SOURCE, 'app', 'fonds.1'), encoding='utf-8') as file:
        return re.sub(r'\\f[BIR]', '', file.read()).replace('\\-', '-')


def told(text):
    """Verb -> options, as the page's entries tell them; `open` is the window's own name."""
    entries = re.split(r'^\.TP\n\.B fonds ', text[text.index('.SH VERBS'):text.index('.SH QUERIES')], flags=re.MULTILINE)
    return {entry.split()[0]: set(OPTION.findall(entry)) for entry in entries[1:]}


def has():
    verbs = re.findall(r'^  fonds ([a-z]+) ', said(PROGRAM, '--help'), flags=re.MULTILINE)
    return {verb: set(OPTION.findall(said(PROGRAM, verb, '--help'))) - {'--help'} for verb in verbs}


def differences(left, right):
    """What left has and right lacks."""
    return [f'{verb}: {option}' for verb, options in left.items() for option in options - right.get(verb, set())] + \
        [verb for verb in left if verb not in right]


if __name__ == '__main__':
    PAGE, TRUE = told(page()), has()
    PAGE.pop('open', None)
    RESULTS = {
        'the-program-has-verbs': [] if len(TRUE) > 5 else ['its --help names none'],
        'every-verb-and-option-is-in-the-man-page': differences(TRUE, PAGE),
        'the-man-page-promises-no-other-option': differences({verb: PAGE[verb] for verb in TRUE if verb in PAGE}, TRUE),
    }
    print(f'1..{len(RESULTS)}')
    for number, (name, complaints) in enumerate(RESULTS.items(), 1):
        print(f'{"not ok" if complaints else "ok"} {number} /manual/{name}')
        for complaint in complaints:
            print(f'# {complaint}')
    sys.exit(1 if any(RESULTS.values()) else 0)
