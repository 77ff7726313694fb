"""The calendar from the command line: lists of holidays, closures, seasons, and what they change."""

import os
import sqlite3
import sys

from cli import DAY, Line

REFUSED_LIST = "2026-12-24;CB;Natal\n2026-12-25;XX;Natal\n"
LIST_2027 = ("# sumber: contoh\r\n2027-01-01;LN;Tahun Baru 2027 Masehi\r\n"
             "2027-01-04;LK;Hari jadi kantor\r\n")


def iso(moment):
    return f"{moment}+08:00"


def write(line, name, text):
    path = os.path.join(line.folder, name)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    return path


def dump(line):
    with sqlite3.connect(line.store) as store:
        return "\n".join(store.iterdump())


def check_day(line):
    today = line.json("calendar", at="07:10:00")
    assert today == {
        "date": DAY, "reason": "week", "working_day": True, "open_at": iso(f"{DAY}T08:00:00"),
        "close_at": iso(f"{DAY}T15:30:00"), "breaks": [], "season": None, "holiday": None,
        "closures": [], "next_opening": iso(f"{DAY}T08:00:00")}, today
    christmas = line.json("calendar", "--date", "2026-12-24", at="07:10:00")
    assert christmas["reason"] == "holiday" and christmas["open_at"] is None, christmas
    assert christmas["holiday"] == {"kind": "CB", "name": "Kelahiran Yesus Kristus (Natal)"}
    assert christmas["working_day"] is False
    assert christmas["next_opening"] == iso("2026-12-28T08:00:00"), christmas
    text = line.ok("calendar", "--date", "2026-12-25", at="07:10:00").splitlines()
    assert text == ["Friday, 25 December 2026: closed.",
                    "Holiday (LN): Kelahiran Yesus Kristus (Natal).",
                    "It is not a working day.",
                    "Next opening: Monday, 28 December 2026, 08.00."], text
    # While it is open, the next opening is tomorrow's.
    now = line.json("calendar", at="09:00:00")
    assert now["next_opening"] == iso("2026-11-24T08:00:00"), now
    line.refused(2, "2026-2-30", "calendar", "--date", "2026-2-30", at="09:00:00")


def check_closures(line):
    added = line.json("closure", "add", "--from", "2026-11-24T10:00", "--to",
                      "2026-11-24T12:00:00", "--reason", "Rapat kantor", at="09:00:00")
    assert added == {"id": 1}, added
    assert line.ok("closure", "add", "--from", "2026-11-25T08:00", "--to", "2026-11-26T00:00",
                   "--reason", "Perbaikan listrik", at="09:00:01") == \
        "The closure has number 2.\n"
    listed = line.json("closure", "list", at="09:00:02")["closures"]
    assert listed[0] == {"id": 1, "from": iso("2026-11-24T10:00:00"),
                         "to": iso("2026-11-24T12:00:00"), "reason": "Rapat kantor",
                         "known_at": iso(f"{DAY}T09:00:00")}, listed
    tuesday = line.json("calendar", "--date", "2026-11-24", at="09:00:03")
    assert tuesday["reason"] == "week" and len(tuesday["closures"]) == 1, tuesday
    wednesday = line.ok("calendar", "--date", "2026-11-25", at="09:00:03").splitlines()
    assert wednesday == ["Wednesday, 25 November 2026: closed.",
                         "The office is closed all day by a closure.",
                         "2  2026-11-25 08.00 to 2026-11-26 00.00: Perbaikan listrik",
                         "It is a working day.",
                         "Next opening: Thursday, 26 November 2026, 08.00."], wednesday
    before = dump(line)
    for start, end, word in (("2026-11-23T08:00", "2026-11-24T08:00", "later than now"),
                             ("2026-11-24T11:00", "2026-11-24T13:00", "overlaps"),
                             ("2026-11-27T11:00", "2026-11-27T11:00", "end must be later")):
        line.refused(1, word, "closure", "add", "--from", start, "--to", end, "--reason", "A",
                     at="09:00:04")
    line.refused(1, "99", "closure", "remove", "99", at="09:00:04")
    line.refused(2, "not the number", "closure", "remove", "x", at="09:00:04")
    line.refused(2, "not a time", "closure", "add", "--from", "2026-11-24", "--to",
                 "2026-11-24T13:00", "--reason", "A", at="09:00:04")
    assert dump(line) == before
    assert line.ok("closure", "remove", "2", at="09:00:05") == "Closure 2 is removed.\n"


def check_seasons(line):
    arguments = ["season", "add", "--name", "Ramadan 1448 H", "--from", "2027-02-08", "--to",
                 "2027-03-09", "--open", "08.00-15.00", "--friday", "08.00-15.30", "--break",
                 "12.00-12.30", "--friday-break", "11.30-12.30"]
    assert line.json(*arguments, at="09:01:00") == {"id": 1}
    line.refused(1, "overlaps", *arguments, at="09:01:01")
    season = line.json("season", "list", at="09:01:02")["seasons"][0]
    assert season["from"] == "2027-02-08" and season["to"] == "2027-03-09", season
    assert season["week"][3] == {"open": "08.00-15.00", "breaks": ["12.00-12.30"]}, season
    assert season["week"][4] == {"open": "08.00-15.30", "breaks": ["11.30-12.30"]}, season
    assert season["week"][5] == {"open": None, "breaks": []}, season
    friday = line.ok("calendar", "--date", "2027-02-12", at="09:01:03").splitlines()
    assert friday[:3] == ["Friday, 12 February 2027: open 08.00-15.30.",
                          "By the hours of: Ramadan 1448 H.", "Break 11.30-12.30."], friday
    assert "Ramadan 1448 H" in line.ok("season", "list", at="09:01:03")
    line.refused(1, "inside the hours", "season", "add", "--name", "A", "--from", "2026-12-01",
                 "--to", "2026-12-02", "--open", "08.00-12.00", "--break", "12.00-12.30",
                 at="09:01:04")
    line.refused(2, "08.00-15.00", "season", "add", "--name", "A", "--from", "2026-12-01",
                 "--to", "2026-12-02", "--open", "15.00-08.00", at="09:01:04")
    line.refused(1, "later than today", "season", "add", "--name", "A", "--from", DAY,
                 "--to", "2026-12-02", "--open", "08.00-15.00", at="09:01:04")
    line.ok("season", "remove", "1", at="09:01:05")
    assert line.ok("season", "list", at="09:01:06") == "There are no seasons.\n"


def check_lists(line):
    doctor = line.run("doctor", at="09:02:00").stdout
    assert "warning · calendar · The list of holidays of 2027 is missing." in doctor, doctor
    before = dump(line)
    wrong = write(line, "wrong.csv", REFUSED_LIST)
    line.refused(1, f"({wrong}:2)", "holidays", "import", wrong, at="09:02:01")
    line.refused(1, "none.csv", "holidays", "import", line.folder + "/none.csv", at="09:02:01")
    line.refused(1, line.folder, "holidays", "import", line.folder, at="09:02:01")
    assert dump(line) == before
    good = write(line, "2027.csv", LIST_2027)
    assert line.json("holidays", "import", good, at="09:02:02") == {
        "year": 2027, "source": "contoh", "added": 2, "past_added": 0}
    listed = line.json("holidays", "list", at="09:02:03")
    assert [year["year"] for year in listed["years"]] == [2026, 2027], listed["years"]
    assert len(listed["holidays"]) == 27 and listed["holidays"][0]["known_at"] is None
    assert listed["holidays"][-1] == {
        "date": "2027-01-04", "kind": "LK", "name": "Hari jadi kantor",
        "known_at": iso(f"{DAY}T09:02:02")}, listed["holidays"][-1]
    assert line.json("calendar", "--date", "2027-01-01", at="09:02:04")["next_opening"] == \
        iso("2027-01-05T08:00:00")
    assert "2027: contoh" in line.ok("holidays", "list", at="09:02:04")
    assert "ok · calendar" in line.run("doctor", at="09:02:05").stdout
    # Today is named a holiday after it began: the office stays open.
    today = write(line, "today.csv", f"{DAY};LK;Terlambat\n2026-12-25;LN;Natal\n")
    assert line.ok("holidays", "import", today, at="09:02:06") == \
        "The list of 2026 is in: 1 days to come, 1 earlier days added.\n"
    day = line.json("calendar", at="09:02:07")
    assert day["reason"] == "week" and day["working_day"] is False, day
    line.ok("issue", "--service", "KONS", at="09:02:08")


def check_events(line):
    with sqlite3.connect(line.store) as store:
        rows = store.execute("SELECT detail FROM event WHERE kind = 'calendar_changed'"
                             " ORDER BY id").fetchall()
        revision = store.execute("SELECT revision FROM office").fetchone()[0]
    # Two closures, one removed; a season, removed; two lists.
    assert len(rows) == revision == 7, rows
    prints = [row[0] for row in rows]
    assert all(len(one) == 32 and set(one) <= set("0123456789abcdef") for one in prints), prints
    # With the closure and the season gone the office promises what it promised before.
    assert prints[0] == prints[2] == prints[4] and len(set(prints)) == 5, prints


def main(build, source):
    with Line(build, source) as line:
        check_day(line)
        check_closures(line)
        check_seasons(line)
        check_lists(line)
        check_events(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
