"""A store that is missing, newer, damaged, read-only or locked: one sentence and a way out on every
screen and on the command line; never a crash, never a silent new store. What can be mended while the
programs run is: they go on by themselves."""

import os
import sqlite3
import sys

from people import Stage

PROGRAMS = {"giliran-kiosk": "Ambil nomor", "giliran-console": "Ani", "giliran-display": "Loket 1"}


def start_all(stage, word):
    """Each program comes up and says `word`, one of its sentence's, somewhere."""
    programs = [stage.start(name) for name in PROGRAMS]
    for program in programs:
        program.wait(word)
    return programs


def stop_all(programs):
    for program in programs:
        program.stop()


def check_command(stage, word):
    said = stage.giliran("queue", status=1)
    assert said.count("\n") == 1 and word in said, said


def missing(stage):
    check_command(stage, "belum ada")
    programs = start_all(stage, "belum")
    assert not os.path.exists(stage.store), "a store was made silently"
    stage.make_store()
    for program in programs:
        program.wait(PROGRAMS[program.name])
    stop_all(programs)


def newer(stage):
    stage.make_store()
    store = sqlite3.connect(stage.store)
    with store:
        store.execute("UPDATE meta SET value = value + 1 WHERE name = 'schema'")
    store.close()
    check_command(stage, "versi yang lebih baru")
    stop_all(start_all(stage, "versi"))


def damaged(stage):
    stage.make_store()
    with open(stage.store, "r+b") as file:
        file.write(b"This is a letter, not a database. " * 200)
    before = os.path.getsize(stage.store)
    check_command(stage, "rusak")
    stop_all(start_all(stage, "rusak"))
    assert os.path.getsize(stage.store) == before, "a damaged store is left as it is"


def read_only(stage):
    stage.make_store()
    for name in os.listdir(stage.folder):
        if name.startswith("giliran.db"):
            os.chmod(os.path.join(stage.folder, name), 0o400)
    if os.geteuid() == 0:
        stage.prefix = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    check_command(stage, "tidak dapat ditulisi")
    stop_all(start_all(stage, "ditulisi"))


def locked(stage):
    stage.make_store()
    store = sqlite3.connect(stage.store, isolation_level=None)
    store.execute("PRAGMA locking_mode = EXCLUSIVE")
    store.execute("BEGIN EXCLUSIVE")
    check_command(stage, "sibuk")
    programs = start_all(stage, "sibuk")
    store.execute("ROLLBACK")
    store.close()
    for program in programs:
        program.wait(PROGRAMS[program.name])
    stop_all(programs)


def main(build, source):
    for case in (missing, newer, damaged, read_only, locked):
        print(case.__name__, flush=True)
        with Stage(build, source) as stage:
            case(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
