"""ESC/POS bytes in, a slip out: what a printer would put on paper, and everything wrong with it.

Written from published command references only: Epson's ESC/POS reference and the specifications of
TM-T81, TM-T90, TM-L90 and TM-T88III, the HPRT TP80K/TP809 and Citizen CT-E351 references. Standard
mode only. It knows nothing of the drivers it is held against.
"""

from .commands import CONTROLS, PREFIXES
from .font import CELLS, glyph
from .paper import Paper, Piece, TooLong, enlarge
from .printer import Slip, decode
from .reader import Ended, Reader

ERRORS_MAX = 200
TAB_COLUMNS = 8


class TooMany(Exception):
    pass


class Interpreter:
    def __init__(self, data, model):
        self.reader = Reader(bytes(data))
        self.model = model
        self.paper = Paper(model.dots)
        self.errors, self.replies, self.codes, self.text = [], [], [], []
        self.pulses = 0
        self.after_cut = 0
        self.offset = 0
        self.first = None
        self.reset()

    def reset(self):
        self.font, self.bold, self.underline, self.reverse = "A", False, 0, False
        self.across = self.down = 1
        self.spacing = self.model.spacing
        self.gap = 0
        self.align = 0
        self.page = 0
        self.kanji = self.model.kanji
        self.left, self.wanted_area = 0, self.model.dots
        self.x = 0
        self.overflowed = False
        self.line_text = ""
        self.tabs = [self.model.cell_a * TAB_COLUMNS * i for i in range(1, 33)]
        self.qr = {"model": 50, "size": 3, "level": 0, "data": None}
        self.stored = None
        self.paper.line = []

    @property
    def area(self):
        """Dots of the print area."""
        return min(self.wanted_area, self.model.dots - self.left)

    def error(self, what, offset=None):
        self.errors.append((self.offset if offset is None else offset, what))
        if len(self.errors) >= ERRORS_MAX:
            raise TooMany()

    def at_line_start(self, name):
        """Whether nothing is set; else an error, for the printer passes over the command."""
        if self.paper.line:
            self.error(f"{name} in the middle of a line")
        return not self.paper.line

    # What a line is made of.

    def print_line(self, advance):
        self.paper.print_line(self.left, self.area, self.align, advance)
        self.text.append(self.line_text)
        self.line_text = ""
        self.x = 0
        self.overflowed = False

    def put(self, width, rows):
        self.paper.line.append(Piece(self.x, width, rows))
        self.x += width

    def character(self):
        byte = self.reader.data[self.offset]
        if self.kanji and byte >= 0x80:
            self.error(f"byte {byte:02x} begins a two-byte character (no FS . before)")
            self.reader.take(1)
            return
        letter = decode(byte, self.page)
        rows = glyph(letter, self.font)
        if rows is None:
            self.error(f"no letter here for {letter!a}")
            rows = glyph("box", self.font)
        cell = self.gap + (self.model.cell_a if self.font == "A" else CELLS[self.font][0])
        wide = cell * self.across
        if self.x + wide > self.area:
            if not self.overflowed:
                self.error(f"a line longer than the paper: {self.line_text!a} has no room for "
                           f"{letter!a}")
            self.print_line(self.spacing)
            self.overflowed = True
        self.put(wide, self.styled(rows, cell))
        self.line_text += letter

    def styled(self, rows, cell):
        """The rows of a letter, which stands at the left of a cell."""
        rows = [row << cell - CELLS[self.font][0] for row in rows]
        if self.bold:
            rows = [row | row >> 1 for row in rows]
        rows = enlarge(rows, cell, self.across, self.down)
        full = (1 << cell * self.across) - 1
        if self.reverse:
            return [row ^ full for row in rows]
        for i in range(1, self.underline + 1):
            rows[-i] = full
        return rows

    # The stream.

    def run(self):
        try:
            while not self.reader.is_done():
                self.offset = self.reader.at
                self.step()
        except TooLong:
            self.errors.append((self.offset, "metres of paper: given up"))
        except TooMany:
            self.errors.append((self.offset, "too many errors: given up"))
        self.finish()
        return Slip(self.model, self.paper.rows, self.paper.cuts, sorted(self.errors),
                    self.codes, "\n".join(self.text), self.replies, self.pulses,
                    self.first == "ESC @", self.after_cut)

    def finish(self):
        for offset, name in self.reader.hidden_commands():
            self.errors.append((offset, f"{name} inside other data"))
        if self.paper.line:
            self.errors.append((len(self.reader.data), f"never printed: {self.line_text!a}"))
        self.errors += [(cut.offset, "a cut through ink or above it") for cut in self.paper.cuts
                        if cut.spoilt]

    def step(self):
        byte = self.reader.byte()
        name, method = self.find(byte)
        try:
            if method is None:
                self.error(f"unknown: {name}")
            else:
                method(self)
        except Ended:
            self.error(f"the stream ends inside {name}")
        if name.startswith("DLE"):
            return
        if self.first is None:
            self.first = name
        if name == "GS V" and self.paper.cuts and self.paper.cuts[-1].offset == self.offset:
            self.after_cut = 0
        elif name not in ("GS r", "GS a", "GS I"):
            self.after_cut += self.reader.at - self.offset if self.paper.cuts else 0

    def find(self, byte):
        """(name, method or None) of the command that begins with `byte`, which is read."""
        if byte >= 0x20 and byte != 0x7F:
            return "text", Interpreter.character
        name, table = PREFIXES.get(byte, (None, None))
        if table is None:
            return CONTROLS.get(byte, (f"byte {byte:02x}", None))
        if self.reader.is_done():
            return name, Interpreter.end_early
        second = self.reader.byte()
        known = table.get(second)
        label = chr(second) if 0x21 <= second < 0x7F else f"{second:02x}"
        return f"{name} {known[0] if known else label}", known[1] if known else None

    def end_early(self):
        raise Ended()

    def one_of(self, name, values):
        """A parameter that must be one of `values`; None and an error when it is not."""
        value = self.reader.byte()
        if value not in values:
            self.error(f"{name} {value}")
            return None
        return value


def interpret(data, model):
    return Interpreter(data, model).run()
