"""A visit read aloud: what is said, in which language, that it falls silent, and that a silent voice
costs nothing."""

import os
import shutil
import sys
import time

from people import Stage, eventually, start_kiosk, tell_age

SPEAK = """#!/bin/sh
# Notes what is said and how, then says it.
echo "$@" >>"{0}/options"
tee -a "{0}/said" | {1} "$@"
echo >>"{0}/said"
"""


def install_listener(stage):
    """Puts a program before espeak-ng that writes down what it is given."""
    folder = os.path.join(stage.folder, "ears")
    os.mkdir(folder)
    path = os.path.join(folder, "espeak-ng")
    with open(path, "w", encoding="utf-8") as file:
        file.write(SPEAK.format(folder, shutil.which("espeak-ng")))
    os.chmod(path, 0o755)
    stage.environ["PATH"] = folder + ":" + stage.environ["PATH"]
    stage.environ["SDL_AUDIODRIVER"] = "disk"
    stage.environ["SDL_DISKAUDIOFILE"] = os.path.join(folder, "sound.raw")
    return folder


def read(folder, name):
    path = os.path.join(folder, name)
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def heard(folder):
    """Samples that are not silent."""
    path = os.path.join(folder, "sound.raw")
    if not os.path.exists(path):
        return 0
    with open(path, "rb") as file:
        data = file.read()
    return sum(1 for at in range(0, len(data) - 1, 2) if data[at:at + 2] != b"\0\0")


def wait_said(folder, words):
    eventually(f"{words} is said", lambda: words in read(folder, "said"))


def threads(kiosk):
    """{thread: (name, how often it woke up)}"""
    found = {}
    tasks = f"/proc/{kiosk.process.pid}/task"
    for task in os.listdir(tasks):
        try:
            with open(f"{tasks}/{task}/status", encoding="ascii") as file:
                facts = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
        except (FileNotFoundError, ProcessLookupError):
            continue  # it has ended meanwhile
        found[task] = (facts["Name"], int(facts["voluntary_ctxt_switches"]))
    return found


def check_rest(kiosk):
    """Without anything to say the device is closed and the voice's thread does not wake up."""
    def closed():
        return not any(name.startswith("SDLAudio") for name, _ in threads(kiosk).values())
    eventually("the sound device is closed", closed)
    # On a busy machine the thread may still be on its way to its sleep.
    for _ in range(3):
        before = threads(kiosk)
        voices = [task for task, (name, _) in before.items() if name == "voice"]
        assert len(voices) == 1, before
        time.sleep(6)
        after = threads(kiosk)
        if after[voices[0]] == before[voices[0]]:
            return
    raise AssertionError((before, after))


def check_visit(folder, kiosk):
    kiosk.keys("Escape")
    wait_said(folder, "Ada yang bisa kami bantu hari ini?")
    eventually("it is heard", lambda: heard(folder) > 20000)
    kiosk.tap("welcome.take")
    wait_said(folder, "Layanan apa yang Anda perlukan?")
    wait_said(folder, "Konsultasi Statistik")
    kiosk.tap("service.KONS")
    wait_said(folder, "Sebelum mulai")
    kiosk.tap("kiosk.continue")
    wait_said(folder, "Sedikit tentang Anda")
    tell_age(kiosk)
    wait_said(folder, "Siapa nama Anda?")
    kiosk.tap("kiosk.language.1")
    wait_said(folder, "A little about you")
    kiosk.tap("kiosk.continue")
    wait_said(folder, "What is your name?")
    kiosk.keys("z", "7")
    wait_said(folder, "seven")
    options = read(folder, "options")
    assert "-v id " in options and "-v en-gb " in options, options
    assert "nama" not in options and "name" not in options, options
    assert "seven" not in kiosk.log() and "Siapa" not in kiosk.log(), kiosk.log()


def check_end(folder, kiosk):
    """Who comes once nobody has touched it for a while did not ask for it."""
    for title in ("A little about you", "Before you start", "Which service do you need?", "Take a number"):
        kiosk.tap("kiosk.back")
        kiosk.wait(title)
    # Idle time counts from the last word that was read, and a warning comes before its end.
    assert any(kiosk.ask("wait Ambil nomor 30000") for _ in range(7))
    time.sleep(1)
    before = read(folder, "said")
    kiosk.tap("welcome.take")
    kiosk.wait("Layanan apa yang Anda perlukan?")
    time.sleep(1)
    assert read(folder, "said") == before


def main(build, source):
    with Stage(build, source) as stage:
        folder = install_listener(stage)
        stage.make_store()
        kiosk = start_kiosk(stage, stage.printer())
        check_visit(folder, kiosk)
        check_end(folder, kiosk)
        check_rest(kiosk)
        kiosk.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
