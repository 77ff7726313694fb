"""The waiting room's screen is never blank and misses no call: before the store is there, when it is
lost, after kill -9, beside a board and pictures that do not work, with a running text that nobody
should have written, and two of them at once.
"""

import os
import re
import shutil
import sqlite3
import struct
import sys
import time
import zlib

from people import Stage, eventually

SIZE = (1280, 720)
SECOND = (1280, 0)


def start(stage, *more, place=None):
    return stage.start("giliran-display", "--no-motion", "--device", "display-1", *more,
                       place=place, size=SIZE)


def told(stage, ticket):
    """How often the ticket was called, and how many of these calls were shown."""
    number = int(ticket[1:])
    return stage.rows("SELECT COUNT(*), COUNT(shown_ms) FROM call c JOIN ticket t ON t.id = c.ticket"
                      f" WHERE t.sequence = {number}")[0]


def call_next(stage, display):
    """The next number is called, shown and told to be shown."""
    ticket = stage.giliran("next", "--counter", "1").strip()
    display.wait(ticket)
    eventually(f"{ticket} is told to be shown", lambda: told(stage, ticket) == (1, 1))
    return ticket


def finish(stage):
    stage.giliran("serve", "--counter", "1")
    stage.giliran("finish", "--counter", "1")


def picture(display):
    """What stands above the promise, whose clock runs, but for the header with hour and drift, and for
    the row above the promise, where the last calls and the services take turns."""
    def place(match):
        return match[1]
    lines = [re.sub(r"^(\w+ +)-?\d+,-?\d+ ", place, line) for line in display.dump().split("\n")]
    promise = next(i for i, line in enumerate(lines) if "timer" in line)
    rows = [i for i in range(promise) if lines[i].startswith("rect")]
    return lines[6:rows[-2]]


def put_store(stage):
    """A whole one, at once: a display that finds it half made ends a day that is not begun."""
    place = stage.store
    stage.store = stage.environ["GILIRAN_STORE"] = os.path.join(stage.folder, "made.db")
    stage.make_store()
    for name in sorted(os.listdir(stage.folder), reverse=True):  # its own file comes last
        if name.startswith("made.db"):
            os.rename(os.path.join(stage.folder, name), place + name.removeprefix("made.db"))
    stage.store = stage.environ["GILIRAN_STORE"] = place


def before_the_store(stage):
    display = start(stage)
    display.wait("Layar sedang disiapkan")
    put_store(stage)
    stage.giliran("open", "--counter", "1", "--staff", "ani")
    for _ in range(8):
        stage.giliran("issue", "--service", "KONS")
    display.wait("Loket 1")
    return display


def killed(stage, display):
    ticket = call_next(stage, display)
    before = picture(display)
    assert any(ticket in line for line in before), before
    display.kill()
    display = start(stage)
    display.wait(ticket)
    assert picture(display) == before, (before, picture(display))
    assert told(stage, ticket) == (1, 1)
    display.kill()
    # Called while no display was there: it is made good.
    finish(stage)
    ticket = stage.giliran("next", "--counter", "1").strip()
    assert told(stage, ticket) == (1, 0)
    display = start(stage)
    display.wait(ticket)
    eventually("the call is made good", lambda: told(stage, ticket) == (1, 1))
    return display


def lost(stage, display):
    """The last picture stays, with its age, until the store is back."""
    ticket = stage.rows("SELECT 'K00' || sequence FROM ticket WHERE state = 'called'")[0][0]
    aside = stage.store + "-aside"
    os.rename(stage.store, aside)
    display.wait("menit lalu")
    assert f'"{ticket}"' in display.dump(), display.dump()
    os.rename(aside, stage.store)
    eventually("the age goes", lambda: "menit lalu" not in display.dump())
    finish(stage)
    call_next(stage, display)
    finish(stage)


def broken_things(stage, display):
    """A board that is not there, pictures that are none, a text of 10,000 letters: the calls go on."""
    display.stop()
    folder = os.path.join(stage.folder, "pictures")
    os.mkdir(folder)
    with open(os.path.join(folder, "a.png"), "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n and nothing more")
    with open(os.path.join(folder, "b.jpg"), "wb") as file:
        file.write(os.urandom(70_000))
    os.mkfifo(os.path.join(folder, "c.png"))
    with sqlite3.connect(stage.store) as store:
        store.execute("UPDATE office SET running_id = ?",
                      ("Gratis.\u202e Selalu \u2067gratis. " + "panjang " * 1250,))
    before = len(display.log())
    display = start(stage, "--board", "frame+tty:/dev/there-is-none", "--pictures", folder,
                    "--monitor", "there-is-none")
    # The pages of the text take turns; its first one may be the last to come.
    assert any(display.ask("wait Gratis. Selalu gratis. 50000") for _ in range(4)), display.dump()
    eventually("the pictures were tried",
               lambda: display.log()[before:].count("is skipped") == 3)
    for _ in range(2):
        started = time.monotonic()
        call_next(stage, display)
        assert time.monotonic() - started < 20
        finish(stage)
    said = display.log()[before:]
    for word in ("a.png is skipped", "b.jpg is skipped", "c.png is skipped", "the running text is cut",
                 "no monitor there-is-none"):
        assert said.count(word) == 1, said
    display.stop()
    shutil.rmtree(folder)


def photograph(path, width, height):
    """A PNG of so many grey pixels."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes(range(256)) * (width // 256)) * height
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 0, 0, 0, 0))
                   + chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


def pictures(stage):
    """A picture of forty megapixels comes between calls, a call comes before it."""
    folder = os.path.join(stage.folder, "pictures")
    os.mkdir(folder)
    photograph(os.path.join(folder, "photo.png"), 8192, 4883)
    display = start(stage, "--pictures", folder)
    eventually("the picture has the panel", lambda: "\npicture " in display.dump())
    call_next(stage, display)
    assert "\npicture " not in display.dump()
    display.stop()
    finish(stage)


def several(stage):
    first = start(stage)
    second = start(stage, "--device", "display-2", place=SECOND)
    first.wait("Loket 1")
    second.wait("Loket 1")
    ticket = call_next(stage, first)
    second.wait(ticket)
    assert told(stage, ticket) == (1, 1)
    first.kill()
    second.wait(ticket)
    finish(stage)
    call_next(stage, second)
    second.stop()


def main(build, source):
    with Stage(build, source) as stage:
        display = before_the_store(stage)
        display = killed(stage, display)
        lost(stage, display)
        broken_things(stage, display)
        pictures(stage)
        several(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
