"""The computer's clock beside office time: behind what has happened, far ahead of it, and set right by
the head. The store's own moments lie before and after the real clock of this machine."""

import datetime
import os
import sys

from cli import Line

BEHIND, AHEAD, TOLD = "is behind office time", "has jumped far ahead", "giliran clock set"


def days_from_now(days):
    moment = datetime.datetime.now() + datetime.timedelta(days=days)
    return moment.strftime("%Y-%m-%dT09:00:00")


def make(line, name, days):
    """Another training store whose last moment is that many days from now."""
    store = os.path.join(line.folder, name)
    line.ok("init", "--office", line.office, "--training", "--store", store,
            at=days_from_now(days))
    return store


def clock(line, store):
    told = line.json("clock", "--store", store)
    assert told["training"] is True, told
    return told


def finding(line, store):
    """What doctor says of the clock."""
    text = line.run("doctor", "--store", store).stdout.splitlines()
    return next(row for row in text if " · clock · " in row)


def check_behind(line):
    store = make(line, "future.db", 40)
    assert line.ok("issue", "--service", "KONS", "--store", store, at=days_from_now(40)) == "K001\n"
    told = clock(line, store)
    assert told["clock"] == "behind" and told["office"] > told["wall"], told
    text = line.ok("clock", "--store", store).splitlines()
    assert len(text) == 2 and BEHIND in text[1] and TOLD in text[1], text
    assert line.json("queue", "--store", store)["clock"] == "behind"
    assert BEHIND in line.ok("queue", "--store", store).splitlines()[0]
    assert finding(line, store).startswith("broken · ") and BEHIND in finding(line, store)

    head = ("clock", "set", "--staff", "kepala", "--pin-stdin", "--store", store)
    line.refused(1, "not known", "clock", "set", "--staff", "nobody", "--pin-stdin", "--store",
                 store, text="1357\n")
    line.refused(1, "4 to 12", *head, text="1\n")
    line.refused(2, "--at", *head, text="1357\n", at=days_from_now(41))
    line.ok("staff", "add", "ani", "--name", "Ani", "--role", "clerk", "--pin-stdin", "--store",
            store, text="2468\n")
    line.refused(1, "Only the head", "clock", "set", "--staff", "ani", "--pin-stdin", "--store",
                 store, text="2468\n")
    assert clock(line, store)["clock"] == "behind"
    told = line.json(*head, text="1357\n")
    assert told["clock"] == "right" and told["office"] == told["wall"], told
    line.refused(1, "not right", *head, text="1358\n")
    assert line.ok("clock", "--store", store).splitlines()[1] == "This is training time."
    assert finding(line, store).startswith("ok · ")
    # What the wrong clock stamped counts no more, and the proof still holds.
    late = line.json("ticket", "K001", "--date", days_from_now(40)[:10], "--store", store)
    assert late["state"] == "closed_by_system" and late["uncertain"], late
    assert line.json("verify", "--store", store)["right"]


def check_ahead(line):
    store = make(line, "past.db", -40)
    assert clock(line, store)["clock"] == "ahead"
    text = line.ok("clock", "--store", store).splitlines()
    assert len(text) == 2 and AHEAD in text[1] and TOLD in text[1], text
    assert line.json("queue", "--store", store)["clock"] == "ahead"
    assert AHEAD in line.ok("queue", "--store", store).splitlines()[0]
    assert finding(line, store).startswith("warning · "), finding(line, store)
    assert AHEAD in finding(line, store), finding(line, store)
    text = line.ok("clock", "set", "--staff", "kepala", "--pin-stdin", "--store", store,
                   text="1357\n").splitlines()
    assert text[1] == "This is training time.", text
    assert clock(line, store)["clock"] == "right"


def main(build, source):
    with Line(build, source) as line:
        check_behind(line)
        check_ahead(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
