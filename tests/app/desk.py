"""desk.py - what the journeys of the command line share: the program, a folder of one's own, a report

A journey is a function that takes a Desk and asserts; its name is a sentence of the specification. Each
has an empty folder, home and bus-less environment of its own, so that none knows of another.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM, GENERATE = (os.path.abspath(path) for path in sys.argv[1:3])
PATIENCE = float(os.environ.get('FONDS_TEST_PATIENCE', '1'))
FIXTURES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'fixtures')

DONE, FAILED, USAGE, REFUSED = 0, 1, 2, 3

JOURNEYS = []


class Skip(Exception):
    """A journey that this machine does not permit; the reason is printed."""


class Told:
    """What a command said, and how it ended."""

    def __init__(self, words, status, out, err):
        self.words = words
        self.status = status
        self.out = out.decode('utf-8')
        self.err = err.decode('utf-8')
        self.json = None

    def __str__(self):
        return (f'{" ".join(map(str, self.words))}: status {self.status}\n'
                f'{self.out[-2000:]}\n--- stderr\n{self.err[-2000:]}')


class Desk:
    """A folder with a catalogue, and a hand that runs the program on it."""

    def __init__(self, folder):
        self.folder = folder
        self.file = self.path('a.fonds')
        self.env = {name: value for name, value in os.environ.items()
                    if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS')}
        self.env['HOME'] = folder
        self.env['LC_ALL'] = 'C.UTF-8'
        self.started = []

    def leave(self):
        """Ends what still runs, also what was stopped, and takes the folder away."""
        for process in self.started:
            if process.poll() is None:
                process.kill()
                process.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, *words, **more):
        """The program, running; the caller waits for it."""
        env = dict(self.env, **more.pop('env', {}))
        self.started.append(subprocess.Popen(
            [PROGRAM, *map(os.fsencode, words)], env=env, cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more))
        return self.started[-1]

    def end(self, process, *words):
        """What a started program said. What still runs after two minutes is taken for hung."""
        try:
            out, err = process.communicate(timeout=120 * PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise AssertionError(f'{" ".join(words)} did not end') from None
        told = Told(words or process.args, process.returncode, out, err)
        for complaint in ('Sanitizer', 'runtime error', '-CRITICAL **', '-WARNING **'):
            assert complaint not in told.err, told
        return told

    def run(self, *words, **more):
        return self.end(self.start(*words, **more), *words)

    def fonds(self, *words, status=DONE, **more):
        """Runs a verb that must end with a status, and never by a signal or a sanitizer."""
        told = self.run(*words, **more)
        assert told.status == status, f'status {status} was expected of {told}'
        if '--json' in words and status == DONE:
            told.json = json.loads(told.out)
        return told

    def new(self):
        self.fonds('new', self.file)
        return self

    def write(self, name, text):
        with open(self.path(name), 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        return self.path(name)

    def table(self, name, rows, header=None):
        """A CSV file of rows, which are {column: cell}."""
        header = header or list(dict.fromkeys(column for row in rows for column in row))
        with open(self.path(name), 'w', encoding='utf-8', newline='') as file:
            out = csv.DictWriter(file, header, restval='', lineterminator='\n')
            out.writeheader()
            out.writerows(rows)
        return self.path(name)

    def generated(self, name, n, *words):
        with open(self.path(name), 'wb') as out:
            subprocess.run([GENERATE, '--records', str(n), *words], stdout=out, check=True)
        return self.path(name)

    def snapshot(self):
        """{uid: record} of the whole catalogue, as the comparison form has it."""
        out = self.path('snapshot.json')
        if os.path.exists(out):
            os.unlink(out)
        self.fonds('export', self.file, '--format', 'json', '-o', out)
        with open(out, encoding='utf-8') as file:
            text = file.read()
        records = (json.loads(text) if text.lstrip().startswith('[')
                   else [json.loads(line) for line in text.splitlines() if line.strip()])
        return {record['uid']: record for record in records}

    def contents(self):
        """Every row of every table that can be read without the program's own tokenizer."""
        file = sqlite3.connect(self.file)
        names = [row[0] for row in file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")]
        rows = {name: sorted(map(repr, file.execute(f'SELECT * FROM "{name}"'))) for name in names}
        file.close()
        return rows

    def total(self, query=''):
        return self.fonds('search', self.file, '--json', '--limit', '0', '--', query).json['total']

    def one(self, name):
        """The only record that bears a reference code or uid."""
        found = self.fonds('show', self.file, '--json', name).json
        assert len(found) == 1, f'{len(found)} records are {name}'
        return found[0]

    def sound(self):
        return self.fonds('check', self.file)


def texts(record, field):
    """What a field's values say."""
    return [value.get('text', value.get('name')) for value in record['fields'].get(field, [])]


def header(name):
    """The columns of one of AtoM's files, from the fixtures."""
    with open(os.path.join(FIXTURES, 'atom', f'{name}.txt'), encoding='utf-8') as file:
        return next(csv.reader(file))


def differences(before, after):
    """(uid, path) of every place at which two snapshots differ."""
    found = []

    def walk(path, old, new):
        if isinstance(old, dict) and isinstance(new, dict):
            for name in sorted(old.keys() | new.keys()):
                walk(path + (name,), old.get(name), new.get(name))
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for i, (was, now) in enumerate(zip(old, new)):
                walk(path + (i,), was, now)
        elif old != new:
            found.append((path, old, new))
    walk((), before, after)
    return found


def wait_for(get, what, seconds=60, pause=0.01):
    """Looks again and again until something is so; never sleeps longer than it must."""
    end = time.monotonic() + seconds * PATIENCE
    while not get():
        assert time.monotonic() < end, f'waited {seconds * PATIENCE:.0f} s for {what}'
        time.sleep(pause)


def journey(function):
    JOURNEYS.append(function)
    return function


def play(function):
    """(outcome, what to say about it): runs a journey on a desk of its own."""
    desk = Desk(tempfile.mkdtemp(prefix='fonds-journey-'))
    try:
        function(desk)
        return 'ok', ''
    except Skip as skip:
        return 'skip', str(skip)
    except Exception:  # pylint: disable=broad-except
        return 'not ok', traceback.format_exc()
    finally:
        desk.leave()


def main(name):
    """Plays every journey of a script and prints TAP; arguments behind the programs choose by name."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    wanted = sys.argv[3:]
    chosen = [one for one in JOURNEYS if not wanted or any(word in one.__name__ for word in wanted)]
    bad = 0
    print(f'1..{len(chosen)}', flush=True)
    for number, function in enumerate(chosen, 1):
        outcome, said = play(function)
        title = f'/{name}/{function.__name__.replace("_", "-")}'
        if outcome == 'skip':
            print(f'ok {number} {title} # SKIP {said}', flush=True)
        else:
            print(f'{outcome} {number} {title}', flush=True)
            for line in said.splitlines():
                print(f'# {line}', flush=True)
        bad += outcome == 'not ok'
    return 1 if bad else 0
