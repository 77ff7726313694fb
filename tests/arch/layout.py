"""The top level, migrations' numbers, blanks and line ends, and the length of files and functions."""

import os
import re

import check

TOP = {"app", "drivers", "assets", "db", "tests", "CMakeLists.txt", "README.md"}
TEXTS = (".c", ".h", ".py", ".sh", ".awk", ".sql", ".po", ".conf", ".md", ".cmake", "CMakeLists.txt",
         "packages.txt", "packages-full.txt")
FILE_LINES = 500
FUNCTION_LINES = 60


def check_lines(path, text):
    found = []
    if text and not text.endswith("\n"):
        found.append(f"{path}: no line end at the end of the file")
    if text.endswith("\n\n"):
        found.append(f"{path}: an empty line at the end of the file")
    for number, line in enumerate(text.split("\n"), 1):
        if line != line.rstrip():
            found.append(f"{path}:{number}: blanks or a carriage return at the end of the line")
    return found


def check_functions(path, text):
    """A function is what stands between { and } in the first column, as clang-format leaves it."""
    found = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line == "{":
            start = number
        elif line == "}" and start:
            if number - start + 1 > FUNCTION_LINES:
                found.append(f"{path}:{start}: a function of {number - start + 1} lines")
            start = 0
    return found


def is_built(folder):
    """A build folder: by its name, which Git leaves out, or by what CMake has put there."""
    named = os.path.basename(folder).startswith("build") and os.path.isdir(folder)
    return named or os.path.isfile(os.path.join(folder, "CMakeCache.txt"))


def check_migrations(root):
    """A store counts the files it has run, so their numbers are 1, 2, 3, …"""
    folder = os.path.join(root, "db", "schema")
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return [f"db/schema/{name}: the number here is {number:03}"
            for number, name in enumerate(names, 1) if not name.startswith(f"{number:03}_")]


def check_tree(root):
    found = check_migrations(root)
    for name in os.listdir(root):
        built = is_built(os.path.join(root, name))
        if name not in TOP and not name.startswith(".") and not built:
            found.append(f"{name}: not a name of the top level")
    for path in check.files(root, TEXTS, check.FOLDERS + ("assets",)):
        text = check.read(root, path)
        found += check_lines(path, text)
        if not path.endswith((".c", ".h")):
            continue
        if text.count("\n") > FILE_LINES:
            found.append(f"{path}: {text.count(chr(10))} lines; is there a second idea in it?")
        found += check_functions(path, text)
    return found


LONG = "void f(void)\n{\n" + "\tg();\n" * (FUNCTION_LINES - 1) + "}\n"
FIXTURES = [
    ({"app/base/a.c": LONG.replace("\tg();\n", "", 1), "README.md": "x", "build-x/b": "",
      "b/CMakeCache.txt": "", ".ci/run": "", "assets/a.po": "a\n"}, None),
    ({"app/base/a.c": LONG}, "a function of 61 lines"),
    ({"app/base/a.h": "int a;\n" * (FILE_LINES + 1)}, "501 lines"),
    ({"app/base/a.c": "int a; \n"}, "blanks"),
    ({"assets/text/a.po": "int a;\r\n"}, "blanks or a carriage return"),
    ({"tests/run.sh": "exit"}, "no line end"),
    ({"tests/run.sh": "exit\n\n"}, "an empty line"),
    ({"src/a.c": ""}, "not a name of the top level"),
    ({"b/a.o": ""}, "b: not a name of the top level"),
    ({"db/schema/001_a.sql": "a\n", "db/schema/002_b.sql": "b\n"}, None),
    ({"db/schema/001_a.sql": "a\n", "db/schema/003_b.sql": "b\n"}, "the number here is 002"),
    ({"build.log": ""}, "build.log: not a name of the top level"),
]

if __name__ == "__main__":
    check.run(check_tree, FIXTURES)
