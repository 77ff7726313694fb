"""The head asks for a test print at the console: the kiosk's printer brings it out, or the console
says why not. Nobody's number, nothing counted, and nothing comes later by itself."""

import os
import sys

from console_office import save, sign_in
from paper_out import set_printer
from people import PIN, Stage, eventually, make_head, start_kiosk


def open_slip(console):
    sign_in(console)
    console.keys("F4")
    console.wait("Silakan ketik PIN Anda sekali lagi.")
    console.keys(*PIN, "Return")
    console.wait("Nama (Indonesia)")
    console.keys(*["Next"] * 6)
    console.wait("Mencetak satu tiket contoh di kiosk")


def check_nobody(console):
    """There is no kiosk: that is said, and one that is started later prints nothing of it."""
    console.keys("F9")
    console.wait("Menunggu printer kiosk")
    console.wait("Tidak ada kiosk dengan printer yang menjawab.")


def check_paper_out(stage, console):
    console.keys("F9")
    console.wait("Tidak tercetak di kiosk-1. Kertas printer habis")
    set_printer(stage, "ok")
    eventually("the printer is well", lambda: stage.rows("SELECT reason FROM device") == [("ok",)])
    assert stage.slip_files("bin") == []


def check_printed(stage, console):
    """First as it was, then with two lines less."""
    console.keys("F9")
    console.wait("Sudah tercetak di kiosk-1.")
    first, = stage.slip_files("bin")
    assert "test" in os.path.basename(first), first
    console.keys("Right", "Down", "Right")
    save(console)
    console.wait("Mencetak satu tiket contoh di kiosk")
    console.keys("F9")
    console.wait("Sudah tercetak di kiosk-1.")
    second = max(stage.slip_files("bin"), key=os.path.getmtime)
    assert len(stage.slip_files("bin")) == 2
    assert os.path.getsize(second) < os.path.getsize(first) * 0.9, (first, second)


def check_untouched(stage):
    for table in ("ticket", "outbox", "visit"):
        assert stage.rows(f"SELECT count(*) FROM {table}") == [(0,)], table
    assert stage.rows("SELECT slips FROM roll") == [(0,)]
    assert stage.giliran("issue", "--service", "KONS").strip() == "K001"
    eventually("the visitor's slip", lambda: len(stage.slip_files("bin")) == 3)
    assert "\"right\": true" in stage.giliran("verify", "--json")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        make_head(stage)
        set_printer(stage, "paper_out")
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        open_slip(console)
        check_nobody(console)
        kiosk = start_kiosk(stage, stage.printer(f"control={stage.folder}/printer"))
        eventually("its printer has told of itself",
                   lambda: stage.rows("SELECT reason FROM device") == [("paper_out",)])
        check_paper_out(stage, console)
        check_printed(stage, console)
        check_untouched(stage)
        # The visitor at the kiosk saw nothing of all that.
        assert "cetak" not in kiosk.dump().lower(), kiosk.dump()
        console.stop()
        kiosk.stop()
    print("a test print, or why there is none")


if __name__ == "__main__":
    main(*sys.argv[1:])
