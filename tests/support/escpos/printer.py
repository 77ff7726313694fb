"""What a receipt printer is, and what it made of a stream of bytes."""

import dataclasses

# Code pages of ESC t that slips need (Epson's numbers; hardware.md §6.3).
PAGES = {0: "cp437", 1: "katakana", 2: "cp850", 3: "cp860", 5: "cp865", 16: "cp1252", 19: "cp858"}

# Of the katakana page the lines only (Epson's page 1), from 0x90 on.
KATAKANA_LINES = "┴┬┤├▔─│▕┌┐└┘╭╮╰╯"


def decode(byte, page):
    """The character of a byte ≥ 0x20 on the code page `page` of ESC t."""
    if PAGES[page] != "katakana":
        return bytes([byte]).decode(PAGES[page], "replace")
    if byte < 0x80:
        return chr(byte)
    return KATAKANA_LINES[byte - 0x90] if 0x90 <= byte < 0xA0 else "\ufffd"


@dataclasses.dataclass(frozen=True)
class Printer:
    """A model of 203 dots an inch: 8 dots a millimetre."""
    name: str
    dots: int
    cutter: bool = True
    native_qr: bool = True
    graphics: bool = True      # GS ( L and GS 8 L
    kanji: bool = False        # begins with two-byte characters, as boards made for China do
    pages: tuple = tuple(sorted(PAGES))
    cell_a: int = 12           # how wide font A is: 13 where 546 dots are 42 columns
    units: int = 1             # vertical motion units a dot: 2 where they are 1/406" (Epson, GS P)
    spacing: int = 30          # ESC 2: 30/203" = 3.75 mm (Epson TM-L90, TM-T90)
    head_to_cutter: int = 112  # 14 mm
    raster_rows: int = 2303    # the highest GS v 0 (Epson TM-T81 specification)


WIDE = Printer("80mm", 576)
NARROW = Printer("58mm", 384, cutter=False, native_qr=False, graphics=False, kanji=True,
                 head_to_cutter=96)


@dataclasses.dataclass
class Slip:
    """What came of a stream. An error is (offset, what is wrong)."""
    printer: Printer
    rows: list
    cuts: list
    errors: list
    codes: list             # data of each QR code of the printer's own, as bytes
    text: str               # what was printed as text, a line each
    replies: list           # (offset, command) that make the printer answer
    pulses: int             # to the cash drawer
    begins_with_reset: bool
    after_cut: int          # bytes after the last cut, answers asked for not counted

    @property
    def length(self):
        return len(self.rows)

    def blank_mm(self):
        """Millimetres of blank paper from the last ink to the last cut, or to the end."""
        if self.cuts:
            return self.cuts[-1].blank / 8
        blank = 0
        while blank < len(self.rows) and not self.rows[-1 - blank]:
            blank += 1
        return blank / 8
