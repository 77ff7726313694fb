"""Debian's own kernel for a guest: the package is fetched once, and what a guest boots from it is
kept in the build folder: the kernel unpacked (a guest that unpacks it itself takes 8 s longer) and
the few modules it loads."""

import fcntl
import lzma
import os
import platform
import re
import shutil
import subprocess
import tarfile
import tempfile

FETCH_S = 300
# In the order in which they are loaded: whatever a module needs stands before it.
MODULES = (
    "virtio_ring", "virtio", "virtio_pci_legacy_dev", "virtio_pci_modern_dev", "virtio_pci",
    "netfs", "fscache", "9pnet", "9pnet_virtio", "9p", "overlay", "configfs",
    "usb-common", "usbcore", "xhci-hcd", "xhci-pci",
    "udc-core", "libcomposite", "dummy_hcd", "usb_f_printer", "usblp",
    "usbserial", "ftdi_sio", "hid", "usbhid", "hid-generic", "evdev",
)
XZ_HEAD = b"\xfd7zXZ\x00"
ELF_HEAD = b"\x7fELF"


class Missing(Exception):
    """What a guest needs cannot be had here; the test is skipped for this reason."""


def run(command, folder=None):
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, timeout=FETCH_S,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              env={**os.environ, "LC_ALL": "C"}, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Missing(f"{' '.join(command)}: {error}") from error
    if done.returncode != 0:
        last = (done.stdout.strip().split("\n") or [""])[-1]
        raise Missing(f"{' '.join(command)} failed: {last}")
    return done.stdout


def package_name():
    """linux-image-amd64 is only a name; it depends on the newest kernel of this Debian."""
    found = re.search(r"Depends: (linux-image-\d\S*)", run(["apt-cache", "depends",
                                                            "linux-image-amd64"]))
    if not found:
        raise Missing("apt knows no kernel package for linux-image-amd64")
    return found[1]


def unpack_kernel(packed):
    """The ELF file inside a bzImage that was packed with xz."""
    at = packed.find(XZ_HEAD)
    while at >= 0:
        try:
            plain = lzma.LZMADecompressor().decompress(packed[at:])
            if plain.startswith(ELF_HEAD):
                return plain
        except lzma.LZMAError:
            pass
        at = packed.find(XZ_HEAD, at + 1)
    raise Missing("the kernel package holds no kernel packed with xz")


def needs(module):
    """The names in the module's own list of what must be loaded before it."""
    found = re.search(rb"\0depends=([^\0]*)\0", module)
    return [name for name in (found[1].decode() if found else "").split(",") if name]


def check_order(modules):
    loaded = set()
    for name in MODULES:
        if name not in modules:
            raise Missing(f"the kernel package has no module {name}")
        for need in needs(modules[name]):
            if need.replace("-", "_") not in loaded:
                raise AssertionError(f"MODULES: {name} needs {need} before it")
        loaded.add(name.replace("-", "_"))


def unpack_package(package, folder):
    """Writes vmlinux and MODULES; reads the package as a stream, 400 MB of it are not wanted."""
    kernel, modules = None, {}
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", package],
                          stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as files:
            for entry in files:
                name, ending = os.path.splitext(os.path.basename(entry.name))
                if entry.isfile() and ending == ".ko" and name in MODULES:
                    modules[name] = files.extractfile(entry).read()
                elif entry.isfile() and name.startswith("vmlinuz"):
                    kernel = files.extractfile(entry).read()
        process.stdout.read()
    if process.returncode != 0 or not kernel:
        raise Missing(f"dpkg-deb cannot read {os.path.basename(package)}")
    check_order(modules)
    for name, data in {"vmlinux": unpack_kernel(kernel),
                       **{f"{name}.ko": data for name, data in modules.items()}}.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


def is_whole(folder):
    return all(os.path.exists(os.path.join(folder, name))
               for name in ("vmlinux", *(f"{name}.ko" for name in MODULES)))


def fetch(cache):
    """The folder with vmlinux and the modules, fetched if it is not there. Raises Missing."""
    if platform.machine() != "x86_64":
        raise Missing(f"the guest is for x86_64, this is {platform.machine()}")
    os.makedirs(cache, exist_ok=True)
    kernel = os.path.join(cache, "kernel")
    with open(os.path.join(cache, "lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_whole(kernel):
            with tempfile.TemporaryDirectory(dir=cache) as folder:
                run(["apt-get", "download", package_name()], folder)
                package, = os.listdir(folder)
                whole = os.path.join(folder, "whole")
                os.mkdir(whole)
                unpack_package(os.path.join(folder, package), whole)
                shutil.rmtree(kernel, ignore_errors=True)
                os.rename(whole, kernel)
    return kernel
