"""boot.py BUILD SOURCE: an office's machine, from its start to a cut in the middle of the day and back.

systemd itself starts the units as they are installed: the X server's session (with Xvfb in place of a
screen of glass), the voice's clips and the display. In the middle of work everything is killed at one
blow; started again, the store is whole, no number that was given is missing, and the display goes on.
What was written but not yet on the disk is still there, unlike after a real cut: those are played by
`giliran simulate` on a disk of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time

USER = "antrean"
LIMIT_S = 180
MASKED = ("cups.service", "cups.socket", "cups.path", "postgresql.service", "apt-daily.timer")
SESSION = ("[Service]\nExecStart=\n"
           "ExecStart=giliran-session %i Xvfb -screen 0 1280x720x24 -nolisten tcp\n")
DAY = """for at in $(seq 200); do
  giliran issue --service KONS --no-print && giliran next --counter 1 >&2
  giliran serve --counter 1 && giliran finish --counter 1
done"""


class Missing(Exception):
    """What the test needs is not here."""


def eventually(what, attempt):
    end = time.monotonic() + LIMIT_S
    while True:
        value = attempt()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"never happened: {what}")
        time.sleep(0.2)


class Machine:
    """Files that last, and a systemd that does not."""

    def __init__(self, build):
        self.build = build
        self.folder = tempfile.mkdtemp(prefix="giliran-machine-", dir="/var/tmp")
        self.outside = None

    def write(self, path, text):
        place = os.path.join(self.folder, "written", path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8") as file:
            file.write(text)

    def start(self):
        here = os.path.dirname(os.path.abspath(__file__))
        self.outside = subprocess.Popen(
            ["unshare", "--pid", "--mount", "--uts", "--ipc", "--net", "--cgroup", "--fork",
             "--kill-child", "sh", os.path.join(here, "boot.sh"), self.folder],
            stderr=subprocess.DEVNULL)
        eventually("the system is up", self.is_up)

    def first(self):
        """Its first process, as this computer counts them; None before there is one."""
        path = f"/proc/{self.outside.pid}/task/{self.outside.pid}/children"
        with open(path, encoding="ascii") as file:
            children = file.read().split()
        return int(children[0]) if children else None

    def is_up(self):
        if self.outside.poll() is not None:
            raise Missing("no system of its own can be started here (namespaces, overlay, cgroups)")
        return self.first() and self.run("systemctl", "is-system-running", status=None).strip() in (
            "running", "degraded")

    def enter(self, *command):
        first = self.first()
        return ["nsenter", "--target", str(first), "--pid", "--mount", "--uts", "--ipc", "--net", "--cgroup",
                f"--root=/proc/{first}/root", f"--wd=/proc/{first}/root", "env", "-i", "LC_ALL=C.UTF-8",
                "PATH=/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin", *command]

    def run(self, *command, status=0, text=None):
        """What it says; a command that waits for more than its answer is a failure of the test."""
        done = subprocess.run(self.enter(*command), input=text, stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.PIPE, timeout=LIMIT_S, check=False)
        if status is not None and done.returncode != status:
            raise AssertionError(f"{command}: {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def giliran(self, *arguments, text=None):
        return self.run("runuser", "-u", USER, "--", "giliran", *arguments, text=text)

    def cut(self):
        """The power is gone: no process gets a signal that it could answer."""
        os.kill(self.first(), 9)
        self.outside.wait()

    def finish(self):
        if self.outside and self.outside.poll() is None:
            self.outside.kill()
            self.outside.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def install(machine):
    for unit in MASKED:
        path = os.path.join(machine.folder, "written", "etc/systemd/system", unit)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.symlink("/dev/null", path)
    machine.write("etc/systemd/system/giliran-session@.service.d/virtual.conf", SESSION)
    written = os.path.join(machine.folder, "written")
    subprocess.run(["cmake", "--install", machine.build, "--prefix", "/usr/local"], check=True,
                   env=dict(os.environ, DESTDIR=written), stdout=subprocess.DEVNULL)
    shutil.copy(os.path.join(machine.build, "bin", "test-shift"), os.path.join(written, "usr/local/bin"))
    machine.start()
    machine.run("systemd-sysusers")
    machine.run("useradd", "--create-home", "--groups", "giliran,lp,audio", USER)


def make_office(machine):
    office = "/usr/local/share/giliran/offices/tana-tidung.conf"
    machine.giliran("init", "--office", office, "--training", "--at", "2026-11-23T07:00:00")
    machine.giliran("staff", "add", "ani", "--name", "Ani", "--role", "clerk", "--pin-stdin",
                    "--at", "2026-11-23T07:00:00", text="2468\n")
    store = f"/home/{USER}/.local/share/giliran/giliran.db"
    machine.run("runuser", "-u", USER, "--", "test-shift", store, "2026-11-23T09:00:00")
    machine.giliran("open", "--counter", "1", "--staff", "ani")
    machine.run("systemctl", "enable", "--now", f"giliran-voice@{USER}", f"giliran-display@{USER}")
    return store


def rows(machine, store, question):
    return machine.run("sqlite3", "-readonly", store, question).split()


def shown(machine, store):
    """How many calls the display has told to have shown."""
    return int(rows(machine, store, "SELECT COUNT(shown_ms) FROM call")[0])


def cut_in_the_middle(machine, store):
    """The numbers that were given until then."""
    with subprocess.Popen(machine.enter("runuser", "-u", USER, "--", "sh", "-c", DAY), text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as day:
        eventually("the display shows the calls", lambda: shown(machine, store) >= 3)
        machine.cut()
        given = [line for line in day.stdout.read().split() if line.startswith("K")]
    assert 3 <= len(given) < 200, given
    return given


def went_on(machine, store, given):
    machine.giliran("verify")
    kept = rows(machine, store, "SELECT printf('K%03d', sequence) FROM ticket")
    assert set(given) <= set(kept) and len(kept) <= len(given) + 1, (given, kept)
    display = f"giliran-display@{USER}"
    eventually("the display runs", lambda: machine.run(
        "systemctl", "is-active", display, status=None).strip() == "active")
    before = shown(machine, store)
    for act in ("serve", "finish"):
        machine.run("runuser", "-u", USER, "--", "giliran", act, "--counter", "1", status=None)
    number = machine.giliran("issue", "--service", "KONS", "--no-print").strip()
    assert number not in given, (number, given)
    assert machine.giliran("next", "--counter", "1").strip() in (number, kept[-1])
    eventually("the display shows a call again", lambda: shown(machine, store) > before)


def check_voice(machine):
    said = machine.run("systemctl", "show", "--property=Result,ExecMainStatus", f"giliran-voice@{USER}")
    assert said.split() == ["Result=success", "ExecMainStatus=0"], said
    assert "belum ada" not in machine.giliran("voice", "list")


def check_here():
    if os.getuid() != 0:
        raise Missing("only root can start a system of its own")
    for name in ("unshare", "nsenter", "/lib/systemd/systemd", "Xvfb", "xauth", "sqlite3", "cmake"):
        if not shutil.which(name):
            raise Missing(f"{name} is not installed")


def main(build, _):
    check_here()
    machine = Machine(build)
    try:
        install(machine)
        store = make_office(machine)
        given = cut_in_the_middle(machine, store)
        machine.start()
        went_on(machine, store, given)
        check_voice(machine)
        print(f"{len(given)} numbers were given before the cut; none is missing")
    finally:
        machine.finish()


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Missing as missing:
        print(f"skipped: {missing}")
        sys.exit(77)
