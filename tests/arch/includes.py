"""Which module may include which, include paths, guards and header sets."""

import os
import re

import check

PURE = ("app/queue", "app/request", "app/feedback")
ARROWS = {
    "app/base": (),
    "app/queue": ("app/base",),
    "app/request": ("app/base",),
    "app/feedback": ("app/base",),
    "db": ("app/base",) + PURE,
    "app/desk": ("app/base", "db") + PURE,
    "app/report": ("app/base", "app/desk", "app/paper", "db") + PURE,
    "app/slip": ("app/base", "app/desk") + PURE,
    "app/ui": ("app/base",),
    "app/paper": ("app/base",),
    "app/voice": ("app/base",),
    "drivers": ("app/base",),
}
PROGRAMS = ("app/kiosk", "app/console", "app/display", "app/admin")
FOR_PROGRAMS = tuple(module for module in ARROWS if module != "db")
# The simulator lives through days on the real desk: stores in memory, faults under them, and the
# log to hold the answers against. Only the program `giliran` runs it.
SIMULATOR = "app/simulate"
FOR_SIMULATOR = ("app/base", "app/desk") + PURE
ROWS_FOR_SIMULATOR = ("db/store.h", "db/engine.h", "db/fault.h", "db/event_rows.h", "db/day_rows.h",
                      "db/help_rows.h", "db/complaint_rows.h", "db/reception_rows.h")
MODULES = tuple(ARROWS) + PROGRAMS + (SIMULATOR,)

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]', re.M)


def module_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "app" else parts[0]


def allowed(module, target):
    other = module_of(target)
    if other == module:
        return True
    if module == SIMULATOR:
        return other in FOR_SIMULATOR or target in ROWS_FOR_SIMULATOR
    if module == "app/admin" and other == SIMULATOR:
        return True
    if module in PROGRAMS:
        return other in FOR_PROGRAMS or target == "db/store.h"
    return other in ARROWS[module]


def check_includes(root, path, text):
    found = []
    module = module_of(path)
    for match in INCLUDE.finditer(check.uncommented(text)):
        quote, target = match.groups()
        ours = module_of(target) in MODULES + ("tests",)
        where = f"{path}:{check.line_of(text, match.start(2))}"
        if quote == '"' and not ours:
            found.append(f'{where}: "{target}" is not a path from the root to a file of ours')
        elif quote == "<" and ours:
            found.append(f"{where}: <{target}> is ours and wants quotes")
        elif ours and module != "tests" and not allowed(module, target):
            found.append(f"{where}: {module} may not include {target}")
    return found


def check_guard(path, text):
    guard = re.sub(r"[^A-Z0-9]", "_", path.upper())
    lines = [line for line in check.code(text).split("\n") if line.strip()]
    if lines[:2] == [f"#ifndef {guard}", f"#define {guard}"] and lines[-1] == "#endif":
        return []
    return [f"{path}:1: wants the include guard {guard} round everything"]


def check_listed(root, path):
    """A header in no header set is never compiled alone by all_verify_interface_header_sets."""
    folder, name = os.path.split(path)
    lists = os.path.join(folder, "CMakeLists.txt")
    if os.path.exists(os.path.join(root, lists)):
        if re.search(rf"\b{re.escape(name)}\b", check.read(root, lists)):
            return []
    return [f"{path}:1: not among the HEADERS of {lists}"]


def check_tree(root):
    found = []
    for path in check.files(root, (".c", ".h")):
        text = check.read(root, path)
        module = module_of(path)
        if module != "tests" and module not in MODULES:
            found.append(f"{path}:1: {module} is no module of the house")
            continue
        found += check_includes(root, path, text)
        if path.endswith(".h"):
            found += check_guard(path, text)
            found += check_listed(root, path) if module != "tests" else []
    return found


GUARDED = "#ifndef APP_UI_UI_H\n#define APP_UI_UI_H\n%s\n#endif\n"
LISTED = "giliran_module(ui HEADERS ui.h draw.h)\n"
FIXTURES = [
    ({"app/ui/CMakeLists.txt": LISTED,
      "app/ui/ui.h": GUARDED % '#include "app/base/log.h"\n#include <stdio.h>',
      "app/kiosk/kiosk.c": '#include "db/store.h"\n#include "app/ui/ui.h"\n'
                           '#include "drivers/printer.h"\n// #include "app/console/x.h"\n',
      "tests/unit/x.c": '#include "db/engine.h"\n'}, None),
    ({"app/base/a.c": '#include "app/queue/ticket.h"\n'}, "may not include app/queue"),
    ({"app/queue/a.c": '#include "db/store.h"\n'}, "may not include db"),
    ({"db/a.c": '#include "app/desk/desk.h"\n'}, "may not include app/desk"),
    ({"app/ui/a.c": '#  include "app/desk/desk.h"\n'}, "may not include app/desk"),
    ({"drivers/a.c": '#include "app/paper/paper.h"\n'}, "may not include app/paper"),
    ({"app/kiosk/a.c": '#include "app/console/b.h"\n'}, "may not include app/console"),
    ({"app/admin/a.c": '#include "db/engine.h"\n'}, "may not include db/engine.h"),
    ({"app/simulate/a.c": '#include "db/fault.h"\n#include "app/desk/desk.h"\n',
      "app/admin/a.c": '#include "app/simulate/a.h"\n'}, None),
    ({"app/simulate/a.c": '#include "db/ticket_rows.h"\n'}, "may not include db/ticket_rows.h"),
    ({"app/simulate/a.c": '#include "app/ui/ui.h"\n'}, "may not include app/ui"),
    ({"app/console/a.c": '#include "app/simulate/a.h"\n'}, "may not include app/simulate"),
    ({"app/base/a.c": '#include "log.h"\n'}, "not a path from the root"),
    ({"app/base/a.c": '#include "../base/log.h"\n'}, "not a path from the root"),
    ({"app/base/a.c": '#include <app/base/log.h>\n'}, "wants quotes"),
    ({"app/utils/a.c": "\n"}, "no module of the house"),
    ({"app/ui/CMakeLists.txt": LISTED, "app/ui/draw.h": GUARDED % ""}, "wants the include guard APP_UI_DRAW_H"),
    ({"app/ui/CMakeLists.txt": LISTED, "app/ui/ui.h": GUARDED % "" + "int late;\n"},
     "wants the include guard"),
    ({"app/ui/CMakeLists.txt": "SOURCES gui.hpp", "app/ui/ui.h": GUARDED % ""}, "not among"),
    ({"app/ui/ui.h": GUARDED % ""}, "not among"),
]

if __name__ == "__main__":
    check.run(check_tree, FIXTURES)
