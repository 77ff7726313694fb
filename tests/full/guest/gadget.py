"""Runs in the guest: a receipt printer that is Linux's own USB gadget (f_printer on dummy_hcd), and
the mechanism behind it, which takes the bytes and may answer them."""

import errno
import fcntl
import os
import re
import select
import threading
import time

TREE = "/sys/kernel/config/usb_gadget/printer"
NODE = "/dev/g_printer0"
CONTROLLER = "dummy_udc.0"
VENDOR, PRODUCT = "0x04b8", "0x0e28"
ID = "MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;CLS:PRINTER;"
# linux/usb/g_printer.h; the bits are those of GET_PORT_STATUS (USB Printer Class 1.1, §4.2.2)
GADGET_SET_PRINTER_STATUS = 0xC0016722
NO_ERROR, SELECTED, PAPER_EMPTY = 0x08, 0x10, 0x20
BUFFER = 8192  # of f_printer; with one of them, a printer that is not read takes so much and stops
PLAIN = re.compile(rb"[^\x1d]+")
REAL_TIME = re.compile(rb"\x10\x04[\x01-\x04]")
PERHAPS = re.compile(rb"(?:\x10\x04?)?\Z")  # the beginning of one, at the end of what was read
LIMIT_S = 90


def write(path, text):
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def eventually(what, attempt):
    """The first true value `attempt` returns."""
    end = time.monotonic() + LIMIT_S
    while True:
        value = attempt()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f"never happened: {what}")
        time.sleep(0.02)


def build():
    for folder in ("strings/0x409", "configs/c.1", "functions/printer.0"):
        os.makedirs(os.path.join(TREE, folder))
    for name, text in {
            "idVendor": VENDOR, "idProduct": PRODUCT, "strings/0x409/manufacturer": "EPSON",
            "strings/0x409/product": "TM-T82X", "strings/0x409/serialnumber": "X7ABCD001",
            "functions/printer.0/pnp_string": ID, "functions/printer.0/q_len": "1"}.items():
        write(os.path.join(TREE, name), text)
    os.symlink(os.path.join(TREE, "functions/printer.0"), os.path.join(TREE, "configs/c.1/p"))


class Mechanism:
    """What stands behind the USB side of a printer. Like a real one it obeys DLE EOT wherever it
    stands, and GS r 1 when it comes to it; it does not know GS a. The bytes it was given, less these
    three, are `paper`."""

    def __init__(self, answers=False):
        self.answers = answers
        self.paper_out = False
        self.stops_after = None  # bytes of paper after which nothing is read any more
        self.paper = b""
        self.failure = None
        self.stopping = False
        self.descriptor = eventually("the gadget's node", open_node)
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def set_class_status(self, bits):
        fcntl.ioctl(self.descriptor, GADGET_SET_PRINTER_STATUS, bits)

    def run(self):
        unread, unprinted = b"", b""
        try:
            while not self.stopping:
                if self.stops_after is not None and len(self.paper) >= self.stops_after:
                    time.sleep(0.02)
                    continue
                if select.select([self.descriptor], [], [], 0.05)[0]:
                    unread += os.read(self.descriptor, BUFFER)
                    for question in REAL_TIME.findall(unread):
                        out = self.paper_out and question == b"\x10\x04\x04"
                        self.answer(b"\x72" if out else b"\x12")
                    unread = REAL_TIME.sub(b"", unread)
                    whole = len(unread) - len(PERHAPS.search(unread)[0])
                    unprinted = self.print(unprinted + unread[:whole])
                    unread = unread[whole:]
        except OSError as error:
            if error.errno not in (errno.ENODEV, errno.ESHUTDOWN):
                self.failure = str(error)

    def answer(self, byte):
        if self.answers:
            os.write(self.descriptor, byte)

    def print(self, data):
        """Prints whole commands of `data`; returns what waits for more."""
        while data:
            size = size_of_command(data)
            if size > len(data):
                break
            if data.startswith(b"\x1dr\x01"):
                self.answer(b"\x00")
            elif not data.startswith(b"\x1da"):
                self.paper += data[:size]
            data = data[size:]
        return data

    def close(self):
        self.stopping = True
        self.thread.join()
        os.close(self.descriptor)
        if self.failure:
            raise AssertionError(f"the printer's mechanism: {self.failure}")


def open_node():
    try:
        return os.open(NODE, os.O_RDWR | os.O_NONBLOCK)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EBUSY):
            raise
        return None


def size_of_command(data):
    """Of the command that `data` begins with: a picture, a question, or anything up to the next
    one that may be either. More than there is when more is needed to tell."""
    if data[0] != 0x1d:
        return len(PLAIN.match(data)[0])
    if data[:4] == b"\x1dv0\x00":
        width, height = (int.from_bytes(data[at:at + 2], "little") for at in (4, 6))
        return 8 + width * height
    return 3 if data[:2] in (b"\x1dr", b"\x1da") else 1 if len(data) >= 4 else 4


def plug():
    write(os.path.join(TREE, "UDC"), CONTROLLER)


def unplug():
    write(os.path.join(TREE, "UDC"), "\n")


def reset_class_status():
    """It outlives the cable."""
    descriptor = eventually("the gadget's node", open_node)
    fcntl.ioctl(descriptor, GADGET_SET_PRINTER_STATUS, NO_ERROR | SELECTED)
    os.close(descriptor)


def is_plugged():
    with open(os.path.join(TREE, "UDC"), encoding="ascii") as file:
        return bool(file.read().strip())
