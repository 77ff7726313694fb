"""The waiting room knows numbers only: whatever becomes of a visit, nothing of what its visitor wrote
comes into the display: neither drawn, nor said, nor sent to the board, nor anywhere in its memory."""

import os
import sqlite3
import sys

from people import Stage, eventually
from no_trace import MARKER, WANTED, traces
from voice import office

BOOK = (f"name={MARKER.capitalize()} Lestari,email={MARKER}@contoh.go.id,institution=Dinas {MARKER},"
        f"phone=0812{'5' * 8}")


def put_out(stage, uri, config):
    return stage.start("giliran-display", "--board", uri, "--config", config, "--no-motion")


class Room:
    """The display and its board, looked at after every act."""

    def __init__(self, stage):
        self.stage = stage
        self.board = os.path.join(stage.folder, "board")
        config = os.path.join(stage.folder, "giliran.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write("volume = 80;\n")
        self.display = put_out(stage, f"frame+file:{self.board}", config)
        self.display.wait("Loket 2")

    def check(self, after):
        assert WANTED.decode() not in self.display.dump().lower(), f"drawn after {after}"
        found = traces(self.display.process)
        assert not found, f"in memory after {after}:\n" + "\n".join(found)
        for name in os.listdir(self.board):
            with open(os.path.join(self.board, name), "rb") as file:
                assert WANTED not in file.read().lower(), f"in {name} after {after}"

    def act(self, *command, shows=None):
        """One act of the desk; the display has taken it in when it shows that."""
        answer = self.stage.giliran(*command).strip()
        self.display.wait(shows or answer)
        self.check(" ".join(command[:2]))
        return answer


def live(stage, room):
    """Everything that may become of a visit."""
    book = ("--guest", BOOK, "--no-print")
    for _ in range(5):
        stage.giliran("issue", "--service", "KONS", *book)
    room.act("issue", "--service", "KONS", "--priority", "lansia", *book)
    number = room.act("next", "--counter", "1")
    room.act("recall", "--counter", "1", shows=number)
    room.act("serve", "--counter", "1", shows="Melayani")
    room.act("hold", "--counter", "1", shows="Siap")
    room.act("resume", number, "--counter", "1", shows=number)
    room.act("transfer", number, "--to", "JUAL", shows="Siap")
    number = room.act("next", "--counter", "2")
    room.act("absent", "--counter", "2", shows="Terakhir")
    room.act("return", number, shows="Terakhir")
    room.act("send", number, "--to", "2", shows="Terakhir")
    room.act("cancel", number, "--reason", "pulang", shows="Terakhir")


def late(stage, room):
    """The promise is broken in public, and not by whom."""
    room.act("next", "--counter", "1")
    stage.run(stage.program("test-shift"), stage.store, "2026-11-23T09:40:00")
    room.display.wait("terlambat")
    room.check("being late")


def restart(stage, room):
    """A display that reads it all anew."""
    room.display.stop()
    log = room.display.log()
    assert WANTED.decode() not in log.lower(), log
    again = Room(stage)
    again.check("a start")
    again.display.stop()


def sees(stage):
    """What is there is found: the same letters as the office's own text."""
    with sqlite3.connect(stage.store) as store:
        store.execute("UPDATE office SET running_id = ?", (f"Selamat datang di {MARKER}.",))
    display = stage.start("giliran-display", "--no-motion")
    display.wait(MARKER)
    assert traces(display.process), "the test does not find what is there"
    display.stop()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store(office=office(stage, 2))
        for counter in ("1", "2"):
            stage.giliran("open", "--counter", counter, "--staff", "ani")
        room = Room(stage)
        live(stage, room)
        names = stage.rows("SELECT COUNT(*) FROM guest WHERE lower(name) LIKE '%" + MARKER + "%'")
        assert names == [(6,)], names
        late(stage, room)
        eventually("the board shows the number",
                   lambda: os.path.getsize(os.path.join(room.board, "board.bin")) > 0)
        restart(stage, room)
        sees(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
