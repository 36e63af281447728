#!/bin/bash
# check/trouble: what fail_named() names has a sentence in section [trouble] of teksten.ini, and each of these is used. TAP.
cd "$(dirname "$0")/.." || exit 3
mapfile -t sources < <(find pipeline -name '*.[ch]' | LC_ALL=C sort)
told=$(sed -n '/^\[trouble\]/,/^\[plot\]/s/^\([a-z-]*\)\[nl\]=.*/\1/p' codebooks/teksten.ini)
named=$(cat "${sources[@]}" | tr -d '\n' | grep -oE 'fail_named\( *"[a-z-]+"' | cut -d '"' -f 2 | sort -u)
wrong=
if [ -z "$told" ] || [ -z "$named" ]; then wrong=' no names at all'; fi
for name in $named; do grep -qx -- "$name" <<<"$told" || wrong+=" $name has no sentence;"; done
for name in $told; do grep -qF -- "\"$name\"" "${sources[@]}" || wrong+=" $name is named nowhere;"; done
if [ -z "$wrong" ]; then echo 'ok - trouble'; else printf 'not ok - trouble\n %s\n' "$wrong"; fi
