"""What keeps the screens up on an installed machine: units that systemd accepts, an X server that
only its user may draw on, and a display that is back with the same picture after kill -9 and after
the death of the X server, as soon as its unit says."""

import glob
import os
import re
import shutil
import subprocess
import sys
import threading
import time

from people import Stage, eventually
from display import picture

SCREENS = ("giliran-kiosk", "giliran-console", "giliran-display")
MOST_S = 10  # on a machine that does much else


def read_unit(folder, name):
    with open(os.path.join(folder, f"{name}@.service"), encoding="utf-8") as file:
        return file.read()


def check_units(stage, folder):
    """As systemd reads them; the programs are named by their place, as they are not in its PATH."""
    for name in SCREENS:
        unit = read_unit(folder, name)
        for line in (f"ExecStart={name}", "Restart=always", "StartLimitIntervalSec=0", "User=%i",
                     "Wants=giliran-session@%i.service", "After=giliran-session@%i.service sound.target"):
            assert f"\n{line}\n" in unit, (name, line)
        assert "@program@" not in unit and "@what@" not in unit, unit
        assert not re.search(r"^Private(Tmp|Devices)=yes", unit, re.M), unit
    if not shutil.which("systemd-analyze"):
        print("skipped: systemd-analyze is missing, no unit was verified")
        return
    place = os.path.join(stage.folder, "units")
    os.mkdir(place)
    names = [os.path.basename(path) for path in glob.glob(os.path.join(folder, "giliran-*.service"))]
    assert len(names) == 5, names
    for name in names:
        unit = read_unit(folder, name.removesuffix("@.service"))
        with open(os.path.join(place, name), "w", encoding="utf-8") as file:
            file.write(re.sub(r"^(Exec\w+=)", rf"\1{stage.build}/bin/", unit, flags=re.M))
    result = subprocess.run(["systemd-analyze", "verify", "--man=no", *sorted(names)], cwd=place,
                            env=dict(os.environ, SYSTEMD_UNIT_PATH=f"{place}:"), text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    said = [line for line in result.stdout.split("\n") if "giliran" in line]
    assert result.returncode == 0 and not said, result.stdout


class Session:
    """The X server as the unit starts it, but without a screen of glass."""

    def __init__(self, stage):
        self.folder = os.path.join(stage.folder, "session")
        self.name = f":{int(stage.environ['DISPLAY'][1:]) + 200}"
        self.environ = dict(stage.environ, DISPLAY=self.name, RUNTIME_DIRECTORY=self.folder)
        self.command = [stage.program("giliran-session"), str(os.getuid()), "Xvfb", "-screen", "0",
                        "1280x720x24", "-nolisten", "tcp"]
        os.mkdir(self.folder)
        stage.environ["DISPLAY"] = self.name
        stage.environ["XAUTHORITY"] = os.path.join(self.folder, "authority")
        self.start()

    def start(self):
        self.server = subprocess.Popen(self.command, env=self.environ, stderr=subprocess.DEVNULL)

    def kill(self):
        self.server.kill()
        self.server.wait()


class Supervisor:
    """Starts the display again `rest_s` after its end, whatever ended it: what systemd does."""

    def __init__(self, stage, rest_s):
        self.stage = stage
        self.rest_s = rest_s
        self.over = False
        self.program = None
        self.starts = 0
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.over:
            self.program = self.stage.start("giliran-display", "--no-motion", "--device", "display-1",
                                            place=(0, 0))
            self.starts += 1
            self.program.process.wait()
            time.sleep(self.rest_s)

    def shows(self, text):
        """Until the program that runs now shows `text`, however often it is started until then."""
        def attempt():
            try:
                return self.program and self.program.ask(f"wait {text} 2000")
            except (AssertionError, OSError, ValueError):
                return False
        eventually(f"the display shows {text}", attempt)

    def stop(self):
        self.over = True
        self.program.process.terminate()
        self.thread.join()


def come_back(supervisor, what, end, ticket, before):
    """The same picture after `end`, which ends the display; says how long it took."""
    starts, began = supervisor.starts, time.monotonic()
    end()
    eventually("the display was started again", lambda: supervisor.starts > starts)
    supervisor.shows(ticket)
    took = time.monotonic() - began
    after = picture(supervisor.program)
    assert after == before, (before, after)
    assert took < MOST_S, took
    print(f"{what}: the same picture after {took:.2f} s")


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store()
        stage.giliran("open", "--counter", "1", "--staff", "ani")
        stage.giliran("issue", "--service", "KONS")
        prefix = os.path.join(stage.folder, "installed")
        stage.run("cmake", "--install", build, "--prefix", prefix)
        units = os.path.join(prefix, "lib", "systemd", "system")
        stage.build = prefix
        del stage.environ["GILIRAN_ASSETS"]
        check_units(stage, units)
        rest = re.search(r"^RestartSec=(\d+)ms$", read_unit(units, "giliran-display"), re.M)
        session = Session(stage)
        supervisor = Supervisor(stage, int(rest[1]) / 1000)
        try:
            ticket = stage.giliran("next", "--counter", "1").strip()
            supervisor.shows(ticket)
            key = os.path.join(session.folder, "authority")
            assert os.stat(key).st_mode & 0o777 == 0o600, oct(os.stat(key).st_mode)
            stage.environ["XAUTHORITY"] = os.devnull
            said = stage.run(stage.program("giliran-display"), status=1)
            assert "Authorization required" in said, said
            stage.environ["XAUTHORITY"] = key
            before = picture(supervisor.program)
            assert any(ticket in line for line in before), before
            for _ in range(3):
                come_back(supervisor, "kill -9", supervisor.program.process.kill, ticket, before)

            def end_server():
                session.kill()
                session.start()
            come_back(supervisor, "its X server killed", end_server, ticket, before)
        finally:
            supervisor.stop()
            session.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
