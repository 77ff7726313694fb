"""What visitors and clerks do at the screens, with real taps and keys."""

import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from stage import Stage, eventually  # noqa: E402,F401

PIN = "2468"


def start_kiosk(stage, printer, *options):
    kiosk = stage.start("giliran-kiosk", "--printer", printer, "--device", "kiosk-1", *options)
    kiosk.wait("Ambil nomor")
    return kiosk


def choose_service(kiosk, service):
    kiosk.tap("welcome.take")
    kiosk.wait("Layanan apa yang Anda perlukan?")
    kiosk.tap(f"service.{service}")
    kiosk.wait("Sebelum mulai: data Anda")
    kiosk.tap("kiosk.continue")


def tell_age(kiosk):
    """The first page of the guest book, before any name."""
    kiosk.wait("Sedikit tentang Anda")
    for widget in ("guest.sex.2", "guest.age_band.3", "guest.education.4"):
        kiosk.tap(widget)
    kiosk.tap("kiosk.continue")


def type_name(kiosk, name):
    """By the keys on the screen; the keyboard capitalises names by itself."""
    kiosk.wait("Siapa nama Anda?")
    for letter in name.lower():
        kiosk.tap("key.space" if letter == " " else f"key.{letter}")


def fill_book(kiosk, name):
    """The guest book up to its last step, which `take_number` ends."""
    tell_age(kiosk)
    type_name(kiosk, name)
    steps = [
        ("Bagaimana kami dapat menghubungi Anda?", ["guest.no_email"]),
        ("Apa pekerjaan utama Anda?", ["guest.occupation.1"]),
        ("Untuk apa data dipakai?", ["guest.purpose.1"]),
        ("Data apa yang Anda perlukan?", []),
    ]
    for title, widgets in steps:
        kiosk.tap("kiosk.continue")
        kiosk.wait(title)
        for widget in widgets:
            kiosk.tap(widget)
    kiosk.tap("kiosk.continue")
    kiosk.wait("Apakah Anda perlu bantuan khusus?")
    kiosk.tap("guest.party_female.plus")


def take_number(kiosk, times=1):
    kiosk.tap("kiosk.continue", times=times, gap_ms=60)


def sign_in(console, counter):
    """PIN by the keys of the keyboard, the rest by taps."""
    console.tap("staff.ani")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.tap(f"counter.{counter}")


def make_head(stage):
    """Bu Rini, who may set the office."""
    stage.giliran("staff", "add", "rini", "--name", "Bu Rini", "--role", "head", "--pin-stdin",
                  text=PIN + "\n")


def leave(kiosk):
    """As soon as the number is there."""
    kiosk.tap("ticket.done")
    kiosk.wait("Ambil nomor")


def step(console):
    """The next step by the space bar, not so soon after the last that it counts as the same press."""
    time.sleep(1.5)
    console.keys("space")
