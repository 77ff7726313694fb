"""Calls that are banned, or belong to one file, and words that say the work is not finished."""

import fnmatch
import re

import check

OURS = ("app/*", "db/*", "drivers/*")

# (what, pattern in the code, files it is looked for in, files that may)
RULES = [
    ("is unbounded or hides errors",
     r"\b(?:strcpy|strcat|sprintf|vsprintf|atoi|gets)\s*\(", OURS + ("tests/*",), ()),
    # The voice has the programs' one sound device, and a thread of its own for what blocks.
    ("belongs to the loop, the painter, the paper's raster and the voice",
     r"\b(?:SDL|TTF)_\w+", OURS,
     ("app/ui/loop.c", "app/ui/paint*.c", "app/paper/raster.c", "app/voice/speaker.c", "app/voice/voice.c")),
    ("belongs to db/", r"\bsqlite3_\w+", OURS, ("db/*",)),
    # Open and claim (usb_handle), printers (usb), boards (usb_bulk), and what is plugged in (usb_list).
    ("belongs to drivers/usb.c and its neighbours", r"\blibusb_\w+", OURS,
     ("drivers/usb.c", "drivers/usb_bulk.c", "drivers/usb_handle.[ch]", "drivers/usb_list.c")),
    ("belongs to drivers/print_queue.c and print_state.c", r"\b(?:cups|http|ipp|pwg)[A-Z]\w+",
     OURS, ("drivers/print_queue.c", "drivers/print_state.[ch]")),
    ("belongs to app/paper/pdf_sheet.c", r"\b(?:cairo_\w+|FT_[A-Z]\w+)", OURS, ("app/paper/pdf_sheet.c",)),
    ("belongs to app/report/xlsx.c", r"\b(?:lxw_\w+|workbook_\w+|worksheet_\w+)", OURS,
     ("app/report/xlsx.c",)),
    ("asks the system for the time, which only app/base/clock.c does",
     r"\b(?:time|clock_gettime|gettimeofday|timespec_get|ftime)\s*\(|\bclock\s*\(\s*\)", OURS,
     ("app/base/clock.c",)),
]
SQL = re.compile(r"\b(?:SELECT\s|INSERT\s+(?:OR\s+\w+\s+)?INTO\b|UPDATE\s+\w+\s+SET\b"
                 r"|DELETE\s+FROM\b|CREATE\s+(?:TABLE|INDEX)\b|BEGIN\s+IMMEDIATE\b|PRAGMA\b)")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX)\b")


def among(path, patterns):
    return any(fnmatch.fnmatch(path, pattern) for pattern in patterns)


def check_tree(root):
    found = []
    for path in check.files(root, (".c", ".h")):
        text = check.read(root, path)
        bare = check.code(text)
        for what, pattern, where, but in RULES:
            if not among(path, where) or among(path, but):
                continue
            for match in re.finditer(pattern, bare):
                name = match[0].rstrip("( \t\n")
                found.append(f"{path}:{check.line_of(text, match.start())}: {name} {what}")
        if among(path, OURS) and not path.startswith("db/"):
            for match in check.TOKEN.finditer(text):
                if match[0][0] == '"' and SQL.search(match[0]):
                    found.append(f"{path}:{check.line_of(text, match.start())}: SQL outside db/")
        for match in UNFINISHED.finditer(text):
            found.append(f"{path}:{check.line_of(text, match.start())}: {match[0]} is left")
    return found


FIXTURES = [
    ({"app/ui/loop.c": "SDL_Init(0);\n", "app/ui/paint_text.c": "TTF_Init();\n",
      "app/voice/speaker.c": "SDL_QueueAudio(1, 0, 0);\n",
      "app/voice/voice.c": "SDL_Quit();\n", "app/paper/raster.c": "TTF_Quit();\n",
      "db/engine.c": 'sqlite3_open("SELECT 1");\n', "drivers/usb.c": "libusb_init(0);\n",
      "app/base/clock.c": "clock_gettime(1, 0);\n",
      "app/base/a.c": '/* strcpy(a, b) */ // SDL_Init\nlog("time(0) SDL_Init");\n'
                      "snprintf(a, 1, b); run_time(1); fgets(a, 1, f); struct clock c;\n"
                      'say("Select a service to UPDATE it");\n'}, None),
    ({"app/base/a.c": "strcpy (a, b);\n"}, "a.c:1: strcpy is unbounded"),
    ({"db/a.c": "\n\nsprintf(a, b);\n"}, "a.c:3: sprintf"),
    ({"tests/unit/a.c": "x = atoi(b);\n"}, "atoi"),
    ({"app/kiosk/a.c": "SDL_Delay(1);\n"}, "belongs to the loop"),
    ({"app/ui/ui.c": "TTF_Init();\n"}, "belongs to the loop"),
    ({"drivers/printer_cups.c": "ippNew();\n"}, "belongs to drivers/print_queue.c"),
    ({"app/paper/page.c": "cairo_fill(c);\n"}, "belongs to app/paper/pdf_sheet.c"),
    ({"app/report/a.c": "workbook_close(b);\n"}, "belongs to app/report/xlsx.c"),
    ({"app/desk/a.c": "sqlite3_open(p);\n"}, "belongs to db/"),
    ({"drivers/printer_usb.c": "libusb_exit(c);\n"}, "belongs to drivers/usb.c"),
    ({"app/queue/a.c": "now = time(NULL);\n"}, "asks the system for the time"),
    ({"app/ui/loop.c": "clock_gettime(1, &t);\n"}, "asks the system for the time"),
    ({"app/admin/a.c": 'run("SELECT id FROM ticket");\n'}, "SQL outside db/"),
    ({"app/admin/a.c": 'run("UPDATE ticket SET a = 1");\n'}, "SQL outside db/"),
    ({"app/admin/a.c": "/* TO" "DO: later */\n"}, "is left"),
]

if __name__ == "__main__":
    check.run(check_tree, FIXTURES)
