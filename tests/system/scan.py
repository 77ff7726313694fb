"""A visitor with an appointment shows its code to the scanner; another goes by keypad. The scanner
is unplugged and comes back, and staff are told. The devices are virtual, the programs are real."""

import subprocess
import sys

from people import Stage, eventually, leave, sign_in, tell_age

WELCOME = "Ambil nomor"
DOWN, ENTER, BACK = 80, 96, 55  # KEY_KP2, KEY_KPENTER, KEY_KPASTERISK


class Devices:
    """virtual_scanner, and the surroundings in which a program sees its devices."""

    def __init__(self, stage):
        environ = dict(stage.environ, ASAN_OPTIONS="verify_asan_link_order=0")
        self.process = subprocess.Popen(
            ["umockdev-wrapper", stage.program("virtual-scanner")], env=environ, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        folder = self.process.stdout.readline().strip()
        assert folder, "the virtual devices do not start"
        self.environ = dict(environ, UMOCKDEV_DIR=folder, LD_PRELOAD="libumockdev-preload.so.0")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "ok\n", line

    def key(self, *codes):
        for code in codes:
            self.say(f"key {code}")

    def stop(self):
        self.process.stdin.close()
        assert self.process.wait(20) == 0


def start_kiosk(stage, devices):
    """The kiosk sees the virtual devices; every other program sees the machine's."""
    usual, stage.environ = stage.environ, devices.environ
    kiosk = stage.start("giliran-kiosk", "--printer", stage.printer(), "--device", "kiosk-1",
                        "--scanner", "scanner:auto", "--keypad", "keypad:auto")
    stage.environ = usual
    kiosk.wait(WELCOME)
    return kiosk


def state_of(stage, part):
    rows = stage.rows(f"SELECT reason FROM device WHERE name = 'kiosk-1/{part}'")
    return rows[0][0] if rows else None


def book(stage, time_of_day):
    return stage.run(stage.program("test-appoint"), stage.store, "JUAL",
                     f"2026-11-23T{time_of_day}").strip()


def check_in(stage, devices, kiosk, code):
    devices.say("scan 8992761123456")
    kiosk.wait("Ini bukan kode janji temu kami")
    devices.say(f"scan {code.lower()}")
    kiosk.wait("J001")
    assert stage.rows("SELECT state FROM appointment WHERE code = '%s'" % code) == [("arrived",)]
    leave(kiosk)


def type_undisturbed(devices, kiosk, code):
    """While somebody types a name, a scan changes nothing."""
    kiosk.tap("welcome.take")
    kiosk.wait("Layanan apa yang Anda perlukan?")
    kiosk.tap("service.KONS")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    tell_age(kiosk)
    kiosk.wait("Siapa nama Anda?")
    kiosk.tap("key.a")
    devices.say(f"scan {code.lower()}")
    kiosk.wait("Kode janji temu dipindai di layar awal")
    shown = kiosk.dump()
    assert '"A"' in shown and code not in shown.upper(), shown


def go_back_by_key(devices, kiosk, *behind):
    """Over the pages behind this one, the nearest first, to the welcome screen."""
    for page in (*behind, "Layanan apa yang Anda perlukan?", WELCOME):
        devices.key(BACK)
        kiosk.wait(page)


def go_by_key(devices, kiosk):
    devices.key(DOWN)  # where am I?
    devices.key(ENTER)
    kiosk.wait("Layanan apa yang Anda perlukan?")
    devices.key(ENTER)
    kiosk.wait("Sebelum mulai: data Anda")
    devices.key(ENTER)
    kiosk.wait("Sedikit tentang Anda")


def unplug(stage, devices, kiosk, code):
    console = stage.start("giliran-console", "--device", "console-1")
    sign_in(console, 1)
    devices.say("unplug")
    console.wait("Pemindai kiosk-1: tidak terhubung")
    eventually("it is reported", lambda: state_of(stage, "scanner") == "device_missing")
    devices.say("plug")
    eventually("it is well again", lambda: state_of(stage, "scanner") == "ok")
    devices.say(f"scan {code.lower()}")
    kiosk.wait("J002")
    leave(kiosk)
    console.stop()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        codes = [book(stage, "09:10:00"), book(stage, "09:20:00")]
        devices = Devices(stage)
        kiosk = start_kiosk(stage, devices)
        for part in ("scanner", "keypad"):
            eventually(f"the {part} is well", lambda part=part: state_of(stage, part) == "ok")
        check_in(stage, devices, kiosk, codes[0])
        type_undisturbed(devices, kiosk, codes[1])
        go_back_by_key(devices, kiosk, "Sedikit tentang Anda", "Sebelum mulai: data Anda")
        go_by_key(devices, kiosk)
        go_back_by_key(devices, kiosk, "Sebelum mulai: data Anda")
        unplug(stage, devices, kiosk, codes[1])
        log = kiosk.log()
        assert not any(code in log.upper() for code in codes), log
        assert "8992761123456" not in log, log
        kiosk.stop()
        devices.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
