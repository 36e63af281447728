#!/bin/bash
# check/floors: who includes whom, who may know a library, and which calls are not made anywhere. TAP.
cd "$(dirname "$0")/.." || exit 3
mapfile -t files < <(find pipeline -name '*.[ch]' | LC_ALL=C sort)
if awk -f tests/floors.awk "${files[@]}"; then echo 'ok - floors'; else echo 'not ok - floors'; fi
