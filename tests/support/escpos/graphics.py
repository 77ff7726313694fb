"""Pictures and QR codes: ESC *, GS v 0, GS ( L, GS 8 L, GS ( k."""

from . import qr
from .paper import enlarge, widen


def rows_of(data, width):
    """Raster data, most significant bit left, rows of whole bytes → rows of `width` dots."""
    stride = (width + 7) // 8
    return [int.from_bytes(data[at:at + stride], "big") >> stride * 8 - width
            for at in range(0, len(data), stride)] if stride else []


def columns(data, width, mode):
    """ESC *: columns of 8 or 24 dots, the top one highest → (width, 24 rows).

    Modes 0 and 1 have 8 dots, each three rows high; 0 and 32 have columns two dots wide.
    """
    height = 24 if mode >= 32 else 8
    made = []
    for y in range(height):
        row = 0
        for x in range(width):
            byte = data[x * (height // 8) + y // 8]
            row = row << 1 | byte >> 7 - y % 8 & 1
        made.append(row)
    across = 2 if mode in (0, 32) else 1
    return width * across, [widen(row, width, across) for row in made for _ in range(24 // height)]


def show(printer, name, width, rows):
    """A picture of its own on the next rows; white at its right edge may be beyond the area."""
    beyond = (1 << max(0, width - printer.area)) - 1
    if any(row & beyond for row in rows):
        printer.error(f"{name} of {width} dots loses ink on {printer.area}")
        rows = [row & ~beyond for row in rows]
    printer.paper.print_image(printer.left, printer.area, printer.align, width, rows)


def bit_image(printer):
    m = printer.one_of("ESC *", (0, 1, 32, 33))
    width = printer.reader.word()
    if m is None:
        return
    if not 1 <= width <= 1023:
        printer.error(f"ESC * of {width} columns")
    data = printer.reader.take(width * (3 if m >= 32 else 1))
    wide, rows = columns(data, width, m)
    if printer.x + wide > printer.area:
        printer.error(f"ESC * of {wide} dots at {printer.x} on {printer.area}")
    room = max(0, min(wide, printer.area - printer.x))
    printer.put(room, [row >> wide - room for row in rows])


def raster(printer):
    if printer.one_of("GS v", (48,)) is None:
        return
    m = printer.one_of("GS v 0", (0, 1, 2, 3, 48, 49, 50, 51))
    stride, height = printer.reader.word(), printer.reader.word()
    data = printer.reader.take(stride * height)
    if m is None or not printer.at_line_start("GS v 0"):
        return
    if stride == 0 or not 1 <= height <= printer.model.raster_rows:
        printer.error(f"GS v 0 of {stride} bytes x {height} rows")
    across, down = 1 + m % 48 % 2, 1 + m % 48 // 2
    show(printer, "GS v 0", stride * 8 * across,
         enlarge(rows_of(data, stride * 8), stride * 8, across, down))


def store(printer, data):
    """GS ( L function 112: raster into the print buffer."""
    if len(data) < 9:
        return "GS ( L 112 too short"
    kind, across, down, colour = data[1:5]
    width, height = data[5] | data[6] << 8, data[7] | data[8] << 8
    if kind != 48 or colour != 49 or across not in (1, 2) or down not in (1, 2):
        return f"GS ( L 112 with {kind} {across} {down} {colour}"
    if not 1 <= width <= 2047 or not 1 <= height <= 1662 // down:
        return f"GS ( L 112 of {width} x {height} dots"
    if len(data) - 9 != (width + 7) // 8 * height:
        return f"GS ( L 112 of {width} x {height} dots with {len(data) - 9} bytes"
    printer.stored = (width * across, enlarge(rows_of(data[9:], width), width, across, down))
    return None


def run_graphics(printer, data):
    """A GS ( L or GS 8 L on the interpreter; what is wrong, or None."""
    if len(data) < 2 or data[0] != 48:
        return "GS ( L without a function"
    function = data[1]
    if function == 112:
        return store(printer, data[1:])
    if function in (2, 50) and len(data) == 2:
        if printer.stored is None:
            return "GS ( L 50 with nothing stored"
        if printer.at_line_start("GS ( L 50"):
            show(printer, "GS ( L", *printer.stored)
        printer.stored = None
        return None
    if function in (1, 49) and len(data) == 4:
        return None if data[2:] in (b"22", b"33") else "GS ( L 49 with an unknown density"
    return f"unknown: GS ( L {function}"


def take_graphics(printer, size_bytes):
    if not printer.model.graphics:
        printer.error("graphics, which this printer does not know")
    size = int.from_bytes(printer.reader.take(size_bytes), "little")
    data = printer.reader.take(size)
    wrong = run_graphics(printer, data)
    if wrong:
        printer.error(wrong)


def print_code(printer):
    """The QR code whose data is stored; what is wrong, or None."""
    if printer.qr["data"] is None:
        return "a QR code without data"
    modules = qr.encode(printer.qr["data"], printer.qr["level"])
    if modules is None:
        return f"no QR code holds {len(printer.qr['data'])} bytes"
    side = len(modules) * printer.qr["size"]
    if side > printer.area:
        return f"a QR code of {side} dots on {printer.area}: not printed"
    if printer.at_line_start("GS ( k"):
        printer.codes.append(printer.qr["data"])
        size = printer.qr["size"]
        show(printer, "GS ( k", side, enlarge(modules, len(modules), size, size))
    return None


def run_code(printer, data):
    """A GS ( k on the interpreter; what is wrong, or None."""
    if len(data) < 3:
        return "GS ( k too short"
    if data[0] != 49:
        return f"unknown: GS ( k {data[0]}"
    function, rest = data[1], data[2:]
    if function == 65 and len(rest) == 2 and rest[0] == 50 and rest[1] == 0:
        printer.qr["model"] = 50
    elif function == 67 and len(rest) == 1 and 1 <= rest[0] <= 16:
        printer.qr["size"] = rest[0]
    elif function == 69 and len(rest) == 1 and 48 <= rest[0] <= 51:
        printer.qr["level"] = rest[0] - 48
    elif function == 80 and 2 <= len(rest) <= 7090 and rest[0] == 48:
        printer.qr["data"] = rest[1:]
    elif function == 81 and rest == b"\x30":
        return print_code(printer)
    else:
        return f"GS ( k {function} with {rest[:8].hex(' ')}"
    return None


def parentheses(printer):
    kind = printer.reader.byte()
    if kind == ord("L"):
        take_graphics(printer, 2)
        return
    data = printer.reader.take(printer.reader.word())
    if kind != ord("k"):
        printer.error(f"unknown: GS ( {chr(kind) if 0x21 <= kind < 0x7F else hex(kind)}")
    elif not printer.model.native_qr:
        printer.error("GS ( k, which this printer does not know")
    else:
        wrong = run_code(printer, data)
        if wrong:
            printer.error(wrong)


def long_graphics(printer):
    if printer.one_of("GS 8", b"L") is not None:
        take_graphics(printer, 4)
