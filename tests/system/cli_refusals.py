"""Help, exit statuses, and one line on stderr that says why and what to do."""

import os
import re
import sqlite3
import subprocess
import sys

from cli import DAY, Line

def commands(line):
    """Each usage line of the help of everything: {("staff", "add"): "CODE --name NAME …"}."""
    usages = re.findall(r"^giliran (\S+)(?: ?)(.*)$", line.ok("--help"), re.M)
    found = {}
    for name, rest in usages:
        words = (name,)
        second = re.match(r"([a-z][a-z-]*)(?= |$)", rest)
        if second:
            words, rest = (name, second[1]), rest[second.end():].strip()
        found[words] = rest
    return found


def check_every_command(line):
    """Help, and one line that refuses what the command does not take; nothing is opened for it."""
    every = commands(line)
    assert len(every) > 60 and ("simulate",) in every and ("staff", "add") in every, list(every)
    for words, rest in every.items():
        usage = ("giliran " + " ".join(words) + " " + rest).strip()
        told = line.ok(*words, "--help")
        assert usage in told.splitlines(), (words, told)
        assert line.ok("help", *words) == told, words
        line.refused(2, "--frob", *words, "--frob")
        line.refused(2, "giliran", *words, *["x"] * 9)
        if re.match(r"--[a-z]|[A-Z]{2}", rest) and not rest.startswith("["):
            refusal = line.run(*words, at="09:00:00")
            assert refusal.returncode == 2 and refusal.stderr.count("\n") == 1, (words, refusal)


def check_help(line):
    assert re.fullmatch(r"giliran \d+\.\d+\.\d+\n", line.ok("--version"))
    indonesian = dict(line.environ, LC_ALL="", LC_MESSAGES="", LANG="id_ID.UTF-8")
    assert "Mengambil nomor" in line.ok("issue", "--help", environ=indonesian)
    assert "Takes a number" in line.ok("issue", "--help")


def check_usage(line):
    line.refused(2, "--help")
    line.refused(2, "frob", "frob")
    line.refused(2, "--frob", "queue", "--frob")
    line.refused(2, "--version", "queue", "--version")
    line.refused(2, "fr", "demo", "--language", "fr")
    line.refused(2, "--language", "queue", "--language", "en")
    line.refused(2, "--counter", "next")
    line.refused(2, "--counter", "next", "--counter")
    line.refused(2, "one", "next", "--counter", "one")
    line.refused(2, "0", "next", "--counter", "0")
    line.refused(2, "twice", "next", "--counter", "1", "--counter", "2")
    line.refused(2, "--reason", "next", "--counter", "1", "--reason", "x")
    line.refused(2, "--json=yes", "queue", "--json=yes")
    line.refused(2, "now", "queue", "now")
    line.refused(2, "NUMBER", "ticket")
    line.refused(2, "yesterday", "queue", "--at", "yesterday")
    line.refused(2, "2026-13-01", "ticket", "K001", "--date", "2026-13-01")
    line.refused(2, "boss", "staff", "add", "x", "--name", "X", "--role", "boss")
    line.refused(2, "lansia", "issue", "--service", "KONS", "--priority", "king", at="09:00:00")
    line.refused(2, "1 to 500", "issue", "--service", "KONS", "--party", "0", at="09:00:00")


def check_refusals(line):
    line.refused(1, "not open", "next", "--counter", "1", at="07:59:58")
    line.ok("open", "--counter", "1", "--staff", "ani", at="07:59:59")
    line.refused(1, "Nobody is waiting", "next", "--counter", "1", at="08:00:00")
    line.refused(1, "earlier", "queue", at="06:00:00")
    line.refused(1, "XYZ", "issue", "--service", "XYZ", at="08:00:01")
    line.refused(1, "XYZ", "open", "--counter", "1", "--staff", "ani", "--services", "KONS,XYZ",
                 at="08:00:01")
    line.refused(1, "A?B", "issue", "--service", "A\nB", at="08:00:01")
    line.refused(1, "K999", "ticket", "K999", at="08:00:01")
    line.refused(1, "ani", "staff", "add", "ani", "--name", "Ani", "--role", "clerk",
                 "--pin-stdin", text="2468\n", at="08:00:01")
    for pin in ("123\n", "1234567890123\n", "12a4\n", "\n", ""):
        line.refused(1, "4 to 12", "staff", "add", "x", "--name", "X", "--role", "clerk",
                     "--pin-stdin", text=pin, at="08:00:01")


def check_guest(line):
    for words, field in (("name=A,email=nobody", "email"), ("phone=12", "phone"),
                         ("occupation=king", "occupation"), ("shoe=42", "shoe"),
                         ("name", "name"), ("name=" + "x" * 600, "name"),
                         ("name=\x1b[2J", "name"), ("party_male=many", "party_male")):
        line.refused(1, f"({field})", "issue", "--service", "KONS", "--guest", words,
                     at="08:00:02")
    assert line.json("queue", at="08:00:03")["waiting"] == []


def rows(line):
    """All rows of the store but for wrong PINs, which are counted."""
    with sqlite3.connect(line.store) as store:
        lines = [row for row in store.iterdump() if not row.startswith('INSERT INTO "staff"')]
    store.close()
    return lines


def check_more_usage(line):
    line.refused(2, "--counter", "hold", at="08:01:00")
    line.refused(2, "resume NUMBER", "resume", at="08:01:00")
    line.refused(2, "return NUMBER", "return", at="08:01:00")
    line.refused(2, "K002", "return", "K001", "K002", at="08:01:00")
    line.refused(2, "--to", "transfer", "K001", at="08:01:00")
    line.refused(2, "--counter", "transfer", "--to", "JUAL", at="08:01:00")
    line.refused(2, "--reason", "cancel", "K001", at="08:01:00")
    line.refused(2, "x", "hold", "K001", "--counter", "x", at="08:01:00")
    line.refused(2, "--counter", "undo", at="08:01:00")
    line.refused(2, "--counter", "walk", "--service", "KONS", at="08:01:00")
    line.refused(2, "--time", "appoint", "--service", "KONS", at="08:01:00")
    for time in ("tomorrow", "2026-11-24", "2026-11-24T25:00", "2026-11-24T10:00:0"):
        line.refused(2, f'"{time}"', "appoint", "--service", "KONS", "--time", time, at="08:01:00")
    line.refused(2, "appointments cancel", "appointments", "cancel", at="08:01:00")
    line.refused(2, "2026-02-30", "appointments", "--date", "2026-02-30", at="08:01:00")
    line.refused(2, "arrive APPOINTMENT", "arrive", at="08:01:00")
    line.refused(2, "2026-02-30", "day", "--date", "2026-02-30", at="08:01:00")
    line.refused(2, "now", "close-day", "now", at="08:01:00")
    line.refused(2, "2026-11-25", "target", "--from", "2026-11-25", "--to", "2026-11-24",
                 at="08:01:00")
    line.refused(2, "November", "target", "--from", "November", at="08:01:00")
    line.refused(2, "x", "breaches", "--date", "x", at="08:01:00")
    line.refused(2, "--staff", "explain", "K001", "--reason", "x", at="08:01:00")
    line.refused(2, "x", "explain", "K001", "--reason", "x", "--staff", "ani", "--date", "x",
                 at="08:01:00")
    line.refused(2, "--reason", "correct", "K001", "--staff", "kepala", at="08:01:00")
    line.refused(2, "--staff", "clock", "set")
    line.refused(2, "off", "clock", "off", at="08:01:00")
    line.refused(2, "all", "verify", "all", at="08:01:00")


def check_moves(line):
    """K001 is served at counter 1, K002 waits, K003 is absent, K004 cancelled; J001 waits."""
    for service in ("KONS", "KONS", "KONS", "KONS", "JUAL"):
        line.ok("issue", "--service", service, "--no-print", at="08:02:00")
    line.ok("open", "--counter", "2", "--staff", "ani", "--services", "KONS", at="08:02:01")
    line.ok("hold", "K002", at="08:02:02")
    line.ok("next", "--counter", "1", at="08:02:03")
    line.ok("serve", "--counter", "1", at="08:02:04")
    line.ok("next", "--counter", "2", at="08:02:05")
    line.ok("absent", "--counter", "2", at="08:02:06")
    line.ok("cancel", "K004", "--reason", "left", at="08:02:07")
    line.ok("resume", "K002", at="08:02:08")
    before = rows(line)
    at = "08:05:00"
    for command in (["hold", "K999"], ["resume", "K999"], ["return", "X1"],
                    ["cancel", "7", "--reason", "x"], ["transfer", "K999", "--to", "JUAL"]):
        line.refused(1, f"({command[1]})", *command, at=at)
    for command in (["hold", "K003"], ["hold", "K004"], ["resume", "K002"], ["return", "K002"],
                    ["return", "K004"], ["cancel", "K001", "--reason", "x"],
                    ["transfer", "K003", "--to", "JUAL"]):
        line.refused(1, "in another state", *command, at=at)
    line.refused(2, "Left!", "cancel", "K002", "--reason", "Left!", at=at)
    line.refused(1, "in this service already", "transfer", "K002", "--to", "KONS", at=at)
    line.refused(1, "XYZ", "transfer", "K002", "--to", "XYZ", at=at)
    line.refused(1, "not this counter's", "hold", "K001", "--counter", "2", at=at)
    line.refused(1, "not this counter's", "transfer", "K001", "--to", "JUAL", "--counter", "2", at=at)
    line.refused(1, "not open", "hold", "K002", "--counter", "3", at=at)
    line.refused(1, "no such counter", "hold", "K002", "--counter", "9", at=at)
    line.refused(1, "no visitor at this counter", "hold", "--counter", "2", at=at)
    line.refused(1, "too late", "undo", "--counter", "2", at=at)
    line.refused(1, "too late", "undo", "--counter", "1", at=at)
    line.refused(1, "nothing at this counter", "undo", "--counter", "3", at=at)
    line.refused(1, "no such counter", "undo", "--counter", "9", at=at)
    line.refused(1, "Somebody is still waiting", "walk", "--service", "KONS", "--counter", "2",
                 at=at)
    line.refused(1, "still a visitor", "walk", "--service", "KONS", "--counter", "1", at=at)
    line.refused(1, "not this counter's", "walk", "--service", "JUAL", "--counter", "2", at=at)
    line.refused(1, "(email)", "walk", "--service", "KONS", "--counter", "2", "--guest", "email=x",
                 at=at)
    line.refused(1, "still a visitor", "close-day", at=at)
    assert rows(line) == before


def check_appointments(line):
    code = line.ok("appoint", "--service", "KONS", "--time", "2026-11-23T09:00", at="08:06:00").strip()
    before = rows(line)
    at = "08:06:01"
    line.refused(1, "XYZ", "appoint", "--service", "XYZ", "--time", "2026-11-24T10:00", at=at)
    line.refused(1, "is past", "appoint", "--service", "KONS", "--time", "2026-11-23T08:00", at=at)
    for time in ("2026-11-23T15:30", "2026-11-24T07:59", "2026-11-28T10:00"):
        line.refused(1, "closed", "appoint", "--service", "KONS", "--time", time, at=at)
    line.refused(1, "(ZZZZZZ)", "appointments", "cancel", "ZZZZZZ", at=at)
    line.refused(1, "(ZZZZZZ)", "arrive", "ZZZZZZ", at=at)
    line.refused(2, "lansia", "arrive", code, "--priority", "king", at=at)
    line.refused(1, "(email)", "arrive", code, "--guest", "email=x", at=at)
    assert rows(line) == before
    assert line.json("appointments", "cancel", code.lower(), at=at) == {
        "appointment": code, "state": "cancelled"}
    line.refused(1, "used or cancelled", "appointments", "cancel", code, at=at)
    assert line.ok("appointments", "--date", "2026-11-25", at=at) == (
        "There are no appointments on this day.\n")


def check_words(line):
    """The number is right; the words, the person or the PIN are not."""
    before = rows(line)
    at = "08:07:00"
    line.refused(1, "needs no reason", "explain", "K001", "--reason", "x", "--staff", "ani", at=at)
    line.refused(1, "K999", "explain", "K999", "--reason", "x", "--staff", "ani", at=at)
    line.refused(1, "K001", "explain", "K001", "--reason", "x", "--staff", "ani", "--date",
                 "2026-11-20", at=at)
    line.refused(2, "Too Much", "explain", "K001", "--reason", "Too Much", "--staff", "ani", at=at)
    line.refused(1, "(--note)", "explain", "K001", "--reason", "x", "--staff", "ani", "--note",
                 "x" * 512, at=at)
    line.refused(1, "(--note)", "explain", "K001", "--reason", "x", "--staff", "ani", "--note",
                 "\x1b[2J", at=at)
    correct = ("correct", "K001", "--reason", "x", "--pin-stdin", "--staff")
    line.refused(1, "not known", *correct, "nobody", text="1357\n", at=at)
    line.refused(1, "4 to 12", *correct, "kepala", text="12\n", at=at)
    line.refused(1, "Only the head", *correct, "ani", text="2468\n", at=at)
    for _ in range(5):
        result = line.run(*correct, "ani", text="1111\n", at=at)
        assert result.returncode == 1 and result.stdout == "", result
    line.refused(1, "wait one minute", *correct, "ani", text="2468\n", at=at)
    # Without --pin-stdin and without a terminal nobody can be asked.
    result = subprocess.run([line.program, *correct[:4], "--staff", "ani", "--at",
                             f"{DAY}T{at}"], stdin=subprocess.DEVNULL, capture_output=True,
                            text=True, env=line.environ, start_new_session=True, check=False)
    assert result.returncode == 2 and "--pin-stdin" in result.stderr, result
    assert [row for row in rows(line) if "pin_locked" not in row and '"day"' not in row] == [
        row for row in before if '"day"' not in row]


def check_empty_day(line):
    line.refused(1, "nothing to close", "close-day", at="2026-11-24T08:00:00")


def check_quota(line):
    """A service of two numbers a day, and none from 15.00 on."""
    office = os.path.join(line.folder, "quota.conf")
    store = os.path.join(line.folder, "quota.db")
    with open(line.office, encoding="utf-8") as good, open(office, "w", encoding="utf-8") as file:
        file.write(good.read().replace(
            'prefix = "K";', 'prefix = "K"; daily_quota = 2; last_issue = "15.00";'))
    line.ok("init", "--office", office, "--training", "--store", store, at="07:00:00")
    issue = ("issue", "--service", "KONS", "--store", store)
    line.ok(*issue, at="08:00:00")
    line.ok("cancel", "K001", "--reason", "left", "--store", store, at="08:01:00")
    line.ok(*issue, at="08:02:00")
    # A number that was cancelled was given all the same.
    line.refused(1, "quota", *issue, at="08:03:00")
    # Who was promised a number by appointment gets it.
    code = line.ok("appoint", "--service", "KONS", "--time", "2026-11-23T09:00", "--store", store,
                   at="08:04:00").strip()
    assert line.ok("arrive", code, "--store", store, at="08:50:00") == "K003\n"
    line.refused(1, "no longer given today", *issue, at="15:00:00")
    assert line.ok(*issue, at="2026-11-24T14:59:59") == "K001\n"


def check_other_day(line):
    """A number of an earlier day is told from one that never was; with --date it is found."""
    store = os.path.join(line.folder, "days.db")
    line.ok("init", "--office", line.office, "--training", "--store", store, at="07:00:00")
    line.ok("issue", "--service", "KONS", "--store", store, at="08:00:00")
    next_day = "2026-11-24T08:00:00"
    line.ok("issue", "--service", "JUAL", "--store", store, at=next_day)
    for command in (["ticket"], ["hold"], ["resume"], ["return"], ["print"], ["explain"],
                    ["transfer", "--to", "JUAL"], ["cancel", "--reason", "x"]):
        words = [command[0], "K001", *command[1:], "--store", store]
        if command == ["explain"]:
            words += ["--staff", "ani", "--reason", "x"]
        line.refused(1, "of another day; please take a new one. (K001, 2026-11-23)", *words,
                     at=next_day)
    line.refused(1, "no such number today", "hold", "K002", "--store", store, at=next_day)
    line.refused(1, "no such number", "ticket", "K001", "--date", "2026-11-24", "--store", store,
                 at=next_day)
    told = line.json("ticket", "K001", "--date", "2026-11-23", "--store", store, at=next_day)
    assert told["state"] == "closed_by_system", told


def check_stores(line):
    nowhere = os.path.join(line.folder, "no", "where.db")
    line.refused(1, nowhere, "queue", "--store", nowhere)
    assert not os.path.exists(nowhere)
    line.refused(1, line.store, "init", "--office", line.office)
    bad = os.path.join(line.folder, "bad.conf")
    with open(line.office, encoding="utf-8") as good, open(bad, "w", encoding="utf-8") as file:
        file.write(good.read().replace('prefix = "J"', 'prefix = "K"'))
    # A refusal leaves nothing behind, not even the folder of the store.
    made = os.path.join(line.folder, "new", "made.db")
    before = sorted(os.listdir(line.folder))
    line.refused(1, "bad.conf:", "init", "--office", bad, "--store", made)
    line.refused(1, "training", "init", "--office", line.office, "--store", made, at="09:00:00")
    assert sorted(os.listdir(line.folder)) == before
    real = os.path.join(line.folder, "real.db")
    line.ok("init", "--office", line.office, "--store", real)
    line.refused(1, "training", "queue", "--store", real, at="09:00:00")
    # The configuration names a store, and --store wins over it.
    settings = os.path.join(line.folder, "giliran.conf")
    with open(settings, "w", encoding="utf-8") as file:
        file.write(f'store = "{real}";\n')
    alone = {name: value for name, value in line.environ.items() if name != "GILIRAN_STORE"}
    assert "real.db" in line.run("doctor", "--config", settings, environ=alone).stdout
    assert line.ok("queue", "--store", "sqlite://" + line.store) == line.ok("queue")
    assert "giliran.db" in line.run("doctor", "--config", settings, "--store", line.store).stdout


def main(build, source):
    with Line(build, source) as line:
        check_help(line)
        check_every_command(line)
        check_usage(line)
        check_refusals(line)
        check_guest(line)
        check_more_usage(line)
        check_moves(line)
        check_appointments(line)
        check_words(line)
        check_empty_day(line)
        check_quota(line)
        check_other_day(line)
        check_stores(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
