"""Help, exit statuses, and one line on stderr that says why and what to do."""

import os
import re
import sys

from cli import Line

COMMANDS = [["init"], ["staff", "add"], ["staff", "list"], ["open"], ["break"], ["close"], ["issue"],
            ["next"], ["recall"], ["serve"], ["finish"], ["absent"], ["hold"], ["resume"],
            ["return"], ["transfer"], ["cancel"], ["undo"], ["walk"], ["appoint"],
            ["appointments", "cancel"], ["appointments"], ["arrive"], ["queue"], ["ticket"],
            ["day"], ["close-day"], ["target"], ["breaches"], ["explain"], ["correct"], ["print"],
            ["verify"], ["clock", "set"], ["clock"], ["holidays", "import"],
            ["holidays", "list"], ["closure", "add"], ["closure", "list"], ["closure", "remove"],
            ["season", "add"], ["season", "list"], ["season", "remove"], ["calendar"], ["doctor"], ["demo"]]


def check_help(line):
    everything = line.ok("--help")
    for command in COMMANDS:
        usage = "giliran " + " ".join(command)
        assert usage in everything, usage
        assert line.ok(*command, "--help").startswith(usage), command
        assert line.ok("help", *command) == line.ok(*command, "--help"), command
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
        check_usage(line)
        check_refusals(line)
        check_guest(line)
        check_stores(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
