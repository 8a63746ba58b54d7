"""report.py - the runner's own report counts right: subtests, skips, nested blocks, crashes and silence

SPDX-License-Identifier: GPL-3.0-or-later
"""
import importlib.util
import os
import sys

import tree

SPEC = importlib.util.spec_from_file_location('runner', os.path.join(tree.TOP, 'tests', 'report.py'))
RUNNER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(RUNNER)


def counts(stdout, result='OK'):
    tap = RUNNER.judge({'stdout': stdout, 'result': result, 'returncode': 0})
    return tap.passed, len(tap.failed), len(tap.skipped)


CASES = {
    'every-subtest-counts': (counts('1..3\nok 1 /a\nnot ok 2 /b - no\nok 3 /c\n', 'FAIL'), (2, 1, 0)),
    'a-skip-is-neither': (counts('1..2\nok 1 /a # SKIP no screen\nok 2 /b\n'), (1, 0, 1)),
    'a-program-may-skip-itself': (counts('1..0 # SKIP no network\n', 'SKIP'), (0, 0, 1)),
    'nested-blocks-count-by-their-leaves': (
        counts('# Subtest: a\n    ok 1 - x\n    not ok 2 - y\n    1..2\nnot ok 1 - a\nok 2 - b\n1..2\n', 'FAIL'),
        (2, 1, 0)),
    'a-crash-after-passes-is-a-failure': (counts('1..3\nok 1 /a\nok 2 /b\n', 'ERROR'), (2, 1, 0)),
    'a-time-out-is-a-failure': (counts('', 'TIMEOUT'), (0, 1, 0)),
    'silence-is-a-failure': (counts(''), (0, 1, 0)),
    'a-missing-tally-is-a-failure': (RUNNER.total([os.path.join(tree.TOP, 'no-such-tally')]), (0, 1, 0)),
}

if __name__ == '__main__':
    for number, (name, (found, expected)) in enumerate(CASES.items(), 1):
        print(f'{"ok" if found == expected else "not ok"} {number} /report/{name}')
        if found != expected:
            print(f'# counted {found} instead of {expected}')
    print(f'1..{len(CASES)}')
    sys.exit(0 if all(found == expected for found, expected in CASES.values()) else 1)
