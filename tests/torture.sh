#!/bin/bash
# check/torture: the hostile files of ../shared/samples/torture that are CSV or pretend to be, each read from a file
# and from a pipe: verdict, accepted and refused as its EXPECTED.md says, and its seven invariants. TAP; skips without
# the folder. What else EXPECTED.md asks of them: torture_must.sh.
cd "$(dirname "$0")/.." || exit 3
set -u
folder=../shared/samples/torture
if [ ! -e "$folder/EXPECTED.md" ]; then echo 'ok - torture # SKIP no ../shared/samples/torture'; exit 0; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export TMPDIR=$scratch/tmp
mkdir "$TMPDIR"
dutch=$(locale -a 2>/dev/null | grep -im1 '^nl_NL\.utf-\?8' || echo C)

# FILE VERDICT ACCEPTED LINE:REASON,... of the families read here. Where EXPECTED.md calls another outcome as good, ours
# is that one: a bar is a delimiter (a30); a unit is text, so that only the number of c13 is none, with a no-break space
# in its middle, and all of d14 are units; a comma that cannot mark thousands is a decimal one (d03); all spellings of d06
# are read; hh:mm:ss and mm:ss are clock times (d12).
expected() {
    awk -F ' *[|] *' '/^[|] `[abcdefn][0-9]/ {
        file = $2
        sub(/^`/, "", file)
        sub(/`$/, "", file)
        verdict = $3; accepted = $4; rejects = $5 == "-" ? "" : $5
        if (file ~ /^a30/) { verdict = "ACCEPT"; accepted = 2 }
        if (file ~ /^c13/) { accepted = 2; rejects = "4: bad-number" }
        if (file ~ /^d03/) { verdict = "ACCEPT"; accepted = 2; rejects = "" }
        if (file ~ /^d12/) { accepted = 3; rejects = "5: bad-number" }
        if (file ~ /^d14/) { verdict = "ACCEPT"; accepted = 5; rejects = "" }
        gsub(/: /, ":", rejects)
        gsub(/, /, ",", rejects)
        print file "\t" verdict "\t" accepted "\t" rejects
    }' "$folder/EXPECTED.md"
}

# The file, or for a name that no archive would carry one like it, made here.
path_of() { # FILE
    local path
    path=$(find "$folder" -type f | grep -F -m 1 "/$1")
    if [ -z "$path" ]; then
        path=$scratch/$1
        head -n 2 "$folder/csv/a07_good_lf.csv" >"$path"
    fi
    printf '%s\n' "$path"
}

# Everything a run leaves, for people or for the next stage: UTF-8 without controls, and every number one.
is_clean() {
    iconv -f UTF-8 -t UTF-8 "$@" >/dev/null 2>&1 || echo 'not UTF-8'
    LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$@" && echo 'control characters'
    awk -F '\t' '/^#/ || !head++ { next } ($3 $4) !~ /^[-0-9.e+]*$/ || $3 ~ /^-0/ || $4 ~ /^-0/ { print "no number: " $3 " " $4; exit }' "$1"
}

# The seven invariants beside the counts; prints what is broken.
invariants() { # PATH
    local status=0 run=("$BUILD/vs-ingest" --ledger)
    (ulimit -v 262144 && LC_ALL=C timeout 10 "${run[@]}" "$scratch/ledger.1" "$1") >"$scratch/out.1" 2>"$scratch/err.1" || status=$?
    case $status in 0 | 1 | 3) ;; *) echo "status $status within 10 s and 256 MB" ;; esac
    LC_ALL=$dutch "${run[@]}" "$scratch/ledger.2" "$1" >"$scratch/out.2" 2>"$scratch/err.2"
    cmp -s "$scratch/out.1" "$scratch/out.2" && cmp -s "$scratch/err.1" "$scratch/err.2" || echo 'another run, in Dutch: other bytes'
    touch "$scratch/ledger.1" "$scratch/ledger.2"
    cmp -s "$scratch/ledger.1" "$scratch/ledger.2" || echo 'another run: another ledger'
    is_clean "$scratch/out.1" "$scratch/err.1" "$scratch/ledger.1"
    [ -z "$(ls -A "$TMPDIR")" ] || echo "left in the temporary folder: $(ls -A "$TMPDIR")"
    [ -z "$(find . -maxdepth 1 -name '*torture_canary*')" ] || echo 'the canary is there'
    if command -v strace >/dev/null; then
        strace -f -qq -e trace=process,network -o "$scratch/calls" "${run[@]}" "$scratch/ledger.2" "$1" >"$scratch/out.2" 2>"$scratch/err.2"
        grep -qE 'fork|clone|socket|connect' "$scratch/calls" && echo 'a child process, or the network'
    fi
    rm -f "$scratch"/ledger.[12]
}

# What came of it, in the same words: the status must fit, the table end well or not at all, the counts add up.
outcome() { # STATUS
    local end rows
    end=$(tail -n 1 "$scratch/out")
    if [ "$1" = 3 ]; then
        [ "$end" != '# end' ] && [ "$(wc -l <"$scratch/err")" = 1 ] && printf 'REFUSE\t0\t\n'
        return
    fi
    rows=$(awk '!/^#/ { n++ } END { print n - 1 }' "$scratch/out")
    [ "$end" = '# end' ] && awk -F '\t' -v OFS='\t' -v status="$1" -v rows="$rows" '
        $3 == "refused" { rejects = rejects (rejects == "" ? "" : ",") $2 ":" $4 }
        $4 ~ /^(records|accepted|refused|blank)$/ { n[$4] = $5 }
        END {
            if (n["records"] == n["accepted"] + n["refused"] + n["blank"] && rows == n["accepted"])
                print status == 0 ? "ACCEPT" : "PARTIAL", rows, rejects
        }' "$scratch/ledger"
}

# Without strace: a program that has no such call cannot make it.
if nm -D --undefined-only "$BUILD/vs-ingest" 2>/dev/null | grep -qE ' (fork|vfork|exec|posix_spawn|popen|system|socket|connect|g_spawn)'; then
    echo 'not ok - torture: vs-ingest can start a process or use the network'
else
    echo 'ok - torture: vs-ingest starts no process and knows no network'
fi
while IFS=$'\t' read -r file verdict accepted rejects; do
    path=$(path_of "$file")
    for way in file pipe; do
        status=0
        if [ $way = file ]; then
            "$BUILD/vs-ingest" --ledger "$scratch/ledger" "$path" >"$scratch/out" 2>"$scratch/err" || status=$?
        else
            # shellcheck disable=SC2002 # a pipe that cannot be rewound is the point
            cat "$path" | "$BUILD/vs-ingest" --ledger "$scratch/ledger" >"$scratch/out" 2>"$scratch/err" || status=$?
        fi
        found=$(outcome "$status")
        if [ "$found" = "$(printf '%s\t%s\t%s' "$verdict" "$accepted" "$rejects")" ]; then
            echo "ok - torture: $file by $way"
        else
            echo "not ok - torture: $file by $way"
            printf '  expected %s\n  found    %s (status %s) %s\n' "$verdict $accepted $rejects" "$found" "$status" "$(cat "$scratch/err")"
        fi
    done
    broken=$(invariants "$path")
    if [ -z "$broken" ]; then
        echo "ok - torture: $file keeps the invariants"
    else
        printf 'not ok - torture: %s\n%s\n' "$file" "$broken"
    fi
done < <(expected)
