"""Random hands on the real kiosk under a real X server, from a seed: it lives, no key and no closing
of the window leads out of it, and left alone it comes back to the welcome screen with nothing that
was typed in its memory. Only its --exit-key opens the lock."""

import os
import sys

from no_trace import check_gone, traces, type_marker
from people import Stage, choose_service, eventually, start_kiosk, tell_age

SEED = int(os.environ.get("GILIRAN_SEED", "20261123")) % 100000
ACTS = 300
WAYS_OUT = [("Alt_L", "F4"), ("Control_L", "q"), ("Alt_L", "Tab"), ("Control_L", "Alt_L", "Delete"),
            ("Control_L", "c"), ("Super_L", "d"), ("Control_L", "w"), ("Alt_L", "space"),
            ("Control_L", "Escape"), ("Control_L", "Alt_L", "BackSpace"), ("F11",), ("Menu",)]


def check_locked(stage, kiosk):
    x, y = kiosk.place[0] + 4, kiosk.place[1] + 4
    for chord in WAYS_OUT:
        stage.hand("chord", x, y, *chord)
    stage.hand("close", x, y)
    stage.hand("close", x, y)
    assert kiosk.say("key f24") == "ok"  # it has read what was before and answers
    assert kiosk.process.poll() is None


def check_exit_key(stage):
    """The same kiosk for a clerk's desktop: both ways out work."""
    for leave in (("close",), ("chord", "Control_L", "q")):
        kiosk = stage.start("giliran-kiosk", "--exit-key", "--device", "kiosk-2")
        kiosk.wait("Ambil nomor")
        stage.hand(leave[0], 4, 4, *leave[1:])
        assert eventually("it ends", lambda: kiosk.process.poll() is not None)
        assert kiosk.process.returncode == 0, kiosk.log()


def come_home(kiosk):
    """Nobody touches it any more: the longest way is a warning's minute and its countdown."""
    def attempt():
        return kiosk.ask("wait Ambil nomor 30000")
    for _ in range(8):
        if attempt():
            return
    raise AssertionError(f"no way back:\n{kiosk.dump()}")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer())
        check_locked(stage, kiosk)
        choose_service(kiosk, "KONS")
        tell_age(kiosk)
        type_marker(kiosk, "Siapa nama Anda?")
        assert traces(kiosk.process), "the test does not find what is there"
        check_locked(stage, kiosk)
        stage.hand("monkey", SEED, ACTS, *kiosk.place, *kiosk.size)
        check_locked(stage, kiosk)
        print(f"seed {SEED}: {stage.rows('SELECT count(*) FROM ticket')[0][0]} tickets")
        come_home(kiosk)
        check_gone(kiosk, f"{ACTS} random acts, seed {SEED}")
        kiosk.stop()
        check_exit_key(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
