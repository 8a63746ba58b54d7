"""report.py - what the test programs themselves reported, for a person: failures in their own words,
and one closing line that counts every subtest.

Usage: report.py BUILD [--tally FILE]     read BUILD/meson-logs/testlog.json
       report.py --sum TALLY...           add up what earlier calls wrote with --tally

A program that crashed, timed out, or printed fewer results than it planned counts as one failure on top
of what it reported. Nothing run at all is a failure, too: the exit status is 0 only for passes.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import argparse
import json
import os
import re
import sys

RESULT = re.compile(r'^( *)(not )?ok\b *(\d*) *-? *(.*)$')
SKIP = re.compile(r'#\s*SKIP\S*\s*(.*)$', re.IGNORECASE)
SKIP_ALL = re.compile(r'^1\.\.0\b.*#\s*SKIP\S*\s*(.*)$', re.IGNORECASE)


class Tap:
    """One program's report. Nested blocks are counted by their leaves, not by the line that sums them."""

    def __init__(self, text):
        self.passed = 0
        self.failed = []
        self.skipped = []
        self.last = None
        below = None
        for line in text.splitlines():
            whole = SKIP_ALL.match(line)
            if whole:
                self.skipped.append(('all', whole.group(1)))
            found = RESULT.match(line)
            if not found:
                continue
            depth = len(found.group(1))
            if below is not None and depth < below:
                below = depth
                continue
            below = depth
            self.count(found.group(2), found.group(4))

    def count(self, wrong, name):
        skip = SKIP.search(name)
        if skip:
            self.skipped.append((name[:skip.start()].strip(), skip.group(1)))
        elif wrong:
            self.failed.append(name.strip())
        else:
            self.passed += 1
            self.last = name.strip()


def last_words(test):
    """What the program said beside its results: the part a person reads to understand a failure."""
    said = [line for line in test.get('stdout', '').splitlines()
            if not re.match(r'^\s*(ok\b|# (random seed|Start of|End of|slow)|1\.\.\d|TAP version)', line)]
    said += test.get('stderr', '').splitlines()
    return said[-80:]


def judge(test):
    """The TAP of one program, with a failure more when the program itself went wrong."""
    tap = Tap(test.get('stdout', ''))
    good = test['result'] in ('OK', 'SKIP')
    if not good and not tap.failed:
        where = f'after {tap.last}' if tap.last else 'before any result'
        tap.failed.append(f'the program itself, {where}: {test["result"].lower()}, status {test.get("returncode")}')
    if good and not (tap.passed or tap.failed or tap.skipped):
        tap.failed.append('it reported nothing')
    return tap


def read(build):
    path = os.path.join(build, 'meson-logs', 'testlog.json')
    if not os.path.exists(path):
        with open(os.path.join(build, 'test.log'), errors='replace') as log:
            print(log.read()[-4000:])
        return 0, 1, 0
    passed = failed = skipped = 0
    with open(path, encoding='utf-8', errors='replace') as log:
        tests = [json.loads(line) for line in log]
    for test in tests:
        tap = judge(test)
        passed += tap.passed
        failed += len(tap.failed)
        skipped += len(tap.skipped)
        for name, reason in tap.skipped:
            print(f'skipped: {test["name"]} {name}: {reason or "no reason given"}')
        if tap.failed:
            print(f'\nFAILED: {test["name"]}')
            for name in tap.failed:
                print(f'  {name}')
            for line in last_words(test):
                print(f'    | {line}')
    return passed, failed, skipped


def total(tallies):
    """A tally that was never written stands for a run that broke off: one failure."""
    counts = [0, 0, 0]
    for path in tallies:
        try:
            with open(path, encoding='ascii') as tally:
                numbers = [int(word) for word in tally.read().split()]
        except OSError:
            numbers = [0, 1, 0]
        counts = [old + new for old, new in zip(counts, numbers)]
    return tuple(counts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build', nargs='?')
    parser.add_argument('--tally')
    parser.add_argument('--sum', nargs='+', default=[])
    wish = parser.parse_args()
    passed, failed, skipped = total(wish.sum) if wish.sum else read(wish.build)
    if wish.tally:
        with open(wish.tally, 'w', encoding='ascii') as tally:
            tally.write(f'{passed} {failed} {skipped}\n')
    else:
        print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
    sys.stdout.flush()
    return 0 if passed and not failed else 1


if __name__ == '__main__':
    sys.exit(main())
