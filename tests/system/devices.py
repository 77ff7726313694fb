"""The head chooses another printer for the kiosk: it goes on there, without a restart."""

import json
import os
import sys

from people import PIN, Stage, eventually, make_head
from console_office import save, sign_in


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        make_head(stage)
        config = os.path.join(stage.folder, "giliran.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'printer = "{stage.printer()}";\n')
        kiosk = stage.start("giliran-kiosk", "--config", config, "--device", "kiosk-1")
        kiosk.wait("Ambil nomor")
        eventually("the kiosk has said what its computer names",
                   lambda: stage.rows("SELECT own, fixed FROM wire WHERE part = 'printer'")
                   == [(stage.printer(), 0)])
        stage.giliran("issue", "--service", "KONS")
        eventually("the first slip", lambda: len(stage.slip_files("bin")) == 1)
        console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
        sign_in(console)
        console.keys("F4")
        console.wait("Silakan ketik PIN Anda sekali lagi.")
        console.keys(*PIN, "Return")
        console.wait("Nama (Indonesia)")
        console.keys("Prior")
        console.wait("Bagian program di komputer ini")
        console.keys(*["Right"] * 2)  # console-1, kiosk-1: keypad, printer, scanner
        console.wait("kiosk-1 · Printer tiket")
        console.keys("Down", "Right")
        console.wait("Tidak dipakai")
        save(console)
        stage.giliran("issue", "--service", "KONS")
        assert stage.rows("SELECT detail, staff FROM event WHERE kind = 'device_chosen'") == [
            ("kiosk-1/printer none", "rini")]
        console.keys("Left")
        save(console)
        eventually("the second slip, once there is a printer again",
                   lambda: len(stage.slip_files("bin")) == 2)
        # The same on the command line.
        stage.giliran("devices", "set", "kiosk-1/printer", "none")
        stage.giliran("issue", "--service", "KONS")
        used = {row["device"]: row for row in
                json.loads(stage.giliran("devices", "--json"))["devices"]}
        assert (used["kiosk-1/printer"]["uses"], used["kiosk-1/printer"]["chosen"]) == (
            None, "none"), used
        stage.giliran("devices", "reset", "kiosk-1/printer")
        eventually("the third slip", lambda: len(stage.slip_files("bin")) == 3)
        assert stage.rows("SELECT detail, COALESCE(staff, '') FROM event"
                          " WHERE kind = 'device_chosen'")[2:] == [
            ("kiosk-1/printer none", ""), ("kiosk-1/printer ", "")]
        assert kiosk.process.poll() is None
        assert "\"right\": true" in stage.giliran("verify", "--json")
        console.stop()
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
