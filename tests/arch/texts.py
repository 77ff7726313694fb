"""Words for people: both languages have the same keys and places, every key used in the code exists
and every key that exists is used. A key written with %s or %d stands for all keys of that form.
"""

import re

import check

AREAS = ("common", "slip", "kiosk", "console", "display", "admin", "report")
# Keys begin with one of these; other dotted names in the code are of widgets and files.
KEYS = ("common", "slip", "kiosk", "console", "display", "admin", "date", "result", "settings", "report")
ENTRY = re.compile(r'(?:^msgctxt "([^"]*)"\n)?^msgid ((?:"[^\n]*"\n)+)msgstr ((?:"[^\n]*"\n?)+)', re.M)
STRING = re.compile(r'"((?:\\.|[^"\\\n])*)"')
WIDGET = re.compile(r'\bui_[a-z_]+\(\s*\w+,\s*"([^"]+)"')
FORM = re.compile(r"(?:" + "|".join(KEYS) + r"|guest)\.[a-z0-9_.%]*$")
OPTION = re.compile(r'\{[0-9]+, "([a-z_]+\.[a-z0-9_]+)", (?:true|false)\}')
RESULT = re.compile(r'\bX\([A-Z_]+, "([a-z_]+)"\)')


def joined(quoted):
    return "".join(STRING.findall(quoted))


def read_po(root, path):
    """{(context, key): text}, and findings."""
    entries, found = {}, []
    text = check.read(root, path)
    for match in ENTRY.finditer(text):
        name = (match[1] or "", joined(match[2]))
        if name == ("", ""):
            continue
        where = f"{path}:{check.line_of(text, match.start())}"
        if name in entries:
            found.append(f"{where}: {name[1]} is there twice")
        if not joined(match[3]):
            found.append(f"{where}: {name[1]} has no text")
        entries[name] = joined(match[3])
    return entries, found


def places(text):
    """How many values a text takes."""
    numbered = [int(place) for place in re.findall(r"\{([1-9])\}", text)]
    return max(numbered + [len(re.findall(r"\{\}", text))])


def compare(area, first, second):
    found = []
    for name in sorted(first.keys() ^ second.keys()):
        if not name[0]:
            found.append(f"{area}: {name[1]} is in one language only")
    for name in sorted(first.keys() & second.keys()):
        if places(first[name]) != places(second[name]):
            found.append(f"{area}: {name[1]} takes another number of values in the other language")
    return found


def used_keys(root):
    """(key or form, where, whether it may also be a widget's name)"""
    for path in check.files(root, (".c", ".h"), ("app",)):
        text = check.uncommented(check.read(root, path))
        widgets = set(WIDGET.findall(text))
        for match in STRING.finditer(text):
            if FORM.match(match[1]):
                yield match[1], f"{path}:{check.line_of(text, match.start())}", match[1] in widgets
        if path == "app/queue/guest_option.c":
            for match in OPTION.finditer(text):
                yield "guest." + match[1], f"{path}:{check.line_of(text, match.start())}", False
        if path == "app/base/result.h":
            for match in RESULT.finditer(text):
                yield "result." + match[1], f"{path}:{check.line_of(text, match.start())}", False


def pattern(form):
    """What a printf form can become: its parts between the marks as they are."""
    parts = re.split(r"%[sd]", form)
    return re.compile(".+".join(map(re.escape, parts)) + (".*" if form.endswith(".") else "") + "$")


def check_tree(root):
    found, areas = [], {}
    for area in AREAS:
        languages = []
        for language in ("id", "en"):
            entries, wrong = read_po(root, f"assets/text/{area}.{language}.po")
            found += wrong
            languages.append(entries)
        found += compare(area, *languages)
        for name in sorted(languages[0]):
            if name in areas:
                found.append(f"{name[1]} is in {areas[name]} and in {area}")
            areas[name] = area
    keys = {key: area for (context, key), area in areas.items() if not context}
    used = set()
    for form, where, widget in used_keys(root):
        named = {form} & keys.keys() or {key for key in keys if pattern(form).match(key)}
        # "guest.…" names widgets too; its keys come from the option lists.
        widget = widget or (form.startswith("guest.") and "guest_option.c:" not in where)
        if not named and not widget:
            found.append(f"{where}: no text for {form}")
        used |= named
    return found + [f"{keys[key]}: nobody uses {key}" for key in sorted(keys.keys() - used)]


def tree(code, indonesian='msgid "kiosk.a"\nmsgstr "A {}"\n', english=None, more=None):
    files = {f"assets/text/{area}.{language}.po": 'msgid ""\nmsgstr "Language: x\\n"\n'
             for area in AREAS for language in ("id", "en")}
    files["assets/text/kiosk.id.po"] = indonesian
    files["assets/text/kiosk.en.po"] = english or indonesian
    files.update(more or {})
    files["app/kiosk/a.c"] = code
    return files


GUEST = {"app/queue/guest_option.c": '\t{1, "sex.male", false},\n',
         "assets/text/common.id.po": 'msgid "guest.sex.female"\nmsgstr "x"\n',
         "assets/text/common.en.po": 'msgid "guest.sex.female"\nmsgstr "x"\n'}
TWO = 'msgid "kiosk.a"\nmsgstr "{1} {2}"\n'
FIXTURES = [
    (tree('say("kiosk.a"); ui_tap(ui, "kiosk.tile"); touch("guest.x"); // "kiosk.b"\n'), None),
    (tree('put("kiosk.%s", name);\n'), None),
    (tree('say("kiosk.a"); say("kiosk.b");\n'), "a.c:1: no text for kiosk.b"),
    (tree('say("kiosk.a"); put("kiosk.b.%d", day);\n'), "no text for kiosk.b.%d"),
    (tree("\n"), "nobody uses kiosk.a"),
    (tree('say("kiosk.a");\n', english=TWO), "another number of values"),
    (tree('say("kiosk.a");\n', english='msgid "kiosk.a"\nmsgstr ""\n"{}"\n'), None),
    (tree('say("kiosk.a");\n', TWO + "\n" + TWO, TWO), "twice"),
    (tree('say("kiosk.a");\n', english='msgid "kiosk.a"\nmsgstr ""\n', indonesian='msgid "kiosk.a"\n'
          'msgstr "A"\n'), "has no text"),
    (tree('say("kiosk.a");\n', TWO, TWO + '\nmsgid "kiosk.b"\nmsgstr "x"\n'), "one language only"),
    (tree('say("kiosk.a"); say("guest.sex.female");\n', TWO, TWO, GUEST),
     "no text for guest.sex.male"),
    (tree('say("kiosk.a");\n', TWO, TWO, {"assets/text/slip.id.po": TWO,
                                           "assets/text/slip.en.po": TWO}),
     "kiosk.a is in slip and in kiosk"),
]

if __name__ == "__main__":
    check.run(check_tree, FIXTURES)
