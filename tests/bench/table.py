"""table.py - the design's table of budgets with what was measured beside, and what each query cost

The peers' figures were measured once, on the same machine; they are here to be compared with.

SPDX-License-Identifier: GPL-3.0-or-later
"""
NOT_YET = 'not measured yet'


def records(column):
    """All documents of the catalogue: rows, and the names that their cells made."""
    return sum(column.get('stats', {}).get('documents', {}).values()) or column['rows']


def seconds(column, name, what='wall'):
    found = column.get(name)
    return found[what] if found and found['status'] in (0, 3) else None


def rate(name):
    def say(column):
        wall, cpu = seconds(column, name), seconds(column, name, 'cpu')
        if not wall:
            return NOT_YET
        n = records(column)
        return f'{n / wall:,.0f}/s ({n / cpu:,.0f}/s of processor); {column["rows"] / wall:,.0f} rows/s'
    return say


def took(name):
    def say(column):
        wall = seconds(column, name)
        return NOT_YET if not wall else f'{wall:.2f} s ({column[name]["cpu"]:.2f} s of processor)'
    return say


def lines(column, run, what):
    return [line for line in column.get(run, []) if line['what'] == what and 'cpu_p99' in line]


def worst(run, what, measure):
    """The slowest class by its 99th percentile, and the middle of all."""
    def say(column):
        found = lines(column, run, what)
        if not found:
            return NOT_YET
        slow = max(found, key=lambda line: line[f'{measure}_p99'])
        middle = sorted(line[f'{measure}_p50'] for line in found)[len(found) // 2]
        return f'p99 {slow[f"{measure}_p99"]:.1f} ms ({slow["class"]}); median class {middle:.1f} ms'
    return say


def facets(column):
    """What counting all nine facets adds to a query is told by the slowest class that has it."""
    found = lines(column, 'warm', 'query and facets')
    if not found:
        return NOT_YET
    slow = max(found, key=lambda line: line['wall_p99'])
    return f'p99 {slow["wall_p99"]:.1f} ms with its query ({slow["class"]}), CPU {slow["cpu_p99"]:.1f} ms'


def one(run, what, percent='p99'):
    def say(column):
        found = lines(column, run, what)
        return (NOT_YET if not found else
                f'{percent} {found[0][f"wall_{percent}"]:.2f} ms, CPU {found[0][f"cpu_{percent}"]:.2f} ms')
    return say


def start(column):
    window = column.get('window')
    if not window:
        return NOT_YET
    return (f'{window["start_s"]:.2f} s; empty libadwaita window {window["empty_s"]:.2f} s:'
            f' {window["start_s"] / window["empty_s"]:.1f} times')


def both(wall, work):
    return (f'p50 {wall["p50"]:.0f} ms, p99 {wall["p99"]:.0f} ms (n={wall["n"]}); work of the main thread'
            f' {work["p50"]:.0f}, {work["p99"]:.0f} ms')


def painted(column):
    window = column.get('window')
    return both(window['typed'], window['typed_work']) if window else NOT_YET


def keyed(name):
    def say(column):
        work = column.get('work')
        return both(work[name]['wall'], work[name]['processor']) if work else NOT_YET
    return say


def scrolled(column):
    work = column.get('work')
    return (f'p50 {work["scroll"]["frame_processor_p50"]:.1f} ms, p95'
            f' {work["scroll"]["frame_processor_p95"]:.1f} ms of work; on the wall p95'
            f' {work["scroll"]["frame_wall_p95"]:.1f} ms (n={work["scroll"]["frame_wall_n"]})'
            if work else NOT_YET)


def importing(name):
    def say(column):
        work = column.get('work')
        return (f'{work[name]["wall_max"]:.0f} ms, p99 {work[name]["wall_p99"]:.0f} ms; work'
                f' {work[name]["processor_max"]:.0f}, {work[name]["processor_p99"]:.0f} ms'
                if work else NOT_YET)
    return say


def window_memory(column):
    window = column.get('window')
    if window:
        return f'{window["pss_kb"] / 1024:.0f} MB; empty window {window["empty_pss_kb"] / 1024:.0f} MB'
    return NOT_YET


def growth(column):
    small, great = column.get('small_import'), column.get('import')
    if not small or not great:
        return 'needs more than 69,202 rows'
    return (f'{(great["peak_kb"] - small["peak_kb"]) / 1024:.0f} MB'
            f' ({small["peak_kb"] / 1024:.0f} → {great["peak_kb"] / 1024:.0f} MB); of a second import'
            f' {(column["again"]["peak_kb"] - column["small_again"]["peak_kb"]) / 1024:.0f} MB')


def sizes(column):
    found = column.get('sizes')
    if not found:
        return NOT_YET
    return (f'{found["derived"] / found["text"]:.2f} × ({found["derived"] / 1e6:.0f} MB to'
            f' {found["text"] / 1e6:.0f} MB); file {found["file"] / 1e6:.0f} MB,'
            f' table {column["csv_bytes"] / 1e6:.0f} MB')


def killed(_):
    return 'asked by tests/app/crashing.py: all or nothing at 20 moments'


ROWS = [
    ('query to first page with exact total, worst class', '16 ms CPU p99', worst('warm', 'query', 'cpu'),
     'FTS5 alone: 1.6 s by rank'),
    ('… sorted by date', '16 ms CPU p99', worst('warm', 'query by date', 'cpu'),
     'FTS5 alone: 0.15–0.7 s'),
    ('… on the wall', '', worst('warm', 'query', 'wall'), ''),
    ('… file not in the cache, new connection, wall', '', worst('cold', 'query', 'wall'), ''),
    ('all facets of any result', '100 ms p99', facets, 'GROUP BY 252–446 ms for one'),
    ('ids of everything in an order', '', one('warm', 'ids'), ''),
    ('last key to painted rows', '50 ms p99', painted,
     'at 1 M: DB Browser 1,011–1,095 ms; at 100 k: 371–390, Tellico 813–2,299, calibre 3,564–4,009,'
     ' Gramps 5,423–8,923'),
    ('jump to any row (reading its page)', '16 ms', one('warm', 'jump'),
     'DB Browser 245 ms, OFFSET 2,027 ms'),
    ('… from the key to painted rows', '16 ms + a frame', keyed('jump'), ''),
    ('scrolling, a frame', '12 ms p95', scrolled, ''),
    ('record page after the key', '30 ms', keyed('read'), ''),
    ('facts into memory', '', one('warm', 'facts'), ''),
    ('start until all is painted', '≤ 0.5 s, ≤ 2 × empty', start,
     'DB Browser 1.03 s; at 100 k: Gramps 2.3, Tellico 6.1, calibre 8.5 s'),
    ('memory (PSS), window, after searching', '≤ 200 MB', window_memory,
     'DB Browser 125 MB; at 100 k: Gramps 215, Tellico 468, calibre 562 MB'),
    ('import of a table, with index', '≥ 20,000 records/s', rate('import'),
     'Gramps 3,600/s, calibre 95/s; no index: DB Browser 377,000/s'),
    ('… the same again (nothing changes)', '', rate('again'), ''),
    ('… with one cell edited', '', took('edited'), ''),
    ('memory growth of an import from 69,202 rows', '≤ 64 MB', growth, ''),
    ('undo of that one change', '', took('undo'), ''),
    ('main loop, longest turn: dry run', 'never > 50 ms', importing('dry_run'),
     'Gramps 21.5 of 28.8 s, longest 2.5 s; Tellico all of it'),
    ('… import', 'never > 50 ms', importing('import'), ''),
    ('… when its records are shown', 'never > 50 ms', importing('shown'), ''),
    ('kill -9 while importing', 'all or nothing', killed, 'Gramps stale lock; calibre half a record'),
    ('export as csv', '≥ 50,000 records/s', rate('export_csv'),
     'Gramps 9,000/s, calibre 6,400/s, sqlite3 shell 450,000/s'),
    ('export as json', '', rate('export_json'), ''),
    ('export as atom', '', rate('export_atom'), ''),
    ('edit saved (journal, shadows, index, disk)', '≤ 10 ms p99', one('warm', 'edit'), ''),
    ('index and shadows on disk', '≤ 2.5 × the text', sizes, 'Xapian 6.1 ×'),
    ('check', '', took('check'), ''),
    ('fonds search, from the shell', '', took('search_command'), ''),
    ('… with facets', '', took('search_facets_command'), ''),
]


def named(column):
    return (f'{column["rows"]:,} rows, {records(column):,} records; {column["processors"]} processors,'
            f' load {column["load_before"]} → {column["load_after"]}; commit {column["commit"]}')


def classes(column):
    """Every class of queries by itself."""
    out = [f'\nQueries at {column["rows"]:,} rows (ms; p50 / p99)\n',
           '| class | n | hits | CPU | wall | by date CPU | with facets CPU | cold wall |',
           '|---|---|---|---|---|---|---|---|']
    for line in lines(column, 'warm', 'query'):
        def other(run, what, measure, name=line['class']):
            found = [one for one in lines(column, run, what) if one['class'] == name]
            return f'{found[0][measure + "_p50"]:.1f} / {found[0][measure + "_p99"]:.1f}' if found else '–'
        out.append(f'| {line["class"]} | {line["n"]} | {line["hits"]:,.0f} | '
                   + ' | '.join((other('warm', 'query', 'cpu'), other('warm', 'query', 'wall'),
                                 other('warm', 'query by date', 'cpu'),
                                 other('warm', 'query and facets', 'cpu'),
                                 other('cold', 'query', 'wall'))) + ' |')
    return out


def show(columns):
    out = ['', *map(named, columns), '',
           '| what | budget at 1 M | ' + ' | '.join(f'{column["rows"]:,}' for column in columns)
           + ' | peers |', '|---' * (3 + len(columns)) + '|']
    for what, budget, say, peers in ROWS:
        out.append(f'| {what} | {budget} | ' + ' | '.join(say(column) for column in columns)
                   + f' | {peers} |')
    for column in columns:
        out += classes(column)
    return '\n'.join(out)
