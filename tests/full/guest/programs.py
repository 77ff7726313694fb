"""Programs in a guest, each spoken to line by line from outside; relay.py is the other end."""

import collections
import os
import shlex
import sys

import machine

RELAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "relay.py")


class Room:
    """A guest in which programs can be started."""

    def __init__(self, build, limit_s, options=()):
        self.build = build
        self.heard = {}
        self.guest = machine.Guest(build, [sys.executable, "-B", RELAY], limit_s, options)
        try:
            # What is said to a guest before somebody listens there is lost.
            self.guest.expect("relay ready")
        except BaseException:
            self.guest.close()
            raise

    def start(self, name, *words):
        """Starts a program; one that has no folder in its name is ours, of the build."""
        words = [os.path.join(self.build, "bin", words[0]) if "/" not in words[0] else words[0],
                 *words[1:]]
        self.heard[name] = collections.deque()
        self.guest.say(f"run {name} {shlex.join(words)}")
        return Program(self, name)

    def line(self, name):
        """The next line of that program; what others say meanwhile is kept for them."""
        while not self.heard[name]:
            line = self.guest.line()
            if line is None or line.startswith("guest: "):
                raise AssertionError(self.guest.trouble(f"{name} says nothing more"))
            who, bar, text = line.partition("|")
            if bar and who in self.heard:
                self.heard[who].append(text)
        return self.heard[name].popleft()

    def finish(self):
        self.guest.say("bye")
        status = self.guest.finish()
        assert status == 0, self.guest.trouble(f"relay.py ended with {status}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.guest.close()


class Program:
    def __init__(self, room, name):
        self.room = room
        self.name = name

    def expect(self, *lines):
        for wanted in lines:
            line = self.room.line(self.name)
            assert line == wanted, self.room.guest.trouble(
                f'{self.name}: "{line}" instead of "{wanted}"')

    def say(self, text):
        self.room.guest.say(f"say {self.name} {text}")

    def end(self):
        """Closes its input; it must end well and say nothing more."""
        self.room.guest.say(f"end {self.name}")
        self.expect("ended 0")


def run_scenarios(scenarios, room):
    for scenario in scenarios:
        scenario(room)
        print(f"ok {scenario.__name__[len('test_'):]}", flush=True)
