"""Streams that are cut off, damaged or nothing but noise: the paper printer says so and ends."""

import glob
import os
import random
import sys

SOURCE = sys.argv[2]
sys.path.insert(0, os.path.join(SOURCE, "tests", "support"))

from escpos import NARROW, WIDE, Slip, interpret  # noqa: E402
from escpos.interpreter import ERRORS_MAX  # noqa: E402
from escpos.paper import LENGTH_MAX  # noqa: E402

SEED = 20261123
# One command each, none of which ends where another could begin.
COMMANDS = [
    b"\x1b!\x00", b"\x1bE\x01", b"\x1b-\x01", b"\x1bM\x00", b"\x1ba\x01", b"\x1bt\x10", b"\x1b3\x20",
    b"\x1bd\x03", b"\x1bJ\x40", b"\x1b$\x20\x00", b"\x1b\\\x20\x00", b"\x1bD\x08\x10\x00",
    b"\x1bp\x00\x20\x20", b"\x1b*\x21\x03\x00" + bytes(9), b"\x1dL\x20\x00", b"\x1dW\x20\x01",
    b"\x1d!\x11", b"\x1dB\x01", b"\x1dv0\x00\x02\x00\x03\x00" + bytes(6), b"\x1dVB\x00", b"\x1dr\x01",
    b"\x1d(L\x0c\x000p0\x01\x011\x09\x00\x01\x00\xff\x80", b"\x1d(k\x07\x001P0K007",
    b"\x1d8L\x0b\x00\x00\x000p0\x01\x011\x01\x00\x01\x00\x80", b"\x1c(A\x02\x000\x00",
    b"\x10\x04\x01", b"\x10\x14\x01\x00\x01",
]


def judge(data, printer):
    slip = interpret(data, printer)
    assert isinstance(slip, Slip) and slip.length <= LENGTH_MAX
    for offset, what in slip.errors:
        assert 0 <= offset <= len(data) and what
    for row in slip.rows:
        assert row >> printer.dots == 0
    return slip


def check_cut_off():
    """Every command ended early is one error at its first byte, wherever it ends."""
    before = b"\x1b@\x1c.K007\n"
    for command in COMMANDS:
        whole = judge(before + command + b"\n", WIDE)
        assert not whole.errors, (command, whole.errors)
        for length in range(1, len(command)):
            errors = judge(before + command[:length], WIDE).errors
            assert any(offset == len(before) and "the stream ends inside" in what
                       for offset, what in errors), (command[:length], errors)


def check_wrong_lengths(streams):
    """A length that is not true is noticed: what follows is no longer what it was."""
    for command, at in [(b"\x1dv0\x00\x02\x00\x03\x00" + bytes(6), 4),
                        (b"\x1dv0\x00\x02\x00\x03\x00" + bytes(6), 6),
                        (b"\x1d(L\x0c\x000p0\x01\x011\x09\x00\x01\x00\xff\x80", 3),
                        (b"\x1d(L\x0c\x000p0\x01\x011\x09\x00\x01\x00\xff\x80", 13),
                        (b"\x1d(k\x03\x001C\x05", 3), (b"\x1d(k\x04\x001A2\x00", 3)]:
        after = b"\x1b@K007\n"
        rows = judge(command + after, WIDE).rows
        for change in (1, 255):
            damaged = bytearray(command)
            damaged[at] = damaged[at] + change & 255
            slip = judge(bytes(damaged) + after, WIDE)
            assert slip.errors or slip.rows != rows, damaged
    for data in streams:
        for part in range(1, 8):
            judge(data[:len(data) * part // 8], WIDE)


def check_noise(streams):
    """Bytes from a seed, and real slips with some bytes changed."""
    source = random.Random(SEED)
    lead = [0x1B, 0x1D, 0x1C, 0x10]
    for turn in range(400):
        data = bytes(source.choice(lead) if source.random() < 0.2 else source.randrange(256)
                     for _ in range(source.randrange(1, 600)))
        judge(data, WIDE if turn % 2 else NARROW)
    for data in streams:
        for _ in range(20):
            damaged = bytearray(data)
            for _ in range(source.randrange(1, 6)):
                damaged[source.randrange(len(damaged))] = source.randrange(256)
            judge(bytes(damaged), WIDE)


def check_bounds():
    slip = judge(b"\x1b3\xff" + b"\x1bd\xff" * 1000, WIDE)
    assert slip.errors[-1][1] == "metres of paper: given up"
    slip = judge(b"\x1bZ" * 5000, WIDE)
    assert len(slip.errors) <= ERRORS_MAX + 1
    slip = judge(b"\x1dv0\x00\xff\xff\xff\xff" + bytes(100000), WIDE)
    assert slip.length == 0 and len(slip.errors) == 1
    slip = judge(b"\x1dv0\x03\xff\xff\x01\x00" + b"\xff" * 65535, WIDE)
    assert slip.length == 2 and len(slip.errors) == 1


def main():
    streams = []
    for path in sorted(glob.glob(os.path.join(SOURCE, "tests", "fixtures", "escpos", "*.bin"))):
        with open(path, "rb") as file:
            streams.append(file.read())
    assert len(streams) >= 8
    check_cut_off()
    check_wrong_lengths(streams)
    check_noise(streams)
    check_bounds()
    print(f"{len(COMMANDS)} commands cut off, {len(streams)} slips damaged, seed {SEED}")


main()
