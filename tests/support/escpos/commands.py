"""What each command does to the printer: letters, lines, feeding, cutting, answers."""

from . import graphics

ESC, FS, GS = 0x1B, 0x1C, 0x1D
CUTS = {0: True, 48: True, 1: False, 49: False, 65: True, 66: False}
PLAIN = (0, 48)


# Control characters and real-time commands.


def line_feed(printer):
    printer.print_line(printer.spacing)


def carriage_return(printer):
    pass  # nothing where the line feed is not automatic


def tab(printer):
    printer.x = next((tab for tab in printer.tabs if tab > printer.x), printer.x)


def real_time(printer):
    at = printer.offset
    printer.reader.obeyed(at)
    kind = printer.reader.data[at + 1]
    if kind == 0x04:
        n = printer.one_of("DLE EOT", (1, 2, 3, 4))
        printer.replies.append((at, f"DLE EOT {n}"))
    elif kind == 0x05:
        printer.one_of("DLE ENQ", (0, 1, 2))
    else:
        fn = printer.one_of("DLE DC4", (1,))
        printer.pulses += fn == 1 and len(printer.reader.take(2)) == 2


# ESC.


def initialize(printer):
    if printer.paper.line:
        printer.error(f"ESC @ loses what is set: {printer.line_text!a}")
    printer.reset()


def print_mode(printer):
    n = printer.reader.byte()
    printer.font = "B" if n & 1 else "A"
    printer.bold = bool(n & 8)
    printer.down, printer.across = 1 + (n >> 4 & 1), 1 + (n >> 5 & 1)
    printer.underline = n >> 7
    if n & 0x46:
        printer.error(f"ESC ! {n} has a bit without a meaning")


def set_bold(printer):
    printer.bold = bool(printer.reader.byte() & 1)


def set_underline(printer):
    n = printer.one_of("ESC -", (0, 1, 2, 48, 49, 50))
    printer.underline = printer.underline if n is None else n % 48


def set_font(printer):
    n = printer.one_of("ESC M", (0, 1, 48, 49))
    printer.font = printer.font if n is None else "AB"[n % 48]


def set_align(printer):
    n = printer.one_of("ESC a", (0, 1, 2, 48, 49, 50))
    if n is not None and printer.at_line_start("ESC a"):
        printer.align = n % 48


def set_page(printer):
    n = printer.one_of("ESC t", printer.model.pages)
    printer.page = printer.page if n is None else n


def set_gap(printer):
    printer.gap = printer.reader.byte()


def default_spacing(printer):
    printer.spacing = printer.model.spacing


def set_spacing(printer):
    printer.spacing = printer.reader.byte() // printer.model.units


def feed_lines(printer):
    printer.print_line(printer.reader.byte() * printer.spacing)


def feed_dots(printer):
    printer.print_line(printer.reader.byte() // printer.model.units)


def move_to(printer):
    printer.x = min(printer.reader.word(), printer.area)


def move_by(printer):
    by = int.from_bytes(printer.reader.take(2), "little", signed=True)
    if 0 <= printer.x + by <= printer.area:
        printer.x += by
    else:
        printer.error(f"ESC \\ {by} leaves the line")


def set_tabs(printer):
    columns = []
    while len(columns) < 32 and (column := printer.reader.byte()):
        columns.append(column)
    if columns != sorted(set(columns)):
        printer.error("ESC D with columns that do not rise")
    printer.tabs = [printer.model.cell_a * column for column in columns]
    if len(columns) == 32:
        printer.reader.take(1)


def only_zero(printer):
    """Turned and mirrored letters, other countries' letters: not on our slips."""
    if printer.reader.byte() not in PLAIN:
        printer.error("a mode of letters that is not known here")


def only_printer(printer):
    printer.one_of("ESC =", (1,))


def pass_sensor(printer):
    if printer.reader.byte() not in b"345":
        printer.error("ESC c with an unknown function")
    printer.reader.take(1)


def pulse(printer):
    printer.one_of("ESC p", (0, 1, 48, 49))
    printer.reader.take(2)
    printer.pulses += 1


# FS.


def kanji_off(printer):
    printer.kanji = False


def kanji_on(printer):
    printer.kanji = True


def kanji_style(printer):
    """FS ! and FS -: how two-byte characters look."""
    printer.reader.take(1)


def kanji_spacing(printer):
    printer.reader.take(2)


def kanji_code(printer):
    printer.one_of("FS C", (0, 1, 48, 49))


def kanji_font(printer):
    kind = printer.reader.byte()
    data = printer.reader.take(printer.reader.word())
    if kind != ord("A") or len(data) != 2 or data[0] != 48:
        printer.error(f"unknown: FS ( {kind:02x} {data[:8].hex(' ')}")


# GS.


def set_size(printer):
    n = printer.reader.byte()
    if n & 0x88:
        printer.error(f"GS ! {n:02x} has a bit without a meaning")
    printer.across, printer.down = (n >> 4 & 7) + 1, (n & 7) + 1


def set_reverse(printer):
    printer.reverse = bool(printer.reader.byte() & 1)


def set_left(printer):
    n = printer.reader.word()
    if not printer.at_line_start("GS L"):
        return
    if n >= printer.model.dots:
        printer.error(f"GS L {n} is beyond the paper")
    else:
        printer.left = n


def set_area(printer):
    n = printer.reader.word()
    if not printer.at_line_start("GS W"):
        return
    if n == 0 or printer.left + n > printer.model.dots:
        printer.error(f"GS W {n} after a margin of {printer.left} on {printer.model.dots} dots")
    printer.wanted_area = n or printer.wanted_area


def set_units(printer):
    if printer.reader.take(2) not in (b"\0\0", b"\xcb\xcb"):
        printer.error("GS P with a unit other than a dot")


def cut(printer):
    m = printer.one_of("GS V", CUTS)
    extra = printer.reader.byte() if m in (65, 66) else None
    if m is None or not printer.at_line_start("GS V"):
        return
    if extra is not None:
        printer.paper.feed(printer.model.head_to_cutter + extra // printer.model.units)
    if printer.model.cutter:
        printer.paper.cut(printer.offset, CUTS[m], printer.model.head_to_cutter)
    elif extra is None:
        printer.error("GS V for a cutter that is not there")


def set_status(printer):
    printer.replies.append((printer.offset, f"GS a {printer.reader.byte()}"))


def ask_status(printer):
    n = printer.one_of("GS r", (1, 2, 4, 49, 50, 52))
    printer.replies.append((printer.offset, f"GS r {n}"))


def ask_id(printer):
    printer.replies.append((printer.offset, f"GS I {printer.reader.byte()}"))


CONTROLS = {0x0A: ("LF", line_feed), 0x0D: ("CR", carriage_return), 0x09: ("HT", tab)}
DLES = {0x04: ("EOT", real_time), 0x05: ("ENQ", real_time), 0x14: ("DC4", real_time)}
ESCS = {ord(key): (key, method) for key, method in {
    "@": initialize, "!": print_mode, "E": set_bold, "G": set_bold, "-": set_underline,
    "M": set_font, "a": set_align, "t": set_page, "2": default_spacing,
    "3": set_spacing, "d": feed_lines, "J": feed_dots, "$": move_to, "\\": move_by,
    "D": set_tabs, "{": only_zero, "V": only_zero, "R": only_zero, "=": only_printer,
    "c": pass_sensor, "p": pulse, "*": graphics.bit_image}.items()} | {0x20: ("SP", set_gap)}
FSS = {ord(key): (key, method) for key, method in {
    ".": kanji_off, "&": kanji_on, "!": kanji_style, "-": kanji_style, "S": kanji_spacing,
    "C": kanji_code, "(": kanji_font}.items()}
GSS = {ord(key): (key, method) for key, method in {
    "!": set_size, "B": set_reverse, "L": set_left, "W": set_area, "P": set_units,
    "V": cut, "a": set_status, "r": ask_status, "I": ask_id, "v": graphics.raster,
    "(": graphics.parentheses, "8": graphics.long_graphics}.items()}
PREFIXES = {0x10: ("DLE", DLES), ESC: ("ESC", ESCS), FS: ("FS", FSS), GS: ("GS", GSS)}
