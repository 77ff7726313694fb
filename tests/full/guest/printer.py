"""printer.py BUILD [SCENARIO…]: slips through the worker, the USB driver, libusb, usbfs and usblp to
a printer that Linux itself plays; the scenarios are those of printer_inside.py."""

import os
import sys

import machine

LIMIT_S = 400
INSIDE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "printer_inside.py")


def test(build, *scenarios):
    command = [sys.executable, "-B", INSIDE, build, *scenarios]
    with machine.Guest(build, command, LIMIT_S) as guest:
        status = guest.finish()
        assert status == 0, guest.trouble(f"printer_inside.py ended with {status}")


if __name__ == "__main__":
    machine.run_test(test)
