"""The guest book on the command line: what is asked, asked otherwise, answered and kept."""

import os
import sqlite3
import sys

from cli import Line

SWITCHES = ["name", "institution", "email", "phone", "address", "sex", "age_band", "birth_year",
            "education", "occupation", "institution_kind", "purpose", "dtsen", "data_needed",
            "needs", "party", "office_purpose", "media", "services_used", "disability",
            "data_level", "data_period", "data_region", "data_years", "data_national"]


def asked(line, service, at):
    said = line.json("guest-book", "--service", service, at=at)
    assert [entry["service"] for entry in said["guest_book"]] == [service], said
    assert sorted(said["guest_book"][0]["asked"]) == sorted(SWITCHES), said
    return said["guest_book"][0]["asked"]


def check_shown(line):
    advice = asked(line, "KONS", "08:00:00")
    assert advice["name"] == advice["sex"] == advice["age_band"] == "required", advice
    assert advice["email"] == advice["phone"] == advice["party"] == "optional", advice
    assert advice["address"] == advice["birth_year"] == advice["dtsen"] == "no", advice
    assert asked(line, "JUAL", "08:00:01")["email"] == "required"
    registry = asked(line, "DTSEN", "08:00:02")
    assert (registry["dtsen"], registry["purpose"]) == ("required", "no"), registry
    options = line.json("guest-book", at="08:00:03")["options"]
    levels = [(option["code"], option["word"], option["skd"]) for option in options["education"]]
    assert levels == [(6, "none", 1), (7, "primary", 1), (8, "junior", 1), (9, "senior", 1),
                      (2, "diploma", 2), (3, "bachelor", 3), (4, "master", 4),
                      (5, "doctor", 5)], levels
    for name in ("occupation", "institution_kind", "purpose", "dtsen"):
        assert [option["other"] for option in options[name]][-1] is True, name
        assert options[name][-1]["text"] == "Other", options[name]
    people = line.ok("guest-book", "--service", "kons", at="08:00:04")
    assert people.splitlines()[0] == "KONS  Statistical consultation", people
    assert "  not asked: address, birth_year, dtsen" in people, people
    line.refused(1, "XYZ", "guest-book", "--service", "XYZ", at="08:00:05")


def issue(line, service, words, at):
    return line.ok("issue", "--service", service, "--guest", words, at=at).strip()


def check_answers(line):
    assert issue(line, "KONS", "name=Zoë d’Arc-Ma'ruf\\, S.Si.,education=senior,institution=Desa X,"
                 "institution_kind=other,institution_kind_other=Desa,data_needed=Inflasi,"
                 "data_needed_2=PDRB,party_male=1,party_female=2", "08:01:00") == "K001"
    with sqlite3.connect(line.store) as store:
        name, kind = store.execute("SELECT name, institution_kind_other FROM guest").fetchone()
        data = store.execute("SELECT place, note FROM guest_data ORDER BY place").fetchall()
        education, party = store.execute("SELECT education, party FROM visit").fetchone()
    store.close()
    assert (name, kind) == ("Zoë d’Arc-Ma'ruf, S.Si.", "Desa"), (name, kind)
    assert data == [(1, "Inflasi"), (2, "PDRB")], data
    assert (education, party) == (9, 3), (education, party)


def check_refused(line):
    for words, why in (("name=Siti 🙂", "Latin"), ("name=Анна", "Latin"), ("name=A\u200fb", "(name)"),
                       ("address=Tarakan", "does not ask"), ("birth_year=1985", "does not ask"),
                       ("occupation_other=Petani", "after another answer"),
                       ("institution_kind=private", "after another answer"),
                       ("data_needed_2=PDRB", "after another answer"),
                       ("data_needed=✈", "letters and digits"), ("education=school", "(education)"),
                       ("occupation=other,occupation_other=", "(occupation_other)"),
                       ("data_needed=" + "x" * 256, "(data_needed)"), ("nik=6503", "(nik)"),
                       ("data_needed_6=x", "(data_needed_6)")):
        line.refused(1, why, "issue", "--service", "KONS", "--guest", words, at="08:02:00")
    assert len(line.json("queue", at="08:02:01")["waiting"]) == 1


def check_set(line):
    path = os.path.join(line.folder, "other.conf")
    text = open(line.office, encoding="utf-8").read()

    def write(book, more=""):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text + "\nguest_book = { " + book + " };\n" + more)

    write('birth_year = "required"; address = "optional"; party = "no";')
    said = line.json("guest-book", "set", "--office", path, at="08:03:00")
    assert said["guest_book"][0]["asked"]["birth_year"] == "required", said
    advice = asked(line, "KONS", "08:03:01")
    assert (advice["age_band"], advice["address"], advice["party"]) == ("no", "optional", "no")
    assert issue(line, "KONS", "name=Ani,address=Tarakan,birth_year=1985", "08:04:00") == "K002"
    with sqlite3.connect(line.store) as store:
        row = store.execute("SELECT g.address, g.birth_year, v.age_band FROM guest g JOIN visit v"
                            " ON v.id = g.visit ORDER BY v.id DESC").fetchone()
    store.close()
    assert row == ("Tarakan", "1985", 4), row
    line.refused(1, "1940", "issue", "--service", "KONS", "--guest", "birth_year=1939",
                 at="08:05:00")
    line.refused(1, "does not ask", "issue", "--service", "KONS", "--guest", "party_male=1",
                 at="08:05:01")
    write('age_band = "optional"; birth_year = "optional";')
    line.refused(1, "not asked together", "guest-book", "set", "--office", path, at="08:06:00")
    write("", 'nik = "required";')
    line.refused(1, "nik", "guest-book", "set", "--office", path, at="08:06:01")
    line.refused(1, "Bombana", "guest-book", "set", "--office",
                 line.office.replace("tana-tidung", "bombana"), at="08:06:02")
    line.refused(2, "--office", "guest-book", "set", at="08:06:03")
    assert asked(line, "KONS", "08:07:00") == advice
    line.ok("guest-book", "set", "--office", line.office, at="08:08:00")
    assert asked(line, "KONS", "08:08:01")["address"] == "no"
    line.ok("verify", at="08:09:00")


def main(build, source):
    with Line(build, source) as line:
        check_shown(line)
        check_answers(line)
        check_refused(line)
        check_set(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
