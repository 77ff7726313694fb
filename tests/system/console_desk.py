"""A desk that nobody keeps, and what the console does about it by keys alone: the red line, its
chime, the day's figures."""

import json
import os
import sys
import time

from people import PIN, Stage, eventually, step

OTHER_PIN = "1357"


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


def office(stage):
    """The office of the issue with what counters may do switched on."""
    sample = os.path.join(stage.source, "assets", "offices", "tana-tidung.conf")
    path = os.path.join(stage.folder, "office.conf")
    with open(sample, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        # The list of holidays lies beside the sample.
        out.writelines(line for line in file if not line.startswith("holidays"))
        out.write("stand_by = true;\ncall_any = true;\n")
    return path


def stand_by(stage, console):
    """Next with nobody there: the one who then comes is called by itself. Z ends it, and so does the
    end of the program."""
    step(console)
    console.wait("Siaga")
    console.wait("Batalkan siaga")
    console.keys("z")
    console.wait("Siaga dibatalkan.")
    step(console)
    console.wait("Batalkan siaga")
    assert stage.giliran("issue", "--service", "KONS", "--no-print").strip() == "K001"
    console.wait("K001 dipanggil")
    console.wait("Mulai layani")
    console.keys("z")  # taken back like a press
    console.wait("Tindakan terakhir untuk K001 diurungkan")
    step(console)
    console.wait("Mulai layani")
    console.keys("a")
    console.wait("K001 tidak hadir")
    pick(stage, console)
    send(stage, console)
    lock(console)
    hand_over(stage, console)
    step(console)
    console.wait("Batalkan siaga")
    console.stop()
    assert stage.rows("SELECT stand_by_ms FROM counter_state WHERE counter = 1") == [(None,)]


def pick(stage, console):
    """A number that is not the first, from the list."""
    for number in ("K002", "K003"):
        assert stage.giliran("issue", "--service", "KONS", "--no-print").strip() == number
        console.wait(number)
    console.keys("p")
    console.wait("Nomor yang mana?")
    console.keys("3")  # behind K001, who was absent, and K002
    console.wait("Apa yang dilakukan dengan K003?")
    console.keys("1")
    console.wait("Mulai layani K003")
    assert stage.rows("SELECT COUNT(*) FROM event WHERE kind = 'called' AND detail = 'picked'") == [(1,)]
    console.keys("a")
    console.wait("K003 tidak hadir")
    step(console)
    console.wait("Mulai layani K002")
    console.keys("a")
    console.wait("K002 tidak hadir")


def send(stage, console):
    """On to another counter, which alone calls the number."""
    stage.giliran("open", "--counter", "2", "--staff", "kepala")
    assert stage.giliran("issue", "--service", "KONS", "--no-print").strip() == "K004"
    console.wait("K004")
    step(console)
    console.wait("Mulai layani K004")
    console.keys("t")
    console.wait("K004 dialihkan ke mana?")
    console.wait("Loket 2")
    console.keys("Up", "Return")  # the last answer
    console.wait("K004 dialihkan.")
    console.wait("hanya Loket 2")
    assert stage.rows("SELECT only_counter FROM ticket WHERE sequence = 4") == [(2,)]
    assert stage.giliran("next", "--counter", "2").strip() == "K004"
    stage.giliran("absent", "--counter", "2")


def lock(console):
    console.keys("Escape")
    console.wait("Serah terima")
    console.keys("k")
    console.wait("Loket terkunci.")
    assert "Panggil berikutnya" not in console.dump()
    console.keys(*PIN, "Return")
    console.wait("Menunggu")


def hand_over(stage, console):
    """While a visitor is served, who stays where they are."""
    assert stage.giliran("issue", "--service", "KONS", "--no-print").strip() == "K005"
    step(console)
    console.wait("Mulai layani K005")
    step(console)
    console.wait("Dilayani")
    console.keys("Escape")
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
    console.wait("Hasil K005 dicatat")


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
    with Stage(build, source) as stage:
        stage.make_store(office=office(stage))
        stage.giliran("staff", "add", "budi", "--name", "Budi", "--role", "clerk", "--pin-stdin",
                      text=OTHER_PIN + "\n")
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        sign_in(console)
        stand_by(stage, console)
        assert stage.giliran("verify")


if __name__ == "__main__":
    main(*sys.argv[1:])
