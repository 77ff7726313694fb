"""python3 tests/support/escpos [--dots N] FILE.bin [PICTURE.png]: what a printer makes of a file."""

import argparse
import dataclasses
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from escpos import WIDE, interpret, png  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dots", type=int, default=576)
    parser.add_argument("file")
    parser.add_argument("picture", nargs="?")
    given = parser.parse_args()
    with open(given.file, "rb") as file:
        slip = interpret(file.read(), dataclasses.replace(WIDE, dots=given.dots))
    if given.picture:
        png.write(given.picture, given.dots, slip.rows or [0])
    print(f"{slip.length} dots of paper, {slip.blank_mm():.1f} mm blank at its end, "
          f"cuts {[cut.row for cut in slip.cuts]}, {slip.after_cut} bytes after the last, "
          f"begins with a reset: {slip.begins_with_reset}")
    for offset, what in slip.errors:
        print(f"  at {offset}: {what}")
    return 1 if slip.errors else 0


if __name__ == "__main__":
    sys.exit(main())
