"""Nothing that a visitor typed is left in the kiosk's memory on the other ways either: refused, a
complaint, a clerk called, a number given up, an office guest, and the number first."""

import sys
import time

from no_trace import MARKER, check_gone, fill_book, make_office, traces, type_marker
from people import Stage, choose_service, eventually, start_kiosk, take_number, tell_age

QUOTA = (r'code = "PERP";', 'daily_quota = 1; code = "PERP";')
OFFICE_GUESTS = (r'code = "REKOM";', 'reception = true; code = "REKOM";')
NUMBER_FIRST = (r"services = \(", "ticket_first = true;\nservices = (")


def check_there(kiosk):
    assert traces(kiosk.process), "the test does not find what is there"


def leave_book(kiosk):
    """From its second step."""
    for title in ("Sedikit tentang Anda", "Sebelum mulai: data Anda",
                  "Layanan apa yang Anda perlukan?", "Ambil nomor"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)


def be_refused(stage, kiosk):
    """Somebody else takes the last number meanwhile; the answers stay as long as the refusal does."""
    choose_service(kiosk, "PERP")
    fill_book(kiosk)
    stage.giliran("issue", "--service", "PERP", "--no-print")
    take_number(kiosk)
    kiosk.wait("Kuota layanan ini untuk hari ini sudah habis")
    check_there(kiosk)
    kiosk.tap("refused.home")
    check_gone(kiosk, "a refusal")
    assert stage.rows("SELECT count(*) FROM guest WHERE name IS NOT NULL") == [(0,)]


def begin_complaint(kiosk):
    kiosk.tap("welcome.complain")
    kiosk.tap("complaint.kind.1")
    kiosk.tap("complaint.room")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    type_marker(kiosk, "Tuliskan pengaduan Anda.")


def complain(stage, kiosk):
    begin_complaint(kiosk)
    kiosk.tap("kiosk.continue")
    type_marker(kiosk, "Ke mana kami dapat menjawab?")
    kiosk.tap("key.@gmail.com")
    check_there(kiosk)
    kiosk.tap("kiosk.continue")
    kiosk.wait("tanda terima")
    (words, contact), = stage.rows("SELECT lower(note), contact FROM complaint_text")
    assert (words, contact) == (MARKER, MARKER + "@gmail.com"), (words, contact)
    kiosk.tap("filed.done")
    check_gone(kiosk, "a complaint")


def complain_not(kiosk):
    """The words are given up, and so is the language they were begun in."""
    begin_complaint(kiosk)
    kiosk.tap("kiosk.language.1")
    eventually("no letter is shown", lambda: MARKER not in kiosk.dump().lower())
    while not kiosk.ask("where welcome.take"):
        kiosk.tap("kiosk.back")
        time.sleep(0.3)
    kiosk.tap("kiosk.language.0")
    check_gone(kiosk, "a complaint that was given up")


def call_help(kiosk):
    """In the middle of the guest book; nobody comes."""
    choose_service(kiosk, "KONS")
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    kiosk.tap("kiosk.help")
    kiosk.wait("Petugas sedang dipanggil")
    kiosk.tap("help.back")
    kiosk.wait("Siapa nama Anda?")
    assert MARKER in kiosk.dump().lower(), "what was typed is still there after the call"
    leave_book(kiosk)
    check_gone(kiosk, "a call for help")


def give_up(stage, kiosk):
    """With a code that is none of that number."""
    stage.giliran("issue", "--service", "KONS", "--no-print")
    kiosk.tap("welcome.give_up")
    for key in "K001":
        kiosk.tap(f"number.{key}")
    kiosk.tap("kiosk.continue")
    type_marker(kiosk, "Batalkan nomor: kode pada tiket")
    check_there(kiosk)
    kiosk.tap("kiosk.continue")
    kiosk.wait("tidak cocok")
    for title in ("Nomor mana yang dibatalkan?", "Ambil nomor"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    check_gone(kiosk, "a wrong code")


def be_received(stage, kiosk):
    """An office guest signs the book and gets no number."""
    choose_service(kiosk, "REKOM")
    fill_book(kiosk)
    kiosk.tap("kiosk.continue")
    kiosk.wait("Silakan menuju resepsionis")
    assert (MARKER,) in stage.rows("SELECT lower(name) FROM guest")
    kiosk.tap("reception.done")
    check_gone(kiosk, "a visit without a number")


def sign_later(stage, kiosk):
    """The number first, then the guest book."""
    kiosk.tap("welcome.take")
    kiosk.tap("service.KONS")
    kiosk.wait("K001")
    kiosk.tap("ticket.sign")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    fill_book(kiosk)
    check_there(kiosk)
    kiosk.tap("kiosk.continue")
    kiosk.wait("buku tamu sudah terisi")
    assert stage.rows("SELECT lower(name) FROM guest") == [(MARKER,)]
    kiosk.tap("signed.done")
    check_gone(kiosk, "a book that was signed behind the number")


def sign_not(kiosk):
    """The number is had; the book is left with a name in it."""
    kiosk.tap("welcome.take")
    kiosk.tap("service.KONS")
    kiosk.wait("K002")
    kiosk.tap("ticket.sign")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    check_there(kiosk)
    for title in ("Sedikit tentang Anda", "Sebelum mulai: data Anda", "K002"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    kiosk.tap("ticket.done")
    check_gone(kiosk, "a book that was left behind the number")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store(office=make_office(stage, QUOTA, OFFICE_GUESTS))
        kiosk = start_kiosk(stage, stage.printer())
        be_refused(stage, kiosk)
        complain(stage, kiosk)
        complain_not(kiosk)
        call_help(kiosk)
        give_up(stage, kiosk)
        be_received(stage, kiosk)
        kiosk.stop()
    with Stage(build, source) as stage:
        stage.make_store(office=make_office(stage, NUMBER_FIRST))
        kiosk = start_kiosk(stage, stage.printer())
        sign_later(stage, kiosk)
        sign_not(kiosk)
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
