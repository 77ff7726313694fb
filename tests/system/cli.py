"""A store and a command line for the tests of `giliran` alone, without screens."""

import json
import os
import shutil
import subprocess
import tempfile

DAY = "2026-11-23"  # a Monday
LIMIT_S = 60


def promising_office(source, folder):
    """The office of the issue as if it promised ten minutes for every service, in a file of its own."""
    with open(os.path.join(source, "assets", "offices", "tana-tidung.conf"), encoding="utf-8") as file:
        text = file.read()
    assert "target_s = 0;" in text
    path = os.path.join(folder, "promising.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace("target_s = 0;", "target_s = 600;"))
    shutil.copy(os.path.join(source, "assets", "calendar", "indonesia-2026.csv"), folder)
    return path


class Line:
    """`with Line(build, source) as line:` a training store with one clerk "ani", PIN 2468."""

    def __init__(self, build, source):
        self.program = os.path.join(build, "bin", "giliran")
        self.office = os.path.join(source, "assets", "offices", "tana-tidung.conf")
        self.folder = tempfile.mkdtemp(prefix="giliran-cli-")
        self.store = os.path.join(self.folder, "giliran.db")
        self.environ = dict(os.environ, GILIRAN_ASSETS=os.path.join(build, "assets"),
                            GILIRAN_STORE=self.store, HOME=self.folder,
                            XDG_DATA_HOME=self.folder, LC_ALL="C.UTF-8",
                            SDL_VIDEODRIVER="dummy")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            self.environ.pop(name, None)

    def __enter__(self):
        self.ok("init", "--office", self.office, "--training", at="07:00:00")
        self.ok("staff", "add", "ani", "--name", "Ani", "--role", "clerk", "--pin-stdin",
                text="2468\n", at="07:00:01")
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            shutil.rmtree(self.folder)
        else:
            print(f"left for a look: {self.folder}")

    def run(self, *arguments, text="", at=None, environ=None):
        moment = ["--at", at if "T" in at else f"{DAY}T{at}"] if at else []
        return subprocess.run([self.program, *arguments, *moment], input=text, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=LIMIT_S,
                              env=environ or self.environ, check=False)

    def ok(self, *arguments, **more):
        """stdout of a command that must be done."""
        result = self.run(*arguments, **more)
        assert result.returncode == 0, (arguments, result.returncode, result.stderr)
        assert result.stderr == "", (arguments, result.stderr)
        return result.stdout

    def json(self, *arguments, **more):
        return json.loads(self.ok(*arguments, "--json", **more))

    def refused(self, status, word, *arguments, **more):
        """The command ends with `status`, prints nothing and says `word` in one line."""
        result = self.run(*arguments, **more)
        assert result.returncode == status, (arguments, result.returncode, result.stderr)
        assert result.stdout == "", (arguments, result.stdout)
        lines = result.stderr.splitlines()
        assert len(lines) == 1 and lines[0].startswith("giliran: "), (arguments, result.stderr)
        assert word in lines[0], (arguments, word, lines[0])
