"""bench.py BUILD SOURCE [queue [TICKETS] | slips | display | console]: the figures of tests/bench/run.sh."""

import ctypes
import os
import re
import select
import struct
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from stage import Stage  # noqa: E402
import room  # noqa: E402
from figures import (IDLE_S, PROMISES, SCREEN, machine, pss_mib, queue_office, samples, show,  # noqa: E402
                     title, usage)

STARTS = 21
PRESSES = 200
PRESSED = (580, 500)
STORE_ROUNDS = 1000
NEXTS = 200
PANELS = 30
SLIPS = 60

# ---- the queue: bench-crowd at stores with a past ----
QUEUE_PASTS = (0, 100_000)  # tickets; five million (6 minutes, 7 GiB) when asked for
QUEUE_CROWDS = ((1, 0), (8, 0), (50, 0), (1, 200), (8, 200), (50, 200))  # processes, longest pause before an act in ms
QUEUE_ROUNDS = 3  # the pasts in turn, so that a busy moment of the machine hits all
QUEUE_S = 4
QUEUE_LINE = 20


def starts(stage):
    title("Start to first presented frame (page cache warm)")
    raw = stage.program("bench-raw-window")
    middle = (SCREEN[0] // 2, 40)
    show(stage, "bench-probe", "start", STARTS, *middle, raw, 0, 0, *SCREEN)
    for name in ("giliran-kiosk", "giliran-console", "giliran-display"):
        said = show(stage, "bench-probe", "start", STARTS, *middle, stage.program(name),
                    "--store", stage.store)
        PROMISES.at_most(f"start of {name}", samples(said)[0][0], 120)


def press(stage, what, place, floor):
    said = show(stage, "bench-probe", "press", PRESSES, *place)
    PROMISES.at_most(f"tap to painted press of {what}", samples(said)[0][0], 5 * floor)


def presses(stage):
    title("Tap to presented frame: raw Xlib, the big button of the first screen, a service's card")
    raw = subprocess.Popen([stage.program("bench-raw-window"), "0", "0", *map(str, SCREEN)],
                           env=stage.environ)
    time.sleep(0.5)
    floor = samples(show(stage, "bench-probe", "press", PRESSES, *PRESSED))[0][0]
    raw.kill()
    raw.wait()
    kiosk = stage.start("giliran-kiosk", place=(0, 0), size=SCREEN)
    kiosk.wait("Ambil nomor")
    press(stage, "the big button", kiosk.where("welcome.take"), floor)
    kiosk.tap("welcome.take")
    card = kiosk.where("service.KONS")
    time.sleep(1)
    press(stage, "a service's card", card, floor)
    kiosk.stop()


def durable(stage):
    title("Durable writes, one process")
    floor, issue, following, _ = samples(show(stage, "bench-store", stage.store, STORE_ROUNDS))
    PROMISES.at_most("a number issued, on the disk", issue[0], 3 * floor[0])
    PROMISES.at_most("the next one called, on the disk", following[0], 3 * floor[0])
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
    for what, place, times, gap_ms in (("the big panel", places[-1], PANELS, 4000),
                                       ("the counter's line", places[0], NEXTS, 400)):
        said = show(stage, "bench-probe", "next", stage.store, times, *last_digit(place), gap_ms)
        median, p99 = samples(said)[-1]
        PROMISES.at_most(f"Next to {what}", median, 8)
        PROMISES.at_most(f"Next to {what}, p99", p99, 30)
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


KEYS = 200
CONSOLE_NEXTS = 60
NEXT_GAP_MS = 1300  # a second press within one second is the same press
PARTS = ((1280, 800), (640, 400))  # the console's and the display's windows


def quick_office(stage):
    """The bench's office, where a call is a service too: each Space is one whole Next."""
    path = queue_office(stage.source, stage.folder, 6)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(re.sub(r"^serve_on_call = false;", "serve_on_call = true;", text, flags=re.M))
    return path


def console(stage):
    """Keys come from another process (XTEST) and pixels are read there, so that a time is all of it: the
    server, the window's loop, what it draws, and for Next the desk's thread, the commit and the other
    program that is woken by it."""
    title(f"The console, load {os.getloadavg()[0]:.2f}: S to the menu that it opens, and Space (Next: finishes, "
          "calls and serves) to the redrawn number of this window and of the display's")
    clerk = stage.start("giliran-console", "--counter", "1", place=(0, 0), size=PARTS[0])
    display = stage.start("giliran-display", place=(PARTS[0][0], 0), size=PARTS[1])
    clerk.wait("Ani")
    clerk.keys("Tab", "Return")
    clerk.wait("Masukkan PIN")
    clerk.keys("2", "4", "6", "8", "Return")
    clerk.wait("Menunggu")
    show(stage, "bench-probe", "key", KEYS, 200, 100, 40, 40, 250, "s", "Escape")
    called = [stage.giliran("issue", "--service", "KONS", "--no-print").strip()
              for _ in range(2 * CONSOLE_NEXTS + 2)]
    clerk.wait(called[0])
    clerk.keys("space")
    clerk.wait("Dilayani")
    display.wait(called[0])
    time.sleep(2)
    own = last_digit(text_places(clerk.dump(), called[0])[-1])
    x, y, width, height = last_digit(text_places(display.dump(), called[0])[0])
    show(stage, "bench-probe", "key", CONSOLE_NEXTS, *own, NEXT_GAP_MS, "space", "")
    show(stage, "bench-probe", "key", CONSOLE_NEXTS, PARTS[0][0] + x, y, width, height, NEXT_GAP_MS,
         "space", "")
    clerk.stop()
    display.stop()


class Slips:
    """Moments at which a number was committed and at which the last byte of its slip was taken."""

    CLOSED, CHANGED = 8, 2  # of inotify(7)

    def __init__(self, stage):
        libc = ctypes.CDLL(None)
        self.queue = libc.inotify_init1(0)
        self.signal = stage.store + "-signal"
        os.makedirs(stage.slips, exist_ok=True)
        libc.inotify_add_watch(self.queue, self.signal.encode(), self.CHANGED)
        libc.inotify_add_watch(self.queue, stage.slips.encode(), self.CLOSED)

    def number(self):
        """Even when nobody is writing (db/signal.c)."""
        with open(self.signal, "rb") as file:
            return int.from_bytes(file.read(4), "little")

    def names(self):
        if not select.select([self.queue], [], [], 10)[0]:
            raise RuntimeError("no slip came within 10 s")
        data = os.read(self.queue, 65536)
        now = time.monotonic()
        at = 0
        while at < len(data):
            length = struct.unpack_from("iIII", data, at)[3]
            yield now, data[at + 16:at + 16 + length].rstrip(b"\0").decode()
            at += 16 + length

    def measure(self, issue):
        """Milliseconds from the commit of the number to the slip's last byte."""
        before = self.number()
        process = issue()
        committed = None
        while True:
            for now, name in self.names():
                if committed is None and self.number() >= before + 2:
                    committed = now
                if name.endswith(".bin"):
                    process.wait()
                    return (now - committed) * 1000


def slips(stage):
    title("A slip: from the commit of its number to its last byte, taken by a printer that is a file; "
          "and what it is in bytes")
    for form in ("raster", "text"):
        kiosk = stage.start("giliran-kiosk", "--printer", stage.printer(), "--slip", form,
                            place=(0, 0), size=SCREEN)
        kiosk.wait("Ambil nomor")
        watch = Slips(stage)
        command = [stage.program("giliran"), "issue", "--service", "KONS"]
        taken = []
        for _ in range(SLIPS):
            taken.append(watch.measure(lambda: subprocess.Popen(
                command, env=stage.environ, stdout=subprocess.DEVNULL)))
            time.sleep(0.3)  # the kiosk puts the slip away
        taken.sort()
        size = os.path.getsize(stage.slip_files("bin")[-1])
        print(f"  {form:<8} median {taken[len(taken) // 2]:.1f} ms  p99 {taken[-1 - len(taken) // 100]:.1f}"
              f"  max {taken[-1]:.1f}  n {len(taken)}; {size} bytes")
        kiosk.stop()
    show(stage, "bench-slip", os.path.join(stage.build, "assets", "text"))


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
        PROMISES.at_most(f"memory of {program.name}", pss_mib(program.process), 40, "MiB")
    for program in programs:
        program.stop()


def crowd(stage, store, processes, pace_ms):
    """Medians, p99 and greatest (ms), acts a second and fairness of issue and next; the floor."""
    said = stage.run(stage.program("bench-crowd"), store, str(processes), str(QUEUE_S),
                     str(pace_ms), str(QUEUE_LINE), limit_s=600)
    lines = re.findall(r"^(\w+).*? median +([\d.]+) .* p99 ([\d.]+)  max ([\d.]+)", said, re.M)
    rates = re.findall(r"([\d.]+) a second, .* ([\d.]+)$", said, re.M)
    floor, issue, following = [tuple(map(float, line[1:])) for line in lines]
    return floor, issue + tuple(map(float, rates[0])), following + tuple(map(float, rates[1]))


def middle(rows):
    """Of every column the median."""
    return [sorted(column)[len(column) // 2] for column in zip(*rows)]


def queue_row(past, processes, pace_ms, rounds, bare):
    """A row for each act; `bare`: the rounds without a past, for the ratio of the medians."""
    floor = middle([one[0] for one in rounds])
    both = sum(middle([one[place] for one in rounds])[3] for place in (1, 2))
    for place, act in ((1, "issue"), (2, "next")):
        p50, p99, most, _, fair = middle([one[place] for one in rounds])
        flat = p50 / middle([one[place] for one in bare])[0]
        print(f"  {past:>9,} {processes:>4} {'paced' if pace_ms else 'flat out':<9}{act:<6}"
              f"{p50:>9.3f} {p99:>9.3f} {most:>9.3f} {flat:>6.2f} {both:>8.0f} {fair:>7.2f} "
              f"{floor[0]:>8.3f} {floor[1]:>8.3f}")


def queue(stage, most):
    title(f"The queue: issue, and next (which finishes, calls and serves), {QUEUE_LINE} waiting, "
          f"16 counters; medians of {QUEUE_ROUNDS} rounds of {QUEUE_S} s; ms")
    pasts = [past for past in QUEUE_PASTS + (most,) if past <= most]
    stores = {}
    for past in dict.fromkeys(pasts):
        stores[past] = os.path.join(stage.folder, f"past-{past}.db")
        show(stage, "bench-history", stores[past], queue_office(stage.source, stage.folder), past)
    print(f"  $ bench-crowd STORE PROCESSES {QUEUE_S} PACE_MS {QUEUE_LINE}\n"
          "       past proc           act         p50       p99       max  ratio  acts/s*  unfair "
          "floor50  floor99\n  ratio: p50 against no past; *: issue and next together")
    for processes, pace_ms in QUEUE_CROWDS:
        rounds = {past: [] for past in stores}
        for _ in range(QUEUE_ROUNDS):
            for past, store in stores.items():
                rounds[past].append(crowd(stage, store, processes, pace_ms))
        for past, measured in rounds.items():
            queue_row(past, processes, pace_ms, measured, rounds[0])
        print(f"  load {os.getloadavg()[0]:.2f}", flush=True)


def measure(build, source, part, most):
    if part == "display":
        room.measure(build, source)
        return
    with Stage(build, source, SCREEN) as stage:
        machine()
        if part == "queue":
            queue(stage, most)
            return
        stage.make_store(office=quick_office(stage) if part == "console" else None)
        if part == "console":
            console(stage)
            return
        if part == "slips":
            slips(stage)
            return
        stage.giliran("open", "--counter", "1", "--staff", "ani")
        for block in (starts, presses, durable, nexts, slips, idle):
            block(stage)


def main(build, source, part="all", most="100000"):
    """1 when a promise is missed."""
    measure(build, source, part, int(most))
    return PROMISES.finish()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
