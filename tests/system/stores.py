"""A store that is missing, newer, damaged, read-only or locked: one sentence and a way out, on every
screen and on the command line; never a crash, never a silent new store."""

import fcntl
import os
import shutil
import sqlite3
import sys

from people import Stage, eventually

PROGRAMS = ("giliran-kiosk", "giliran-console", "giliran-display")


def check_screens(stage, word):
    """Each program stays up, says `word` somewhere, and ends cleanly."""
    for name in PROGRAMS:
        program = stage.start(name)
        program.wait(word)
        program.stop()


def check_command(stage, word):
    said = stage.giliran("queue", status=1)
    lines = said.strip().split("\n")
    assert len(lines) == 1 and word in lines[0], said


def missing(stage):
    check_command(stage, stage.store)
    check_screens(stage, "Penyimpanan")
    assert not os.path.exists(stage.store), "a store was made silently"


def newer(stage):
    with sqlite3.connect(stage.store) as store:
        version, = store.execute("PRAGMA user_version").fetchone()
        store.execute(f"PRAGMA user_version = {version + 1}")
    check_command(stage, "lebih baru")
    check_screens(stage, "lebih baru")


def damaged(stage):
    for path in (stage.store + "-wal", stage.store + "-shm"):
        if os.path.exists(path):
            os.remove(path)
    with open(stage.store, "r+b") as file:
        file.write(b"This is a letter, not a database. " * 200)
    check_command(stage, "rusak")
    check_screens(stage, "rusak")


def main(build, source):
    for case in (missing, newer, damaged):
        with Stage(build, source) as stage:
            if case is not missing:
                stage.make_store()
            case(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
