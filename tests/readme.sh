#!/bin/bash
# check/readme: every command of the README that begins with vs- or volgstuur stands in a golden case. TAP.
# Compared without build/, $ROOT/, $TMP/, ../ and quotes, so that a case may call its files by longer paths.
cd "$(dirname "$0")/.." || exit 3
shopt -s nullglob

# Joins lines ended by a backslash or a pipe, drops what the two sides may write differently.
plain() {
    sed -e ':a' -e '/\\$/{N;s/ *\\\n */ /;ba' -e '}' -e '/|[ ]*$/{N;s/|[ ]*\n */| /;ba' -e '}' |
        sed -e 's/^[ $]*//' -e 's/[ ]*#.*$//' -e "s/[\"']//g" -e 's#\$ROOT/##g;s#\$TMP/##g;s#\(\.\./\)*##g;s#build/##g' \
            -e 's/[ \t][ \t]*/ /g;s/ $//'
}

if [ ! -e README.md ]; then echo 'not ok - readme: README.md is missing'; exit 0; fi
cases=$(cat tests/golden/*/*/command | plain)
count=0 missing=()
while IFS= read -r command; do
    count=$((count + 1))
    grep -qF -- "$command" <<<"$cases" || missing+=("$command")
done < <(awk '/^ *```/ { code = !code; next } code' README.md | plain | grep -E '^(vs-|volgstuur( |$))')
if [ ${#missing[@]} -eq 0 ]; then
    echo "ok - readme: $count commands"
else
    echo 'not ok - readme: no golden case runs'
    printf '  %s\n' "${missing[@]}"
fi
