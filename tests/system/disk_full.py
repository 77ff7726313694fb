"""A disk that fills up while numbers are given: the command line says so in one sentence and gives
no number, nothing is lost, and with room again it goes on where it was. The disk is a small tmpfs in
a mount namespace of the test's own."""

import os
import sqlite3
import subprocess
import sys

from cli import Line

DISK = 2 << 20      # bytes
ROOM = 200 << 10    # left for the store to grow into; the shared index alone takes 32 KiB
SENTENCE = "The disk is full"


def fill(path, room):
    """Takes all the disk has but `room` bytes."""
    with open(path, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError as error:
            assert "No space" in str(error), error
        file.truncate(file.tell() - room)


def issue_until_full(line):
    """The numbers given before the first refusal."""
    numbers = []
    while len(numbers) < 2000:
        result = line.run("issue", "--service", "KONS", at="09:00:00")
        if result.returncode != 0:
            assert result.returncode == 1 and result.stdout == "", result
            assert result.stderr.startswith("giliran: " + SENTENCE), result.stderr
            assert result.stderr.count("\n") == 1, result.stderr
            return numbers
        numbers.append(result.stdout.strip())
    raise AssertionError("the disk never filled up")


def rows(line, sql):
    store = sqlite3.connect(line.store)
    try:
        return store.execute(sql).fetchall()
    finally:
        store.close()


def check(line):
    ballast = os.path.join(line.folder, "ballast")
    fill(ballast, ROOM)
    numbers = issue_until_full(line)
    assert numbers == ["K%03d" % (i + 1) for i in range(len(numbers))] and numbers, numbers
    # Who only looks is answered; who comes again is refused again, with no number used up.
    assert len(line.json("queue", at="09:00:00")["waiting"]) == len(numbers)
    assert issue_until_full(line) == []
    # Not a byte is left; after a power cut not even the index of a look can be laid.
    fill(ballast, 0)
    assert issue_until_full(line) == []
    if os.path.exists(line.store + "-shm"):
        os.remove(line.store + "-shm")
    fill(ballast, 0)
    line.refused(1, SENTENCE, "queue", at="09:00:00")
    os.remove(ballast)
    assert line.ok("issue", "--service", "KONS", at="09:01:00") == "K%03d\n" % (len(numbers) + 1)
    waiting = line.json("queue", at="09:01:00")["waiting"]
    assert [entry["ticket"] for entry in waiting] == numbers + ["K%03d" % (len(numbers) + 1)]
    assert rows(line, "PRAGMA integrity_check") == [("ok",)]
    print(f"{len(numbers)} numbers before the disk was full")


def check_creation(line):
    """Without room there is no half of a store."""
    other = os.path.join(line.folder, "other.db")
    ballast = os.path.join(line.folder, "ballast")
    fill(ballast, 16 << 10)
    line.refused(1, SENTENCE, "init", "--store", other, "--office", line.office, "--training",
                 at="07:00:00")
    assert [name for name in os.listdir(line.folder) if name.startswith("other.db")] in (
        [], ["other.db-lock"]), os.listdir(line.folder)
    os.remove(ballast)
    line.ok("init", "--store", other, "--office", line.office, "--training", at="07:00:00")


def mount(folder):
    return subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", folder],
                          stderr=subprocess.PIPE, text=True, check=False)


def inside(build, source):
    line = Line(build, source)
    mounted = mount(line.folder)
    if mounted.returncode != 0:
        os.rmdir(line.folder)
        print(f"skipped: no disk of its own: {mounted.stderr.strip()}")
        sys.exit(77)
    with line:
        check(line)
        check_creation(line)
        subprocess.run(["umount", line.folder], check=True)


def main(build, source, *where):
    if where:
        inside(build, source)
        return
    namespace = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    tried = subprocess.run(namespace + ["true"], stderr=subprocess.PIPE, text=True, check=False)
    if tried.returncode != 0:
        print(f"skipped: no mount namespace of its own: {tried.stderr.strip()}")
        sys.exit(77)
    os.execvp("unshare", namespace + [sys.executable, "-B", __file__, build, source, "inside"])


if __name__ == "__main__":
    main(*sys.argv[1:])
