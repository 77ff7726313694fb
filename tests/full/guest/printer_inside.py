"""Runs in the guest: the worker and the USB driver (tests/drivers/usb_client.c) on libusb, usbfs and
usblp of a stock kernel, before the printer of gadget.py. One line a scenario is printed."""

import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback

import gadget

EPSON = "[EPSON TM-T82X]"
MISSING = "state device_missing silent []"
PROFILE = re.compile(r"^(state \S+ \S+) \S+ \[")  # which paper it has is not looked at here
LP = "/dev/usb/lp0"
NOBODY = 65534
LOG = "/run/client.log"
BIN = "/run/usb-client"  # a copy that everybody may read
FOLDER = "/run/slips"
# What goes before a slip after a torn one, and before the first, as nobody knows what was before
# it: an end to errors of who answers, at least all the dots a picture may still lack (a band of 64
# rows of 80 mm; one that answers nothing gets them once more), and a reset.
CLEARING = re.compile(rb"\0*(\x10\x05\x02)?\0{4608,}\x1b@\Z")


class Client:
    """usb-client with a worker on `uri`."""

    def __init__(self, uri="usb:auto", user=None, groups=()):
        with open(LOG, "ab") as log:
            log.write(f"-- {uri}\n".encode())
            self.process = subprocess.Popen([BIN, uri], stdin=subprocess.PIPE, stderr=log,
                                            stdout=subprocess.PIPE, user=user, group=user,
                                            extra_groups=groups if user is not None else None)
        self.unread = b""

    def line(self, limit_s=gadget.LIMIT_S):
        end = time.monotonic() + limit_s
        while b"\n" not in self.unread:
            left = max(end - time.monotonic(), 0)
            ready = select.select([self.process.stdout], [], [], left)[0]
            piece = os.read(self.process.stdout.fileno(), 4096) if ready else b""
            if not piece:
                raise AssertionError("the client says nothing" if not ready else "it has ended")
            self.unread += piece
        line, self.unread = self.unread.split(b"\n", 1)
        return PROFILE.sub(r"\1 [", line.decode())

    def expect(self, *lines):
        for wanted in lines:
            line = self.line()
            assert line == wanted, f'"{line}" instead of "{wanted}"'

    def until(self, wanted, *among):
        """Reads on to the line `wanted`; only those of `among` may come before."""
        while (line := self.line()) != wanted:
            assert line in among, f'"{line}" instead of "{wanted}"'

    def print(self, number, seed):
        self.process.stdin.write(f"print {number} {seed}\n".encode())
        self.process.stdin.flush()

    def end(self):
        """Closes its input; it must give back all it took and say nothing more."""
        self.process.stdin.close()
        status = self.process.wait(gadget.LIMIT_S)
        rest = self.unread + self.process.stdout.read()
        self.process.stdout.close()
        assert status == 0 and not rest, f"ended with {status}, said {rest}"

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


def slip(seed):
    """The bytes of the slip, by the driver that writes files."""
    path = os.path.join(FOLDER, f"{seed}.bin")
    if not os.path.exists(path):
        client = Client(f"file:{FOLDER}")
        client.expect(f"state ok answers [file {FOLDER}]")
        client.print(1, seed)
        client.expect("done 1 ok sent confirmed")
        client.end()
        os.rename(os.path.join(FOLDER, "test.bin"), path)
    with open(path, "rb") as file:
        return file.read()


def expect_paper(paper, *seeds):
    """These slips, whole and once each, after a clearing, and nothing else."""
    slips = b"".join(slip(seed) for seed in seeds)
    before = paper.paper[:-len(slips)]
    assert before + slips == paper.paper and CLEARING.fullmatch(before), "nothing else was sent"


def driver_of_printer():
    """What holds the printer's interface: "usblp", "usbfs" or ""."""
    for name in os.listdir("/sys/bus/usb/devices"):
        at = os.path.join("/sys/bus/usb/devices", name)
        if ":" in name and os.path.exists(os.path.join(at, "ieee1284_id")):
            return "usblp"
        driver = os.path.join(at, "driver")
        if ":1.0" in name and os.path.islink(driver):
            bound = os.path.basename(os.readlink(driver))
            if bound in ("usbfs", "usblp"):
                return bound
    return ""


def plug():
    gadget.plug()
    gadget.eventually("usblp takes the printer", lambda: os.path.exists(LP))


class Bench:
    """A plugged printer for one scenario; what is started on it ends with it."""

    def __init__(self):
        self.mechanism = None
        self.clients = []

    def read(self, answers):
        self.mechanism = gadget.Mechanism(answers)
        return self.mechanism

    def client(self, *arguments, **names):
        self.clients.append(Client(*arguments, **names))
        return self.clients[-1]

    def unplug(self):
        """As a cable is pulled; the mechanism goes with the device."""
        gadget.unplug()
        if self.mechanism:
            self.mechanism.close()
            self.mechanism = None

    def clear(self):
        for client in self.clients:
            client.kill()
        if gadget.is_plugged():
            self.unplug()


def test_prints_byte_for_byte_and_gives_the_printer_back(bench):
    paper = bench.read(answers=True)
    assert driver_of_printer() == "usblp"
    client = bench.client()
    client.expect(f"state ok answers {EPSON}")
    assert driver_of_printer() == "usbfs" and not os.path.exists(LP)
    for number in (1, 2, 3):
        client.print(number, number)
        client.expect(f"done {number} ok sent confirmed")
    expect_paper(paper, 1, 2, 3)
    client.end()
    gadget.eventually("usblp has it back", lambda: driver_of_printer() == "usblp")
    gadget.eventually("its node is back", lambda: os.path.exists(LP))


def test_a_printer_that_never_answers_is_not_confirmed(bench):
    paper = bench.read(answers=False)
    client = bench.client("usb:04b8:0e28")
    client.expect(f"state ok silent {EPSON}")
    client.print(1, 4)
    client.expect("done 1 ok sent unconfirmed")
    gadget.eventually("all is there", lambda: paper.paper.endswith(slip(4)))
    expect_paper(paper, 4)
    client.end()


def test_paper_out_by_the_printer_class(bench):
    paper = bench.read(answers=False)
    client = bench.client()
    client.expect(f"state ok silent {EPSON}")
    paper.set_class_status(gadget.NO_ERROR | gadget.SELECTED | gadget.PAPER_EMPTY)
    client.print(1, 5)
    # Whether the worker finds it out before the slip or with it, it says so once at least.
    told = f"state paper_out silent {EPSON}"
    client.until("done 1 paper_out unsent unconfirmed", told)
    client.expect(told)
    assert not paper.paper.strip(b"\0"), "nothing that a printer would print"
    paper.set_class_status(gadget.NO_ERROR | gadget.SELECTED)
    client.expect(f"state ok silent {EPSON}")
    client.print(2, 5)
    client.expect("done 2 ok sent unconfirmed")
    client.end()


def test_paper_out_by_its_answer(bench):
    paper = bench.read(answers=True)
    client = bench.client()
    client.expect(f"state ok answers {EPSON}")
    paper.paper_out = True
    client.print(1, 6)
    # Whether the worker finds it out before the slip or with it, it says so once at least.
    told = f"state paper_out answers {EPSON}"
    client.until("done 1 paper_out unsent unconfirmed", told)
    client.expect(told)
    paper.paper_out = False
    client.expect(f"state ok answers {EPSON}")
    client.print(2, 6)
    client.expect("done 2 ok sent confirmed")
    expect_paper(paper, 6)
    client.end()


def test_nobody_reads(bench):
    client = bench.client()
    client.expect(f"state ok silent {EPSON}")
    client.print(1, 7)
    client.expect("done 1 device_timeout unsent unconfirmed", f"state ok silent {EPSON}")
    paper = bench.read(answers=False)
    client.print(2, 7)
    client.expect("done 2 ok sent unconfirmed")
    gadget.eventually("all is there", lambda: paper.paper.endswith(slip(7)))
    expect_paper(paper, 7)  # once, whole, when somebody reads again
    client.end()


def test_stops_in_the_middle_of_a_slip(bench):
    paper = bench.read(answers=True)
    client = bench.client()
    client.expect(f"state ok answers {EPSON}")
    client.print(0, 17)
    client.expect("done 0 ok sent confirmed")
    expect_paper(paper, 17)
    first = len(paper.paper)
    paper.stops_after = first + 1
    client.print(1, 8)
    client.expect("done 1 device_timeout sent unconfirmed", f"state device_offline answers {EPSON}")
    assert 0 < len(paper.paper) - first < len(slip(8))
    paper.stops_after = None
    client.expect(f"state ok answers {EPSON}")
    client.print(2, 9)
    client.expect("done 2 ok sent confirmed")
    assert slip(8) not in paper.paper, "a slip that was given up is not sent again by itself"
    before = paper.paper[:-len(slip(9))]
    assert before + slip(9) == paper.paper and slip(9) not in before, "printed once and whole"
    assert CLEARING.search(before[first:])
    client.end()


def test_unplugged_in_the_middle_of_a_slip(bench):
    paper = bench.read(answers=True)
    client = bench.client()
    client.expect(f"state ok answers {EPSON}")
    client.print(0, 17)
    client.expect("done 0 ok sent confirmed")
    first = len(paper.paper)
    paper.stops_after = first + 1
    client.print(1, 10)
    gadget.eventually("the slip is on its way", lambda: len(paper.paper) > first)
    bench.unplug()
    client.expect("done 1 device_missing sent unconfirmed", MISSING)
    plug()
    paper = bench.read(answers=True)
    client.expect(f"state ok answers {EPSON}")
    client.print(2, 11)
    client.expect("done 2 ok sent confirmed")
    expect_paper(paper, 11)
    client.end()


def test_unplugged_while_idle(bench):
    bench.read(answers=True)
    client = bench.client()
    client.expect(f"state ok answers {EPSON}")
    bench.unplug()
    client.expect(MISSING)
    client.print(1, 12)
    client.expect("done 1 device_missing unsent unconfirmed")
    client.expect(MISSING)
    gadget.plug()
    paper = bench.read(answers=True)
    client.expect(f"state ok answers {EPSON}")
    client.print(2, 12)
    client.expect("done 2 ok sent confirmed")
    expect_paper(paper, 12)
    client.end()


def test_another_process_has_the_kernels_node_open(bench):
    paper = bench.read(answers=True)
    other = os.open(LP, os.O_RDWR)
    try:
        client = bench.client()
        client.expect(f"state ok answers {EPSON}")
        try:
            os.write(other, b"not for this printer")
            raise AssertionError("the other process still prints")
        except OSError:
            pass
        client.print(1, 13)
        client.expect("done 1 ok sent confirmed")
        expect_paper(paper, 13)
        client.end()
    finally:
        os.close(other)


def test_another_process_has_claimed_it(bench):
    paper = bench.read(answers=True)
    first = bench.client()
    first.expect(f"state ok answers {EPSON}")
    second = bench.client()
    second.expect("state device_held silent []")
    second.print(1, 14)
    second.expect("done 1 device_held unsent unconfirmed", "state device_held silent []")
    first.print(1, 15)
    first.expect("done 1 ok sent confirmed")
    first.end()
    expect_paper(paper, 15)
    paper.paper = b""
    second.expect(f"state ok answers {EPSON}")
    second.print(2, 14)
    second.expect("done 2 ok sent confirmed")
    expect_paper(paper, 14)
    second.end()


def test_who_may_use_it(bench):
    """By the system's own rule printers belong to the group lp (50-udev-default.rules)."""
    with open("/etc/group", encoding="utf-8") as file:
        lp, = [int(line.split(":")[2]) for line in file if line.startswith("lp:")]
    bench.read(answers=True)
    stranger = bench.client(user=NOBODY)
    stranger.expect("state device_denied silent []")
    stranger.end()
    member = bench.client(user=NOBODY, groups=[lp])
    member.expect(f"state ok answers {EPSON}")
    member.print(1, 16)
    member.expect("done 1 ok sent confirmed")
    member.end()


def test_the_installers_commands(bench):
    """`giliran doctor` finds it and asks it how it is, `giliran print-test` prints on it."""
    paper = bench.read(answers=True)
    doctor = giliran("doctor", "--store", "/run/none.db", status=1)
    printer, = [device for device in doctor["devices"] if device["kind"] == "printer"]
    assert printer["uri"].startswith("usb:04b8:0e28") and printer["state"] == "kernel", printer
    assert printer["permitted"] and printer["asked"] and printer["reason"] == "ok", printer
    assert not paper.paper, "doctor printed"
    said = giliran("print-test", "--printer", printer["uri"])
    assert said["state"] == "confirmed", said
    assert len(paper.paper) > 5000 and paper.paper.endswith(b"\x1dVB\0"), paper.paper[-20:]
    gadget.eventually("usblp has it back", lambda: driver_of_printer() == "usblp")


def giliran(*words, status=0):
    """What the program says in JSON."""
    build = sys.argv[1]
    result = subprocess.run(
        [os.path.join(build, "bin", "giliran"), *words, "--json"], capture_output=True, text=True,
        env={**os.environ, "GILIRAN_ASSETS": os.path.join(build, "assets")}, check=False)
    assert result.returncode == status, (words, result.returncode, result.stdout, result.stderr)
    return json.loads(result.stdout)


def run(name, test):
    started = time.monotonic()
    bench = Bench()
    # Nobody may wait for ever, whatever hangs.
    signal.alarm(3 * gadget.LIMIT_S)
    try:
        plug()
        gadget.reset_class_status()
        test(bench)
        print(f"ok {name} ({time.monotonic() - started:.1f} s)", flush=True)
        return True
    except (AssertionError, OSError, subprocess.TimeoutExpired) as failure:
        lines = [frame.lineno for frame in traceback.extract_tb(failure.__traceback__)
                 if frame.name.startswith("test_")]
        print(f"failed {name}, line {lines}: {failure}", flush=True)
        return False
    finally:
        bench.clear()


def main(build, *wanted):
    os.mkdir(FOLDER)
    shutil.copy(os.path.join(build, "bin", "usb-client"), BIN)
    os.chmod(BIN, 0o755)
    subprocess.run(["/lib/systemd/systemd-udevd", "--daemon"], check=True)
    gadget.build()
    tests = [(name[len("test_"):], test) for name, test in globals().items()
             if name.startswith("test_")]
    right = [run(name, test) for name, test in tests if not wanted or name in wanted]
    if not all(right):
        with open(LOG, encoding="utf-8", errors="replace") as log:
            print("".join(log.readlines()[-60:]))
    print(f"{right.count(True)} of {len(right)} scenarios right", flush=True)
    return 0 if right and all(right) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
