# How the driver, volgstuur, behaves when it is called: well, wrongly, and where it cannot write. What `run` does
# with a study stands in driver.bats.

load cli

# Runs volgstuur as `try` runs a stage.
drive() {
    program=$BUILD/volgstuur stage=volgstuur
    [ -x "$program" ] || skip 'volgstuur is not built'
    try "$@"
}

@test "volgstuur without arguments and --help show every stage in the order of the flow" {
    drive --help
    [ "$status" = 0 ] || complain '--help ends with another status'
    cp "$BATS_TEST_TMPDIR/out" "$BATS_TEST_TMPDIR/help"
    drive
    cmp "$BATS_TEST_TMPDIR/help" "$BATS_TEST_TMPDIR/out" || complain 'shows something else without arguments'
    for path in "${stages[@]}"; do "$path" --summary; done | sort | cut -f 2 >"$BATS_TEST_TMPDIR/flow"
    sed -n 's/^ *vs-\([a-z]*\) .*->.*/\1/p' "$BATS_TEST_TMPDIR/help" >"$BATS_TEST_TMPDIR/shown"
    diff "$BATS_TEST_TMPDIR/flow" "$BATS_TEST_TMPDIR/shown" || complain 'shows other stages, or in another order'
    verdict
}

@test "volgstuur STAGE is vs-STAGE" {
    for path in "${stages[@]}"; do
        drive "${path##*/vs-}" --version
        "$path" --version | cmp - "$BATS_TEST_TMPDIR/out" || complain "${path##*/vs-} is another program"
        drive "${path##*/vs-}" --no-such-option
        [ "$status" = 2 ] || complain "${path##*/vs-} --no-such-option ends with another status"
    done
    verdict
}

@test "volgstuur called wrong: status 2, the word is named, nothing on standard output" {
    for word in tallly --no-such-option; do
        drive "$word"
        [ "$status" = 2 ] || complain "$word ends with another status"
        grep -q -- "^volgstuur: .*$word" "$BATS_TEST_TMPDIR/err" || complain "$word is not named"
        [ ! -s "$BATS_TEST_TMPDIR/out" ] || complain "$word writes to standard output"
    done
    drive run
    [ "$status" = 2 ] || complain 'run without a study ends with another status'
    verdict
}

@test "volgstuur with a full disk, and a study that is not there: a status, a message, no report" {
    drive --version
    for way in --help --version --summary; do
        status=0
        "$program" "$way" 2>"$BATS_TEST_TMPDIR/err" >/dev/full || status=$?
        [ "$status" = 3 ] || complain "$way > /dev/full ends with another status"
        grep -q '^volgstuur: ' "$BATS_TEST_TMPDIR/err" || complain "$way > /dev/full has no message"
    done
    drive run "$BATS_TEST_TMPDIR/absent"
    case $status in 2 | 3) ;; *) complain 'an absent study ends with another status' ;; esac
    grep -q '^volgstuur: .*absent' "$BATS_TEST_TMPDIR/err" || complain 'the absent study is not named'
    [ ! -e "$BATS_TEST_TMPDIR/absent" ] || complain 'an absent study was made'
    verdict
}
