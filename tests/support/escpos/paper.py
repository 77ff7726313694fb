"""Paper under a print head: rows of dots, a line being set, cuts."""

import dataclasses
import functools

LENGTH_MAX = 40000  # dots, five metres: more is a runaway


class TooLong(Exception):
    pass


@functools.lru_cache(maxsize=65536)
def widen(row, width, times):
    """A row of `width` dots with every dot `times` as wide."""
    if times == 1 or row == 0:
        return row
    return int("".join(dot * times for dot in format(row, f"0{width}b")), 2)


def enlarge(rows, width, across, down):
    return [wide for row in rows for wide in [widen(row, width, across)] * down]


@dataclasses.dataclass(frozen=True)
class Cut:
    row: int      # rows of paper above it
    full: bool
    offset: int   # of the command in the stream
    blank: int    # rows without ink right above it
    spoilt: bool  # it goes through ink, or above some


@dataclasses.dataclass
class Piece:
    """Something set on the line: `rows` of `width` dots, from the dot `x` of the print area on."""
    x: int
    width: int
    rows: list


class Paper:
    def __init__(self, width):
        self.width = width
        self.rows = []
        self.cuts = []
        self.line = []

    def feed(self, dots):
        if len(self.rows) + dots > LENGTH_MAX:
            raise TooLong()
        self.rows += [0] * dots

    def ink(self, x, y, width, rows):
        """Black dots at column x from row y on; what is outside the paper is lost."""
        shift = self.width - x - width
        full = (1 << self.width) - 1
        for i, row in enumerate(rows):
            self.rows[y + i] |= (row << shift if shift >= 0 else row >> -shift) & full

    def last_ink(self):
        """Rows of paper down to the last one with ink."""
        count = len(self.rows)
        while count and not self.rows[count - 1]:
            count -= 1
        return count

    def line_width(self):
        return max((piece.x + piece.width for piece in self.line), default=0)

    def place(self, left, area, align, width):
        """Where something `width` dots wide begins; align 0 left, 1 centre, 2 right."""
        return left + max(0, area - width) * align // 2

    def print_line(self, left, area, align, advance):
        """Prints what is set, all on one base line, and moves on by `advance` or its height."""
        x = self.place(left, area, align, self.line_width())
        height = max((len(piece.rows) for piece in self.line), default=0)
        y = len(self.rows)
        self.feed(max(advance, height))
        for piece in self.line:
            self.ink(x + piece.x, y + height - len(piece.rows), piece.width, piece.rows)
        self.line = []

    def print_image(self, left, area, align, width, rows):
        y = len(self.rows)
        self.feed(len(rows))
        self.ink(self.place(left, area, align, width), y, width, rows)

    def cut(self, offset, full, head_to_cutter):
        """The blade stands `head_to_cutter` dots behind the head."""
        row = max(0, len(self.rows) - head_to_cutter)
        ink = self.last_ink()
        before = self.cuts[-1].row if self.cuts else 0
        self.cuts.append(Cut(row, full, offset, row - max(ink, before), ink > row))
