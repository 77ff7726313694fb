"""A print server of its own: a private cupsd and three queues. "a4" is an IPP Everywhere printer
(ippeveprinter), "roll" has a driver and cuts paper to size, "raw" has none.

Everything is in one folder and ends with the `with` block. hardware.md §4 has the recipe: cupsd runs
as root without systemd; ippeveprinter wants a system bus, so it gets one in the folder.
"""

import glob
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

LIMIT_S = 60
NEEDED = ("cupsd", "lpadmin", "cupsdisable", "cancel", "ippeveprinter", "dbus-daemon", "pdftoppm",
          "pdftotext", "pdfinfo", "zbarimg")

FILES_CONF = """SystemGroup root lpadmin
User lp
Group lp
ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool/tmp
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
Sandboxing relaxed
FatalErrors config
"""

# The limits on jobs are those of the packaged cupsd.conf: a document and a cancel want to know who asks.
SERVER_CONF = """Listen {folder}/cups.sock
Listen 127.0.0.1:{port}
Browsing No
DefaultAuthType None
WebInterface No
PreserveJobFiles No
LogLevel debug
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Cancel-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
"""

# What the IPP printer does with a document: it waits while there is no paper, then keeps it.
# ippeveprinter does not end its command when the job is cancelled, like a printer that has the page
# already; so the test says when the printer is to forget what it waits with.
COMMAND = """#!/bin/sh
cd {folder}
if [ -e no_paper ]; then
  echo 'STATE: +media-empty-error' >&2
  touch waiting
  while [ -e no_paper ]; do sleep 0.1; done
  echo 'STATE: -media-empty-error' >&2
  rm waiting
  [ ! -e forget ] || exit 1
fi
cp "$1" printed/new
mv printed/new printed/$$.pdf
"""


def missing():
    """What is not installed, or why it cannot run here; "" when all is well."""
    lost = [name for name in NEEDED if not shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin")]
    if lost:
        return "not installed: " + " ".join(lost)
    return "" if os.geteuid() == 0 else "cupsd wants to be started by root"


def eventually(what, attempt):
    end = time.monotonic() + LIMIT_S
    while True:
        value = attempt()
        if value:
            return value
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(0.05)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class RawDevice:
    """A network printer of the kind that listens on port 9100: keeps what each connection sends."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.slips = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            slip = b""
            with connection:
                while True:
                    piece = connection.recv(65536)
                    if not piece:
                        break
                    slip += piece
            self.slips.append(slip)

    def close(self):
        """Nobody is there any more. Twice is fine."""
        try:
            self.listener.shutdown(socket.SHUT_RDWR)  # a thread in accept() keeps it alive
        except OSError:
            pass
        self.listener.close()


class PrintServer:
    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="giliran-cups-")
        os.chmod(self.folder, 0o755)
        self.processes = []
        self.raw = RawDevice()
        self.roll = RawDevice()
        self.port = free_port()
        self.printer_port = free_port()
        self.environ = dict(os.environ, CUPS_SERVER=f"{self.folder}/cups.sock", HOME=self.folder,
                            DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={self.folder}/bus", LC_ALL="C.UTF-8",
                            PATH=os.environ["PATH"] + ":/usr/sbin")
        try:
            self._make_folders()
            self.start_server()
            self._start_bus()
            self.start_printer()
            self.run("lpadmin", "-p", "a4", "-E", "-v",
                     f"ipp://localhost:{self.printer_port}/ipp/print", "-m", "everywhere")
            eventually("a4 has its driver", self._has_made_driver)
            self.run("lpadmin", "-p", "roll", "-E", "-v", f"socket://127.0.0.1:{self.roll.port}",
                     "-P", os.path.join(os.path.dirname(os.path.abspath(__file__)), "roll.ppd"))
            self.run("lpadmin", "-p", "raw", "-E", "-v", f"socket://127.0.0.1:{self.raw.port}",
                     "-m", "raw")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            self.stop(process)
        self.raw.close()
        self.roll.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _make_folders(self):
        for name in ("spool/tmp", "cache", "state/certs", "ppd", "printed", "ippspool"):
            os.makedirs(os.path.join(self.folder, name))
        for name in ("spool", "spool/tmp", "cache", "state", "ppd"):
            path = os.path.join(self.folder, name)
            shutil.chown(path, group="lp")
            os.chmod(path, 0o770)
        self._write("cups-files.conf", FILES_CONF)
        self._write("cupsd.conf", SERVER_CONF)
        self._write("command", COMMAND)
        os.chmod(os.path.join(self.folder, "command"), 0o755)

    def _write(self, name, text):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            file.write(text.format(folder=self.folder, port=self.port))

    def _start(self, *command):
        log = open(os.path.join(self.folder, command[0] + ".log"), "a", encoding="utf-8")
        process = subprocess.Popen(command, env=self.environ, stdin=subprocess.DEVNULL, stdout=log,
                                   stderr=log, start_new_session=True)
        self.processes.append(process)
        return process

    def stop(self, process):
        """Ends a process and what it started."""
        try:
            os.killpg(process.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if process in self.processes:
            self.processes.remove(process)

    def _has_made_driver(self):
        """A thread of cupsd makes the driver of an IPP Everywhere queue after lpadmin has its answer,
        and another queue added meanwhile crashes the server (OpenPrinting/cups issue 466)."""
        return 'Printer "a4" is now available.' in self._server_log()

    def _start_bus(self):
        self._start("dbus-daemon", "--session", f"--address=unix:path={self.folder}/bus", "--nofork")
        eventually("the bus listens", lambda: os.path.exists(f"{self.folder}/bus"))

    def start_server(self):
        self.server = self._start("cupsd", "-f", "-c", f"{self.folder}/cupsd.conf",
                                  "-s", f"{self.folder}/cups-files.conf")
        eventually("cupsd answers", lambda: self.ask("lpstat", "-r") == "scheduler is running\n")

    def start_printer(self):
        """The IPP printer; also after it was away."""
        self.printer = self._start(
            "ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(self.printer_port),
            "-d", f"{self.folder}/ippspool", "-k", "-c", f"{self.folder}/command",
            "-f", "application/pdf,image/urf,image/pwg-raster,image/jpeg", "A4")
        eventually("the printer listens", self._printer_listens)

    def _printer_listens(self):
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", self.printer_port)) == 0

    def ask(self, *command):
        return subprocess.run(command, env=self.environ, capture_output=True, text=True,
                              check=False).stdout

    def run(self, *command):
        done = subprocess.run(command, env=self.environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    def _touch(self, name):
        open(os.path.join(self.folder, name), "w", encoding="utf-8").close()

    def take_paper(self):
        self._touch("no_paper")

    def waits(self):
        """Whether a document waits for paper now; the server's reasons may be old ones."""
        return (os.path.exists(os.path.join(self.folder, "waiting"))
                and self.says("a4", "media-empty"))

    def put_paper(self):
        os.unlink(os.path.join(self.folder, "no_paper"))

    def forget(self):
        """New paper in a printer that does not print what was cancelled."""
        self._touch("forget")
        self.put_paper()
        eventually("it forgot", lambda: not os.path.exists(os.path.join(self.folder, "waiting")))
        os.unlink(os.path.join(self.folder, "forget"))

    def printed(self):
        """The documents that came out of the IPP printer, oldest first."""
        return sorted(glob.glob(os.path.join(self.folder, "printed", "*.pdf")), key=os.path.getmtime)

    def jobs(self):
        """Jobs the server still has to do."""
        return self.ask("lpstat", "-o").splitlines()

    def says(self, queue, reason):
        """Whether the server gives the reason for the state of the queue."""
        return reason in self.ask("lpstat", "-l", "-p", queue)

    def _server_log(self):
        with open(os.path.join(self.folder, "error_log"), encoding="utf-8", errors="replace") as log:
            return log.read()

    def last_words(self):
        """The end of the server's log, for a test that fails."""
        return "\n".join(self._server_log().splitlines()[-120:])
