"""sql.py - SQL stands in the store, in *-table.c and in query-sql.c, and nowhere else in the program

A heuristic: a string that opens with an SQL verb in capitals, or holds one with its usual companion.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import sys

import tree

STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
SQL = re.compile(r'\b(SELECT\b.*\bFROM|SELECT [a-z*(]|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|'
                 r'(CREATE|DROP|ALTER) (TEMP |VIRTUAL |UNIQUE )*(TABLE|INDEX|VIEW|TRIGGER)|PRAGMA \w|'
                 r'BEGIN (IMMEDIATE|EXCLUSIVE)|ROLLBACK|SAVEPOINT \w|WITH RECURSIVE|WHERE \w+ *(=|<|>|IN\b|IS\b|MATCH\b)|'
                 r'ORDER BY|GROUP BY)')


def may_hold_sql(path):
    name = os.path.basename(path)
    return path.startswith('data/store/') or name.endswith('-table.c') or name == 'query-sql.c'


def placement(texts):
    complaints = []
    for path, text in texts.items():
        if not path.startswith(('app/', 'data/', 'ui/')) or not tree.is_code(path) or may_hold_sql(path):
            continue
        for found in STRING.finditer(tree.without_comments(text)):
            if SQL.search(found.group(1)):
                complaints.append(f'{path}:{tree.line_of(text, found.start())}: SQL outside a table: '
                                  f'{found.group(1)[:60]}')
    return complaints


if __name__ == '__main__':
    sys.exit(tree.main('sql', [('sql-stands-in-tables-only', placement, {
        'a-select': {'data/catalogue/record.c': 'x = "SELECT id FROM record";\n'},
        'a-continued-select': {'ui/window.c': 'x = "SELECT id, "\n    "title FROM record";\n'},
        'an-update': {'app/main.c': 'x = "UPDATE record SET title = 1";\n'},
        'a-deletion': {'data/search/search.c': 'x = "DELETE FROM record";\n'},
        'a-pragma': {'data/exchange/csv.c': 'x = "PRAGMA user_version";\n'},
    })]))
