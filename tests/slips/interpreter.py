"""The paper printer of tests/support/escpos held against dots counted by hand.

The one letter used is "!": in font A the columns 4 and 5, rows 0 to 14 and 18 to 20.
"""

import dataclasses
import os
import sys

sys.path.insert(0, os.path.join(sys.argv[2], "tests", "support"))

from escpos import NARROW, WIDE, font, interpret, qr  # noqa: E402


def box(left, top, right, bottom):
    """All dots of a box, its edges included."""
    return {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}


def mark(x=0, y=0, across=1, down=1):
    """The dots of "!" in a cell at x, y."""
    return box(x + 4 * across, y, x + 6 * across - 1, y + 15 * down - 1) | \
        box(x + 4 * across, y + 18 * down, x + 6 * across - 1, y + 21 * down - 1)


def dots_of(slip):
    width = slip.printer.dots
    return {(x, y) for y, row in enumerate(slip.rows) if row
            for x in range(width) if row >> width - 1 - x & 1}


def show(slip):
    found = dots_of(slip)
    return f"{len(found)} dots, {min(found, default=None)} to {max(found, default=None)}, " \
           f"{slip.length} long, errors {slip.errors}"


SECOND = mark(12)
PICTURES = [
    # bytes, dots, length of paper
    (b"!\n", mark(), 30),
    (b" !\n", mark(12), 30),
    (b"!\r\n!\n", mark() | mark(0, 30), 60),
    (b"\x1b3\x28!\n!\n", mark() | mark(0, 40), 80),
    (b"\x1b3\x00!\n!\n", mark() | mark(0, 24), 48),
    (b"\x1b3\x28\x1b2!\n!\n", mark() | mark(0, 30), 60),
    (b"!\x1bd\x02!\n", mark() | mark(0, 60), 90),
    (b"!\x1bJ\x64!\n", mark() | mark(0, 100), 130),
    (b"!\x1bJ\x05!\n", mark() | mark(0, 24), 54),
    (b"\x1bd\x00!\n", mark(), 30),
    (b"\x1d!\x11!\n", mark(0, 0, 2, 2), 48),
    (b"\x1d!\x07!\n", mark(0, 0, 1, 8), 192),
    (b"\x1d!\x70!!\n", mark(0, 0, 8) | mark(96, 0, 8), 30),
    (b"\x1b!\x30!\n", mark(0, 0, 2, 2), 48),
    (b"\x1b!\x30\x1b!\x00!\n", mark(), 30),
    (b"\x1d!\x01!\x1d!\x00!\n", mark(0, 0, 1, 2) | mark(12, 24), 48),
    (b"\x1bE\x01!\n", mark() | box(6, 0, 6, 14) | box(6, 18, 6, 20), 30),
    (b"\x1bE\x01\x1bE\x00!\n", mark(), 30),
    (b"\x1b-\x01!\n", mark() | box(0, 23, 11, 23), 30),
    (b"\x1b-2!\n", mark() | box(0, 22, 11, 23), 30),
    (b"\x1d!\x10\x1b-1 \n", box(0, 23, 23, 23), 30),
    (b"\x1dB\x01!\n", box(0, 0, 11, 23) - mark(), 30),
    (b"\x1b \x04!!\n", mark() | mark(16), 30),
    (b"\x1ba\x01!\n", mark(282), 30),
    (b"\x1ba2!\n", mark(564), 30),
    (b"\x1ba\x01!!!\n\x1ba\x00!\n", mark(270) | mark(282) | mark(294) | mark(0, 30), 60),
    (b"\x1dL\x64\x00!\n", mark(100), 30),
    (b"\x1dL\x64\x00\x1dW\xc8\x00\x1ba\x01!\n", mark(194), 30),
    (b"\x1dL\x64\x00\x1ba\x02!\n\x1dL\x00\x00!\n", mark(564) | mark(564, 30), 60),
    (b"\x1b$\x32\x00!\n", mark(50), 30),
    (b"!\x1b\\\x05\x00!\n", mark() | mark(17), 30),
    (b"!\x1b\\\xf4\xff!\n", mark(), 30),
    (b"\t!\n", mark(96), 30),
    (b"\x1bD\x02\x05\x00\t!\t!\n", mark(24) | mark(60), 30),
    (b"\x1dv0\x00\x01\x00\x02\x00\x80\x01", {(0, 0), (7, 1)}, 2),
    (b"\x1dv0\x03\x01\x00\x01\x00\x81", box(0, 0, 1, 1) | box(14, 0, 15, 1), 2),
    (b"\x1dv0\x01\x01\x00\x01\x00\x81", box(0, 0, 1, 0) | box(14, 0, 15, 0), 1),
    (b"\x1dv0\x02\x01\x00\x01\x00\x81", box(0, 0, 0, 1) | box(7, 0, 7, 1), 2),
    (b"\x1dv0\x00\x02\x00\x01\x00\x01\x80", {(7, 0), (8, 0)}, 1),
    (b"\x1ba\x01\x1dv0\x00\x01\x00\x01\x00\x80", {(284, 0)}, 1),
    (b"!\n\x1dv0\x00\x01\x00\x01\x00\x80!\n", mark() | {(0, 30)} | mark(0, 31), 61),
    (b"\x1dv0\x00\x49\x00\x01\x00" + b"\xff" * 72 + b"\x00", box(0, 0, 575, 0), 1),
    (b"\x1b*\x21\x01\x00\x80\x00\x01\n", {(0, 0), (0, 23)}, 30),
    (b"\x1b*\x20\x02\x00\x80\x00\x00\x00\x80\x00\n", box(0, 0, 1, 0) | box(2, 8, 3, 8), 30),
    (b"\x1b*\x00\x01\x00\x80\n", box(0, 0, 1, 2), 30),
    (b"\x1b*\x01\x02\x00\x01\x80\n", box(0, 21, 0, 23) | box(1, 0, 1, 2), 30),
    (b"!\x1b*\x21\x01\x00\xff\xff\xff!\n", mark() | box(12, 0, 12, 23) | mark(13), 30),
    (b"\x1d(L\x0c\x000p0\x01\x011\x09\x00\x01\x00\xff\x80\x1d(L\x02\x0002", box(0, 0, 8, 0), 1),
    (b"\x1d8L\x0b\x00\x00\x000p0\x02\x021\x01\x00\x01\x00\x80\x1d(L\x02\x0002", box(0, 0, 1, 1), 2),
    # ESC @ takes every setting back.
    (b"\x1ba\x01\x1bE\x01\x1b-\x01\x1d!\x11\x1dB\x01\x1bM\x01\x1b3\x50\x1b \x03\x1dL\x10\x00\x1b@!\n",
     mark(), 30),
]


def check_pictures():
    for data, dots, length in PICTURES:
        slip = interpret(data, WIDE)
        assert dots_of(slip) == dots and slip.length == length and not slip.errors, \
            (data, show(slip))


def check_font_b():
    slip = interpret(b"\x1bM\x01" + b"M" * 64 + b"\n", WIDE)
    assert not slip.errors and slip.length == 30
    assert max(y for _, y in dots_of(slip)) < 17 and max(x for x, _ in dots_of(slip)) < 576
    assert interpret(b"\x1b!\x01M\n", WIDE).rows == interpret(b"\x1bM1M\n", WIDE).rows


def check_code_pages():
    rows = {byte: interpret(bytes(byte) + b"\n", WIDE).rows for byte in [
        b"\x1bt\x00\x82", b"\x1bt\x13\x82", b"\x1bt\x10\xe9"]}
    assert len({tuple(made) for made in rows.values()}) == 1  # é on three pages
    assert not interpret(b"\x1bt\x13\xd5\n", WIDE).errors      # € of page 858
    for page in ("cp437", "cp858", "cp1252"):
        for byte in range(0x20, 0x7F):
            assert font.glyph(bytes([byte]).decode(page), "A") is not None
    cells = [font.glyph(chr(byte), "A") for byte in range(0x21, 0x7F)]
    assert len(set(cells)) == len(cells), "two letters look the same"


ERRORS = [
    # bytes, printer, offset and a part of the one error
    (b"ab\n\x1bZ", WIDE, 3, "unknown: ESC Z"),
    (b"\x1d\x01", WIDE, 0, "unknown: GS 01"),
    (b"\x1cq", WIDE, 0, "unknown: FS q"),
    (b"\x07", WIDE, 0, "unknown: byte 07"),
    (b"\x10\x03", WIDE, 0, "unknown: DLE 03"),
    (b"\x1d(A\x02\x00\x00\x02", WIDE, 0, "unknown: GS ( A"),
    (b"\x1bt\x07", WIDE, 0, "ESC t 7"),
    (b"\x1ba\x03", WIDE, 0, "ESC a 3"),
    (b"\x1d!\x08", WIDE, 0, "without a meaning"),
    (b"A" * 49 + b"\n", WIDE, 48, "a line longer than the paper"),
    (b"A" * 33 + b"\n", NARROW, 32, "a line longer than the paper"),
    (b"!\x1ba\x01\n", WIDE, 1, "ESC a in the middle"),
    (b"!\x1dL\x00\x00\n", WIDE, 1, "GS L in the middle"),
    (b"!\x1dv0\x00\x01\x00\x01\x00\xff\n", WIDE, 1, "GS v 0 in the middle"),
    (b"!\x1b@", WIDE, 1, "loses what is set"),
    (b"!", WIDE, 1, "never printed"),
    (b"\x1dv0\x00\x49\x00\x01\x00" + b"\0" * 72 + b"\x01", WIDE, 0, "584 dots loses ink on 576"),
    (b"\x1dv0\x00\x01\x00\x00\x09" + b"\0" * 2304, WIDE, 0, "GS v 0 of 1 bytes x 2304 rows"),
    (b"\x1dv0\x04\x01\x00\x01\x00\xff", WIDE, 0, "GS v 0 4"),
    (b"\x1dv0\x00\x01\x00\x02\x00\xff", WIDE, 0, "the stream ends inside GS v"),
    (b"\x1b", WIDE, 0, "the stream ends inside ESC"),
    (b"\x1b*\x21\x02\x00" + b"\0" * 5, WIDE, 0, "the stream ends inside ESC *"),
    (b"\x1d(L\x0c\x000p0\x01\x011\x09\x00\x02\x00\xff\x80", WIDE, 0, "9 x 2 dots with 2 bytes"),
    (b"\x1d(L\x02\x0002", WIDE, 0, "nothing stored"),
    (b"\x1d8L\xff\xff\xff\xff0p", WIDE, 0, "the stream ends inside GS 8"),
    (b"\x1d(k\x03\x001Q0", WIDE, 0, "without data"),
    (b"\x1d(k\x03\x001C\x11", WIDE, 0, "GS ( k 67"),
    (b"\x1d(k\x03\x001C\x05", NARROW, 0, "GS ( k, which this printer does not know"),
    (b"\x80\x80", NARROW, 0, "two-byte"),
    (b"\x1dL\x41\x02", WIDE, 0, "GS L 577"),
    (b"\x1dW\x41\x02", WIDE, 0, "GS W 577"),
    (b"!\n\x1dV\x00", WIDE, 2, "a cut through ink"),
    (b"!\x1dVB\x00\n", WIDE, 1, "GS V in the middle"),
    (b"\x1dV\x02", WIDE, 0, "GS V 2"),
    (b"\x1dV\x00", NARROW, 0, "a cutter that is not there"),
    (b"\x1dv0\x00\x03\x00\x01\x00\x10\x04\x01", WIDE, 8, "DLE EOT inside other data"),
    (b"\x1dv0\x00\x02\x00\x02\x00\x00\x10\x05\x00", WIDE, 9, "DLE ENQ inside other data"),
    (b"\x1d(k\x05\x001P0\x10\x14", WIDE, 8, "DLE DC4 inside other data"),
]


def check_errors():
    for data, printer, offset, what in ERRORS:
        errors = interpret(data, printer).errors
        assert len(errors) == 1 and errors[0][0] == offset and what in errors[0][1], (data, errors)


def check_kanji():
    assert not interpret(b"\x1c.\x82\n", NARROW).errors
    assert len(interpret(b"\x1c.\x1b@\x82\x82\n", NARROW).errors) == 1  # the reset turns it on again
    assert len(interpret(b"\x1c&\x82\x82\n", WIDE).errors) == 1


def check_cuts():
    slip = interpret(b"\x1b@!\n\x1dVB\x0a" + b"!\n\x1dVA\x00\x1dr\x01", WIDE)
    assert [(cut.row, cut.full, cut.blank) for cut in slip.cuts] == \
        [(40, False, 19), (182, True, 9)], slip.cuts
    assert slip.blank_mm() == 9 / 8 and slip.after_cut == 0 and not slip.errors
    assert slip.replies == [(14, "GS r 1")] and slip.length == 294
    slip = interpret(b"!\n\x1bJ\x70\x1dV\x01ab\n\n", WIDE)
    assert [cut.row for cut in slip.cuts] == [30] and slip.after_cut == 4
    slip = interpret(b"!\n\x1dVB\x00", NARROW)
    assert not slip.cuts and not slip.errors and slip.length == 126 and slip.blank_mm() == 105 / 8


def check_units():
    fine = dataclasses.replace(WIDE, units=2)  # of 1/406 inch on 203 dots an inch
    slip = interpret(b"!\x1bJ\x64!\n\x1b3\x50!\n!\n\x1dVB\x0a", fine)
    assert dots_of(slip) == mark() | mark(0, 50) | mark(0, 80) | mark(0, 120), show(slip)
    assert slip.cuts[0].row == 165 and slip.length == 165 + 112


def check_wide_cells():
    wide = dataclasses.replace(WIDE, dots=546, cell_a=13)
    slip = interpret(b" !\n" + b"\x1bD\x02\x00\t!\n" + b"A" * 42 + b"\n", wide)
    assert not slip.errors and slip.length == 90, show(slip)
    assert {dot for dot in dots_of(slip) if dot[1] < 60} == mark(13) | mark(26, 30)
    assert len(interpret(b"A" * 43 + b"\n", wide).errors) == 1


def check_beginning():
    assert interpret(b"\x1b@!\n", WIDE).begins_with_reset
    assert interpret(b"\x10\x05\x02\x1b@!\n", WIDE).begins_with_reset
    assert not interpret(b"!\n\x1b@", WIDE).begins_with_reset
    assert not interpret(b"", WIDE).begins_with_reset
    assert interpret(b"\x10\x04\x01\x10\x14\x01\x00\x01\x1dr\x01", WIDE).replies == \
        [(0, "DLE EOT 1"), (8, "GS r 1")]
    assert interpret(b"\x10\x14\x01\x00\x01\x1bp\x00\x19\xfa", WIDE).pulses == 2


def check_codes():
    store = b"\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x04\x1d(k\x03\x001E1\x1d(k\x07\x001P0K007"
    slip = interpret(store + b"\x1ba\x01\x1d(k\x03\x001Q0", WIDE)
    assert not slip.errors and slip.codes == [b"K007"] and slip.length == 84, show(slip)
    dots = dots_of(slip)
    left = (576 - 84) // 2
    ring = box(left, 0, left + 27, 27) - box(left + 4, 4, left + 23, 23)  # a finder pattern
    eye = box(left + 8, 8, left + 19, 19)
    assert dots & box(left, 0, left + 27, 27) == ring | eye
    assert not dots & box(left + 28, 0, left + 31, 31)
    wide = interpret(store + b"\x1dW\x50\x00\x1d(k\x03\x001Q0", WIDE)
    assert len(wide.errors) == 1 and "not printed" in wide.errors[0][1] and not wide.codes
    long = b"\x1d(k\xe9\x0b1P0" + b"x" * 3046 + b"\x1d(k\x03\x001Q0"
    assert "no QR code holds" in interpret(long, WIDE).errors[0][1]


def check_ending():
    """What the driver sends to end whatever was before: zeros mean nothing to a printer outside of
    a command (in a slip they are a mistake, which is told), and end a picture that broke off."""
    ending = bytes(100) + b"\x1b@"
    torn = b"\x1dv0\x00\x01\x00\x08\x00\xff\xff"
    for data, dots, length in ((ending, set(), 0),
                               (b"!\n" + ending + b"!\n", mark() | mark(0, 30), 60),
                               (torn + ending + b"!\n", box(0, 0, 7, 1) | mark(0, 8), 38)):
        slip = interpret(data, WIDE)
        assert dots_of(slip) == dots and slip.length == length, show(slip)
        assert {what for _, what in slip.errors} == {"unknown: byte 00"}, slip.errors[:3]


def main():
    if not qr.is_installed():
        print("skipped: qrencode is not installed")
        sys.exit(77)
    checks = [check_pictures, check_font_b, check_wide_cells, check_code_pages, check_errors,
              check_kanji, check_cuts, check_units, check_beginning, check_codes, check_ending]
    for check in checks:
        check()
    print(f"{len(PICTURES)} pictures and {len(ERRORS)} errors as counted by hand")


main()
