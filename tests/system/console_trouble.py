"""What can go wrong under a clerk's hands: the store busy, moved away, on a full disk, the machine
asleep, the day over. One sentence each time; nothing is lost, nothing invented, and with the cause
gone the same keys go on."""

import fcntl
import json
import os
import signal
import subprocess
import sys
import time

from people import PIN, Stage, eventually, step

DISK = 6 << 20  # bytes


def start(stage):
    console = stage.start("giliran-console", "--device", "console-1", "--counter", "1")
    console.wait("Siapa yang bertugas?")
    console.keys("Tab", "Return")
    console.wait("Masukkan PIN Anda.")
    console.keys(*PIN, "Return")
    console.wait("Menunggu")
    return console


def state(stage):
    return stage.rows("SELECT state FROM ticket ORDER BY id")


def is_said(console, words):
    return words in console.dump()


def busy(stage, console):
    """Somebody keeps the writers' lock for longer than they are waited for."""
    with open(stage.store + "-lock", "r+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        step(console)
        console.wait("sedang sibuk")
        assert state(stage) == [("waiting",), ("waiting",)], state(stage)
    eventually("the sentence goes", lambda: not is_said(console, "sedang sibuk"))
    step(console)
    console.wait("Mulai layani K001")
    assert state(stage) == [("called",), ("waiting",)]


def move(stage, source, target):
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        if name.startswith("giliran.db"):
            os.rename(os.path.join(source, name), os.path.join(target, name))


def gone(stage, console):
    """The files are moved away under a visitor who was called, and back."""
    home, away = os.path.dirname(stage.store), os.path.join(os.path.dirname(stage.store), "away")
    move(stage, home, away)
    step(console)
    console.wait("Penyimpanan data belum ada")
    assert is_said(console, "K001")  # the last picture stays
    assert not os.path.exists(stage.store), "a store was made silently"
    move(stage, away, home)
    eventually("the sentence goes", lambda: not is_said(console, "Penyimpanan data belum ada"))
    step(console)
    console.wait("Dilayani")
    assert state(stage) == [("serving",), ("waiting",)]


def full(stage, console):
    """Not a byte is left on the disk; then there is."""
    ballast = os.path.join(os.path.dirname(stage.store), "ballast")
    with open(ballast, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass
    # What is left of the log's last block takes some numbers more; then no act finds room.
    refused = ""
    while not refused:
        result = subprocess.run([stage.program("giliran"), "issue", "--service", "JUAL", "--no-print"],
                                env=stage.environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                text=True, check=False)
        refused = result.stderr
    before = state(stage)
    console.keys("f")
    console.wait("Ruang penyimpanan penuh")
    assert state(stage) == before and before[0] == ("serving",), before
    os.remove(ballast)
    number = stage.giliran("issue", "--service", "KONS", "--no-print").strip()
    eventually("the sentence goes", lambda: not is_said(console, "Ruang penyimpanan penuh"))
    console.keys("f")
    console.wait("Apa hasil pelayanan K001?")
    console.keys("1")
    console.wait("Hasil K001 dicatat")
    assert (state(stage)[0], number) == (("done",), "K003"), (state(stage), number)


def asleep(stage, console):
    """The program stands still while an hour and a half passes: then it shows what is so."""
    console.process.send_signal(signal.SIGSTOP)
    stage.run(stage.program("test-shift"), stage.store, "2026-11-23T10:30:00")
    time.sleep(1)
    console.process.send_signal(signal.SIGCONT)
    step(console)
    console.wait("Mulai layani K002")
    step(console)
    console.wait("Dilayani")


def next_day(stage, console):
    """Midnight passes under a visitor who is being served."""
    stage.run(stage.program("test-shift"), stage.store, "2026-11-24T08:30:00")
    number = stage.giliran("issue", "--service", "KONS", "--no-print").strip()
    assert number == "K001", number
    console.wait("Hari sudah berganti; K002 tanggal 23 Nov 2026 ditutup oleh sistem.")
    console.wait("Selasa, 24 Nov 2026")
    console.wait("Loket 1 tutup")
    time.sleep(8)  # longer than a refusal stays
    assert is_said(console, "K002 tanggal 23 Nov 2026 ditutup")
    left = stage.rows("SELECT DISTINCT state FROM ticket WHERE service_date = '2026-11-23'")
    assert not {"waiting", "serving", "called", "held"} & {row[0] for row in left}, left


def inside(build, source):
    with Stage(build, source) as stage:
        disk = os.path.join(stage.folder, "disk")
        os.mkdir(disk)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", disk],
                                 check=False)
        stage.store = os.path.join(disk, "giliran.db")
        stage.environ["GILIRAN_STORE"] = stage.store
        stage.make_store()
        for _ in range(2):
            stage.giliran("issue", "--service", "KONS", "--no-print")
        console = start(stage)
        cases = [busy, gone, full, asleep, next_day]
        if mounted.returncode != 0:
            print("no disk of its own: a full one is not tried")
            cases.remove(full)
        for case in cases:
            print(case.__name__, flush=True)
            case(stage, console)
        assert json.loads(stage.giliran("verify", "--json"))["right"]
        console.stop()
        if mounted.returncode == 0:
            subprocess.run(["umount", "-l", disk], check=True)


def main(build, source, *where):
    namespace = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    tried = subprocess.run(namespace + ["true"], stderr=subprocess.DEVNULL, check=False)
    if where or tried.returncode != 0:
        inside(build, source)
        return
    os.execvp("unshare", namespace + [sys.executable, "-B", __file__, build, source, "inside"])


if __name__ == "__main__":
    main(*sys.argv[1:])
