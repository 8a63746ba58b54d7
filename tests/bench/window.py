"""window.py - how long the window takes to be usable, to answer a key, and how much memory it has

Usage: with-display window.py PROGRAM EMPTY FILE. Prints one JSON object. What is seen is what the
accessibility bus tells, asked again every few milliseconds; the empty window is asked the same way.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import re
import statistics
import subprocess
import sys
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

STARTS = 5
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


def start(*words):
    """(seconds until the label with the total is there, the process, the label)"""
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
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


def type_letter(keys, label, word, n):
    """Milliseconds from the n-th letter of a word to another total; None where the total stays."""
    press(keys, 'ctrl+f')
    press(keys, 'ctrl+a')
    press(keys, *word[:n - 1])
    before = quiet(label)
    began = time.monotonic()
    press(keys, word[n - 1])
    while time.monotonic() - began < 2:
        settle()
        if name_of(label) != before:
            return (time.monotonic() - began) * 1000
        time.sleep(0.001)
    return None


def main():
    program, empty, file = sys.argv[1:]
    found = {}
    times = {'empty_s': [], 'start_s': []}
    for _ in range(STARTS):
        for name, words in (('empty_s', (empty,)), ('start_s', (program, file))):
            took, process, _ = start(*words)
            times[name].append(took)
            if name == 'empty_s':
                found['empty_pss_kb'] = pss(process)
            end(process)
    found.update({name: statistics.median(values) for name, values in times.items()})
    found['starts'] = times
    _, process, label = start(program, file)
    found['fresh_pss_kb'] = pss(process)
    keys = subprocess.Popen(['xdotool', '-'], stdin=subprocess.PIPE, text=True)
    typed = sorted(took for took in (type_letter(keys, label, word, n) for word in WORDS
                                     for n in LETTERS) if took)
    found['pss_kb'] = pss(process)
    keys.stdin.close()
    keys.wait(10)
    end(process)
    found['typed_n'] = len(typed)
    if typed:
        found['typed_p50_ms'] = typed[len(typed) // 2]
        found['typed_p99_ms'] = typed[(len(typed) - 1) * 99 // 100]
    print(json.dumps(found))


if __name__ == '__main__':
    main()
