"""A whole day at a counter by keys alone, at the real console beside a real kiosk: from the sign-in to
the close of the day, every act of a clerk, some taken back; what was typed and dropped stays in no
memory and no log. The day is proven from its events in the end."""

import json
import os
import sys

from no_trace import MARKER, traces
from people import PIN, Stage, eventually, start_kiosk, step

OTHER_PIN = "1357"


def one(stage, question):
    (value,), = stage.rows(question)
    return value


def becomes(stage, number, state):
    eventually(f"{number} is {state}", lambda: one(
        stage, f"SELECT state FROM ticket WHERE prefix || printf('%03d', sequence) = '{number}'") == state)


def issue(stage, console, number, service="KONS"):
    assert stage.giliran("issue", "--service", service, "--no-print").strip() == number
    console.wait(number)


def call(console, number):
    step(console)
    console.wait(f"Mulai layani {number}")


def serve(stage, console, number):
    call(console, number)
    step(console)
    becomes(stage, number, "serving")
    console.wait("Dilayani")


def absent(stage, console, number):
    console.keys("a")
    console.wait(f"{number} tidak hadir")
    becomes(stage, number, "absent")


def choose(console, place, number, *answer):
    """A number of the list of all that wait or stand aside, and what is done with it."""
    console.keys("p")
    console.wait("Nomor yang mana?")
    console.wait(number)
    console.keys(str(place))
    console.wait(f"Apa yang dilakukan dengan {number}?")
    console.keys(*answer)


def type_words(console, words):
    names = {" ": "space", ".": "period"}
    for letter in words:
        if letter == "@":
            console.stage.hand("chord", console.place[0] + 4, console.place[1] + 4, "Shift_L", "2")
        else:
            console.keys(names.get(letter, letter))


# ---- the morning ----

def office(stage):
    """The office of the issue with what counters may do and are asked switched on."""
    sample = os.path.join(stage.source, "assets", "offices", "tana-tidung.conf")
    path = os.path.join(stage.folder, "office.conf")
    with open(sample, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        # The list of holidays lies beside the sample.
        out.writelines(line for line in file if not line.startswith("holidays"))
        out.write("stand_by = true;\ncall_any = true;\nasks_source = true;\n")
    return path


def sign_in(console):
    console.wait("Siapa yang bertugas?")
    console.wait("Jadwal hari ini: Loket 1")
    console.keys("Tab", "Return")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def see_the_roster(console):
    console.keys("w")
    console.wait("Petugas loket hari ini")
    console.wait("Jadwal petugas disusun oleh kepala kantor")
    console.keys("2", "Escape")  # a clerk plans nobody
    console.wait("Siaga")


def stand_by(stage, console):
    """Next with nobody there: who then comes is called by itself, which is taken back like a press."""
    step(console)
    console.wait("Batalkan siaga")
    console.keys("z")
    console.wait("Siaga dibatalkan.")
    step(console)
    console.wait("Batalkan siaga")
    issue(stage, console, "K001")
    console.wait("K001 dipanggil")
    console.keys("z")
    console.wait("Tindakan terakhir untuk K001 diurungkan")
    becomes(stage, "K001", "waiting")


def recall(stage, console):
    """Not sooner than the office has it, and then once more."""
    call(console, "K001")
    console.keys("r")
    console.wait("Panggil ulang")
    stage.run(stage.program("test-shift"), stage.store, "2026-11-23T09:05:00")
    eventually("it is called again", lambda: console.keys("r") or one(
        stage, "SELECT COUNT(*) FROM event WHERE kind = 'recalled'") == 1)
    console.wait("2 dari")


def hold_and_resume(stage, console):
    step(console)
    becomes(stage, "K001", "serving")
    console.wait("Dilayani")
    console.keys("h")
    console.wait("K001 ditahan")
    becomes(stage, "K001", "held")
    choose(console, 1, "K001", "Return")
    console.wait("K001 dilanjutkan")
    becomes(stage, "K001", "serving")


def finish(stage, console):
    """Partly served: what follows, where the data are and whence is asked after the finish."""
    console.keys("f")
    console.wait("Apa hasil pelayanan K001?")
    becomes(stage, "K001", "done")
    console.keys("2")
    console.wait("Tindak lanjut untuk K001?")
    console.keys("2")
    console.wait("Bagaimana data untuk K001?")
    console.keys("Down", "Return")
    console.wait("Data untuk K001 dari sumber apa?")
    console.keys("5")
    console.wait("Hasil K001 dicatat")
    assert json.loads(stage.giliran("ticket", "K001", "--json"))["outcome"] == {
        "result": "partly", "follow_up": "send", "data": "given", "source": "website"}


def come_back_and_leave(stage, console):
    """K002 is absent, comes back, is sent on to another service, and then does not want to wait."""
    issue(stage, console, "K002")
    call(console, "K002")
    absent(stage, console, "K002")
    choose(console, 1, "K002", "1")
    console.wait("K002 antre lagi")
    serve(stage, console, "K002")
    console.keys("t")
    console.wait("K002 dialihkan ke mana?")
    console.keys("Down", "Return")
    console.wait("K002 dialihkan ke Perpustakaan")
    becomes(stage, "K002", "waiting")
    choose(console, 1, "K002", "4")
    console.wait("Mengapa K002 dibatalkan?")
    console.keys("1")
    console.wait("K002 dibatalkan.")
    becomes(stage, "K002", "cancelled")
    assert stage.rows("SELECT detail, staff FROM event WHERE kind = 'cancelled'") == [("left", "ani")]


def pick(stage, console):
    for number in ("K003", "K004"):
        issue(stage, console, number)
    choose(console, 2, "K004", "1")
    console.wait("Mengapa K004 dipanggil lebih dahulu?")
    console.keys("2")
    console.wait("Mulai layani K004")
    assert stage.rows("SELECT detail FROM event WHERE kind = 'called' AND detail LIKE 'picked%'") == [
        ("picked short",)]
    absent(stage, console, "K004")


def send(stage, console):
    """On to another counter, which alone calls the number."""
    stage.giliran("open", "--counter", "2", "--staff", "kepala")
    call(console, "K003")
    console.keys("t")
    console.wait("K003 dialihkan ke mana?")
    console.wait("Loket 2")
    console.keys("Up", "Return")  # the last answer
    console.wait("K003 dialihkan ke Loket 2")
    console.wait("hanya Loket 2")
    console.wait("loket lain")
    assert stage.giliran("next", "--counter", "2").strip() == "K003"
    stage.giliran("absent", "--counter", "2")
    stage.giliran("close", "--counter", "2")


# ---- the guest book ----

def drop_a_form(console):
    console.keys("g")
    console.wait("Buku tamu untuk pengunjung di kiosk-1")
    console.keys("1", "Tab", "3", "Tab", *MARKER)
    console.wait(MARKER)
    assert traces(console.process), "the test does not find what is there"
    console.keys("Escape")
    console.wait("Buang isian")
    console.keys("Escape")
    console.wait("Anda membantu di kiosk-1")
    eventually("what was typed is wiped", lambda: not traces(console.process))


def fill_the_book(console, number):
    console.keys("g")
    console.wait("Buku tamu untuk pengunjung di kiosk-1")
    console.keys("1", "Tab", "3", "Tab")  # consultation, the age, then the name
    type_words(console, "budi wahyu")
    console.keys("Tab", "Tab")
    type_words(console, "budi@example")
    console.keys("F10")
    console.wait("Alamat email belum lengkap")
    type_words(console, ".id")
    console.keys("Tab", "Tab", "2", "Tab", "Right", "Return", "1", "Tab", "1", "Tab")
    type_words(console, "padi 2025")
    console.keys("Tab", "Tab", "1", "3", "Tab", "1", "F10")
    console.wait(f"Nomor {number} diambilkan")


def help_at_the_kiosk(stage, kiosk, console):
    kiosk.tap("welcome.help")
    kiosk.wait("Petugas sedang dipanggil")
    console.wait("kiosk-1 meminta bantuan")
    console.keys("b")
    kiosk.wait("Petugas loket 1 menuju ke sini")
    console.wait("Anda membantu di kiosk-1")
    drop_a_form(console)
    fill_the_book(console, "K005")
    kiosk.wait("Bantuan selesai")
    eventually("the slip comes out at the kiosk", lambda: len(stage.slip_files("png")) == 1)
    assert stage.rows("SELECT name, email FROM guest") == [("budi wahyu", "budi@example.id")]
    assert stage.rows("SELECT note FROM guest_data") == [("padi 2025",)]
    assert stage.rows("SELECT sex, age_band, occupation, purpose, needs, party_male FROM visit"
                      " WHERE sex = 2") == [(2, 3, 1, 1, 5, 1)]
    assert stage.rows("SELECT state, counter FROM help") == [("done", 1)]
    kiosk.tap("help.done")


def correct_the_book(stage, console):
    serve(stage, console, "K005")
    console.keys("g")
    console.wait("Perbaikan buku tamu K005")
    console.keys("BackSpace")
    type_words(console, "udi")
    console.keys("F10")
    console.wait("Alasan perbaikan")
    console.keys("1", "F10")
    console.wait("Buku tamu K005 sudah disimpan")
    assert stage.rows("SELECT name FROM guest") == [("budi wahyudi",)]
    assert stage.rows("SELECT detail, counter, staff FROM event WHERE kind = 'guest_corrected'") == [
        ("typo", 1, "ani")]


# ---- the room, while K005 is served ----

def see_the_visitor(console):
    console.keys("v")
    console.wait("Waktu kunjungan ini")
    console.keys("Escape")
    console.wait("Dilayani")


def new_number(stage, console):
    """The second service, for an elderly visitor who is not alone."""
    console.keys("n")
    console.wait("Cetak nomor")
    console.keys("2", "Down", "3", "Down", "2", "Return")
    console.wait("J001")
    assert stage.rows("SELECT priority, state FROM ticket WHERE service = 1 AND prefix = 'J'") == [
        ("lansia", "waiting")]
    eventually("its slip comes out", lambda: len(stage.slip_files("png")) == 2)


def print_again(stage, console):
    """A slip that came out is printed once more, as ULANG."""
    console.keys("c")
    console.wait("Ketik nomornya")
    console.keys("j", "1")  # J1 is J001
    console.wait("Cetak ulang J001")
    console.keys("Return")
    eventually("it is printed again", lambda: len(stage.slip_files("png")) == 3)
    assert one(stage, "SELECT again FROM outbox ORDER BY id DESC LIMIT 1") == 1
    console.keys("Escape")
    console.wait("Dilayani")


def appoint(stage, console):
    console.keys("j")
    console.wait("Belum ada janji temu pada hari ini.")
    console.keys("2", "Down", "Right", "Return")
    console.wait("Kode untuk pengunjung")
    assert stage.rows("SELECT service, state FROM appointment") == [(1, "booked")]
    code = one(stage, "SELECT code FROM appointment")
    console.wait("belum datang")
    console.keys("Down", "Down")
    console.wait(f"Batalkan {code}")
    console.keys("Return")
    console.wait("Yakin?")
    console.keys("Return")
    eventually("it is cancelled",
               lambda: one(stage, "SELECT state FROM appointment") == "cancelled")
    console.keys("Escape")
    console.wait("Dilayani")


def see_the_room(console):
    console.keys("o")
    console.wait("Panggilan hari ini")
    console.wait("Jam janji terlama")
    assert "BELUM diumumkan" not in console.dump()  # nobody is told of calls here
    console.keys("Escape")
    console.wait("Dilayani")


def written(folder):
    """The reports that have their names; one that is being written is hidden."""
    return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def see_the_report(stage, console, folder):
    """Figures that follow the desk; files, and a folder that is gone."""
    console.keys("F3")
    console.wait("Kedatangan menurut jam")
    console.wait("P 1 · L 0 · 1 prioritas")
    stage.giliran("issue", "--service", "REKOM", "--no-print", "--priority", "disabilitas")
    console.wait("P 1 · L 0 · 2 prioritas")
    console.keys("r")
    console.wait("Menit: median")
    console.keys("Escape")
    console.wait("Kedatangan menurut jam")
    console.keys("x")
    console.wait("Laporan disimpan")
    assert "Senin, 23 November 2026" in console.dump()  # the title stays in sight
    console.keys("c")
    eventually("two files", lambda: len(written(folder)) == 2)
    console.keys("d")
    eventually("three files", lambda: len(written(folder)) == 3)
    names = written(folder)
    assert [name.split(".")[-1] for name in names] == ["csv", "pdf", "xlsx"], names
    with open(os.path.join(folder, names[1]), "rb") as file:
        assert file.read(5) == b"%PDF-"
    with open(os.path.join(folder, names[0]), encoding="utf-8-sig") as file:
        text = file.read()
    assert "Pengunjung prioritas;2" in text, text
    told = stage.rows("SELECT staff, detail FROM event WHERE kind = 'exported' ORDER BY id")
    assert [detail[:11] for _, detail in told] == ["report xlsx", "report csv ", "report pdf "], told
    assert {staff for staff, _ in told} == {"ani"}, told
    for name in names:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
    console.keys("x")
    console.wait("Folder untuk berkas tidak ada")
    console.keys("Escape")
    console.wait("Dilayani")


# ---- the end ----

def lock(console):
    console.keys("s")
    console.wait("Serah terima")
    console.keys("k")
    console.wait("Loket terkunci.")
    assert "Panggil berikutnya" not in console.dump()
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def hand_over(stage, console):
    """While the visitor is served, who stays where they are."""
    console.keys("s")
    console.wait("Serah terima")
    console.keys("s")
    console.wait("Siapa yang melanjutkan di loket ini?")
    console.keys("1")
    console.wait("Serah terima loket.")
    console.keys(*OTHER_PIN, "Return")
    console.wait("Loket sudah diserahterimakan.")
    assert stage.rows("SELECT staff, state FROM counter_state WHERE counter = 1") == [("budi", "serving")]
    assert stage.rows("SELECT staff, detail FROM event WHERE kind = 'handed_over'") == [("budi", "ani")]
    console.keys("f")
    console.wait("Apa hasil pelayanan K005?")
    console.keys("1")
    console.wait("Data untuk K005 dari sumber apa?")
    console.keys("1")
    console.wait("Hasil K005 dicatat")


def serve_at_once(stage, console):
    """Nobody else is there any more, and somebody comes straight to the counter."""
    for number in ("J001", "R001"):
        stage.giliran("cancel", number, "--reason", "mistake")
    console.wait("Tidak ada yang menunggu.")
    console.keys("n")
    console.wait("Layani sekarang di Loket 1")
    console.keys("1", "s")
    console.wait("langsung dilayani")
    becomes(stage, "K006", "serving")
    console.wait("Dilayani")
    console.keys("f")
    console.wait("Apa hasil pelayanan K006?")
    console.keys("1")
    console.wait("Data untuk K006 dari sumber apa?")
    console.keys("6")
    console.wait("Hasil K006 dicatat")


def rest(stage, console):
    console.keys("s")
    console.wait("Tutup")
    console.keys("i")
    console.wait("Istirahat untuk apa?")
    console.keys("2")
    console.wait("Buka Loket 1")
    assert stage.rows("SELECT detail, staff FROM event WHERE kind = 'counter_break'") == [("meal", "budi")]
    step(console)
    issue(stage, console, "K007")
    console.wait("Panggil K007")


def close(stage, console):
    """The counter at the console, pressed twice because somebody waits for it alone; the day by the head:
    what still waits is closed with it."""
    console.keys("s")
    console.wait("Tutup")
    console.keys("t")
    console.wait("1 pengunjung masih menunggu dan tidak ada loket lain")
    console.keys("s", "t")
    console.wait("Loket ditutup. 1 pengunjung masih menunggu")
    console.wait("Loket 1 tutup")
    stage.giliran("close-day")
    console.wait("Tidak ada yang menunggu.")
    day = json.loads(stage.giliran("day", "--json"))
    told = {name: day[name] for name in ("issued", "done", "absent", "cancelled", "closed_by_system",
                                            "transferred")}
    # Of a number that was sent on, each part counts: K002 was served in the first of its two.
    assert told == {"issued": 11, "done": 4, "absent": 2, "cancelled": 3, "closed_by_system": 1,
                    "transferred": 1}, told
    assert day["closed_by_hand"] and day["sealed"], day


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store(office=office(stage))
        stage.giliran("staff", "add", "budi", "--name", "Budi", "--role", "clerk", "--pin-stdin",
                      text=OTHER_PIN + "\n")
        stage.giliran("roster", "--counter", "1", "--staff", "ani")
        folder = os.path.join(stage.folder, "laporan")
        os.mkdir(folder)
        kiosk = start_kiosk(stage, stage.printer())
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1",
                              "--reports", folder)
        sign_in(console)
        see_the_roster(console)
        for act in (stand_by, recall, hold_and_resume, finish, come_back_and_leave, pick, send):
            print(act.__name__, flush=True)
            act(stage, console)
        help_at_the_kiosk(stage, kiosk, console)
        correct_the_book(stage, console)
        see_the_visitor(console)
        new_number(stage, console)
        print_again(stage, console)
        appoint(stage, console)
        see_the_room(console)
        see_the_report(stage, console, folder)
        lock(console)
        hand_over(stage, console)
        serve_at_once(stage, console)
        rest(stage, console)
        close(stage, console)
        assert json.loads(stage.giliran("verify", "--json"))["right"]
        for program in (kiosk, console):
            program.stop()
            assert "wahyu" not in program.log().lower(), program.log()


if __name__ == "__main__":
    main(*sys.argv[1:])
