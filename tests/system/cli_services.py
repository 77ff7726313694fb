"""Services and their published standards on the command line: read, and published anew."""

import os
import sqlite3
import sys

from cli import Line

PARTS = ["requirements", "procedure", "time", "fee", "product", "complaints", "basis"]


def check_json(line):
    said = line.json("services", at="08:00:00")
    assert [service["code"] for service in said["services"]] == [
        "KONS", "JUAL", "PERP", "REKOM", "DTSEN"], said
    sale = said["services"][1]
    assert (sale["fee"], sale["prefix"], sale["target_s"]) == ("charged", "J", 600), sale
    assert sale["email_required"] is True and sale["name"]["en"].startswith("Statistical"), sale
    assert sale["promises"] == [{"channel": "onsite", "limit": 10, "unit": "minutes",
                                 "start": "previous_finished"}], sale
    assert list(sale["published"]) == PARTS, sale
    assert all(sale["published"][part] for part in PARTS[:6]), sale
    line_of = sale["published"]["requirements"][1]
    assert line_of == {"id": "Memiliki alamat email yang aktif.", "en": "An e-mail address in use.",
                       "heading": False, "from": None, "until": None}, line_of
    assert not any(said["services"][2]["published"].values()), said["services"][2]
    assert said["pledge"][-1]["heading"] is True, said["pledge"]


def check_people(line):
    said = line.ok("services", at="08:01:00")
    assert "JUAL  Statistical products for sale (charged)\n" in said, said
    assert "    Complaints and suggestions\n" in said, said
    assert "        E-mail: ipds6503@bps.go.id\n" in said, said
    assert "Pledge\n" in said, said
    line.refused(2, "too many", "services", "KONS", at="08:01:00")


def check_publish(line, source):
    """The next tariff is entered before it comes; today the present one is told."""
    text = open(line.office, encoding="utf-8").read()
    old = 'id = "Dasar tarif: Peraturan Pemerintah Nomor 13 Tahun 2024.";'
    assert old in text
    path = os.path.join(line.folder, "next.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("indonesia-2026.csv", os.path.basename(line.folder) + ".csv")
                   .replace(old, 'until = "2026-12-31"; ' + old)
                   .replace('Government Regulation 13 of 2024."; }',
                            'Government Regulation 13 of 2024."; },\n{ from = "2027-01-01";'
                            ' id = "Dasar tarif yang baru."; en = "The new tariff."; }'))
    line.refused(1, "calendar", "services", "publish", "--office", path, at="08:02:00")
    with open(os.path.join(line.folder, os.path.basename(line.folder) + ".csv"), "w",
              encoding="utf-8") as file, open(
                  os.path.join(source, "assets", "calendar", "indonesia-2026.csv"),
                  encoding="utf-8") as calendar:
        file.write(calendar.read())
    assert "lines are published" in line.ok("services", "publish", "--office", path,
                                            at="08:03:00")
    fee = line.json("services", at="08:04:00")["services"][1]["published"]["fee"]
    assert [(row["from"], row["until"]) for row in fee] == [
        (None, None), (None, "2026-12-31"), ("2027-01-01", None)], fee
    assert "new tariff" not in line.ok("services", at="08:04:00")
    after = line.ok("services", at="2027-01-04T08:00:00")
    assert "new tariff" in after and "13 of 2024" not in after, after


def check_refused(line, source):
    before = line.json("services", at="2027-01-04T08:01:00")
    other = os.path.join(source, "assets", "offices", "belitung.conf")
    line.refused(1, "another office", "services", "publish", "--office", other,
                 at="2027-01-04T08:01:00")
    line.refused(1, "nowhere", "services", "publish", "--office", "/nowhere.conf",
                 at="2027-01-04T08:01:00")
    line.refused(2, "--office", "services", "publish", at="2027-01-04T08:01:00")
    assert line.json("services", at="2027-01-04T08:02:00") == before
    with sqlite3.connect(line.store) as store:
        kinds = store.execute("SELECT COUNT(*) FROM event WHERE kind = 'published'").fetchone()
    store.close()
    assert kinds == (1,), kinds
    assert line.json("verify", at="2027-01-04T08:03:00")["right"] is True


def check_every_office(build, source):
    for name in ("tana-tidung", "belitung", "pasuruan", "bombana"):
        with Line(build, source) as line:
            os.remove(line.store)
            office = os.path.join(source, "assets", "offices", name + ".conf")
            line.ok("init", "--office", office)
            said = line.json("services")
            assert any(all(service["published"][part] for part in PARTS[:6])
                       for service in said["services"]), said
            assert said["pledge"], said


def main(build, source):
    with Line(build, source) as line:
        check_json(line)
        check_people(line)
        check_publish(line, source)
        check_refused(line, source)
    check_every_office(build, source)


if __name__ == "__main__":
    main(*sys.argv[1:])
