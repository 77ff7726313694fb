#!/bin/sh
# run.sh: measures the release build and, in the same run, the floor each figure stands on.
# Every block shows the command it comes from. About five minutes; takes the machine for itself.
# `run.sh slips` measures the slips alone, `run.sh queue [TICKETS]` the queue, with that many tickets
# behind it at most; five million are 7 GiB and six minutes more. `run.sh display` measures the waiting
# room's screen: sixty calls in a minute, motion, stillness, and eight hours on a hurried clock (six minutes).
# `run.sh console` measures the console: a key to its picture, and Next to its own and the display's (four minutes).
# It ends with 1 when a figure is not what was promised (PROMISES; each is named at the end).
set -eu
cd "$(dirname "$0")/../.."

sh app/packages.sh app/packages.txt tests/packages.txt
cmake -S . -B build-bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DGILIRAN_TESTS=ON >/dev/null
cmake --build build-bench >/dev/null
exec python3 -B tests/bench/bench.py "$(pwd)/build-bench" "$(pwd)" "$@"
