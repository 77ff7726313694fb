"""What the checks of this folder share.

A check is a function of a source tree that returns findings ("file:line: what is wrong"). Each file
brings fixtures, small trees that break its rule and one that does not; they are tried before the
real tree at every run, so a check that has gone blind fails.
"""

import os
import re
import sys
import tempfile

FOLDERS = ("app", "db", "drivers", "tests")


def files(root, suffixes, folders=FOLDERS):
    """Paths relative to `root`, sorted."""
    found = []
    for folder in folders:
        for at, names, leaves in os.walk(os.path.join(root, folder)):
            names[:] = [name for name in names if name != "__pycache__"]
            found += [os.path.relpath(os.path.join(at, leaf), root) for leaf in leaves
                      if leaf.endswith(suffixes)]
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", newline="") as file:
        return file.read()


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def blank(text):
    return re.sub(r"[^\n]", " ", text)


def code(text):
    """C without comments and without what is inside strings; lines and columns stay."""
    return TOKEN.sub(lambda m: m[0][0] + blank(m[0][1:-1]) + m[0][-1] if m[0][0] in "\"'"
                     else blank(m[0]), text)


def uncommented(text):
    """C without comments, strings kept."""
    return TOKEN.sub(lambda m: m[0] if m[0][0] in "\"'" else blank(m[0]), text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def write_tree(root, tree):
    for path, text in tree.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full) or root, exist_ok=True)
        with open(full, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def prove(check, fixtures):
    """Each fixture is (tree, text of the one finding wanted, or None for none)."""
    assert any(wanted is None for _, wanted in fixtures)
    assert any(wanted is not None for _, wanted in fixtures)
    for tree, wanted in fixtures:
        with tempfile.TemporaryDirectory() as root:
            write_tree(root, tree)
            found = check(root)
        right = not found if wanted is None else len(found) == 1 and wanted in found[0]
        if not right:
            sys.exit(f"the check itself is wrong: {tree}\nwanted {wanted!r}\nfound {found}")


def run(check, fixtures):
    prove(check, fixtures)
    found = check(sys.argv[1])
    for finding in found:
        print(finding)
    print(f"{len(fixtures)} fixtures right, {len(found)} findings")
    sys.exit(1 if found else 0)
