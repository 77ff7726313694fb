"""A stage for the three programs: an X display of its own, a store, and hands.

A program is watched by its script channel (app/ui/script.h: where, wait, dump, shot) and touched by
real pointer events from another process (tests/support/hand.c). Nothing here waits for a fixed
time; every wait ends with what it waits for, or fails after LIMIT_S.
"""

import os
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

LIMIT_S = 60
BREATH_S = 0.4  # nobody taps faster, and the kiosk takes a faster tap for the second of a double tap
WINDOW = (1280, 720)
PLACES = {"giliran-kiosk": (0, 0), "giliran-console": (1280, 0), "giliran-display": (0, 720)}
SCREEN = (2560, 1440)
MORNING = "2026-11-23T09:00:00"  # a Monday in office hours


def eventually(what, attempt):
    """The first true value `attempt` returns."""
    end = time.monotonic() + LIMIT_S
    while True:
        value = attempt()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"never happened: {what}")
        time.sleep(0.05)


class Program:
    """One running program with its script channel."""

    def __init__(self, stage, name, place, size, arguments):
        self.stage = stage
        self.name = name
        self.place = place
        self.size = size
        self.errors = open(os.path.join(stage.folder, f"{name}.log"), "a+", encoding="utf-8")
        self.process = subprocess.Popen(
            stage.prefix + [stage.program(name), "--script"]
            + (["--window", "%dx%d" % size, "--place", "%d,%d" % place] if size else []) + arguments,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, env=stage.environ)
        self.unread = b""

    def answer(self):
        end = time.monotonic() + LIMIT_S
        while b"\n" not in self.unread:
            ready, _, _ = select.select([self.process.stdout], [], [], end - time.monotonic())
            piece = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            if not piece:
                raise AssertionError(f"{self.name} does not answer; it wrote: {self.log()}")
            self.unread += piece
        line, self.unread = self.unread.split(b"\n", 1)
        return line.decode()

    def ask(self, line):
        """Sends a script line; returns what follows "ok", or None when it failed."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        answer = self.answer()
        return answer[3:] or "ok" if answer.split(" ")[0] == "ok" else None

    def say(self, line):
        """The same, but failing is an error."""
        answer = self.ask(line)
        if answer is None:
            raise AssertionError(f"{self.name}: {line}: failed; it shows\n{self.dump()}")
        return answer

    def wait(self, text):
        """Until a text on the screen contains `text`."""
        self.say(f"wait {text} {LIMIT_S * 1000}")

    def dump(self):
        path = os.path.join(self.stage.folder, f"{self.name}.dump")
        assert self.ask(f"dump {path}")
        with open(path, encoding="utf-8") as file:
            return file.read()

    def where(self, widget):
        """The middle of a widget, in pixels of the whole display; waits until it is there."""
        def attempt():
            return self.ask(f"where {widget}")
        answer = eventually(f"{self.name} shows {widget}", attempt)
        x, y = (int(part) for part in answer.split())
        return self.place[0] + x, self.place[1] + y

    def tap(self, widget, times=1, gap_ms=0):
        """Taps a widget with the pointer of the display, from another process."""
        self.where(widget)
        time.sleep(BREATH_S)
        x, y = self.where(widget)
        self.stage.hand("tap", x, y, times, gap_ms)

    def keys(self, *names):
        """Keys of the real keyboard, given to this window."""
        self.stage.hand("key", self.place[0] + 4, self.place[1] + 4, *names)

    def shot(self, path):
        self.say(f"shot {path}")

    def log(self):
        self.errors.flush()
        self.errors.seek(0)
        return self.errors.read()

    def stop(self):
        """Ends it as the session does; a clean end is part of every test."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(LIMIT_S)
        if status != 0:
            raise AssertionError(f"{self.name} ended with {status}: {self.log()}")

    def kill(self):
        self.process.kill()
        self.process.wait()


class Stage:
    """`with Stage(build, source) as stage:`"""

    def __init__(self, build, source, screen=SCREEN):
        self.build = build
        self.screen = screen
        self.source = source
        self.folder = tempfile.mkdtemp(prefix="giliran-stage-")
        self.store = os.path.join(self.folder, "giliran.db")
        self.slips = os.path.join(self.folder, "slips")
        self.programs = []
        self.prefix = []  # of every command line of ours
        self.display = None
        self.environ = dict(os.environ, GILIRAN_ASSETS=os.path.join(build, "assets"),
                            GILIRAN_STORE=self.store, HOME=self.folder, SDL_VIDEODRIVER="x11",
                            SDL_AUDIODRIVER="dummy",  # no test depends on the machine's sound
                            XDG_DATA_HOME=self.folder, XDG_STATE_HOME=self.folder,
                            LC_ALL="id_ID.UTF-8",
                            LSAN_OPTIONS="print_suppressions=0:suppressions="
                            + os.path.join(source, "tests", "support", "leaks.supp"))

    def __enter__(self):
        reader, writer = os.pipe()
        self.display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "%dx%dx24" % self.screen,
             "-nolisten", "tcp", "-noreset"],
            pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as file:
            number = file.readline().strip()
        assert number, "Xvfb does not start"
        self.environ["DISPLAY"] = f":{number}"
        return self

    def __exit__(self, kind, value, trace):
        for program in self.programs:
            if program.process.poll() is None:
                program.kill()
        self.display.terminate()
        self.display.wait()
        if kind is None:
            shutil.rmtree(self.folder)
        else:
            print(f"left for a look: {self.folder}")

    def program(self, name):
        return os.path.join(self.build, "bin", name)

    def run(self, *command, text=None, status=0, limit_s=LIMIT_S):
        """Runs a command line; returns its stdout (stderr for a wanted failure)."""
        result = subprocess.run(command, input=text, env=self.environ, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, timeout=limit_s, check=False)
        if result.returncode != status:
            raise AssertionError(f"{command} ended with {result.returncode}, wanted {status}:\n"
                                 f"{result.stdout}{result.stderr}")
        return result.stdout if status == 0 else result.stderr

    def giliran(self, *arguments, text=None, status=0, at=None):
        moment = ["--at", at] if at else []
        return self.run(*self.prefix, self.program("giliran"), *arguments, *moment, text=text, status=status)

    def hand(self, *arguments):
        return self.run(self.program("test-hand"), *map(str, arguments))

    def printer(self, faults=""):
        """The URI of a printer that leaves its slips in self.slips."""
        return f"fault:{faults}/file:{self.slips}" if faults else f"file:{self.slips}"

    def make_store(self, time_of_day=MORNING, office=None):
        """A training store of the office of the issue, one clerk "ani" with PIN 2468."""
        office = office or os.path.join(self.source, "assets", "offices", "tana-tidung.conf")
        self.giliran("init", "--office", office, "--training", "--at", "2026-11-23T07:00:00")
        self.giliran("staff", "add", "ani", "--name", "Ani", "--role", "clerk", "--pin-stdin",
                     text="2468\n", at="2026-11-23T07:00:00")
        self.run(self.program("test-shift"), self.store, time_of_day)

    def start(self, name, *arguments, place=None, size=WINDOW):
        """Without a size the window is as large as its monitor."""
        program = Program(self, name, place or PLACES[name], size,
                          ["--store", self.store] + list(arguments))
        self.programs.append(program)
        return program

    def rows(self, question):
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, timeout=10) as store:
            return store.execute(question).fetchall()

    def screenshot(self, program, path):
        """What the X server shows where the program's window is."""
        self.hand("shot", path, *program.place, *program.size)

    def differs(self, program, path):
        """How many pixels of the program's window, as the X server shows it, differ from a PNG."""
        return int(self.hand("differs", path, *program.place, *program.size))

    def slip_files(self, ending):
        if not os.path.isdir(self.slips):
            return []
        return sorted(os.path.join(self.slips, name) for name in os.listdir(self.slips)
                      if re.search(rf"\.{ending}$", name))
