"""No paper: the number is kept and shown large, staff see it, the slip comes once after the mend."""

import os
import sys

from people import Stage, choose_service, eventually, fill_book, sign_in, start_kiosk, take_number


def set_printer(stage, state):
    """Replaced as a whole, so that nobody reads half a word."""
    path = os.path.join(stage.folder, "printer")
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(state + "\n")
    os.rename(path + ".new", path)


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        set_printer(stage, "paper_out")
        kiosk = start_kiosk(stage, stage.printer(f"control={stage.folder}/printer"))
        console = stage.start("giliran-console", "--device", "console-1")
        sign_in(console, 1)
        choose_service(kiosk, "KONS")
        fill_book(kiosk, "Siti")
        take_number(kiosk)
        kiosk.wait("Catat nomor ini")
        kiosk.wait("K001")
        console.wait("Kertas")
        assert stage.rows("SELECT state FROM ticket") == [("waiting",)]
        assert stage.slip_files("bin") == []

        set_printer(stage, "ok")
        slip, = eventually("the slip is printed", lambda: stage.slip_files("bin"))
        eventually("it is confirmed",
                   lambda: stage.rows("SELECT state, again FROM outbox") == [("confirmed", 0)])
        assert "K001" in os.path.basename(slip)
        assert stage.rows("SELECT count(*) FROM ticket") == [(1,)]
        assert len(stage.slip_files("bin")) == 1
        kiosk.stop()
        console.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
