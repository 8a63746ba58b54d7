"""turns.py - asks the stopwatch in a window (turns.c) what its main loop did

SPDX-License-Identifier: GPL-3.0-or-later
"""
import json
import os
import signal
import subprocess
import tempfile
import time


class Stopwatch:
    """What a program is started with, and asked through while it runs."""

    def __init__(self, library):
        handle, self.path = tempfile.mkstemp(prefix='fonds-turns-')
        os.close(handle)
        self.environment = {'LD_PRELOAD': library, 'TURNS_FILE': self.path}
        self.process = None
        self.n_read = 0
        self.worked = 0.0  # milliseconds of the main thread's processor since the last press()

    def ask(self):
        """The turns since it was last asked; waits until the main loop answers."""
        self.process.send_signal(signal.SIGUSR1)
        end = time.monotonic() + 60
        while time.monotonic() < end:
            with open(self.path, encoding='ascii') as file:
                lines = file.readlines()
            if len(lines) > self.n_read and lines[-1].endswith('\n'):
                self.n_read = len(lines)
                said = json.loads(lines[-1])
                self.worked += said['processor_sum']
                return said
            time.sleep(0.002)
        raise SystemExit('the main loop did not answer for a minute')

    def rest(self, quiet=0.15, most=5):
        """Waits until nothing was painted for a while; when the last frame was done, by the clock of
        time.monotonic()."""
        end = time.monotonic() + most
        painted = self.ask()['painted']
        while time.monotonic() < end:
            time.sleep(quiet)
            now = self.ask()['painted']
            if now == painted:
                break
            painted = now
        return painted

    def press(self, key):
        """Milliseconds from a key to the last frame that it led to, and of the main thread's work."""
        self.rest()
        self.worked = 0.0
        began = time.monotonic()
        subprocess.run(['xdotool', 'key', key], check=True)
        return (self.rest() - began) * 1000, self.worked

    def end(self):
        os.unlink(self.path)


def percentiles(times):
    """{n, p50, p95, p99, max} of milliseconds."""
    times = sorted(times)
    if not times:
        return {'n': 0}
    return {'n': len(times), 'max': times[-1],
            **{f'p{p}': times[(len(times) - 1) * p // 100] for p in (50, 95, 99)}}
