"""QR codes of a printer's own, drawn by the program qrencode."""

import functools
import shutil
import subprocess

LEVELS = "LMQH"


def is_installed():
    return shutil.which("qrencode") is not None


@functools.lru_cache(maxsize=None)
def encode(data, level):
    """Rows of modules as numbers, leftmost highest, without quiet zone; None = does not fit."""
    made = subprocess.run(["qrencode", "-t", "ASCII", "-m", "0", "-s", "1", "-l", LEVELS[level],
                           "-o", "-"], input=data, capture_output=True, timeout=20, check=False)
    if made.returncode != 0:
        return None
    # Two characters a module.
    lines = made.stdout.decode("ascii").strip("\n").split("\n")
    return [int("".join("1" if c == "#" else "0" for c in line[::2]), 2) for line in lines]
