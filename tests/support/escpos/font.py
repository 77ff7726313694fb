"""The letters of the paper printer, from font.txt: characters in, rows of bits out."""

import functools
import os
import unicodedata

CELLS = {"A": (12, 24), "B": (9, 17)}

# Lines and blocks fill their cell; left, right, up and down say where a line's arms go.
ARMS = {"─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud",
        "┬": "lrd", "┴": "lru", "┼": "lrud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu"}
DOUBLE = {"═": "─", "║": "│", "╔": "┌", "╗": "┐", "╚": "└", "╝": "┘", "╠": "├", "╣": "┤",
          "╦": "┬", "╩": "┴", "╬": "┼"}
BLOCKS = {"█": lambda x, y, w, h: True, "▀": lambda x, y, w, h: y < h // 2,
          "▄": lambda x, y, w, h: y >= h // 2, "▌": lambda x, y, w, h: x < w // 2,
          "▐": lambda x, y, w, h: x >= w // 2, "░": lambda x, y, w, h: (x + 2 * y) % 4 == 0,
          "▒": lambda x, y, w, h: (x + y) % 2 == 0, "▓": lambda x, y, w, h: (x + 2 * y) % 4 != 0,
          "▔": lambda x, y, w, h: y < 2, "▕": lambda x, y, w, h: x >= w - 2,
          "■": lambda x, y, w, h: x < w - 2 and h // 4 <= y < h * 3 // 4}
MARKS = {"\u0301": "acute", "\u0300": "grave", "\u0302": "caret", "\u0308": "umlaut",
         "\u0303": "tilde", "\u030a": "ring", "\u0327": "cedilla"}


@functools.lru_cache(maxsize=None)
def patterns():
    """Name → eight rows of five dots."""
    found = {}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "font.txt")
    with open(path, encoding="utf-8") as file:
        bands = file.read().split("\n\n")[1:]
    for band in bands:
        names, *rows = band.strip("\n").split("\n")
        for name, pattern in zip(names.split(), zip(*(row.split() for row in rows)), strict=True):
            if len(pattern) != 8 or any(len(row) != 5 for row in pattern):
                raise ValueError(f"font.txt: {name} is not 5 x 8")
            found[name] = list(pattern)
    return found


def compose(base, mark):
    """A letter under its accent: a capital becomes five rows high."""
    letter = patterns()["dotless" if base == "i" else base]
    if base.isupper() and mark != "cedilla":
        letter = ["....."] * 2 + [letter[0]] + letter[2:4] + letter[5:8]
    return ["".join("#" if "#" in pair else "." for pair in zip(*rows))
            for rows in zip(letter, patterns()[mark])]


def pattern_of(character):
    """Eight rows of five dots; None when there is no such letter here."""
    if character in patterns():
        return patterns()[character]
    if character in " \u00a0":
        return ["....."] * 8
    parts = unicodedata.normalize("NFD", character)
    if len(parts) == 2 and parts[0] in patterns() and parts[1] in MARKS:
        return compose(parts[0], MARKS[parts[1]])
    return None


def is_line_dot(character, x, y, width, height):
    arms = ARMS[DOUBLE.get(character, character)]
    on_row = abs(2 * y + 1 - height) <= 2
    on_column = abs(2 * x + 1 - width) <= 2
    return (on_row and (on_column or (x < width // 2 and "l" in arms) or
                        (x >= width // 2 and "r" in arms)) or
            on_column and ((y < height // 2 and "u" in arms) or
                           (y >= height // 2 and "d" in arms)))


@functools.lru_cache(maxsize=None)
def glyph(character, font):
    """The rows of `character` as numbers, the leftmost dot highest; None = no such letter.

    Font A is the pattern twice as wide and three times as high in a cell of 12 x 24; font B is
    the same picture made to fit 9 x 17.
    """
    width, height = CELLS[font]
    if character in BLOCKS:
        dots = [[BLOCKS[character](x, y, width, height) for x in range(width)]
                for y in range(height)]
    elif character in ARMS or character in DOUBLE:
        dots = [[is_line_dot(character, x, y, width, height) for x in range(width)]
                for y in range(height)]
    else:
        pattern = pattern_of(character)
        if pattern is None:
            return None
        dots = [[x * 12 // width < 10 and pattern[y * 8 // height][x * 12 // width // 2] == "#"
                 for x in range(width)] for y in range(height)]
    return tuple(sum(1 << width - 1 - x for x, dot in enumerate(row) if dot) for row in dots)
