"""bench.py BUILD SOURCE: the figures of tests/bench/run.sh."""

import glob
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from stage import Stage  # noqa: E402

SCREEN = (1920, 1080)
STARTS = 21
PRESSES = 200
PRESSED = (580, 500)
STORE_ROUNDS = 1000
NEXTS = 200
PANELS = 30
IDLE_S = 60


def title(text):
    print(f"\n{text}")


def show(stage, tool, *arguments):
    """Runs a measuring tool and prints its command and what it said."""
    words = [str(word) for word in arguments]
    shown = [word.replace(stage.folder, "$DIR").replace(stage.build + "/bin/", "") for word in words]
    print(f"  $ {tool} {' '.join(shown)}")
    print("    " + stage.run(stage.program(tool), *words, limit_s=600).rstrip().replace("\n", "\n    "))


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = re.findall(r"^model name\s*: (.*)$", file.read(), re.M)
    name = models[0] if models else "unknown processor"
    print(f"{os.cpu_count()} x {name}, Xvfb {SCREEN[0]}x{SCREEN[1]}, "
          f"load {os.getloadavg()[0]:.2f} at the start")


def starts(stage):
    title("Start to first presented frame (page cache warm)")
    raw = stage.program("bench-raw-window")
    middle = (SCREEN[0] // 2, 40)
    show(stage, "bench-probe", "start", STARTS, *middle, raw, 0, 0, *SCREEN)
    for name in ("giliran-kiosk", "giliran-console", "giliran-display"):
        show(stage, "bench-probe", "start", STARTS, *middle, stage.program(name),
             "--store", stage.store)


def presses(stage):
    title("Tap to presented frame: raw Xlib, the big button of the first screen, a service's card")
    raw = subprocess.Popen([stage.program("bench-raw-window"), "0", "0", *map(str, SCREEN)],
                           env=stage.environ)
    time.sleep(0.5)
    show(stage, "bench-probe", "press", PRESSES, *PRESSED)
    raw.kill()
    raw.wait()
    kiosk = stage.start("giliran-kiosk", place=(0, 0), size=SCREEN)
    kiosk.wait("Ambil nomor")
    show(stage, "bench-probe", "press", PRESSES, *kiosk.where("welcome.take"))
    kiosk.tap("welcome.take")
    card = kiosk.where("service.KONS")
    time.sleep(1)
    show(stage, "bench-probe", "press", PRESSES, *card)
    kiosk.stop()


def durable(stage):
    title("Durable writes, one process")
    show(stage, "bench-store", stage.store, STORE_ROUNDS)
    stage.giliran("finish", "--counter", "1")


def nexts(stage):
    """First the big panel, where each call keeps its place for 3 s and flashes for 2; then the
    counter's own line, which may change as fast as it likes."""
    title("Next to the redrawn pixel of another process")
    display = stage.start("giliran-display", place=(0, 0), size=SCREEN)
    called = stage.giliran("issue", "--service", "KONS").strip()
    stage.giliran("next", "--counter", "1")
    display.wait(called)
    places = text_places(display.dump(), called)
    stage.giliran("serve", "--counter", "1")
    show(stage, "bench-probe", "next", stage.store, PANELS, *last_digit(places[-1]), 4000)
    show(stage, "bench-probe", "next", stage.store, NEXTS, *last_digit(places[0]), 400)
    stage.giliran("finish", "--counter", "1")
    display.stop()


def text_places(dump, text):
    """Where a draw list has the text, x, y, width and height, the smallest first."""
    places = [tuple(map(int, match.groups())) for match in re.finditer(
        rf'^text +(-?\d+),(-?\d+) (\d+)x(\d+) .*"{re.escape(text)}"', dump, re.M)]
    return sorted(places, key=lambda place: place[2] * place[3])


def last_digit(place):
    """A band through the digit that changes with every number; small, as reading pixels costs."""
    x, y, width, height = place
    return x + 3 * width // 4, y + height // 2 - 12, width // 4, 24


def usage(process):
    """CPU seconds and voluntary context switches of all its threads."""
    folder = f"/proc/{process.pid}"
    with open(f"{folder}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    switches = 0
    for path in glob.glob(f"{folder}/task/*/status"):
        with open(path, encoding="utf-8") as file:
            switches += int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", file.read(), re.M)[1])
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), switches


def pss_mib(process):
    with open(f"/proc/{process.pid}/smaps_rollup", encoding="utf-8") as file:
        return int(re.search(r"^Pss:\s*(\d+)", file.read(), re.M)[1]) / 1024


def idle(stage):
    title(f"Idle for {IDLE_S} s, office open, all three running (/proc/PID: stat, status of every "
          "thread, smaps_rollup)")
    programs = [stage.start(name, place=(0, 0), size=SCREEN)
                for name in ("giliran-kiosk", "giliran-console", "giliran-display")]
    time.sleep(5)
    before = [usage(program.process) for program in programs]
    time.sleep(IDLE_S)
    for program, (cpu, switches) in zip(programs, before):
        cpu_after, switches_after = usage(program.process)
        print(f"  {program.name:<16} CPU {100 * (cpu_after - cpu) / IDLE_S:.3f} %   "
              f"wake-ups {(switches_after - switches) / IDLE_S:.2f}/s   "
              f"PSS {pss_mib(program.process):.1f} MiB")
    for program in programs:
        program.stop()


def main(build, source):
    with Stage(build, source, SCREEN) as stage:
        machine()
        stage.make_store()
        stage.giliran("open", "--counter", "1", "--staff", "ani")
        starts(stage)
        presses(stage)
        durable(stage)
        nexts(stage)
        idle(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
