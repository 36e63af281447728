#!/bin/bash
# check/words: what a code book can say, C does not. TAP.
cd "$(dirname "$0")/.." || exit 3
shopt -s nullglob
columns=(codebooks/kolommen.csv)
books=()
for book in codebooks/*.csv; do [ "$book" = "${columns[0]}" ] || books+=("$book"); done
mapfile -t sources < <(find pipeline -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort)
[ -e "${columns[0]}" ] || columns=()
if [ ${#books[@]} -eq 0 ]; then echo 'not ok - words: no code books in codebooks/'; exit 0; fi
if awk -f tests/words.awk "${columns[@]}" "${books[@]}" "${sources[@]}"; then echo 'ok - words'; else echo 'not ok - words'; fi
