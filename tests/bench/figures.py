"""What all figures share: how a tool is run and shown, what a process takes, the office with many
counters, and the promises that the figures are held against."""

import glob
import os
import re
import shutil

SCREEN = (1920, 1080)
IDLE_S = 60


class Promises:
    """What was promised and is not held is said in its place and once more at the end, where it makes the
    run fail. Only the benchmark is held to it: no test depends on how fast a machine is."""

    def __init__(self):
        self.missed = []

    def hold(self, what, held):
        if not held:
            self.missed.append(what)
            print(f"    MISSED: {what}")

    def at_most(self, what, value, limit, unit="ms"):
        self.hold(f"{what}: {value:.1f} {unit}, at most {limit:g} promised", value <= limit)

    def at_least(self, what, value, limit, unit):
        self.hold(f"{what}: {value:.1f} {unit}, at least {limit:g} promised", value >= limit)

    def finish(self):
        """The exit status."""
        if self.missed:
            print("\nMissed:\n  " + "\n  ".join(self.missed))
        return 1 if self.missed else 0


PROMISES = Promises()


def samples(said):
    """Of every line of figures that a tool said: its median and p99."""
    return [(float(line[1]), float(line[2])) for line in
            re.finditer(r" median +([\d.]+) .* p99 ([\d.]+) ", said)]


def title(text):
    print(f"\n{text}")


def show(stage, tool, *arguments):
    """Runs a measuring tool, prints its command and what it said, and returns that."""
    words = [str(word) for word in arguments]
    shown = [word.replace(stage.folder, "$DIR").replace(stage.build + "/bin/", "") for word in words]
    print(f"  $ {tool} {' '.join(shown)}")
    said = stage.run(stage.program(tool), *words, limit_s=3600)
    print("    " + said.rstrip().replace("\n", "\n    "))
    return said


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = re.findall(r"^model name\s*: (.*)$", file.read(), re.M)
    name = models[0] if models else "unknown processor"
    print(f"{os.cpu_count()} x {name}, Xvfb {SCREEN[0]}x{SCREEN[1]}, "
          f"load {os.getloadavg()[0]:.2f} at the start")


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
