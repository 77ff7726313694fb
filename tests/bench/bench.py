"""bench.py BUILD SOURCE [queue [TICKETS] | slips | display | console]: the figures of tests/bench/run.sh."""

import ctypes
import glob
import os
import re
import select
import shutil
import struct
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
SLIPS = 60

# ---- the queue: bench-crowd at stores with a past ----
QUEUE_PASTS = (0, 100_000)  # tickets; five million (6 minutes, 7 GiB) when asked for
QUEUE_CROWDS = ((1, 0), (8, 0), (50, 0), (1, 200), (8, 200), (50, 200))  # processes, longest pause before an act in ms
QUEUE_ROUNDS = 3  # the pasts in turn, so that a busy moment of the machine hits all
QUEUE_S = 4
QUEUE_LINE = 20


def title(text):
    print(f"\n{text}")


def show(stage, tool, *arguments):
    """Runs a measuring tool and prints its command and what it said."""
    words = [str(word) for word in arguments]
    shown = [word.replace(stage.folder, "$DIR").replace(stage.build + "/bin/", "") for word in words]
    print(f"  $ {tool} {' '.join(shown)}")
    print("    " + stage.run(stage.program(tool), *words, limit_s=3600).rstrip().replace("\n", "\n    "))


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
    title(f"The console, load {os.getloadavg()[0]:.2f}: Escape to the menu that it opens, and Space (Next: finishes, "
          "calls and serves) to the redrawn number of this window and of the display's")
    clerk = stage.start("giliran-console", "--counter", "1", place=(0, 0), size=PARTS[0])
    display = stage.start("giliran-display", place=(PARTS[0][0], 0), size=PARTS[1])
    clerk.wait("Ani")
    clerk.keys("Tab", "Return")
    clerk.wait("Masukkan PIN")
    clerk.keys("2", "4", "6", "8", "Return")
    clerk.wait("Menunggu")
    show(stage, "bench-probe", "key", KEYS, 200, 100, 40, 40, 250, "Escape", "Escape")
    called = [stage.giliran("issue", "--service", "KONS", "--no-print").strip()
              for _ in range(2 * CONSOLE_NEXTS + 2)]
    clerk.wait(called[0])
    clerk.keys("space")
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


def queue_office(source, folder, most=16):
    """The shipped office with 16 counters (or `most`), open at any hour so that the clocks run."""
    with open(os.path.join(source, "assets/offices/tana-tidung.conf"), encoding="utf-8") as file:
        text = file.read()
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    hours = "".join(f'  {day} = "00.00-23.59";\n' for day in days)
    counters = ",\n".join(f"  {{ number = {number}; }}" for number in range(1, most + 1))
    text = re.sub(r"^hours = \{.*?^\};", f"hours = {{\n{hours}}};", text, flags=re.S | re.M)
    text = re.sub(r"^counters = \(.*?^\);", f"counters = (\n{counters}\n);", text,
                  flags=re.S | re.M)
    shutil.copytree(os.path.join(source, "assets/calendar"), folder, dirs_exist_ok=True)
    path = os.path.join(folder, "crowd.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


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


# ---- the waiting room's screen ----
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
    print("  Next to the panel: " + spread([shown - at for at, shown, _ in rows if shown]))
    print("  Next to the first sample: " + spread([said - at for at, _, said in rows if said]))
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
    print(f"  CPU {100 * (cpu - before[0]) / IDLE_S:.3f} %   wake-ups "
          f"{(switches - before[1]) / IDLE_S:.2f}/s   PSS {pss_mib(display.process):.1f} MiB")
    display.stop()


def motion(stage):
    title("Motion: a picture fades in over the whole panel, a called number rises; painted in software")
    stage.environ["GILIRAN_SOURCE"] = stage.source
    for size in (SCREEN, LARGE_SCREEN):
        show(stage, "bench-frames", os.path.join(stage.build, "assets", "text"), *size, FADES)


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


def display_bench(build, source):
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


def main(build, source, part="all", most="100000"):
    if part == "display":
        display_bench(build, source)
        return
    if part == "slips":
        with Stage(build, source, SCREEN) as stage:
            machine()
            stage.make_store()
            slips(stage)
        return
    if part == "console":
        with Stage(build, source, SCREEN) as stage:
            machine()
            stage.make_store(office=quick_office(stage))
            console(stage)
        return
    if part == "queue":
        with Stage(build, source, SCREEN) as stage:
            machine()
            queue(stage, int(most))
        return
    with Stage(build, source, SCREEN) as stage:
        machine()
        stage.make_store()
        stage.giliran("open", "--counter", "1", "--staff", "ani")
        starts(stage)
        presses(stage)
        durable(stage)
        nexts(stage)
        slips(stage)
        idle(stage)


if __name__ == "__main__":
    main(*sys.argv[1:])
