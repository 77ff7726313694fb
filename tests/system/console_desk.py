"""A desk that nobody keeps, and what the console does about it by keys alone: the red line, its
chime, the day's figures."""

import json
import os
import sys
import time

from people import PIN, Stage, eventually


def record(stage):
    """What the console sounds is written to a file by SDL."""
    path = os.path.join(stage.folder, "sound.raw")
    stage.environ["SDL_AUDIODRIVER"] = "disk"
    stage.environ["SDL_DISKAUDIOFILE"] = path
    return path


def settings(stage):
    path = os.path.join(stage.folder, "console.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write("raise_late = true;\n")
    return path


def is_heard(path):
    if not os.path.exists(path):
        return False
    with open(path, "rb") as file:
        return any(file.read())


def forget_sounds(path):
    """Once the console has closed the device, which grows as long as it is open."""
    def is_closed():
        size = os.path.getsize(path)
        time.sleep(0.5)
        return os.path.getsize(path) == size
    eventually("the device is closed", is_closed)
    os.remove(path)


def sign_in(console):
    console.wait("Siapa yang bertugas?")
    console.keys("Tab", "Return")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def nobody_is_there(stage, console, sound):
    """Said on the sign-in screen and sounded; over as soon as a counter is open."""
    console.wait("Siapa yang bertugas?")
    assert "tanpa loket" not in console.dump()
    stage.giliran("issue", "--service", "KONS", "--no-print")
    console.wait("1 menunggu tanpa loket")
    eventually("the chime is heard", lambda: is_heard(sound))
    eventually("the waiting is counted", lambda: day(stage)["unattended_s"] >= 1)
    sign_in(console)
    assert "tanpa loket" not in console.dump()


def late(stage, console, sound):
    """At 3 minutes left and when late it sounds; only the console that may comes before the others."""
    other = stage.start("giliran-console", "--device", "console-2", "--counter", "2",
                        place=console.place)
    other.wait("Siapa yang bertugas?")
    eventually("the other covers it", lambda: not is_in_front(stage, console, other))
    forget_sounds(sound)
    pass_until(stage, "09:07:30")
    console.wait("3 menit terakhir")
    eventually("the last minutes are sounded", lambda: is_heard(sound))
    assert not is_in_front(stage, console, other)
    forget_sounds(sound)
    pass_until(stage, "09:10:30")
    console.wait("Terlambat")
    eventually("so is lateness", lambda: is_heard(sound))
    eventually("it comes to the front", lambda: is_in_front(stage, console, other))
    other.stop()


def pass_until(stage, hour):
    """The day goes on to `hour`: by an event then, since a leap of the clock counts as no waiting."""
    moment = f"2026-11-23T{hour}"
    stage.giliran("issue", "--service", "JUAL", "--no-print", at=moment)
    stage.run(stage.program("test-shift"), stage.store, moment)


def is_in_front(stage, program, other):
    """Of two in the same place; their clocks may step between two looks."""
    return stage.differs(program, picture(stage, program)) < stage.differs(program, picture(stage, other))


def picture(stage, program):
    path = os.path.join(stage.folder, f"{id(program)}.png")
    program.shot(path)
    return path


def day(stage):
    return json.loads(stage.giliran("day", "--json"))


def main(build, source):
    with Stage(build, source) as stage:
        sound = record(stage)
        stage.make_store()
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1",
                              "--config", settings(stage))
        nobody_is_there(stage, console, sound)
        late(stage, console, sound)
        assert stage.giliran("verify")
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
