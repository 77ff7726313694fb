"""Every act of the desk that writes is among those that are killed and refused a full disk.

An act is a function of the desk's headers that is given a desk it may change. Those that only look
are named here, with why they are none; the others must be called by tests/store/morning.c,
rarer.c, rarer_devices.c, or kill_apart.c. A name here that is no function any more, or that is called there after all, is a finding.
"""

import re

import check

LISTS = ("tests/store/morning.c", "tests/store/rarer.c", "tests/store/rarer_devices.c",
         "tests/store/kill_apart.c")

# What only looks; what ends an older day first does so by desk_close_days, which is among the acts.
LOOKS = {
    "desk_close", "desk_list_appointments", "desk_find_ticket", "desk_view", "desk_tell",
    "desk_day", "desk_list_days", "desk_breaches", "desk_verify", "desk_examine",
    "desk_read_standards", "desk_list_rolls", "desk_list_staff", "desk_list_sheets",
    "desk_sum_ratings", "desk_list_complaints", "desk_ticket_code", "desk_list_help",
    "desk_read_office", "desk_read_record", "desk_list_indices", "desk_list_tickets",
    "desk_list_duty", "desk_list_late", "desk_list_wires",
    # They write when they refuse only: how often somebody guessed.
    "desk_check_pin", "desk_unlock_office", "desk_recall_guest",
}

ACT = re.compile(r"\b(desk_\w+)\(\s*struct desk \*desk\b[^;{]*;", re.S)


def acts(root):
    found = {}
    for path in check.files(root, (".h",), ("app/desk",)):
        text = check.code(check.read(root, path))
        for match in ACT.finditer(text):
            found[match[1]] = f"{path}:{check.line_of(text, match.start())}"
    return found


def named(root):
    return {word for path in check.files(root, (".c",), ("tests/store",)) if path in LISTS
            for word in re.findall(r"\bdesk_\w+", check.code(check.read(root, path)))}


def tables(root):
    """Functions of the lists that no row names: written, and then forgotten in the table."""
    texts = {path: check.code(check.read(root, path))
             for path in check.files(root, (".c",), ("tests/store",)) if path in LISTS}
    everything = "\n".join(texts.values())
    return [f"{path}: {name} is in no row" for path, text in texts.items()
            for name in re.findall(
                r"^(?:static )?enum result (\w+)\(struct desk \*desk\)", text, re.M)
            if len(re.findall(rf"\b{name}\b", everything)) < 2]


def forgotten(root):
    acts_of, done = acts(root), named(root)
    found = [f"{place}: {name} is no act of {' or '.join(LISTS)}"
             for name, place in sorted(acts_of.items()) if name not in LOOKS and name not in done]
    if len(acts_of) > 20:
        found += [f"tests/arch/acts.py: {name} is no function of the desk"
                  for name in sorted(LOOKS - set(acts_of))]
    return found + tables(root)


HEADER = ("enum result desk_next(struct desk *desk, int counter);\n"
          "/* desk_gone(struct desk *desk); */\n"
          "bool desk_is(const struct desk *desk);\n"
          "enum result desk_view(\n\tstruct desk *desk, int counter);\n")
ROW = ("static enum result next(struct desk *desk)\n{\n\treturn desk_next(desk, 1);\n}\n"
       "const struct morning_act all[] = {{\"next\", next}};\n")

FIXTURES = [
    ({"app/desk/desk.h": HEADER, "tests/store/morning.c": ROW}, None),
    ({"app/desk/desk.h": HEADER, "tests/store/rarer.c": ROW}, None),
    ({"app/desk/desk.h": HEADER, "tests/store/other.c": ROW}, "desk_next is no act"),
    ({"app/desk/desk.h": HEADER, "tests/store/morning.c": "/* desk_next( */\n"},
     "desk_next is no act"),
    ({"app/desk/desk.h": HEADER, "tests/store/morning.c": ROW.replace("\"next\", next", "0")},
     "next is in no row"),
    ({"app/desk/desk.h": HEADER, "tests/store/rarer.c": "const struct rarer_act all[] = {{0}};\n",
      "tests/store/rarer_devices.c": "enum result rarer_next(struct desk *desk)\n"
                                     "{\n\treturn desk_next(desk, 1);\n}\n"},
     "rarer_next is in no row"),
]

if __name__ == "__main__":
    check.run(forgotten, FIXTURES)
