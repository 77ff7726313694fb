"""Paper rolls on the command line: what was fed, how much is left, and a new roll."""

import sqlite3
import sys

from cli import DAY, Line


def put_rolls(line, *rows):
    """What printers have fed; a printer feeds only when it prints, which no command does."""
    with sqlite3.connect(line.store) as store:
        store.executemany("INSERT INTO roll (device, since_ms, length_mm, fed_mm, slips)"
                          " VALUES (?, ?, ?, ?, ?)", rows)
    store.close()


def check_one(line):
    assert line.json("roll", at="08:00:00") == {"rolls": []}
    assert "No printer" in line.ok("roll", at="08:00:00")
    line.refused(2, "--device", "roll", "--reset", at="08:00:00")
    since, = line.json("queue", at="07:30:00")["now"],
    assert since == f"{DAY}T07:30:00+08:00", since
    # 07:30 in Tana Tidung (WITA) is 23:30 the day before in UTC.
    put_rolls(line, ("kiosk-1/printer", 1795390200000, 80000, 12450, 83))
    said = line.ok("roll", at="08:01:00")
    assert said == ("kiosk-1/printer: 12.4 m and 83 slips since 2026-11-23 07.30;"
                    " about 450 slips left.\n"), said
    assert line.json("roll", at="08:01:00") == {"rolls": [{
        "device": "kiosk-1/printer", "since": f"{DAY}T07:30:00+08:00", "fed_mm": 12450,
        "slips": 83, "roll_mm": 80000, "in_doubt": False, "slips_left": 450}]}
    # The only one need not be named.
    assert "new roll" in line.ok("roll", "--reset", at="08:02:00")
    roll, = line.json("roll", at="08:03:00")["rolls"]
    assert (roll["fed_mm"], roll["slips"], roll["slips_left"]) == (0, 0, None), roll
    assert roll["since"] == f"{DAY}T08:02:00+08:00" and roll["roll_mm"] == 80000, roll
    assert "about" not in line.ok("roll", at="08:03:00")


def check_several(line):
    put_rolls(line, ("kiosk-2/printer", 1795390200000, 0, 900, 6))
    line.refused(2, "--device", "roll", "--reset", at="08:04:00")
    assert len(line.ok("roll", at="08:04:00").splitlines()) == 2
    roll, = line.json("roll", "--device", "kiosk-2/printer", at="08:04:00")["rolls"]
    assert roll["device"] == "kiosk-2/printer" and roll["slips_left"] is None, roll
    assert roll["roll_mm"] is None, roll
    roll, = line.json("roll", "--device", "kiosk-2/printer", "--reset", at="08:05:00")["rolls"]
    assert roll["slips"] == 0, roll
    for more in ([], ["--reset"]):
        line.refused(1, "device", "roll", "--device", "kiosk-3/printer", *more, at="08:06:00")


def check_log(line):
    """Two events, and the log is whole."""
    with sqlite3.connect(line.store) as store:
        rows = store.execute("SELECT kind, detail, device FROM event WHERE kind LIKE 'roll%'"
                             " ORDER BY id").fetchall()
    store.close()
    assert rows == [("roll_renewed", "kiosk-1/printer", "cli"),
                    ("roll_renewed", "kiosk-2/printer", "cli")], rows
    assert line.json("verify", at="08:07:00")["right"] is True


def main(build, source):
    with Line(build, source) as line:
        check_one(line)
        check_several(line)
        check_log(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
