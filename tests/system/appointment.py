"""A visitor with an appointment: a wrong code is corrected by hand, a double press gives one number
with the appointment's turn and one slip, and the code is then used."""

import sys

from people import Stage, eventually, leave, start_kiosk

WRONG = "aaaaaa"


def open_code(kiosk):
    kiosk.tap("welcome.appointment")
    kiosk.wait("Masukkan kode janji temu Anda")


def type_code(kiosk, code):
    """By the keys on the screen."""
    for letter in code.lower():
        kiosk.tap(f"key.{letter}")


def refuse_wrong_code(kiosk):
    kiosk.keys(*WRONG, "Return")
    kiosk.wait("Kode janji temu tidak dikenal")
    assert f'"{WRONG.upper()}"' in kiosk.dump(), "the code does not stay to be corrected"
    kiosk.keys(*["BackSpace"] * len(WRONG))


def check_ticket(stage, code):
    ticket, = stage.rows("SELECT prefix, sequence, state FROM ticket")
    assert ticket == ("J", 1, "waiting"), ticket
    appointment, = stage.rows("SELECT appointment.state, turn_ms = at_ms - 15 * 60000 FROM appointment"
                              " JOIN ticket ON ticket.id = appointment.ticket")
    assert appointment == ("arrived", 1), appointment
    assert stage.rows("SELECT count(*) FROM guest") == [(0,)]
    eventually("the slip is confirmed",
               lambda: stage.rows("SELECT state FROM outbox") == [("confirmed",)])
    picture, = stage.slip_files("png")
    scanned = stage.run("zbarimg", "--quiet", "--raw", picture)
    assert "J001" in scanned and code not in scanned, scanned
    assert len(stage.slip_files("bin")) == 1


def refuse_used_code(kiosk, code):
    open_code(kiosk)
    type_code(kiosk, code)
    kiosk.tap("kiosk.continue")
    kiosk.wait("sudah dipakai")
    kiosk.tap("kiosk.back")
    kiosk.wait("Ambil nomor")
    assert code not in kiosk.dump()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        code = stage.run(stage.program("test-appoint"), stage.store, "JUAL",
                         "2026-11-23T09:10:00").strip()
        kiosk = start_kiosk(stage, stage.printer())
        open_code(kiosk)
        refuse_wrong_code(kiosk)
        type_code(kiosk, code)
        kiosk.tap("kiosk.continue", times=2, gap_ms=60)
        kiosk.wait("J001")
        assert "Anda dihitung datang pukul" in kiosk.dump(), "the ticket does not tell the appointment"
        check_ticket(stage, code)
        leave(kiosk)
        refuse_used_code(kiosk, code)
        assert code not in kiosk.log()
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
