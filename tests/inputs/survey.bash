# For golden cases of surveys: what the ledger says of a file, and the answers, with tests/inputs/vragen-werkplek.csv.
survey() { # FILE [OPTION...]
    local file=$1 status=0
    shift
    echo "--- ${file##*/} $*"
    vs-ingest --codebook "$ROOT/tests/inputs/vragen-werkplek.csv" --ledger "$TMP/ledger" "$@" "$file" >"$TMP/out" || status=$?
    [ "$status" -gt 1 ] && echo "status $status" && return
    awk -F '\t' '!/^#/ && $1 != "file" && $4 !~ /^(delimiter|encoding)$/ { print $2 " " $3 " " $4 ": " $5 ($3 == "note" ? "" : " (" $6 ")") }' "$TMP/ledger" |
        sed 's/^ //'
    sed '/^#/d' "$TMP/out"
    [ "$status" = 0 ] || echo "status $status"
}
