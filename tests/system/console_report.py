"""The page of reports at the real console, by keys alone: figures that follow the desk, a call for
help in the bar, the way back, and files in the folder of the settings."""

import os
import sys

from people import PIN, Stage, eventually, step


def sign_in(stage, code_keys, *more):
    console = stage.start("giliran-console", "--device", "console-1", "--counter", "1", *more)
    console.wait("Siapa yang bertugas?")
    console.keys(*code_keys)
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")
    return console


def follow_the_desk(stage, console):
    console.keys("F3")
    console.wait("Kedatangan menurut jam")
    console.wait("0 prioritas · 2 orang")
    stage.giliran("issue", "--service", "KONS", "--no-print", "--priority", "lansia")
    console.wait("1 prioritas · 3 orang")


def stay_in_touch(stage, console):
    """Escape leads from the details to the figures, and from there to the button that calls."""
    console.keys("r")
    console.wait("Menit: median")
    console.keys("Escape")
    console.wait("Kedatangan menurut jam")
    console.keys("Escape")
    console.wait("Panggil berikutnya")
    step(console)
    console.wait("Mulai layani K003")
    console.keys("F3")
    console.wait("Kedatangan menurut jam")


def save(console, folder):
    console.keys("x")
    console.wait("Laporan disimpan")
    console.keys("c")
    eventually("two files", lambda: len(os.listdir(folder)) == 2)
    names = sorted(os.listdir(folder))
    assert [name.split(".")[-1] for name in names] == ["csv", "xlsx"], names
    with open(os.path.join(folder, names[0]), encoding="utf-8-sig") as file:
        text = file.read()
    assert "Kunjungan;3" in text and "Pengunjung prioritas;1" in text, text
    console.wait("Laporan disimpan")


def be_refused(console, folder):
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
    console.keys("x")
    console.wait("Folder untuk berkas tidak ada")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        folder = os.path.join(stage.folder, "laporan")
        os.mkdir(folder)
        for _ in range(2):
            stage.giliran("issue", "--service", "KONS", "--no-print")
        console = sign_in(stage, ("Tab", "Return"), "--reports", folder)
        follow_the_desk(stage, console)
        stay_in_touch(stage, console)
        save(console, folder)
        told = stage.rows("SELECT staff, detail FROM event WHERE kind = 'exported' ORDER BY id")
        assert [detail[:11] for _, detail in told] == ["report xlsx", "report csv "], told
        assert all(staff != "" for staff, _ in told), told
        be_refused(console, folder)
        console.keys("F2")
        console.wait("Mulai layani K003")
        assert stage.giliran("verify")
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
