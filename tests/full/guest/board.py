"""board.py BUILD: boards (tests/drivers/board_client.c) behind the FTDI bridge that QEMU plays. What
the driver sends comes out of a socket here; QEMU tells by itself which speed and format it was
asked for. The bridge is plugged in while the socket is connected."""

import binascii
import re
import socket
import threading

import machine
import programs

LIMIT_S = 300
WAIT_S = 60
OPTIONS = ("-device", "qemu-xhci,id=x",
           "-chardev", "socket,id=board,path={folder}/board,server=on,wait=off",
           "-device", "usb-serial,chardev=board,bus=x.0", "-trace", "usb_serial_set_*")
OK = "state ok [FTDI 0403:6001]"
MISSING = "state device_missing []"
FRAME = re.compile(rb"\$(([0-9A-F]{2})([A-Z])([^$*]*))\*([0-9A-F]{4})\r\n")


def checksum(data):
    """CRC-16/CCITT-FALSE, by another hand than the driver's."""
    return b"%04X" % binascii.crc_hqx(data, 0xffff)


class Board:
    """A board of the open frame (assets/board/README.md). Made is plugged in, closed is pulled."""

    def __init__(self, room):
        self.answers = True
        self.bytes = b""
        self.shown = []
        self.wrong = None
        self.changed = threading.Condition()
        self.link = socket.socket(socket.AF_UNIX)
        self.link.connect(room.guest.path("board"))
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        unread, last = b"", b""
        while piece := self.link.recv(4096):
            unread += piece
            with self.changed:
                self.bytes += piece
                while frame := FRAME.search(unread):
                    unread = unread[frame.end():]
                    body, sequence, kind, payload, total = frame.groups()
                    if checksum(body) != total:
                        self.wrong = frame[0]
                    elif self.answers:
                        answer = sequence + b"A"
                        self.link.sendall(b"$" + answer + b"*" + checksum(answer) + b"\r\n")
                        if kind != b"H" and sequence != last:
                            self.shown.append((kind + payload).decode())
                        last = sequence
                self.changed.notify()

    def wait(self, what, is_so):
        with self.changed:
            there = self.changed.wait_for(is_so, WAIT_S)
            assert there and not self.wrong, f"{what}: {self.shown}, {self.wrong}, {self.bytes}"

    def expect(self, *shown):
        self.wait(f"not shown {shown}", lambda: self.shown == list(shown))

    def close(self):
        self.link.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.link.close()


def start(room, name, uri):
    """A client that has found the board; the kernel may be about to."""
    client = room.start(name, "board-client", uri)
    line = room.line(name)
    assert line in (OK, MISSING), line
    if line == MISSING:
        client.expect(OK)
    return client


def test_plugged_shown_and_given_back(room):
    client = room.start("frame", "board-client", "frame+serial:auto")
    client.expect(MISSING)
    board = Board(room)
    client.expect(OK)
    client.say("call A012 3")
    board.expect("CA012,03")
    client.say("call K007 12")
    board.expect("CA012,03", "CK007,12")
    client.end()
    board.expect("CA012,03", "CK007,12", "B")
    look = room.start("node", "/bin/sh", "-c",
                      "until [ -e /dev/ttyUSB0 ]; do sleep 0.1; done; echo there")
    look.expect("there", "ended 0")
    board.close()


def test_speed_and_format_as_qemu_reads_them(room):
    for uri, speed, parity, bits in (("frame+serial:auto,2400", 2400, "N", 8),
                                     ("frame+serial:0403:6001", 9600, "N", 8),
                                     ("alpha+serial:auto", 9600, "E", 7),
                                     ("alpha+serial:auto,19200,8N1", 19200, "N", 8),
                                     ("frame+serial:auto,115200", 115200, "N", 8)):
        before = len(room.guest.errors())
        board = Board(room)
        name = f"speed{before}"
        client = start(room, name, uri)
        client.say("call A012 3")
        board.wait("no call", lambda: b"A012" in board.bytes)
        client.end()
        said = room.guest.errors()[before:]
        speeds = re.findall(r"baud rate (\d+)", said)
        assert speeds and abs(int(speeds[-1]) / speed - 1) < 0.03, said
        formats = re.findall(r"parity (.), data bits (\d), stop bits (\d)", said)
        assert formats and formats[-1] == (parity, str(bits), "1"), said
        board.close()


def test_pulled_out_and_back(room):
    board = Board(room)
    client = start(room, "pulled", "frame+serial:auto")
    client.say("call A012 3")
    board.expect("CA012,03")
    board.close()
    client.expect(MISSING)
    client.say("call A013 3")
    board = Board(room)
    client.expect(OK)
    board.expect("CA013,03")
    client.end()
    board.close()


def test_a_board_that_falls_silent(room):
    board = Board(room)
    client = start(room, "silent", "frame+serial:auto")
    client.say("call A012 3")
    board.expect("CA012,03")
    board.answers = False
    client.say("call A013 4")
    client.expect("state device_timeout [FTDI 0403:6001]")
    board.answers = True
    client.expect(OK)
    board.expect("CA012,03", "CA013,04")
    client.end()
    board.close()


def test(build):
    with programs.Room(build, LIMIT_S, OPTIONS) as room:
        programs.run_scenarios([
            test_plugged_shown_and_given_back, test_speed_and_format_as_qemu_reads_them,
            test_pulled_out_and_back, test_a_board_that_falls_silent], room)
        room.finish()


if __name__ == "__main__":
    machine.run_test(test)
