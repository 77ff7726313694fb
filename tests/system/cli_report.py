"""`giliran report` over simulated days says what its twins `day`, `target` and `breaches` say of the
same days, and its files say what its JSON says."""

import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile

from cli import promising_office

DAYS = 12


class Office:
    """A training store in which twelve drawn days have been lived through."""

    def __init__(self, build, source, folder):
        self.program = os.path.join(build, "bin", "giliran")
        self.environ = dict(os.environ, GILIRAN_ASSETS=os.path.join(build, "assets"),
                            GILIRAN_STORE=os.path.join(folder, "giliran.db"), HOME=folder,
                            XDG_DATA_HOME=folder, LC_ALL="C.UTF-8")
        office = promising_office(source, folder)
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


# The interpreter to which Debian's python3-openpyxl belongs.
PYTHON = "/usr/bin/python3"
READ_BOOK = """
import datetime, json, openpyxl, sys
def plain(value):
    return value.total_seconds() if isinstance(value, datetime.timedelta) else (
        value.hour * 3600 + value.minute * 60 + value.second
        if isinstance(value, datetime.time) else value)
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: [[plain(cell.value) for cell in row] for row in sheet.rows]
                  for sheet in book}))
"""


def read_book(path):
    """{sheet: rows}, durations as seconds."""
    return json.loads(subprocess.run([PYTHON, "-c", READ_BOOK, path], check=True, text=True,
                                     stdout=subprocess.PIPE, timeout=60).stdout)


def seconds_of(text):
    hours, minutes, seconds = (int(part) for part in text.split(":"))
    return hours * 3600 + minutes * 60 + seconds


def read_csv(path):
    """The same of the CSV: fields as they are read, typed by their form."""
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    assert text.startswith("\ufeff") and "\n" not in text.replace("\r\n", ""), path
    tables, table = {}, None
    for row in csv.reader(text[1:].split("\r\n")[:-1], delimiter=";", strict=True):
        if not row:
            table = None
        elif table is None:
            assert len(row) == 1, row
            table = tables.setdefault(row[0], [])
        else:
            table.append(row)
    return tables


def field(value):
    """A field of the CSV as the workbook has it."""
    if value == "":
        return None
    if value.endswith("%"):
        return float(value[:-1]) / 100
    if value.count(":") == 2:
        return seconds_of(value)
    return float(value) if value.replace(".", "", 1).isdigit() else value


def same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < 0.0006
    return (one or "") == (other or "")


def check_alike(book, tables):
    """Cell by cell the two kinds of file say the same."""
    assert list(book) == list(tables), (list(book), list(tables))
    for title, rows in book.items():
        assert len(title) <= 31, title
        assert len(rows) == len(tables[title]), (title, rows, tables[title])
        for row, fields in zip(rows, tables[title]):
            cells = row[:len(fields)]
            assert not any(row[len(fields):]), (title, row, fields)
            assert all(same(cell, field(value)) or same(str(cell), value)
                       for cell, value in zip(cells, fields)), (title, row, fields)


def check_summary(rows, report):
    summary = {row[0]: row[1] for row in rows[1:]}
    wanted = {"Visits": report["visits"], "Served": report["done"], "Absent": report["absent"],
              "Cancelled": report["cancelled"], "People": report["people"],
              "Priority visitors": report["priority"],
              "Served as promised": report["target"]["met"],
              "Beyond the promise": report["target"]["missed"],
              "Waiting time (median)": report["wait_s"]["median"],
              "Waiting time (9 in 10 at most)": report["wait_s"]["p90"],
              "Waiting time (longest)": report["wait_s"]["max"],
              "Serving time (median)": report["service_s"]["median"],
              "Waited with nobody at the desk": report["unattended_s"]}
    for name, value in wanted.items():
        assert same(summary[name], value), (name, summary[name], value)
    assert abs(summary["Promise met"] - report["target"]["share"]) < 0.001, summary
    assert abs(summary["Promise met as one single queue"] - report["literal"]["share"]) < 0.001, summary


def check_pdf(office, folder, stretch, report):
    """Pages whose text is that of the other files, A4 on its side."""
    path = os.path.join(folder, "r.pdf")
    assert path in office.run(*stretch, "--pdf", path)
    about = subprocess.run(["pdfinfo", path], check=True, text=True, stdout=subprocess.PIPE).stdout
    assert "841.89 x 595.276 pts (A4)" in about, about
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    for words in ("Report of ", "Summary", "Arrivals by hour", "Waiting time", "Served per day",
                  "By service", "All services", "Made on "):
        assert words in text, (words, text)
    for day in report["days"]:
        row, = [line for line in text.splitlines() if line.strip().startswith(day["service_date"])
                and line.count(":") == 0 and line.rstrip().endswith("%")]
        assert row.split()[1:3] == [str(day["issued"]), str(day["done"])], (row, day)


def check_sexes(office, dates):
    """Of those whose guest book asked it, on a day after all others."""
    entry = "name=Uji Coba,email=uji@example.id,sex={},age_band=3,education=4,occupation=1,purpose=1"
    for minute, sex in enumerate((2, 1, 2)):
        office.run("issue", "--service", "KONS", "--no-print", "--guest", entry.format(sex),
                   "--at", f"2026-12-09T09:0{minute}:00")
    report = office.json("report", "--from", dates[0], "--to", "2026-12-09")
    assert (report["women"], report["men"]) == (2, 1), report


def check_files(office, folder, dates):
    stretch = ["report", "--from", dates[0], "--to", dates[-1]]
    report = office.json(*stretch)
    xlsx, text = os.path.join(folder, "r.xlsx"), os.path.join(folder, "r.csv")
    said = office.run(*stretch, "--xlsx", xlsx, "--csv", text)
    assert xlsx in said and text in said, said
    check_pdf(office, folder, stretch, report)
    book = read_book(xlsx)
    check_alike(book, read_csv(text))
    check_summary(book["Summary"], report)
    assert [[row[0], row[1]] for row in book["Arrivals by hour"][1:]] == [
        [row["hour"], row["visits"]] for row in report["arrivals"]]
    assert [row[1] for row in book["Waiting time"][1:]] == [row["count"] for row in report["waits"]]
    assert [row[:5] for row in book["Served per day"][1:]] == [
        [day["service_date"], day["issued"], day["done"], day["target"]["met"],
         day["target"]["missed"]] for day in report["days"]]
    rows = [row for row in report["by_service"]] + [report] + report["by_counter"]
    assert [[row[1], row[2], row[4]] for row in book["By service"][1:]] == [
        [row["issued"], row["done"], row["target"]["met"]] for row in rows]
    sheets = book["Breach sheets"][1:]
    assert [[row[0], row[1], row[3], row[4].replace(".", ":")] for row in sheets] == [
        [row["service_date"], row["ticket"], row["counter"], row["issued_at"][11:19]]
        for row in report["breaches"]]
    assert all(same(row[8], breach["elapsed_s"])
               for row, breach in zip(sheets, report["breaches"]))
    assert not [name for name in os.listdir(folder) if name.endswith(".part")]


def check_file_refusals(office, folder, dates):
    """What cannot be written says what to do, and leaves nothing behind."""
    stretch = ["report", "--from", dates[0], "--to", dates[0]]
    nowhere = os.path.join(folder, "nowhere", "r.csv")
    for option in ("--csv", "--xlsx"):
        said = office.run(*stretch, option, nowhere, status=1)
        assert "make the folder" in said, said
        said = office.run(*stretch, option, "/proc/r", status=1)
        assert "file" in said.lower(), said
    kept = os.path.join(folder, "kept.csv")
    office.run(*stretch, "--csv", kept)
    with open(kept, "rb") as file:
        first = file.read()
    office.run(*stretch, "--csv", kept)
    with open(kept, "rb") as file:
        assert file.read() == first


def main(build, source):
    with tempfile.TemporaryDirectory(prefix="giliran-report-") as folder:
        office = Office(build, source, folder)
        every = office.json("target", "--from", "2000-01-01", "--to", "2100-01-01")["days"]
        dates = [row["service_date"] for row in every]
        assert len(dates) >= DAYS // 2, dates
        days = [check_day(office, date) for date in dates]
        check_stretch(office, dates, days)
        check_refusals(office, dates)
        check_files(office, folder, dates)
        check_file_refusals(office, folder, dates)
        check_sexes(office, dates)


if __name__ == "__main__":
    main(*sys.argv[1:])
