"""From the welcome screen to a number in the hand, by real taps and keys: how many it takes, and how
long.

The number of taps and a person's time are part of the test, the machine's seconds are only shown. A
person's time is estimated with the keystroke-level model (Card, Moran and Newell, 1980): to point takes
1.1 s, to press 0.1 s, a key 0.5 s (that of random letters), to make up one's mind 1.35 s a screen; what
is read beyond that is not in it. The guest book by keypad alone is in screens/kiosk_keypad."""

import os
import re
import sys
import time

from people import Stage, eventually, start_kiosk
from stage import BREATH_S  # where people looks

POINT_S, PRESS_S, KEY_S, MIND_S = 1.1, 0.1, 0.5, 1.35
TYPED = {
    "name": "siti aminah", "institution": "universitas nusantara",
    "email": ["s", "i", "t", "i", "@gmail.com"], "phone": "081234567890",
    "address": "jalan melati 5", "birth_year": "1990", "data_needed": "penduduk menurut umur",
}
CHOSEN = {"sex": 2, "age_band": 3, "education": 4, "occupation": 1, "institution_kind": 1,
          "purpose": 1, "dtsen": 1}  # codes
# What an office asks: nothing but the name, what it usually does, everything.
ASKED = {
    "shortest": {name: "no" for name in
                 "sex age_band education occupation purpose institution institution_kind email "
                 "phone data_needed needs party".split()},
    "usual": {},
    "longest": {name: "required" for name in
                "name sex birth_year education occupation purpose institution institution_kind "
                "email phone address dtsen data_needed".split()},
}
# Taps of each, keys on the screen included, and the most seconds that a person may need (the issue's).
TAPS = {"number first": 2, "shortest": 15, "usual": 26, "longest": 111}
MOST_S = {"number first": 30, "shortest": 90}


class Visitor:
    """Counts what a person does."""

    def __init__(self, kiosk):
        self.kiosk, self.taps, self.keys, self.screens = kiosk, 0, 0, 0
        self.began = time.monotonic()

    def tap(self, widget):
        self.kiosk.tap(widget)
        self.taps += 1

    def press(self):
        """The key that shows the focus, then presses what has it."""
        time.sleep(BREATH_S)
        self.kiosk.keys("Return")
        self.keys += 1

    def sees(self, widget):
        return self.kiosk.ask(f"where {widget}") is not None

    def next_screen(self, ready):
        eventually("the next screen", ready)
        self.screens += 1

    def estimate(self):
        pressed = self.taps * (POINT_S + PRESS_S) + self.keys * KEY_S
        return pressed + self.screens * MIND_S


def place(kiosk):
    """Where in the guest book: "2 dari 7", "2 of 7"; None on other screens."""
    found = re.search(r'"[^"]*?(\d+ (?:dari|of) \d+)"', kiosk.dump())
    return found.group(1) if found else None


def answer(visitor, needed_only):
    """All questions of one screen, or those that must be answered."""
    for field, text in TYPED.items():
        if not visitor.sees(f"guest.{field}") or (needed_only and field != "name"):
            continue
        if field not in ("name", "address", "birth_year", "data_needed"):
            visitor.tap(f"guest.{field}")
        for key in text:
            visitor.tap("key.space" if key == " " else f"key.{key}")
    for field, code in CHOSEN.items():
        if visitor.sees(f"guest.{field}.{code}"):
            visitor.tap(f"guest.{field}.{code}")


def fill(visitor, needed_only):
    while place(visitor.kiosk):
        before = place(visitor.kiosk)
        answer(visitor, needed_only)
        visitor.tap("kiosk.continue")
        visitor.next_screen(lambda: place(visitor.kiosk) != before)


def walk(visitor, service, needed_only, book=True):
    kiosk = visitor.kiosk
    visitor.tap("welcome.take")
    visitor.next_screen(lambda: visitor.sees(f"service.{service}"))
    visitor.tap(f"service.{service}")
    if book:
        visitor.next_screen(lambda: visitor.sees("kiosk.continue"))
        visitor.tap("kiosk.continue")
        visitor.next_screen(lambda: place(kiosk))
        fill(visitor, needed_only)
    visitor.next_screen(lambda: visitor.sees("ticket.done"))


def walk_by_keys(visitor):
    """The number comes first: what is wanted most has the focus on every screen."""
    visitor.press()
    visitor.press()
    visitor.next_screen(lambda: visitor.sees("service.KONS"))
    visitor.press()
    visitor.next_screen(lambda: visitor.sees("ticket.done"))


def office(stage, source, name, asked, first):
    """The office of the issue with another guest book."""
    with open(os.path.join(source, "assets", "offices", "tana-tidung.conf"), encoding="utf-8") as file:
        text = file.read()
    if asked.get("email") == "no":
        text = text.replace("email_required = true;", "")
    book = " ".join(f'{field} = "{ask}";' for field, ask in asked.items())
    text += f"\nguest_book = {{ {book} }};\nticket_first = {'true' if first else 'false'};\n"
    path = os.path.join(stage.folder, f"{name.replace(' ', '-')}.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def turn_english(visitor):
    visitor.tap("kiosk.language.1")
    visitor.kiosk.wait("Take a number")


def journey(build, source, name, english=False, keys=False):
    with Stage(build, source) as stage:
        first = name == "number first"
        stage.make_store(office=office(stage, source, name, ASKED.get(name, {}), first))
        kiosk = start_kiosk(stage, stage.printer())
        visitor = Visitor(kiosk)
        if english:
            turn_english(visitor)
        if keys:
            walk_by_keys(visitor)
        else:
            walk(visitor, "KONS", name != "longest", book=not first)
        took, needed = time.monotonic() - visitor.began, visitor.estimate()
        print(f"{name}{', English' * english}: {visitor.taps} taps and {visitor.keys} keys on "
              f"{visitor.screens} screens in {took:.1f} s; a person about {needed:.0f} s")
        assert needed < MOST_S.get(name, needed + 1), f"{name} takes a person {needed:.1f} s"
        assert stage.rows("SELECT count(*) FROM ticket") == [(1,)]
        kiosk.stop()
        return visitor


def main(build, source):
    for name, taps in TAPS.items():
        assert journey(build, source, name).taps == taps, f"{name} takes other than {taps} taps"
    for name in MOST_S:
        english = journey(build, source, name, english=True)
        assert english.taps == TAPS[name] + 1, f"{name} in English takes {english.taps} taps"
    by_keys = journey(build, source, "number first", keys=True)
    assert (by_keys.taps, by_keys.keys) == (0, 3)


if __name__ == "__main__":
    main(*sys.argv[1:])
