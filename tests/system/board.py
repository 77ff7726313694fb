"""An LED board follows real calls beside a screen and without any, tells its trouble to the consoles,
and is left dark. Without a window no X server is used.
"""

import json
import os
import re
import signal
import subprocess
import sys
from types import SimpleNamespace

from people import Stage, eventually


class Board:
    """A frame board that is a folder; `word` in its control file breaks it."""

    def __init__(self, stage):
        self.folder = os.path.join(stage.folder, "board")
        self.control = os.path.join(stage.folder, "control")
        self.uri = f"fault:control={self.control}/frame+file:{self.folder}"

    def set(self, word):
        with open(self.control + ".new", "w", encoding="utf-8") as file:
            file.write(word + "\n")
        os.rename(self.control + ".new", self.control)

    def read(self, name):
        try:
            with open(os.path.join(self.folder, name), encoding="ascii") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def wait(self, text):
        eventually(f"the board shows {text!r}", lambda: self.read("board.txt") == text + "\n")


def start(stage, board, *more):
    environ = dict(stage.environ, SDL_VIDEODRIVER="there-is-none")
    del environ["DISPLAY"]
    log = open(os.path.join(stage.folder, "display.log"), "a+", encoding="utf-8")
    process = subprocess.Popen(
        [*stage.prefix, stage.program("giliran-display"), "--no-window", "--store", stage.store,
         "--board", board.uri, "--device", "display-1", "--no-voice", *more],
        env=environ, stdout=log, stderr=log)
    stage.programs.append(SimpleNamespace(process=process, kill=process.kill))  # whatever happens
    return process


def stop(display):
    display.send_signal(signal.SIGTERM)
    assert display.wait(60) == 0, display.returncode


def state(stage):
    return stage.rows("SELECT reason FROM device WHERE name = 'display-1/board'")


def told(stage):
    """How the newest call was announced: shown, spoken, lit."""
    return stage.rows("SELECT shown_ms >= called_ms, spoken_ms >= called_ms, lit_ms >= called_ms FROM call"
                      " ORDER BY id DESC LIMIT 1")


def finish(stage):
    stage.giliran("serve", "--counter", "1")
    stage.giliran("finish", "--counter", "1")


def check_calls(stage, board):
    display = start(stage, board, "--board-idle", "text", "--board-text", "PST BPS")
    board.wait("PST BPS")
    eventually("the store knows the board", lambda: state(stage) == [("ok",)])
    assert "baik · papan LED · display-1/board: baik." in stage.giliran("doctor")
    assert stage.giliran("next", "--counter", "1") == "K001\n"
    board.wait("K001 LOKET 1")
    assert "CK001,01*" in board.read("board.bin")
    eventually("the call is told to be lit", lambda: told(stage) == [(None, None, True)])

    board.set("unplugged")
    eventually("the trouble is told", lambda: state(stage) == [("device_missing",)])
    finish(stage)
    assert stage.giliran("next", "--counter", "1") == "K002\n"
    board.set("ok")
    eventually("the cure is told", lambda: state(stage) == [("ok",)])
    board.wait("K002 LOKET 1")
    sent = board.read("board.bin")
    assert sent.rindex("CK001,01*") < sent.index("CK002,01*")

    stop(display)
    board.wait("")


def check_clock(stage, board):
    finish(stage)
    display = start(stage, board)
    eventually("the hour is shown",
               lambda: re.fullmatch(r"[0-2][0-9]\.[0-5][0-9]\n", board.read("board.txt")))
    display.kill()
    display.wait()
    display = start(stage, board, "--board-idle", "blank")
    board.wait("")
    stop(display)


def check_window(stage, board):
    """Beside a screen, at the same moment."""
    display = stage.start("giliran-display", "--board", board.uri, "--device", "display-1")
    display.wait("Loket")
    assert stage.giliran("next", "--counter", "1") == "K003\n"
    display.wait("K003")
    board.wait("K003 LOKET 1")
    eventually("both have told", lambda: told(stage) == [(True, True, True)])
    display.stop()
    board.wait("")


def check_template(stage):
    command = [stage.program("giliran-display"), "--no-window", "--store", stage.store,
               "--board", f"line+file:{stage.folder}/line", "--board-line"]
    said = stage.run(*command, "{tiket}", status=1)
    assert "isian yang tidak dikenal" in said, said
    said = stage.run(*command[:-1], status=1)
    assert "kosong" in said, said
    said = stage.run(*command[:4], "--no-voice", status=1)
    assert "--board" in said and "--no-voice" in said, said


def check_board_test(stage):
    """The command that shows a call and an idle text; it needs no store."""
    uri = f"cd5220+file:{stage.folder}/pole"
    said = json.loads(stage.giliran("board-test", "--board", uri, "--json"))
    assert said["call"] == {"text": "A012 LOKET 3", "answer": "sent", "reason": "ok", "tries": 1}
    assert said["idle"]["text"] == "Giliran" and said["idle"]["answer"] == "sent"
    assert "Giliran: terkirim" in stage.giliran(
        "board-test", "--board", f"line+file:{stage.folder}/pole", "--line", "<{ticket}>")
    said = stage.giliran("board-test", "--board", f"fault:fail_first=9/{uri}", status=1)
    assert said.startswith("giliran: "), said
    said = stage.giliran("board-test", "--board", "line+file:/tmp", "--line", "{", status=2)
    assert "tanpa }" in said, said
    said = stage.giliran("board-test", "--board", "frame+tty:/dev/no_such", status=1)
    assert "tidak terhubung" in said, said
    assert "board-test --board URI" in stage.giliran("board-test", "--help")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        stage.giliran("open", "--counter", "1", "--staff", "ani")
        for number in ("K001", "K002", "K003"):
            assert stage.giliran("issue", "--service", "KONS", "--no-print") == number + "\n"
        board = Board(stage)
        board.set("ok")
        check_calls(stage, board)
        check_clock(stage, board)
        check_window(stage, board)
        check_template(stage)
        check_board_test(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
