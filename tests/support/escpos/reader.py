"""Bytes one after another, with what real-time commands do to a printer that is reading them."""

import re

REAL_TIME = {0x04: "DLE EOT", 0x05: "DLE ENQ", 0x14: "DLE DC4"}
PAIR = re.compile(rb"\x10(?=[\x04\x05\x14])", re.DOTALL)


class Ended(Exception):
    """The stream ends inside a command."""


class Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.hidden = {match.start() for match in PAIR.finditer(data)}

    def is_done(self):
        return self.at >= len(self.data)

    def take(self, count):
        if count > len(self.data) - self.at:
            self.at = len(self.data)
            raise Ended()
        self.at += count
        return self.data[self.at - count:self.at]

    def byte(self):
        return self.take(1)[0]

    def word(self):
        return int.from_bytes(self.take(2), "little")

    def starts(self, *prefix):
        return self.data[self.at:self.at + len(prefix)] == bytes(prefix)

    def obeyed(self, at):
        """The pair at `at` was a command of its own."""
        self.hidden.discard(at)

    def hidden_commands(self):
        """Pairs a printer obeys although they stand in other data: (offset, name)."""
        return [(at, REAL_TIME[self.data[at + 1]]) for at in sorted(self.hidden)]
