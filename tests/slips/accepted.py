"""Pictures of slips as accepted, and what a telephone reads from them."""

import concurrent.futures
import os
import shutil
import subprocess
import sys
import tempfile

BUILD, SOURCE = sys.argv[1:3]
sys.path.insert(0, os.path.join(SOURCE, "tests", "support"))

from escpos import png, qr  # noqa: E402


def need_tools():
    """Ends with 77 where a program of tests/packages.txt is missing."""
    if not qr.is_installed():
        print("skipped: qrencode is not installed")
        sys.exit(77)
    if shutil.which("zbarimg") is None:
        print("skipped: zbar-tools is not installed")
        sys.exit(77)


def compare(name, width, rows):
    """What differs from tests/golden/NAME.png, or None; GILIRAN_ACCEPT=1 writes it anew."""
    golden = os.path.join(SOURCE, "tests", "golden", name + ".png")
    if os.environ.get("GILIRAN_ACCEPT"):
        png.write(golden, width, rows)
    if os.path.exists(golden) and png.read(golden) == (width, rows):
        return None
    made = os.path.abspath(name + ".made.png")
    png.write(made, width, rows)
    return f"{golden}: differs; what was drawn is in {made}"


def read_code(path):
    """All codes on a picture as zbarimg reads them, one after another, as bytes: it would guess at
    another alphabet where a text is not plain ASCII."""
    read = subprocess.run(["zbarimg", "--quiet", "--nodbus", "--raw", "-Sdisable",
                           "-Sqrcode.enable", "-Sbinary", path], capture_output=True, check=False)
    return read.stdout


def read_codes(pictures):
    """{name: (width, rows)} → {name: what read_code says}."""
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name + ".png") for name in pictures}
        for name, picture in pictures.items():
            png.write(paths[name], *picture, effort=1)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return dict(zip(paths, pool.map(read_code, paths.values()), strict=True))
