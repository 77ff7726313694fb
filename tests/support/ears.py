"""What the waiting room hears: recordings that are tones, so that each can be told from its sound, and
the sound device as a pipe (SDL's driver "disk") that is read to the end."""

import array
import math
import os
import select
import struct
import threading
import time
import wave

RATE = 22050
MARGIN = RATE // 20      # of silence round a recording: it must be taken off
TONE = RATE // 10
SILENT = 40              # no louder than this
LOWEST, STEP = 900, 100  # hertz; the chime is lower
DIGITS = {"id": ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"),
          "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")}
WORDS = [("id", word) for word in ("nomor-antrean", "silakan-menuju-loket", "k") + DIGITS["id"]] + \
        [("en", word) for word in ("queue-number", "please-go-to-counter", "k") + DIGITS["en"]] + \
        [("id", "loket")]
CHIME = ("", "chime")


def hertz(place):
    return LOWEST + STEP * place


def record(folder):
    """A recording of every word of usual calls, some loud and some soft."""
    for place, (language, word) in enumerate(WORDS):
        os.makedirs(os.path.join(folder, language), exist_ok=True)
        loud = (3000, 12000, 25000)[place % 3]
        tone = [round(loud * math.sin(2 * math.pi * hertz(place) * at / RATE)) for at in range(TONE)]
        samples = [0] * MARGIN + tone + [0] * MARGIN
        with wave.open(os.path.join(folder, language, word + ".wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def spoken(ticket, counter, times=1):
    """The words of a call by the usual wordings: ("id", "nomor-antrean"), …"""
    words = []
    for language, first, middle in (("id", "nomor-antrean", "silakan-menuju-loket"),
                                    ("en", "queue-number", "please-go-to-counter")) * times:
        said = [first, ticket[0].lower()] + [DIGITS[language][int(digit)] for digit in ticket[1:]]
        words += [(language, word) for word in said + [middle, DIGITS[language][counter]]]
    return [CHIME] + words


def spoken_briefly(ticket, counter):
    """By the usual brief words."""
    digits = [DIGITS["id"][int(digit)] for digit in ticket[1:]]
    return [("id", word) for word in [ticket[0].lower(), *digits, "loket", DIGITS["id"][counter]]]


class Part:
    """A stretch of sound between silences: where, how loud, and which word it is."""

    def __init__(self, samples, start, end):
        self.start, self.end = start, end
        self.peak = max(max(samples[start:end]), -min(samples[start:end]))
        middle = samples[start + (end - start) // 4:end - (end - start) // 4]
        self.level = math.sqrt(sum(sample * sample for sample in middle) / max(1, len(middle)))
        turns = sum((a < 0) != (b < 0) for a, b in zip(middle, middle[1:]))
        place = (turns * RATE / 2 / max(1, len(middle)) - LOWEST) / STEP
        known = 0 <= round(place) < len(WORDS) and abs(place - round(place)) < 0.3
        self.word = WORDS[round(place)] if known else CHIME if place < 0 else None


def parts(samples, block=RATE // 200):
    """The parts that silences of 15 ms or more lie between."""
    found, start, quiet = [], None, 0
    for at in range(0, len(samples), block):
        piece = samples[at:at + block]
        if max(piece) > SILENT or min(piece) < -SILENT:
            start, quiet = (at if start is None else start), 0
        elif start is not None:
            quiet += 1
            if quiet == 3:
                found.append((start, at - 2 * block))
                start = None
    if start is not None:
        found.append((start, len(samples)))
    return [Part(samples, *exact(samples, first, last)) for first, last in found]


def exact(samples, first, last):
    """To the sample."""
    while abs(samples[first]) <= SILENT:
        first += 1
    while abs(samples[last - 1]) <= SILENT:
        last -= 1
    return first, last


class Ears:
    """The sound device of `environ`'s programs; `hurried`, it takes sound many times as fast."""

    def __init__(self, folder, environ, hurried=False):
        path = os.path.join(folder, "sound.pipe")
        os.mkfifo(path)
        self.pipe = os.open(path, os.O_RDWR)  # a reader that stays, also between two writers
        self.data = bytearray()
        self.open = True
        self.held = False  # held: what plays comes to a stop when the pipe is full
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()
        environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=path)
        if hurried:
            environ["SDL_DISKAUDIODELAY"] = "1"

    def listen(self):
        while self.open:
            if self.held and self.data:
                time.sleep(0.01)
            elif select.select([self.pipe], [], [], 0.2)[0]:
                self.data += os.read(self.pipe, 65536)

    def heard(self):
        """All parts so far, and the samples."""
        samples = array.array("h", bytes(self.data[:len(self.data) // 2 * 2]))
        return parts(samples), samples

    def forget(self):
        del self.data[:]

    def wait(self, count, limit_s=120):
        """Until that many parts were heard and then nothing more for a second."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            time.sleep(0.3)
            before = len(self.data)
            found, samples = self.heard()
            if len(found) >= count:
                time.sleep(1)
                again, _ = self.heard()
                if len(again) == len(found) or len(again) > count:
                    return self.heard()
            assert len(self.data) >= before
        raise AssertionError(f"{len(found)} of {count} parts: {[part.word for part in found]}")

    def wait_for_silence(self, limit_s=120):
        """Until the device has been closed for two seconds, since nothing more is said."""
        end = time.monotonic() + limit_s
        size, since = 0, time.monotonic()
        while size == 0 or time.monotonic() - since < 2:
            assert time.monotonic() < end, "still heard"
            time.sleep(0.1)
            if len(self.data) != size:
                size, since = len(self.data), time.monotonic()
        return self.heard()

    def close(self):
        self.open = False
        self.thread.join()
        os.close(self.pipe)
