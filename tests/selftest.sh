#!/bin/bash
# check/selftest: the machine checks see what they are for. Each is given a small wrong tree and must object. TAP.
cd "$(dirname "$0")/.." || exit 3
here=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch"/pipeline/{stat,table,chart}
cd "$scratch" || exit 3

objects() { # TITLE PATTERN COMMAND...: fails, and says PATTERN
    local title=$1 pattern=$2 out
    shift 2
    if out=$("$@" 2>&1); then
        echo "not ok - $title: no objection"
    elif grep -qE -- "$pattern" <<<"$out"; then
        echo "ok - $title"
    else
        echo "not ok - $title: $out"
    fi
}
accepts() { # TITLE COMMAND...
    local title=$1 out
    shift
    if out=$("$@" 2>&1); then echo "ok - $title"; else echo "not ok - $title: $out"; fi
}
source_is() { # PATH TEXT
    printf '%b' "$2" >"$1"
}
floors() { awk -f "$here/tests/floors.awk" "$@"; }

source_is pipeline/stat/a.c '#include "table/reader.h"\n'
objects 'floors: a lower floor may not look up' 'a.c:1: stat may not include table' floors pipeline/stat/a.c
source_is pipeline/chart/a.c '#include "document/document.h"\n'
objects 'floors: two folders on one floor' 'chart may not include document' floors pipeline/chart/a.c
source_is pipeline/count.c '#include "tally.h"\n'
objects 'floors: a stage includes no stage' 'folder/file' floors pipeline/count.c
source_is pipeline/table/a.c '#include <csv.h>\n'
objects 'floors: csv.h' 'csv.h' floors pipeline/table/a.c
source_is pipeline/stat/a.c '#include <pthread.h>\n'
objects 'floors: pthread' 'pthread' floors pipeline/stat/a.c
source_is pipeline/stat/a.c 'int f(void)\n{\n    return g(1) + atoi("7");\n}\n'
objects 'floors: a call' 'a.c:3: atoi' floors pipeline/stat/a.c
source_is pipeline/table/a.c '#include "base/fail.h"\n#include <glib.h>\n/* atoi( */ char *a = "time("; // system(\nint s = runtime(1);\n'
accepts 'floors: what is allowed' floors pipeline/table/a.c

source_is pipeline/count.c '#include "count/rows.h"\n'
source_is pipeline/tally.c '#include "base/fail.h"\n'
accepts 'floors: a stage sees its own parts' floors pipeline/count.c pipeline/tally.c
source_is pipeline/tally.c '#include "count/rows.h"\n'
objects 'floors: the parts of another stage' 'tally.c:1: ' floors pipeline/count.c pipeline/tally.c

source_is book.csv '# version 1\ncode,label,side\ndoorvragen,"Een vraag, ""door""\nen door",volgend\n'
source_is kolommen.csv 'name\nwpb\n'
source_is roles.csv 'role\nwpb\n'
words() { awk -f "$here/tests/words.awk" kolommen.csv book.csv roles.csv "$1"; }
source_is a.c 'x = "volgend";\n'
objects 'words: a side' 'a.c:1: "volgend"' words a.c
source_is a.c '\nx = f("a", "doorvragen");\n'
objects 'words: a code' 'a.c:2: "doorvragen"' words a.c
source_is a.c '/* "volgend" */ x = "wpb"; y = "volgende"; // "doorvragen"\n'
accepts 'words: what is allowed' words a.c

{ echo 'static int f(void)'; echo '{'; seq -f '    g(%.0f);' 70; echo '}'; } >long.c
objects 'sizes: a function' 'long.c:1: a function of 73 lines' awk -f "$here/tests/sizes.awk" long.c
seq 301 >long.sh
objects 'sizes: a file' '301 lines' awk -f "$here/tests/sizes.awk" long.sh
source_is a.h '/* What it does. */\nint f(int a,\n      int b);\n\nint g(void);\n'
objects 'headers: a function without a comment' 'a.h:5' awk -f "$here/tests/headers.awk" a.h
source_is a.h '/* What they do. */\nint f(void);\nint g(void);\n\nstruct s {\n    int n;\n};\n'
accepts 'headers: what is allowed' awk -f "$here/tests/headers.awk" a.h

count() { printf '%b' "$1" | awk -v id=x -v status="$2" -f "$here/tests/tap.awk"; }
accepts 'tap: a crash counts what did not run' test "$(count '1..3\nok 1\n' 134)" = '1 2 0 x'
accepts 'tap: a skip is no pass' test "$(count 'ok 1 # SKIP no samples\nok 2\n' 0)" = '1 0 1 x'
accepts 'tap: a bad status is a failure' test "$(count 'ok 1\n' 1)" = '1 1 0 x'
accepts 'tap: silence is a failure' test "$(count '' 0)" = '0 1 0 x'

# The golden runner, on cases of its own.
mkdir -p tests build
cp "$here/tests/golden.sh" tests/
export BUILD=build
unset ACCEPT
case_is() { # CASE COMMAND EXPECTED
    mkdir -p "tests/golden/x/$1"
    printf '%b' "$2" >"tests/golden/x/$1/command"
    printf '%b' "$3" >"tests/golden/x/$1/expected"
}
golden() { # TITLE PATTERN CASE: the first line it must print
    local out
    out=$(tests/golden.sh "golden/x/$3" | head -n 1)
    if grep -qE -- "$2" <<<"$out"; then echo "ok - golden: $1"; else echo "not ok - golden: $1: $out"; fi
}
case_is streams 'echo out; echo err >&2; exit 3\n' 'out\nstderr: err\nstatus: 3\n'
golden 'output, messages and status' '^ok - golden/x/streams$' streams
case_is differs 'echo out; exit 1\n' 'out\n'
golden 'another status' '^not ok - golden/x/differs$' differs
case_is pipe 'false | cat\n' 'status: 1\n'
golden 'a failing stage in a pipe' '^ok ' pipe
case_is unset 'echo "$nothing"\n' ''
golden 'an unset variable' '^not ok ' unset
case_is skip 'echo "no samples" >&2; exit 77\n' ''
golden 'a skip with its reason' '^ok - golden/x/skip # SKIP no samples$' skip
case_is litter 'echo >litter\n' ''
golden 'a case that writes into its folder' '^not ok ' litter
case_is place 'echo "$ROOT/a $TMP/b"\n' '$ROOT/a $TMP/b\n'
golden 'paths under the names of a case' '^ok ' place
case_is accepts 'echo new\n' 'old\n'
ACCEPT=1 golden 'ACCEPT=1 rewrites' '^ok .*accepted' accepts
golden 'and then it passes' '^ok - golden/x/accepts$' accepts
rm tests/golden/x/place/expected
golden 'no expected file' '^not ok ' place
