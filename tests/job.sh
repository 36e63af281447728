#!/bin/bash
# Runs one test for tests/run: KIND/NAME. Leaves its TAP and its counts in $RESULTS/ID.tap and $RESULTS/ID.count,
# and says in one piece (two run at a time) how it went, with everything it printed when it failed.
set -u
name=$1 id=${1//\//.}
tap=$RESULTS/$id.tap
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export TMPDIR=$scratch

case $name in
unit/*)
    program=$BUILD/$name
    if [ -x "$program" ]; then
        timeout -k 5 900 "$program" --tap >"$tap" 2>&1 </dev/null
    else
        echo "not ok - $name: $program was not built" >"$tap"
    fi
    ;;
golden/*) timeout -k 5 300 tests/golden.sh "$name" >"$tap" 2>&1 </dev/null ;;
bats/*) timeout -k 5 1200 bats --tap "tests/${name#bats/}.bats" >"$tap" 2>&1 </dev/null ;;
check/*) "tests/${name#check/}.sh" >"$tap" 2>&1 </dev/null ;;
lint/*) tests/lint.sh "${name#lint/}" >"$tap" 2>&1 </dev/null ;;
esac
status=$?

counts=$(awk -v id="$name" -v status="$status" -f tests/tap.awk "$tap")
printf '%s\n' "${counts:=0 1 0 $name}" >"$RESULTS/$id.count"
read -r passed failed skipped _ <<<"$counts"
{
    flock 9
    if [ "$failed" -gt 0 ]; then
        [ "$status" = 124 ] && echo "$name: stopped after its time was up"
        echo "--- $name: $failed failed, $passed passed"
        grep -vE '^(ok |1\.\.|# (Start|End) of |# random seed)' "$tap" | sed 's/^/    /'
    elif [ "${name%%/*}" != golden ]; then
        echo "$name: $passed passed${skipped:+$([ "$skipped" = 0 ] || echo ", $skipped skipped")}"
    fi
    sed -n 's/^ok .*# [Ss][Kk][Ii][Pp] *\(.*\)/    skipped: \1/p' "$tap" | sed "s|^    |$name |"
} 9>"$RESULTS/.lock"
