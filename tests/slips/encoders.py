"""Slips that other encoders made (tests/fixtures/escpos): the interpreter reads them as they mean."""

import dataclasses
import glob
import os

import accepted

from escpos import WIDE, interpret

FIXTURES = os.path.join(accepted.SOURCE, "tests", "fixtures", "escpos")
CODE = b"BPS Kabupaten Tana Tidung\nK007"
# What stands on each as text, in order; and where its picture stands: dots and the left edge.
TEXTS = {
    "receiptline-sizes": ["K007", "Konsultasi", "lebar", "tinggi", "biasa tebal garis terbalik"],
    "receiptline-sides": ["kiri", "tengah", "kanan", "Di depan Anda2 orang", "─" * 48,
                          "Perkiraan10.20-10.27", "satu", "dua", "tiga", "empat"],
    "receiptline-code": ["Pindai", "selesai"],
    "receiptline-image": ["kiri"],
    "receiptline-letters": ["Café à la crème, Müller & Søn"],
    "receiptline-narrow": ["K007", "Konsultasi Statistik", "Di depan Anda2 orang"],
    "encoder-sizes": ["K007", "Konsultasi", "tebal garis terbalik", "huruf kecil 0123456789"],
    "encoder-sides": ["tengah", "kanan", "kiri", "═" * 48, "┌" + "─" * 28 + "┐", "dalam kotak"],
    "encoder-code": ["Pindai", "selesai"],
    "encoder-raster": ["tengah"],
    "encoder-column": ["kiri"],
    "encoder-letters": ["Café à la crème, €5, Müller & Søn", "Ça va – “déjà”", "½ °C ± é ü"],
    "encoder-narrow": ["K007", "Konsultasi"],
}
PICTURES = {
    # width, height, left edge, top
    "receiptline-image": [(200, 120, 188, 0), (64, 40, 0, 120)],
    "encoder-raster": [(200, 120, 188, 0)],
    "encoder-column": [(200, 120, 0, 0)],
    "encoder-narrow": [(64, 48, 160, 78)],
}
AFTER_CUT = {"receiptline": 0, "encoder": 2}  # the second ends with LF CR


def is_black(x, y, width, height):
    """The picture of make.mjs."""
    edge = x < 2 or y < 2 or x >= width - 2 or y >= height - 2
    inside = abs(2 * x - width) / width + abs(2 * y - height) / height < 0.7
    return edge or inside and x + y > width / 2


def check_picture(name, slip, width, height, left, top):
    shift = slip.printer.dots - left - width
    for y in range(height):
        wanted = sum(1 << width - 1 - x for x in range(width) if is_black(x, y, width, height))
        row = slip.rows[top + y] >> shift & (1 << width) - 1
        assert row == wanted, f"{name}: row {y} of the picture at {left},{top}"


def check_slip(name, slip):
    assert not slip.errors, (name, slip.errors)
    assert slip.begins_with_reset and len(slip.cuts) == 1
    assert slip.after_cut == AFTER_CUT[name.split("-")[0]], (name, slip.after_cut)
    at = 0
    for text in TEXTS[name]:
        at = slip.text.find(text, at)
        assert at >= 0, (name, text, slip.text)
        at += len(text)
    for picture in PICTURES.get(name, []):
        check_picture(name, slip, *picture)


def main():
    accepted.need_tools()
    names = [os.path.basename(path)[:-4] for path in glob.glob(os.path.join(FIXTURES, "*.bin"))]
    assert sorted(names) == sorted(TEXTS)
    pictures, differ = {}, []
    for name in sorted(names):
        with open(os.path.join(FIXTURES, name + ".bin"), "rb") as file:
            dots = 384 if name.endswith("narrow") else 576
            slip = interpret(file.read(), dataclasses.replace(WIDE, dots=dots))
        check_slip(name, slip)
        pictures[name] = (dots, slip.rows)
        differ.append(accepted.compare("escpos-" + name, dots, slip.rows))
    codes = accepted.read_codes(pictures)
    assert {name: code for name, code in codes.items() if code} == \
        {"receiptline-code": CODE, "encoder-code": CODE}, codes
    differ = [what for what in differ if what]
    assert not differ, "\n".join(differ)
    print(f"{len(names)} slips of other encoders as they mean and as accepted")


main()
