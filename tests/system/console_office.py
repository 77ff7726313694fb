"""The head changes settings at the real console, by keys alone; every program goes on by them."""

import json
import sys

from people import PIN, Stage, eventually


def settings(stage):
    return stage.giliran("office", "export", "-")


def sign_in(console):
    console.wait("Siapa yang bertugas?")
    console.keys("Tab", "Tab", "Return")  # Ani, Bu Rini, Kepala
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def unlock(console):
    console.keys("F4")
    console.wait("Silakan ketik PIN Anda sekali lagi.")
    console.keys("9", "9", "9", "9", "Return")
    console.wait("PIN tidak cocok")
    console.keys(*PIN, "Return")
    console.wait("Nama (Indonesia)")


def save(console):
    console.keys("F10")
    console.wait("akan berubah")
    console.keys("F10")
    console.wait("Tersimpan dan berlaku mulai sekarang.")


def promise(stage, console):
    """Fifteen minutes instead of ten, from now on; what was changed is an event of the head's."""
    console.keys("Down", "Down", "Down", "Down", "Down", "BackSpace", "BackSpace", "1", "5")
    save(console)
    eventually("the promise is 15 minutes", lambda: "target_s = 900" in settings(stage))
    assert stage.rows("SELECT staff FROM event WHERE kind = 'office_changed'") == [("rini",)]
    number = stage.giliran("issue", "--service", "KONS", "--no-print").strip()
    told = json.loads(stage.giliran("ticket", number, "--json"))
    assert told["target"]["limit_s"] == 900, told
    console.keys("Up")


def hours(stage, console):
    """Hours that are wrong are not left; set right they are saved."""
    console.keys("Next")
    console.wait("Senin, istirahat")
    console.keys("Down", "BackSpace", "BackSpace")
    console.wait("Silakan tulis jam seperti 08.00-15.30")
    console.keys("F10", "0", "0")
    save(console)
    eventually("Tuesday ends at three", lambda: 'tuesday = "08.00-15.00";' in settings(stage))


def slip(stage, console):
    """The slip is shown as it would be printed, and printed so."""
    console.keys("Next", "Next", "Next")
    console.wait("Teks di bawah (Indonesia)")
    console.keys("Right", "Down", "Right")
    save(console)
    eventually("two lines are left out",
               lambda: 'hidden = ["expectation", "promise"];' in settings(stage))


def leave(stage, console):
    console.keys("Escape")
    console.wait("Menunggu")
    assert "\"right\": true" in stage.giliran("verify", "--json")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        stage.giliran("staff", "add", "rini", "--name", "Bu Rini", "--role", "head",
                      "--pin-stdin", text=PIN + "\n")
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        sign_in(console)
        unlock(console)
        promise(stage, console)
        hours(stage, console)
        slip(stage, console)
        leave(stage, console)
        console.stop()
    print("the head's settings hold at once")


if __name__ == "__main__":
    main(*sys.argv[1:])
