"""What `cmake --install` leaves under a prefix works from there, without the build tree."""

import os
import sys

from people import Stage


def check_unit(path):
    """The clips of calls are made before the screens come, as the user who runs them."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for line in ("User=%i", "Type=oneshot", "ExecCondition=giliran voice", "ExecStart=giliran voice make", "Before=graphical.target"):
        assert line in lines, (line, lines)


def main(build, source):
    with Stage(build, source) as stage:
        prefix = os.path.join(stage.folder, "installed")
        stage.run("cmake", "--install", build, "--prefix", prefix)
        del stage.environ["GILIRAN_ASSETS"]
        stage.build = prefix
        rules = os.path.join(prefix, "lib", "udev", "rules.d", "70-giliran.rules")
        assert os.path.getsize(rules) > 0 and os.stat(rules).st_mode & 0o444 == 0o444, rules
        group = os.path.join(prefix, "lib", "sysusers.d", "giliran.conf")
        with open(group, encoding="utf-8") as file:
            assert "\ng giliran -\n" in file.read(), group
        check_unit(os.path.join(prefix, "lib", "systemd", "system", "giliran-voice@.service"))
        office = os.path.join(prefix, "share", "giliran", "offices", "tana-tidung.conf")
        # As the unit asks it: without an office it is skipped.
        stage.giliran("voice", "--at", "2026-11-23T08:59:59", status=1)
        stage.giliran("init", "--office", office, "--training", "--at", "2026-11-23T09:00:00")
        said = stage.giliran("issue", "--service", "KONS", "--at", "2026-11-23T09:00:00")
        assert said == "K001\n", said
        said = stage.giliran("next", "--counter", "1", "--at", "2026-11-23T09:00:01", status=1)
        assert "Loket ini belum dibuka" in said, said
        said = stage.giliran("voice", "make", "--at", "2026-11-23T09:00:02")
        assert "potongan suara dibuat" in said, said
        for name in ("giliran-kiosk", "giliran-console", "giliran-display"):
            program = stage.start(name)
            program.wait("BPS Kabupaten Tana Tidung" if name != "giliran-console" else "Kepala")
            program.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
