"""The figures of the waiting room: its screen and its voice."""

import os
import re
import shutil
import time

from figures import IDLE_S, PROMISES, SCREEN, machine, pss_mib, queue_office, show, title, usage
from stage import Stage

CALLS = 60
GAP_MS = 1000
ALONE = 12
SILENCE_S = 15  # the call is over, and the sound device closed
LARGE_SCREEN = (3840, 2160)
FADES = 20
SOAK_HOURS = 8
SOAK_SPEED = 240


def spread(values):
    values = sorted(values)
    return (f"p50 {values[len(values) // 2]:.0f} ms  p99 {values[len(values) * 99 // 100]:.0f}  "
            f"max {values[-1]:.0f}  n {len(values)}")


def open_store(stage):
    """A training store that is open at any hour, with six counters; calls are said in Indonesian, from
    clips made beforehand, on a sound device that takes them as fast as they are heard."""
    path = queue_office(stage.source, stage.folder, 6)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r',\s*\{ language = "en"; text = "Queue[^"]*"; \}', "", text))
    stage.make_store(office=path)
    stage.giliran("voice", "make")


def spoken(stage, calls):
    """Waits until so many calls were spoken, or nothing more has been for half a minute; all rows."""
    count, since = 0, time.monotonic()
    while count < calls and time.monotonic() - since < 30:
        time.sleep(0.5)
        now = stage.rows("SELECT COUNT(spoken_ms) FROM call")[0][0]
        count, since = now, time.monotonic() if now != count else since
    return stage.rows("SELECT called_ms, shown_ms, spoken_ms FROM call ORDER BY id")


def one_by_one(stage):
    title(f"{ALONE} calls, each in a silent room, from Next to the first sample of the chime")
    display = stage.start("giliran-display", place=(0, 0), size=SCREEN)
    display.wait("Janji 10 menit")
    stage.giliran("open", "--counter", "1", "--staff", "ani")
    for at in range(ALONE):
        stage.giliran("issue", "--service", "KONS", "--no-print")
        stage.giliran("next", "--counter", "1")
        spoken(stage, at + 1)
        stage.giliran("serve", "--counter", "1")
        stage.giliran("finish", "--counter", "1")
        time.sleep(SILENCE_S)
    rows = stage.rows("SELECT called_ms, shown_ms, spoken_ms FROM call ORDER BY id")
    waits = {"panel": [shown - at for at, shown, _ in rows if shown],
             "first sample": [said - at for at, _, said in rows if said]}
    for what, times in waits.items():
        print(f"  Next to the {what}: " + spread(times))
        PROMISES.hold(f"{len(times)} of {ALONE} calls came to the {what}", len(times) == ALONE)
        PROMISES.at_most(f"Next to the {what}, at worst", max(times, default=0), 100)
    stage.giliran("close", "--counter", "1")
    display.stop()


def sixty(stage):
    title(f"{CALLS} calls in {CALLS * GAP_MS // 1000} s from six counters, to the first frame that has "
          "the number in the panel (each keeps it for 0.8 to 3 s, as many as follow)")
    display = stage.start("giliran-display", place=(0, 0), size=SCREEN)
    display.wait("Janji 10 menit")
    before_count = stage.rows("SELECT COUNT(*) FROM call")[0][0]
    before, started = usage(display.process), time.monotonic()
    show(stage, "bench-sixty", stage.store, CALLS, GAP_MS)
    time.sleep(15)
    cpu, switches = usage(display.process)
    seconds = time.monotonic() - started
    print(f"  CPU {100 * (cpu - before[0]) / seconds:.2f} %   "
          f"wake-ups {(switches - before[1]) / seconds:.1f}/s meanwhile")
    rows = spoken(stage, CALLS + before_count)[before_count:]
    for word, place in (("shown", 1), ("spoken", 2)):
        times = [row[place] for row in rows if row[place] is not None]
        print(f"  called {len(rows)}, {word} {len(times)}, in order: {times == sorted(times)}")
        PROMISES.hold(f"all {CALLS} are {word}, in order",
                      len(times) == len(rows) == CALLS and times == sorted(times))
    print("  Next to the panel: " + spread([row[1] - row[0] for row in rows if row[1] is not None]))
    print("  Next to the first sample, all that were called before being said to the end first: "
          + spread([row[2] - row[0] for row in rows if row[2] is not None]))
    display.stop()


def still(stage):
    title(f"The display alone, nothing happening, {IDLE_S} s")
    display = stage.start("giliran-display", place=(0, 0), size=SCREEN)
    display.wait("Janji 10 menit")
    time.sleep(12)
    before = usage(display.process)
    time.sleep(IDLE_S)
    cpu, switches = usage(display.process)
    share, wakes = 100 * (cpu - before[0]) / IDLE_S, (switches - before[1]) / IDLE_S
    memory = pss_mib(display.process)
    print(f"  CPU {share:.3f} %   wake-ups {wakes:.2f}/s   PSS {memory:.1f} MiB")
    PROMISES.at_most("CPU while nothing moves", share, 0.1, "%")
    PROMISES.at_most("wake-ups while nothing moves", wakes, 1, "a second")
    PROMISES.at_most("memory of the display", memory, 40, "MiB")
    display.stop()


def motion(stage):
    title("Motion: a picture fades in over the whole panel, a called number rises; painted in software")
    stage.environ["GILIRAN_SOURCE"] = stage.source
    for size in (SCREEN, LARGE_SCREEN):
        said = show(stage, "bench-frames", os.path.join(stage.build, "assets", "text"), *size, FADES)
        rate, still_frames = re.search(r"\(([\d.]+) a second\), (\d+) while all was still", said).groups()
        PROMISES.at_least(f"motion at {size[0]} x {size[1]}", float(rate), 59, "frames a second")
        # One at first; after each motion its last picture, and one as the next begins.
        PROMISES.at_most(f"at {size[0]} x {size[1]} while all was still", int(still_frames), 1 + 2 * FADES, "frames")


def soak(stage):
    title(f"{SOAK_HOURS} hours of the display with its voice, on a clock that runs {SOAK_SPEED} times as fast")
    # A device that is read as fast as it is written: some tens of times faster than is heard.
    stage.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE="/dev/null", SDL_DISKAUDIODELAY="0")
    pictures = os.path.join(stage.folder, "pictures")
    os.mkdir(pictures)
    for name in ("display-board", "display-closed", "kiosk-welcome"):
        shutil.copy(os.path.join(stage.source, "tests", "golden", name + ".png"), pictures)
    with open(os.path.join(pictures, "broken.jpg"), "wb") as file:
        file.write(b"\xff\xd8\xff\xe0 nothing")
    show(stage, "bench-soak", stage.store, pictures, SOAK_HOURS, SOAK_SPEED)
    calls, shown, said = stage.rows("SELECT COUNT(*), COUNT(shown_ms), COUNT(spoken_ms) FROM call")[0]
    print(f"  called {calls}, shown {shown}, spoken {said}")
    # The last one is called as the eight hours end.
    silent, = stage.rows("SELECT COUNT(*) FROM call WHERE id < (SELECT MAX(id) FROM call)"
                         " AND (shown_ms IS NULL OR spoken_ms IS NULL)")[0]
    PROMISES.hold(f"{silent} of {calls} calls of {SOAK_HOURS} hours were not shown or not spoken", silent == 0)


def measure(build, source):
    with Stage(build, source, LARGE_SCREEN) as stage:
        machine()
        open_store(stage)
        still(stage)
        one_by_one(stage)
        sixty(stage)
        motion(stage)
    with Stage(build, source, SCREEN) as stage:
        open_store(stage)
        soak(stage)
