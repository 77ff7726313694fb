"""`giliran doctor` and the devices of a desk, all plugged in at once: what it says of each, that it asks
only what is free, and what is lacking. The devices are virtual, the program and libusb are real."""

import json
import os
import subprocess
import sys

from cli import Line

CLEAN = {"paper": True, "near_end": True, "cover": True, "cutter": True, "confirms": None}
SILENT = {"paper": False, "near_end": False, "cover": False, "cutter": False, "confirms": False}
FIELDS = {"kind": str, "id": (str, type(None)), "serial": (str, type(None)), "name": str,
          "uri": str, "state": str, "finding": str, "profile": (str, type(None)),
          "driver": (str, type(None)), "node": (str, type(None)), "permitted": bool,
          "group": (str, type(None)), "member": (bool, type(None)), "rule": (str, type(None)),
          "asked": bool, "reason": (str, type(None)), "near_end": (bool, type(None)),
          "tells": (dict, type(None))}
FREE, HIDDEN, HELD, A4, BRIDGE, SCANNER = range(6)


class Desk:
    """virtual_desk, and the surroundings in which the command sees its devices."""

    def __init__(self, line, build):
        environ = dict(line.environ, ASAN_OPTIONS="verify_asan_link_order=0",
                       CUPS_SERVER="/nonexistent/cups.sock")
        self.process = subprocess.Popen(
            ["umockdev-wrapper", os.path.join(build, "bin", "virtual-desk")], env=environ,
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        folder = self.process.stdout.readline().strip()
        assert folder, "the virtual devices do not start"
        self.line = line
        self.environ = dict(environ, UMOCKDEV_DIR=folder, LD_PRELOAD="libumockdev-preload.so.0")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def look(self, printer):
        """How often it was claimed, released, detached and attached."""
        return [int(number) for number in self.say(f"look {printer}").split()]

    def doctor(self, *more, language="C.UTF-8"):
        environ = dict(self.environ, LC_ALL=language)
        return self.line.run("doctor", *more, environ=environ)

    def devices(self, *more):
        result = self.doctor("--json", *more)
        report = json.loads(result.stdout)
        assert set(report) == {"ok", "checks", "devices"}, report
        for check in report["checks"]:
            assert set(check) == {"name", "state", "text"}, check
        for device in report["devices"]:
            assert set(device) == set(FIELDS), device
            for name, kinds in FIELDS.items():
                assert isinstance(device[name], kinds), (name, device)
        return {device["uri"]: device for device in report["devices"]}

    def stop(self):
        self.process.stdin.close()
        assert self.process.wait(20) == 0


URIS = ["usb:04b8:0e28:X7AB1", "usb:04b8:0202", "usb:04b8:0e28:X7AB2", "usb:03f0:0e28",
        "serial:0403:6001", "scanner:0c2e:0b61"]


def check_devices(desk):
    devices = desk.devices()
    assert sorted(devices) == sorted(URIS), devices
    free, hidden, held, a4, bridge, scanner = (devices[uri] for uri in URIS)
    assert [device["kind"] for device in devices.values()] == \
        ["printer"] * 4 + ["board", "scanner"], devices
    assert (free["name"], free["profile"], free["serial"]) == \
        ("EPSON TM-T82X", "80mm-epson", "X7AB1"), free
    assert (free["state"], free["driver"], free["finding"], free["reason"]) == \
        ("kernel", "usblp", "ok", "ok"), free
    assert free["tells"] == CLEAN and free["near_end"] is False and free["asked"], free
    assert (hidden["state"], hidden["driver"], hidden["finding"]) == ("free", None, "warn"), hidden
    assert hidden["tells"] == SILENT, hidden
    assert (held["state"], held["asked"], held["reason"], held["tells"], held["finding"]) == \
        ("held", False, None, None, "ok"), held
    assert (a4["name"], a4["asked"], a4["profile"]) == ("HP LaserJet P1102", False, "safe"), a4
    assert (bridge["state"], bridge["driver"]) == ("kernel", "ftdi_sio"), bridge
    assert (scanner["state"], scanner["reason"], scanner["node"], scanner["finding"]) == \
        ("free", "ok", "/dev/input/event5", "ok"), scanner
    assert all(device["permitted"] and device["rule"] is None for device in devices.values())
    # Only the two that are free were opened, and both were given back as they were.
    assert desk.look(FREE) == [1, 1, 1, 1] and desk.look(HIDDEN) == [1, 1, 0, 0]
    for other in (HELD, A4, BRIDGE):
        assert desk.look(other) == [0, 0, 0, 0], other


def check_words(desk):
    said = desk.doctor().stdout
    for line in (
            "ok · printer · EPSON TM-T82X · usb:04b8:0e28:X7AB1\n    held by the kernel (usblp)",
            "ready; can report: paper out, paper low, cover open, cutter stuck; known after the first"
            " ticket: ticket printed",
            "warning · printer · Maker Device · usb:04b8:0202\n    free; paper 80mm-512; reports no state",
            "ok · printer · Maker Device · usb:04b8:0e28:X7AB2\n    another program uses it",
            "not known as a ticket printer",
            "ok · LED board · Maker FT232R USB UART · serial:0403:6001\n    held by the kernel (ftdi_sio)",
            "ok · scanner · Honeywell USB Bar Code Scanner · scanner:0c2e:0b61\n    free"):
        assert line in said, (line, said)
    said = desk.doctor(language="id_ID.UTF-8").stdout
    for line in ("baik · printer · EPSON TM-T82X · usb:04b8:0e28:X7AB1", "dapat melaporkan: kertas habis",
                 "baik · papan LED · ", "perangkat · 6 ditemukan"):
        assert line in said, (line, said)


def check_rights(desk):
    """Looked at for another user, nothing is asked that this user may not have."""
    for printer in (FREE, BRIDGE):
        assert desk.say(f"forbid {printer}") == "ok"
    before = desk.look(FREE)
    devices = desk.devices("--user", "nobody")
    free, bridge = devices[URIS[FREE]], devices[URIS[BRIDGE]]
    assert (free["state"], free["permitted"], free["group"], free["member"], free["finding"]) == \
        ("denied", False, "lp", False, "warn"), free
    assert free["rule"] == ('SUBSYSTEM=="usb", ATTR{idVendor}=="04b8", ATTR{idProduct}=="0e28", '
                            'GROUP="lp", MODE="0660"'), free
    assert bridge["group"] == "giliran" and bridge["state"] == "denied", bridge
    # Neither udev nor a group gave anything in this mock system: also what is held warns.
    assert devices[URIS[HELD]]["finding"] == "warn", devices
    assert not free["asked"] and desk.look(FREE) == before
    said = desk.doctor("--user", "nobody").stdout
    for words in ("user nobody has no right to /dev/bus/usb/001/002; write in /etc/udev/rules.d/",
                  free["rule"], "usermod -aG lp nobody", "udevadm control --reload",
                  "checked for user nobody"):
        assert words in said, (words, said)
    result = desk.doctor("--user", "there-is-none")
    assert result.returncode == 2 and "there-is-none" in result.stderr and not result.stdout, result


def check_trouble(desk):
    assert desk.say("hold") == "ok" and desk.say("paper 1") == "ok"
    devices = desk.devices()
    scanner, hidden = devices[URIS[SCANNER]], devices[URIS[HIDDEN]]
    assert (scanner["state"], scanner["finding"]) == ("held", "ok"), scanner
    assert (hidden["reason"], hidden["finding"]) == ("paper_out", "warn"), hidden
    assert "out of paper" in desk.doctor().stdout


def main(build, source):
    with Line(build, source) as line:
        desk = Desk(line, build)
        try:
            check_devices(desk)
            check_words(desk)
            check_rights(desk)
            check_trouble(desk)
        finally:
            desk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
