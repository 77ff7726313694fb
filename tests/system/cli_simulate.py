"""Simulated days from the command line: the same seed is the same day, and a store for practice."""

import json
import os
import sys

from cli import Line


def check_days(line):
    days = ("simulate", "--days", "3", "--seed", "7", "--faults", "all", "--json")
    first = json.loads(line.run(*days).stdout)
    assert first["right"] is True and first["days"] == 3 and first["acts"] > 200, first
    assert json.loads(line.run(*days).stdout) == first
    told = first["estimate"]
    assert 0 < told["right"] <= told["counted"] and told["share"] == told["right"] / told["counted"]
    assert first["estimate_learnt"]["counted"] == 0, first


def check_practice(line):
    folder = os.path.join(line.folder, "practice")
    result = line.run("simulate", "--days", "1", "--seed", "7", "--folder", folder, "--keep",
                      "--trace")
    assert result.returncode == 0, result.stderr
    assert "Mon 16:40:00.000 the day ends: ok" in result.stdout, result.stdout
    assert any(" takes a number visitor " in one for one in result.stdout.split("\n"))
    result = line.run("ticket", "K001", "--date", "2026-11-23", "--json", "--store",
                      folder + "/giliran.db")
    assert json.loads(result.stdout)["ticket"] == "K001", result.stderr


def check_refusals(line):
    for wrong in (("--days", "0", "--seed", "1"), ("--days", "1", "--seed", "x"),
                  ("--days", "1"), ("--days", "1", "--seed", "1", "--faults", "flood"),
                  ("--days", "1", "--seed", "1", "--store", "cloud"),
                  ("--days", "1", "--seed", "1", "--keep"),
                  ("--days", "1", "--seed", "1", "--store", "memory", "--folder", "x")):
        result = line.run("simulate", *wrong)
        assert result.returncode == 2 and result.stderr.startswith("giliran: "), (wrong, result)
    result = line.run("simulate", "--days", "1", "--seed", "1", "--office", "/nowhere")
    assert result.returncode == 1 and result.stderr.startswith("giliran: "), result


def main(build, source):
    with Line(build, source) as line:
        check_days(line)
        check_practice(line)
        check_refusals(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
