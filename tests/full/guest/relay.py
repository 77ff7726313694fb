"""Runs in the guest: starts programs and passes lines between them and the test outside, which is
programs.py. A line in: "run NAME WORD…", "say NAME TEXT…", "end NAME" (closes its input), "bye".
A line out: "relay ready", then "NAME|TEXT" as printed, "NAME!TEXT" for its errors, "NAME|ended STATUS"."""

import shlex
import subprocess
import sys
import threading


def pass_on(name, mark, stream):
    for line in stream:
        sys.stdout.write(f"{name}{mark}{line[:-1]}\n")
        sys.stdout.flush()


def watch(name, program):
    errors = threading.Thread(target=pass_on, args=(name, "!", program.stderr))
    errors.start()
    pass_on(name, "|", program.stdout)
    errors.join()
    sys.stdout.write(f"{name}|ended {program.wait()}\n")
    sys.stdout.flush()


def main():
    programs, watches = {}, []
    subprocess.run(["/lib/systemd/systemd-udevd", "--daemon"], check=True)
    print("relay ready", flush=True)
    for line in sys.stdin:
        verb, *words = shlex.split(line)
        if verb == "run":
            program = subprocess.Popen(words[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, text=True, bufsize=1)
            programs[words[0]] = program
            watches.append(threading.Thread(target=watch, args=(words[0], program)))
            watches[-1].start()
        elif verb == "say":
            programs[words[0]].stdin.write(" ".join(words[1:]) + "\n")
        elif verb == "end":
            programs[words[0]].stdin.close()
        elif verb == "bye":
            break
    for program in programs.values():
        if program.poll() is None:
            program.kill()
    for thread in watches:
        thread.join()


if __name__ == "__main__":
    main()
