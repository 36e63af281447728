#!/bin/bash
# Runs unit tests, golden cases and cli with programs built under sanitizers: tests/asan.sh DIR BUILD_STATUS.
# Reports go to files, because a pipe or a test may swallow them; each file is a failed test of its own.
set -u
cd "$(dirname "$0")/.." || exit 3
build=$1
# Whole stacks of every allocation take ten times as long as the tests themselves; without them the report of a leak ends
# at the library that allocated. So what failed runs once more, with them.
sanitize() { # FOLDER for reports, 1 for short stacks of allocations or 0 for whole ones
    rm -rf "$1"
    mkdir -p "$1"
    export ASAN_OPTIONS=log_path=$1/asan:detect_leaks=1:fast_unwind_on_malloc=$2:strict_string_checks=1:detect_stack_use_after_return=1
    export UBSAN_OPTIONS=log_path=$1/ubsan:print_stacktrace=1:halt_on_error=1
}
reports=$PWD/$build/reports
sanitize "$reports" 1
export G_SLICE=always-malloc
unset ACCEPT LSAN_OPTIONS

tests/run --build "$build" --built "$2" unit golden bats | tee "$build/run.log" | sed '$d'
last=$(tail -n 1 "$build/run.log")
read -r passed _ failed _ skipped _ <<<"$last"
found=("$reports"/*)
if [ -e "${found[0]}" ]; then
    failed=$((failed + ${#found[@]}))
    read -ra again <<<"$(sed -n 's/^failed://p' "$build/run.log")"
    sanitize "$reports.whole" 0
    [ ${#again[@]} -eq 0 ] || tests/run --build "$build" "${again[@]}" >/dev/null 2>&1
    shown=("$reports.whole"/* "${found[@]}")
    [ -e "${shown[0]}" ] || shown=("${found[@]}")
    for report in "${shown[@]:0:10}"; do
        echo "--- $(basename "$report")"
        sed 's/^/    /' "$report" | head -n 60
    done
    echo "sanitizer reports: ${#found[@]} (counted as failed)"
else
    echo 'no sanitizer report'
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
