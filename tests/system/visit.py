"""The whole line: taps at the kiosk, rows in the store, a slip and its QR, Next at the console, the
number in the waiting room."""

import os
import sys

from people import (Stage, choose_service, eventually, fill_book, sign_in, start_kiosk, step,
                    take_number)


def check_slip(stage):
    picture, = eventually("one slip", lambda: stage.slip_files("png"))
    scanned = stage.run("zbarimg", "--quiet", "--raw", picture)
    assert "K001" in scanned, scanned
    raw, = stage.slip_files("bin")
    with open(raw, "rb") as file:
        data = file.read()
    assert data.startswith(b"\x1b@"), "a slip begins by resetting the printer"
    assert b"\x1dv0" in data and b"\x1dV" in data, "dots and a cut"


def check_rows(stage):
    ticket, = stage.rows("SELECT prefix, sequence, state FROM ticket")
    assert ticket == ("K", 1, "waiting"), ticket
    guest, = stage.rows("SELECT name, email FROM guest")
    assert guest[0] == "Siti A" and not guest[1], guest
    visit, = stage.rows("SELECT party, sex, purpose FROM visit")
    assert visit == (2, 2, 1), visit  # she brings somebody along
    assert stage.rows("SELECT count(*) FROM event WHERE kind = 'issued'") == [(1,)]
    eventually("the slip is confirmed",
               lambda: stage.rows("SELECT state FROM outbox") == [("confirmed",)])


def check_display(stage, display, before):
    display.wait("K001")
    painted = os.path.join(stage.folder, "painted.png")

    def attempt():
        # The clock may turn between the two: then look again.
        display.shot(painted)
        return stage.differs(display, painted) == 0
    eventually("the X server shows what the display painted", attempt)
    assert '"K001"' in display.dump()
    assert stage.differs(display, before) > 0, "the call changed nothing on the screen"


def call_and_serve(stage, console, display):
    before = os.path.join(stage.folder, "before.png")
    display.wait("Loket 1")
    stage.screenshot(display, before)
    console.wait("Panggil berikutnya")
    console.keys("space", "space")  # a double press is one press
    check_display(stage, display, before)
    assert stage.rows("SELECT state, counter FROM ticket") == [("called", 1)]
    console.wait("Mulai layani K001")
    step(console)
    console.wait("Selesaikan K001")
    assert stage.rows("SELECT state FROM ticket") == [("serving",)]
    console.tap("desk.finish")
    eventually("the visitor has gone",
               lambda: stage.rows("SELECT state, counter FROM ticket") == [("done", 1)])
    console.wait("Panggil berikutnya")
    verdicts = stage.rows("SELECT verdict FROM segment")
    assert verdicts == [("met",)], verdicts


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer())
        console = stage.start("giliran-console", "--device", "console-1")
        display = stage.start("giliran-display", "--device", "display-1")
        sign_in(console, 1)
        choose_service(kiosk, "KONS")
        fill_book(kiosk, "Siti A")
        take_number(kiosk)
        kiosk.wait("K001")
        check_rows(stage)
        check_slip(stage)
        call_and_serve(stage, console, display)
        for program in (kiosk, console, display):
            program.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
