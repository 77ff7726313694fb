"""The waiting room by ear through a day: as loud as the office wants it at each hour, silent in its quiet
hours, and in new words from the first call after they were set, though nobody has recorded them.
"""

import sys
import time

from people import Stage, eventually
from ears import DIGITS, Ears
from voice import call, check_level, end, finish, open_room, set_voice, spoken_times, start_alone

BRIEF = 'chime = false; wordings = ( { language = "id"; text = "{ticket}, loket {counter}."; } );'
DAY = ('hours = ( { time = "09.00-10.00"; volume = 100; }, { time = "10.00-11.00"; volume = 30; },'
       ' { time = "11.00-11.30"; volume = 0; } );')


def set_clock(stage, time_of_day):
    stage.run(stage.program("test-shift"), stage.store, f"2026-11-23T{time_of_day}:00")


def words_of(number):
    return ["k", *[DIGITS["id"][int(digit)] for digit in number[1:]]]


def hear(ears, number):
    parts, samples = ears.wait(6)
    assert [part.word[1] for part in parts] == [*words_of(number), "loket", "satu"], parts
    ears.forget()
    return parts, samples


def next_number(stage):
    finish(stage, 1)
    return call(stage, 1)


def check_hours(stage, ears):
    """From one minute to the next it is so much softer: measured on every word."""
    set_voice(stage, BRIEF + DAY)
    levels = []
    for time_of_day, volume in (("09:59", 100), ("10:00", 30), ("10:59", 30)):
        set_clock(stage, time_of_day)
        parts, samples = hear(ears, next_number(stage))
        for part in parts:
            check_level(part, 80 * volume / 100)
        assert max(abs(min(samples)), max(samples)) < 29204
        levels.append(parts[0].level)
    assert abs(levels[0] / levels[1] - 100 / 30) < 0.1, levels


def check_quiet(stage, ears):
    """Not a sample in quiet hours, though the room is told on the panel; and not later either."""
    set_clock(stage, "11:10")
    silent = next_number(stage)
    time.sleep(2)
    _, samples = ears.heard()
    assert not any(samples), max(samples)
    set_clock(stage, "11:30")
    loud = next_number(stage)
    hear(ears, loud)
    eventually(f"{loud} is told to be spoken", lambda: spoken_times(stage)[-1] is not None)
    assert spoken_times(stage)[-2] is None, (silent, spoken_times(stage))


def check_new_words(stage, ears):
    """Where no recording is the words are made at their call; all others are the office's own."""
    set_voice(stage, 'chime = false; wordings = ( { language = "id";'
              ' text = "Giliran berikutnya {ticket}, temui petugas di meja {counter}."; } );')
    number = next_number(stage)
    parts, _ = ears.wait_for_silence()
    words = [part.word and part.word[1] for part in parts]
    known = words_of(number)
    at = next(i for i in range(len(words)) if words[i:i + 4] == known)
    assert at > 0, words                                    # "Giliran berikutnya"
    assert len(words) > at + 5 and words[-1] == "satu", words  # "temui petugas di meja"
    assert parts[at].start - parts[0].start > 0.5 * 22050, words
    ears.forget()


def main(build, source):
    with Stage(build, source) as stage:
        config = open_room(stage, counters=1, tickets=8)
        ears = Ears(stage.folder, stage.environ)
        display = start_alone(stage, config)
        call(stage, 1)
        ears.wait(14)
        ears.forget()
        check_hours(stage, ears)
        check_quiet(stage, ears)
        check_new_words(stage, ears)
        end(display)
        ears.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
