#!/bin/sh
# packages.sh FILE…: installs the Debian packages listed in the files, if any is missing.
# Says what it installs; asks for sudo when not root. Needs no network once they are there.
set -eu

missing=
for package in $(sed 's/#.*//' "$@"); do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "Installing from Debian:$missing"
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages need root: run this as root, or install sudo." >&2
    exit 1
  fi
  as_root=sudo
fi
$as_root apt-get -o DPkg::Lock::Timeout=500 update -q || true
# shellcheck disable=SC2086 # lists of words
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get -o DPkg::Lock::Timeout=500 install -y -q --no-install-recommends $missing </dev/null || {
  echo "Not installed:$missing. Is there a network, and is this Debian 12?" >&2
  exit 1
}
