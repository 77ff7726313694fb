"""Ratings, suggestions and complaints on the command line."""

import sqlite3
import sys

from cli import DAY, Line

ALL = ["--from", "2026-11-01", "--to", "2026-11-30"]


def serve(line, number, at):
    """The next visitor, served for a minute."""
    assert line.ok("next", "--counter", "1", at=f"{at}:00").strip() == number
    line.ok("serve", "--counter", "1", at=f"{at}:10")
    line.ok("finish", "--counter", "1", at=f"{at}:50")


def check_refusals(line):
    line.refused(1, "served to the end", "rate", "K001", "--answers", "4,4,4,4,4,4,4,4,4",
                 at="08:01:30")
    serve(line, "K001", "08:02")
    for answers in ("4", "4,4,4,4,4,4,4,4,5", "4,4,4,4,4,4,4,4,", "4,4,4,4,4,4,4,4,4,4", "0" + ",4" * 8):
        line.refused(2, "answers", "rate", "K001", "--answers", answers, at="08:03:00")
    line.refused(1, "", "rate", "K009", "--answers", "4,4,4,4,4,4,4,4,4", at="08:03:00")
    line.refused(1, "", "rate", "K001", "--answers", "4", "--instrument", "none", at="08:03:00")
    line.refused(2, "weight", "ratings", "--weight", "0.11", at="08:03:00")
    line.refused(2, "", "ratings", "--from", "2026-11-30", "--to", "2026-11-01", at="08:03:00")
    nothing = line.json("ratings", *ALL, at="08:03:00")
    assert nothing == {"from": "2026-11-01", "to": "2026-11-30", "served": 1, "sample": 1,
                       "instruments": []}, nothing


def check_indices(line):
    assert "K001" in line.ok("rate", "k1", "--answers", "4,4,4,-,3,4,4,4,2", at="08:04:00")
    line.refused(1, "rated already", "rate", "K001", "--answers", "4,4,4,4,4,4,4,4,4",
                 at="08:04:10")
    serve(line, "K002", "08:05")
    kept = line.json("rate", "K002", "--answers", "4,3,4,4,3,4,4,4,2", at="08:06:30")
    assert kept == {"ticket": "K002", "segment": 1, "instrument": "skm-9", "version": "2017"}, kept
    # Means: 4, 3.5, 4, 4 (of one answer), 3, 4, 4, 4, 2 = 32.5 of 36.
    report = line.json("ratings", *ALL, at="08:07:00")
    sheet, = report["instruments"]
    assert (report["served"], sheet["finished"], sheet["unfinished"]) == (2, 2, 0), report
    index, = sheet["indices"]
    assert index == {"code": "IKM", "name": "Community satisfaction index", "index": 90.28,
                     "items": 9, "weight": "1/9", "grade": "A"}, index
    by_code = {item["code"]: item for item in sheet["items"]}
    assert (by_code["U4"]["n"], by_code["U4"]["sum"], by_code["U4"]["index"]) == (1, 4, 100), by_code
    assert (by_code["U9"]["n"], by_code["U9"]["mean"], by_code["U9"]["grade"]) == (2, 2.0, "D"), by_code
    for weight, printed, value in (("2", "0.11", 89.38), ("3", "0.111", 90.19)):
        index, = line.json("ratings", *ALL, "--weight", weight,
                           at="08:07:00")["instruments"][0]["indices"]
        assert (index["weight"], index["index"]) == (printed, value), index
    said = line.ok("ratings", *ALL, at="08:07:00")
    assert "IKM: 90.28, grade A (Very good); weight of an element 1/9." in said, said
    assert line.json("ratings", *ALL, "--instrument", "skd-16", at="08:07:00")["instruments"] == []


def check_two_indices(line):
    serve(line, "K003", "08:08")
    answers = ",".join(["9"] * 11 + ["10"] * 4 + ["-"])
    line.ok("rate", "K003", "--answers", answers, "--instrument", "skd-16", at="08:09:30")
    sheet, = line.json("ratings", *ALL, "--instrument", "skd-16", at="08:10:00")["instruments"]
    assert [(i["code"], i["index"], i["items"], i["grade"]) for i in sheet["indices"]] == [
        ("IKK", 90.0, 11, None), ("IPAK", 100.0, 4, None)], sheet["indices"]


def check_report(line):
    """A report has the index of each questionnaire, as `ratings` has it."""
    rated = line.json("ratings", *ALL, at="08:10:30")
    report = line.json("report", *ALL, at="08:10:30")
    assert report["ratings"] == [
        {"instrument": sheet["instrument"], "code": index["code"], "finished": sheet["finished"],
         "index": index["index"], "grade": index["grade"]}
        for sheet in rated["instruments"] for index in sheet["indices"]], report["ratings"]
    assert len(report["ratings"]) == 3, report["ratings"]


def check_complaints(line):
    assert line.json("complaints", at="08:11:00") == {"complaints": []}
    code = line.ok("complain", "--kind", "complaint", "--topic", "room", "--note", "Kursi kurang.",
                   "--contact", "0812", at="08:12:00").strip()
    line.ok("complain", "--kind", "suggestion", "--topic", "other", "--note", "Bagus.", at="08:13:00")
    line.refused(2, "topic", "complain", "--kind", "complaint", "--topic", "chairs", "--note", "a",
                 at="08:13:00")
    line.refused(1, "", "complain", "--kind", "complaint", "--topic", "room", "--note", "a" * 600,
                 at="08:13:00")
    moved = line.json("complaints", "set", code.lower(), "--state", "work", "--staff", "ani",
                      at="08:14:00")
    assert moved == {"code": code, "kind": "complaint", "topic": "room", "service_date": DAY,
                     "filed_at": f"{DAY}T08:12:00+08:00", "state": "work",
                     "changed_at": f"{DAY}T08:14:00+08:00", "text": "Kursi kurang.",
                     "contact": "0812"}, moved
    rows = line.json("complaints", "--state", "new", at="08:15:00")["complaints"]
    assert [(row["topic"], row["contact"]) for row in rows] == [("other", None)], rows
    said = line.ok("complaints", at="08:15:00").splitlines()
    assert said[0].startswith(code) and said[0].endswith("in work") and said[1:3] == [
        "    Kursi kurang.", "    0812"], said
    line.refused(1, "receipt", "complaints", "set", "XXXXXX", "--state", "done", at="08:16:00")
    line.refused(2, "state", "complaints", "set", code, "--state", "lost", at="08:16:00")


def check_log(line):
    """Hashes only; and the log is whole, until somebody improves an answer."""
    with sqlite3.connect(line.store) as store:
        details = [row[0] for row in store.execute(
            "SELECT detail FROM event WHERE kind IN ('rated', 'complained', 'complaint_moved')")]
    assert len(details) == 6 and not any("Kursi" in detail for detail in details), details
    assert line.json("verify", at="08:17:00")["right"] is True
    with sqlite3.connect(line.store) as store:
        store.execute("UPDATE rating_answer SET answer = 4 WHERE item = 'U9'")
    store.close()
    result = line.run("verify", at="08:17:00")
    assert result.returncode == 1 and "rating" in result.stdout + result.stderr, result


def main(build, source):
    with Line(build, source) as line:
        line.ok("open", "--counter", "1", "--staff", "ani", at="08:00:00")
        for _ in range(3):
            line.ok("issue", "--service", "KONS", at="08:01:00")
        check_refusals(line)
        check_indices(line)
        check_two_indices(line)
        check_report(line)
        check_complaints(line)
        check_log(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
