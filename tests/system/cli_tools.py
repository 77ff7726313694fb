"""PIN at a terminal, doctor, and the demo without a display."""

import json
import os
import pty
import sqlite3
import sys

from cli import Line


def type_at(line, command, *pins):
    """Types at a terminal of its own; returns the exit status and what the terminal showed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execve(line.program, [line.program, *command], line.environ)
    shown = b""
    for pin in pins:
        # Each question ends with a colon and a space; only then is the echo off.
        while not shown.rstrip(b"\r\n").endswith(b": "):
            shown += os.read(terminal, 256)
        os.write(terminal, pin)
        shown += b"\n"
    while True:
        try:
            piece = os.read(terminal, 256)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode()


def type_pins(line, code, *pins):
    return type_at(line, ["staff", "add", code, "--name", "X", "--role", "clerk", "--at",
                          "2026-11-23T07:30:00"], *pins)


def check_own_pin(line):
    """The head's first PIN is typed twice, after that once."""
    line.ok("issue", "--service", "KONS", "--no-print", at="07:40:00")
    correct = ["correct", "K001", "--reason", "trial", "--staff", "kepala", "--at",
               "2026-11-23T07:45:00"]
    status, shown = type_at(line, correct, b"1357\n", b"1358\n")
    assert status == 1 and "differ" in shown, (status, shown)
    status, shown = type_at(line, correct, b"1357\n", b"1357\n")
    assert status == 0 and "no figure" in shown and "1357" not in shown, (status, shown)
    status, shown = type_at(line, correct, b"1358\n")
    assert status == 1 and "not right" in shown, (status, shown)
    status, shown = type_at(line, correct, b"1357\n")
    assert status == 0 and shown.count("PIN") == 1, (status, shown)


def check_pin(line):
    status, shown = type_pins(line, "budi", b"13x\x7f57\n", b"1357\n")
    assert status == 0 and "1357" not in shown, (status, shown)
    status, shown = type_pins(line, "cici", b"1357\n", b"2468\n")
    assert status == 1 and "differ" in shown and "2468" not in shown, (status, shown)
    status, shown = type_pins(line, "dodi", b"13\x03")
    assert status == 1 and "Cancelled" in shown, (status, shown)
    staff = line.json("staff", "list", at="07:30:01")["staff"]
    assert [person["staff"] for person in staff] == ["ani", "kepala", "budi"], staff
    assert [person["has_pin"] for person in staff] == [True, False, True], staff


def check_doctor(line):
    report = json.loads(line.run("doctor", "--json", "--printer", f"file:{line.folder}").stdout)
    states = {check["name"]: check["state"] for check in report["checks"]}
    # It is November, and the list of next year is not there yet; nobody has made the clips of calls.
    assert states.pop("calendar") == states.pop("voice") == "warn", report
    assert states == {name: "ok" for name in ("store", "clock", "disk", "permissions", "fonts",
                                              "texts", "programs", "printer", "devices")}, report
    assert report["ok"] is True
    os.chmod(line.store, 0o664)
    result = line.run("doctor")
    assert result.returncode == 0 and "chmod o-rwx" in result.stdout, result.stdout
    os.chmod(line.store, 0o660)
    result = line.run("doctor", "--printer", "usb:zzzz")
    assert result.returncode == 1 and "broken · printer" in result.stdout, result.stdout
    result = line.run("doctor", "--store", line.folder + "/none.db")
    assert result.returncode == 1 and "giliran init" in result.stdout, result.stdout


def check_print_test(line):
    folder = line.folder + "/test"
    said = line.run("print-test", "--json", "--printer", f"file:{folder}", "--paper", "58mm")
    assert said.returncode == 0, said.stderr
    answer = json.loads(said.stdout)
    assert (answer["state"], answer["sent"], answer["reason"]) == ("confirmed", True, None), answer
    assert sorted(os.listdir(folder)) == ["giliran_print-test.bin", "giliran_print-test.png"]
    said = line.run("print-test", "--printer", f"fault:paper_out=1/file:{folder}")
    assert said.returncode == 1 and "out of paper" in said.stderr and not said.stdout, said
    said = line.run("print-test", "--printer", f"fault:silent=1/file:{folder}")
    assert said.returncode == 0 and "cannot confirm" in said.stdout, said
    for wrong in (["--printer", "file:x", "--a4"], ["--printer", "cups:x", "--paper", "A4"],
                  ["--printer", "cups:x", "--paper", "58mm", "--a4"], []):
        said = line.run("print-test", *wrong)
        assert said.returncode == 2 and "--help" in said.stderr, said
    said = line.run("print-test", "--printer", "cups:x", "--paper", "A4")
    for paper in ("80mm, ", "58mm, ", "safe", "58mm-42col", "80mm-tear"):
        assert paper in said.stderr, said


def check_demo(line):
    # The screens are Indonesian whatever the terminal speaks; here it speaks English.
    for number, language, option in (("K001", "id", []), ("K002", "en", ["--language", "en"])):
        result = line.run("demo", "--json", *option)
        assert result.returncode == 0, result.stderr
        said = json.loads(result.stdout)
        assert said["ticket"] == number and said["language"] == language, said
        with open(said["slip"], "rb") as file:
            assert file.read(4) == b"\x89PNG", said
        assert len(os.listdir(said["pictures"])) == 20, said
    assert "no display" in result.stderr, result.stderr
    with sqlite3.connect(said["folder"] + "/giliran.db") as store:
        rows = store.execute("SELECT sequence, state FROM ticket ORDER BY sequence").fetchall()
    assert rows == [(1, "done"), (2, "done")], rows


def main(build, source):
    with Line(build, source) as line:
        check_pin(line)
        check_own_pin(line)
        check_doctor(line)
        check_print_test(line)
        check_demo(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
