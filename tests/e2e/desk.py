"""desk.py: the real programme on a real screen, as a person uses it: eyes by AT-SPI, hands by xdotool.

Run it inside `in-a-session`. Every wait ends with what was expected or fails after PATIENCE seconds.
"""
import os
import pathlib
import signal
import subprocess
import time

import pyatspi

PATIENCE = 30


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
    """Depth first. What is not on the screen is passed over with all that it holds."""
    yield node
    if depth > 60:
        return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        # the page of a stack has no place of its own
        if child is not None and (child.name == "GtkStackPage" or is_shown(child)):
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

    def __init__(self, program, *arguments, **variables):
        self.process = subprocess.Popen([program, *map(str, arguments)], env={**os.environ, **variables})
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

    def all(self, role=None, name=None):
        for node in walk(self.app):
            if role is not None and node.getRoleName() != role:
                continue
            if name is not None and not (name(node.name) if callable(name) else node.name == name):
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

    def settled(self, role, name):
        """What scrolled to its place, and stays there."""
        places = [None]

        def stays():
            box = box_of(self.find(role, name))
            places.append((box.x, box.y))
            return places[-1] == places[-2] and 0 < box.y < 800
        until(f"“{name}” in its place", stays)
        return self.find(role, name)

    def click(self, node, double=False):
        # GTK 4 gives extents from the window's corner; without a window manager that is the screen's
        box = box_of(node)
        x, y = box.x + box.width // 2, box.y + box.height // 2
        xdotool("mousemove", x, y, "click", *(["--repeat", 2, "--delay", 60] if double else []), 1)

    def keys(self, *names):
        xdotool("key", "--clearmodifiers", *names)

    def type(self, text):
        xdotool("type", "--delay", 5, text)

    def page(self, index, name):
        """A page of the sidebar, by its accelerator."""
        self.keys(f"ctrl+{index}")
        self.selected(name)

    def selected(self, name):
        until(f"“{name}” selected", lambda: any(
            node.getState().contains(pyatspi.STATE_SELECTED) for node in self.all("list item", name)))

    def focused(self):
        return next((node for node in self.all() if node.getState().contains(pyatspi.STATE_FOCUSED)), None)

    def value(self, name):
        """What an entry holds."""
        text = self.find("text", name).queryText()
        return text.getText(0, text.characterCount)

    def holds(self, name, value):
        until(f"“{name}” to hold “{value}”", lambda: plain(self.value(name)) == plain(value))

    def write(self, name, value):
        """Click an entry, replace what it holds, Enter."""
        self.click(self.settled("text", name))
        self.keys("ctrl+a")
        self.type(value)
        self.keys("Return")

    def front(self):
        """Without a window manager, keys go to the window under the pointer."""
        window = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                                check=True, capture_output=True, text=True).stdout.split()[-1]
        xdotool("windowraise", window, "mousemove", 640, 20)

    def quit(self):
        self.keys("ctrl+q")
        assert self.process.wait(PATIENCE) == 0, "the programme did not end well"

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def dump(self):
        for node in walk(self.app):
            print(node.getRoleName(), repr(node.name), is_shown(node))


def plain(text):
    """Without the spaces of typography."""
    return "".join(text.split())


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True)

