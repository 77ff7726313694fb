"""No object of ours holds data that can change: globals only as const tables.

Reads the symbol tables of the objects named in the build's compile_commands.json.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

# (source, symbol): why it may change
ALLOWED = {
    ("app/base/log.c", "least_level"): "how much a process logs; atomic, set once at start",
}

# What the sanitizers and gcov add for themselves.
NOT_OURS = re.compile(r"^(?:__(?:odr_)?asan|\.?L|__sanitizer|__gcov|__ubsan|__unnamed_)")
CHANGING = re.compile(r"^(?:\.(?:data|bss|tdata|tbss)(?:$|\.(?!rel\.ro))|\*COM\*)")


def check_object(path, name):
    table = subprocess.run(["objdump", "-t", path], stdout=subprocess.PIPE, text=True,
                           check=True).stdout
    found = []
    for line in table.split("\n"):
        match = re.match(r"^[0-9a-f]+ .{7} (\S+)\s+([0-9a-f]+)\s+(?:\.hidden )?(\S+)$", line)
        if not match or not CHANGING.match(match[1]) or int(match[2], 16) == 0:
            continue
        symbol = re.sub(r"\.\d+$", "", match[3])
        if NOT_OURS.match(symbol) or match[1] == symbol:
            continue
        if (name, symbol) not in ALLOWED:
            found.append(f"{name}: {symbol} in {match[1]} can change")
    return found


def objects(root, build):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    for entry in entries:
        source = os.path.relpath(entry["file"], root)
        if source.startswith(("app/", "db/", "drivers/")):
            words = shlex.split(entry["command"])
            yield os.path.join(entry["directory"], words[words.index("-o") + 1]), source


def prove(compiler):
    """(source, symbol that must be found or None)"""
    for source, wanted in [
            ("const int a = 1; static const char *const b[] = {\"x\"};\n"
             "const char *const *f(void) { static const int n[2] = {1, 2}; return b + n[0] + a; }",
             None),
            ("int counter = 1;", "counter in .data"),
            ("int counter;", "counter in .bss"),
            ("static int hidden; int *f(void) { return &hidden; }", "hidden in .bss"),
            ("int *f(void) { static int seen = 3; return &seen; }", "seen in .data"),
            ("static const char *name = \"x\"; const char **f(void) { return &name; }",
             "name in .data"),
            ("_Thread_local int each;", "each in .tbss")]:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.o")
            subprocess.run([compiler, "-std=c11", "-O1", "-fPIE", "-x", "c", "-c", "-o", path, "-"],
                           input=source, text=True, check=True)
            found = check_object(path, "a.c")
        right = not found if wanted is None else len(found) == 1 and wanted in found[0]
        if not right:
            sys.exit(f"the check itself is wrong: {source}\nwanted {wanted!r}\nfound {found}")


def main(root, build, compiler):
    prove(compiler)
    checked = list(objects(root, build))
    missing = [f"{source}: no object; build first" for path, source in checked
               if not os.path.exists(path)]
    found = missing or [finding for path, source in checked
                        for finding in check_object(path, source)]
    for finding in found:
        print(finding)
    print(f"{len(checked)} objects, {len(found)} findings")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
