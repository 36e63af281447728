# Does it behave? Each test loops over every stage that was built. Inputs: tests/inputs/SHAPE.tsv by the first shape
# that --summary names (any: segments), unless tests/inputs/stages.txt says otherwise; the options a stage needs stand there too.

load cli

@test "--help: status 0, usage first, ASCII, on standard output" {
    for program in "${stages[@]}"; do
        about "$program"
        try --help
        [ "$status" = 0 ] || complain '--help ends with another status'
        head -n 2 "$BATS_TEST_TMPDIR/out" | tr -d '\n' | grep -qE "^Usage: +vs-$stage " || complain '--help does not begin with its usage'
        [ "$(tr -d '\0-\177' <"$BATS_TEST_TMPDIR/out" | wc -c)" = 0 ] || complain '--help is not ASCII'
        [ ! -s "$BATS_TEST_TMPDIR/err" ] || complain '--help writes to standard error'
    done
    verdict
}

@test "--summary: one line, number, name, shapes, sentence" {
    for program in "${stages[@]}"; do
        about "$program"
        try --summary
        [ "$status" = 0 ] || complain '--summary ends with another status'
        [ "$(wc -l <"$BATS_TEST_TMPDIR/out")" = 1 ] || complain '--summary is not one line'
        grep -qP "^[0-9]{2}\t$stage\t[^\t]+ -> [^\t]+\t[^\t]+\.?$" "$BATS_TEST_TMPDIR/out" || complain '--summary has another form'
    done
    verdict
}

@test "--version: one line with the name" {
    for program in "${stages[@]}"; do
        about "$program"
        try --version
        [ "$status" = 0 ] || complain '--version ends with another status'
        grep -qE "^vs-$stage .*[0-9]+\.[0-9]+\.[0-9]+$" "$BATS_TEST_TMPDIR/out" || complain '--version has another form'
    done
    verdict
}

@test "an unknown option: status 2, and the option is named" {
    for program in "${stages[@]}"; do
        about "$program"
        try --no-such-option
        [ "$status" = 2 ] || complain 'an unknown option ends with another status'
        said '--no-such-option' || complain 'the unknown option is not named'
        [ ! -s "$BATS_TEST_TMPDIR/out" ] || complain 'writes to standard output when called wrong'
    done
    verdict
}

@test "the input of each stage is accepted (so that the tests below test something)" {
    for program in "${stages[@]}"; do
        about "$program"
        try "${options[@]}" "$input"
        [ "$status" = 0 ] || complain "${options[*]} $input ends with another status"
        cp "$BATS_TEST_TMPDIR/out" "$BATS_TEST_TMPDIR/file"
        try "${options[@]}" <"$input"
        [ "$status" = 0 ] || complain "${options[*]} < $input ends with another status"
    done
    verdict
}

@test "a full disk: status 3 for --help and for output, and a message" {
    for program in "${stages[@]}"; do
        about "$program"
        for way in --help --summary --version; do
            status=0
            "$program" "$way" 2>"$BATS_TEST_TMPDIR/err" >/dev/full || status=$?
            [ "$status" = 3 ] || complain "$way > /dev/full ends with another status"
            said 'No space left on device' || complain "$way > /dev/full says something else"
        done
        writes_standard_output || continue
        status=0
        "$program" "${options[@]}" "$input" 2>"$BATS_TEST_TMPDIR/err" >/dev/full || status=$?
        [ "$status" = 3 ] || complain 'writing to /dev/full ends with another status'
        said 'No space left on device' || complain 'writing to /dev/full says something else'
    done
    verdict
}

writes_standard_output() {
    try "${options[@]}" "$input"
    [ -s "$BATS_TEST_TMPDIR/out" ]
}

@test "an empty input: status 3, a message, nothing that looks whole" {
    for program in "${stages[@]}"; do
        about "$program"
        try "${options[@]}" </dev/null
        [ "$status" = 3 ] || complain 'an empty input ends with another status'
        said . || complain 'an empty input has no message'
        ! grep -qx '# end' "$BATS_TEST_TMPDIR/out" || complain 'writes # end after an empty input'
    done
    verdict
}

@test "an unreadable file: status 3 and its name; a folder likewise" {
    for program in "${stages[@]}"; do
        about "$program"
        try "${options[@]}" "$BATS_TEST_TMPDIR/absent.tsv"
        [ "$status" = 3 ] || complain 'an absent file ends with another status'
        said 'absent.tsv.*No such file' || complain 'an absent file is not named'
        try "${options[@]}" "$BATS_TEST_TMPDIR"
        [ "$status" = 3 ] || complain 'a folder as file ends with another status'
        said 'directory' || complain 'a folder as file says something else'
    done
    verdict
}

# The stages that read tables, ours to cut and spoil.
reads_table() {
    [[ $input == *.tsv ]]
}

@test "no # end: status 3 and the question whether the stage before failed; --partial accepts it" {
    for program in "${stages[@]}"; do
        about "$program"
        reads_table || continue
        grep -vx '# end' "$input" >"$BATS_TEST_TMPDIR/cut.tsv"
        try "${options[@]}" "$BATS_TEST_TMPDIR/cut.tsv"
        [ "$status" = 3 ] || complain 'a cut table ends with another status'
        said 'input stopped before its `# end` line \(did the stage before fail\?\)' || complain 'a cut table says something else'
        ! grep -qx '# end' "$BATS_TEST_TMPDIR/out" || complain 'writes # end after a cut table'
        try "${options[@]}" --partial "$BATS_TEST_TMPDIR/cut.tsv"
        [ "$status" = 0 ] || complain '--partial does not accept a cut table'
    done
    verdict
}

@test "a table cut in the middle of a line: status 3" {
    for program in "${stages[@]}"; do
        about "$program"
        reads_table || continue
        head -c $(($(wc -c <"$input") / 2)) "$input" >"$BATS_TEST_TMPDIR/half.tsv"
        try "${options[@]}" "$BATS_TEST_TMPDIR/half.tsv"
        [ "$status" = 3 ] || complain 'half a table ends with another status'
        ! grep -qx '# end' "$BATS_TEST_TMPDIR/out" || complain 'writes # end after half a table'
    done
    verdict
}

@test "another shape, and none: status 3 and the place" {
    for program in "${stages[@]}"; do
        about "$program"
        reads_table || continue
        if [ "$stage" != table ]; then # which shows every shape
            try "${options[@]}" tests/inputs/ledger.tsv
            [ "$status" = 3 ] || complain 'another shape ends with another status'
            said 'ledger.tsv.*ledger' || complain 'the other shape is not named'
        fi
        sed '1s/.*/# vs 1 nonsense/' "$input" >"$BATS_TEST_TMPDIR/shape.tsv"
        try "${options[@]}" "$BATS_TEST_TMPDIR/shape.tsv"
        [ "$status" = 3 ] || complain 'an unknown shape ends with another status'
        said 'shape.tsv:1: ' || complain 'the line of the unknown shape is not named'
    done
    verdict
}

@test "carriage returns: a table with CRLF stops with a place, a CSV is read as with LF" {
    for program in "${stages[@]}"; do
        about "$program"
        sed 's/$/\r/' "$input" >"$BATS_TEST_TMPDIR/crlf.${input##*.}"
        try "${options[@]}" "$BATS_TEST_TMPDIR/crlf.${input##*.}"
        if reads_table; then
            [ "$status" = 3 ] || complain 'a table with CRLF ends with another status'
            said 'crlf.tsv:1: .*(carriage return|CR)' || complain 'the carriage return is not named'
        else
            [ "$status" = 0 ] || complain 'a CSV with CRLF ends with another status'
        fi
    done
    verdict
}

@test "a NUL byte: status 1 or 3 and its line; never silently shorter" {
    for program in "${stages[@]}"; do
        about "$program"
        awk 'NR == 8 { $0 = $0 "@NUL@" } 1' "$input" | sed 's/@NUL@/\x00tail/' >"$BATS_TEST_TMPDIR/nul.${input##*.}"
        grep -qP '\x00' "$BATS_TEST_TMPDIR/nul.${input##*.}" || sed -i '$s/$/\x00/' "$BATS_TEST_TMPDIR/nul.${input##*.}"
        try "${options[@]}" "$BATS_TEST_TMPDIR/nul.${input##*.}"
        case $status in 1 | 3) ;; *) complain 'a NUL byte ends with another status' ;; esac
        said 'nul\.[a-z]*:[0-9]+: .*NUL' || complain 'the NUL byte is not named with its line'
    done
    verdict
}

@test "a closed pipe: death by SIGPIPE, no message" {
    for program in "${stages[@]}"; do
        about "$program"
        writes_standard_output || continue
        quiet=()
        ! keeps_ledger || quiet=(--ledger "$BATS_TEST_TMPDIR/ledger")
        # The reader is gone before the first byte: the pipe's only reader is `true`.
        set +e
        { sleep 0.2; exec "$program" "${options[@]}" "${quiet[@]}" "$input" 2>"$BATS_TEST_TMPDIR/err"; } | true
        status=${PIPESTATUS[0]}
        set -e
        [ "$status" = 141 ] || complain 'a closed pipe ends with another status'
        [ ! -s "$BATS_TEST_TMPDIR/err" ] || complain 'a closed pipe brings a message'
    done
    verdict
}

@test "the same bytes twice, on one processor, and under nl_NL.UTF-8 as under C" {
    processor=$(taskset -pc $$ | grep -oE '[0-9]+' | tail -n 1)
    for program in "${stages[@]}"; do
        about "$program"
        try "${options[@]}" "$input"
        mkdir -p "$BATS_TEST_TMPDIR/first"
        cp "$BATS_TEST_TMPDIR/out" "$BATS_TEST_TMPDIR/err" "$BATS_TEST_TMPDIR/first"
        for language in C nl_NL.UTF-8; do
            export LC_ALL=$language LANG=$language
            try "${options[@]}" "$input"
            cmp "$BATS_TEST_TMPDIR/first/out" "$BATS_TEST_TMPDIR/out" || complain "other output under $language"
            cmp "$BATS_TEST_TMPDIR/first/err" "$BATS_TEST_TMPDIR/err" || complain "other messages under $language"
        done
        export LC_ALL=C LANG=C
        taskset -c "$processor" "$program" "${options[@]}" "$input" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" || true
        cmp "$BATS_TEST_TMPDIR/first/out" "$BATS_TEST_TMPDIR/out" || complain 'other output on one processor'
    done
    verdict
}

@test "--ledger keeps a whole table beside the output; a ledger that cannot be written stops" {
    for program in "${stages[@]}"; do
        about "$program"
        rm -f "$BATS_TEST_TMPDIR/ledger"
        keeps_ledger || continue
        try "${options[@]}" --ledger "$BATS_TEST_TMPDIR/ledger" "$input"
        [ "$status" = 0 ] || complain '--ledger FILE ends with another status'
        [ ! -s "$BATS_TEST_TMPDIR/err" ] || complain 'writes to standard error beside its ledger'
        [ "$(head -n 1 "$BATS_TEST_TMPDIR/ledger")" = '# vs 1 ledger' ] || complain 'its ledger is no table'
        [ "$(tail -n 1 "$BATS_TEST_TMPDIR/ledger")" = '# end' ] || complain 'its ledger is not whole'
        for way in "$BATS_TEST_TMPDIR/absent/ledger" /dev/full; do
            try "${options[@]}" --ledger "$way" "$input"
            [ "$status" = 3 ] || complain "--ledger $way ends with another status"
            said 'No such file|No space left' || complain "--ledger $way says something else"
        done
    done
    verdict
}

@test "nl_NL.UTF-8 is there (or the test above tests nothing)" {
    locale -a | grep -qix 'nl_NL\.utf-\{0,1\}8'
}
