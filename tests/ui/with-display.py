"""with-display.py - the launcher of window tests gives what it promises, and leaves nothing behind

Usage: with-display.py LAUNCHER. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import subprocess
import sys

LAUNCHER = sys.argv[1]


def inside(script, **env):
    done = subprocess.run([LAUNCHER, 'sh', '-c', script], capture_output=True, text=True, check=False, timeout=120,
                          env={**os.environ, **env})
    return done.returncode, done.stdout.strip()


def screen_is(size):
    """What xdotool sees of the screen, and that the screen is gone afterwards."""
    status, said = inside('xdotool getdisplaygeometry; echo $DISPLAY', SCREEN=size + 'x24')
    seen, _, display = said.partition('\n')
    gone = subprocess.run(['xdotool', 'getdisplaygeometry'], capture_output=True, check=False,
                          env={**os.environ, 'DISPLAY': display}).returncode != 0
    return status == 0 and seen == size.replace('x', ' ') and gone


TESTS = {
    'the-screen-has-the-size-asked-for-and-goes-away': lambda: screen_is('400x800'),
    'the-status-is-that-of-the-command': lambda: inside('exit 7')[0] == 7,
    'the-home-is-private': lambda: inside('echo $HOME')[1] not in ('', os.environ.get('HOME')),
    'a-window-manager-is-there': lambda: inside('xdotool get_desktop')[0] == 0,
    'a-screen-reader-finds-its-bus': lambda: 'unix:' in inside(
        'gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.a11y.Bus.GetAddress')[1],
}

if __name__ == '__main__':
    print(f'1..{len(TESTS)}')
    good = True
    for number, (name, test) in enumerate(TESTS.items(), 1):
        held = test()
        good = good and held
        print(f'{"ok" if held else "not ok"} {number} /with-display/{name}', flush=True)
    sys.exit(0 if good else 1)
