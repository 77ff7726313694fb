"""The head changes settings at the real console, by keys alone; every program goes on by them."""

import json
import os
import sys

from people import PIN, Stage, eventually, make_head


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
    console.keys(*["Down"] * 6, "BackSpace", "BackSpace", "1", "5")
    save(console)
    eventually("the promise is 15 minutes", lambda: "target_s = 900" in settings(stage))
    assert stage.rows("SELECT staff FROM event WHERE kind = 'office_changed'") == [("rini",)]
    number = stage.giliran("issue", "--service", "KONS", "--no-print").strip()
    told = json.loads(stage.giliran("ticket", number, "--json"))
    assert told["target"]["limit_s"] == 900, told
    console.keys("Up")


def hours(stage, console):
    """Hours that are wrong are not left; set right they are saved."""
    console.keys("Next", "Next")
    console.wait("Senin, istirahat")
    console.keys("Down", "BackSpace", "BackSpace")
    console.wait("Silakan tulis jam seperti 08.00-15.30")
    console.keys("F10", "0", "0")
    save(console)
    eventually("Tuesday ends at three", lambda: 'tuesday = "08.00-15.00";' in settings(stage))


def slip(stage, console):
    """The slip is shown as it would be printed, and printed so."""
    console.keys(*["Next"] * 4)
    console.wait("Teks di bawah (Indonesia)")
    console.keys("Right", "Down", "Right")
    save(console)
    eventually("two lines are left out",
               lambda: 'hidden = ["expectation", "promise"];' in settings(stage))


def days(stage, console):
    """Next year's list out of a file in the folder of the reports."""
    console.keys(*["Prior"] * 3)
    console.wait("1 berkas ditemukan")
    console.keys("Right")
    console.wait("2027.csv")
    save(console)
    eventually("next year is known", lambda: 'date = "2027-01-01"' in settings(stage))


def counter(stage, console):
    """A counter more, for one service; and a sentence for a letter that another service has."""
    console.keys("Prior", "Prior", "Left", "Down", "9", *["Down", "Right"] * 2)
    save(console)
    eventually("there is a counter 9", lambda: "number = 9;" in settings(stage))
    console.keys("Prior", *["Down"] * 5, "BackSpace", "j")
    console.wait("Awalan ini sudah dipakai layanan lain")
    console.keys("Escape")


def leave(stage, console):
    console.keys("Escape")
    console.wait("Menunggu")
    assert "\"right\": true" in stage.giliran("verify", "--json")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        make_head(stage)
        with open(os.path.join(stage.folder, "2027.csv"), "w", encoding="utf-8") as file:
            file.write("2027-01-01;LN;Tahun Baru 2027 Masehi\n")
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1",
                              "--reports", stage.folder)
        sign_in(console)
        unlock(console)
        promise(stage, console)
        hours(stage, console)
        slip(stage, console)
        days(stage, console)
        counter(stage, console)
        leave(stage, console)
        console.stop()
    print("the head's settings hold at once")


if __name__ == "__main__":
    main(*sys.argv[1:])
