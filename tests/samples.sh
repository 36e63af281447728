#!/bin/bash
# check/samples: the sample studies with a geplant.csv are what their program draws from it, to the byte, and the stages
# find each planted value inside its interval. TAP.
cd "$(dirname "$0")/.." || exit 3
set -u -o pipefail
export LC_ALL=C
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

for plan in data-samples/*/geplant.csv; do
    study=$(basename "$(dirname "$plan")")
    mkdir "$scratch/$study"
    cp "data-samples/$study/geplant.csv" "$scratch/$study"
    if [ ! -x "$BUILD/draw/$study" ]; then
        echo "not ok - samples: $BUILD/draw/$study is not built"
    elif "$BUILD/draw/$study" "$scratch/$study" && wrong=$(cd "$scratch/$study" && for file in *.csv; do
        cmp "$file" "$OLDPWD/data-samples/$study/$file" || true; done 2>&1) && [ -z "$wrong" ]; then
        echo "ok - samples: $study is drawn again to the byte"
    else
        printf 'not ok - samples: %s\n  %s\n' "$study" "$wrong"
    fi
done

# Planted values of one kind against rows of results: WHAT, the statistic, its subject ("" total) and the columns of --by.
inside() { # STUDY WHAT STATISTIC SUBJECT BY < RESULTS
    awk -F '\t' -v what="$2" -v statistic="$3" -v subject="$4" -v by="$5" '
        NR == FNR {
            split($0, cell, ",")
            key = cell[2] (cell[3] == "" ? "" : " + " cell[3])
            if (cell[1] == what) { planted[key] = cell[4]; n++ }
            next
        }
        $2 == by && $4 == subject && $6 == statistic && $3 in planted && $8 != "" {
            met++
            if (planted[$3] < $8 || planted[$3] > $9)
                wrong = wrong sprintf("  %s: planted %s, found %s (%s to %s)\n", $3, planted[$3], $7, $8, $9)
        }
        END {
            good = met == n && wrong == ""
            printf "%s - samples: %s, %d planted values, %d intervals\n%s", good ? "ok" : "not ok", what, n, met, wrong
        }' "data-samples/$1/geplant.csv" -
}

partnerschap() {
    local folder=data-samples/partnerschap
    for year in 2020-2021 2021-2022 2022-2023; do
        "$BUILD/vs-ingest" --unit turn --extent seconds "$folder/gesprekken-$year.csv" --ledger /dev/null
    done | "$BUILD/vs-recode" --codebook koenig --ledger /dev/null | "$BUILD/vs-tally" --codebook koenig --ledger /dev/null |
        "$BUILD/vs-count" --codebook koenig --by school,year --ledger /dev/null |
        inside partnerschap volgend share side:volgend school+year
}
partnerschap
