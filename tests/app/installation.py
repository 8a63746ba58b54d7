"""installation.py - `meson install` puts everything where a desktop looks for it

Usage: installation.py BUILD-TOP. Prints TAP. Installs below a temporary folder only.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import glob
import os
import subprocess
import sys
import tempfile

BUILD = sys.argv[1]
EXPECTED = (
    'bin/fonds',
    'share/applications/org.fonds.Fonds.desktop',
    'share/metainfo/org.fonds.Fonds.metainfo.xml',
    'share/glib-2.0/schemas/org.fonds.Fonds.gschema.xml',
    'share/mime/packages/org.fonds.Fonds.xml',
    'share/icons/hicolor/scalable/apps/org.fonds.Fonds.svg',
    'share/icons/hicolor/symbolic/apps/org.fonds.Fonds-symbolic.svg',
    'share/man/man1/fonds.1*',
    'share/help/C/fonds/index.page',
)

if __name__ == '__main__':
    with tempfile.TemporaryDirectory() as root:
        done = subprocess.run(['meson', 'install', '-C', BUILD, '--no-rebuild', '--destdir', root],
                              capture_output=True, text=True, check=False)
        prefix = os.path.join(root, 'usr', 'local')
        missing = [name for name in EXPECTED if not glob.glob(os.path.join(prefix, name))]
        ours = {os.path.relpath(os.path.join(folder, name), root)
                for folder, _, names in os.walk(root) for name in names}
        strays = sorted(path for path in ours if not path.startswith('usr/local/'))
    results = {
        'it-succeeds': done.stderr.splitlines() if done.returncode else [],
        'everything-is-in-its-place': missing,
        'nothing-falls-outside-the-prefix': strays,
    }
    print(f'1..{len(results)}')
    for number, (name, complaints) in enumerate(results.items(), 1):
        print(f'{"not ok" if complaints else "ok"} {number} /installation/{name}')
        for complaint in complaints:
            print(f'# {complaint}')
    sys.exit(1 if any(results.values()) else 0)
