"""files.py - another program's window at the foot of the screen, and files that are dragged out of it

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import subprocess
import sys

from driver import until, xdotool

HERE = os.path.dirname(os.path.abspath(__file__))


@contextlib.contextmanager
def file_manager(paths):
    """Another program's window, at the foot of the screen, that files are dragged out of."""
    other = subprocess.Popen([sys.executable, os.path.join(HERE, 'drag-source.py'), *paths])
    try:
        number = until(lambda: xdotool('search', '--onlyvisible', '--pid', str(other.pid)).split(),
                       'the file manager')[-1]
        xdotool('windowmove', '--sync', number, '0', '700')
        yield number
    finally:
        other.terminate()
        other.wait()


def drag(window, source, target):
    """With the mouse, out of the file manager's window onto a widget."""
    box = until(lambda: window._box(target), 'the target on the screen')
    xdotool('windowraise', source)
    xdotool('mousemove', '--window', source, '50', '30')
    xdotool('mousedown', '1')
    for step in range(1, 11):
        xdotool('mousemove_relative', '--', str(3 * step), str(-2 * step))
    for place in ((box[0] - 40, box[1] - 20), (box[0] - 10, box[1]), box):
        xdotool('mousemove', str(place[0]), str(place[1]))
        xdotool('sleep', '0.2')
    xdotool('mouseup', '1')
