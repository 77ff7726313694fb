#!/bin/sh
# save.sh COMMIT: a morning as the program of that commit keeps it, as tests/store/vN.db; N is its
# schema. The program is built beside, in a folder that goes again. Who opens the store: versions.c.
set -eu
cd "$(dirname "$0")/../.."
top=$(pwd)
folder=$(mktemp -d)
trap 'git worktree remove --force "$folder/source"; rm -r "$folder"' EXIT
git worktree add --quiet --detach "$folder/source" "$1"
cmake -S "$folder/source" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug >"$folder/log"
cmake --build "$folder/build" --target giliran assets >>"$folder/log"
GILIRAN_ASSETS=$folder/build/assets GILIRAN_STORE=$folder/giliran.db
export GILIRAN_ASSETS GILIRAN_STORE

# giliran at TIME COMMAND …
at() {
  time=$1
  shift
  "$folder/build/bin/giliran" "$@" --at "2026-11-23T$time" >>"$folder/log"
}

at 07:30:00 init --office "$folder/source/assets/offices/tana-tidung.conf" --training
for clerk in ani budi; do
  echo 2468 | at 07:31:00 staff add $clerk --name $clerk --role clerk --pin-stdin
done
at 08:00:00 open --counter 1 --staff ani
at 08:01:00 issue --service KONS --no-print \
  --guest "name=Uji Coba,email=uji@example.id,sex=1,age_band=3,education=4,occupation=1,purpose=1"
at 08:02:00 next --counter 1
at 08:03:00 serve --counter 1
at 08:13:00 finish --counter 1
at 08:14:00 issue --service KONS
at 08:15:00 issue --service PERP

schema=$(ls "$folder/source/db/schema" | sed -n 's/^0*\([0-9]*\)_.*/\1/p' | tail -n 1)
# What the head changes after the first visit, and the roster.
if [ "$schema" -ge 14 ]; then
  at 08:16:00 office export "$folder/office.conf"
  sed -i 's/recall_limit = 3/recall_limit = 1/' "$folder/office.conf"
  at 08:17:00 office import "$folder/office.conf"
fi
if [ "$schema" -ge 15 ]; then
  at 08:18:00 roster --counter 2 --staff budi
fi
at 08:20:00 next --counter 1
# One who was issued later is called before the others; the next morning ends the day with its seal.
if [ "$schema" -ge 16 ]; then
  at 08:21:00 issue --service KONS
  at 08:22:00 issue --service KONS --priority lansia
  at 08:23:00 serve --counter 1
  at 08:31:00 next --counter 1
  at 08:32:00 serve --counter 1
  at 08:40:00 finish --counter 1
  at 08:41:00 close --counter 1
  # Late, and why: said twice, with a note the second time.
  if [ "$schema" -ge 18 ]; then
    at 08:42:00 open --counter 1 --staff ani
    at 08:43:00 issue --service KONS
    late=$("$folder/build/bin/giliran" next --counter 1 --at "2026-11-23T08:53:00")
    at 08:54:00 serve --counter 1
    at 08:55:00 finish --counter 1
    at 08:56:00 explain "$late" --reason away --staff ani
    at 08:57:00 explain "$late" --reason crowd --staff ani --note Rombongan
  fi
  "$folder/build/bin/giliran" issue --service KONS --at "2026-11-24T08:00:00" >>"$folder/log"
fi

python3 - "$GILIRAN_STORE" <<'end'
import sqlite3
import sys
store = sqlite3.connect(sys.argv[1], isolation_level=None)
for line in ("PRAGMA journal_mode = DELETE", "PRAGMA page_size = 512", "VACUUM"):
    store.execute(line)
end
install -m 644 "$GILIRAN_STORE" "$top/tests/store/v$schema.db"
ls -l "$top/tests/store/v$schema.db"
