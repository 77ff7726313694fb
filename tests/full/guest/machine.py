"""A virtual machine with Debian's kernel and a real USB stack, for the time of one test.

It boots in about 4 s without any hardware help (TCG), sees the host's files read-only, runs one
command and is switched off. What the command prints can be read line by line, and it can be
written to. Everything ends at a deadline.
"""

import json
import os
import re
import select
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import kernel

INIT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "init.sh")
MEMORY_MB = 1024
# The guest's time is counted in instructions, two nanoseconds each: on a busy host it goes slower
# and no time-out inside strikes too early.
CLOCK = ("-icount", "shift=1")
END_S = 20  # from the command's end to the machine's
SKIPPED = 77
# (program, package, where it is)
QEMU = ("qemu-system-x86_64", "qemu-system-x86")
BUSYBOX = ("busybox", "busybox-static")
UDEV = ("systemd-udevd", "udev", "/lib/systemd")  # libusb hears of devices from it


def archive(entries):
    """A cpio archive (newc) of (name, mode, data): what the kernel unpacks as its first files."""
    pieces = []
    for number, (name, mode, data) in enumerate([*entries, ("TRAILER!!!", 0, b"")]):
        fields = (number, mode, 0, 0, 1, 0, len(data), 0, 0, 0, 0, len(name) + 1, 0)
        head = b"070701" + b"".join(b"%08x" % field for field in fields) + name.encode() + b"\0"
        for piece in (head, data):
            pieces.append(piece + b"\0" * (-len(piece) % 4))
    return b"".join(pieces)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def first_files(modules, command):
    folders = [(name, 0o40755, b"") for name in ("bin", "dev", "proc", "sys", "modules")]
    console = [("bin/busybox", 0o100755, read(find(*BUSYBOX)))]
    order = "".join(f"{name}\n" for name in kernel.MODULES).encode()
    files = [("init", 0o100755, read(INIT)), ("command", 0o100755, command.encode()),
             ("modules/order", 0o100644, order)]
    files += [(f"modules/{name}.ko", 0o100644, read(os.path.join(modules, f"{name}.ko")))
              for name in kernel.MODULES]
    return archive(folders + console + files)


def find(name, package, folders="/usr/bin:/bin"):
    path = shutil.which(name, path=folders)
    if not path:
        raise kernel.Missing(f"the package {package} is not installed")
    return path


class Guest:
    """`command` is a list of words; `options` are QEMU's, {folder} in them is the guest's own
    folder on the host, where sockets may lie."""

    def __init__(self, build, command, limit_s, options=()):
        self.limit_s = limit_s
        self.unread = b""
        self.folder = tempfile.mkdtemp(prefix="guest-")
        self.qmp = None
        self.process = None
        try:
            self.start(kernel.fetch(os.path.join(build, "guest")), command, options)
        except BaseException:
            self.close()
            raise

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self, modules, command, options):
        with open(self.path("first"), "wb") as file:
            file.write(first_files(modules, self.script(command)))
        words = [
            "setpriv", "--pdeathsig", "TERM",  # no machine outlives this process, however it ends
            find(*QEMU), "-accel", "tcg", *CLOCK, "-smp", "1", "-m", str(MEMORY_MB),
            "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
            "-kernel", os.path.join(modules, "vmlinux"), "-initrd", self.path("first"),
            "-append", "console=ttyS0 panic=-1 quiet loglevel=4",
            "-serial", f"file:{self.path('console')}", "-serial", "stdio",
            "-qmp", f"unix:{self.path('qmp')},server=on,wait=off",
            "-virtfs", "local,path=/,mount_tag=host,security_model=none,readonly=on,"
                       "multidevs=remap"]
        words += [option.format(folder=self.folder) for option in options]
        with open(self.path("errors"), "wb") as errors:
            self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                            stderr=errors)
        self.end = time.monotonic() + self.limit_s

    @staticmethod
    def script(command):
        return ("export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/run TMPDIR=/run LC_ALL=C.UTF-8\n"
                f"cd /run && exec {shlex.join(command)}\n")

    def line(self):
        """The next line the command prints. None when the machine has ended."""
        while b"\n" not in self.unread:
            left = self.end - time.monotonic()
            ready, _, _ = select.select([self.process.stdout], [], [], max(left, 0))
            if not ready:
                raise AssertionError(self.trouble(f"not finished after {self.limit_s} s"))
            piece = os.read(self.process.stdout.fileno(), 4096)
            if not piece:
                return None
            self.unread += piece
        line, self.unread = self.unread.split(b"\n", 1)
        text = line.decode("utf-8", "replace").rstrip("\r")
        print(text, flush=True)
        return text

    def expect(self, pattern):
        """Reads on to a line that matches as a whole; returns the match."""
        while True:
            line = self.line()
            if line is None or line.startswith("guest: "):
                raise AssertionError(self.trouble(f'no line "{pattern}"'))
            match = re.fullmatch(pattern, line)
            if match:
                return match

    def say(self, line):
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def finish(self):
        """Reads to the end; the command's exit status."""
        while True:
            line = self.line()
            if line is None:
                raise AssertionError(self.trouble("the machine ended before its command"))
            if line.startswith("guest: "):
                break
        match = re.fullmatch(r"guest: exit (\d+)", line)
        if not match:
            raise AssertionError(self.trouble(line))
        try:
            self.process.wait(END_S)
        except subprocess.TimeoutExpired:
            pass
        return int(match[1])

    def ask(self, command, arguments):
        """One command of QEMU's machine protocol (QMP)."""
        if not self.qmp:
            link = socket.socket(socket.AF_UNIX)
            link.settimeout(END_S)
            link.connect(self.path("qmp"))
            self.qmp = link.makefile("rwb")
            link.close()
            self.qmp.readline()
            self.ask("qmp_capabilities", {})
        self.qmp.write(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        self.qmp.flush()
        while True:
            answer = json.loads(self.qmp.readline())
            if "return" in answer:
                return answer["return"]
            if "error" in answer:
                raise AssertionError(f"QEMU: {command}: {answer['error']['desc']}")

    def type_keys(self, keys):
        """Presses keys one after the other at one go, by QEMU's names ("a", "1", "ret"); those of
        a tuple are held down together."""
        events = []
        for key in keys:
            held = key if isinstance(key, tuple) else (key,)
            events += [(True, name) for name in held] + [(False, name) for name in reversed(held)]
        self.ask("input-send-event", {"events": [
            {"type": "key", "data": {"down": down, "key": {"type": "qcode", "data": name}}}
            for down, name in events]})

    def errors(self):
        """What QEMU has said so far, its traces among it."""
        return read(self.path("errors")).decode("utf-8", "replace")

    def trouble(self, what):
        """`what`, and under it the last that the guest's kernel and QEMU said."""
        said = []
        for name in ("console", "errors"):
            if os.path.exists(self.path(name)):
                text = read(self.path(name)).decode("utf-8", "replace")
                said += [f"{name}: {line}" for line in text.splitlines()[-15:]]
        return "\n".join([what, *said])

    def close(self):
        if self.qmp:
            self.qmp.close()
        if self.process:
            if self.process.poll() is None:
                self.process.terminate()
            self.process.wait()
            self.process.stdin.close()
            self.process.stdout.close()
        shutil.rmtree(self.folder)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def run_test(test):
    """Calls `test` with the build folder and what else the command line has; ends with 0, 1 or
    SKIPPED."""
    try:
        for program in (QEMU, BUSYBOX, UDEV):
            find(*program)
        test(os.path.abspath(sys.argv[1]), *sys.argv[2:])
    except kernel.Missing as missing:
        print(f"skipped: {missing}")
        sys.exit(SKIPPED)
    except AssertionError as failure:
        print(f"failed: {failure}")
        sys.exit(1)
