#!/bin/bash
# check/stages: pipeline/*.c, the folders of tests/golden and the table of the README show the same words. TAP.
cd "$(dirname "$0")/.." || exit 3
shopt -s nullglob
in_pipeline=$(for file in pipeline/*.c; do basename "$file" .c; done | LC_ALL=C sort)
in_golden=$(for folder in tests/golden/*/; do basename "$folder"; done | grep -vx volgstuur | LC_ALL=C sort)
in_readme=$(sed -n 's/^| *`\{0,1\}\(vs-\)\{0,1\}\([a-z]*\)`\{0,1\} *|.*->.*|.*/\2/p' README.md 2>/dev/null | grep -vx stage | LC_ALL=C sort)

same() { # TITLE WORDS
    if [ "$2" = "$in_pipeline" ]; then
        echo "ok - $1"
    else
        echo "not ok - $1"
        diff -u --label 'pipeline/*.c' --label "$1" <(echo "$in_pipeline") <(echo "$2") | sed 's/^/  /'
    fi
}
same 'folders of tests/golden' "$in_golden"
same 'table of README.md' "$in_readme"
