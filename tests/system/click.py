"""The click of a press as it is heard: once a press on something, soft and short, not for a press on
nothing, and never where `click = false;` silences it."""

import os
import sys

from people import Stage, eventually, tell_age
from ears import RATE, Ears  # where people looks for stage

HERTZ, LONGEST_MS, LOUDEST = 1600, 8, 3300  # app/voice/sound.h


def start(stage, settings):
    config = os.path.join(stage.folder, "giliran.conf")
    with open(config, "w", encoding="utf-8") as file:
        file.write(settings)
    kiosk = stage.start("giliran-kiosk", "--config", config, "--printer", stage.printer(),
                        "--device", "kiosk-1")
    kiosk.wait("Ambil nomor")
    return kiosk


def walk(kiosk):
    """Presses on parts, the last on a key of the keyboard; how many."""
    kiosk.tap("welcome.take")
    kiosk.wait("Layanan apa yang Anda perlukan?")
    kiosk.tap("service.KONS")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")
    tell_age(kiosk)
    kiosk.wait("Siapa nama Anda?")
    kiosk.tap("key.s")
    eventually("small letters after the first", lambda: '"q"' in kiosk.dump())
    return 8


def check_sound(part, samples):
    click = samples[part.start:part.end]
    turns = sum((a < 0) != (b < 0) for a, b in zip(click, click[1:]))
    hertz = turns * RATE / 2 / len(click)
    assert abs(hertz - HERTZ) < HERTZ / 10, hertz
    assert len(click) * 1000 / RATE <= LONGEST_MS, len(click)
    assert LOUDEST / 3 < part.peak <= LOUDEST, part.peak


def check_heard(stage, ears):
    kiosk = start(stage, "click = true;\n")
    presses = walk(kiosk)
    heard, samples = ears.wait(presses)
    assert len(heard) == presses, [(part.start, part.end) for part in heard]
    for part in heard:
        check_sound(part, samples)
    stage.hand("tap", kiosk.place[0] + kiosk.size[0] // 2, kiosk.place[1] + 4, 1, 0)
    kiosk.keys("a")
    eventually("what was typed", lambda: '"Sa"' in kiosk.dump())
    heard, _ = ears.wait_for_silence()
    assert len(heard) == presses, "a press on nothing, or a key of a keyboard, clicks"
    kiosk.stop()
    ears.forget()


def check_silent(stage, ears):
    kiosk = start(stage, "click = false;\n")
    walk(kiosk)
    kiosk.stop()  # with all that was still to be heard
    assert not ears.data, f"{len(ears.data)} bytes were sent to the sound device"


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        ears = Ears(stage.folder, stage.environ)
        check_heard(stage, ears)
        check_silent(stage, ears)
        ears.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
