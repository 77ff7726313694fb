"""Nothing that a visitor typed is left in the kiosk's memory after the visit, however it ends; and
the kiosk leaves no core dump."""

import os
import re
import signal
import sys
import time

from people import Stage, choose_service, eventually, leave, start_kiosk, take_number, tell_age

# Letters that no text of ours has. The kiosk may capitalise the first one by itself.
MARKER = "zqxjkv"
WANTED = MARKER[1:].encode()
HUGE = 1 << 32  # a sanitizer's shadow: terabytes that hold no text


def writable(process):
    """The memory a program can write to, part by part."""
    with open(f"/proc/{process.pid}/maps", encoding="ascii") as maps:
        lines = maps.read().splitlines()
    with open(f"/proc/{process.pid}/mem", "rb", 0) as memory:
        for line in lines:
            bounds, rights, _, _, _, *name = line.split(maxsplit=5)
            begin, end = (int(number, 16) for number in bounds.split("-"))
            if "w" not in rights or end - begin > HUGE or name == ["[vvar]"]:
                continue
            memory.seek(begin)
            try:
                yield bounds + " " + "".join(name), memory.read(end - begin)
            except OSError:  # a part that was given back meanwhile
                continue


def traces(process):
    """Where the letters are, and what stands round them."""
    found = []
    for part, data in writable(process):
        small = data.lower()  # a code is kept in capitals
        at = small.find(WANTED)
        while at >= 0:
            around = data[max(0, at - 24):at + 40]
            found.append(f"{part} +{at:x}: {around!r}")
            at = small.find(WANTED, at + 1)
    return found


def type_marker(kiosk, title):
    kiosk.wait(title)
    kiosk.keys(*MARKER)


def check_gone(kiosk, how):
    """What was drawn is wiped when the next screens have been shown."""
    kiosk.wait("Ambil nomor")
    found = []
    for _ in range(5):
        found = traces(kiosk.process)
        if not found:
            return
        time.sleep(0.3)
    raise AssertionError(f"left after {how}:\n" + "\n".join(found))


def fill_book(kiosk):
    """As people.fill_book, with the marker in every field that takes letters."""
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    kiosk.tap("guest.institution")
    kiosk.keys(*MARKER)
    kiosk.tap("kiosk.continue")
    type_marker(kiosk, "Bagaimana kami dapat menghubungi Anda?")
    kiosk.tap("key.@gmail.com")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Apa pekerjaan utama Anda?")
    kiosk.tap("guest.occupation.1")
    kiosk.tap("kiosk.continue")
    kiosk.tap("guest.institution_kind.1")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Untuk apa data dipakai?")
    kiosk.tap("guest.purpose.1")
    kiosk.tap("kiosk.continue")
    type_marker(kiosk, "Data apa yang Anda perlukan?")
    kiosk.tap("guest.item")
    type_marker(kiosk, "Data ke-2")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Apakah Anda perlu bantuan khusus?")


def finish(stage, kiosk):
    choose_service(kiosk, "KONS")
    fill_book(kiosk)
    assert traces(kiosk.process), "the test does not find what is there"
    take_number(kiosk)
    kiosk.wait("K001")
    row, = stage.rows("SELECT lower(name), lower(institution), email FROM guest")
    assert row[0] == MARKER and row[2] == MARKER + "@gmail.com", row
    assert stage.rows("SELECT lower(note) FROM guest_data") == [(MARKER,), (MARKER,)]
    leave(kiosk)
    check_gone(kiosk, "a number was given")


def cancel(kiosk):
    choose_service(kiosk, "KONS")
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    for title in ("Sedikit tentang Anda", "Sebelum mulai: data Anda",
                  "Layanan apa yang Anda perlukan?", "Ambil nomor"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    check_gone(kiosk, "going back")


def listen(kiosk):
    """What was typed is said as a whole when its screen comes back."""
    kiosk.keys("Escape")
    choose_service(kiosk, "KONS")
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Bagaimana kami dapat menghubungi Anda?")
    for title in ("Siapa nama Anda?", "Sedikit tentang Anda"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
        time.sleep(1)  # it is being said
    for title in ("Sebelum mulai: data Anda", "Layanan apa yang Anda perlukan?", "Ambil nomor"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    check_gone(kiosk, "it was read aloud")


def come_again(kiosk):
    """What the last visit left is filled in, and gone with the visitor."""
    choose_service(kiosk, "KONS")
    tell_age(kiosk)
    kiosk.wait("Siapa nama Anda?")
    kiosk.tap("guest.known")
    type_marker(kiosk, "Apa email atau nomor HP Anda?")
    kiosk.tap("key.@gmail.com")
    kiosk.tap("kiosk.continue")
    type_marker(kiosk, "Nama depan atau nama lengkap")
    kiosk.tap("kiosk.continue")
    kiosk.wait("Apakah inisial Anda Z.")
    assert MARKER not in kiosk.dump().lower(), "only the initials are shown"
    kiosk.tap("known.yes")
    kiosk.wait("Siapa nama Anda?")
    assert MARKER in kiosk.dump().lower(), "the last visit's name is filled in"
    for title in ("Sedikit tentang Anda", "Sebelum mulai: data Anda",
                  "Layanan apa yang Anda perlukan?", "Ambil nomor"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    check_gone(kiosk, "coming again")


def change_language(kiosk):
    """Of another person, as far as anybody can tell: no letter stays, not even what was drawn."""
    choose_service(kiosk, "KONS")
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    kiosk.tap("kiosk.language.1")
    kiosk.wait("A little about you")
    assert MARKER not in kiosk.dump().lower(), "the letters are still shown"
    for title in ("Before you start", "Which service do you need?", "Take a number"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    kiosk.tap("kiosk.language.0")
    check_gone(kiosk, "another language")


def time_out(kiosk):
    choose_service(kiosk, "KONS")
    tell_age(kiosk)
    type_marker(kiosk, "Siapa nama Anda?")
    # Office data allow no less than a minute, which is as long as one wait.
    assert any(kiosk.ask("wait Masih di sini? 30000") for _ in range(4))
    kiosk.wait("Ambil nomor")
    check_gone(kiosk, "nobody was there any more")


def check_no_dump(stage, kiosk):
    """A crash leaves no file, and no handler of the system is given anything."""
    with open(f"/proc/{kiosk.process.pid}/limits", encoding="ascii") as limits:
        line = re.search(r"Max core file size +(\S+) +(\S+)", limits.read())
    assert line.groups() == ("0", "0"), line[0]
    before = set(os.listdir("."))
    kiosk.process.send_signal(signal.SIGQUIT)
    assert eventually("the kiosk is gone", lambda: kiosk.process.poll()) == -signal.SIGQUIT
    assert set(os.listdir(".")) == before, "a core dump was left"


def make_office(stage, *changes):
    """The shipped office, each change a pattern and what stands in its place, once."""
    with open(os.path.join(stage.source, "assets", "offices", "tana-tidung.conf"),
              encoding="utf-8") as file:
        text = file.read()
    for pattern, other in changes:
        text, count = re.subn(pattern, other, text, count=1)
        assert count == 1, pattern
    path = os.path.join(stage.folder, "office.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def main(build, source):
    with Stage(build, source) as stage:
        stage.make_store(office=make_office(stage, (r"idle_s\s*=\s*\d+", "idle_s = 60")))
        kiosk = start_kiosk(stage, stage.printer())
        finish(stage, kiosk)
        for end in (cancel, listen, come_again, change_language, time_out):
            end(kiosk)
        check_no_dump(stage, kiosk)


if __name__ == "__main__":
    main(*sys.argv[1:])
