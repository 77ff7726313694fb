"""The console's paper through a real print server: a day's report, and an appointment's slip."""

import os
import re
import sys
import time

from cups import through_a_server
from print_server import eventually

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "system"))
from people import Stage, sign_in  # noqa: E402

VISITS = 3


def have_visits(stage):
    """Visitors who were served to the end, at the counter of the console."""
    for _ in range(VISITS):
        stage.giliran("issue", "--service", "KONS", "--no-print")
        stage.giliran("next", "--counter", "1")
        stage.giliran("serve", "--counter", "1")
        stage.giliran("finish", "--counter", "1")


def pages(rig, pdf):
    """The words of each page, line by line as they stand on it."""
    count = len(rig.sizes(pdf))
    return [rig.run("pdftotext", "-layout", "-f", str(page), "-l", str(page), pdf, "-")
            for page in range(1, count + 1)]


def check_report(rig, console):
    """What P prints are the report's A4 pages, each with its date, the figures on the first."""
    console.keys("F3")
    console.wait("Cetak · P")
    console.keys("p")
    console.wait("Laporan sudah dicetak di a4.")
    pdf, = eventually("the report is there", rig.printed)
    assert set(rig.sizes(pdf)) == {(595, 842)}, rig.sizes(pdf)
    said = pages(rig, pdf)
    whole = "".join(said)
    assert "Laporan Senin, 23 November 2026" in said[0], said[0]
    for words in ("BPS Kabupaten Tana Tidung", "Ringkasan", "Menurut layanan",
                  "Kedatangan menurut jam"):
        assert words in whole, (words, whole)
    for figure in (rf"Kunjungan +{VISITS}\b", rf"Dilayani tepat janji +{VISITS}\b",
                   r"Di luar giliran +0\b", rf"Konsultasi +{VISITS} +{VISITS}\b"):
        assert re.search(figure, whole), (figure, whole)
    assert len(said) > 1 and all("Dibuat pada Senin, 23 November 2026" in page for page in said), said
    assert not rig.jobs()
    console.keys("F2")


def print_waits(rig, console):
    """P does nothing while the console hears of the report before it."""
    console.keys("p")
    time.sleep(0.5)
    return rig.waits()


def check_no_paper(rig, console):
    """Paper that is put in meanwhile is printed on, once. Else the console says what is wrong, and
    nothing of it comes out later."""
    before = len(rig.printed())
    console.keys("F3")
    console.wait("Cetak · P")
    rig.take_paper()
    console.keys("p")
    eventually("the printer waits for paper", rig.waits)
    rig.put_paper()
    eventually("the report is there", lambda: len(rig.printed()) == before + 1)
    eventually("the job is over", lambda: not rig.jobs())

    rig.take_paper()
    eventually("the console is free to print, and waits for paper", lambda: print_waits(rig, console))
    console.wait("Kertas printer habis")
    assert not rig.jobs()
    rig.forget()
    assert len(rig.printed()) == before + 1
    console.keys("F2")


def check_slip(rig, console, stage):
    """The code of an appointment comes out once, as the kiosk's scanner reads it, with nobody's name."""
    before = rig.printed()
    console.keys("j")
    console.wait("Buat janji temu")
    console.keys("Return")
    console.wait("Kode untuk pengunjung")
    console.keys("p")
    console.wait("Slip janji temu dikirim ke printer")
    new = eventually("the slip is there", lambda: [path for path in rig.printed() if path not in before])
    (code,), = stage.rows("SELECT code FROM appointment")
    assert [rig.codes(path) for path in new] == [[f"JANJI:{code}"]], code
    console.keys("Escape")


def run(rig, build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        stage.environ["CUPS_SERVER"] = rig.environ["CUPS_SERVER"]
        console = stage.start("giliran-console", "--device", "console-1", "--a4", "cups:a4,wait=10")
        console.wait("Siapa yang bertugas?")
        sign_in(console, 1)
        console.wait("Menunggu")
        have_visits(stage)
        check_report(rig, console)
        check_no_paper(rig, console)
        check_slip(rig, console, stage)
        console.stop()


if __name__ == "__main__":
    through_a_server(run, *sys.argv[1:])
