"""No paper: the number is kept and shown large, staff see what to do, the slip comes once after the
mend, staff are asked for the new roll, and what it feeds is counted."""

import json
import os
import sys

from people import Stage, choose_service, eventually, fill_book, sign_in, start_kiosk, take_number


def set_printer(stage, state):
    """Replaced as a whole, so that nobody reads half a word."""
    path = os.path.join(stage.folder, "printer")
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(state + "\n")
    os.rename(path + ".new", path)


def roll_of(stage):
    roll, = json.loads(stage.giliran("roll", "--json"))["rolls"]
    return roll


def check_roll(stage, kiosk, console):
    console.wait("Printer kiosk-1 pulih pukul")
    roll = roll_of(stage)
    assert roll["device"] == "kiosk-1/printer" and roll["slips"] == 1, roll
    assert 80 <= roll["fed_mm"] <= 300 and roll["roll_mm"] == 80000 and roll["in_doubt"], roll
    console.tap("strip.roll_new")
    eventually("the new roll is counted", lambda: roll_of(stage)["slips"] == 0)
    console.tap("strip.devices")
    console.wait("Belum ada tiket yang dicetak pada gulungan ini.")
    console.tap("devices.outside")
    assert stage.rows("SELECT detail, staff FROM event WHERE kind = 'roll_renewed'") == [
        ("kiosk-1/printer", "ani")], stage.rows("SELECT kind, detail, staff FROM event")
    assert json.loads(stage.giliran("verify", "--json"))["right"] is True
    # The visitor saw nothing of all that.
    assert "gulungan" not in kiosk.dump().lower(), kiosk.dump()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        set_printer(stage, "paper_out")
        kiosk = start_kiosk(stage, stage.printer(f"control={stage.folder}/printer"))
        console = stage.start("giliran-console", "--device", "console-1")
        sign_in(console, 1)
        choose_service(kiosk, "KONS")
        fill_book(kiosk, "Siti")
        take_number(kiosk)
        kiosk.wait("Catat nomor ini")
        kiosk.wait("K001")
        console.wait("Printer kiosk-1: kertas habis. Pasang gulungan baru, lalu tutup penutupnya.")
        assert stage.rows("SELECT state FROM ticket") == [("waiting",)]
        assert stage.slip_files("bin") == []

        set_printer(stage, "ok")
        slip, = eventually("the slip is printed", lambda: stage.slip_files("bin"))
        eventually("it is confirmed",
                   lambda: stage.rows("SELECT state, again FROM outbox") == [("confirmed", 0)])
        assert "K001" in os.path.basename(slip)
        assert stage.rows("SELECT count(*) FROM ticket") == [(1,)]
        assert len(stage.slip_files("bin")) == 1
        check_roll(stage, kiosk, console)
        kiosk.stop()
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
