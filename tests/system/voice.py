"""The waiting room by ear: what the sound device is given, measured on its samples. Every call whole, in
order and once; again when called again; not when it was undone before its turn, nor in quiet hours; with
and without a window, beside a display that says nothing, with a broken recording, and without any sound,
which delays nothing.
"""

import os
import re
import shutil
import subprocess
import sys
from types import SimpleNamespace

from people import Stage, eventually, sign_in
from ears import CHIME, DIGITS, RATE, Ears, record, spoken


def office(stage, counters=3, voice=""):
    """The shipped office; a call may be made again at once."""
    source = os.path.join(stage.source, "assets")
    with open(os.path.join(source, "offices", "tana-tidung.conf"), encoding="utf-8") as file:
        text = file.read()
    rows = ", ".join(f"{{ number = {number}; }}" for number in range(1, counters + 1))
    text = re.sub(r"^counters = \(.*?^\);", f"counters = ({rows});", text, flags=re.S | re.M)
    text = re.sub(r"^voice = \{.*?^\};", voice, text, flags=re.S | re.M)
    text = text.replace("recall_interval_s = 20;", "recall_interval_s = 0;")
    shutil.copytree(os.path.join(source, "calendar"), stage.folder, dirs_exist_ok=True)
    path = os.path.join(stage.folder, "office.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def set_voice(stage, voice):
    stage.giliran("voice", "set", "--office", office(stage, voice=f"voice = {{ {voice} }};"))


def open_room(stage, counters=3, tickets=9):
    stage.make_store(office=office(stage, counters))
    for counter in range(1, counters + 1):
        stage.giliran("open", "--counter", str(counter), "--staff", "ani")
    for _ in range(tickets):
        stage.giliran("issue", "--service", "KONS", "--no-print")
    clips = os.path.join(stage.folder, "clips")
    record(clips)
    config = os.path.join(stage.folder, "giliran.conf")
    with open(config, "w", encoding="utf-8") as file:
        file.write(f'clips = "{clips}"; volume = 80;\n')
    return config


def start_alone(stage, config, **environ):
    """A display that is its voice alone."""
    log = open(os.path.join(stage.folder, "alone.log"), "a+", encoding="utf-8")
    process = subprocess.Popen(
        [*stage.prefix, stage.program("giliran-display"), "--no-window", "--config", config,
         "--store", stage.store, "--device", "display-1"],
        env=dict(stage.environ, SDL_VIDEODRIVER="there-is-none", **environ), stdout=log, stderr=log)
    stage.programs.append(SimpleNamespace(process=process, kill=process.kill))
    return process


def end(process):
    process.terminate()
    assert process.wait(60) == 0, process.returncode


def call(stage, counter):
    return stage.giliran("next", "--counter", str(counter)).strip()


def finish(stage, counter):
    stage.giliran("serve", "--counter", str(counter))
    stage.giliran("finish", "--counter", str(counter))


def spoken_times(stage):
    return [at for at, in stage.rows("SELECT spoken_ms FROM call ORDER BY id")]


def hear(ears, calls, times=1):
    """Waits for the calls ((ticket, counter), …), and that nothing else is heard."""
    wanted = [word for ticket, counter in calls for word in spoken(ticket, counter, times)]
    parts, samples = ears.wait(len(wanted))
    assert [part.word for part in parts] == wanted, [part.word for part in parts]
    ears.forget()
    return parts, samples


def pause_ms(before, after):
    return (after.start - before.end) * 1000 / RATE


def check_level(part, volume):
    """At -20 dB, the silence left at both ends counted in; and so much of 100 of that."""
    assert abs(part.level / (3277 * volume / 100) - 1.05) < 0.03, part.level


def check_sound(parts, samples):
    """Pauses by the marks of the wording; as loud as each other; nothing near the edge."""
    for before, after in zip(parts, parts[1:]):
        if CHIME in (before.word, after.word):
            continue
        word = before.word[1]
        # 5 ms of silence are left at each end of a recording.
        comma = word in ("nomor-antrean", "queue-number", "k")
        number = word in DIGITS[before.word[0]]
        stop = number and before.word[0] != after.word[0]
        last = number and after.word[1] in ("silakan-menuju-loket", "please-go-to-counter", "loket")
        wanted = 10 + (220 if comma or last else 450 if stop else 40)
        assert abs(pause_ms(before, after) - wanted) < 4, (before.word, after.word,
                                                           pause_ms(before, after))
        assert abs((before.end - before.start) * 1000 / RATE - 100) < 4, before.word
    levels = [part.level for part in parts if part.word != CHIME]
    assert max(levels) < 1.03 * min(levels), (min(levels), max(levels))
    check_level(parts[1], 80)
    assert max(abs(min(samples)), max(samples)) < 0.8 * 29204, (min(samples), max(samples))


def check_two_calls(stage, ears):
    assert [call(stage, 1), call(stage, 2)] == ["K001", "K002"]
    check_sound(*hear(ears, [("K001", 1), ("K002", 2)]))
    first, second = eventually("both are told to be spoken",
                               lambda: None not in spoken_times(stage) and spoken_times(stage))
    assert second - first > 1000, (first, second)
    assert [len(row) for row in stage.rows("SELECT id FROM call")] == [1, 1]


def check_recall(stage, ears):
    stage.giliran("recall", "--counter", "2")
    hear(ears, [("K002", 2)])
    eventually("the recall is told to be spoken", lambda: None not in spoken_times(stage))
    assert len(spoken_times(stage)) == 3


def check_undone(stage, ears):
    """K003 takes a quarter of a minute; K004 is taken back meanwhile."""
    set_voice(stage, "repeats = 2;")
    finish(stage, 1)
    finish(stage, 2)
    assert [call(stage, 1), call(stage, 2), call(stage, 3)] == ["K003", "K004", "K005"]
    stage.giliran("undo", "--counter", "2")
    hear(ears, [("K003", 1), ("K005", 3)], times=2)


def check_quiet(stage, ears):
    """What is called in quiet hours is not said, now or later, and is no trouble."""
    set_voice(stage, 'hours = ( { time = "00.00-24.00"; volume = 0; } );')
    finish(stage, 1)
    assert call(stage, 1) == "K004"
    set_voice(stage, 'volume = 50; numbers = "words"; chime = false; wordings = '
              '( { language = "en"; text = "Queue number {ticket}, please go to counter {counter}"; } );')
    finish(stage, 3)
    assert call(stage, 3) == "K006"
    parts, _ = ears.wait(5)
    assert [part.word[1] for part in parts] == ["queue-number", "k", "six", "please-go-to-counter",
                                                "three"], [part.word for part in parts]
    check_level(parts[0], 40)
    ears.forget()
    eventually("K006 is told to be spoken", lambda: spoken_times(stage)[-1] is not None)
    assert spoken_times(stage)[-2:-1] == [None], spoken_times(stage)
    set_voice(stage, "on = true;")


def check_killed(stage, config, ears, display):
    """What had begun is not said again; what nobody heard is."""
    display.kill()
    display.wait()
    finish(stage, 1)
    assert call(stage, 1) == "K007"
    display = start_alone(stage, config)
    hear(ears, [("K007", 1)])
    end(display)


def check_two_displays(stage, config, ears):
    """With windows; one of them has the voice."""
    speaks = stage.start("giliran-display", "--config", config, "--device", "display-1",
                         place=(0, 0), size=(1280, 720))
    silent = stage.start("giliran-display", "--config", config, "--device", "display-2",
                         "--no-voice", place=(1280, 0), size=(1280, 720))
    for display in (speaks, silent):
        display.wait("Loket 2")
    finish(stage, 3)
    assert call(stage, 2) == "K008"
    for display in (speaks, silent):
        display.wait("K008")
    hear(ears, [("K008", 2)])
    speaks.stop()
    silent.stop()


def check_broken_clip(stage, config, ears):
    """A recording that is none: the word is spoken otherwise, and all others as they were recorded."""
    path = os.path.join(stage.folder, "clips", "id", "sembilan.wav")
    with open(path, "wb") as file:
        file.write(b"RIFF" + os.urandom(5000))
    display = start_alone(stage, config)
    finish(stage, 2)
    assert call(stage, 2) == "K009"
    wanted = spoken("K009", 2)
    parts, _ = ears.wait_for_silence()
    words = [part.word for part in parts]
    assert words[:5] == wanted[:5] and words[-9:] == wanted[-9:], words
    end(display)
    ears.forget()
    with open(os.path.join(stage.folder, "alone.log"), encoding="utf-8") as log:
        assert log.read().count("sembilan.wav is left out") == 1


def check_without_sound(stage, config):
    """The panel goes on; the call counts as not spoken."""
    stage.environ["SDL_AUDIODRIVER"] = "there-is-none"
    display = stage.start("giliran-display", "--config", config, "--device", "display-1")
    for number in ("K010", "K011"):
        finish(stage, 2)
        assert call(stage, 2) == number
        display.wait(number)
    eventually("it is told to be shown",
               lambda: stage.rows("SELECT shown_ms > 0 FROM call ORDER BY id DESC LIMIT 1") == [(1,)])
    assert spoken_times(stage)[-2:] == [None, None]
    console = stage.start("giliran-console", place=(1280, 0), size=(1280, 720))
    sign_in(console, 2)
    console.wait("Belum terdengar")
    set_voice(stage, "on = false;")
    console.wait("Diumumkan")
    console.stop()
    assert display.log().count("no sound") == 1, display.log()
    display.stop()


def main(build, source):
    with Stage(build, source, (2560, 720)) as stage:
        config = open_room(stage, tickets=11)
        ears = Ears(stage.folder, stage.environ)
        display = start_alone(stage, config)
        check_two_calls(stage, ears)
        check_recall(stage, ears)
        check_undone(stage, ears)
        check_quiet(stage, ears)
        check_killed(stage, config, ears, display)
        check_two_displays(stage, config, ears)
        check_broken_clip(stage, config, ears)
        check_without_sound(stage, config)
        ears.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
