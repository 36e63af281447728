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

# Segments or answers of files of a study, without their ledgers.
read_files() { # OPTION... -- FILE...
    local options=()
    while [ "$1" != -- ]; do options+=("$1"); shift; done
    shift
    for file in "$@"; do "$BUILD/vs-ingest" "${options[@]}" --ledger /dev/null "$file"; done
}

# The share of a school and year, over the conversations.
volgend() {
    read_files --unit turn --extent seconds -- data-samples/partnerschap/gesprekken-*.csv |
        "$BUILD/vs-recode" --codebook koenig --ledger /dev/null | "$BUILD/vs-tally" --codebook koenig --ledger /dev/null |
        "$BUILD/vs-count" --codebook koenig --by school,year --ledger /dev/null
}

# Scale scores, one row a respondent and scale.
scores() { # FILE...
    read_files --shape answers --codebook affordance-agency -- "$@" |
        "$BUILD/vs-score" --codebook affordance-agency --ledger /dev/null
}

describe() { # BY
    "$BUILD/vs-describe" --codebook affordance-agency ${1:+--by "$1"} --ledger /dev/null
}

# The intraclass correlation of a scale within wpb's within schools, from the mean squares of one-way analysis of variance
# (Searle, Casella & McCulloch 1992, p. 57); limits by half the log of F, whose variance is about half of 1/df1 + 1/df2
# (Fisher 1925). As a row of results.
icc() { # SCALE < SCORES
    awk -F '\t' -v scale="$1" '
        /^#/ { next }
        !head { for (i = 1; i <= NF; i++) at[$i] = i; head = 1; next }
        $at["item"] == scale && $at["value"] != "" {
            w = $at["wpb"]; s = $at["school"]; school[w] = s
            n[w]++; sum[w] += $at["value"]; of[s]++; all[s] += $at["value"]; squares += $at["value"] ^ 2; N++
        }
        END {
            for (w in n) { between += sum[w] ^ 2 / n[w]; W++; crowd[school[w]] += n[w] ^ 2 }
            within = squares - between
            for (s in of) { between -= all[s] ^ 2 / of[s]; size += crowd[s] / of[s]; S++ }
            df1 = W - S; df2 = N - W
            F = (between / df1) / (within / df2); n0 = (N - size) / df1
            z = log(F) / 2; se = sqrt((1 / df1 + 1 / df2) / 2)
            low = exp(2 * (z - 1.96 * se)); high = exp(2 * (z + 1.96 * se))
            print "\t\t\t\t\ticc\t" (F - 1) / (F + n0 - 1) "\t" (low - 1) / (low + n0 - 1) "\t" (high - 1) / (high + n0 - 1)
        }'
}

partnerschap() {
    local folder=data-samples/partnerschap
    volgend | inside partnerschap volgend share side:volgend school+year
    scores "$folder"/vragenlijst-*.csv >"$scratch/scores"
    describe school <"$scratch/scores" >"$scratch/described"
    for scale in affordance agency; do inside partnerschap $scale mean $scale school <"$scratch/described"; done
    icc affordance <"$scratch/scores" | inside partnerschap icc icc '' ''
    scores "$folder/belang.csv" | describe '' | inside partnerschap belang mean belang ''
}
partnerschap

# The share of units that both trainers should give the same code: each code's chance, by how often it is drawn.
expected() {
    awk -F , '$1 == "weight" { weight[$2 "," $3] = $4 } $1 == "same" { same[$2 "," $3] = $4 }
        END { for (code in weight) { n += weight[code]; k += weight[code] * same[code] } print k / n }' \
        data-samples/scalda/geplant.csv
}

scalda() {
    local folder=data-samples/scalda confused planted
    read_files --unit turn --extent seconds --map source=Opname -- "$folder"/trainer-*.csv |
        "$BUILD/vs-recode" --codebook koenig --ledger /dev/null |
        "$BUILD/vs-agree" --codebook koenig --ledger /dev/null >"$scratch/agreed"
    # rows: analysis by group subject term statistic value low high
    confused=$(awk -F '\t' '$6 == "confusion" { split($4, code, "~"); if (code[1] != code[2] && $7 > most) { most = $7; pair = $4 } }
        END { print pair }' "$scratch/agreed")
    planted=$(sort -t , -k 4,4 -g -r "$folder/geplant.csv" | awk -F , '$1 == "confusion" { print $2 "~" $3; exit }')
    if [ "$confused" = "$planted" ]; then
        echo "ok - samples: $confused is confused most"
    else
        echo "not ok - samples: confused most is $confused, planted $planted"
    fi
    awk -F '\t' -v planted="$(expected)" '$2 == "" && $4 == "" && $6 == "percent" && $8 != "" { met = planted >= $8 && planted <= $9; found = $0 }
        END { printf "%s - samples: the planted percent agreement, %s, lies inside its interval\n", met ? "ok" : "not ok", planted
            if (!met) print "  " found }' "$scratch/agreed"
    read_files --shape answers --codebook proeve-oordeel --map item=Criterium --map value=Oordeel -- "$folder/oordelen.csv" |
        "$BUILD/vs-agree" --codebook proeve-oordeel --ledger /dev/null |
        awk 'BEGIN { FS = OFS = "\t" } $6 == "self_minus_others" { $3 = $4; $4 = ""; print }' |
        inside scalda self self_minus_others '' ''
}
scalda
