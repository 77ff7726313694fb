"""A clerk's acts beside the straight way, by keys alone at the real console: the last press taken
back, hold and resume, transfer, cancel, who was absent comes back, and a break with its reason."""

import json
import os
import sys

from people import PIN, Stage, eventually, step


def state_of(stage, number):
    (state,), = stage.rows(f"SELECT state FROM ticket WHERE prefix || printf('%03d', sequence) = '{number}'")
    return state


def becomes(stage, number, state):
    eventually(f"{number} is {state}", lambda: state_of(stage, number) == state)


def take_back(stage, console):
    step(console)
    console.wait("K001 dipanggil")
    console.keys("z")
    console.wait("Tindakan terakhir untuk K001 diurungkan")
    becomes(stage, "K001", "waiting")


def hold_and_resume(stage, console):
    step(console)
    console.wait("Mulai layani")
    step(console)
    becomes(stage, "K001", "serving")
    console.wait("Dilayani")
    console.keys("h")
    console.wait("K001 ditahan")
    becomes(stage, "K001", "held")
    console.keys("p")
    console.wait("Nomor yang mana?")
    console.keys("1")
    console.wait("Apa yang dilakukan dengan K001?")
    console.keys("Return")
    console.wait("K001 dilanjutkan")
    becomes(stage, "K001", "serving")


def transfer(stage, console):
    console.keys("t")
    console.wait("K001 dialihkan ke mana?")
    console.keys("Down", "Return")  # the second of the others
    console.wait("K001 dialihkan ke Perpustakaan")
    becomes(stage, "K001", "waiting")
    assert stage.rows("SELECT kind FROM event WHERE kind = 'transferred'")


def cancel(stage, console):
    console.keys("p")
    console.wait("Nomor yang mana?")
    console.wait("K002")
    console.keys("2")
    console.wait("Apa yang dilakukan dengan K002?")
    console.keys("3")
    console.wait("Mengapa K002 dibatalkan?")
    console.keys("1")
    console.wait("K002 dibatalkan.")
    becomes(stage, "K002", "cancelled")
    assert stage.rows("SELECT detail, staff FROM event WHERE kind = 'cancelled'") == [("left", "ani")]


def come_back(stage, console):
    step(console)
    console.wait("Mulai layani K001")
    console.keys("a")
    console.wait("K001 tidak hadir")
    becomes(stage, "K001", "absent")
    console.keys("p")
    console.wait("Nomor yang mana?")
    console.keys("1")
    console.wait("Apa yang dilakukan dengan K001?")
    console.keys("1")
    console.wait("K001 antre lagi")
    becomes(stage, "K001", "waiting")


def finish(stage, console):
    """Partly served: what follows and where the data are is asked after the finish. Before that, the
    one recall that the office allows: it is counted from this call, whatever was called before."""
    step(console)
    console.wait("Mulai layani K001")
    console.wait("1 dari 2 kali")
    console.keys("r")
    console.wait("2 dari 2 kali")
    assert stage.rows("SELECT COUNT(*) FROM event WHERE kind = 'recalled'") == [(1,)]
    step(console)
    becomes(stage, "K001", "serving")
    console.wait("Dilayani")
    console.keys("f")
    console.wait("Apa hasil pelayanan K001?")
    becomes(stage, "K001", "done")
    console.keys("2")
    console.wait("Tindak lanjut untuk K001?")
    console.keys("2")
    console.wait("Bagaimana data untuk K001?")
    console.keys("Down", "Down", "Return")
    console.wait("Hasil K001 dicatat")
    assert json.loads(stage.giliran("ticket", "K001", "--json"))["outcome"] == {
        "result": "partly", "follow_up": "send", "data": "later", "source": "none"}
    said = json.loads(stage.giliran("report", "--json"))["outcomes"]
    assert said["result"] == {"served": 0, "partly": 1, "unavailable": 0}, said
    assert said["data"]["later"] == 1 and set(said["source"].values()) == {0}, said


def rest(stage, console):
    console.keys("s")
    console.wait("Tutup")
    console.keys("i")
    console.wait("Istirahat untuk apa?")
    console.keys("2")
    console.wait("Buka Loket 1")
    assert stage.rows("SELECT detail, staff FROM event WHERE kind = 'counter_break'") == [("meal", "ani")]


def one_recall(stage, source):
    with open(os.path.join(source, "assets", "offices", "tana-tidung.conf"), encoding="utf-8") as file:
        text = file.read()
    changed = text.replace("recall_limit = 3", "recall_limit = 1").replace(
        "recall_interval_s = 20", "recall_interval_s = 0")
    path = os.path.join(stage.folder, "office.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed)
    return path


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store(office=one_recall(stage, source))
        for _ in range(2):
            stage.giliran("issue", "--service", "KONS", "--no-print")
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        console.wait("Siapa yang bertugas?")
        console.keys("Tab", "Return")
        console.wait("Masukkan PIN Anda.")
        console.keys(*PIN, "Return")
        console.wait("Menunggu")
        take_back(stage, console)
        hold_and_resume(stage, console)
        transfer(stage, console)
        cancel(stage, console)
        come_back(stage, console)
        finish(stage, console)
        rest(stage, console)
        assert stage.giliran("verify")
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
