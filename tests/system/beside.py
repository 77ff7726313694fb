"""The console on a desk with other programs, under a window manager: it takes neither the keyboard nor the
front for itself, but for a late clock where the office wants that; it is drawn rightly at any size, and after
it was put away."""

import os
import re
import subprocess
import sys

from people import PIN, Stage, eventually
from stage import SCREEN

SIZES = ((1280, 800), (1920, 1080), (1100, 700), (900, 640), (1280, 800))
LATE = "2026-11-23T09:10:30"


class Desk:
    """The window manager, another program's window, and what the manager says of the windows."""

    def __init__(self, stage):
        self.stage = stage
        self.processes = [subprocess.Popen(["openbox", "--sm-disable"], env=stage.environ,
                                           stderr=subprocess.DEVNULL)]
        eventually("a window manager that is ready",
                   lambda: "_NET_CLIENT_LIST(WINDOW)" in self.prop("_NET_CLIENT_LIST"))
        self.processes.append(subprocess.Popen(
            ["xmessage", "-geometry", "300x200+60+700", "Pekerjaan lain"], env=stage.environ))
        self.other = self.find("xmessage")

    def prop(self, name, window=None):
        return self.stage.run("xprop", *(["-id", str(window)] if window else ["-root"]), name)

    def find(self, name):
        def attempt():
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name],
                                   env=self.stage.environ, stdout=subprocess.PIPE, text=True, check=False)
            return found.stdout.split()
        return int(eventually(f"a window {name}", attempt)[-1])

    def active(self):
        return int(re.search(r"(0x[0-9a-f]+)", self.prop("_NET_ACTIVE_WINDOW"))[1], 16)

    def front(self):
        return int(re.findall(r"0x[0-9a-f]+", self.prop("_NET_CLIENT_LIST_STACKING"))[-1], 16)

    def act(self, *words):
        self.stage.run("xdotool", *map(str, words))

    def use(self, window):
        """As a click on it does."""
        self.act("windowactivate", "--sync", window)
        eventually("it is in front", lambda: (self.active(), self.front()) == (window, window))

    def place(self, window):
        """Where the inside of the window is, and how large."""
        said = self.stage.run("xwininfo", "-id", str(window))
        return tuple(int(re.search(rf"{name}:\s+(-?\d+)", said)[1]) for name in
                     ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height"))

    def finish(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait()


def start(stage, desk, *arguments):
    console = stage.start("giliran-console", "--device", "console-1", "--counter", "1", *arguments,
                          place=(40, 40), size=SIZES[0])
    console.wait("Siapa yang bertugas?")
    return console, desk.find("Giliran: loket")


def sign_in(console, desk, window):
    desk.use(window)
    desk.act("key", "Tab", "Return")
    console.wait("Masukkan PIN Anda.")
    desk.act("key", *PIN, "Return")
    console.wait("Menunggu")


def is_inside(desk, window):
    x, y, width, height = desk.place(window)
    return x >= 0 and y >= 0 and x + width <= SCREEN[0] and y + height <= SCREEN[1]


def is_drawn(desk, console, window):
    """What the X server shows of it is its draw list painted anew, to the pixel."""
    x, y, width, height = desk.place(window)
    console.place, console.size = (x, y), (width, height)
    path = os.path.join(console.stage.folder, "console.png")
    console.shot(path)
    return console.stage.differs(console, path) == 0


def stays_behind(stage, desk, console, window):
    """A visitor comes, is called by the command line, and a clock gets late."""
    desk.use(desk.other)
    stage.giliran("issue", "--service", "KONS", "--no-print")
    console.wait("K001")
    stage.giliran("next", "--counter", "1")
    console.wait("Mulai layani K001")
    stage.run(stage.program("test-shift"), stage.store, LATE)
    console.wait("Terlambat")
    assert desk.active() == desk.front() == desk.other
    assert "ABOVE" not in desk.prop("_NET_WM_STATE", window)


def is_resized(desk, console, window):
    desk.use(window)
    for width, height in SIZES:
        desk.act("windowmove", window, 40, 40)
        desk.act("windowsize", window, width, height)
        eventually(f"{width}x{height}", lambda: desk.place(window)[2:] == (width, height))
        eventually("on the screen", lambda: is_inside(desk, window))
        eventually("it is drawn at that size",
                   lambda: re.search(rf"^rect +0,0 ({width}|{width + 1})x({height}|{height + 1}) r0 page",
                                     console.dump(), re.M))
        eventually("and shown", lambda: is_drawn(desk, console, window))


def is_put_away(stage, desk, console, window):
    """What happens meanwhile is there when it is back."""
    desk.act("windowminimize", window)
    eventually("it is away", lambda: "Iconic" in desk.prop("WM_STATE", window))
    stage.giliran("serve", "--counter", "1")
    stage.giliran("issue", "--service", "KONS", "--no-print")
    console.wait("K002")
    assert "Iconic" in desk.prop("WM_STATE", window)
    desk.act("windowactivate", "--sync", window)
    eventually("it is back", lambda: "Normal" in desk.prop("WM_STATE", window))
    eventually("and no more on its way", lambda: is_inside(desk, window))
    eventually("and shown", lambda: is_drawn(desk, console, window))
    assert "K002" in console.dump()


def comes_to_the_front(stage, desk):
    """Only at a late clock, and only where the office wants it."""
    path = os.path.join(stage.folder, "raise.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write("raise_late = true;\n")
    console, window = start(stage, desk, "--config", path)
    sign_in(console, desk, window)
    desk.use(desk.other)
    stage.giliran("next", "--counter", "1")
    console.wait("Mulai layani K002")
    assert desk.front() == desk.other
    stage.run(stage.program("test-shift"), stage.store, "2026-11-23T09:30:00")
    console.wait("Terlambat")
    eventually("it is in front", lambda: desk.front() == window)
    console.stop()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        desk = Desk(stage)
        try:
            console, window = start(stage, desk)
            sign_in(console, desk, window)
            stays_behind(stage, desk, console, window)
            is_resized(desk, console, window)
            is_put_away(stage, desk, console, window)
            console.stop()
            comes_to_the_front(stage, desk)
        finally:
            desk.finish()


if __name__ == "__main__":
    main(*sys.argv[1:])
