"""kill -9 of the kiosk before and while a slip is sent: the queue stays, a slip not begun is printed
once, one that was begun is left for the clerk."""

import os
import sys

from paper_out import set_printer
from people import Stage, choose_service, eventually, fill_book, sign_in, start_kiosk, take_number


def visit(kiosk, number):
    choose_service(kiosk, "KONS")
    fill_book(kiosk, "Siti")
    take_number(kiosk)
    kiosk.wait(number)


def killed_before(stage):
    """The printer is off, so nothing of the slip was sent."""
    set_printer(stage, "offline")
    printer = stage.printer(f"control={stage.folder}/printer")
    kiosk = start_kiosk(stage, printer)
    visit(kiosk, "K001")
    assert stage.rows("SELECT state FROM outbox") == [("pending",)]
    kiosk.kill()

    set_printer(stage, "ok")
    kiosk = start_kiosk(stage, printer)
    eventually("the slip is printed after the restart",
               lambda: stage.rows("SELECT state FROM outbox") == [("confirmed",)])
    assert len(stage.slip_files("bin")) == 1
    kiosk.stop()


def killed_while_sending(stage):
    """A slow printer: the slip is on its way for many seconds."""
    kiosk = start_kiosk(stage, stage.printer("slow=2000"))
    visit(kiosk, "K002")
    eventually("the slip is being sent",
               lambda: stage.rows("SELECT state FROM outbox WHERE id = 2") == [("sending",)])
    kiosk.kill()

    console = stage.start("giliran-console", "--device", "console-1")
    sign_in(console, 1)
    kiosk = start_kiosk(stage, stage.printer())
    eventually("the slip is left for the clerk",
               lambda: stage.rows("SELECT state FROM outbox WHERE id = 2") == [("unconfirmed",)])
    visit(kiosk, "K003")
    eventually("the next slip is printed",
               lambda: stage.rows("SELECT state FROM outbox WHERE id = 3") == [("confirmed",)])
    names = [os.path.basename(path) for path in stage.slip_files("bin")]
    assert len(names) == 2 and not any("K002" in name for name in names), names

    console.tap("strip.reprint")
    eventually("the clerk's reprint is printed",
               lambda: stage.rows("SELECT state, again FROM outbox WHERE id = 4")
               == [("confirmed", 1)])
    names = [os.path.basename(path) for path in stage.slip_files("bin")]
    assert len(names) == 3 and sum("K002" in name for name in names) == 1, names
    kiosk.stop()
    console.stop()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        killed_before(stage)
        killed_while_sending(stage)
        assert stage.rows("SELECT sequence, state FROM ticket ORDER BY id") == [
            (1, "waiting"), (2, "waiting"), (3, "waiting")]


if __name__ == "__main__":
    main(*sys.argv[1:])
