"""A morning driven from the command line at exact times: numbers, call order, clocks, verdicts, and
every field of the JSON."""

import sqlite3
import sys

from cli import DAY, Line


def iso(clock):
    return f"{DAY}T{clock}+08:00"


def check_queue(line):
    queue = line.json("queue", at="09:09:00")
    assert queue["service_date"] == DAY and queue["now"] == iso("09:09:00"), queue
    # J001 is older than K002 by its head start of 15 minutes.
    assert [row["ticket"] for row in queue["waiting"]] == ["K001", "J001", "K002", "P001"], queue
    assert queue["waiting"][0] == {
        "ticket": "K001", "service": "KONS", "priority": "none",
        "issued_at": iso("08:50:00"), "turn_at": iso("08:50:00"),
        "appointed_at": None, "clock_start": iso("08:50:00"), "remaining_s": -540, "only_counter": None}, queue["waiting"][0]
    assert queue["waiting"][1]["turn_at"] == iso("08:52:00"), queue["waiting"][1]
    # One open counter that serves everything: the promise runs for one ticket only (design §4).
    assert queue["waiting"][1]["clock_start"] is None, queue["waiting"][1]
    assert queue["waiting"][1]["remaining_s"] == 600, queue["waiting"][1]
    first = queue["counters"][0]
    assert first == {"counter": 1, "name": None, "staff": "ani", "state": "free", "ticket": None,
                     "since": iso("08:10:00"), "stand_by_since": None, "clock_s": None}, first
    assert queue["counters"][1]["state"] == "closed" and queue["counters"][1]["staff"] is None


def check_called(line):
    called = line.json("queue", at="09:10:30")["counters"][0]
    assert called["state"] == "called" and called["ticket"] == "K001", called
    assert called["clock_s"] == 20 * 60 + 30, called


def check_ticket(line):
    ticket = line.json("ticket", "k1", at="09:30:00")
    target = {"limit_s": 600, "elapsed_s": 1260, "verdict": "missed"}
    times = {"ready_at": iso("08:50:00"), "called_at": iso("09:10:00"),
             "served_at": iso("09:11:00"), "finished_at": iso("09:24:00"), "counter": 1}
    wanted = {"ticket": "K001", "service": "KONS", "state": "done", "priority": "none",
              "issued_at": iso("08:50:00"), "turn_at": iso("08:50:00"), **times, "calls": 2,
              "wait_s": 1260, "service_s": 780, "uncertain": False, "target": target,
              "print": "none",
              "intervals": [
                  {"state": "waiting", "service": "KONS", "counter": None,
                   "from": iso("08:50:00"), "to": iso("09:10:00")},
                  {"state": "called", "service": "KONS", "counter": 1,
                   "from": iso("09:10:00"), "to": iso("09:11:00")},
                  {"state": "serving", "service": "KONS", "counter": 1,
                   "from": iso("09:11:00"), "to": iso("09:24:00")}],
              "segments": [{"service": "KONS", **times, "target": target, "unattended_s": 0,
                            "reason": None}]}
    assert {name: ticket.get(name) for name in wanted} == wanted, ticket


def check_unfinished(line):
    ticket = line.json("ticket", "J001", at="09:30:00")
    assert ticket["state"] == "called" and ticket["priority"] == "lansia", ticket
    for name in ("served_at", "finished_at", "wait_s", "service_s"):
        assert ticket[name] is None, (name, ticket)
    assert ticket["target"]["verdict"] == "none", ticket
    assert ticket["intervals"][-1]["to"] is None, ticket


def check_tables(line):
    """What a person reads: every row of a table as wide as its heading asks."""
    text = line.ok("queue", at="09:34:30").splitlines()
    assert text[0] == "Counter  State      Ticket  Since  Staff", text
    assert text[1] == "1        calling    K002    09.34  Ani", text
    assert text[2].startswith("2        closed     -       "), text
    assert text[-5:] == ["Ticket   Service    Taken   Clock   Priority",
                         "P001     PERP       09.08   -       -", "",
                         "Ticket   Service    Since   State",
                         "J001     JUAL       09.31   absent"], text
    text = line.ok("ticket", "K001", at="09:34:31").splitlines()
    assert text == [f"K001  KONS  {DAY}  done, counter 1", "08.50  taken", "09.10  called",
                    "09.11  service began", "09.24  finished",
                    "21.00  of the 10-minute promise: late"], text


def put_device(store, name, reason):
    store.execute("INSERT INTO device (name, reason, near_end, since_ms) VALUES (?, ?, 0, 0)",
                  (name, reason))


def check_print(line):
    """A reprint says which kiosk prints it."""
    assert "as soon as a kiosk" in line.ok("print", "K002", at="09:36:00")
    with sqlite3.connect(line.store) as store:
        put_device(store, "kiosk-1/printer", "paper_out")
        put_device(store, "display", "ok")
    assert "works again: kiosk-1." in line.ok("print", "K002", at="09:37:00")
    with sqlite3.connect(line.store) as store:
        put_device(store, "kiosk-2/printer", "ok")
    assert "Printed by: kiosk-2." in line.ok("print", "K002", at="09:38:00")


def main(build, source):
    with Line(build, source) as line:
        line.ok("open", "--counter", "1", "--staff", "ani", at="08:10:00")
        assert line.ok("issue", "--service", "KONS", "--no-print", at="08:50:00") == "K001\n"
        assert line.ok("--party", "3", "issue", "--service=kons", at="09:00:00") == "K002\n"
        assert line.ok("issue", "--service", "JUAL", "--priority", "lansia", "--guest",
                       r"name=Siti\, M.Si,email=siti@example.go.id,occupation=student",
                       at="09:07:00") == "J001\n"
        assert line.ok("issue", "--service", "PERP", "--token", "x", at="09:08:00") == "P001\n"
        assert line.ok("issue", "--service", "PERP", "--token", "x", at="09:08:01") == "P001\n"
        check_queue(line)
        assert line.ok("next", "--counter", "1", at="09:10:00") == "K001\n"
        check_called(line)
        line.refused(1, "serve or mark absent", "next", "--counter", "1", at="09:10:31")
        line.ok("recall", "--counter", "1", at="09:10:40")
        line.ok("serve", "--counter", "1", at="09:11:00")
        assert line.ok("next", "--counter", "1", at="09:24:00") == "J001\n"
        check_ticket(line)
        check_unfinished(line)
        line.ok("absent", "--counter", "1", at="09:31:00")
        line.refused(1, "giliran: ", "finish", "--counter", "1", at="09:31:30")
        line.refused(2, "--reason", "break", "--counter", "1", "--reason", "To lunch", at="09:31:40")
        assert "break" in line.ok("break", "--counter", "1", at="09:31:50")
        line.ok("open", "--counter", "1", "--staff", "ani", at="09:31:55")
        line.ok("break", "--counter", "1", "--reason", "lunch", at="09:32:00")
        assert line.json("queue", at="09:32:01")["counters"][0]["state"] == "break"
        assert line.json("open", "--counter", "1", "--staff", "ani", at="09:33:00") == {
            "counter": 1, "state": "free", "staff": "ani"}
        assert line.json("next", "--counter", "1", at="09:34:00")["ticket"] == "K002"
        check_tables(line)
        assert line.json("print", "K002", at="09:35:00") == {"ticket": "K002",
                                                             "print": "pending"}
        assert line.json("ticket", "K002", "--date", DAY, at="09:35:01")["print"] == "pending"
        check_print(line)


if __name__ == "__main__":
    main(*sys.argv[1:])
