"""tree.py - the files that a lint test reads, and the report that it prints

A rule is a function from {path: text} to a list of complaints, "path:line: what is wrong". `main` tries
it on small bad trees first, since a rule that catches nothing would pass for ever, and then on ours.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def paths():
    """Every file that is, or is about to be, in the repository; without git, every file but build trees."""
    git = subprocess.run(['git', '-C', TOP, 'ls-files', '-z', '-co', '--exclude-standard'],
                         capture_output=True, check=False) if has_git() else None
    if git and git.returncode == 0:
        names = git.stdout.decode().split('\0')
        return sorted(name for name in names if name and os.path.exists(os.path.join(TOP, name)))
    found = []
    for folder, folders, names in os.walk(TOP):
        if folder == TOP:
            folders[:] = [name for name in folders if name != '.git' and not name.startswith('build')]
        folders[:] = [name for name in folders if name != '__pycache__']
        found += [os.path.relpath(os.path.join(folder, name), TOP) for name in names]
    return sorted(found)


def has_git():
    return any(os.access(os.path.join(folder, 'git'), os.X_OK)
               for folder in os.environ.get('PATH', '').split(os.pathsep))


def files():
    """{path: text} of the tree; what is not text is an empty string, since only its name can be judged."""
    texts = {}
    for path in paths():
        with open(os.path.join(TOP, path), 'rb') as file:
            data = file.read()
        try:
            texts[path] = data.decode()
        except UnicodeDecodeError:
            texts[path] = ''
    return texts


def is_code(path):
    return path.endswith(('.c', '.h'))


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


def without_comments(text):
    """The C text with its comments blanked out, every line and column in its place."""
    out = []
    i = 0
    while i < len(text):
        end = i + 1
        if text.startswith('/*', i):
            end = text.find('*/', i + 2)
            end = len(text) if end < 0 else end + 2
            out.append(''.join('\n' if c == '\n' else ' ' for c in text[i:end]))
        elif text.startswith('//', i):
            end = text.find('\n', i)
            end = len(text) if end < 0 else end
            out.append(' ' * (end - i))
        elif text[i] in '"\'':
            while end < len(text) and text[end] != text[i] and text[end] != '\n':
                end += 2 if text[end] == '\\' else 1
            end += 1
            out.append(text[i:end])
        else:
            out.append(text[i])
        i = end
    return ''.join(out)


def main(name, rules, skip=None):
    """rules: (sentence, rule, bad trees that the rule must catch, each under a name)"""
    results = []
    for sentence, rule, bad in rules:
        for what, tree in bad.items():
            caught = bool(rule(tree))
            results.append((caught, f'/lint/{name}/{what}-is-caught', [] if caught else ['nothing was said']))
        complaints = rule(files()) if not skip else []
        results.append((not complaints, f'/lint/{name}/{sentence}' + (f' # SKIP {skip}' if skip else ''),
                        complaints))
    for number, (good, title, complaints) in enumerate(results, 1):
        print(f'{"ok" if good else "not ok"} {number} {title}')
        for complaint in complaints:
            print(f'# {complaint}')
    print(f'1..{len(results)}')
    return 0 if all(good for good, _, _ in results) else 1
