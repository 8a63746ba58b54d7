"""drag-source.py - a little window that files are dragged out of, as out of a file manager

Usage: drag-source.py PATH…. Its one button, called “Files”, is what one takes hold of.

SPDX-License-Identifier: GPL-3.0-or-later
"""
import sys

import gi

gi.require_version('Gdk', '4.0')
gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, Gtk  # noqa: E402


def activate(application):
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(path) for path in sys.argv[1:]])
    label = Gtk.Label(label='Files', width_request=120, height_request=60)
    source = Gtk.DragSource(actions=Gdk.DragAction.COPY)
    source.set_content(Gdk.ContentProvider.new_for_value(files))
    label.add_controller(source)
    window = Gtk.ApplicationWindow(application=application, title='Files', child=label)
    window.present()


program = Gtk.Application(application_id='org.fonds.Files')
program.connect('activate', activate)
sys.exit(program.run([]))
