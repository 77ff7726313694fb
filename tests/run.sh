#!/bin/sh
# run.sh [--full]: installs what the tests need, builds with sanitizers and runs the tests.
# --full: also those that take over a minute each, and tests/full, which take a print server and a
# virtual machine.
# The last lines are ctest's; the exit status is 0 only when every test passed.
set -eu
cd "$(dirname "$0")/.."
top=$(pwd)

full=OFF
if [ $# -eq 1 ] && [ "$1" = --full ]; then
  full=ON
elif [ $# -gt 0 ]; then
  echo "usage: sh tests/run.sh [--full]" >&2
  exit 2
fi

sh app/packages.sh app/packages.txt tests/packages.txt
# What cannot be had for the second tier its tests miss by themselves, and say so.
if [ "$full" = ON ]; then
  sh app/packages.sh tests/packages-full.txt || echo "The second tier goes without them."
fi

cmake -S . -B build-thread -G Ninja -DCMAKE_BUILD_TYPE=Debug -DGILIRAN_TESTS=ON \
  -DGILIRAN_WERROR=ON -DGILIRAN_SANITIZE=thread -DGILIRAN_COMPUTING=2
cmake --build build-thread --target thread-tests

cmake -S . -B build-tests -G Ninja -DCMAKE_BUILD_TYPE=Debug -DGILIRAN_TESTS=ON \
  -DGILIRAN_FULL="$full" -DGILIRAN_WERROR=ON -DGILIRAN_SANITIZE=address,undefined -DGILIRAN_COMPUTING=2 \
  -DGILIRAN_THREAD_BUILD="$top/build-thread"
cmake --build build-tests
cmake --build build-tests --target all_verify_interface_header_sets

cd build-tests
left=
if [ "$full" = OFF ]; then
  left="-LE ^long$"
  echo "Left to sh tests/run.sh --full: tests/full, and those that take over a minute:"
  ctest -N -L '^long$' | sed -n 's/^ *Test *#[0-9]*: /  /p'
fi

# ctest's lines pass at once, its closing summary waits for the reasons of skipped tests.
{
  # shellcheck disable=SC2086 # two words or none
  ctest $left -j"$(($(nproc) * 2))" --output-on-failure --no-tests=error 2>&1 && echo 0 >status || echo $? >status
} | awk -v log_file=Testing/Temporary/LastTest.log -f "$top/tests/support/summary.awk"
exit "$(cat status)"
