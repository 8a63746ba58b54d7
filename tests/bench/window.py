"""window.py - how long the window takes to be usable, to answer a key, and how much memory it has

Usage: with-display window.py PROGRAM EMPTY STOPWATCH FILE. Prints one JSON object. When a window has
painted all that it has, and the rows of an answer, the stopwatch tells from inside; the empty window
is asked the same way. Looking through the accessibility bus meanwhile would be work for the window.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import re
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402
import turns  # noqa: E402

STARTS = 7
USABLE = re.compile(r'^[\d,]+ records?$')
ROWS = ('list item', 'tree item', 'table row')
WORDS = ('letters', 'community', 'minutes', 'school', 'synagogue', 'account', 'photograph', 'council',
         'report', 'register', 'family', 'mountain', 'village', 'charity', 'teachers', 'pupils',
         'burial', 'marriage', 'court', 'petition', 'governor', 'district', 'library', 'building',
         'street', 'carpets', 'gardens', 'newspaper', 'theatre', 'congress')
# After how many letters the totals of these words still change.
LETTERS = (2, 3, 4)


def settle():
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def find(node, wanted):
    if node is None:
        return None
    if wanted(node):
        return node
    if node.get_role_name() in ROWS:
        return None
    for i in range(node.get_child_count()):
        found = find(node.get_child_at_index(i), wanted)
        if found:
            return found
    return None


def is_total(node):
    return node.get_role_name() == 'label' and USABLE.match(node.get_name() or '')


def look(pid, wanted):
    settle()
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        try:
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == pid:
                return find(application, wanted)
        except GLib.Error:
            pass  # it is coming or going
    return None


def until(get, what, seconds=60):
    end = time.monotonic() + seconds
    while True:
        try:
            found = get()
        except GLib.Error:
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise SystemExit(f'waited {seconds} s for {what}')
        time.sleep(0.002)


def start(*words, environment=None):
    """(seconds until the label with the total is there, the process, the label)"""
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL,
                               env={**os.environ, **(environment or {})})
    label = until(lambda: process.poll() is None and look(process.pid, is_total) or
                  process.poll() is not None and sys.exit(f'{words[0]} ended at once'),
                  f'{words[0]} to be usable')
    return time.monotonic() - began, process, label


def pss(process):
    with open(f'/proc/{process.pid}/smaps_rollup', encoding='ascii') as file:
        return next(int(line.split()[1]) for line in file if line.startswith('Pss:'))


def end(process):
    process.terminate()
    process.wait(30)


def name_of(label):
    label.clear_cache()
    return label.get_name()


def press(keys, *words):
    keys.stdin.write(' '.join(('key', '--clearmodifiers') + words) + '\n')
    keys.stdin.flush()


def quiet(label):
    """The total, once it has been the same for a quarter of a second."""
    said, since = name_of(label), time.monotonic()
    while time.monotonic() - since < 0.25:
        time.sleep(0.01)
        settle()
        now = name_of(label)
        if now != said:
            said, since = now, time.monotonic()
    return said


def type_letter(keys, label, stopwatch, word, n):
    """Milliseconds from the n-th letter of a word until the rows of another total are painted, and of
    the main thread's work for it; None where the total stays."""
    press(keys, 'ctrl+f')
    press(keys, 'ctrl+a')
    press(keys, *word[:n - 1])
    before = quiet(label)
    stopwatch.rest()
    stopwatch.worked = 0.0
    began = time.monotonic()
    press(keys, word[n - 1])
    while time.monotonic() - began < 2:
        settle()
        if name_of(label) != before:
            return (stopwatch.rest() - began) * 1000, stopwatch.worked
        time.sleep(0.004)
    return None


def measure_typing(program, stopwatch, file):
    _, process, label = start(program, file, environment=stopwatch.environment)
    stopwatch.process = process
    keys = subprocess.Popen(['xdotool', '-'], stdin=subprocess.PIPE, text=True)
    both = [found for found in (type_letter(keys, label, stopwatch, word, n) for word in WORDS
                                for n in LETTERS) if found]
    memory = pss(process)
    keys.stdin.close()
    keys.wait(10)
    end(process)
    stopwatch.end()
    return {'pss_kb': memory, 'typed': turns.percentiles(wall for wall, _ in both),
            'typed_work': turns.percentiles(work for _, work in both)}


def measure_start(library, *words):
    """(seconds until the last frame of what a window shows at first, its memory in KB)"""
    stopwatch = turns.Stopwatch(library)
    began = time.monotonic()
    process = stopwatch.process = subprocess.Popen(words, stdout=subprocess.DEVNULL,
                                                   env={**os.environ, **stopwatch.environment})
    time.sleep(1)
    took, memory = stopwatch.rest(0.5, 60) - began, pss(process)
    end(process)
    stopwatch.end()
    return took, memory


def main():
    program, empty, library, file = sys.argv[1:]
    found = {}
    times = {'empty_s': [], 'start_s': []}
    for _ in range(STARTS):
        for name, words in (('empty_s', (empty,)), ('start_s', (program, file))):
            took, found[name[:-2] + '_pss_kb'] = measure_start(library, *words)
            times[name].append(took)
    found.update({name: statistics.median(values) for name, values in times.items()})
    found['starts'] = times
    found.update(measure_typing(program, turns.Stopwatch(library), file))
    print(json.dumps(found))


if __name__ == '__main__':
    main()
