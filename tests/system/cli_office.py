"""An office out of its store and into a new one: the day that is lived there is the same."""

import json
import os
import sys

from cli import Line

SHIPPED = ["tana-tidung", "belitung", "pasuruan", "bombana"]


def make(line, office, store, more=()):
    """A store of its own of `office`, with clerks and with what `more` enters."""
    line.environ["GILIRAN_STORE"] = os.path.join(line.folder, store)
    line.ok("init", "--office", office, "--training", at="06:30:00")
    if "ani" not in [person["staff"] for person in line.json("staff", "list")["staff"]]:
        for code in ("ani", "budi"):
            line.ok("staff", "add", code, "--name", code, "--role", "clerk", "--pin-stdin",
                    text="2468\n", at="06:30:01")
    for command in more:
        line.ok(*command, text="1357\n", at="06:31:00")


def export(line, name):
    path = os.path.join(line.folder, name)
    assert path in line.ok("office", "export", path, at="06:32:00")
    return path


def live(line):
    """A day at two counters; everything that is told of it afterwards."""
    codes = [service["code"] for service in line.json("services", at="06:33:00")["services"]]
    line.ok("open", "--counter", "1", "--staff", "ani", at="07:50:00")
    line.ok("open", "--counter", "2", "--staff", "budi", at="07:50:10")
    numbers = []
    for i in range(8):
        choice = ["--priority", "lansia"] if i % 3 == 2 else []
        result = line.run("issue", "--service", codes[i % len(codes)], *choice,
                          at=f"08:{i * 4:02}:00")
        numbers.append(result.stdout.strip() or result.stderr.strip())
    told = [numbers, line.json("queue", at="08:40:00")]
    for i in range(8):
        result = line.run("next", "--counter", str(1 + i % 2), at=f"{9 + i // 6:02}:{i * 10 % 60:02}:05")
        told.append(result.stdout or result.stderr)
        if result.returncode == 0:
            line.ok("serve", "--counter", str(1 + i % 2), at=f"{9 + i // 6:02}:{i * 10 % 60:02}:30")
    for counter in ("1", "2"):
        line.run("finish", "--counter", counter, at="10:40:00")
    told += [line.json("ticket", number, at="11:00:00")
             for number in numbers if " " not in number]
    told += [line.json(command, at="11:00:00")
             for command in ("day", "queue", "target", "services", "guest-book", "calendar")]
    told.append(line.json("verify", at="11:00:00")["right"])
    return told


def check_same(line, office, name, more=()):
    make(line, office, f"{name}-1.db", more)
    first = export(line, f"{name}-1.conf")
    one = live(line)
    make(line, first, f"{name}-2.db")
    second = export(line, f"{name}-2.conf")
    other = live(line)
    assert one[-1] is True, one
    assert any(" " not in number for number in one[0]), one[0]
    assert json.dumps(one, indent=1) == json.dumps(other, indent=1), name
    with open(first, "rb") as a, open(second, "rb") as b:
        assert a.read() == b.read(), name


def check_changed(line):
    """A head who has entered much: the store of the export has all of it."""
    more = [("closure", "add", "--from", "2026-11-23T09:30", "--to", "2026-11-23T09:50",
             "--reason", "Listrik padam"),
            ("season", "add", "--name", "Ramadan", "--from", "2027-02-08", "--to", "2027-03-09",
             "--open", "08.00-15.00", "--break", "12.00-12.30", "--friday", "08.00-15.30"),
            ("staff", "add", "rini", "--name", "Bu Rini", "--role", "head", "--pin-stdin")]
    check_same(line, line.office, "changed", more)
    said = line.json("calendar")
    assert said, said
    with open(os.path.join(line.folder, "changed-2.conf"), encoding="utf-8") as file:
        text = file.read()
    for word in ("Listrik padam", "Ramadan", '"rini"', "known = "):
        assert word in text, word
    assert "argon" not in text and "1357" not in text, text


def check_files(line):
    line.refused(1, "could not be written", "office", "export",
                 os.path.join(line.folder, "none", "a.conf"), at="12:00:00")
    line.refused(2, "office export FILE", "office", "export", at="12:00:00")
    said = line.json("office", "export", os.path.join(line.folder, "b.conf"), at="12:00:00")
    assert said["office"] == "6503" and said["services"] == 5, said
    assert 'code = "6503";' in line.ok("office", "export", "-", at="12:00:00")
    assert not os.path.exists(os.path.join(line.folder, "b.conf.new"))


def check_import(line):
    """What differs is changed from now on, and told; what is wrong is refused with its line."""
    make(line, line.office, "import.db")
    path = export(line, "import.conf")
    assert "nothing was changed" in line.ok("office", "import", path, at="08:00:00")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    changed = text.replace('monday = "08.00-15.30"', 'monday = "08.00-09.00"')
    changed = changed.replace("recall_limit = 3", "recall_limit = 1")
    assert changed != text
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed)
    said = line.json("office", "import", path, "--dry-run", at="08:01:00")
    assert said == {"saved": False, "changes": [
        {"setting": "hours.monday", "before": "08.00-15.30", "after": "08.00-09.00"},
        {"setting": "recall_limit", "before": "3", "after": "1"}]}, said
    line.ok("issue", "--service", "KONS", at="08:02:00")
    said = line.ok("office", "import", path, at="08:03:00")
    assert said == ("hours.monday: 08.00-15.30 → 08.00-09.00\nrecall_limit: 3 → 1\n"
                    "2 settings were changed.\n"), said
    assert line.json("calendar", at="08:04:00")["close_at"].startswith("2026-11-23T09:00"), said
    ticket = line.json("ticket", "K001", at="09:30:00")
    assert ticket["state"] == "waiting", ticket
    assert line.json("verify", at="09:30:00")["right"] is True
    number = changed[:changed.index("recall_limit")].count("\n") + 1
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed.replace("recall_limit = 1", "recall_limit = 1000"))
    line.refused(1, f"import.conf:{number}: recall_limit: must be from 0 to 99",
                 "office", "import", path, at="09:31:00")
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed.replace('prefix = "K"', 'prefix = "X"'))
    line.refused(1, "Numbers with this letter were given today", "office", "import", path,
                 at="09:31:00")
    line.refused(1, "of another office", "office", "import",
                 line.office.replace("tana-tidung", "belitung"), at="09:31:00")
    assert line.json("verify", at="09:32:00")["right"] is True


def main(build, source):
    with Line(build, source) as line:
        for name in SHIPPED:
            check_same(line, os.path.join(source, "assets", "offices", name + ".conf"), name)
        check_changed(line)
        check_files(line)
        check_import(line)
    print("an exported office lives the same day")


if __name__ == "__main__":
    main(*sys.argv[1:])
