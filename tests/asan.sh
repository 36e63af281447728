#!/bin/bash
# Runs unit tests, golden cases and cli with programs built under sanitizers: tests/asan.sh DIR BUILD_STATUS.
# Reports go to files, because a pipe or a test may swallow them; each file is a failed test of its own.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$1
reports=$PWD/$build/reports
rm -rf "$reports"
mkdir -p "$reports"
export ASAN_OPTIONS=log_path=$reports/asan:detect_leaks=1:fast_unwind_on_malloc=0:strict_string_checks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=log_path=$reports/ubsan:print_stacktrace=1:halt_on_error=1
export LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0
export G_SLICE=always-malloc
unset ACCEPT

tests/run --build "$build" --built "$2" unit golden bats | tee "$build/run.log" | sed '$d'
last=$(tail -n 1 "$build/run.log")
read -r passed _ failed _ skipped _ <<<"$last"
found=("$reports"/*)
if [ -e "${found[0]}" ]; then
    for report in "${found[@]:0:10}"; do
        echo "--- $(basename "$report")"
        sed 's/^/    /' "$report" | head -n 60
    done
    failed=$((failed + ${#found[@]}))
    echo "sanitizer reports: ${#found[@]} (counted as failed)"
else
    echo 'no sanitizer report'
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
