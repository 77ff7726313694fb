"""The voice of the waiting room on the command line: shown and said otherwise."""

import os
import sys

from cli import Line

USUAL = {"on": True, "chime": True, "numbers": "digits", "repeats": 1, "volume": 100, "hours": [],
         "wordings": [
             {"language": "id",
              "text": "Nomor antrean, {ticket}, silakan menuju loket {counter}."},
             {"language": "en",
              "text": "Queue number, {ticket}, please go to counter {counter}."}]}


def voice_file(line, voice):
    """The office's file with another voice."""
    path = os.path.join(line.folder, "voice.conf")
    with open(line.office, encoding="utf-8") as file:
        before, rest = file.read().split("\nvoice = {", 1)
    with open(path, "w", encoding="utf-8") as file:
        file.write(before + "\n" + voice + rest.split("\n};", 1)[1])
    return path


def check_shown(line):
    assert line.json("voice", at="08:00:00") == USUAL
    said = line.ok("voice", at="08:00:01").splitlines()
    assert said[0] == "Calls are spoken: 1 time(s), numbers digit by digit, volume 100.", said
    assert "  en: Queue number, {ticket}, please go to counter {counter}." in said, said


def check_set(line):
    path = voice_file(line, """voice = { chime = false; numbers = "words"; repeats = 2; volume = 70;
      hours = ( { time = "07.00-08.30"; volume = 0; }, { time = "12.00-13.00"; volume = 40; } );
      wordings = ( { language = "en"; text = "{ticket} to {counter}"; } ); };""")
    said = line.json("voice", "set", "--office", path, at="08:01:00")
    assert said == line.json("voice", at="08:01:01") == {
        "on": True, "chime": False, "numbers": "words", "repeats": 2, "volume": 70,
        "hours": [{"time": "07.00-08.30", "volume": 0}, {"time": "12.00-13.00", "volume": 40}],
        "wordings": [{"language": "en", "text": "{ticket} to {counter}"}]}, said
    lines = line.ok("voice", at="08:01:02").splitlines()
    assert lines[-2:] == ["  at 07.00-08.30: quiet", "  at 12.00-13.00: volume 40"], lines
    wrong = voice_file(line, "voice = { repeats = 9; };")
    line.refused(1, "voice.repeats", "voice", "set", "--office", wrong, at="08:02:00")
    line.refused(1, "Bombana", "voice", "set", "--office",
                 line.office.replace("tana-tidung", "bombana"), at="08:02:01")
    line.refused(2, "--office", "voice", "set", at="08:02:02")
    assert line.json("voice", at="08:02:03") == said
    line.ok("voice", "set", "--office", voice_file(line, "voice = { on = false; };"), at="08:03:00")
    assert line.ok("voice", at="08:03:01") == "Calls are not spoken.\n"
    line.ok("voice", "set", "--office", line.office, at="08:04:00")
    assert line.json("voice", at="08:04:01") == USUAL
    line.ok("verify", at="08:05:00")


def main(build, source):
    with Line(build, source) as line:
        check_shown(line)
        check_set(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
