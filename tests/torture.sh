#!/bin/bash
# check/torture: the hostile files of ../shared/samples/torture (structure, quotes, encodings, what is no CSV), each
# read from a file and from a pipe: verdict, accepted and refused as its EXPECTED.md says. TAP; skips without the folder.
cd "$(dirname "$0")/.." || exit 3
set -u
folder=../shared/samples/torture
if [ ! -e "$folder/EXPECTED.md" ]; then echo 'ok - torture # SKIP no ../shared/samples/torture'; exit 0; fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# FILE VERDICT ACCEPTED LINE:REASON,... of the families read here. Two outcomes are the ones that EXPECTED.md calls as
# good: a bar is a delimiter (a30), and a unit is text, so that only the number of c13 is none.
expected() {
    awk -F ' *[|] *' '/^[|] `[abcn][0-9]/ {
        file = $2
        gsub(/`/, "", file)
        verdict = $3; accepted = $4; rejects = $5 == "-" ? "" : $5
        if (file ~ /^a30/) { verdict = "ACCEPT"; accepted = 2 }
        if (file ~ /^c13/) { accepted = 2; rejects = "4: bad-number" }
        gsub(/: /, ":", rejects)
        gsub(/, /, ",", rejects)
        print file "\t" verdict "\t" accepted "\t" rejects
    }' "$folder/EXPECTED.md"
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

while IFS=$'\t' read -r file verdict accepted rejects; do
    path=$(find "$folder" -name "$file")
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
done < <(expected)
