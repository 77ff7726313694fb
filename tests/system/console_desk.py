"""A desk that nobody keeps, and what the console does about it by keys alone: the red line, its
chime, the day's figures."""

import json
import os
import sys

from people import PIN, Stage, eventually


def record(stage):
    """What the console sounds is written to a file by SDL."""
    path = os.path.join(stage.folder, "sound.raw")
    stage.environ["SDL_AUDIODRIVER"] = "disk"
    stage.environ["SDL_DISKAUDIOFILE"] = path
    return path


def is_heard(path):
    with open(path, "rb") as file:
        return any(file.read())


def sign_in(console):
    console.wait("Siapa yang bertugas?")
    console.keys("Tab", "Return")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def nobody_is_there(stage, console, sound):
    """Said on the sign-in screen and sounded; over as soon as a counter is open."""
    console.wait("Siapa yang bertugas?")
    assert "tidak ada petugas" not in console.dump()
    stage.giliran("issue", "--service", "KONS", "--no-print")
    console.wait("1 menunggu, tidak ada petugas")
    eventually("the chime is heard", lambda: os.path.exists(sound) and is_heard(sound))
    eventually("the waiting is counted", lambda: day(stage)["unattended_s"] >= 1)
    sign_in(console)
    assert "tidak ada petugas" not in console.dump()


def day(stage):
    return json.loads(stage.giliran("day", "--json"))


def main(build, source):
    with Stage(build, source) as stage:
        sound = record(stage)
        stage.make_store()
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        nobody_is_there(stage, console, sound)
        assert stage.giliran("verify")
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
