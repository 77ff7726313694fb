"""The staff corner on the real kiosk: five presses on the mark, a PIN as at the console, and then the
language, the brightness, a test slip, a restart and the configured command to shut down."""

import os
import sys

from people import PIN, Stage, eventually

MARK = (60, 40)  # pixels of the window


def knock(stage, kiosk, times=5):
    stage.hand("tap", kiosk.place[0] + MARK[0], kiosk.place[1] + MARK[1], times, 250)


def enter(stage, kiosk, who, pin):
    knock(stage, kiosk)
    kiosk.wait(who)
    kiosk.tap("corner.staff.ani")
    type_pin(kiosk, pin)


def type_pin(kiosk, pin):
    for digit in pin:
        kiosk.tap(f"corner.{digit}")
    kiosk.tap("corner.enter")


def check_wrong_pin(stage, kiosk):
    enter(stage, kiosk, "Siapa yang bertugas?", "1357")
    kiosk.wait("PIN tidak cocok")
    assert kiosk.ask("where corner.restart") is None
    kiosk.tap("corner.back")
    kiosk.tap("corner.back")
    kiosk.wait("Ambil nomor")


def check_menu(stage, kiosk):
    enter(stage, kiosk, "Siapa yang bertugas?", PIN)
    kiosk.wait("Apa yang ingin Anda lakukan?")
    kiosk.tap("corner.test")
    kiosk.wait("Slip uji sudah dikirim")
    assert len(stage.slip_files("png")) == 1 and not stage.rows("SELECT * FROM outbox")
    kiosk.tap("corner.darker")
    kiosk.wait("Kecerahan 90 %")
    kiosk.tap("corner.brighter")
    kiosk.tap("corner.shut_down")
    eventually("the command ran", lambda: os.path.exists(os.path.join(stage.folder, "down")))
    kiosk.tap("corner.language")
    kiosk.wait("Each visitor starts in English")
    kiosk.tap("corner.back")
    kiosk.wait("Take a number")


def check_restart(stage, kiosk):
    """It is the same process with the program anew: it starts in the configuration's language."""
    enter(stage, kiosk, "Who is on duty?", PIN)
    kiosk.tap("corner.restart")
    # Only then: the old one may still take a line that the new one is to answer.
    eventually("its printer is open again", lambda: kiosk.log().count("slips: ok\n") == 2)
    kiosk.wait("Ambil nomor")
    assert "ani: restart" in kiosk.log()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        config = os.path.join(stage.folder, "giliran.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f'shutdown = "touch {stage.folder}/down";\nclick = false;\n')
        kiosk = stage.start("giliran-kiosk", "--config", config, "--printer", stage.printer(),
                            "--device", "kiosk-1")
        kiosk.wait("Ambil nomor")
        knock(stage, kiosk, times=4)
        check_wrong_pin(stage, kiosk)
        check_menu(stage, kiosk)
        check_restart(stage, kiosk)
        assert PIN not in kiosk.log()
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
