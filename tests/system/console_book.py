"""Who calls for help at the kiosk has the guest book filled in by a clerk at the console, by keys
alone, and the number comes out at the kiosk; at the counter the clerk puts the entry right. Nothing
of a form that was dropped stays in the console's memory, and no log holds a name."""

import sys

from no_trace import MARKER, traces
from people import PIN, Stage, eventually, start_kiosk, step


def sign_in(console):
    """The first of the list, the PIN, the first counter: no hand on the mouse."""
    console.wait("Siapa yang bertugas?")
    console.keys("Tab", "Return")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def type_words(console, words):
    names = {" ": "space", ".": "period"}
    for letter in words:
        if letter == "@":
            console.stage.hand("chord", console.place[0] + 4, console.place[1] + 4, "Shift_L", "2")
        else:
            console.keys(names.get(letter, letter))


def drop(console):
    """A form that was begun and left."""
    console.keys("g")
    console.wait("Buku tamu untuk pengunjung di kiosk-1")
    console.keys("1", "Tab", *MARKER)
    console.wait(MARKER)
    assert traces(console.process), "the test does not find what is there"
    console.keys("Escape")
    console.wait("Buang isian")
    console.keys("Escape")
    console.wait("Panggil berikutnya")
    eventually("what was typed is wiped", lambda: not traces(console.process))


def fill(console):
    console.keys("g")
    console.wait("Buku tamu untuk pengunjung di kiosk-1")
    console.keys("1", "Tab")  # consultation, then the name
    type_words(console, "budi wahyu")
    console.keys("Tab", "Tab")
    type_words(console, "budi@example")
    console.keys("F10")
    console.wait("Alamat email belum lengkap")
    type_words(console, ".id")
    console.keys("Tab", "Tab", "2", "Tab", "3", "Tab", "Right", "Return", "1", "Tab", "1", "Tab")
    type_words(console, "padi 2025")
    console.keys("Tab", "Tab", "1", "3", "Tab", "1", "F10")
    console.wait("Nomor K001 diambilkan")


def help_by_keys(stage, kiosk, console):
    kiosk.tap("welcome.help")
    kiosk.wait("Petugas sedang dipanggil")
    console.wait("kiosk-1 meminta bantuan")
    console.keys("b")
    kiosk.wait("Petugas loket 1 menuju ke sini")
    console.wait("Anda membantu di kiosk-1")
    drop(console)
    fill(console)
    kiosk.wait("Bantuan selesai")
    eventually("the slip comes out at the kiosk", lambda: len(stage.slip_files("png")) == 1)
    assert stage.rows("SELECT name, email FROM guest") == [("budi wahyu", "budi@example.id")]
    assert stage.rows("SELECT note FROM guest_data") == [("padi 2025",)]
    assert stage.rows("SELECT sex, age_band, occupation, purpose, needs, party_male FROM visit") == [
        (2, 3, 1, 1, 5, 1)]
    assert stage.rows("SELECT state, counter FROM help") == [("done", 1)]
    kiosk.tap("help.done")


def correct(stage, console):
    step(console)
    console.wait("Mulai layani")
    step(console)
    console.wait("Dilayani")
    console.keys("g")
    console.wait("Perbaikan buku tamu K001")
    console.keys("BackSpace")
    type_words(console, "udi")
    console.keys("F10")
    console.wait("Alasan perbaikan")
    console.keys("1", "F10")
    console.wait("Buku tamu K001 sudah disimpan")
    assert stage.rows("SELECT name FROM guest") == [("budi wahyudi",)]
    assert stage.rows("SELECT detail, counter, staff FROM event WHERE kind = 'guest_corrected'") == [
        ("typo", 1, "ani")]


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer())
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        sign_in(console)
        help_by_keys(stage, kiosk, console)
        correct(stage, console)
        assert stage.giliran("verify")
        for program in (kiosk, console):
            program.stop()
            assert "budi" not in program.log().lower(), program.log()


if __name__ == "__main__":
    main(*sys.argv[1:])
