#!/bin/sh
# start.sh: installs what is missing from Debian 12, builds, and opens the demo. From any folder, as
# root or as a user with sudo; without a network once the packages are there. Its words after the
# name go to `giliran demo`, for example --json.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."
sh app/packages.sh app/packages.txt

mkdir -p build
log=build/build.log
[ -x build/bin/giliran ] || echo "Building Giliran; the first time takes a minute or two." >&2
build() {
  # Ninja runs cmake again by itself when the build's description has changed.
  [ -f build/build.ninja ] || cmake -S . -B build -G Ninja
  cmake --build build
}
if ! (build) >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  echo "The build failed; all of it is in $(pwd)/$log" >&2
  exit 1
fi
exec build/bin/giliran demo "$@"
