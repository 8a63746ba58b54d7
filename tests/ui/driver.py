"""driver.py - a pair of hands and eyes for journeys through a real window

Finds widgets as a screen reader does, by role and name on the accessibility bus, and presses real
keys and buttons. A journey is a function whose docstring is a sentence of the specification; run()
prints TAP. Needs a display with a window manager and Debian's own python3 (pyatspi).

What the hands know:
 * libatspi gives up after 800 ms and remembers children that have gone: it is given seconds and no
   memory, and the main context is emptied before every look;
 * a list realises some two hundred rows: a search of the window never goes into rows;
 * an entry's text is read up to its count of characters, never "to the end";
 * only positions inside the window are right.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402
import pyatspi  # noqa: E402

# How many seconds are waited; the suite multiplies them where the program is slow, under sanitizers.
PATIENCE = 15 * float(os.environ.get('FONDS_TEST_PATIENCE', '1'))
# GTK 4.18 calls some things otherwise than GTK 4.8 did.
ROWS = ('list item', 'table row', 'tree item')
BUTTONS = ('push button', 'button', 'toggle button')
MENU_ITEMS = ('menu item', 'radio menu item', 'check menu item')
GROUPS = ('panel', 'grouping')

Atspi.set_timeout(5000, 15000)


class NotSeen(Exception):
    """What was waited for didn't come in time."""


def settle():
    context = GLib.MainContext.default()
    for _ in range(20000):
        if not context.iteration(False):
            return


def until(look, what, seconds=PATIENCE):
    """Looks again and again until it sees something true, and returns that."""
    last = None
    end = time.monotonic() + seconds
    while True:
        settle()
        try:
            seen = look()
            if seen:
                return seen
        except (GLib.Error, AttributeError, IndexError, LookupError, NotImplementedError,
                RuntimeError, subprocess.CalledProcessError) as error:
            last = error
        if time.monotonic() > end:
            raise NotSeen(f'{what} (waited {seconds:g} s; last trouble: {last})')
        time.sleep(0.04)


def below(node, into_rows=False):
    """All that is under a node, the node first."""
    if node is None:
        return
    yield node
    if not into_rows and node.getRoleName() in ROWS:
        return
    for i in range(node.childCount):
        yield from below(node[i], into_rows)


def words(node):
    """The labels of a node in reading order."""
    return [n.name for n in below(node, True) if n.getRoleName() == 'label' and n.name]


def shows(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def said(node):
    """What a node is called. A status line of GTK 4.18 has words, but no name."""
    if node.name or node.getRoleName() != 'status bar':
        return node.name
    return text_of(node)


class Program:
    """The program with its window, from start to SIGTERM."""

    def __init__(self, *arguments, environment=None):
        command = [os.environ['FONDS_PROGRAM'], *arguments]
        self.process = subprocess.Popen(command, env=dict(os.environ, **(environment or {})))
        try:
            self.root = until(self._on_the_bus, 'the program on the accessibility bus')
        except BaseException:  # else it would be there for ever, and the next one only wake it
            self.end()
            raise
        self.root.set_cache_mask(Atspi.Cache.NONE)

    def _on_the_bus(self):
        if self.process.poll() is not None:
            raise SystemExit(f'the program ended with {self.process.returncode}')
        for application in pyatspi.Registry.getDesktop(0):
            if application and application.get_process_id() == self.process.pid:
                return application if application.childCount else None
        return None

    # Looking

    def look(self, roles, name=None, under=None, into_rows=False):
        roles = (roles,) if isinstance(roles, str) else roles
        for node in below(under or self.root, into_rows):
            if node.getRoleName() in roles and (name is None or said(node) == name):
                return node
        return None

    def find(self, roles, name=None, under=None, into_rows=False):
        return until(lambda: self.look(roles, name, under, into_rows), f'{roles} “{name}”')

    def wait_label(self, wanted, seconds=PATIENCE):
        """Waits for a label that says exactly this, or for which a function is true."""
        test = wanted if callable(wanted) else lambda name: name == wanted
        return until(lambda: next((n for n in below(self.root)
                                   if n.getRoleName() == 'label' and test(n.name)), None),
                     f'a label that says “{wanted}”', seconds)

    def names(self, list_name, most=30):
        """What the rows of a list are called, as far as they are realised."""
        found = self.find(('list', 'list box', 'table'), list_name)
        return [found[i].name for i in range(min(found.childCount, most))]

    def row(self, list_name, name):
        """The first row whose name begins with these words."""
        def rows():
            found = self.look(('list', 'list box', 'table'), list_name)
            return next((found[i] for i in range(found.childCount)
                         if found[i].name.startswith(name)), None)
        return until(rows, f'row “{name}” in “{list_name}”')

    def reads(self, title):
        """Waits until the record that is read has this title."""
        def looks():
            page = next((n for n in below(self.root) if n.name == 'Record'), None)
            return page and any(n.name == title for n in below(page))
        return until(looks, f'the record “{title}”')

    # Touching

    def press(self, name, under=None):
        self.do(self.find(BUTTONS, name, under), 'click')

    def press_words(self, words_on_it):
        """Presses the button on which these words stand. GTK 4.8 gives a toast's button no name of
        its own, and GTK 4.18 tells a wrong place for what is inside a button."""
        node = self.find('label', words_on_it)
        while node.getRoleName() not in BUTTONS:
            node = node.parent
        self.do(node, 'click')

    def menu(self):
        """Waits for a menu that is open. GTK 4.8 doesn't say of its items that they show."""
        until(lambda: [n for n in below(self.root, True)
                       if n.getRoleName() in MENU_ITEMS and (n.name or shows(n))], 'the menu')

    def choose(self, name, place):
        """Chooses from the menu that is open. GTK 4.18 names menu items by labels that it keeps off
        the bus; where none has a name, it is the item at this place."""
        def item():
            items = [n for n in below(self.root) if n.getRoleName() in MENU_ITEMS]
            if any(n.name for n in items):
                return next((n for n in items if n.name == name), None)
            return [n for n in items if shows(n)][place]
        self.do(until(item, f'menu item “{name}”'), 'click')

    def do(self, node, action):
        actions = node.queryAction()
        known = [actions.getName(i) for i in range(actions.nActions)]
        if action not in known:
            raise NotSeen(f'“{node.name}” can’t “{action}”, only {known}')
        actions.doAction(known.index(action))

    def actions(self):
        """The window's actions without a parameter that are enabled."""
        actions = self.root[0].queryAction()
        return [actions.getName(i) for i in range(actions.nActions)]

    def act(self, name):
        """Does a window action as soon as it is enabled."""
        until(lambda: name in self.actions(), f'action {name}')
        self.root[0].queryAction().doAction(self.actions().index(name))

    def write(self, entry_name, value, into_rows=False):
        entry = self.find(('entry', 'text'), entry_name, None, into_rows)
        entry.queryEditableText().setTextContents(value)

    def keys(self, *names):
        until(lambda: xdotool('getactivewindow').strip() in self._windows(), 'the keyboard')
        xdotool('key', '--delay', '30', *names)

    def click(self, node, times=1):
        box = until(lambda: self._box(node), f'“{node.name}” on the screen')
        xdotool('mousemove', str(box[0]), str(box[1]))
        xdotool('click', '--repeat', str(times), '--delay', '80', '1')

    def point(self, node, across, down):
        """Moves the pointer to a place in a widget, told in parts of its width and height."""
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        x, y = self._origin()
        xdotool('mousemove', str(x + extents.x + int(extents.width * across)),
                str(y + extents.y + int(extents.height * down)))

    def text(self, entry_name):
        return text_of(self.find(('entry', 'text'), entry_name))

    def _box(self, node):
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        if extents.width <= 0 or extents.height <= 0:
            return None
        x, y = self._origin()
        return x + extents.x + extents.width // 2, y + extents.y + extents.height // 2

    def _windows(self):
        return xdotool('search', '--onlyvisible', '--pid', str(self.process.pid)).split()

    def _window(self):
        return self._windows()[-1]

    def _geometry(self):
        geometry = xdotool('getwindowgeometry', '--shell', self._window())
        return {name: int(value) for name, value in
                (line.split('=') for line in geometry.splitlines())}

    def _origin(self):
        return self._geometry()['X'], self._geometry()['Y']

    def size(self):
        return self._geometry()['WIDTH'], self._geometry()['HEIGHT']

    def frame(self):
        """How large the program itself knows its window to be."""
        extents = self.root[0].queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return extents.width, extents.height

    def resize(self, width, height):
        xdotool('windowsize', '--sync', self._window(), str(width), str(height))

    # Ending

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise NotSeen('the program didn’t end on SIGTERM') from None


def xdotool(*arguments):
    return subprocess.run(['xdotool', *arguments], check=True, capture_output=True,
                          text=True).stdout


def fonds(*arguments):
    """The command line: returns what it printed."""
    done = subprocess.run([os.environ['FONDS_PROGRAM'], *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f'fonds {" ".join(arguments)}: {done.stderr.strip()}')
    return done.stdout


@contextlib.contextmanager
def room():
    """A folder of this journey's own, which is gone afterwards."""
    path = tempfile.mkdtemp(prefix='fonds-journey-')
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def program(*arguments, environment=None):
    started = Program(*arguments, environment=environment)
    try:
        yield started
    finally:
        status = started.end()
    if status != 0:
        raise NotSeen(f'the program ended with {status}')


def equal(seen, wanted):
    if seen != wanted:
        raise AssertionError(f'seen {seen!r}, wanted {wanted!r}')


def run(*journeys):
    """Runs each journey and prints TAP."""
    failed = 0
    print(f'1..{len(journeys)}', flush=True)
    for number, journey in enumerate(journeys, 1):
        name = ' '.join((journey.__doc__ or journey.__name__).split())
        try:
            journey()
            print(f'ok {number} - {name}', flush=True)
        except BaseException as error:  # noqa: B902 - a crash of one journey must not hide others
            failed += 1
            print(f'not ok {number} - {name}', flush=True)
            for line in traceback.format_exc().splitlines():
                print('# ' + line, flush=True)
            if isinstance(error, KeyboardInterrupt):
                break
    sys.exit(1 if failed else 0)
