"""`giliran report` over simulated days says what its twins `day`, `target`, `breaches` and `ratings`
say of the same days."""

import json
import os
import statistics
import subprocess
import sys
import tempfile

DAYS = 12


class Office:
    """A training store in which twelve drawn days have been lived through."""

    def __init__(self, build, source, folder):
        self.program = os.path.join(build, "bin", "giliran")
        self.environ = dict(os.environ, GILIRAN_ASSETS=os.path.join(build, "assets"),
                            GILIRAN_STORE=os.path.join(folder, "giliran.db"), HOME=folder,
                            XDG_DATA_HOME=folder, LC_ALL="C.UTF-8")
        office = os.path.join(source, "assets", "offices", "tana-tidung.conf")
        self.run("simulate", "--days", str(DAYS), "--seed", "6", "--office", office, "--folder",
                 folder, "--keep")

    def run(self, *arguments, status=0):
        result = subprocess.run([self.program, *arguments], text=True, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, timeout=60, env=self.environ, check=False)
        assert result.returncode == status, (arguments, result.returncode, result.stderr)
        return result.stdout if status == 0 else result.stderr

    def json(self, *arguments):
        return json.loads(self.run(*arguments, "--json"))


FIGURES = ("issued", "done", "absent", "cancelled", "closed_by_system", "open", "transferred",
           "uncertain", "people", "target", "unattended_s", "estimate", "wait_s", "service_s")


def check_day(office, date):
    """Of one day: figure by figure, of all and of each service."""
    report = office.json("report", "--from", date, "--to", date)
    day = office.json("day", "--date", date)
    for name in FIGURES + ("literal",):
        assert report[name] == day[name], (date, name, report[name], day[name])
    services = {row["service"]: row for row in report["by_service"]}
    for row in day["by_service"]:
        own = services.get(row["service"])
        if own is not None:
            assert all(own[name] == row[name] for name in FIGURES), (date, row, own)
        else:
            assert row["issued"] == 0, row
    assert report["overtaken"] == day["priority"]["overtaken"], (report, day)
    tickets = sum(row["visits"] for row in report["arrivals"])
    assert report["visits"] - report["uncertain"] <= tickets <= report["visits"], report
    return day


def by_place(rows):
    return sorted(rows, key=lambda row: (row["service_date"], row["ticket"], row["served_at"] or ""))


def check_stretch(office, dates, days):
    """Of all days: sums of the days, and what `target` and `breaches` say."""
    report = office.json("report", "--from", dates[0], "--to", dates[-1])
    target = office.json("target", "--from", dates[0], "--to", dates[-1])
    for name in ("target", "literal", "estimate", "unattended_s"):
        assert report[name] == target[name], (name, report[name], target[name])
    assert by_place(report["breaches"]) == by_place(target["breaches"])
    elapsed = [row["elapsed_s"] for row in report["breaches"]]
    assert elapsed == sorted(elapsed, reverse=True) and elapsed, elapsed
    for name in ("issued", "done", "absent", "cancelled", "people"):
        assert report[name] == sum(day[name] for day in days), name
    assert [row["service_date"] for row in report["days"]] == [
        date for date, day in zip(dates, days) if day["issued"]]
    for row in report["days"]:
        day = days[dates.index(row["service_date"])]
        assert (row["issued"], row["done"]) == (day["issued"], day["done"]), row
        assert row["target"] == day["target"], (row, day["target"])
    assert sum(row["count"] for row in report["waits"]) > 0
    medians = [day["wait_s"]["median"] for day in days if day["wait_s"]["median"] is not None]
    assert min(medians) <= report["wait_s"]["median"] <= max(medians), report["wait_s"]
    assert statistics.mean(medians) > 0


def check_refusals(office, dates):
    assert "2026-13-01" in office.run("report", "--from", "2026-13-01", status=2)
    office.run("report", "--from", dates[1], "--to", dates[0], status=2)
    empty = office.json("report", "--from", "2001-01-01", "--to", "2001-12-31")
    assert empty["visits"] == 0 and empty["wait_s"]["median"] is None, empty
    assert "2001-01-01" in office.run("report", "--from", "2001-01-01", "--to", "2001-12-31")


def main(build, source):
    with tempfile.TemporaryDirectory(prefix="giliran-report-") as folder:
        office = Office(build, source, folder)
        every = office.json("target", "--from", "2000-01-01", "--to", "2100-01-01")["days"]
        dates = [row["service_date"] for row in every]
        assert len(dates) >= DAYS // 2, dates
        days = [check_day(office, date) for date in dates]
        check_stretch(office, dates, days)
        check_refusals(office, dates)


if __name__ == "__main__":
    main(*sys.argv[1:])
