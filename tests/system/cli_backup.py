"""A copy of the store while the office works, and the store out of it: on another computer, with what the
copy does not know, from a copy that is broken, too new, write-protected or no store at all."""

import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import time

from cli import DAY, Line

LIMIT = 64 * 1024


def mode(path):
    return stat.S_IMODE(os.stat(path).st_mode)


def lost(line, path=None):
    """The store's files are gone."""
    for name in os.listdir(line.folder):
        if name.startswith(os.path.basename(path or line.store)):
            os.unlink(os.path.join(line.folder, name))


def figures(line):
    """What the office has published of the day."""
    return line.json("day"), line.json("queue")["waiting"], line.json("ticket", "K001")


def morning(line):
    line.ok("open", "--counter", "1", "--staff", "ani", at="08:00:00")
    for second in range(3):
        line.ok("issue", "--service", "KONS", "--no-print", at=f"08:01:0{second}")
    line.ok("next", "--counter", "1", at="08:02:00")
    line.ok("serve", "--counter", "1", at="08:02:30")


def check_there_and_back(line, copy):
    """The same store again, on a computer that never had it; numbers that may be on paper are left out."""
    said = line.json("backup", copy, at="08:10:00")
    assert said == {"file": copy, "store": line.store, "as_of": f"{DAY}T08:02:30+08:00",
                    "events": line.json("verify", at="08:10:01")["events"] - 1, "key": True}, said
    assert mode(copy) == mode(copy + "-key") == 0o600
    assert sorted(os.listdir(os.path.dirname(copy))) == ["copy.db", "copy.db-key"]
    assert sqlite3.connect(copy).execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    line.ok("issue", "--service", "KONS", "--no-print", at="08:11:00")  # K004, which the copy does not know
    lost_code = line.json("appoint", "--service", "KONS", "--time", f"{DAY}T13:00", at="08:11:30")["appointment"]
    before = line.json("ticket", "K001", at="08:12:00"), line.json("ticket", "K003", at="08:12:00")
    lost(line)
    said = line.json("restore", copy, at="08:20:00")
    assert said["right"] and said["key"] and said["as_of"] == f"{DAY}T08:02:30+08:00", said
    assert mode(line.store) == mode(line.store + "-key") == 0o660
    assert (line.json("ticket", "K001", at="08:20:01"), line.json("ticket", "K003", at="08:20:01")) == before
    line.refused(1, "", "ticket", "K004", at="08:20:02")
    assert line.ok("issue", "--service", "KONS", "--no-print", at="08:21:00") == "K2001\n"
    assert line.ok("issue", "--service", "JUAL", "--no-print", at="08:21:01") == "J1001\n"
    after = line.json("appoint", "--service", "KONS", "--time", f"{DAY}T14:00", at="08:21:02")
    assert after["appointment"] != lost_code, after
    assert [row["ticket"] for row in line.json("queue", at="08:21:02")["waiting"]] == ["K002", "K003", "K2001",
                                                                                     "J1001"]
    line.ok("finish", "--counter", "1", at="08:22:00")
    line.ok("close-day", at="16:00:00")
    proof = line.json("verify", at="16:00:01")
    assert proof["right"] and not proof["unsealed_days"], proof
    rows = sqlite3.connect(line.store).execute(
        "SELECT kind, refers FROM event WHERE kind IN ('backed_up', 'restored')").fetchall()
    assert rows == [("restored", said["events"])], rows
    line.refused(1, "giliran.db is in the way", "restore", copy)


def check_a_quota_is_of_tickets(line, copy):
    """Numbers that were left out are nobody's."""
    office = os.path.join(line.folder, "quota.conf")
    with open(line.office, encoding="utf-8") as file:
        text = file.read()
    with open(office, "w", encoding="utf-8") as file:
        file.write(re.sub(r'(code = "KONS";)', r'\1 daily_quota = 2;', text, count=1))
    line.store = line.environ["GILIRAN_STORE"] = os.path.join(line.folder, "quota.db")
    line.ok("init", "--office", office, "--training", at="07:00:00")
    line.ok("issue", "--service", "KONS", "--no-print", at="08:00:00")
    line.ok("backup", copy, at="08:00:01")
    lost(line)
    line.ok("restore", copy, at="08:00:02")
    assert line.ok("issue", "--service", "KONS", "--no-print", at="08:00:03") == "K2001\n"
    line.refused(1, "", "issue", "--service", "KONS", "--no-print", at="08:00:04")
    line.ok("verify", at="08:00:05")


def check_next_morning(line, copy):
    """Restored the next day: the day of the copy is closed, and today begins with a new thousand as well."""
    morning_store = os.path.join(line.folder, "morning.db")
    line.store = line.environ["GILIRAN_STORE"] = morning_store
    line.ok("init", "--office", line.office, "--training", at="07:00:00")
    line.ok("issue", "--service", "KONS", "--no-print", at="08:00:00")
    line.ok("backup", copy, at="08:00:01")
    lost(line)
    line.ok("restore", copy, at="2026-11-24T09:00:00")
    assert line.ok("issue", "--service", "KONS", "--no-print", at="2026-11-24T09:01:00") == "K1001\n"
    assert line.json("ticket", "K001", "--date", DAY)["state"] == "closed_by_system"
    assert line.ok("issue", "--service", "KONS", "--no-print", at="2026-11-25T08:01:00") == "K001\n"
    line.ok("verify", at="2026-11-25T08:02:00")


def check_keys(line, copy):
    """A copy without its key is good, and says so; another store's key is not overwritten."""
    os.unlink(copy + "-key")
    lost(line)
    assert "without a seal" in line.ok("restore", copy, at="2026-11-24T09:00:00")
    lost(line)
    with open(line.store + "-key", "wb") as file:
        file.write(b"another store's key, 32 bytes !!")
    line.refused(1, "-key is in the way", "restore", copy, at="2026-11-24T09:00:00")
    with open(copy + "-key", "wb") as file:
        file.write(b"the key that the copy came with ")
    line.refused(1, "-key is in the way", "restore", copy, at="2026-11-24T09:00:00")
    with open(line.store + "-key", "rb") as file:
        assert file.read() == b"another store's key, 32 bytes !!"
    assert not os.path.exists(line.store) and not os.path.exists(line.store + "-new")
    os.unlink(copy + "-key")
    lost(line)


def check_refusals(line, copy):
    line.ok("restore", copy, at="2026-11-24T09:00:00")
    line.refused(1, "copy.db is there already", "backup", copy)
    other = os.path.join(line.folder, "november")
    with open(other + "-new", "w", encoding="utf-8") as file:
        file.write("somebody's")
    line.refused(1, "november-new is there already", "backup", other)
    with open(other + "-new", encoding="utf-8") as file:
        assert file.read() == "somebody's"
    line.refused(1, "", "backup", os.path.join(line.folder, "nowhere", "copy.db"))
    line.refused(2, "", "backup")
    line.refused(2, "", "restore")
    line.refused(2, "", "restore", "a", "b")
    lost(line)
    line.refused(1, "giliran init", "backup", os.path.join(line.folder, "x.db"))
    line.refused(1, "no copy to restore", "restore", os.path.join(line.folder, "none.db"))
    line.refused(1, "", "restore", line.folder)
    line.refused(1, "", "restore", "/dev/null")
    assert not os.path.exists(line.store)


def check_broken(line, copy):
    """Nothing comes of a copy that is not whole, whatever is wrong with it."""
    with open(copy, "rb") as file:
        whole = file.read()
    cases = {"short": whole[:len(whole) // 2], "empty": b"", "text": b"not a store at all\n" * 500,
             "page": whole[:4096] + b"\xa5" * 2048 + whole[6144:], "head": b"\0" * 100 + whole[100:]}
    for name, content in cases.items():
        path = os.path.join(line.folder, f"broken-{name}.db")
        with open(path, "wb") as file:
            file.write(content)
        line.refused(1, "not intact", "restore", path)
        assert not os.path.exists(line.store) and not os.path.exists(line.store + "-new"), name
    newer = os.path.join(line.folder, "newer.db")
    shutil.copy(copy, newer)
    with sqlite3.connect(newer) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    connection.close()
    line.refused(1, "newer version", "restore", newer)
    altered = os.path.join(line.folder, "altered.db")
    shutil.copy(copy, altered)
    with sqlite3.connect(altered) as connection:
        connection.execute("UPDATE ticket SET issued_ms = issued_ms - 60000")
    connection.close()
    result = line.run("restore", altered, "--json", at="2026-11-24T09:00:00")
    assert result.returncode == 1 and json.loads(result.stdout)["right"] is False, result
    lost(line)


def check_write_protected(line, copy):
    """As on a stick with its switch set; the files of a store copied by hand, log and all, will do too."""
    os.chmod(copy, 0o400)
    line.ok("restore", copy, at="2026-11-24T09:00:00")
    line.ok("issue", "--service", "KONS", "--no-print", at="2026-11-24T09:01:00")
    with sqlite3.connect(line.store) as reader:  # keeps the log from being emptied
        reader.execute("SELECT COUNT(*) FROM event").fetchall()
        line.ok("issue", "--service", "KONS", "--no-print", at="2026-11-24T09:02:00")
        by_hand = os.path.join(line.folder, "by-hand.db")
        for ending in ("", "-wal", "-key"):
            if os.path.exists(line.store + ending):
                shutil.copy(line.store + ending, by_hand + ending)
        assert os.path.getsize(by_hand + "-wal") > 0
    reader.close()
    lost(line)
    line.ok("restore", by_hand, at="2026-11-24T09:03:00")
    assert line.json("ticket", "K1002", at="2026-11-24T09:03:01")["state"] == "waiting"


def check_full(line):
    """A full disk leaves neither half a copy nor half a store."""
    path = os.path.join(line.folder, "full.db")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))  # noqa: E731
    for arguments in (("backup", path), ("restore", os.path.join(line.folder, "by-hand.db"))):
        if arguments[0] == "restore":
            lost(line)
        result = subprocess.run([line.program, *arguments, "--at", "2026-11-24T10:00:00"], env=line.environ,
                                stderr=subprocess.PIPE, text=True, preexec_fn=limit, restore_signals=False,
                                check=False)
        assert result.returncode == 1 and "disk is full" in result.stderr, result
        assert not os.path.exists(path) and not os.path.exists(path + "-new")
    assert not os.path.exists(line.store)
    line.ok("restore", os.path.join(line.folder, "by-hand.db"), at="2026-11-24T10:00:00")


def check_under_way(line):
    """Copies made while numbers are given, some killed: each is one moment of the store, or not there."""
    ids, killed = [], 0
    for turn in range(12):
        path = os.path.join(line.folder, f"turn-{turn}.db")
        giver, copier = (
            subprocess.Popen([line.program, *words, "--at", f"2026-11-24T11:00:{turn:02}"], env=line.environ,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for words in (("issue", "--service", "KONS", "--no-print"), ("backup", path)))
        if turn % 2:
            time.sleep(0.003 * turn)
            copier.send_signal(signal.SIGKILL)
        for process in (giver, copier):
            process.communicate()
        killed += copier.returncode != 0
        if os.path.exists(path):
            check = os.path.join(line.folder, "check.db")
            result = line.run("restore", path, "--store", check, "--at", "2026-11-24T12:00:00")
            assert result.returncode == 0, (turn, result.stderr)
            ids.append(sqlite3.connect(path).execute("SELECT MAX(id) FROM event").fetchone()[0])
            lost(line, check)
    assert ids == sorted(ids) and len(ids) >= 6, (ids, killed)
    line.ok("verify")


def main(build, source):
    with Line(build, source) as line:
        os.mkdir(os.path.join(line.folder, "stick"))
        copy = os.path.join(line.folder, "stick", "copy.db")
        morning(line)
        check_there_and_back(line, copy)
        check_a_quota_is_of_tickets(line, os.path.join(line.folder, "quota-copy"))
        copy = os.path.join(line.folder, "stick", "next.db")
        check_next_morning(line, copy)
        check_keys(line, copy)
        copy = os.path.join(line.folder, "copy.db")
        os.rename(os.path.join(line.folder, "stick", "next.db"), copy)
        check_refusals(line, copy)
        check_broken(line, copy)
        check_write_protected(line, copy)
        check_full(line)
        check_under_way(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
