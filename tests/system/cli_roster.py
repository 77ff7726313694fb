"""The duty roster on the command line: planned, shown, cleared, and refused."""

import sys

from cli import Line


def check(line):
    assert line.json("roster", at="08:00:00") == {"roster": []}
    assert "no roster" in line.ok("roster", at="08:00:00")
    line.refused(2, "--counter", "roster", "--counter", "1", at="08:00:00")
    line.refused(2, "--counter", "roster", "--staff", "ani", at="08:00:00")
    said = line.ok("roster", "--counter", "1", "--staff", "ani", at="08:01:00")
    assert said.startswith("Counter 1: ") and said.endswith("(ani)\n"), said
    duty, = line.json("roster", at="08:02:00")["roster"]
    assert (duty["counter"], duty["staff"]) == (1, "ani"), duty
    duty, = line.json("roster", "--counter", "2", "--staff", "ani", at="08:03:00")["roster"]
    assert duty["counter"] == 2, duty
    assert line.json("roster", "--date", "2026-11-24", at="08:04:00") == {"roster": []}
    line.refused(1, "nobody", "roster", "--counter", "1", "--staff", "nobody", at="08:05:00")
    line.refused(1, "", "roster", "--counter", "1", "--staff", "ani", "--date", "2026-11-22",
                 at="08:06:00")
    assert line.json("roster", "--counter", "2", "--reset", at="08:07:00") == {"roster": []}
    assert line.json("verify", at="08:08:00")["right"] is True


def main(build, source):
    with Line(build, source) as line:
        check(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
