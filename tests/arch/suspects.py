"""What cppcheck suspects: warnings, portability and performance.

Not its uninitvar: it loses sight of out-parameters behind && and ||; gcc and the sanitizers look
after those.
"""

import os
import shutil
import subprocess
import sys

import check


def knowledge(root):
    """Of files that have not changed since, nor what they include, cppcheck keeps what it found."""
    if len(sys.argv) < 3 or root != sys.argv[1]:
        return []
    os.makedirs(sys.argv[2], exist_ok=True)
    return [f"--cppcheck-build-dir={sys.argv[2]}"]


def check_tree(root):
    folders = [name for name in ("app", "db", "drivers") if os.path.isdir(os.path.join(root, name))]
    result = subprocess.run(
        ["cppcheck", "-j2", "--quiet", "--std=c11", "--enable=warning,performance,portability",
         "--inline-suppr", "--suppress=missingIncludeSystem", "--suppress=uninitvar",
         "--suppress=ctuuninitvar", "-I.",
         "-D_POSIX_C_SOURCE=200809L", "--template={file}:{line}: {id}: {message}"]
        + knowledge(root) + folders,
        cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if result.returncode != 0:
        return [f"cppcheck failed: {result.stdout}{result.stderr}"]
    return [line for line in result.stderr.split("\n") if line and not line.startswith(" ")]


FIXTURES = [
    ({"app/base/a.c": "int f(int a)\n{\n\treturn a;\n}\n"}, None),
    ({"app/base/a.c": "int f(void)\n{\n\tint a[2] = {0, 1};\n\treturn a[2];\n}\n"},
     "a.c:4: arrayIndexOutOfBounds"),
    ({"drivers/a.c": "#include <stdio.h>\nvoid f(void)\n{\n\tFILE *a = fopen(\"a\", \"r\");\n"
                     "\tif (a)\n\t\tfgetc(a);\n}\n"}, "resourceLeak"),
]

if __name__ == "__main__":
    if not shutil.which("cppcheck"):
        print("skipped: wants cppcheck, which is not installed")
        sys.exit(77)
    check.run(check_tree, FIXTURES)
