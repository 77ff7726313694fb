"""A visitor's other ways on the command line: numbers given up, guest books signed later, office
guests, calls for help and visitors who come again."""

import os
import sys

from cli import Line

SITI = "name=Siti Rahma,email=siti@example.id,phone=081200001111,sex=female,age_band=17_25," \
       "education=d4_s1,occupation=student,purpose=study"


class Flows(Line):
    def __init__(self, build, source):
        super().__init__(build, source)
        self.office = os.path.join(source, "tests", "store", "flows.conf")


def check_withdraw(line):
    assert line.ok("issue", "--service", "KONS", at="08:01:00").strip() == "K001"
    code = line.json("ticket", "K001", at="08:01:10")["slip_code"]
    assert len(code) == 6, code
    line.refused(1, "belong together", "withdraw", "K001", "XXXXXX", at="08:01:20")
    line.refused(1, "belong together", "withdraw", "K002", code, at="08:01:20")
    line.refused(2, "", "cancel", "K001", "--reason", "visitor", at="08:01:25")
    assert line.ok("withdraw", "k1", code.lower(), at="08:01:30").strip() == "K001"
    assert line.json("ticket", "K001", at="08:01:40")["state"] == "cancelled"
    line.refused(1, "", "withdraw", "K001", code, at="08:01:50")


def check_sign(line):
    assert line.ok("issue", "--service", "KONS", at="08:02:00").strip() == "K002"
    line.refused(1, "", "sign", "K009", "--guest", SITI, at="08:02:10")
    line.refused(1, "", "sign", "K002", "--guest", "email=nonsense", at="08:02:10")
    assert line.ok("sign", "K002", "--guest", "name=Siti Rahma,email=siti@example.id",
                   at="08:02:20").strip() == "K002"
    line.refused(1, "has been filled in", "sign", "K002", "--guest", "name=Siti Rahma",
                 at="08:02:30")


def check_reception(line):
    line.refused(1, "reception", "issue", "--service", "KTR", at="08:03:00")
    line.refused(1, "queue numbers", "receive", "--service", "KONS", at="08:03:00")
    assert line.json("receive", "--service", "KTR", "--guest", "name=Budi", "--party", "3",
                     at="08:03:10") == {"received": True}


def check_help(line):
    assert "Nobody" in line.ok("assistance", at="08:04:00")
    call = line.ok("assistance", "ask", at="08:04:01").strip()
    line.refused(1, "", "assistance", "take", call, "--counter", "1", at="08:04:02")
    line.ok("open", "--counter", "1", "--staff", "ani", at="08:04:03")
    assert line.ok("assistance", "take", call, "--counter", "1", at="08:04:04").strip() == call
    listed, = line.json("assistance", at="08:04:05")["assistance"]
    assert (listed["state"], listed["counter"], listed["device"]) == ("taken", 1, "cli"), listed
    assert line.ok("assistance", "issue", call, "--counter", "1", "--service", "KONS",
                   at="08:04:06").strip() == "K003"
    line.refused(1, "", "assistance", "done", call, "--counter", "1", at="08:04:07")
    line.refused(1, "no such", "assistance", "done", "x", "--counter", "1", at="08:04:07")


def check_recognise(line):
    def known(contact, name):
        return "recognise", "--contact", contact, "--name", name
    assert line.ok(*known("SITI@example.id", "siti"), at="08:05:00").strip() == "S. R."
    line.refused(1, "No earlier visit", *known("siti@example.co", "siti"), at="08:05:10")
    line.refused(1, "No earlier visit", *known("siti@example.id", "budi"), at="08:05:15")
    for _ in range(7):
        line.run(*known("081234567890", "siti"), at="08:05:20")
    line.refused(1, "Too many", *known("siti@example.id", "siti"), at="08:05:30")


def main(build, source):
    with Flows(build, source) as line:
        check_withdraw(line)
        check_sign(line)
        check_reception(line)
        check_help(line)
        check_recognise(line)
        proof = line.json("verify", at="08:06:00")
        assert proof["ok"] if "ok" in proof else proof["right"], proof


main(*sys.argv[1:])
