"""Slips and pages through a real print server: `giliran print-test` with queues in every state, and
the kiosk with a raw queue."""

import json
import os
import signal
import subprocess
import sys

from print_server import PrintServer, eventually, missing

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "system"))
from people import Stage, choose_service, fill_book, start_kiosk, take_number  # noqa: E402

DONE = ("confirmed", True, None)
TAKEN = ("unconfirmed", True, None)  # what a raw queue or a socket:// device can say


def expect(got, *wanted):
    assert got in wanted, f"{got} instead of {wanted}"


def failed(reason, sent):
    return "failed", sent, reason


class Rig(PrintServer):
    def __init__(self, build):
        self.build = build

    def start(self, uri, *more):
        environ = dict(self.environ, GILIRAN_ASSETS=f"{self.build}/assets")
        return subprocess.Popen(
            [f"{self.build}/bin/giliran", "print-test", "--json", "--printer", uri, *more],
            env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    @staticmethod
    def end(process):
        """(state, sent, reason), held against the exit status and the line for people."""
        said, errors = process.communicate(timeout=200)
        assert said, errors
        answer = json.loads(said)
        bad = answer["state"] == "failed"
        assert process.returncode == (1 if bad else 0), (process.returncode, said, errors)
        assert bad == bool(answer["reason"]) == errors.startswith("giliran: "), (said, errors)
        return answer["state"], answer["sent"], answer["reason"]

    def test(self, uri, *more):
        return self.end(self.start(uri, *more))

    def doctor(self, uri):
        """How the queue is when nothing of ours is printed."""
        said = json.loads(self.ask(f"{self.build}/bin/giliran", "doctor", "--json", "--printer", uri))
        return [check["state"] for check in said["checks"] if check["name"] == "printer"]

    def begin(self, uri, *more):
        """A test page that waits for paper, from the moment the printer has it and says so."""
        self.take_paper()
        process = self.start(uri, *more)
        eventually("the printer waits for paper", self.waits)
        return process

    def codes(self, pdf):
        """What the QR codes of the rendered page say."""
        picture = f"{self.folder}/page"
        self.run("pdftoppm", "-r", "203", "-png", "-singlefile", pdf, picture)
        return self.ask("zbarimg", "-q", "--raw", picture + ".png").split("\n")[:-1]

    def sizes(self, pdf):
        """Width and height of each page in whole points."""
        lines = self.run("pdfinfo", "-f", "1", "-l", "9", pdf).splitlines()
        words = [line.split() for line in lines if line.startswith("Page ") and " size:" in line]
        return [(round(float(word[3])), round(float(word[5]))) for word in words]


def check_list(rig):
    """Doctor lists the server's queues, as they are named in the settings."""
    said = json.loads(rig.ask(f"{rig.build}/bin/giliran", "doctor", "--json"))
    queues = {device["uri"]: device["reason"] for device in said["devices"] if device["kind"] == "queue"}
    assert queues == {"cups:a4": "ok", "cups:raw": "ok", "cups:roll": "ok"}, queues


def check_raw(rig):
    """Byte for byte. That the device took them is all that a raw queue can say."""
    expect(rig.test("cups:raw"), TAKEN)
    expect(rig.test("cups:raw"), TAKEN)
    eventually("both slips are there", lambda: len(rig.raw.slips) == 2)
    first, second = rig.raw.slips
    assert first == second and first.startswith(b"\x1b@\x1c.\x1dv0\x00") and first.endswith(b"\x1dVB\x00")
    assert len(first) == bytes_of_rows(first), len(first)


def bytes_of_rows(slip):
    """What the lengths in the slip add up to: nothing was lost, added or translated."""
    at = 4
    while slip[at:at + 4] == b"\x1dv0\x00":
        wide = int.from_bytes(slip[at + 4:at + 6], "little")
        at += 8 + wide * int.from_bytes(slip[at + 6:at + 8], "little")
    return at + 4


def check_slip(rig):
    """A page of the slip's size where the queue cuts to it, else in the middle of its paper."""
    expect(rig.test("cups:roll", "--paper", "58mm"), TAKEN)
    eventually("the slip is there", lambda: rig.roll.slips)
    with open(f"{rig.folder}/slip.pdf", "wb") as file:
        file.write(rig.roll.slips[0])
    (width, height), = rig.sizes(f"{rig.folder}/slip.pdf")
    assert width == 136 and 300 < height < 500, (width, height)  # 384 dots are 48 mm
    assert rig.codes(f"{rig.folder}/slip.pdf") == ["giliran print-test 58mm"]
    expect(rig.test("cups:a4"), DONE)
    pdf, = rig.printed()
    assert rig.codes(pdf) == ["giliran print-test 80mm"]


def check_a4(rig):
    expect(rig.test("cups:a4", "--a4"), DONE)
    pdf = rig.printed()[-1]
    assert rig.sizes(pdf) == [(595, 842)], rig.sizes(pdf)
    assert rig.codes(pdf) == ["giliran print-test A4"]
    text = rig.run("pdftotext", pdf, "-")
    assert "ÀÁÂÄÅÆÇÈÉÊËÍÏÑÓÖØÜß àáâäåæçèéêëíïñóöøüÿ" in text, text


def check_paper_out(rig):
    """Mended in time it comes out, once. Else it is cancelled and never comes, and what is left of
    the trouble in the queue's reasons is not believed."""
    before = len(rig.printed())
    job = rig.begin("cups:a4", "--a4")
    assert rig.doctor("cups:a4") == ["broken"]
    expect(rig.test("cups:a4"), failed("paper_out", False))
    rig.put_paper()
    expect(rig.end(job), DONE)
    assert len(rig.printed()) == before + 1

    expect(rig.end(rig.begin("cups:a4,wait=3")), failed("paper_out", True))
    assert rig.says("a4", "media-empty"), "the reason is sticky"
    assert rig.doctor("cups:a4") == ["ok"]
    rig.forget()
    expect(rig.test("cups:a4"), DONE)
    assert len(rig.printed()) == before + 2


def check_cancel(rig):
    before = len(rig.printed())
    job = rig.begin("cups:a4")
    job.send_signal(signal.SIGINT)
    expect(rig.end(job), failed("print_cancelled", True))
    assert not rig.jobs()
    rig.forget()
    job = rig.begin("cups:a4")
    rig.run("cancel", "-a", "a4")
    expect(rig.end(job), failed("print_cancelled", True))
    rig.forget()
    expect(rig.test("cups:a4"), DONE)
    assert len(rig.printed()) == before + 1


def check_stopped(rig):
    before = len(rig.printed())
    rig.run("cupsdisable", "a4")
    expect(rig.test("cups:a4"), failed("device_stopped", False))
    assert rig.doctor("cups:a4") == ["broken"] and not rig.jobs()
    rig.run("cupsenable", "a4")
    rig.run("cupsreject", "a4")
    expect(rig.test("cups:a4", "--a4"), failed("device_stopped", False))
    rig.run("cupsaccept", "a4")
    job = rig.begin("cups:a4")
    rig.run("cupsdisable", "a4")
    expect(rig.end(job), failed("device_stopped", True))
    rig.forget()
    rig.run("cupsenable", "a4")
    expect(rig.test("cups:a4"), DONE)
    assert len(rig.printed()) == before + 1


def check_behind(rig):
    """A job that never had its turn was certainly not printed."""
    rig.run("lpadmin", "-p", "raw", "-o", "job-hold-until-default=indefinite")
    before = len(rig.raw.slips)
    expect(rig.test("cups:raw,wait=2"), failed("device_timeout", False))
    rig.run("lpadmin", "-p", "raw", "-o", "job-hold-until-default=no-hold")
    expect(rig.test("cups:raw"), TAKEN)
    eventually("one slip is there", lambda: len(rig.raw.slips) == before + 1)


def check_gone(rig):
    """A job for a printer that is not there hangs for ever; ours ends by its own time-out."""
    away = failed("device_timeout", True), failed("device_offline", True)
    before = len(rig.printed())
    rig.stop(rig.printer)
    expect(rig.test("cups:a4,wait=3"), *away)
    assert not rig.jobs()
    rig.start_printer()
    expect(rig.test("cups:a4"), DONE)
    assert len(rig.printed()) == before + 1

    rig.roll.close()
    expect(rig.test("cups:roll,wait=3"), *away)


def check_unknown(rig):
    expect(rig.test("cups:nobody"), failed("device_missing", False))
    expect(rig.test("cups:nobody", "--a4"), failed("device_missing", False))


def check_kiosk(rig, build, source):
    """A visitor's slip on a raw queue: with the queue paused it waits, and then comes once."""
    before = len(rig.raw.slips)
    with Stage(build, source) as stage:
        stage.make_store()
        stage.environ["CUPS_SERVER"] = rig.environ["CUPS_SERVER"]
        rig.run("cupsdisable", "raw")
        kiosk = start_kiosk(stage, "cups:raw")
        choose_service(kiosk, "KONS")
        fill_book(kiosk, "Siti")
        take_number(kiosk)
        kiosk.wait("Catat nomor ini")
        rig.run("cupsenable", "raw")
        eventually("it is printed",
                   lambda: stage.rows("SELECT state, again FROM outbox") == [("unconfirmed", 0)])
        eventually("the slip is there", lambda: len(rig.raw.slips) == before + 1)
        kiosk.stop()


def check_no_server(rig):
    """In the middle of a job nobody knows; before it nothing was sent."""
    job = rig.begin("cups:a4,wait=3")
    rig.stop(rig.server)
    expect(rig.end(job), failed("print_service", True))
    expect(rig.test("cups:a4"), failed("print_service", False))
    expect(rig.test("cups:a4", "--a4"), failed("print_service", False))


def run(rig, build, source):
    for check in (check_list, check_raw, check_slip, check_a4, check_paper_out, check_cancel,
                  check_stopped, check_behind, check_unknown):
        print(check.__name__, flush=True)
        check(rig)
    check_kiosk(rig, build, source)
    check_gone(rig)
    check_no_server(rig)


def through_a_server(run, build, source):
    """`run` with a print server of its own; skipped where none can be had."""
    lost = missing()
    if lost:
        print("skipped:", lost)
        sys.exit(77)
    with Rig(build) as rig:
        try:
            run(rig, build, source)
        except AssertionError:
            print(rig.last_words())
            raise


if __name__ == "__main__":
    through_a_server(run, *sys.argv[1:])
