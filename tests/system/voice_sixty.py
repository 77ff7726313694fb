"""Sixty calls from six counters, faster than they can be said: all shown, all spoken, in order."""

import sys

from people import Stage, eventually
from ears import Ears
from voice import call, check_sound, hear, open_room

CALLS = 60
COUNTERS = 6


def told(stage, way):
    """When the calls were announced that way, in their order; None until all are."""
    times = [at for at, in stage.rows(f"SELECT {way}_ms FROM call ORDER BY id")]
    return times if len(times) == CALLS and None not in times else None


def main(build, source):
    with Stage(build, source, (1280, 720)) as stage:
        config = open_room(stage, COUNTERS, CALLS)
        ears = Ears(stage.folder, stage.environ, hurried=True)
        display = stage.start("giliran-display", "--config", config, "--device", "display-1",
                              place=(0, 0), size=(1280, 720))
        display.wait("Janji 10 menit")
        calls = []
        for at in range(CALLS):
            counter = 1 + at % COUNTERS
            calls.append((call(stage, counter), counter))
            stage.giliran("serve", "--counter", str(counter))
        assert calls == [(f"K{at + 1:03}", 1 + at % COUNTERS) for at in range(CALLS)]
        check_sound(*hear(ears, calls))
        for way in ("spoken", "shown"):
            times = eventually(f"all are told to be {way}", lambda: told(stage, way))
            assert times == sorted(times), times
        display.stop()
        ears.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
