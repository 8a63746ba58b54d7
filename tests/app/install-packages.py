"""install-packages.py - what a machine lacks is brought in, once, and told beforehand

Usage: install-packages.py SOURCE-TOP. Prints TAP. The system's tools are stood in for by scripts that
write down how they were called; nothing is installed.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys
import tempfile

SOURCE = sys.argv[1]
KEPT = ('sh', 'env', 'sed', 'awk', 'tr', 'mktemp', 'rm', 'tail', 'cat')


def tool(folder, name, script):
    path = os.path.join(folder, name)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('#!/bin/sh\n' + script + '\n')
    os.chmod(path, 0o755)


def call(listed, installed, user=0, sudo=False, apt='exit 0', release='12'):
    """Status, what was said, and the calls of apt-get, on a machine of which only this much is known."""
    with tempfile.TemporaryDirectory() as folder:
        log = os.path.join(folder, 'calls')
        for name in KEPT:
            os.symlink(f'/usr/bin/{name}', os.path.join(folder, name))
        tool(folder, 'dpkg-query', 'printf "%s\\n" ' + ' '.join(f'"{state}"' for state in installed))
        tool(folder, 'apt-get', f'echo "apt-get $*" >>{log}; {apt}')
        tool(folder, 'id', f'echo {user}')
        if sudo:
            tool(folder, 'sudo', f'echo sudo >>{log}; exec "$@"')
        names = os.path.join(folder, 'packages')
        with open(names, 'w', encoding='utf-8') as file:
            file.write(listed)
        done = subprocess.run([os.path.join(SOURCE, 'app', 'install-packages'), names], check=False,
                              capture_output=True, text=True, env={'PATH': folder})
        calls = ''
        if os.path.exists(log):
            with open(log, encoding='utf-8') as file:
                calls = file.read()
        return done.returncode, done.stdout + done.stderr, calls


ALL_THERE = call('gcc # a compiler\n\n# no more\n', ['installed gcc'])
MISSING = call('gcc\nmeson\n', ['installed gcc', 'config-files meson'])
SUDO = call('meson\n', [], user=1000, sudo=True)
NOBODY = call('meson\n', [], user=1000)
FAILS = call('meson\n', [], apt='echo "E: no network"; exit 100')
RELEASE = call('gcc\nfoo [0]\n', ['installed gcc'])

RESULTS = {
    'nothing-is-said-or-done-when-all-is-there': ALL_THERE == (0, '', ''),
    'only-what-is-missing-is-installed': MISSING[0] == 0 and 'gcc' not in MISSING[2]
                                         and 'install -y --no-install-recommends meson' in MISSING[2],
    'the-lists-are-brought-up-to-date-first': MISSING[2].startswith('apt-get -q update\n'),
    'what-is-missing-is-told': 'meson' in MISSING[1],
    'a-removed-package-with-settings-left-is-missing': 'meson' in MISSING[2],
    'a-user-is-helped-by-sudo': SUDO[0] == 0 and SUDO[2].startswith('sudo\n'),
    'a-user-without-sudo-is-told-what-to-ask-for':
        NOBODY[0] == 1 and NOBODY[2] == '' and 'apt-get install --no-install-recommends meson' in NOBODY[1],
    'a-failure-is-shown-in-apt-s-own-words': FAILS[0] == 1 and 'E: no network' in FAILS[1],
    'a-package-of-another-release-is-left-out': RELEASE == (0, '', ''),
}

if __name__ == '__main__':
    print(f'1..{len(RESULTS)}')
    for number, (name, good) in enumerate(RESULTS.items(), 1):
        print(f'{"ok" if good else "not ok"} {number} /install-packages/{name}')
    for state in (ALL_THERE, MISSING, SUDO, NOBODY, FAILS, RELEASE):
        print('#', state)
    sys.exit(0 if all(RESULTS.values()) else 1)
