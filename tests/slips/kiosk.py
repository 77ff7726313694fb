"""The kiosk's own slips, as dots and as text, for every width of paper: printed on the paper printer,
they are the pages they were made from, or as accepted, and every QR code on them is read.
"""

import os
import re
import subprocess
import sys
import tempfile

import accepted

from escpos import Printer, interpret

FONT = "/usr/share/fonts/opentype/inter/Inter-Medium.otf"
WIDTHS = {384, 432, 512, 546, 576, 640}
# Words on a slip of text, by scene and language; what is not in quotes here may be wrapped.
WORDS = {
    "plain.id": ["BPS Kabupaten Tana Tidung", "Nomor antrean", "K007", "Konsultasi", "2 orang",
                 "10.20-10.27", "Anda dilayani paling lama 10 menit", "10.15 WITA"],
    "plain.en": ["BPS Kabupaten Tana Tidung", "K007", "2 people", "10.20-10.27", "10 minutes"],
    "training.id": ["K007", "LATIHAN"],
    "training.en": ["K007", "TRAINING"],
    "again.id": ["K007", "CETAK ULANG", "Saat loket dibuka"],
    "again.en": ["K007", "REPRINT"],
    "long.id": ["Badan Pusat Statistik Kabupaten Pangkajene dan Kepulauan Provinsi Sulawesi Selatan",
                "R1007", "CETAK ULANG", "LATIHAN", "1006 orang", "12.40-13.40"],
    "long.en": ["R1007", "REPRINT", "TRAINING", "1006 people", "12.40-13.40"],
    "letters.id": ["K007"],
    "letters.en": ["K007"],
    "logo.id": ["BPS Kabupaten Tana Tidung", "K007"],
    "logo.en": ["BPS Kabupaten Tana Tidung", "K007"],
}
# The white below the last line: the tear bar or the blade must not meet ink, and paper is money.
BLANK_MM = (3, 30)
TEAR_MM = 12


def read_pages(text):
    """One slip: {field: value} of a line of the maker."""
    fields = ("slip", "profile", "dots", "columns", "cutter", "native_qr", "feed_dots",
              "feed_units", "text_safe")
    for line in text.splitlines():
        values = line.split("\t")
        yield dict(zip(fields, values[:2] + [int(value) for value in values[2:]], strict=True))


def read_file(path):
    with open(path, "rb") as file:
        return file.read()


def read_pbm(path):
    """P4 → (width, rows)."""
    data = read_file(path)
    head = re.match(rb"P4\n(\d+) (\d+)\n", data)
    width, height = int(head[1]), int(head[2])
    stride = (width + 7) // 8
    assert len(data) == head.end() + stride * height
    return width, [int.from_bytes(data[at:at + stride], "big") >> stride * 8 - width
                   for at in range(head.end(), len(data), stride)]


def printer_of(made):
    """Boards without a QR command are those that begin with two-byte characters; 546 dots are the 42
    columns of a printer with 48."""
    return Printer(made["profile"], made["dots"], cutter=bool(made["cutter"]),
                   native_qr=bool(made["native_qr"]), graphics=bool(made["native_qr"]),
                   kanji=not made["native_qr"],
                   cell_a=13 if made["dots"] == 546 else 12,
                   units=made["feed_units"] or 1,
                   head_to_cutter=112 if made["cutter"] else 96)


def check_paper(name, slip):
    assert not slip.errors, (name, slip.errors[:5])
    assert slip.begins_with_reset, name
    assert len(slip.cuts) == slip.printer.cutter, (name, slip.cuts)
    assert slip.after_cut == 0 and slip.pulses == 0 and not slip.replies, name
    if name.startswith("noise-"):
        return  # ink down to its last row
    least = BLANK_MM[0] if slip.printer.cutter else TEAR_MM
    assert least <= slip.blank_mm() <= BLANK_MM[1], (name, slip.blank_mm())


def obeyed_dots(width, rows):
    """(how many pairs of bytes printers would obey as a command of its own, for each row the dots of
    their first bytes)."""
    stride = (width + 7) // 8
    data = b"".join((row << stride * 8 - width).to_bytes(stride, "big") for row in rows)
    masks = [0] * len(rows)
    pairs = list(re.finditer(rb"\x10(?=[\x04\x05\x14])", data))
    for pair in pairs:
        y, x = divmod(pair.start(), stride)
        masks[y] |= 0xFF << (stride - 1 - x) * 8 >> stride * 8 - width
    return len(pairs), masks


def check_dots(name, slip, page):
    """The page, dot by dot but for one in each pair that would be obeyed, and then only white."""
    width, rows = page
    assert width == slip.printer.dots and slip.length >= len(rows), name
    pairs, masks = obeyed_dots(width, rows)
    for y, (row, mask) in enumerate(zip(rows, masks, strict=True)):
        assert (slip.rows[y] ^ row) & ~mask == 0, f"{name}: row {y} is not the page's"
    changed = sum((slip.rows[y] ^ row).bit_count() for y, row in enumerate(rows))
    assert (changed > 0) == (pairs > 0) and changed <= pairs, (name, changed, pairs)
    assert pairs > 0 or not name.startswith("noise-")
    assert not any(slip.rows[len(rows):]) and not slip.text.strip(), name


def check_text(name, slip, code, made):
    """Words as letters, and as dots what no letter can say: there zbarimg and the picture judge."""
    plain = " ".join(slip.text.split())
    for words in WORDS[name.split("-")[-1]] if made["text_safe"] else []:
        assert words in plain, (name, words, plain)
    native = made["text_safe"] and made["native_qr"]
    assert slip.codes == ([code] if native else []), (name, slip.codes)


def check_slip(folder, made):
    """(the slip on paper, what a telephone is to read on it)."""
    name = made["slip"]
    path = os.path.join(folder, name)
    slip = interpret(read_file(path + ".bin"), printer_of(made))
    code = read_file(path + ".code")
    check_paper(name, slip)
    if not name.startswith("text-"):
        check_dots(name, slip, read_pbm(path + ".pbm"))
        return slip, code
    check_text(name, slip, code, made)
    return slip, code


def is_accepted(name, dots):
    """Which slips are kept as pictures: every scene as text on the two common widths, and both the
    plain and the longest slip on all."""
    if name.startswith("noise-"):
        return False
    scene = name.split("-")[-1]
    return scene in ("plain.id", "long.en", "logo.id") or name.startswith("text-") and dots in (384, 576)


def make(folder):
    environment = {**os.environ, "GILIRAN_ASSETS": os.path.join(accepted.BUILD, "assets"),
                   "GILIRAN_SOURCE": accepted.SOURCE}
    made = subprocess.run([os.path.join(accepted.BUILD, "bin", "test-slips"), folder],
                          env=environment, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return list(read_pages(made.stdout))


def main():
    accepted.need_tools()
    if not os.path.exists(FONT):
        print("skipped: fonts-inter is not installed")
        sys.exit(77)
    pictures, codes, differ = {}, {}, []
    with tempfile.TemporaryDirectory() as folder:
        slips = make(folder)
        assert {made["dots"] for made in slips} >= WIDTHS
        for made in slips:
            name = made["slip"]
            slip, codes[name] = check_slip(folder, made)
            pictures[name] = (made["dots"], slip.rows)
            if is_accepted(name, made["dots"]):
                differ.append(accepted.compare("paper-" + name, *pictures[name]))
    read = accepted.read_codes(pictures)
    wrong = {name: read[name] for name in codes if read[name] != codes[name]}
    assert not wrong, wrong
    differ = [what for what in differ if what]
    assert not differ, "\n".join(differ)
    print(f"{len(slips)} slips, {sum(map(bool, codes.values()))} QR codes read")


main()
