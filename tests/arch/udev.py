"""The udev rules are rules, and every USB id of the drivers' tables is covered by one."""

import fnmatch
import os
import re

import check

RULES = "assets/system/udev/70-giliran.rules"
TOKEN = re.compile(r'([A-Z]+(?:\{[A-Za-z_]+\})?)(==|!=|=)"([^"]*)"$')
MATCHES = ("ACTION", "SUBSYSTEM", "KERNEL", "ENV{DEVTYPE}", "ATTR{idVendor}", "ATTR{idProduct}",
           "ATTRS{idVendor}", "ATTRS{idProduct}")
SETTINGS = ("GROUP", "MODE", "ENV{ID_MM_PORT_IGNORE}", "ENV{ID_MM_DEVICE_IGNORE}", "GOTO", "LABEL")

# A table's row: {0x0403, 0x6001, …} or {0x04b8, 0x0e00, 0x0eff, …}; ALL is 0xffff.
ROW = re.compile(r"\{0x([0-9a-f]{4}), 0x([0-9a-f]{4})(?:, (0x[0-9a-f]{4}|ALL)\b)?")

# What the programs are for, whether a driver names it already or not.
WANTED = {
    "lp": ("04b8:0202", "04b8:0e03", "04b8:0e1f", "04b8:0e27", "04b8:0e28", "04b8:0e32",
           "0416:5011", "0483:5743", "0483:5840", "0483:5720", "0483:070b", "1fc9:2016",
           "0fe6:811e", "4b43:3830", "2d84:c7c8", "0519:000b", "0519:0011", "0519:001b"),
    "giliran": ("0403:6001", "0403:6010", "0403:6014", "0403:6015", "1a86:7523", "1a86:7522",
                "1a86:5523", "10c4:ea60", "10c4:ea61", "10c4:ea63", "067b:2303", "8765:1234"),
}


def wrong_numbers(rule):
    """Whether a device's numbers are asked for where they may be: ATTRS takes those of a hub too."""
    subsystem = rule.get("SUBSYSTEM")
    if any(key.startswith("ATTR{") for key in rule) and subsystem != ("==", "usb"):
        yield 'ATTR is for SUBSYSTEM=="usb"'
    if any(key.startswith("ATTRS{") for key in rule) and subsystem != ("==", "tty"):
        yield 'ATTRS is for SUBSYSTEM=="tty"'
    if "ATTRS{idVendor}" in rule and "ATTRS{idProduct}" not in rule:
        yield "a port of whatever a maker sells"


def read_rules(text):
    """[{key: (operator, value)}] of the lines, and findings."""
    rules, found = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        rule = {}
        for part in line.split(", "):
            match = TOKEN.match(part)
            known = match and match[1] in (MATCHES if match[2] != "=" else SETTINGS)
            if not known or match[1] in rule:
                found.append(f"{RULES}:{number}: not a rule: {part}")
            else:
                rule[match[1]] = (match[2], match[3])
        found += [f"{RULES}:{number}: {wrong}" for wrong in wrong_numbers(rule)]
        rules.append(rule)
    labels = {rule["LABEL"][1] for rule in rules if "LABEL" in rule}
    found += [f"{RULES}: no label {rule['GOTO'][1]}" for rule in rules
              if "GOTO" in rule and rule["GOTO"][1] not in labels]
    return rules, found


def fits(rule, key, value):
    operator, patterns = rule.get(key, ("==", "*"))
    hit = any(fnmatch.fnmatchcase(value, pattern) for pattern in patterns.split("|"))
    return hit == (operator == "==")


def group_of(rules, vendor, product):
    """Of the USB device with these numbers: the last rule that names a group for it."""
    group = None
    for rule in rules:
        if "ATTR{idVendor}" in rule and fits(rule, "ATTR{idVendor}", vendor) and \
                fits(rule, "ATTR{idProduct}", product) and rule.get("MODE") == ("=", "0660"):
            group = rule.get("GROUP", ("=", group))[1]
    return group


def tables(root):
    """(vendor, product, where) of the drivers; of a range its ends and some between. Scanners and
    keypads (hid_….c) are input devices, which are of the group `input` by themselves."""
    for path in check.files(root, (".c", ".h"), ("drivers",)):
        if os.path.basename(path).startswith("hid_"):
            continue
        text = check.code(check.read(root, path))
        for match in ROW.finditer(text):
            first = int(match[2], 16)
            last = {None: first, "ALL": 0xffff}.get(match[3])
            last = int(match[3], 16) if last is None else last
            where = f"{path}:{check.line_of(text, match.start())}"
            for product in sorted({*range(first, last + 1, 0x11), first, last}):
                yield match[1], f"{product:04x}", where


def check_tree(root):
    rules, found = read_rules(check.read(root, RULES))
    missing = {}
    for vendor, product, where in tables(root):
        if group_of(rules, vendor, product) is None:
            missing.setdefault(where, f"{vendor}:{product}")
    found += [f"{where}: {RULES} has no rule for {name}" for where, name in missing.items()]
    for group, names in WANTED.items():
        for name in names:
            if group_of(rules, *name.split(":")) != group:
                found.append(f"{RULES}: {name} is not of group {group}")
    return found


def every(groups):
    """Rules for all that is wanted."""
    lines = [f'SUBSYSTEM=="usb", ATTR{{idVendor}}=="{name[:4]}", ATTR{{idProduct}}=="{name[5:]}",'
             f' GROUP="{group}", MODE="0660"' for group, names in groups.items() for name in names]
    return "\n".join(lines) + "\n"


def tree(rules, code=""):
    return {RULES: rules, "drivers/a.c": code}


SKIP = 'ACTION=="remove", GOTO="end"\n'
RANGE = 'SUBSYSTEM=="usb", ATTR{idVendor}=="1111", ATTR{idProduct}=="0e??", GROUP="lp", MODE="0660"\n'
ANY = 'SUBSYSTEM=="usb", ATTR{idVendor}=="1111|2222", GROUP="lp", MODE="0660"\n'
TTY = 'SUBSYSTEM=="tty", ATTRS{idVendor}=="1111", ATTRS{idProduct}=="0001", GROUP="giliran"\n'
FIXTURES = [
    (tree("# none\n" + SKIP + every(WANTED) + 'LABEL="end"\n', "{0x0403, 0x6001},\n"), None),
    (tree(SKIP + every(WANTED)), "no label end"),
    (tree(every(WANTED) + 'SUBSYSTEM=="usb", ATTR{idVendor}="1111"\n'), "not a rule"),
    (tree(every(WANTED) + 'SUBSYSTEM=="usb", ATTR{idVendor}=="1111",GROUP="lp"\n'), "not a rule"),
    (tree(every(WANTED) + TTY), None),
    (tree(every(WANTED) + TTY.replace("tty", "usb")), 'ATTRS is for SUBSYSTEM=="tty"'),
    (tree(every(WANTED) + ANY.replace("usb", "tty")), 'ATTR is for SUBSYSTEM=="usb"'),
    (tree(every(WANTED) + 'SUBSYSTEM=="tty", ATTRS{idVendor}=="1111", GROUP="giliran"\n'),
     "a port of whatever a maker sells"),
    (tree(every({**WANTED, "lp": WANTED["lp"][1:]})), "04b8:0202 is not of group lp"),
    (tree(every(WANTED) + 'SUBSYSTEM=="usb", ATTR{idVendor}=="8765", GROUP="lp", MODE="0660"\n'),
     "8765:1234 is not of group giliran"),
    (tree(every(WANTED), "\n{0x1111, 0x0001, true}, // {0x2222, 0x0001}\n"),
     "drivers/a.c:2: " + RULES + " has no rule for 1111:0001"),
    (tree(every(WANTED) + RANGE, "{0x1111, 0x0e00, 0x0eff, 0},\n"), None),
    (tree(every(WANTED) + RANGE, "{0x1111, 0x0e00, 0x0fff, 0},\n"), "no rule for 1111:0f"),
    ({**tree(every(WANTED)), "drivers/hid_a.c": "{0x1111, 0x0001, true},\n"}, None),
    (tree(every(WANTED) + ANY, "{0x2222, 0x0000, ALL, 0},\n"), None),
]

if __name__ == "__main__":
    check.run(check_tree, FIXTURES)
