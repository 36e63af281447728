#!/bin/bash
# Runs one test for tests/run: KIND/NAME. Leaves its TAP and its counts in $RESULTS/ID.tap and $RESULTS/ID.count,
# and says in one piece (two run at a time) how it went: with everything it printed when it failed, and how long it
# took when that was a quarter of its time or more, which a slower machine may need whole.
set -u
name=$1 id=${1//\//.}
tap=$RESULTS/$id.tap
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export TMPDIR=$scratch
limit=

case $name in
unit/*)
    program=$BUILD/$name limit=900
    if [ -x "$program" ]; then
        timeout -k 5 $limit "$program" --tap >"$tap" 2>&1 </dev/null
    else
        echo "not ok - $name: $program was not built" >"$tap"
    fi
    ;;
golden/*)
    limit=300
    timeout -k 5 $limit tests/golden.sh "$name" >"$tap" 2>&1 </dev/null
    ;;
bats/*)
    limit=1200
    timeout -k 5 $limit bats --tap "tests/${name#bats/}.bats" >"$tap" 2>&1 </dev/null
    ;;
check/*)
    limit=1200
    timeout -k 5 $limit "tests/${name#check/}.sh" >"$tap" 2>&1 </dev/null
    ;;
lint/*)
    limit=1200
    timeout -k 5 $limit tests/lint.sh "${name#lint/}" >"$tap" 2>&1 </dev/null
    ;;
esac
status=$?

counts=$(awk -v id="$name" -v status="$status" -f tests/tap.awk "$tap")
printf '%s\n' "${counts:=0 1 0 $name}" >"$RESULTS/$id.count"
read -r passed failed skipped _ <<<"$counts"
{
    flock 9
    if [ "$failed" -gt 0 ]; then
        [ "$status" = 124 ] || [ "$status" = 137 ] && echo "$name: stopped after its time was up"
        echo "--- $name: $failed failed, $passed passed"
        grep -vE '^(ok |1\.\.|# (Start|End) of |# random seed)' "$tap" | sed 's/^/    /'
    elif [ "${name%%/*}" != golden ]; then
        echo "$name: $passed passed${skipped:+$([ "$skipped" = 0 ] || echo ", $skipped skipped")}"
    fi
    [ -z "$limit" ] || [ $((4 * SECONDS)) -lt "$limit" ] || echo "$name: slow, $SECONDS of the $limit seconds it may take"
    sed -n 's/^ok .*# [Ss][Kk][Ii][Pp] *\(.*\)/    skipped: \1/p' "$tap" | sed "s|^    |$name |"
} 9>"$RESULTS/.lock"
