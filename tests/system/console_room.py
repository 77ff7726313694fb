"""What a clerk does for the room, by keys alone at the real console: a number made by staff, a
visitor served at once, an appointment made and cancelled, and all about the visitor."""

import sys

from people import PIN, Stage, eventually


def one(stage, question):
    (row,), = stage.rows(question)
    return row


def new_number(stage, console):
    """The second service, for an elderly visitor who is not alone; its slip waits in the outbox."""
    console.keys("n")
    console.wait("Cetak nomor")
    console.keys("2", "Down", "3", "Down", "2", "Return")
    console.wait("Printer belum siap")
    eventually("a number is made", lambda: stage.rows("SELECT id FROM ticket"))
    assert stage.rows("SELECT service, priority, state FROM ticket") == [(1, "lansia", "waiting")]
    assert stage.rows("SELECT state, again FROM outbox") == [("pending", 0)]
    assert one(stage, "SELECT party FROM visit") == 2
    number = one(stage, "SELECT prefix || printf('%03d', sequence) FROM ticket")
    stage.giliran("cancel", number, "--reason", "mistake")
    return number


def serve_at_once(stage, console):
    console.keys("n")
    console.wait("Layani sekarang di Loket 1")
    console.keys("1", "s")
    console.wait("langsung dilayani")
    console.wait("Dilayani")
    assert stage.rows("SELECT service, counter FROM ticket WHERE state = 'serving'") == [(0, 1)]


def see_the_visitor(stage, console):
    console.keys("v")
    console.wait("Waktu kunjungan ini")
    console.wait("Belum ada isian buku tamu")
    console.keys("Escape")
    console.keys("g")
    console.wait("Buku tamu")
    console.keys("Escape")
    console.wait("Panggil berikutnya" if stage.rows("SELECT id FROM ticket WHERE state = 'waiting'")
                 else "Selesai")


def appoint(stage, console):
    console.keys("j")
    console.wait("Buat janji temu")
    console.wait("Belum ada janji temu pada hari ini.")
    console.keys("2", "Down", "Right", "Return")
    console.wait("Kode untuk pengunjung")
    assert stage.rows("SELECT service, state FROM appointment") == [(1, "booked")]
    code = one(stage, "SELECT code FROM appointment")
    console.wait(f"{code}")
    console.wait("belum datang")
    console.keys("Down", "Down")
    console.wait(f"Batalkan {code}")
    console.keys("Return")
    console.wait("Yakin?")
    assert one(stage, "SELECT state FROM appointment") == "booked"
    console.keys("Return")
    eventually("it is cancelled",
               lambda: one(stage, "SELECT state FROM appointment") == "cancelled")
    console.wait("dibatalkan")
    console.keys("Escape")
    console.wait("Dilayani")


def print_again(stage, console, number):
    """The slip that waits for its printer is not asked for twice; one that came out is, as ULANG."""
    digits = number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").lstrip("0")
    console.keys("c")
    console.wait("Ketik nomornya")
    console.wait(number)
    console.keys(number[0].lower(), *digits)  # J1 is J001
    console.wait(f"Cetak ulang {number}")
    console.keys("Return")
    console.wait("masih menunggu printer")
    assert one(stage, "SELECT COUNT(*) FROM outbox") == 1
    console.keys("BackSpace", "BackSpace", "Down")
    served = one(stage, "SELECT prefix || printf('%03d', sequence) FROM ticket WHERE state = 'serving'")
    console.keys(served[0].lower())
    console.wait(f"Cetak ulang {served}")
    console.keys("Return")
    eventually("it is in the outbox", lambda: one(stage, "SELECT COUNT(*) FROM outbox") == 2)
    assert stage.rows("SELECT again, state FROM outbox ORDER BY id DESC LIMIT 1") == [(1, "pending")]
    console.keys("Escape")
    console.wait("Dilayani")


def see_the_room(stage, console):
    console.keys("o")
    console.wait("Panggilan hari ini")
    console.wait("Jam janji terlama")
    assert "BELUM diumumkan" not in console.dump()  # nobody is told of calls here
    console.keys("Escape")
    console.wait("Dilayani")


def see_the_roster(stage, console):
    console.keys("w")
    console.wait("Petugas loket hari ini")
    console.wait("hadir")
    console.wait("Jadwal petugas disusun oleh kepala kantor")
    console.keys("2", "Escape")  # a clerk plans nobody
    console.wait("Dilayani")
    assert stage.rows("SELECT counter, staff FROM roster") == [(1, "ani")]


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        stage.giliran("roster", "--counter", "1", "--staff", "ani")
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        console.wait("Siapa yang bertugas?")
        console.wait("Jadwal hari ini: Loket 1")
        console.keys("Tab", "Return")
        console.wait("Masukkan PIN Anda.")
        console.keys(*PIN, "Return")
        console.wait("Menunggu")
        number = new_number(stage, console)
        serve_at_once(stage, console)
        see_the_visitor(stage, console)
        appoint(stage, console)
        see_the_room(stage, console)
        print_again(stage, console, number)
        see_the_roster(stage, console)
        assert stage.giliran("verify")
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
