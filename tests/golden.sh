#!/bin/bash
# Runs one golden case, golden/STAGE/CASE, and prints one TAP line, with a unified diff when it differs.
# A case is a folder with `command` (run by bash -o pipefail -eu, the folder as working directory, the built programs
# first on PATH, LC_ALL=C), its inputs, and `expected`: standard output, then `stderr: ` lines, then `status: N` if
# it is not 0. A command writes only below $TMP; $ROOT is the project. Paths of both are shown by these names.
# Status 77 skips the case; the last line on standard error says why. ACCEPT=1 rewrites `expected`.
set -u
name=$1
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$root/tests/$name
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/tmp"

listing() {
    find "$folder" -printf '%P %y %s %T@\n' | LC_ALL=C sort
}

# Shows a stream under the names a case may rely on, always with a last newline.
named() {
    sed -e "s|$scratch/tmp|\$TMP|g" -e "s|$root|\$ROOT|g" "$1"
    [ -s "$1" ] && [ -n "$(tail -c 1 "$1")" ] && printf '\n(no newline at the end)\n'
    return 0
}

export LC_ALL=C LANG=C PATH=$root/$BUILD:$PATH ROOT=$root TMP=$scratch/tmp TMPDIR=$scratch/tmp HOME=$scratch/tmp
unset ACCEPTED
before=$(listing)
(cd "$folder" && exec bash -o pipefail -eu command) >"$scratch/out" 2>"$scratch/err" </dev/null
status=$?
if [ "$status" = 77 ]; then
    echo "ok - $name # SKIP $(tail -n 1 "$scratch/err")"
    exit 0
fi
if [ "$before" != "$(listing)" ]; then
    echo "not ok - $name"
    echo "  the command wrote into its own folder; write below \$TMP"
    exit 0
fi
{
    named "$scratch/out"
    named "$scratch/err" | sed 's/^/stderr: /'
    [ "$status" = 0 ] || echo "status: $status"
} >"$scratch/actual"

expected=$folder/expected
[ -e "$expected" ] || expected=/dev/null
if diff -u --label "tests/$name/expected" --label actual "$expected" "$scratch/actual" >"$scratch/diff"; then
    if [ -e "$folder/expected" ]; then
        echo "ok - $name"
        exit 0
    fi
    echo 'the case has no file "expected"; ACCEPT=1 writes it' >"$scratch/diff"
fi
if [ "${ACCEPT-}" = 1 ]; then
    cat "$scratch/actual" >"$folder/expected"
    echo "ok - $name (accepted)"
    exit 0
fi
echo "not ok - $name"
sed 's/^/  /' "$scratch/diff"
