"""A morning with eight counters and two kiosks on one store, the waiting room's screen beside them.

Everybody acts at once: the presses of a round are written to all programs before the first is
answered. Nobody is called twice, nobody is left out, and in the end each screen shows what is so."""

import json
import os
import re
import shutil
import sys
import time

from people import PIN, Stage, eventually

COUNTERS, ROUNDS, NUMBERS = 8, 5, 24
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
    shutil.copytree(os.path.join(stage.source, "assets/calendar"), stage.folder, dirs_exist_ok=True)
    path = os.path.join(stage.folder, "eight.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "\nticket_first = true;\n")
    return path


def at_once(programs, line):
    """A script line to all of them before the first answers."""
    for program in programs:
        program.process.stdin.write(line.encode() + b"\n")
        program.process.stdin.flush()
    for program in programs:
        assert program.answer().startswith("ok"), (program.name, line)


def start(stage, name, index, *arguments):
    place = (index % 4 * SIZE[0], index // 4 * SIZE[1])
    return stage.start(name, "--device", f"{name}-{index + 1}", *arguments, place=place, size=SIZE)


def sign_in(consoles):
    for index, console in enumerate(consoles):
        console.wait("Siapa yang bertugas?")
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


def states(stage):
    return {row["counter"]: (row["state"], row["ticket"])
            for row in json.loads(stage.giliran("queue", "--json"))["counters"]}


def press(consoles):
    """The blue button of all counters, in the same moment, and no sooner than a press counts again."""
    time.sleep(GUARD_S)
    at_once(consoles, "key space")


def called(stage):
    return stage.rows("SELECT ticket, COUNT(*) FROM event WHERE kind = 'called' GROUP BY ticket")


def play(stage, kiosks, consoles):
    """Four numbers a round and a press at each counter: who is free calls, who has called serves, who
    serves finishes and calls. Then numbers enough that some still wait in the end."""
    for turn in range(ROUNDS):
        take_numbers(kiosks, turn)
        take_numbers(kiosks, turn + ROUNDS)
        press(consoles)
    eventually("most are called", lambda: press(consoles) or len(called(stage)) >= 3 * ROUNDS)
    for turn in range(2):
        take_numbers(kiosks, turn)


def check_calls(stage):
    """No double call: an event of a call is the only one of its ticket, since nobody is recalled."""
    calls = called(stage)
    assert calls and all(count == 1 for _, count in calls), calls
    issued = stage.rows("SELECT COUNT(*), COUNT(DISTINCT prefix || sequence) FROM ticket")
    assert issued == [(NUMBERS, NUMBERS)], issued
    held = [ticket for _, ticket in states(stage).values() if ticket]
    assert len(held) == len(set(held)), held


def check_screens(stage, kiosks, consoles, display):
    """What each screen shows in the end is what the store says."""
    queue = json.loads(stage.giliran("queue", "--json"))
    for index, console in enumerate(consoles):
        _, ticket = states(stage)[index + 1]
        console.wait(ticket or "Belum ada")
        for row in queue["waiting"][:2]:
            console.wait(row["ticket"])
    for _, ticket in states(stage).values():
        display.wait(ticket or "Berikutnya")
    for row in queue["waiting"][:1]:
        display.wait(row["ticket"])
    for kiosk in kiosks:
        kiosk.wait("Ambil nomor")


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
        check_calls(stage)
        check_screens(stage, kiosks, consoles, display)
        assert stage.giliran("verify")
        for program in consoles + kiosks + [display]:
            program.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
