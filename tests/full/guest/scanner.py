"""scanner.py BUILD: the reader of scanners (tests/drivers/hid_client.c) on a USB keyboard that QEMU
plays: usbhid, evdev and the grab are the kernel's own.

A code is typed at one go and fits QEMU's queue of 16 presses and releases; the kernel fetches one
about every 8 ms of the guest's time, so no speed of this machine makes it look typed by hand."""

import machine
import programs

LIMIT_S = 300
OPTIONS = ("-device", "qemu-xhci,id=x", "-device", "usb-kbd,id=scanner,bus=x.0")
NUMBERS = "scanner:0627:0001"
NAME = "QEMU QEMU USB Keyboard"


def read_state(room, name):
    """The node of the keyboard that `name` has opened."""
    line = room.line(name)
    before = f"state ok [{NAME}] "
    assert line.startswith(before + "/dev/input/event"), line
    return line[len(before):]


def test_what_is_typed_at_once_is_a_scan(room):
    client = room.start("reader", "hid-client", NUMBERS)
    read_state(room, "reader")
    room.guest.type_keys(["k", "7", "q", "m", "2", "x", "ret"])
    client.expect("scan k7qm2x")
    room.guest.type_keys(["4", "minus", "slash", "dot", "z", "kp_enter"])
    client.expect("scan 4-/.z")
    room.guest.type_keys([("shift", "k"), "7", ("shift", "semicolon"), "ret"])
    client.expect("scan K7:")
    client.end()


def test_half_a_code_is_none(room):
    client = room.start("half", "hid-client", NUMBERS)
    read_state(room, "half")
    room.guest.type_keys(["k", "7", "q", "m"])
    client.expect("spoilt 1")
    room.guest.type_keys(["2", "x", "ret"])
    client.expect("scan 2x")
    client.end()


def test_a_keyboard_is_nobodys_scanner_unasked(room):
    client = room.start("auto", "hid-client", "scanner:auto")
    client.expect("state device_missing [] ")
    client.end()


def test_only_one_has_the_keys(room):
    first = room.start("first", "hid-client", NUMBERS)
    node = read_state(room, "first")
    second = room.start("second", "hid-client", f"scanner:{node}")
    second.expect("state device_held [] ")
    room.guest.type_keys(["1", "2", "3", "ret"])
    first.expect("scan 123")
    first.end()
    assert read_state(room, "second") == node
    room.guest.type_keys(["4", "5", "6", "ret"])
    second.expect("scan 456")
    second.end()


def test_unplugged_and_back(room):
    client = room.start("plugged", "hid-client", NUMBERS)
    read_state(room, "plugged")
    room.guest.type_keys(["1", "2"])
    room.guest.ask("device_del", {"id": "scanner"})
    client.expect("state device_missing [] ")
    room.guest.ask("device_add", {"driver": "usb-kbd", "id": "again", "bus": "x.0"})
    read_state(room, "plugged")
    room.guest.type_keys(["3", "4", "5", "ret"])
    client.expect("scan 345")
    client.end()


def test(build):
    with programs.Room(build, LIMIT_S, OPTIONS) as room:
        programs.run_scenarios([
            test_what_is_typed_at_once_is_a_scan, test_half_a_code_is_none,
            test_a_keyboard_is_nobodys_scanner_unasked, test_only_one_has_the_keys,
            test_unplugged_and_back], room)
        room.finish()


if __name__ == "__main__":
    machine.run_test(test)
