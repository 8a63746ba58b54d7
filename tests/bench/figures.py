"""figures.py - makes a catalogue of some size and measures what is done with it

Everything is a command that a person could type; its line is printed before its times. Processor
times and the peak of memory are the kernel's own (wait4).

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import sqlite3
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Bench:
    def __init__(self, tree, folder):
        self.program = os.path.join(tree, 'app', 'fonds')
        self.tools = os.path.join(tree, 'tests', 'bench')
        self.tree = tree
        self.folder = folder
        self.env = dict(os.environ, LC_ALL='C.UTF-8', FONDS_LOCALEDIR=os.path.join(tree, 'po'),
                        GSETTINGS_SCHEMA_DIR=os.path.join(tree, 'app'))

    def path(self, name):
        return os.path.join(self.folder, name)

    def time(self, *words, out=None):
        """{wall, cpu, peak_kb, status, out}: a command from start to end, in seconds."""
        print('$ ' + ' '.join(os.path.relpath(word, TOP) if os.path.isabs(word) else word or "''"
                              for word in words), flush=True)
        said = self.path('said')
        with open(out or said, 'wb') as stdout, open(self.path('complained'), 'wb') as stderr:
            began = time.monotonic()
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
                                       env=self.env, cwd=self.folder)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        text = ''
        if not out:
            with open(said, encoding='utf-8', errors='replace') as file:
                text = file.read()
        found = {'wall': wall, 'cpu': usage.ru_utime + usage.ru_stime, 'peak_kb': usage.ru_maxrss,
                 'status': process.returncode, 'out': text}
        print(f'  {found["wall"]:.2f} s, processor {found["cpu"]:.2f} s,'
              f' peak {found["peak_kb"] / 1024:.0f} MB, status {found["status"]}', flush=True)
        if process.returncode:
            with open(self.path('complained'), encoding='utf-8', errors='replace') as file:
                print('  ' + file.read()[-500:].strip(), flush=True)
        return found

    def fonds(self, *words):
        return self.time(self.program, *words)

    def generate(self, name, n):
        path = self.path(name)
        if not os.path.exists(path):
            self.time(os.path.join(self.tools, 'generate'), '--records', str(n), out=path)
        return path


def forget(path):
    for left in ('', '-wal', '-shm', '.import-report.csv'):
        if os.path.exists(path + left):
            os.unlink(path + left)


def brief(found):
    return {name: found[name] for name in ('wall', 'cpu', 'peak_kb', 'status')}


def edit_one_cell(source, target):
    """The same table, but for a word in a cell near its middle. This process stays small, since the
    kernel takes its peak for the least of its children's."""
    half = os.path.getsize(source) // 2
    edited = False
    with open(source, 'rb') as before, open(target, 'wb') as after:
        for line in before:
            if not edited and after.tell() > half and b' leaves' in line:
                line = line.replace(b' leaves', b' sheets', 1)
                edited = True
            after.write(line)


def measure_import(bench, measured, n, keep):
    rows = bench.generate(f'{n}.csv', n)
    measured['csv_bytes'] = os.path.getsize(rows)
    file = bench.path(f'{n}.fonds')
    earlier = bench.path(f'results-{n}.json')
    if keep and os.path.exists(file) and os.path.exists(earlier):
        with open(earlier, encoding='utf-8') as old:
            measured.update({name: value for name, value in json.load(old).items()
                             if name in ('import', 'again', 'edited', 'undo', 'check')})
        return file
    forget(file)
    bench.fonds('new', file)
    measured['import'] = brief(bench.fonds('import', file, rows))
    measured['again'] = brief(bench.fonds('import', file, rows))
    edited = bench.path('edited.csv')
    edit_one_cell(rows, edited)
    measured['edited'] = brief(bench.fonds('import', file, edited))
    measured['undo'] = brief(bench.fonds('undo', file))
    os.unlink(edited)
    measured['check'] = brief(bench.fonds('check', file))
    return file


def measure_memory(bench, measured, n, small):
    """The peak of an import of fewer rows, to see how memory grows."""
    if n <= small:
        return
    rows = bench.generate(f'{small}.csv', small)
    file = bench.path('small.fonds')
    forget(file)
    bench.fonds('new', file)
    measured['small_import'] = brief(bench.fonds('import', file, rows))
    measured['small_again'] = brief(bench.fonds('import', file, rows))
    forget(file)


def measure_exports(bench, measured, file):
    for kind, name in (('csv', 'out.csv'), ('json', 'out.json'), ('atom', 'out')):
        found = bench.fonds('export', file, '--format', kind, '-o', bench.path(name))
        measured[f'export_{kind}'] = brief(found)
        subprocess.run(['rm', '-rf', bench.path(name)], check=True)


def measure_commands(bench, measured, file):
    stats = bench.fonds('stats', file, '--json')
    measured['stats'] = json.loads(stats['out']) if stats['status'] == 0 else {}
    measured['search_command'] = brief(bench.fonds('search', file, 'letters'))
    measured['search_facets_command'] = brief(bench.fonds('search', file, '--facets', 'letters'))


def measure_sizes(measured, path):
    """How the file's bytes fall to truth, shadows and index. Text is what is searched."""
    truth = ('document', 'journal', 'staged', 'batch', 'sqlite_autoindex_document')
    file = sqlite3.connect(path)
    try:
        sizes = dict(file.execute('SELECT name, sum(pgsize) FROM dbstat GROUP BY name'))
    except sqlite3.OperationalError as error:
        print(f'  sizes of tables: {error}')
        return
    columns = [row[1] for row in file.execute('PRAGMA table_info (record_text)')][1:]
    lengths = ' + '.join(f'ifnull(length(CAST({column} AS BLOB)), 0)' for column in columns)
    text = file.execute(f'SELECT sum({lengths}) FROM record_text').fetchone()[0]
    file.close()
    derived = sum(size for name, size in sizes.items() if not name.startswith(truth))
    measured['sizes'] = {'file': os.path.getsize(path), 'text': text, 'derived': derived,
                         'tables': dict(sorted(sizes.items(), key=lambda item: -item[1])[:16])}


def measure_inside(bench, measured, file, n_queries):
    tool = os.path.join(bench.tools, 'bench-search')
    for name, words in (('warm', ('--queries', str(n_queries), '--edits', str(n_queries))),
                        ('cold', ('--queries', str(max(n_queries // 5, 20)), '--cold'))):
        found = bench.time(tool, file, *words)
        measured[name] = [json.loads(line) for line in found['out'].splitlines()]


def inside_window(bench, script, *words):
    """What a script that works in a window prints; None where it failed."""
    found = bench.time(os.path.join(TOP, 'tests', 'ui', 'with-display'), sys.executable,
                       os.path.join(TOP, 'tests', 'bench', script), bench.program, *words)
    return json.loads(found['out'].splitlines()[-1]) if found['status'] == 0 else None


def measure_window(bench, measured, file, small):
    stopwatch = os.path.join(bench.tools, 'turns.so')
    fresh = bench.path('fresh.fonds')
    forget(fresh)
    bench.fonds('new', fresh)
    measured['window'] = inside_window(bench, 'window.py', os.path.join(bench.tools, 'bench-window'),
                                       stopwatch, file)
    measured['work'] = inside_window(bench, 'work.py', stopwatch, file,
                                     bench.generate(f'{small}.csv', small), fresh)
    forget(fresh)


def load():
    with open('/proc/loadavg', encoding='ascii') as file:
        return file.read().split()[0]


def measure(tree, folder, n, small, keep, n_queries):
    bench = Bench(tree, folder)
    measured = {'rows': n, 'processors': os.cpu_count(), 'load_before': load(),
                'commit': subprocess.run(['git', '-C', TOP, 'describe', '--always', '--dirty'],
                                         capture_output=True, text=True, check=False).stdout.strip()}
    file = measure_import(bench, measured, n, keep)
    measure_memory(bench, measured, n, small)
    measure_commands(bench, measured, file)
    measure_exports(bench, measured, file)
    measure_sizes(measured, file)
    measure_window(bench, measured, file, min(n, small))
    measure_inside(bench, measured, file, n_queries)
    measured['load_after'] = load()
    if not keep:
        forget(file)
        for name in (f'{n}.csv', f'{small}.csv', 'said', 'complained'):
            if os.path.exists(bench.path(name)):
                os.unlink(bench.path(name))
    return measured
