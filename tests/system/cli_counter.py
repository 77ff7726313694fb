"""What an office may let its counters do, on the command line as at the console: stand by, a number
out of its turn, a visitor sent on to one counter, a counter handed over."""

import os
import sys

from cli import DAY, Line


def switched(line):
    """The office of the issue with both switches on."""
    path = os.path.join(line.folder, "office.conf")
    with open(line.office, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        # The list of holidays lies beside the sample.
        out.writelines(row for row in file if not row.startswith("holidays"))
        out.write("stand_by = true;\ncall_any = true;\n")
    line.office = path
    return line


def counter(line, at, number=1):
    return line.json("queue", at=at)["counters"][number - 1]


def stand_by(line):
    line.refused(1, "not open", "stand-by", "--counter", "1", at="08:00:00")
    line.ok("open", "--counter", "1", "--staff", "ani", at="08:00:00")
    assert line.ok("stand-by", "--counter", "1", at="08:01:00") == (
        "Counter 1 stands by: the next visitor is called by itself.\n")
    assert counter(line, "08:01:30")["stand_by_since"] == f"{DAY}T08:01:00+08:00"
    assert line.ok("stand-down", "--counter", "1", at="08:02:00") == "Counter 1 does not stand by.\n"
    assert counter(line, "08:02:30")["stand_by_since"] is None
    told = line.json("stand-by", "--counter", "1", at="08:03:00")
    assert (told["counter"], told["state"]) == (1, "stand_by"), told
    line.ok("issue", "--service", "KONS", "--no-print", at="08:04:00")
    row = counter(line, "08:04:01")
    assert (row["state"], row["ticket"], row["stand_by_since"]) == ("called", "K001", None), row
    line.ok("absent", "--counter", "1", at="08:05:00")
    # With somebody waiting it is the call itself.
    line.ok("issue", "--service", "KONS", "--no-print", at="08:06:00")
    assert line.ok("stand-by", "--counter", "1", at="08:07:00") == "K002\n"
    line.ok("absent", "--counter", "1", at="08:08:00")


def pick(line):
    for second in range(3):
        line.ok("issue", "--service", "KONS", "--no-print", at=f"08:10:0{second}")
    line.refused(1, "K099", "pick", "K099", "--counter", "1", at="08:11:00")
    line.refused(2, "--counter", "pick", "K004", at="08:11:00")
    assert line.ok("pick", "k4", "--counter", "1", at="08:12:00") == "K004\n"
    line.refused(1, "K003", "pick", "K003", "--counter", "1", at="08:12:30")
    assert [row["ticket"] for row in line.json("queue", at="08:13:00")["waiting"]] == ["K003", "K005"]
    line.ok("absent", "--counter", "1", at="08:14:00")


def send(line):
    line.refused(1, "not open", "send", "K003", "--to", "2", at="08:15:00")
    line.refused(2, "seven", "send", "K003", "--to", "seven", at="08:15:00")
    line.ok("open", "--counter", "2", "--staff", "kepala", at="08:15:00")
    assert line.ok("send", "K003", "--to", "2", at="08:16:00") == "K003 waits for counter 2 now.\n"
    waiting = line.json("queue", at="08:16:30")["waiting"]
    assert [(row["ticket"], row["only_counter"]) for row in waiting] == [("K003", 2), ("K005", None)]
    assert line.ok("next", "--counter", "1", at="08:17:00") == "K005\n"
    assert line.json("send", "--counter", "1", "--to", "2", at="08:18:00")["ticket"] == "K005"
    assert line.ok("next", "--counter", "2", at="08:19:00") == "K003\n"


def hand_over(line):
    line.ok("staff", "add", "budi", "--name", "Budi", "--role", "clerk", "--pin-stdin",
            text="1357\n", at="08:20:00")
    line.ok("serve", "--counter", "2", at="08:21:00")
    line.refused(1, "staff code", "hand-over", "--counter", "2", "--staff", "nobody", at="08:22:00")
    assert line.ok("hand-over", "--counter", "2", "--staff", "budi", at="08:22:00") == (
        "Counter 2 is handed over.\n")
    row = counter(line, "08:23:00", 2)
    assert (row["staff"], row["state"], row["ticket"]) == ("budi", "serving", "K003"), row
    line.ok("close", "--counter", "1", at="08:24:00")
    line.refused(1, "not open", "hand-over", "--counter", "1", "--staff", "budi", at="08:25:00")


def not_wanted(line):
    """The office of the issue allows neither."""
    line.ok("open", "--counter", "1", "--staff", "ani", at="08:00:00")
    line.ok("issue", "--service", "KONS", "--no-print", at="08:01:00")
    line.refused(1, "not", "pick", "K001", "--counter", "1", at="08:02:00")
    line.refused(1, "not", "stand-by", "--counter", "1", at="08:02:00")


def main(build, source):
    with switched(Line(build, source)) as line:
        for step in (stand_by, pick, send, hand_over):
            step(line)
        assert line.json("verify", at="08:30:00")["right"]
    with Line(build, source) as line:
        not_wanted(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
