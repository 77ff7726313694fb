"""The waiting room's screen on its monitor: on the one of its name among several, also when it is plugged
in later or changes its size; never blanked while the office is open, dark in the evening.
"""

import os
import re
import sys
import time

from people import Stage, eventually

LEFT, RIGHT, SMALL = (0, 0, 1280, 1440), (1280, 0, 1280, 1440), (1280, 720, 1280, 720)


def set_monitor(stage, name, place, output="none"):
    x, y, width, height = place
    stage.run("xrandr", "--setmonitor", name, f"{width}/300x{height}/200+{x}+{y}", output)


def stands(display, place):
    """Whether the window is exactly there: what it drew is what the server shows at that place."""
    path = os.path.join(display.stage.folder, "window.png")
    display.place, display.size = place[:2], place[2:]
    display.shot(path)
    try:
        return display.stage.differs(display, path) == 0
    except AssertionError:  # of another size
        return False


def start(stage, name):
    display = stage.start("giliran-display", "--no-motion", "--monitor", name, size=None)
    display.wait("Loket 1")
    return display


def by_name(stage):
    """Two outputs; the second one is pulled out, comes back, and turns to another size."""
    set_monitor(stage, "LEFT-1", LEFT, "screen")
    set_monitor(stage, "RIGHT-1", RIGHT)
    display = start(stage, "RIGHT-1")
    eventually("it stands on the right", lambda: stands(display, RIGHT))
    stage.run("xrandr", "--delmonitor", "RIGHT-1")
    set_monitor(stage, "RIGHT-1", SMALL)
    eventually("it has the new size", lambda: stands(display, SMALL))
    stage.run("xrandr", "--delmonitor", "RIGHT-1")
    eventually("it is missed", lambda: "RIGHT-1 is gone" in display.log())
    assert stands(display, SMALL)
    set_monitor(stage, "RIGHT-1", RIGHT)
    eventually("it is back", lambda: stands(display, RIGHT))
    said = re.findall("RIGHT-1 is (gone|there)", display.log())  # a line each time, not each look
    assert said in (["gone", "there"], ["gone", "there"] * 2), display.log()
    display.stop()


def plugged_in_later(stage):
    """Half a name is none. Until the monitor is there, the first one is used."""
    before = len(stage.programs[-1].log())
    display = start(stage, "RIGHT")
    eventually("it stands on the first one", lambda: stands(display, LEFT))
    said = display.log()[before:]
    assert said.count("there is no monitor RIGHT, but LEFT-1, RIGHT-1") == 1, said
    set_monitor(stage, "RIGHT", SMALL)
    eventually("it goes to its own", lambda: stands(display, SMALL))
    display.stop()


def set_clock(stage, moment):
    stage.run(stage.program("test-shift"), stage.store, moment)


def saver(stage):
    state, rest = stage.hand("saver").split()
    return state, int(rest)


def stays_lit(stage):
    """Untouched for three times as long as the server takes to blank a screen."""
    end = time.monotonic() + 3
    while time.monotonic() < end:
        assert saver(stage)[0] == "lit"
        time.sleep(0.1)


def blanking(stage):
    stage.run("xset", "s", "1")
    eventually("a screen of nobody is blanked", lambda: saver(stage)[0] == "blank")
    display = start(stage, "LEFT-1")
    stage.run("xset", "s", "reset")
    stays_lit(stage)
    set_clock(stage, "2026-11-23T22:00:00")
    display.wait("Pelayanan tutup")
    eventually("in the evening it may be blanked", lambda: saver(stage)[0] == "blank")
    dimmed = display.dump().rstrip().split("\n")[-1]
    assert dimmed.startswith("rect") and dimmed.endswith("#0000009A"), dimmed
    set_clock(stage, "2026-11-24T07:40:00")
    display.wait("Buka pukul 08.00")
    eventually("before the opening it is lit, by nobody's hand", lambda: saver(stage)[0] == "lit")
    stays_lit(stage)
    display.stop()


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        by_name(stage)
        plugged_in_later(stage)
        blanking(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
