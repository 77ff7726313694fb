"""A visitor who has been served is invited to rate it, breaks off, and takes it up by the number; then
files a complaint. Nothing typed stays behind."""

import sys
import time

from people import Stage, eventually, start_kiosk
from escpos import WIDE, interpret  # where people looks for stage

WORDS = "kursi kurang"


def serve_one(stage):
    """K001 finishes now, as the clerk at counter 1 says."""
    for arguments in (["open", "--counter", "1", "--staff", "ani"], ["issue", "--service", "KONS"],
                      ["next", "--counter", "1"], ["serve", "--counter", "1"],
                      ["finish", "--counter", "1"]):
        stage.giliran(*arguments)


def answer(kiosk, topics, value):
    for topic in topics:
        kiosk.wait(topic)
        time.sleep(0.8)  # a press so soon after the last would be the same one
        kiosk.tap(f"rating.{value}")


def rate(stage, kiosk):
    kiosk.wait("K001, bagaimana pelayanan kami?")
    kiosk.tap("welcome.invited.K001")
    answer(kiosk, ["Persyaratan", "Sistem, mekanisme", "Waktu penyelesaian"], 4)
    kiosk.wait("Biaya atau tarif")
    kiosk.tap("rating.skip")
    kiosk.wait("Produk spesifikasi")
    for topic in ["Biaya atau tarif", "Waktu penyelesaian", "Sistem, mekanisme", "Persyaratan"]:
        time.sleep(0.8)  # a press so soon after the last would be the same one
        kiosk.tap("kiosk.back")
        kiosk.wait(topic)
    time.sleep(0.8)
    kiosk.tap("kiosk.back")
    kiosk.wait("Ambil nomor")


def take_up(stage, kiosk):
    eventually("the answers are kept", lambda: stage.rows(
        "SELECT COUNT(*), COUNT(answer) FROM rating_answer") == [(4, 3)])
    kiosk.tap("welcome.rate")
    kiosk.wait("Nomor antrean mana yang ingin Anda nilai?")
    for key in "K001":
        kiosk.tap(f"number.{key}")
    kiosk.tap("kiosk.continue")
    answer(kiosk, ["Produk spesifikasi", "Kompetensi pelaksana", "Perilaku pelaksana",
                   "Sarana dan prasarana", "Penanganan pengaduan"], 3)
    kiosk.wait("Terima kasih atas penilaian Anda.")
    rows = stage.rows("SELECT item, answer FROM rating_answer ORDER BY item")
    assert rows == [("U1", 4), ("U2", 4), ("U3", 4), ("U4", None), ("U5", 3), ("U6", 3), ("U7", 3),
                    ("U8", 3), ("U9", 3)], rows
    assert stage.rows("SELECT COUNT(*) FROM event WHERE kind = 'rated'") == [(1,)]


def check_receipt(stage, code):
    """On paper stands what the visitor needs to ask about it, and not a word of what was written."""
    path, = [path for path in stage.slip_files("bin") if "receipt" in path]
    with open(path, "rb") as file:
        slip = interpret(file.read(), WIDE)
    said = " ".join(slip.text.split())
    assert not slip.errors and len(slip.cuts) == 1, (slip.errors, slip.cuts)
    for words in ("Tanda terima pengaduan", code, "LATIHAN", "Ruang, fasilitas", "23 November 2026",
                  "silakan tunjukkan kode ini kepada petugas"):
        assert words in said, (words, said)
    for word in WORDS.split():
        assert word not in said.lower(), (word, said)


def complain(stage, kiosk):
    kiosk.tap("thanks.more")
    kiosk.tap("complaint.kind.1")
    kiosk.tap("complaint.room")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Tuliskan pengaduan Anda.")
    for letter in WORDS:
        kiosk.tap("key.space" if letter == " " else f"key.{letter}")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Ke mana kami dapat menjawab?")
    kiosk.tap("kiosk.continue", times=2, gap_ms=60)
    kiosk.wait("Silakan ambil tanda terima Anda")
    (code, text, contact), = stage.rows(
        "SELECT code, note, contact FROM complaint JOIN complaint_text ON complaint = id")
    assert stage.rows("SELECT notice_version FROM complaint"
                      " WHERE notice_version = (SELECT notice_version FROM office)"), "not shown"
    assert text.lower() == WORDS and contact is None, (text, contact)
    assert code in kiosk.dump()
    check_receipt(stage, code)
    kiosk.tap("filed.done")
    kiosk.wait("Ambil nomor")
    for word in (code, text, "kurang"):
        assert word not in kiosk.dump(), word
        assert word not in kiosk.log(), word


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer(), "--slip", "text")
        serve_one(stage)
        rate(stage, kiosk)
        take_up(stage, kiosk)
        complain(stage, kiosk)
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
