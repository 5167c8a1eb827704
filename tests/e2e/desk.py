"""desk.py: the real programme on a real screen, as a person uses it: eyes by AT-SPI, hands by xdotool.

Run it inside `xvfb-run dbus-run-session`. Every wait ends with what was expected or fails after PATIENCE seconds.
"""
import os
import pathlib
import signal
import subprocess
import time

import pyatspi

PATIENCE = 60


def until(what, condition):
    end = time.monotonic() + PATIENCE
    while True:
        try:
            found = condition()
        except Exception:  # a widget that went away while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f"waited {PATIENCE} s for {what}")
        time.sleep(0.05)


def walk(node, depth=0):
    """Depth first; the parts that are not shown are passed over."""
    yield node
    if depth > 60:
        return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            yield from walk(child, depth + 1)


def box_of(node):
    return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


def is_shown(node):
    """GTK 4.8 never says SHOWING of what is in a window: what is not on the screen has no size."""
    if not node.getState().contains(pyatspi.STATE_VISIBLE):
        return False
    try:
        box = box_of(node)
    except NotImplementedError:
        return False
    return box.width > 0 and box.height > 0


class Desk:
    """One run of the programme."""

    def __init__(self, program, *arguments):
        self.process = subprocess.Popen([program, *map(str, arguments)])
        self.app = until("the programme", self._find_app)

    def _find_app(self):
        if self.process.poll() is not None:
            raise SystemExit(f"the programme ended with {self.process.returncode}")
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(desktop.childCount):
            app = desktop.getChildAtIndex(i)
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    def all(self, role=None, name=None, shown=True):
        for node in walk(self.app):
            if role is not None and node.getRoleName() != role:
                continue
            if name is not None and not (name(node.name) if callable(name) else node.name == name):
                continue
            if shown and not is_shown(node):
                continue
            yield node

    def find(self, role=None, name=None, what=None):
        return until(what or f"{role or 'something'} “{name}”", lambda: next(self.all(role, name), None))

    def has(self, role=None, name=None):
        return next(self.all(role, name), None) is not None

    def gone(self, role=None, name=None):
        until(f"“{name}” to go", lambda: not self.has(role, name))

    def text(self):
        """All that is written on the screen."""
        return "\n".join(node.name for node in self.all() if node.name)

    def says(self, words):
        until(f"“{words}” on the screen", lambda: words in self.text())

    def click(self, node, double=False):
        # GTK 4 gives extents from the window's corner; without a window manager that is the screen's
        box = box_of(node)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        xdotool("mousemove", x, y, "click", *(["--repeat", 2, "--delay", 60] if double else []), 1)

    def keys(self, *names):
        xdotool("key", "--clearmodifiers", *names)

    def type(self, text):
        xdotool("type", "--delay", 5, text)

    def quit(self):
        self.keys("ctrl+q")
        assert self.process.wait(PATIENCE) == 0, "the programme did not end well"

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def dump(self):
        for node in walk(self.app):
            print(node.getRoleName(), repr(node.name), is_shown(node))


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)


def picture(path):
    subprocess.run(["xwd", "-root", "-silent", "-out", str(path)], check=False)
