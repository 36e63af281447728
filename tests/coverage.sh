#!/bin/bash
# The share of lines of pipeline/ that ran, per file and over all: tests/coverage.sh DIR (built with --coverage).
cd "$(dirname "$0")/.." || exit 3
find "$1/pipeline" -name '*.gcno' -print0 | LC_ALL=C sort -z | xargs -0 gcov -n 2>/dev/null |
    awk -F "['% ]" '
        /^File / { file = $3 }
        /^Lines executed:/ && file ~ /^pipeline\// {
            split($0, part, /[:% ]+/)
            seen[file] = sprintf("%7.1f %% of %5d  %s", part[3], part[5], file)
            ran += part[3] * part[5] / 100
            lines += part[5]
            file = ""
        }
        END {
            for (file in seen) print seen[file] | "sort -k5"
            close("sort -k5")
            if (lines) printf "%7.1f %% of %5d  all\n", 100 * ran / lines, lines
        }'
