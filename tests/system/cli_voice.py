"""The voice of the waiting room on the command line: shown, said otherwise, its clips made and listed, and
a call said aloud."""

import array
import json
import os
import shutil
import sys

from cli import Line

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from ears import parts, record, spoken  # noqa: E402

USUAL = {"on": True, "chime": True, "numbers": "digits", "repeats": 1, "volume": 100,
         "brief_from": 3, "brief": "{ticket}, loket {counter}.", "hours": [],
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
    assert "  when 3 or more wait to be spoken: {ticket}, loket {counter}." in said, said


def check_set(line):
    path = voice_file(line, """voice = { chime = false; numbers = "words"; repeats = 2; volume = 70; brief_from = 0;
      hours = ( { time = "07.00-08.30"; volume = 0; }, { time = "12.00-13.00"; volume = 40; } );
      wordings = ( { language = "en"; text = "{ticket} to {counter}"; } ); };""")
    said = line.json("voice", "set", "--office", path, at="08:01:00")
    assert said == line.json("voice", at="08:01:01") == {
        "on": True, "chime": False, "numbers": "words", "repeats": 2, "volume": 70,
        "brief_from": 0, "brief": "{ticket}, counter {counter}.",
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


def config(line, clips):
    path = os.path.join(line.folder, "giliran.conf")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'clips = "{clips}";\n')
    return path


def sources(line, *arguments):
    """{language/file: (source, broken)} and the number of clips that the list has."""
    said = line.json("voice", "list", *arguments)
    assert said["made"] == os.path.join(line.folder, "voice"), said
    found = {f"{clip['language']}/{clip['file']}": (clip["source"], clip["broken"])
             for clip in said["clips"]}
    assert len(found) == len(said["clips"]), "a clip is listed twice"
    return found


def check_doctor(line, state, *words, config=None):
    said = line.run("doctor", "--json", *(["--config", config] if config else []))
    found = [check for check in json.loads(said.stdout)["checks"] if check["name"] == "voice"]
    assert [check["state"] for check in found] == [state], found
    for word in words:
        assert word in found[0]["text"], (word, found)


def check_one_mute_language(line, said):
    """Indonesian cannot be spoken, English can."""
    path, real = line.environ["PATH"], shutil.which("espeak-ng")
    folder = os.path.join(line.folder, "mute")
    os.mkdir(folder)
    program = os.path.join(folder, "espeak-ng")
    with open(program, "w", encoding="ascii") as file:
        file.write(f'#!/bin/sh\n[ "$2" = id ] && exit 1\nexec {real} "$@"\n')
    os.chmod(program, 0o755)
    line.environ["PATH"] = folder + ":" + path
    check_doctor(line, "warn", said, "apt-get install espeak-ng")
    line.environ["PATH"] = path


def check_make(line):
    """Made once, each in a file of its own; what is broken is made again."""
    check_doctor(line, "warn", "Run: giliran voice make")
    before = sources(line)
    assert set(before.values()) == {("missing", False)} and len(before) > 100, before
    assert line.ok("voice", "make") == f"{len(before)} clips were made in {line.folder}/voice.\n"
    assert set(sources(line).values()) == {("made", False)}
    assert line.json("voice", "make")["made"] == 0
    check_doctor(line, "ok", f"{len(before)} clips, 0 of them")
    for name in before:
        assert os.path.getsize(os.path.join(line.folder, "voice", name + ".wav")) > 1000, name
    open(os.path.join(line.folder, "voice", "id", "nol.wav"), "w", encoding="ascii").close()
    assert sources(line)["id/nol"] == ("missing", False)
    check_doctor(line, "warn", f"1 of {len(before)} clips", "Run: giliran voice make")
    check_one_mute_language(line, f"1 of {len(before)} clips")
    assert line.json("voice", "make")["made"] == 1
    # Other words want other clips, and no others.
    path = voice_file(line, """voice = { brief_from = 2; brief = "{ticket} ke {counter}!"; };""")
    line.ok("voice", "set", "--office", path)
    check_doctor(line, "warn", f"1 of {len(before)} clips")
    assert line.json("voice", "make")["made"] == 1
    line.ok("voice", "set", "--office", voice_file(line, "voice = { on = false; };"))
    check_doctor(line, "ok", "does not speak")
    line.ok("voice", "set", "--office", line.office)


def check_own(line):
    """An office's recordings take the place of made clips, one by one; odd ones do not."""
    clips = os.path.join(line.folder, "own")
    record(clips)
    odd = {"nol": b"", "satu": b"RIFF" + os.urandom(1000), "dua": None}
    for name, content in odd.items():
        path = os.path.join(clips, "id", name + ".wav")
        if content is not None:
            with open(path, "wb") as file:
                file.write(content)
        else:
            with open(path, "r+b") as file: # of two minutes, as its head says, and huge
                head = bytearray(file.read(44))
                head[4:8] = (200_000_036).to_bytes(4, "little")
                head[40:44] = (200_000_000).to_bytes(4, "little")
                file.seek(0)
                file.write(head)
                file.truncate(200_000_044)
    found = sources(line, "--config", config(line, clips))
    for name in ("id/nomor-antrean", "id/k", "id/tiga", "en/zero", "en/please-go-to-counter"):
        assert found[name] == ("own", False), (name, found[name])
    for name in odd:
        assert found["id/" + name] == ("made", True), (name, found["id/" + name])
    assert found["id/belas"] == ("made", False)
    check_doctor(line, "warn", "3 of the office's recordings", "own/id/", "giliran voice list",
                 config=config(line, clips))
    said = line.ok("voice", "list", "--config", config(line, clips))
    assert "id/nol.wav  nol  own recording cannot be used" in said, said
    assert "id/tiga.wav  tiga  own recording\n" in said, said


def check_say(line):
    """Own recordings, a made clip where one is odd; what cannot be called; and without any sound."""
    sound = os.path.join(line.folder, "sound.raw")
    line.environ.update(SDL_AUDIODRIVER="disk", SDL_DISKAUDIOFILE=sound, SDL_DISKAUDIODELAY="1")
    own = config(line, os.path.join(line.folder, "own"))

    def heard(ticket):
        said = line.run("voice", "say", ticket, "3", "--config", own)
        assert (said.returncode, said.stdout) == (0, ""), said
        with open(sound, "rb") as file:
            return [part.word for part in parts(array.array("h", file.read()))]
    assert heard("K334") == spoken("K334", 3)
    words, wanted = heard("K033"), spoken("K033", 3)
    assert words[:3] == wanted[:3] and words[-11:] == wanted[-11:], words
    assert len(words) >= len(wanted) and words[3] != wanted[3], words  # the made "nol"
    for wrong in (("7", "3"), ("K033", "0"), ("K033", "x"), ("K033", "100"), ("K-1", "3")):
        line.refused(2, "no number that can be called", "voice", "say", *wrong)
    line.environ["SDL_AUDIODRIVER"] = "there-is-none"
    line.refused(1, "Nothing could be heard", "voice", "say", "K033", "3")


def check_without_espeak(line):
    shutil.rmtree(os.path.join(line.folder, "voice"))
    line.environ["PATH"] = line.folder
    line.refused(1, "espeak-ng is not installed", "voice", "make")
    check_doctor(line, "warn", "apt-get install espeak-ng")


def main(build, source):
    with Line(build, source) as line:
        check_shown(line)
        check_set(line)
        check_make(line)
        check_own(line)
        check_say(line)
        check_without_espeak(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
