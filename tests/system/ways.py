"""A visitor calls for help and a clerk at the console gives out the number; another gives a number up
at the kiosk by the code of the slip; a third comes again, and a group goes through."""

import json
import sys

from people import Stage, eventually, sign_in, start_kiosk, take_number, tell_age

WRONG = "AAAAAA"


def call_help(stage, kiosk, console):
    kiosk.tap("welcome.help")
    kiosk.wait("Petugas sedang dipanggil")
    console.wait("kiosk-1 meminta bantuan")
    console.tap("help.take")
    kiosk.wait("Petugas loket 1 menuju ke sini")
    console.wait("Anda membantu di kiosk-1")
    console.tap("help.KONS")
    console.wait("Nomor K001 diambilkan")
    kiosk.wait("Bantuan selesai")
    eventually("the slip comes out at the kiosk", lambda: len(stage.slip_files("png")) == 1)
    assert stage.rows("SELECT state, counter FROM help") == [("done", 1)]
    kiosk.tap("help.done")
    kiosk.wait("Ambil nomor")


def leave_without_help(stage, kiosk, console):
    """Who leaves calls nobody any more."""
    kiosk.tap("welcome.help")
    console.wait("kiosk-1 meminta bantuan")
    kiosk.tap("help.back")
    kiosk.wait("Ambil nomor")
    eventually("the call is withdrawn", lambda: stage.rows(
        "SELECT state FROM help ORDER BY id") == [("done",), ("withdrawn",)])


def walk_away(stage, kiosk, console):
    """Another visitor finds the screen of a call: one touch, and the clerk knows; the call stays."""
    kiosk.tap("welcome.help")
    console.wait("kiosk-1 meminta bantuan")
    kiosk.wait("Pengunjung baru")
    kiosk.tap("help.over")
    kiosk.wait("Ambil nomor")
    console.wait("Tidak lagi di kiosk sejak")
    console.tap("help.take")
    console.wait("Anda membantu di kiosk-1")
    assert stage.rows("SELECT count(*) FROM event WHERE kind = 'help_left'") == [(1,)]
    console.tap("help.done")
    eventually("the call is over", lambda: stage.rows(
        "SELECT state FROM help ORDER BY id DESC LIMIT 1") == [("done",)])


def type_code(kiosk, code):
    kiosk.wait("Batalkan nomor: kode pada tiket")
    kiosk.keys(*code.lower())
    kiosk.tap("kiosk.continue")


def give_up(stage, kiosk, console):
    code = json.loads(stage.giliran("ticket", "K001", "--json"))["slip_code"]
    kiosk.tap("welcome.give_up")
    kiosk.wait("Nomor mana yang dibatalkan?")
    for key in ("K", "0", "0", "1"):
        kiosk.tap(f"number.{key}")
    kiosk.tap("kiosk.continue")
    type_code(kiosk, WRONG)
    kiosk.wait("tidak cocok")
    kiosk.keys(*["BackSpace"] * len(WRONG))
    type_code(kiosk, code)
    kiosk.wait("Nomor K001 sudah dibatalkan")
    console.wait("K001 dibatalkan pengunjung")
    assert stage.rows("SELECT state FROM ticket") == [("cancelled",)]
    assert stage.rows("SELECT tries FROM attempt WHERE name = 'cancel kiosk-1'") == [(1,)]
    kiosk.tap("gone.done")
    kiosk.wait("Ambil nomor")


def come_again(stage, kiosk):
    """Twelve people, one number; the one who signs the book has been here."""
    stage.giliran("issue", "--service", "KONS", "--no-print", "--guest",
                  "name=Siti Rahma,email=siti@example.id,occupation=student")
    kiosk.tap("welcome.take")
    kiosk.wait("Layanan apa yang Anda perlukan?")
    kiosk.tap("service.group")
    kiosk.wait("Berapa orang yang datang?")
    kiosk.tap("group.more10")
    kiosk.tap("kiosk.continue")
    kiosk.wait("12 orang")
    kiosk.tap("service.KONS")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    tell_age(kiosk)
    kiosk.wait("Siapa nama Anda?")
    kiosk.tap("guest.known")
    kiosk.wait("Apa email atau nomor HP Anda?")
    kiosk.keys(*"siti")
    kiosk.tap("key.@")
    kiosk.keys(*"example")
    kiosk.tap("key..id")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Nama depan atau nama lengkap")
    kiosk.keys(*"siti")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Apakah inisial Anda S. R.?")
    assert "Rahma" not in kiosk.dump()
    kiosk.tap("known.yes")
    kiosk.wait("Siti Rahma")
    for title, widgets in (("menghubungi Anda?", []), ("Apa pekerjaan utama Anda?", []), ("Untuk apa data dipakai?", ["guest.purpose.1"]),
            ("Data apa yang Anda perlukan?", [])):
        kiosk.tap("kiosk.continue")
        kiosk.wait(title)
        for widget in widgets:
            kiosk.tap(widget)
    kiosk.tap("kiosk.continue")
    kiosk.wait("Apakah Anda perlu bantuan khusus?")
    take_number(kiosk)
    kiosk.wait("K003")
    assert stage.rows("SELECT party FROM visit ORDER BY id DESC LIMIT 1") == [(12,)]
    kiosk.tap("ticket.done")
    kiosk.wait("Ambil nomor")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer())
        console = stage.start("giliran-console", "--device", "console-1")
        sign_in(console, 1)
        console.wait("Menunggu")
        call_help(stage, kiosk, console)
        leave_without_help(stage, kiosk, console)
        walk_away(stage, kiosk, console)
        give_up(stage, kiosk, console)
        come_again(stage, kiosk)
        proof = stage.giliran("verify")
        assert proof, proof
        for program in (kiosk, console):
            program.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
