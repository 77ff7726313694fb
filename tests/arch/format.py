"""The C files are as clang-format 14 (Debian 12) leaves them."""

import os
import re
import shutil
import subprocess
import sys

import check

RULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".clang-format")


def check_tree(root):
    paths = check.files(root, (".c", ".h"))
    if not paths:
        return []
    result = subprocess.run(
        ["clang-format", "--dry-run", "--Werror", f"--style=file:{RULES}"] + paths, cwd=root,
        stderr=subprocess.PIPE, text=True, check=False)
    found = re.findall(r"^(\S+?:\d+):\d+: error", result.stderr, re.M)
    if result.returncode != 0 and not found:
        return [f"clang-format failed: {result.stderr}"]
    first = {}
    for place in found:
        first.setdefault(place.split(":")[0], place)
    return [f"{place}: not as clang-format leaves it" for place in first.values()]


FIXTURES = [
    ({"app/base/a.c": "int f(void)\n{\n\treturn 1;\n}\n"}, None),
    ({"app/base/a.c": "int f(void) {\n    return 1;\n}\n"}, "a.c:1: not as clang-format"),
]

if __name__ == "__main__":
    VERSION = shutil.which("clang-format") and subprocess.run(
        ["clang-format", "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    if not VERSION or not re.search(r"version 14\.", VERSION):
        print(f"skipped: wants clang-format 14 of Debian 12, found {VERSION or 'none'}")
        sys.exit(77)
    check.run(check_tree, FIXTURES)
