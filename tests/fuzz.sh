#!/bin/bash
# Runs each fuzz harness for some seconds, and on until it has made so many runs: tests/fuzz.sh DIR SECONDS RUNS NAME...
# Its corpus grows in DIR/corpus/NAME and begins with tests/fuzz/NAME/, where what once crashed is kept.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$1 seconds=$2 runs=$3 failed=0
longest=512 # bytes of an input: several blocks of the index, and a million runs in ten minutes
shift 3

# Without the weights of libFuzzer's entropic schedule: to keep them takes more than half of the time.
fuzz() { # NAME LOG OPTION...
    local name=$1 log=$2 seeds=()
    shift 2
    [ -d "tests/fuzz/$name" ] && seeds=("tests/fuzz/$name")
    "$build/fuzz/$name" -entropic=0 -timeout=20 -rss_limit_mb=2048 -max_len="$longest" -print_final_stats=1 -verbosity=0 \
        -artifact_prefix="$build/found/$name-" "$@" "$build/corpus/$name" "${seeds[@]}" 2>&1 | tee "$log"
    return "${PIPESTATUS[0]}"
}

for name in "$@"; do
    log=$build/found/$name.log
    mkdir -p "$build/corpus/$name" "$build/found"
    echo "--- $name for $seconds s"
    if fuzz "$name" "$log" -max_total_time="$seconds"; then
        done=$(awk '/number_of_executed_units/ { print $2 }' "$log")
        [ "$done" -ge "$runs" ] || fuzz "$name" "$log" -runs=$((runs - done)) || failed=$((failed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "$(($# - failed)) passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
