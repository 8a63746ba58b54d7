"""desktop-files.py - what tells a desktop about the program is what the desktop's own tools accept

Usage: desktop-files.py SOURCE-TOP BUILD-TOP. Prints TAP.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

SOURCE, BUILD = sys.argv[1:3]
APP_ID = 'org.fonds.Fonds'
ICONS = ('scalable/apps/org.fonds.Fonds.svg', 'symbolic/apps/org.fonds.Fonds-symbolic.svg')


def app(name):
    return os.path.join(SOURCE, 'app', name)


def made(name):
    return os.path.join(BUILD, 'app', name)


def icon(name):
    return os.path.join(SOURCE, 'app', 'icons', 'hicolor', name)


def run(*command, **env):
    """What a command complained about: its output when it failed, else nothing."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **env})
    return '' if done.returncode == 0 else done.stdout + done.stderr or f'status {done.returncode}'


def metainfo():
    """Errors and warnings count, advice does not; the project has no site of its own that it could name."""
    done = subprocess.run(['appstreamcli', 'validate', '--no-net', '--no-color', made(APP_ID + '.metainfo.xml')],
                          capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    wrong = [line for line in said.splitlines()
             if line.startswith(('E:', 'W:')) and not line.endswith('url-homepage-missing')]
    return '\n'.join(wrong) or ('' if 'alidation' in said else said or 'appstreamcli said nothing')


def man_page():
    """groff says what it stumbles over on standard error and still succeeds."""
    done = subprocess.run(['groff', '-man', '-Tutf8', '-ww', '-z', app('fonds.1')],
                          capture_output=True, text=True, check=False)
    return done.stderr


def catalogue(path, application_id):
    base = sqlite3.connect(path)
    base.execute(f'PRAGMA application_id = {application_id}')
    base.execute('CREATE TABLE t (x)')
    base.commit()
    base.close()


def type_of(path, data_home):
    """The type that shared-mime-info gives by contents and name, asked through GIO as a file manager would."""
    done = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], capture_output=True, text=True,
                          check=False, env={**os.environ, 'XDG_DATA_HOME': data_home})
    for line in done.stdout.splitlines():
        if 'standard::content-type' in line:
            return line.split(':')[-1].strip()
    return done.stderr


def mime_type():
    """A catalogue is known by its contents when its name says nothing, and another database is not taken for one."""
    with tempfile.TemporaryDirectory() as folder:
        data_home = os.path.join(folder, 'data')
        os.makedirs(os.path.join(data_home, 'mime', 'packages'))
        shutil.copy(app(APP_ID + '.mime.xml'), os.path.join(data_home, 'mime', 'packages', APP_ID + '.xml'))
        wrong = run('update-mime-database', os.path.join(data_home, 'mime'))
        ours, other = os.path.join(folder, 'renamed'), os.path.join(folder, 'other')
        catalogue(ours, struct.unpack('>i', b'fond')[0])
        catalogue(other, 7)
        for path, expected in ((ours, True), (other, False)):
            found = type_of(path, data_home)
            if (found == 'application/x-fonds') != expected:
                wrong += f'{os.path.basename(path)} is taken for {found}\n'
        return wrong


def icons_draw():
    """Each icon can be drawn, and is a picture of the size that its folder promises."""
    wrong = ''
    with tempfile.TemporaryDirectory() as folder:
        for name in ICONS:
            wrong += run('rsvg-convert', '-o', os.path.join(folder, 'icon.png'), icon(name))
    return wrong


TESTS = {
    'the-desktop-entry-is-valid': lambda: run('desktop-file-validate', made(APP_ID + '.desktop')),
    'the-metainfo-is-valid': metainfo,
    'the-settings-schema-is-strictly-valid':
        lambda: run('glib-compile-schemas', '--strict', '--dry-run', os.path.join(SOURCE, 'app')),
    'the-xml-is-well-formed': lambda: run('xmllint', '--noout', app(APP_ID + '.mime.xml'),
                                          app(APP_ID + '.gschema.xml'), *map(icon, ICONS)),
    'a-catalogue-is-known-by-its-contents': mime_type,
    'the-icons-draw': icons_draw,
    'the-man-page-has-no-warning': man_page,
}

if __name__ == '__main__':
    failures = 0
    print(f'1..{len(TESTS)}')
    for number, (name, test) in enumerate(TESTS.items(), 1):
        complaint = test()
        failures += bool(complaint)
        print(f'{"not ok" if complaint else "ok"} {number} /desktop/{name}')
        for line in complaint.splitlines():
            print(f'# {line}')
    sys.exit(1 if failures else 0)
