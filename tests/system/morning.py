"""A morning with eight counters and two kiosks on one store, the waiting room's screen beside them.

Everybody acts at once: what the clerks press in a round (call, serve, finish with what came of it, absent,
recall, hold, resume, send on, rest) is written to all programs before the first has answered. Nobody is at two
counters, nobody is left out, and in the end each screen is read and shows what the store says."""

import json
import os
import random
import re
import shutil
import sys
import time

from people import PIN, Stage, eventually

COUNTERS, ROUNDS, ROUNDS_MOST = 8, 10, 30
WANTED = {"called", "served", "finished", "absent", "recalled", "held", "transferred", "counter_break",
          "outcome"}  # and one who is back: resumed or returned
GUARD_S = 1.1  # a second press of a counter within a second is the same press
SIZE = (640, 400)
SERVICES = ("KONS", "JUAL", "PERP", "REKOM", "DTSEN")
DISPLAY = (4 * SIZE[0], 0)


def write_office(stage):
    """The shipped office with eight counters that serve all; a number comes before the guest book."""
    with open(os.path.join(stage.source, "assets/offices/tana-tidung.conf"), encoding="utf-8") as file:
        text = file.read()
    counters = ",\n".join(f"  {{ number = {number}; }}" for number in range(1, COUNTERS + 1))
    text, count = re.subn(r"^counters = \(.*?^\);", f"counters = (\n{counters}\n);", text,
                          flags=re.S | re.M)
    assert count == 1
    text, count = re.subn(r"^recall_interval_s = \d+;", "recall_interval_s = 0;", text, flags=re.M)
    assert count == 1
    shutil.copytree(os.path.join(stage.source, "assets/calendar"), stage.folder, dirs_exist_ok=True)
    path = os.path.join(stage.folder, "eight.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "\nticket_first = true;\n")
    return path


def at_once(scripts):
    """The lines of each program, to all of them before the first answers."""
    for program, lines in scripts:
        program.process.stdin.write("".join(line + "\n" for line in lines).encode())
        program.process.stdin.flush()
    for program, lines in scripts:
        for line in lines:
            assert program.answer().startswith("ok"), (program.name, line)


def start(stage, name, index, *arguments):
    place = (index % 4 * SIZE[0], index // 4 * SIZE[1])
    return stage.start(name, "--device", f"{name}-{index + 1}", *arguments, place=place, size=SIZE)


def sign_in(consoles):
    for index, console in enumerate(consoles):
        console.wait("Siapa yang bertugas?")
        console.where(f"staff.clerk{index + 1}")
        console.say(f"tap staff.clerk{index + 1}")
        console.wait("Masukkan PIN Anda.")
        for digit in PIN:
            console.say(f"key {digit}")
        console.say("key return")
        console.wait("Menunggu")


def take_numbers(kiosks, turn):
    """Each kiosk gives a number, both in the same moment."""
    for kiosk, service in zip(kiosks, (SERVICES[turn % 5], SERVICES[(turn + 2) % 5])):
        kiosk.say("tap welcome.take")
        kiosk.wait("Layanan apa yang Anda perlukan?")
        kiosk.service = service
    for kiosk in kiosks:
        kiosk.process.stdin.write(f"tap service.{kiosk.service}\n".encode())
        kiosk.process.stdin.flush()
    for kiosk in kiosks:
        assert kiosk.answer().startswith("ok")
    for kiosk in kiosks:
        eventually("the number", lambda kiosk=kiosk: kiosk.ask("where ticket.done"))
        kiosk.say("tap ticket.done")
        kiosk.wait("Ambil nomor")


# What a clerk presses at a counter in this state, each as often as it stands there.
PRESSES = {
    "free": [["space"]] * 7 + [["p", "1", "1"]] * 2 + [["s", "i", "1"]],
    "called": [["space"]] * 5 + [["a"]] * 2 + [["r"]] * 3 + [["t", "1"]],
    "serving": [["space"]] * 4 + [["f"]] * 3 + [["h"]] * 2 + [["t", "1"]],
    "break": [["space"]],
}


def read(stage, *command):
    return json.loads(stage.giliran(*command, "--json"))


def press(stage, consoles, hands):
    """All counters in the same moment, and no sooner than a press counts again."""
    states = {row["counter"]: row["state"] for row in read(stage, "queue")["counters"]}
    time.sleep(GUARD_S)
    scripts = []
    for number, console in enumerate(consoles, 1):
        # Who has just finished is asked what came of it.
        keys = ["1"] if console.asked else hands.choice(PRESSES[states[number]])
        console.asked = keys == ["f"]
        scripts.append((console, [f"key {key}" for key in keys]))
    at_once(scripts)


def kinds(stage):
    return {kind for kind, in stage.rows("SELECT DISTINCT kind FROM event")}


def has_all(seen):
    return WANTED <= seen and seen & {"resumed", "returned"}


def play(stage, kiosks, consoles):
    """Four numbers a round, until everything has been done; the last ones still wait in the end."""
    hands = random.Random(int(os.environ.get("GILIRAN_SEED", "20261123")))
    for console in consoles:
        console.asked = False
    turn = 0
    while turn < ROUNDS or not has_all(kinds(stage)):
        assert turn < ROUNDS_MOST, f"never done: {WANTED - kinds(stage)}"
        if turn < ROUNDS:
            take_numbers(kiosks, turn)
            take_numbers(kiosks, turn + ROUNDS)
        press(stage, consoles, hands)
        turn += 1
    for turn in range(2):
        take_numbers(kiosks, turn)


LEAVES = ("absent", "finished", "held", "transferred")


def check_log(stage):
    """By the log alone: who is called waits, the counter that calls has nobody, and the other way round."""
    at, busy = {}, {}
    for kind, ticket, counter in stage.rows("SELECT kind, ticket, counter FROM event ORDER BY id"):
        back = kind == "resumed" and counter
        if kind == "called" or back:
            assert ticket not in at and counter not in busy, (kind, ticket, counter, at)
            at[ticket], busy[counter] = counter, ticket
        elif kind in LEAVES and ticket in at:
            assert at[ticket] == counter, (kind, ticket, counter, at)
            del busy[at.pop(ticket)]
    issued = stage.rows("SELECT COUNT(*), COUNT(DISTINCT prefix || sequence) FROM ticket")
    assert issued == [(4 * (ROUNDS + 1), 4 * (ROUNDS + 1))], issued


# ---- what the screens show, read out of their draw lists ----

NUMBER = re.compile(r"[A-Z]\d{3,}")
TEXT = re.compile(r'^text +(-?\d+),(-?\d+) (\d+)x(\d+) (\S+) (\d+) (\S+) "(.*)"$', re.M)


def texts(program):
    """x, y, size and words of each text, by size, the largest first."""
    found = [(int(x), int(y), int(size), words)
             for x, y, _, _, _, size, _, words in TEXT.findall(program.dump())]
    return sorted(found, key=lambda text: -text[2])


def read_console(console):
    """The number and the state in front of the clerk, who waits in which order, and what is done."""
    shown = texts(console)
    right = SIZE[0] * 2 // 3
    numbers = [text for text in shown if NUMBER.fullmatch(text[3])]
    large = [text for text in numbers if text[0] < right and text[2] > 40]
    rows = sorted((y, words) for x, y, size, words in numbers if x >= right and size >= 12)
    words = [text[3] for text in shown]
    state = [name for name in ("Dipanggil", "Dilayani") if name in words]
    done_y = next(y for _, y, _, said in shown if said == "Selesai hari ini")
    done = next(said for x, y, _, said in shown if abs(y - done_y) < 3 and said.isdigit())
    return {"here": large[0][3] if large and state else None, "state": state,
            "waiting": [number for _, number in rows], "done": int(done)}


def find_fault(stage, kiosks, consoles, display):
    """The first screen that does not show what is so; None when all do."""
    queue, day = read(stage, "queue"), read(stage, "day")
    line = [row["ticket"] for row in queue["waiting"]]
    states = {"called": ["Dipanggil"], "serving": ["Dilayani"]}
    for console, row in zip(consoles, queue["counters"]):
        shown = read_console(console)
        rows = len(shown["waiting"])
        wanted = {"here": row["ticket"], "state": states.get(row["state"], []),
                  "waiting": line[:rows], "done": day["done"]}
        # A line that is longer than its column ends where the column does.
        if shown != wanted or rows < min(len(line), 3):
            return row["counter"], shown, wanted, line
    fault = find_display_fault(display, queue, line)
    if fault is not None:
        return fault
    for kiosk in kiosks:
        if f"{len(line)} orang menunggu" not in [text[3] for text in texts(kiosk)]:
            return "kiosk", len(line), kiosk.dump()
    return None


def find_display_fault(display, queue, line):
    """A tile for each counter, its number at the left and its visitor's at the right; and who comes next."""
    shown = texts(display)
    for row in queue["counters"]:
        tile, = [(x, y) for x, y, size, words in shown
                 if words == str(row["counter"]) and size > 36 and y < 480]
        there = [words for x, y, _, words in shown
                 if abs(y - tile[1]) < 20 and tile[0] + 30 < x < tile[0] + 170]
        if there != [row["ticket"] or {"free": "Siap", "break": "Istirahat"}[row["state"]]]:
            return "display", row, there
    following, = [y for _, y, _, words in shown if words == "Berikutnya"]
    numbers = [words for _, words in sorted((x, words) for x, y, _, words in shown
               if abs(y - following) < 20 and x < 740 and NUMBER.fullmatch(words))]
    if numbers != line[:len(numbers)] or len(numbers) < min(len(line), 3):
        return "display", numbers, line
    return None


def check_screens(stage, kiosks, consoles, display):
    last = []

    def attempt():
        last[:] = [find_fault(stage, kiosks, consoles, display)]
        return last == [None]
    try:
        eventually("every screen is right", attempt)
    except AssertionError as error:
        raise AssertionError(f"{error}: {last[0]}") from None


def main(build, source):
    with Stage(build, source, screen=(4 * SIZE[0] + 1280, 3 * SIZE[1])) as stage:
        stage.make_store(office=write_office(stage))
        for number in range(1, COUNTERS + 1):
            stage.giliran("staff", "add", f"clerk{number}", "--name", f"Petugas {number}", "--role",
                          "clerk", "--pin-stdin", text=PIN + "\n")
        consoles = [start(stage, "giliran-console", index, "--counter", str(index + 1))
                    for index in range(COUNTERS)]
        kiosks = [start(stage, "giliran-kiosk", COUNTERS + index, "--printer",
                        f"file:{stage.slips}{index}") for index in range(2)]
        display = stage.start("giliran-display", "--device", "display-1", place=DISPLAY,
                              size=(1280, 720))
        sign_in(consoles)
        for kiosk in kiosks:
            kiosk.wait("Ambil nomor")
        play(stage, kiosks, consoles)
        check_log(stage)
        check_screens(stage, kiosks, consoles, display)
        assert stage.giliran("verify")
        for program in consoles + kiosks + [display]:
            program.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
