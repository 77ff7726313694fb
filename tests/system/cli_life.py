"""A whole day driven from the command line at exact times through every act of a ticket's life, and
its figures as computed by hand; then its end, the next morning, and what `verify` finds."""

import json
import os
import shutil
import sqlite3
import sys

from cli import DAY, Line, promising_office

NEXT = "2026-11-24"


def iso(clock, day=DAY):
    return f"{day}T{clock}+08:00"


def state(line, at, counter=1):
    """What the counter does, and who is there."""
    row = line.json("queue", at=at)["counters"][counter - 1]
    return row["state"], row["ticket"]


def waiting(line, at):
    return [row["ticket"] for row in line.json("queue", at=at)["waiting"]]


# ---- appointments ----

def book(line):
    """{name: code}: in time, late, cancelled, tomorrow."""
    first = line.ok("appoint", "--service", "PERP", "--time", f"{DAY}T10:00", at="07:30:00")
    assert len(first) == 7 and first.endswith("\n"), first
    codes = {"early": first.strip()}
    late = line.json("appoint", "--service", "kons", "--time", f"{DAY}T11:00:00", at="07:31:00")
    codes["late"] = late["appointment"]
    assert late == {"appointment": codes["late"], "service": "KONS", "service_date": DAY,
                    "at": iso("11:00:00"), "state": "booked", "ticket": None}, late
    for name, service, time in (("cancelled", "JUAL", f"{DAY}T13:00"),
                                ("tomorrow", "KONS", f"{NEXT}T09:00")):
        codes[name] = line.ok("appoint", "--service", service, "--time", time,
                              at="07:32:00").strip()
    assert len(set(codes.values())) == 4, codes
    assert "is cancelled" in line.ok("appointments", "cancel", codes["cancelled"].lower(),
                                     at="07:33:00")
    listed = line.json("appointments", at="07:34:00")["appointments"]
    assert [(row["appointment"], row["state"]) for row in listed] == [
        (codes["early"], "booked"), (codes["late"], "booked"),
        (codes["cancelled"], "cancelled")], listed
    listed = line.json("appointments", "--date", NEXT, at="07:34:00")["appointments"]
    assert [row["appointment"] for row in listed] == [codes["tomorrow"]], listed
    text = line.ok("appointments", at="07:35:00").splitlines()
    assert text[0] == "Hour   Appointment  Service    Ticket  State", text
    assert text[1] == f"10.00  {codes['early']}       PERP       -       booked", text
    return codes


# ---- the day ----

def hold_and_undo(line):
    """K001 is served, held by mistake, taken back, held, and goes on; K002 is held while it waits."""
    line.ok("open", "--counter", "1", "--staff", "ani", at="08:00:00")
    for service, at in (("KONS", "08:05:00"), ("KONS", "08:06:00"), ("JUAL", "08:07:00")):
        line.ok("issue", "--service", service, "--no-print", at=at)
    assert line.ok("next", "--counter", "1", at="08:10:00") == "K001\n"
    line.ok("serve", "--counter", "1", at="08:11:00")
    assert line.ok("hold", "k2", at="08:20:00") == "K002 is on hold.\n"
    held = line.json("hold", "--counter", "1", at="08:21:00")
    assert (held["ticket"], held["state"]) == ("K001", "held"), held
    assert state(line, "08:21:02") == ("free", None)
    assert line.ok("undo", "--counter", "1", at="08:21:05") == (
        "Taken back. K001 is as before: being served.\n")
    assert state(line, "08:21:06") == ("serving", "K001")
    # As if the press had not been: the line's clock did not run meanwhile.
    assert line.json("queue", at="08:21:07")["waiting"][0]["remaining_s"] == 600
    line.refused(1, "nothing at this counter", "undo", "--counter", "1", at="08:22:00")
    line.ok("hold", "K001", "--counter", "1", at="08:23:00")
    assert line.json("queue", at="08:23:30")["aside"] == [
        {"ticket": "K001", "service": "KONS", "state": "held", "since": iso("08:23:00")},
        {"ticket": "K002", "service": "KONS", "state": "held", "since": iso("08:20:00")}]
    assert line.ok("next", "--counter", "1", at="08:24:00") == "J001\n"
    line.ok("serve", "--counter", "1", at="08:24:30")
    line.refused(1, "still a visitor", "resume", "K001", "--counter", "1", at="08:25:00")
    line.ok("finish", "--counter", "1", at="08:34:00")
    assert line.ok("resume", "K001", "--counter", "1", at="08:35:00") == "K001\n"
    assert state(line, "08:35:01") == ("serving", "K001")


def transfer_and_return(line):
    """K001 goes on to the library, does not come, comes back, and waits too long for its call."""
    moved = line.json("transfer", "--to", "perp", "--counter", "1", at="08:36:00")
    assert (moved["ticket"], moved["state"], moved["service"]) == ("K001", "waiting", "PERP")
    assert moved["turn_at"] == iso("08:05:00") and len(moved["segments"]) == 2, moved
    assert moved["segments"][0]["finished_at"] == iso("08:36:00"), moved
    assert line.ok("resume", "K002", at="08:37:00") == "K002\n"
    queue = line.json("queue", at="08:37:30")
    assert [row["ticket"] for row in queue["waiting"]] == ["K001", "K002"], queue
    services = {row["service"]: row for row in queue["services"]}
    assert [row["waiting"] for row in queue["services"]] == [1, 0, 1, 0, 0], queue
    told = services["JUAL"].pop("estimate")
    assert 0 < told["from_min"] <= told["to_min"], told
    assert services["JUAL"] == {"service": "JUAL", "waiting": 0, "closed": None}, services
    assert line.ok("next", "--counter", "1", at="08:40:00") == "K001\n"
    line.ok("absent", "--counter", "1", at="08:41:00")
    assert line.json("queue", at="08:42:00")["aside"] == [
        {"ticket": "K001", "service": "PERP", "state": "absent", "since": iso("08:41:00")}]
    assert line.ok("return", "K001", at="08:45:00") == "K001 is back and waits.\n"
    assert waiting(line, "08:45:30") == ["K002", "K001"]
    assert line.ok("next", "--counter", "1", at="08:46:00") == "K002\n"
    line.ok("serve", "--counter", "1", at="08:47:00")
    assert line.ok("next", "--counter", "1", at="08:57:00") == "K001\n"
    # Both halves of the press: K002 is served again, K001 waits again.
    assert line.json("undo", "--counter", "1", at="08:57:05")["state"] == "waiting"
    assert state(line, "08:57:06") == ("serving", "K002")
    assert line.ok("next", "--counter", "1", at="09:00:00") == "K001\n"
    line.refused(1, "too late", "undo", "--counter", "1", at="09:00:11")
    line.ok("serve", "--counter", "1", at="09:11:00")
    line.ok("finish", "--counter", "1", at="09:12:00")


def walk_and_cancel(line):
    assert line.ok("walk", "--service", "KONS", "--counter", "1", "--party", "2", "--guest",
                   "name=Siti", at="09:13:00") == "K003\n"
    assert state(line, "09:13:01") == ("serving", "K003")
    line.refused(1, "nothing at this counter", "undo", "--counter", "1", at="09:13:05")
    line.ok("finish", "--counter", "1", at="09:23:00")
    line.ok("issue", "--service", "KONS", at="09:30:00")
    line.refused(1, "Somebody is still waiting", "walk", "--service", "JUAL", "--counter", "1",
                 at="09:30:30")
    assert line.ok("cancel", "K004", "--reason", "left", "--counter", "1",
                   at="09:31:00") == "K004 is cancelled.\n"
    line.ok("undo", "--counter", "1", at="09:31:05")
    assert waiting(line, "09:31:10") == ["K004"]
    assert line.json("cancel", "K004", "--reason", "left", at="09:31:20")["state"] == "cancelled"


def keep_appointments(line, codes):
    """P001 is early and has the turn of 09.45; K006 is more than 10 minutes late and has its own."""
    line.ok("issue", "--service", "KONS", at="09:50:00")
    assert line.ok("arrive", codes["early"].lower(), at="09:55:00") == "P001\n"
    assert waiting(line, "09:56:00") == ["P001", "K005"]
    for early in (line.json("ticket", "P001", at="09:56:00"),
                  line.json("queue", at="09:56:00")["waiting"][0]):
        assert (early["turn_at"], early["appointed_at"]) == (iso("09:45:00"), iso("10:00:00")), early
    assert line.ok("next", "--counter", "1", at="10:00:00") == "P001\n"
    line.ok("serve", "--counter", "1", at="10:00:30")
    assert line.ok("next", "--counter", "1", at="10:05:00") == "K005\n"
    line.ok("serve", "--counter", "1", at="10:06:00")
    line.ok("finish", "--counter", "1", at="10:16:00")
    for code, word in ((codes["cancelled"], "used or cancelled"), (codes["early"], "used or"),
                       (codes["tomorrow"], "another day"), ("ZZZZZZ", "not known")):
        line.refused(1, word, "arrive", code, at="11:10:00")
    late = line.json("arrive", codes["late"], "--priority", "none", at="11:11:00")
    assert (late["ticket"], late["turn_at"]) == ("K006", iso("11:11:00")), late
    line.ok("next", "--counter", "1", at="11:12:00")
    line.ok("serve", "--counter", "1", at="11:12:30")
    line.refused(1, "still a visitor", "close-day", at="11:13:00")
    line.ok("finish", "--counter", "1", at="11:20:00")
    listed = line.json("appointments", at="11:21:00")["appointments"]
    assert [(row["state"], row["ticket"]) for row in listed] == [
        ("arrived", "P001"), ("arrived", "K006"), ("cancelled", None)], listed


def wait_for_nobody(line):
    """R001 waits 10 minutes while the only open counter is on break, and is late."""
    line.ok("break", "--counter", "1", "--reason", "lunch", at="11:30:00")
    line.ok("issue", "--service", "REKOM", at="11:40:00")
    line.ok("open", "--counter", "1", "--staff", "ani", at="11:50:00")
    line.ok("next", "--counter", "1", at="11:51:00")
    line.ok("serve", "--counter", "1", at="11:52:00")
    line.ok("finish", "--counter", "1", at="12:00:00")


# ---- looking back ----

def check_story(line):
    """K001: two services, a hold that was undone, one that was not, an absence."""
    told = line.json("ticket", "K001", at="12:10:00")
    first = {"limit_s": 600, "elapsed_s": 360, "verdict": "met"}
    second = {"limit_s": 600, "elapsed_s": 660, "verdict": "missed"}
    assert told["target"] == first and told["wait_s"] == 360 and told["service_s"] == 840, told
    assert told["state"] == "done" and told["calls"] == 3, told
    assert [(row["state"], row["service"], row["from"][11:19]) for row in told["intervals"]] == [
        ("waiting", "KONS", "08:05:00"), ("called", "KONS", "08:10:00"),
        ("serving", "KONS", "08:11:00"), ("held", "KONS", "08:23:00"),
        ("serving", "KONS", "08:35:00"), ("waiting", "PERP", "08:36:00"),
        ("called", "PERP", "08:40:00"), ("waiting", "PERP", "08:45:00"),
        ("called", "PERP", "09:00:00"), ("serving", "PERP", "09:11:00")], told["intervals"]
    assert told["segments"] == [
        {"service": "KONS", "counter": 1, "ready_at": iso("08:05:00"),
         "called_at": iso("08:10:00"), "served_at": iso("08:11:00"),
         "finished_at": iso("08:36:00"), "target": first, "unattended_s": 0, "reason": None},
        {"service": "PERP", "counter": 1, "ready_at": iso("09:00:00"),
         "called_at": iso("08:40:00"), "served_at": iso("09:11:00"),
         "finished_at": iso("09:12:00"), "target": second, "unattended_s": 0,
         "reason": None}], told["segments"]


BREACH_PERP = {
    "ticket": "K001", "service": "PERP", "service_date": DAY, "counter": 1,
    "issued_at": iso("08:05:00"), "ready_at": iso("09:00:00"), "called_at": iso("08:40:00"),
    "served_at": iso("09:11:00"), "elapsed_s": 660, "limit_s": 600, "literal_s": 2100,
    "free_counters": [{"counter": 1, "since": iso("09:00:00")}], "unattended_s": 0,
    "segment": 2, "reason": "visitor_away", "note": "Ke kantin"}
BREACH_REKOM = {
    "ticket": "R001", "service": "REKOM", "service_date": DAY, "counter": 1,
    "issued_at": iso("11:40:00"), "ready_at": iso("11:40:00"), "called_at": iso("11:51:00"),
    "served_at": iso("11:52:00"), "elapsed_s": 720, "limit_s": 600, "literal_s": 1920,
    "free_counters": [], "unattended_s": 600,
    "segment": 1, "reason": None, "note": None}


def add_words(line):
    """Why K001 was late; and that K003 was tried out and is in no figure."""
    assert line.ok("explain", "K001", "--reason", "visitor_away", "--note", "Ke kantin",
                   "--staff", "ani", at="12:11:00") == "The reason for K001 is recorded.\n"
    line.refused(1, "kept", "explain", "K001", "--segment", "1", "--reason", "x", "--staff", "ani",
                 at="12:12:00")
    line.refused(2, "segment", "explain", "K001", "--segment", "0", "--reason", "x",
                 "--staff", "ani", at="12:12:00")
    line.refused(1, "kept", "explain", "K002", "--reason", "x", "--staff", "ani", at="12:12:00")
    line.refused(1, "(nobody)", "explain", "K001", "--reason", "x", "--staff", "nobody",
                 at="12:12:00")
    line.refused(1, "Only the head", "correct", "K003", "--reason", "x", "--staff", "ani",
                 "--pin-stdin", text="2468\n", at="12:13:00")
    corrected = line.json("correct", "K003", "--reason", "trial", "--staff", "kepala",
                          "--pin-stdin", text="1357\n", at="12:14:00")
    assert corrected["uncertain"] and corrected["target"]["verdict"] == "none", corrected
    line.refused(1, "not right", "correct", "K002", "--reason", "x", "--staff", "kepala",
                 "--pin-stdin", text="1358\n", at="12:15:00")
    assert not line.json("ticket", "K002", at="12:15:01")["uncertain"]
    assert line.json("breaches", at="12:16:00") == {
        "service_date": DAY, "breaches": [BREACH_PERP, BREACH_REKOM]}
    assert line.ok("breaches", at="12:17:00").splitlines() == [
        f"K001  PERP  {DAY}  11.00 of 10.00, counter 1",
        "    taken 08.05, clock last began 09.00, called 08.40, service began 09.11",
        "    counter 1 was free since 09.00", "    reason: visitor_away",
        "    note: Ke kantin",
        f"R001  REKOM  {DAY}  12.00 of 10.00, counter 1",
        "    taken 11.40, clock last began 11.40, called 11.51, service began 11.52",
        "    no open counter served the service",
        "    no reason was given; to say it: giliran explain R001 --segment 1 --reason …"]


TARGET = {"counted": 8, "met": 6, "missed": 2, "share": 0.75, "longest_s": 720}
# Queue order K002 J001 K001 K001' P001 K005 K006 R001; J001 and K001 began before the one before
# them had finished, K005 60 s after P001's finish at 10.05.
LITERAL = {"counted": 7, "within": 3, "share": 3 / 7, "longest_s": 3390}
# 90 330 360 720 960 1050 2100 2460; 60 270 450 480 570 600 780 780
WAIT = {"median": 720, "p90": 2460, "max": 2460}
SERVICE = {"median": 480, "p90": 780, "max": 780}
COUNTS = {"issued": 11, "done": 9, "absent": 0, "cancelled": 1, "transferred": 0}


def check_estimate(told, counted):
    assert told["counted"] == counted and 0 <= told["right"] <= counted, told
    assert told["share"] == told["right"] / counted, told


def check_day(line, at, closed):
    """Segments: K001 twice, K002 to K007, J001, P001, R001; K003 corrected, K007 never called."""
    day = line.json("day", at=at)
    by_service = {row.pop("service"): row for row in day.pop("by_service")}
    left = {"open": 0, "closed_by_system": 1} if closed else {"open": 1, "closed_by_system": 0}
    wanted = {"service_date": DAY, **COUNTS, **left, "target": TARGET, "literal": LITERAL,
              "wait_s": WAIT, "service_s": SERVICE, "people": 11,
              "uncertain": 2 if closed else 1, "unattended_s": 600 if closed else 660,
              "closed": closed, "closed_by_hand": closed, "sealed": closed,
              "priority": {"head_start_s": 900, "window_s": 900, "overtaken": 1,
                           "most_overtakers": 1, "bound_overtakers": 1,
                           "latest_overtaker_s": 300, "extra_wait_s": 300,
                           "bound_extra_wait_s": 600}}
    check_estimate(day.pop("estimate"), 7)
    assert day == wanted, day
    assert list(by_service) == ["KONS", "JUAL", "PERP", "REKOM", "DTSEN"], by_service
    kons = by_service["KONS"]
    assert (kons["issued"], kons["done"], kons["cancelled"], kons["people"]) == (7, 5, 1, 8), kons
    assert kons["target"] == {"counted": 4, "met": 4, "missed": 0, "share": 1.0,
                              "longest_s": 360}, kons
    assert kons["wait_s"] == {"median": 360, "p90": 2460, "max": 2460}, kons
    assert by_service["PERP"]["target"] == {"counted": 2, "met": 1, "missed": 1, "share": 0.5,
                                            "longest_s": 660}, by_service["PERP"]
    assert by_service["DTSEN"] == {
        "issued": 0, "done": 0, "absent": 0, "cancelled": 0, "closed_by_system": 0, "open": 0,
        "transferred": 0, "uncertain": 0, "people": 0, "unattended_s": 0,
        "target": {"counted": 0, "met": 0, "missed": 0, "share": None, "longest_s": None},
        "estimate": {"counted": 0, "right": 0, "share": None},
        "wait_s": {"median": None, "p90": None, "max": None},
        "service_s": {"median": None, "p90": None, "max": None}}, by_service["DTSEN"]


def check_tables(line, at):
    text = line.ok("day", at=at).splitlines()
    assert text[0] == f"{DAY}, closed by hand and sealed. Wait and service are medians.", text
    assert text[1] == ("Service  Taken   Done    Absent  Cancelled  Open    Kept      Longest"
                       "  Wait     Service"), text
    assert text[2] == ("KONS     7       5       0       1          0       4/4       06.00"
                       "    06.00    10.00"), text
    assert text[6] == ("All      11      9       0       1          0       6/8       12.00"
                       "    12.00    08.00"), text
    assert text[7:] == [
        "People who came: 11.", "Closed by the system: 1.",
        "In no time or share, because their times are uncertain: 2.",
        "Waited while no open counter served the service: 10.00.",
        "Counted literally, from the finish of the one before in line: 3/7 in time, the longest "
        "56.30.", text[12],
        "Overtaken by priority or appointment: 1, each by at most 1 and for at most 05.00. Only "
        "numbers taken within 15.00 after may overtake, here at most 1 and for at most 10.00."], text
    assert text[12].startswith("Called within the time that was told: "), text


def close_the_day(line):
    """K007 waits alone: counter 1 is closed, so its minute to 15.01 is nobody's."""
    line.ok("close", "--counter", "1", at="14:00:00")
    line.ok("issue", "--service", "KONS", at="15:00:00")
    check_day(line, "15:01:00", False)
    closed = line.json("close-day", at="15:35:00")
    assert closed["closed"] and closed["closed_by_hand"] and closed["sealed"], closed
    check_day(line, "15:36:00", True)
    check_tables(line, "15:36:30")
    for command in (["issue", "--service", "KONS"], ["hold", "K007"], ["close-day"],
                    ["cancel", "K007", "--reason", "x"]):
        line.refused(1, "This service day is closed", *command, at="15:37:00")
    queue = line.json("queue", at="15:38:00")
    assert queue["day_closed"] and queue["clock"] == "right" and queue["aside"] == [], queue
    assert queue["services"][0] == {"service": "KONS", "waiting": 0, "estimate": None,
                                    "closed": "day_closed"}, queue
    assert line.ok("queue", at="15:38:00").startswith("The day is closed; ")
    late = line.json("ticket", "K007", at="15:38:00")
    assert late["state"] == "closed_by_system" and late["uncertain"], late


def check_target(line, at):
    # R001's 10 minutes, and this morning's 9 with no counter open yet.
    told = line.json("target", at=at)
    check_estimate(told.pop("estimate"), 7)
    nothing = {"counted": 0, "met": 0, "missed": 0, "share": None, "longest_s": None}
    assert told == {
        "from": "2026-11-01", "to": NEXT, "target": TARGET, "literal": LITERAL,
        "unattended_s": 600 + 540, "days": [{"service_date": DAY, **TARGET},
                                      {"service_date": NEXT, **nothing}],
        "breaches": [BREACH_PERP, BREACH_REKOM]}, told
    told = line.json("target", "--from", NEXT, "--to", "2026-12-31", at=at)
    assert told["target"] == nothing and told["breaches"] == [], told
    assert [row["service_date"] for row in told["days"]] == [NEXT], told
    text = line.ok("target", "--to", DAY, at=at).splitlines()
    assert text[:3] == ["Date         Kept       Longest", f"{DAY}   6/8        12.00",
                        "All          6/8        12.00"], text
    assert text[-9].startswith("K001  PERP") and text[-4].startswith("R001  REKOM"), text
    assert line.ok("breaches", "--date", NEXT, at=at) == f"{NEXT}: no promise was broken.\n"


def next_morning(line, codes):
    """Numbers begin again; yesterday's are looked at by their date and not acted upon."""
    def at(clock):
        return f"{NEXT}T{clock}"
    assert line.ok("issue", "--service", "KONS", "--no-print", at=at("08:46:00")) == "K001\n"
    assert line.ok("arrive", codes["tomorrow"], at=at("08:50:00")) == "K002\n"
    assert waiting(line, at("08:51:00")) == ["K002", "K001"]
    line.refused(1, "another day", "hold", "K005", at=at("08:52:00"))
    assert line.json("ticket", "K001", "--date", DAY, at=at("08:52:00"))["state"] == "done"
    check_target(line, at("08:55:00"))
    line.ok("explain", "R001", "--reason", "lunch", "--staff", "ani", "--date", DAY,
            at=at("08:56:00"))
    assert line.json("breaches", "--date", DAY, at=at("08:57:00"))["breaches"][1][
        "reason"] == "lunch"


# ---- verify ----

def tampered(line, sql):
    """A copy of the store with one change behind the program's back."""
    copy = os.path.join(line.folder, "copy.db")
    for name in (copy, copy + "-wal", copy + "-shm"):
        if os.path.exists(name):
            os.remove(name)
    shutil.copy(line.store, copy)
    with sqlite3.connect(copy) as store:
        store.execute("PRAGMA ignore_check_constraints = 1")
        for trigger in ("event_is_kept", "event_is_fixed"):
            store.execute(f"DROP TRIGGER {trigger}")
        changed = store.execute(sql).rowcount
    assert changed > 0, sql
    store.close()
    return copy


OF_K001 = (f"(SELECT id FROM ticket WHERE prefix = 'K' AND sequence = 1"
           f" AND service_date = '{DAY}')")
TAMPERING = [  # what was done, what it is called, whose it is
    (f"UPDATE segment SET verdict = 'met' WHERE ticket = {OF_K001} AND place = 2", "verdict",
     "K001", DAY),
    (f"UPDATE segment SET called_ms = called_ms + 1 WHERE ticket = {OF_K001} AND place = 1",
     "call", "K001", DAY),
    (f"UPDATE segment SET reason = 'other' WHERE ticket = {OF_K001} AND place = 2", "reason",
     "K001", DAY),
    ("UPDATE remark SET note = 'Ke pasar'", "remark", None, DAY),
    ("UPDATE remark SET note = NULL", "remark", None, DAY),
    (f"UPDATE ticket SET turn_ms = turn_ms - 1 WHERE id = {OF_K001}", "turn", "K001", DAY),
    (f"UPDATE ticket SET state = 'absent' WHERE id = {OF_K001}", "state", "K001", DAY),
    (f"UPDATE \"interval\" SET to_ms = to_ms - 1 WHERE ticket = {OF_K001} AND place = 1",
     "intervals", "K001", DAY),
    (f"UPDATE ticket SET uncertain = 0 WHERE prefix = 'K' AND sequence = 3", "doubt", "K003",
     DAY),
    (f"UPDATE day SET figures = replace(figures, 'met=6', 'met=8') WHERE service_date = '{DAY}'",
     "day_figures", None, DAY),
    (f"UPDATE day SET signature = replace(signature, substr(signature, 1, 1), 'z')"
     f" WHERE service_date = '{DAY}'", "seal", None, DAY),
    ("UPDATE standard SET amount = 20 WHERE service = 0", "office_changed", None, None),
    ("UPDATE event SET staff = 'budi' WHERE kind = 'served' AND id = (SELECT MIN(id) FROM event"
     " WHERE kind = 'served')", "event_changed", None, None),
    ("DELETE FROM event WHERE id = 20", "event_missing_before", None, None),
    ("UPDATE event SET hash = NULL WHERE id = 20", "event_without_hash", None, None),
]

UNNAMED = [  # rows that no event speaks of
    (f"INSERT INTO withdrawal (service_date, ticket, at_ms) VALUES ('{DAY}', 1, 1)",
     "withdrawal", "First, a number that its visitor gave up"),
    (f"INSERT INTO help (service_date, device, state, asked_ms) VALUES ('{DAY}', 'k', 'done', 1)",
     "help", "First, a call for help"),
    (f"INSERT INTO reception (visit, service, service_date) VALUES (1, 0, '{DAY}')",
     "reception", "First, a visit without a number"),
    ("INSERT INTO remark (event, note) VALUES (1, 'x')", "remarks", "First, there are more"),
    ("INSERT INTO office_past (event, rules) VALUES (1, 'x')", "office_past",
     "First, the earlier rules"),
]


def check_verify(line, at):
    proof = line.json("verify", at=at)
    with sqlite3.connect(line.store) as store:
        events, = store.execute("SELECT COUNT(*) FROM event").fetchone()
        head, = store.execute("SELECT hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    assert proof == {"right": True, "event": None, "what": None, "service_date": None,
                     "ticket": None, "events": events, "days": 2, "tickets": 12,
                     "unchained_events": 0, "unproven_days": 0, "unsealed_days": 0, "head": head}, proof
    assert line.ok("verify", at=at) == f"{events} events, 2 days, 12 tickets: all fits.\n" \
        f"Newest event: {head}\n"
    for sql, what, number, date in TAMPERING:
        copy = tampered(line, sql)
        result = line.run("verify", "--json", "--store", copy, at=at)
        found = json.loads(result.stdout)
        assert result.returncode == 1 and found["right"] is False, (sql, result.stdout)
        assert (found["what"], found["ticket"], found["service_date"]) == (
            what, number, date), (sql, found)
        assert found["event"] is not None, (sql, found)
        place = ", ".join(part for part in (f"event {found['event']}", date, number) if part)
        assert "admin." not in result.stderr, result.stderr
        line.refused(1, f"Not everything fits. First, {place}: ", "verify", "--store", copy,
                     at=at)
    for sql, what, words in UNNAMED:
        copy = tampered(line, sql)
        result = line.run("verify", "--json", "--store", copy, at=at)
        found = json.loads(result.stdout)
        assert result.returncode == 1 and found["what"] == what, (sql, found)
        assert found["event"] is None, (sql, found)
        line.refused(1, words, "verify", "--store", copy, at=at)
    # A day without a seal is told, not failed.
    copy = tampered(line, f"UPDATE day SET signature = NULL WHERE service_date = '{DAY}'")
    assert line.ok("verify", "--store", copy, at=at).splitlines()[1] == (
        "Days closed without a seal: 1.")


def check_version_1(line, source):
    """Events from before the log was chained are told, not failed."""
    store = os.path.join(line.folder, "v1.db")
    shutil.copy(os.path.join(source, "tests", "store", "v1.db"), store)
    assert line.ok("verify", "--store", store, at=f"{NEXT}T10:00:00").splitlines() == [
        "21 events, 2 days, 0 tickets: all fits.",
        "21 events are from before the log was chained, on 2 days; they cannot be proven."]


def main(build, source):
    line = Line(build, source)
    line.office = promising_office(source, line.folder)
    with line:
        codes = book(line)
        hold_and_undo(line)
        transfer_and_return(line)
        walk_and_cancel(line)
        keep_appointments(line, codes)
        wait_for_nobody(line)
        check_story(line)
        add_words(line)
        close_the_day(line)
        next_morning(line, codes)
        check_verify(line, f"{NEXT}T09:30:00")
        check_version_1(line, source)


if __name__ == "__main__":
    main(*sys.argv[1:])
