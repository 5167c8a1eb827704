"""desk.py: the real programme on a real screen, as a person uses it: eyes by AT-SPI, hands by xdotool.

Run it inside `in-a-session`. Every wait ends with what was expected, or fails after PATIENCE seconds; a
test fails after OVERALL. A failure leaves a picture of the screen, and what it says, in PV_PICTURES.
What the programme warns of on its standard error fails the test at quit() or kill().

    desk = Desk(program, path)             one run; says(), find(), has(), gone() look at the screen
    desk.page("Dossiers")                  Ctrl and its number, and wait until it is there
    desk.click(desk.find("push button", "Exporter…"))
    desk.write("État, Proposé", "21 000")  an entry, by its accessible name
    desk.quit()                            and the status of the programme
"""
import atexit
import os
import pathlib
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
import zlib

import pyatspi

PATIENCE = int(os.environ.get("PV_PATIENCE", 120))
OVERALL = 840
ROWS = 40  # a list with more is looked at where it is seen
WARNING = re.compile(r"-(WARNING|CRITICAL|ERROR) \*\*|ERROR: \w+Sanitizer|runtime error:")
running = []  # every Desk whose programme was not seen to end


def until(what, condition):
    """What the condition answers, once it is true; an exception of it is a no."""
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
    for child in shown_in(node):
        yield from walk(child, depth + 1)


def shown_in(node):
    """Its children on the screen: a list keeps rows above and below those that are seen."""
    count = node.childCount
    room = box_of(node) if count > ROWS and node.getRoleName() in ("table", "list") else None
    for i in range(count):
        child = node.getChildAtIndex(i)
        if child is None:
            continue
        # the page of a stack has no place of its own
        box = None if child.name == "GtkStackPage" else shown_box(child)
        if child.name == "GtkStackPage" or box and (room is None or meet(box, room)):
            yield child


def box_of(node):
    return node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)


def shown_box(node):
    """Its place, or None. GTK 4.8 never says SHOWING of what is in a window: what is not on the screen has no size."""
    if not node.getState().contains(pyatspi.STATE_VISIBLE):
        return None
    try:
        box = box_of(node)
    except NotImplementedError:
        return None
    return box if box.width > 0 and box.height > 0 else None


def meet(one, other):
    return one.y < other.y + other.height and other.y < one.y + one.height


class Desk:
    """One run of the programme; variables are added to its environment."""

    known = None  # a warning that a test knows of, and says why

    def __init__(self, program, *arguments, **variables):
        self.errors = tempfile.TemporaryFile()
        self.environment = {**os.environ, **variables}
        self.process = subprocess.Popen([program, *map(str, arguments)], stderr=self.errors, env=self.environment)
        running.append(self)
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

    def all(self, role=None, name=None, inside=None):
        """What has this role, and this name, or a name of which the function `name` is true."""
        for node in walk(inside or self.app):
            if role is not None and node.getRoleName() != role:
                continue
            if name is not None and not (name(node.name) if callable(name) else node.name == name):
                continue
            yield node

    def find(self, role=None, name=None, what=None, inside=None):
        """The first of all(), once it is there."""
        return until(what or f"{role or 'something'} “{name}”", lambda: next(self.all(role, name, inside), None))

    def part(self, *names):
        """A widget of ours by its class, then one in it…: what is in others of ours is not looked at."""
        def search(node, name):
            for child in shown_in(node):
                if child.name == name:
                    return child
                found = None if child.name.startswith("Pv") else search(child, name)
                if found is not None:
                    return found
            return None

        part = self.app.getChildAtIndex(0)
        for name in names:
            part = until(f"“{name}”", lambda: search(part, name))
        return part

    def has(self, role=None, name=None):
        """Whether it is there now."""
        answer = until("the screen to hold still", lambda: [next(self.all(role, name), None)])
        return answer[0] is not None

    def gone(self, role=None, name=None):
        until(f"“{name}” to go", lambda: next(self.all(role, name), None) is None)

    def button(self, name):
        """A button by what is written on it; GTK 4.8 says it after the same words with their mnemonic."""
        return until(f"button “{name}”", lambda: next(self.all(
            "push button", lambda said: said == name or said.endswith(" " + name), self.window()), None))

    def beside(self, node, name):
        """The button nearest to something: what a page behind this one holds has places too."""
        while node is not None:
            for near in self.all("push button", lambda said: said == name or said.endswith(" " + name), node):
                return near
            node = node.parent
        raise AssertionError(f"no button “{name}”")

    def window(self):
        """The one in front: what was opened last."""
        return self.app.getChildAtIndex(self.app.childCount - 1)

    def press(self, name):
        self.click(self.button(name))

    def choose_file(self, answer, path):
        """GTK's file chooser, whose button says `answer`: the whole path, typed."""
        self.button(answer)
        if not self.is_typing():
            self.keys("ctrl+l")
        until("the chooser to listen", self.is_typing)
        self.keys("ctrl+a")
        self.type(str(path))
        until("the name to be typed", lambda: self.reads() == str(path))
        self._leave_chooser()

    def save_as(self, path):
        """GTK's file chooser that asks for a name, which has the focus from the start: the whole path, typed."""
        name = self.find("text", lambda said: said.startswith("Nom"), "the name", self.window())
        self.keys("ctrl+a")
        self.type(str(path))
        until("the name to be typed", lambda: written_in(name) == str(path))
        self._leave_chooser()

    def _leave_chooser(self):
        """Enter. GTK 4.8 ends with a fault when it is asked for what is in a window that goes: only count them."""
        windows = self.app.childCount
        self.keys("Return")
        until("the chooser to go", lambda: self.app.childCount < windows)

    def is_typing(self):
        """Whether the focus is in an entry."""
        focused = self.focused()
        return focused is not None and focused.getRoleName() in ("text", "entry")

    def go_to(self, role, name, key="Tab"):
        """On the keyboard alone: press the key until the focus is on what has this role and name."""
        def said(node):
            return node is not None and node.getRoleName() == role and (
                name(node.name) if callable(name) else node.name == name or node.name.endswith(" " + name))

        passed = []
        for _ in range(80):
            here = self.focused()
            if said(here):
                return
            passed.append(here and (here.getRoleName(), here.name))
            self.keys(key)
            if here is not None:
                until(f"the focus to leave {passed[-1]}", lambda: self.focused() != here)
        raise AssertionError(f"“{name}” was not met: {passed}")

    def reads(self):
        """What the entry that has the focus holds."""
        return written_in(self.focused())

    def text(self):
        """All that is written on the screen."""
        return "\n".join(node.name for node in self.all() if node.name)

    def says(self, words):
        """Whatever kind of space is between them."""
        until(f"“{words}” on the screen", lambda: words in " ".join(self.text().split()))

    def choose(self, combo, name):
        """An item of a combo box of the window in front, by how its name begins."""
        self.click(self.find("combo box", combo, inside=self.window()))
        self.go_down(name)

    def go_down(self, name):
        """By the arrow key to what begins so, in a list or a menu that is open, then Enter. GTK 4.8 says the
        places of what is in a popover from another corner: a click would miss."""
        def names():
            return [node.name for node in walk(self.focused()) if node.name]

        here = until("the cursor", names)
        while not any(said.startswith(name) for said in here):
            self.keys("Down")
            here = until(f"“{name}” further than {here}", lambda: here != names() and names())
        self.keys("Return")

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
        self._xdotool("mousemove", x, y, "click", *(["--repeat", 2, "--delay", 60] if double else []), 1)

    def keys(self, *names):
        self._xdotool("key", "--clearmodifiers", *names)

    def type(self, text):
        self._xdotool("type", "--delay", 5, text)

    def page(self, name):
        """A page of the sidebar, by its accelerator: Ctrl and its place among them."""
        def pages():
            sidebar = next(self.all("list", "Pages"))
            return [node.name for node in self.all("list item", inside=sidebar)]

        self.keys(f"ctrl+{1 + until(f'the page “{name}”', lambda: name in pages() and pages()).index(name)}")
        self.selected(name)

    def selected(self, name):
        until(f"“{name}” selected", lambda: any(
            node.getState().contains(pyatspi.STATE_SELECTED) for node in self.all("list item", name)))

    def focused(self):
        return next((node for node in self.all() if node.getState().contains(pyatspi.STATE_FOCUSED)), None)

    def value(self, name):
        """What an entry holds."""
        return written_in(self.find("text", name))

    def holds(self, name, value):
        until(f"“{name}” to hold “{value}”", lambda: plain(self.value(name)) == plain(value))

    def write(self, name, value):
        """Click an entry, replace what it holds, Enter."""
        self.click(self.settled("text", name))
        self.keys("ctrl+a")
        self.type(value)
        self.keys("Return")

    def quit(self):
        """As a person does; it must end well, and have warned of nothing."""
        self.keys("ctrl+q")
        self.process.wait(PATIENCE)
        self._silent()
        assert self.process.returncode == 0, f"the programme ended with {self.process.returncode}"

    def kill(self):
        """As a power cut does."""
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self._silent()

    def _xdotool(self, *arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True, env=self.environment)

    def _silent(self):
        running.remove(self)
        warnings = [line for line in self.said().splitlines() if WARNING.search(line)
                    and not (self.known and self.known in line)]
        assert not warnings, "the programme warns:\n" + "\n".join(warnings)

    def said(self):
        """What it wrote on its standard error until now."""
        return os.pread(self.errors.fileno(), 1 << 20, 0).decode(errors="replace")

    def dump(self):
        for node in walk(self.app):
            print(node.getRoleName(), repr(node.name), shown_box(node))


def written_in(entry):
    text = entry.queryText()
    return text.getText(0, text.characterCount)


def plain(text):
    """An amount without the spaces of typography and its unit."""
    return "".join(text.split()).removesuffix("€")


class Screen:
    """Another screen beside the first: without a window manager, two programmes would hide each other."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        said, number = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-noreset", "-displayfd", str(number), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
             "-fbdir", self.folder.name], pass_fds=[number], stderr=subprocess.DEVNULL)
        atexit.register(self.close)
        os.close(number)
        with os.fdopen(said) as ready:
            self.variables = {"DISPLAY": ":" + ready.readline().strip(), "PV_SCREEN": self.folder.name}

    def close(self):
        if self.server.poll() is None:
            self.server.terminate()
            self.server.wait()



def picture(path, screen=None):
    """A screen, from the file where on-a-screen lets the X server keep it (XWD: 32 bits a pixel)."""
    data = pathlib.Path(screen or os.environ["PV_SCREEN"], "Xvfb_screen0").read_bytes()
    header = struct.unpack(">25I", data[:100])
    size, width, height, stride, colors = header[0], header[4], header[5], header[12], header[19]
    start, rows = size + 12 * colors, []
    for y in range(height):
        line = data[start + y * stride:start + y * stride + 4 * width]
        rgb = bytearray(3 * width)
        rgb[0::3], rgb[1::3], rgb[2::3] = line[2::4], line[1::4], line[0::4]
        rows.append(b"\0" + rgb)

    def chunk(kind, content):
        return (struct.pack(">I", len(content)) + kind + content
                + struct.pack(">I", zlib.crc32(kind + content)))
    pathlib.Path(path).write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(b"".join(rows))) + chunk(b"IEND", b""))


def failed(kind, error, trace):
    sys.__excepthook__(kind, error, trace)
    folder = pathlib.Path(os.environ.get("PV_PICTURES") or tempfile.gettempdir())
    folder.mkdir(parents=True, exist_ok=True)
    signal.alarm(0)
    for i, desk in enumerate(running):
        name = folder / f"{pathlib.Path(sys.argv[0]).stem}-{i + 1}.png"
        try:
            picture(name, desk.environment["PV_SCREEN"])
            print(f"--- programme {desk.process.pid}: {name}", file=sys.stderr)
        except Exception as unseen:
            print(f"no picture: {unseen!r}", file=sys.stderr)
        print(desk.said(), file=sys.stderr)
    sweep()


def too_long(*_):
    raise AssertionError(f"not done in {OVERALL} s")


def sweep():
    for desk in running:
        if desk.process.poll() is None:
            desk.process.kill()


sys.excepthook = failed
signal.signal(signal.SIGALRM, too_long)
signal.alarm(OVERALL)
atexit.register(sweep)
