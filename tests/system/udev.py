"""The udev rules as udev itself reads and applies them to devices of every kind, in a namespace of
its own: the machine's own rules and devices stay as they are."""

import os
import re
import subprocess
import sys
import tempfile

SKIPPED = 77
GID = 4321
HUB = "/devices/pci0000:00/0000:00:14.0/usb1"
PORT = f"{HUB}/1-1/1-1:1.0/ttyUSB0/tty/ttyUSB0"
BEHIND = f"{HUB}/1-1/1-1.1"

# A configuration with one interface of the printer class (07/01/02), for who asks the descriptors.
PRINTER = ("1201000200000040" "34127856" "0001" "00000001"
           "09022000010100c032" "0904000002070102" "00" "0705810240000007050202400000")
SETUP = """set -e
mount -t tmpfs none /etc/udev/rules.d
mount -t tmpfs none /run
if [ -d /dev/char ]; then mount -t tmpfs none /dev/char; fi
cp "$1" /etc/udev/rules.d/
mount --bind "$2" /etc/group
shift 2
exec "$@"
"""


def describe_usb(path, number, vendor, product, descriptors=""):
    usb = [f"P: {path}", f"N: bus/usb/001/00{number}", f"E: DEVNAME=/dev/bus/usb/001/00{number}",
           "E: BUSNUM=001", f"E: DEVNUM=00{number}", "E: DEVTYPE=usb_device", "E: MAJOR=189",
           f"E: MINOR={number - 1}", "E: SUBSYSTEM=usb", f"A: idVendor={vendor}\\n",
           f"A: idProduct={product}\\n"]
    if descriptors:
        usb.append(f"H: descriptors={descriptors}")
    return "\n".join(usb) + "\n\n"


def describe(vendor, product, descriptors=""):
    """A USB device and, below it, its serial port, as umockdev takes them."""
    port = [f"P: {HUB}/1-1/1-1:1.0", "E: DEVTYPE=usb_interface", "E: SUBSYSTEM=usb", "",
            f"P: {PORT}", "N: ttyUSB0", "E: DEVNAME=/dev/ttyUSB0", "E: MAJOR=188", "E: MINOR=0",
            "E: SUBSYSTEM=tty"]
    return describe_usb(f"{HUB}/1-1", 2, vendor, product, descriptors) + "\n".join(port) + "\n"


def describe_behind(vendor, product):
    """A keyboard at a hub with these numbers, which some makers of printers build in."""
    return (describe_usb(f"{HUB}/1-1", 2, vendor, product) +
            describe_usb(BEHIND, 3, "046d", "c31c"))


class Rules:
    def __init__(self, rules, folder):
        self.rules, self.folder = rules, folder
        self.groups = os.path.join(folder, "group")
        with open("/etc/group", encoding="utf-8") as file:
            text = file.read()
        with open(self.groups, "w", encoding="utf-8") as file:
            file.write(text + f"giliran:x:{GID}:\n")
        self.lp = re.search(r"^lp:[^:]*:(\d+):", text, re.M)[1]
        self.dialout = re.search(r"^dialout:[^:]*:(\d+):", text, re.M)[1]

    def run(self, *command):
        return subprocess.run(
            ["unshare", "--map-root-user", "--mount", "sh", "-c", SETUP, "sh", self.rules,
             self.groups, *command],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False)

    def apply(self, device, path):
        """(gid, mode) that udev gives the node at last, and what else it says."""
        description = os.path.join(self.folder, "device.umockdev")
        with open(description, "w", encoding="utf-8") as file:
            file.write(device)
        result = self.run("umockdev-run", "-d", description, "--", "udevadm", "test", "-a", "add",
                          "/sys" + path)
        said = result.stdout
        assert result.returncode == 0 and "ACTION=add" in said, said
        # What is wrong with a rule is said when it is read, before any device is named.
        wrong = [line for line in said.splitlines() if line.startswith("/etc/udev/rules.d/7")]
        assert not wrong, wrong
        group = re.findall(r"\.rules:\d+ GROUP (\d+)$", said, re.M)
        mode = re.findall(r"\.rules:\d+ MODE (\d+)$", said, re.M)
        return (group[-1] if group else None), (mode[-1] if mode else None), said


def check_usb(rules):
    usb = f"{HUB}/1-1"
    for vendor, product, gid in (
            ("0403", "6001", GID), ("0403", "6015", GID), ("1a86", "7523", GID),
            ("1a86", "7522", GID), ("1a86", "5523", GID), ("10c4", "ea61", GID),
            ("10c4", "ea60", GID), ("10c4", "ea63", GID), ("067b", "2303", GID), ("8765", "1234", GID),
            ("04b8", "0202", rules.lp), ("04b8", "0e27", rules.lp), ("0416", "5011", rules.lp),
            ("1504", "0006", rules.lp), ("067b", "2305", rules.lp)):
        group, mode, said = rules.apply(describe(vendor, product), usb)
        assert (group, mode) == (str(gid), "0660"), (vendor, product, group, mode, said)
    # Anything else is left as Debian has it; a printer of no known number is of lp.
    group, mode, said = rules.apply(describe("1234", "5678"), usb)
    assert (group, mode) == (None, "0664"), said
    group, mode, said = rules.apply(describe("1234", "5678", PRINTER), usb)
    assert group == rules.lp, said


def check_behind_hubs(rules):
    """What is plugged into a device of a known maker is not its maker's."""
    for vendor, product in (("0519", "0003"), ("1504", "0006"), ("2d84", "c7c8"), ("0403", "6001")):
        group, mode, said = rules.apply(describe_behind(vendor, product), BEHIND)
        assert (group, mode) == (None, "0664"), (vendor, product, said)
        assert "ID_MM" not in said, said


def check_ports(rules):
    for vendor, product in (("0403", "6001"), ("0403", "6015"), ("1a86", "7523"), ("10c4", "ea60"),
                            ("067b", "2303"), ("2341", "0043"), ("2341", "8036")):
        group, mode, said = rules.apply(describe(vendor, product), PORT)
        assert (group, mode) == (str(GID), "0660"), (vendor, product, said)
        assert "ID_MM_PORT_IGNORE=1" in said, said
    # A modem (Huawei's E3372 and many before it), and what nobody knows, stay as Debian has them.
    for vendor, product in (("12d1", "1506"), ("19d2", "0031"), ("1234", "5678"), ("2341", "9999")):
        for path, untouched in ((PORT, (rules.dialout, None)), (f"{HUB}/1-1", (None, "0664"))):
            group, mode, said = rules.apply(describe(vendor, product), path)
            assert (group, mode) == untouched, (vendor, product, said)
            assert "ID_MM" not in said, said
    built_in = "/devices/platform/serial8250/tty/ttyS0"
    group, _, said = rules.apply(
        f"P: {built_in}\nN: ttyS0\nE: DEVNAME=/dev/ttyS0\nE: MAJOR=4\nE: MINOR=64\n"
        "E: SUBSYSTEM=tty\n", built_in)
    assert group == rules.dialout and "ID_MM" not in said, said


def check_lines_of_doctor(rules):
    """What `giliran doctor` tells to write for one device (drivers/inventory.c) does what it says."""
    local = os.path.join(rules.folder, "72-giliran-local.rules")
    with open(local, "w", encoding="utf-8") as file:
        file.write(
            'SUBSYSTEM=="usb", ATTR{idVendor}=="1234", ATTR{idProduct}=="5678", GROUP="lp", '
            'MODE="0660"\n'
            'SUBSYSTEM=="usb", ATTR{idVendor}=="1234", ATTR{idProduct}=="5679", '
            'ENV{ID_MM_DEVICE_IGNORE}="1", GROUP="giliran", MODE="0660"\n'
            'SUBSYSTEM=="input", KERNEL=="event*", ATTRS{id/vendor}=="1234", '
            'ATTRS{id/product}=="5680", GROUP="giliran", MODE="0660"\n')
    own = Rules(local, rules.folder)
    for product, gid in (("5678", rules.lp), ("5679", str(GID))):
        group, mode, said = own.apply(describe("1234", product), f"{HUB}/1-1")
        assert (group, mode) == (gid, "0660"), (product, said)
    group, _, said = own.apply(describe("1234", "5681"), f"{HUB}/1-1")
    assert group is None, said
    pad = f"{HUB}/1-1/1-1:1.0/input/input5"
    group, mode, said = own.apply(
        f"P: {pad}\nE: SUBSYSTEM=input\nA: id/vendor=1234\\n\nA: id/product=5680\\n\n\n"
        f"P: {pad}/event5\nN: input/event5\nE: DEVNAME=/dev/input/event5\nE: MAJOR=13\nE: MINOR=69\n"
        "E: SUBSYSTEM=input\n", f"{pad}/event5")
    assert (group, mode) == (str(GID), "0660"), said


def check_that_errors_are_seen(rules):
    """The test itself would notice a broken rule."""
    broken = os.path.join(rules.folder, "70-giliran.rules")
    with open(broken, "w", encoding="utf-8") as file:
        file.write('SUBSYSTEM=="usb", GRUOP="giliran"\n')
    try:
        Rules(broken, rules.folder).apply(describe("0403", "6001"), f"{HUB}/1-1")
    except AssertionError as wrong:
        assert "GRUOP" in str(wrong), wrong
    else:
        raise AssertionError("a broken rule was not noticed")


def main(_, source):
    with tempfile.TemporaryDirectory(prefix="giliran-udev-") as folder:
        rules = Rules(os.path.join(source, "assets/system/udev/70-giliran.rules"), folder)
        if rules.run("true").returncode != 0:
            print("skipped: no namespace of mounts is to be had here")
            sys.exit(SKIPPED)
        check_usb(rules)
        check_behind_hubs(rules)
        check_ports(rules)
        check_lines_of_doctor(rules)
        check_that_errors_are_seen(rules)


if __name__ == "__main__":
    main(*sys.argv[1:])
