"""A console that dies, or ends without a word, leaves nobody at its counter: the other programs
notice at once, the counter is closed, and who waits is counted as waiting for nobody. Somebody who is
being served stays where they are, until the clerk is back."""

import json
import os
import sys

from people import PIN, Stage, eventually, step


def start(stage, device="console-1", place=None):
    return stage.start("giliran-console", "--device", device, "--counter", "1", place=place)


def enter(console, person="ani"):
    """Signs the person in, who then asks for counter 1."""
    console.tap(f"staff.{person}")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")


def sign_in(console, person="ani"):
    enter(console, person)
    console.wait("Menunggu")


def state(stage):
    (told,), = stage.rows("SELECT state FROM counter_state WHERE counter = 1")
    return told


def closings(stage):
    return stage.rows("SELECT detail, device FROM event WHERE kind = 'counter_closed' ORDER BY id")


def day(stage):
    return json.loads(stage.giliran("day", "--json"))


def killed_while_it_is_free(stage):
    console = start(stage)
    sign_in(console)
    stage.giliran("issue", "--service", "KONS", "--no-print")
    console.wait("K001")
    assert day(stage)["unattended_s"] == 0
    console.kill()
    eventually("the counter is closed", lambda: state(stage) == "closed")
    assert closings(stage) == [("left", "display-1")], closings(stage)
    eventually("the waiting is counted", lambda: day(stage)["unattended_s"] >= 1)


def killed_while_it_serves(stage):
    console = start(stage)
    console.wait("1 menunggu tanpa loket")
    sign_in(console)
    for word in ("Mulai layani K001", "Dilayani"):
        step(console)
        console.wait(word)
    console.kill()
    console = start(stage)
    sign_in(console)
    console.wait("Dilayani")
    assert state(stage) == "serving" and len(closings(stage)) == 1
    console.keys("f")
    console.wait("Apa hasil pelayanan K001?")
    console.keys("1")
    console.wait("Hasil K001 dicatat")
    return console


def ended_while_it_is_open(stage, console):
    console.stop()
    eventually("the counter is closed", lambda: state(stage) == "closed")
    assert closings(stage)[1:] == [("left", "display-1")]


def opened_by_hand(stage):
    """A counter that no console ever was at is nobody's to close; nor is one that is closed in
    order."""
    stage.giliran("open", "--counter", "2", "--staff", "ani")
    console = start(stage)
    sign_in(console)
    console.keys("s")
    console.wait("Tutup")
    console.keys("t")
    console.wait("Loket 1 tutup")
    console.kill()
    stage.giliran("open", "--counter", "1", "--staff", "ani")
    stage.giliran("issue", "--service", "KONS", "--no-print")
    assert stage.giliran("next", "--counter", "1").strip() == "K004"
    assert stage.rows("SELECT state FROM counter_state WHERE counter < 3 ORDER BY counter") == [
        ("called",), ("free",)]


def helped_from_another(stage):
    """A console dies under its visitor: the other one says so and goes on with them."""
    console = start(stage)
    sign_in(console)
    stage.giliran("issue", "--service", "KONS", "--no-print")
    other = stage.start("giliran-console", "--device", "console-2", "--counter", "2",
                        place=(1280, 720))
    sign_in(other, "budi")
    console.wait("K002")
    step(console)
    console.wait("Mulai layani K002")
    console.kill()
    other.wait("Konsol Loket 1 mati, K002 masih di sana")
    assert state(stage) == "called"
    other.keys("p")
    other.wait("K002 · Konsultasi")
    other.wait("Loket 1, konsol mati")
    other.keys("1")
    other.wait("Lanjutkan di loket ini")
    other.keys("1")
    other.wait("K002 dialihkan")
    eventually("the counter is closed", lambda: state(stage) == "closed")
    step(other)
    other.wait("Mulai layani K002")
    step(other)
    other.wait("K002 dilayani")
    other.keys("f")
    other.wait("Apa hasil pelayanan K002?")
    other.keys("1")
    other.wait("Hasil K002 dicatat")
    other.stop()
    eventually("the other is closed", lambda: not stage.rows(
        "SELECT 1 FROM counter_state WHERE state <> 'closed'"))


def taken_over_by_another(stage):
    """Or another clerk signs in there, and is there with its visitor."""
    console = start(stage)
    sign_in(console)
    stage.giliran("issue", "--service", "KONS", "--no-print")
    console.wait("K003")
    step(console)
    console.wait("Mulai layani K003")
    console.kill()
    console = stage.start("giliran-console", "--device", "console-3")
    enter(console, "budi")
    console.wait("Konsol mati: ambil alih K003")
    console.keys("1")
    console.wait("Mulai layani K003")
    with open(os.path.join(stage.folder, "giliran", "console-3.counter"), encoding="utf-8") as file:
        assert file.read() == "1\n"
    step(console)
    console.wait("K003 dilayani")
    console.keys("f")
    console.wait("Apa hasil pelayanan K003?")
    console.keys("1")
    console.wait("Hasil K003 dicatat")
    console.stop()
    eventually("the counter is closed", lambda: state(stage) == "closed")


def killed_beside_another(stage):
    """A second console that is refused the counter does not hide that the first one dies."""
    console = start(stage)
    sign_in(console)
    other = start(stage, "console-2", (1280, 720))
    enter(other, "budi")
    other.wait("Loket ini sedang dipakai petugas lain")
    assert state(stage) == "free" and len(closings(stage)) == 2
    console.kill()
    eventually("the counter is closed", lambda: state(stage) == "closed")
    other.stop()
    assert [detail for detail, _ in closings(stage)] == ["left"] * 3, closings(stage)


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        stage.giliran("staff", "add", "budi", "--name", "Budi", "--role", "clerk", "--pin-stdin",
                      text=PIN + "\n")
        display = stage.start("giliran-display", "--device", "display-1")
        display.wait("Loket 1")
        killed_while_it_is_free(stage)
        console = killed_while_it_serves(stage)
        ended_while_it_is_open(stage, console)
        killed_beside_another(stage)
        helped_from_another(stage)
        taken_over_by_another(stage)
        opened_by_hand(stage)
        assert json.loads(stage.giliran("verify", "--json"))["right"]
        display.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
