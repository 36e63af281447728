#!/bin/bash
# check/torture_survey: the hostile surveys of ../shared/samples/torture, each from a file and from a pipe, through
# vs-ingest and vs-check --refuse with an item codebook of our own (tests/inputs/vragen-*.csv): verdict, accepted and
# rejected as its EXPECTED.md says, and its seven invariants. A record with a cell that was refused counts as rejected
# there; here the record is accepted, and that cell is missing. TAP; skips without the folder.
cd "$(dirname "$0")/.." || exit 3
set -u
folder=../shared/samples/torture
if [ ! -e "$folder/EXPECTED.md" ]; then echo 'ok - torture_survey # SKIP no ../shared/samples/torture'; exit 0; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
programs=$(realpath "$BUILD")
inputs=$PWD/tests/inputs
folder=$(realpath "$folder")
memory=262144
case ${ASAN_OPTIONS-} in ?*) memory=unlimited ;; esac # a sanitizer reserves more address space than there is

# FILE VERDICT ACCEPTED LINE:REASON,... of family s.
expected() {
    awk -F ' *[|] *' '/^[|] `s[0-9]/ {
        file = $2; rejects = $5 == "-" ? "" : $5
        gsub(/`/, "", file)
        gsub(/: /, ":", rejects)
        gsub(/, /, ",", rejects)
        print file "\t" $3 "\t" $4 "\t" rejects
    }' "$folder/EXPECTED.md"
}

# Which codebook a file goes with: the one in which its Q2 is an open question, or the one with three scales.
codebook() {
    case $1 in s01*) echo "$inputs/vragen-open.csv" ;; *) echo "$inputs/vragen-schaal.csv" ;; esac
}

# Reads FILE by WAY into the folder INTO, under a LOCALE: out, ledger, check, err; leaves the status of both.
survey() { # FILE WAY INTO LOCALE
    local book status=0
    book=$(codebook "$(basename "$1")")
    mkdir -p "$3"
    (
        cd "$3" || exit 9
        ulimit -v "$memory"
        export LC_ALL=$4
        status=0
        if [ "$2" = file ]; then
            timeout 10 "$programs/vs-ingest" --shape answers --codebook "$book" --ledger ledger "$1" >in 2>err || status=$?
        else
            # shellcheck disable=SC2002 # a pipe that cannot be rewound is the point
            cat "$1" | timeout 10 "$programs/vs-ingest" --shape answers --codebook "$book" --ledger ledger >in 2>err || status=$?
        fi
        if [ "$status" -lt 2 ]; then
            timeout 10 "$programs/vs-check" --codebook "$book" --refuse --ledger check in >out 2>>err || status=$?
        fi
        echo "$status" >status
    ) || status=$?
    return "$status"
}

# What came of it: the counts must add up, and no row may be without an origin.
outcome() { # FOLDER
    local end
    end=$(tail -n 1 "$1/out")
    [ "$end" = '# end' ] || return
    cat "$1/ledger" "$1/check" | awk -F '\t' -v OFS='\t' -v origins="$(awk -F '\t' '!/^#/ { print $NF }' "$1/out" | tail -n +2 | sort -u | wc -l)" '
        $3 == "refused" && !seen[$2]++ { rejects = rejects (rejects == "" ? "" : ",") $2 ":" $4; cells += $4 != "duplicate-key" }
        $4 ~ /^(records|accepted|refused|blank|cells)/ { n[$4] = $5 }
        END {
            if (n["records"] == n["accepted"] + n["refused"] + n["blank"] && origins == n["accepted"] &&
                n["cells"] == n["cells-answers"] + n["cells-empty"] + n["cells-refused"])
                print rejects == "" ? "ACCEPT" : "PARTIAL", n["accepted"] - cells, rejects
        }'
}

tell() { # TITLE, and whether the command before went well
    if [ "$2" = 0 ]; then echo "ok - torture_survey: $1"; else echo "not ok - torture_survey: $1"; fi
}

# The invariants that one outcome shows: nothing beside the outputs, text that is clean, numbers that are numbers.
clean() { # FOLDER
    [ "$(cd "$1" && find . -type f | sort | tr -d '\n')" = ./check./err./in./ledger./out./status ] &&
        [ ! -e "${TMPDIR:-/tmp}/torture_canary" ] &&
        iconv -f UTF-8 -t UTF-8 "$1"/* >/dev/null &&
        ! LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$1/out" "$1/ledger" "$1/check" "$1/err" &&
        ! grep -qiE $'\t(-?nan|-?inf|-0\\.00)\t' "$1/out"
}

while IFS=$'\t' read -r file verdict accepted rejects; do
    path=$folder/survey/$file
    for way in file pipe; do
        into=$scratch/$file.$way
        survey "$path" $way "$into" C
        found=$(outcome "$into")
        [ "$found" = "$(printf '%s\t%s\t%s' "$verdict" "$accepted" "$rejects")" ]
        tell "$file by $way: $verdict $accepted $rejects" $?
        [ "$found" = "$(printf '%s\t%s\t%s' "$verdict" "$accepted" "$rejects")" ] || printf '  found %s\n' "$found" "$(cat "$into/err")"
        clean "$into"
        tell "$file by $way: nothing beside the outputs, clean text, numbers that are numbers" $?
        survey "$path" $way "$into.again" nl_NL.UTF-8
        diff -r "$into" "$into.again" >/dev/null
        tell "$file by $way: the same bytes twice, and in another locale" $?
    done
    if [ "$memory" != unlimited ] && strace -o "$scratch/trace" true 2>"$scratch/strace"; then
        strace -f -qq -e trace=process,network -o "$scratch/trace" "$programs/vs-ingest" "$path" >/dev/null 2>&1
        ! grep -qE 'clone|fork|execve.* = 0.*execve|socket|connect' "$scratch/trace"
        tell "$file: no child process, no network" $?
    else
        echo "ok - torture_survey: $file: no child process # SKIP no strace here"
    fi
done < <(expected)

# What is refused as a whole leaves an earlier ledger alone, and nothing half.
mkdir "$scratch/refused"
echo earlier >"$scratch/refused/ledger"
printf 'resp,q1\n' >"$scratch/kop.csv"
(cd "$scratch/refused" && "$programs/vs-ingest" --shape answers --ledger ledger "$scratch/kop.csv" >../kop.out 2>../kop.err)
[ $? = 3 ] && [ "$(cat "$scratch/refused/ledger")" = earlier ] && [ "$(ls "$scratch/refused")" = ledger ] &&
    ! grep -q '^# end' "$scratch/kop.out" && [ "$(wc -l <"$scratch/kop.err")" = 1 ]
tell 'a refusal leaves what was there' $?
