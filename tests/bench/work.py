"""work.py - how a window keeps up with a person: scrolling, jumping, reading, importing

Usage: with-display work.py PROGRAM STOPWATCH FILE TABLE FRESH. FILE is the catalogue that is worked
in; TABLE is imported into FRESH, an empty one. Prints one JSON object. Real keys and wheel; what was
painted, and for how long the main loop did not answer, the stopwatch tells from inside.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import json
import os
import re
import sys
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), 'ui')]
os.environ['FONDS_PROGRAM'] = sys.argv[1]

import driver  # noqa: E402
import turns  # noqa: E402

LISTS = ('list', 'list box', 'table')
TOTAL = re.compile(r'^[\d,]+ records?$')
WORD = 'letters'
JUMPS = 60
READS = 100
NOTCHES = 300


@contextlib.contextmanager
def window(file):
    stopwatch = turns.Stopwatch(sys.argv[2])
    with driver.program(file, environment=stopwatch.environment) as program:
        stopwatch.process = program.process
        program.wait_label(lambda name: name.split(' ')[-1] in ('record', 'records'))
        stopwatch.rest()
        yield program, stopwatch
    stopwatch.end()


def measure_keys(stopwatch, keys):
    """What keys lead to: by the clock until it is painted, and as work of the main thread."""
    both = [stopwatch.press(key) for key in keys]
    return {'wall': turns.percentiles(wall for wall, _ in both),
            'processor': turns.percentiles(processor for _, processor in both)}


def go_to_list(program, stopwatch, word):
    """Asks for a word and goes into the list of what it finds."""
    program.find(LISTS, 'Results')
    program.keys('ctrl+f', 'ctrl+a', *word)
    stopwatch.rest(0.5)
    program.keys('Down', 'Down')


def scroll(program, stopwatch):
    """What a notch of the wheel costs the main thread, frame by frame."""
    found = program.find(LISTS, 'Results')
    x, y = program._box(found)
    driver.xdotool('mousemove', str(x), str(min(y, 500)))
    stopwatch.rest()
    for button in ('5', '4', '5'):
        driver.xdotool('click', '--repeat', str(NOTCHES // 3), '--delay', '16', button)
    return stopwatch.ask()


def measure_browsing(file):
    found = {}
    with window(file) as (program, stopwatch):
        found['scroll'] = scroll(program, stopwatch)
        go_to_list(program, stopwatch, WORD)
        found['jump'] = measure_keys(stopwatch, ('ctrl+End', 'ctrl+Home') * (JUMPS // 2))
        found['read'] = measure_keys(stopwatch, ('Down',) * READS)
    return found


def choose_file(program, path):
    """Opens the dialog of imports and chooses a file, as one does who knows its path."""
    program.act('win.import')
    dialog = driver.until(lambda: next(n for n in program.root if n.name == 'Import'), 'the dialog')
    program.click(next(n for n in driver.below(dialog) if n.name.startswith('Choose')
                       and n.getRoleName() in driver.BUTTONS))
    driver.until(lambda: 'Choose files' in ' '.join(
        driver.xdotool('getwindowname', number) for number in program._windows()), 'the chooser')
    time.sleep(0.5)
    driver.xdotool('type', '--delay', '10', path)
    time.sleep(0.5)
    driver.xdotool('key', 'Return')


def import_button(program):
    for top in program.root:
        for node in driver.below(top):
            if node.getRoleName() in driver.BUTTONS and node.name.startswith('Import ') \
                    and node.name[7].isdigit():
                return node
    return None


def total(program):
    """What the window behind the dialog says of its records."""
    window = next(node for node in program.root if node.name != 'Import')
    return next(node.name for node in driver.below(window)
                if node.getRoleName() == 'label' and TOTAL.match(node.name))


def measure_import(table, fresh):
    found = {}
    with window(fresh) as (program, stopwatch):
        choose_file(program, table)
        stopwatch.ask()
        button = driver.until(lambda: import_button(program), 'the dry run', 600)
        found['dry_run'] = stopwatch.ask()
        began = time.monotonic()
        program.do(button, 'click')
        driver.until(lambda: total(program) != '0 records', 'the import', 3600)
        found['import_s'] = time.monotonic() - began
        found['import'] = stopwatch.ask()
        time.sleep(2)
        found['shown'] = stopwatch.ask()
        driver.xdotool('key', 'Escape')
        driver.until(lambda: program.root.childCount == 1, 'the window alone')
    return found


def main():
    _, _, _, file, table, fresh = sys.argv
    print(json.dumps({**measure_browsing(file), **measure_import(table, fresh)}))


if __name__ == '__main__':
    main()
