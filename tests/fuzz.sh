#!/bin/bash
# Runs each fuzz harness for some seconds: tests/fuzz.sh DIR SECONDS NAME... Its corpus grows in DIR/corpus/NAME and
# begins with tests/fuzz/NAME/, where what once crashed is kept.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$1 seconds=$2 failed=0
longest=512 # bytes of an input: several blocks of the index, and a million runs in ten minutes
shift 2
for name in "$@"; do
    mkdir -p "$build/corpus/$name" "$build/found"
    seeds=()
    [ -d "tests/fuzz/$name" ] && seeds=("tests/fuzz/$name")
    echo "--- $name for $seconds s"
    "$build/fuzz/$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len="$longest" -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="$build/found/$name-" "$build/corpus/$name" "${seeds[@]}" || failed=$((failed + 1))
done
echo "$(($# - failed)) passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
