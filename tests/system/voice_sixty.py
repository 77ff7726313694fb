"""Sixty calls from six counters, faster than they can be said: all shown, all spoken, in order, briefly
while many wait. However slow this machine is, a dozen are called while the first is still said."""

import sys

from people import Stage, eventually
from ears import CHIME, Ears, spoken, spoken_briefly
from voice import call, check_sound, open_room, pause_ms

CALLS = 60
COUNTERS = 6
DOZEN = 12
BRIEFLY = DOZEN - 3  # the first is whole, and so are two while fewer than three wait


def told(stage, way):
    """When the calls were announced that way, in their order; None until all are."""
    times = [at for at, in stage.rows(f"SELECT {way}_ms FROM call ORDER BY id")]
    return times if len(times) == CALLS and None not in times else None


def split(parts, calls):
    """The parts of each call, and whether it was brief; each is whole, in order and there once."""
    words, at = [part.word for part in parts], 0
    for ticket, counter in calls:
        forms = [(spoken(ticket, counter), False), (spoken_briefly(ticket, counter), True),
                 ([CHIME] + spoken_briefly(ticket, counter), True)]
        fits = [(form, brief) for form, brief in forms if words[at:at + len(form)] == form]
        assert len(fits) == 1, (ticket, words[at:at + 16])
        form, brief = fits[0]
        yield parts[at:at + len(form)], brief
        at += len(form)
    assert at == len(words), words[at:]


def check_heard(parts, samples, calls):
    """Whole while nobody else waits, so the last two, too; the sound of each as it is to be."""
    heard = list(split(parts, calls))
    assert not heard[0][1] and not heard[-1][1] and not heard[-2][1], [brief for _, brief in heard]
    briefly = sum(brief for _, brief in heard)
    assert briefly >= BRIEFLY, briefly
    print(f"{briefly} of {CALLS} briefly")
    for said, _ in heard:
        check_sound(said, samples)
    for (before, _), (after, _) in zip(heard, heard[1:]):
        assert pause_ms(before[-1], after[0]) > 450, after[0].word


def main(build, source):
    with Stage(build, source, (1280, 720)) as stage:
        config = open_room(stage, COUNTERS, CALLS)
        ears = Ears(stage.folder, stage.environ, hurried=True)
        display = stage.start("giliran-display", "--config", config, "--device", "display-1",
                              place=(0, 0), size=(1280, 720))
        display.wait("Janji 10 menit")
        calls = []
        ears.held = True
        for at in range(CALLS):
            if at == 1:
                eventually("the first is being said", lambda: ears.data)
            ears.held = at < DOZEN
            counter = 1 + at % COUNTERS
            calls.append((call(stage, counter), counter))
            stage.giliran("serve", "--counter", str(counter))
        assert calls == [(f"K{at + 1:03}", 1 + at % COUNTERS) for at in range(CALLS)]
        check_heard(*ears.wait_for_silence(), calls)
        for way in ("spoken", "shown"):
            times = eventually(f"all are told to be {way}", lambda: told(stage, way))
            assert times == sorted(times), times
        display.stop()
        ears.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
