# What cli.bats and cli_driver.bats share: which stages there are, what each reads, and how a complaint is shown.
# shellcheck shell=bash disable=SC2034 # the tests use what is set here

setup() {
    cd "$BATS_TEST_DIRNAME/.." || return 1
    BUILD=$(realpath "${BUILD:-build}")
    export LC_ALL=C
    stages=("$BUILD"/vs-*)
    [ -x "${stages[0]}" ]
    shopt -s nullglob
    wrong=0 status=0
    touch "$BATS_TEST_TMPDIR/out" "$BATS_TEST_TMPDIR/err"
}

# Sets stage, input and options for one program.
about() { # PROGRAM
    local shape line
    program=$1
    stage=${1##*/vs-}
    options=()
    line=$(grep -E "^$stage( |\$)" tests/inputs/stages.txt || true)
    if [ -n "$line" ]; then
        read -r _ input line <<<"$line"
        read -ra options <<<"$line"
        options=("${options[@]//TMP/$BATS_TEST_TMPDIR}")
        input=tests/inputs/$input
    else
        shape=$("$program" --summary | cut -f 3 | grep -oE '^[a-z]+')
        [ "$shape" != any ] || shape=segments
        input=tests/inputs/$shape.tsv
    fi
    [ -r "$input" ] || complain "has no input $input; see tests/inputs/stages.txt"
}

# Says what is wrong and goes on to the next stage; verdict, the last line of each test, then fails.
complain() {
    echo "${program##*/}: $*"
    echo "  status $status; standard output begins:"
    head -n 8 "$BATS_TEST_TMPDIR/out" | sed 's/^/    /'
    echo '  standard error begins:'
    head -n 8 "$BATS_TEST_TMPDIR/err" | sed 's/^/    /'
    wrong=$((wrong + 1))
}

verdict() {
    [ "$wrong" = 0 ]
}

# Runs the program of about(); leaves status, $BATS_TEST_TMPDIR/out and /err.
try() {
    status=0
    "$program" "$@" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" || status=$?
}

# Whether --ledger is where the program writes its own ledger (vs-report reads those of others).
keeps_ledger() {
    "$program" --help | grep -q -- '--ledger=FILE .*Keep'
}

# Whether standard error holds one message: the program's name first, and the pattern.
said() {
    grep -qE -- "^vs-$stage: .*($1)" "$BATS_TEST_TMPDIR/err"
}
