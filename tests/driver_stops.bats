# What `volgstuur run` leaves behind when it is stopped, killed or out of room.
load driver_room

@test "an input that cannot be read, a segment file that fails: status 3, the old output stays" {
    all_fakes
    study
    try run "$study"
    state "$study" >"$BATS_TEST_TMPDIR/before"
    echo 'vs-recode: this breaks' >"$bin/vs-recode.fail"
    try run "$study"
    ends 3
    said 'vs-recode zegt "this breaks"'
    state "$study" | diff "$BATS_TEST_TMPDIR/before" -
    rm "$bin/vs-recode.fail"
    sed -i 's/pad = a.csv/pad = b.csv/' "$study/studie.ini"
    state "$study" >"$BATS_TEST_TMPDIR/before"
    try run "$study"
    ends 3
    said 'b.csv is niet te lezen: het bestaat niet'
    state "$study" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "a stage that is killed stops the run, whatever it was making" {
    all_fakes
    study
    try run "$study"
    state "$study" >"$BATS_TEST_TMPDIR/before"
    for stage in ingest count plot report; do
        touch "$bin/vs-$stage.kill"
        try run "$study"
        ends 3
        said 'status 137'
        rm "$bin/vs-$stage.kill"
        state "$study" | diff "$BATS_TEST_TMPDIR/before" -
    done
}

# Starts a run whose stage waits, and does not come back before it waits.
start_waiting() { # STAGE
    touch "$bin/vs-$1.wait"
    rm -f "$bin/vs-$1.waiting"
    "$bin/volgstuur" run "$study" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" 3>&- &
    runner=$!
    for _ in $(seq 200); do
        [ -e "$bin/vs-$1.waiting" ] && return 0
        sleep 0.05
    done
    echo "vs-$1 never began"
    return 1
}

# Ends the stage that a killed run left waiting: a `sleep 60` whose parent was that run.
end_children() { # PIDS
    for child in "$@"; do kill "$child" 2>/dev/null || true; done
}

@test "killed in the middle: the old output stays, no new report, and the next run clears up" {
    all_fakes
    study
    for had in no yes; do
        [ "$had" = no ] || { try run "$study"; ends 0; echo '# nieuw' >>"$study/studie.ini"; }
        state "$study" >"$BATS_TEST_TMPDIR/before"
        for stage in recode report; do
            start_waiting "$stage"
            mapfile -t children < <(pgrep -P "$runner")
            kill -KILL "$runner"
            wait "$runner" || true
            end_children "${children[@]}"
            rm "$bin/vs-$stage.wait"
            left=$(find "$study" -maxdepth 1 -name '.uitvoer.bouw-*' | wc -l)
            [ "$left" = 1 ]
            [ "$(find "$study/uitvoer" -name '*.html' 2>/dev/null | wc -l)" = "$([ "$had" = yes ] && echo 2 || echo 0)" ]
            rm -rf "$BATS_TEST_TMPDIR/copy"
            cp -a "$study" "$BATS_TEST_TMPDIR/copy"
            rm -rf "$BATS_TEST_TMPDIR"/copy/.uitvoer.bouw-*
            state "$BATS_TEST_TMPDIR/copy" | diff "$BATS_TEST_TMPDIR/before" -
            echo 'vs-ingest: not now' >"$bin/vs-ingest.fail"
            try run "$study" # clears up, and fails itself: still the old output
            ends 3
            rm "$bin/vs-ingest.fail"
            state "$study" | diff "$BATS_TEST_TMPDIR/before" -
        done
    done
}

@test "told to stop (TERM, HUP): status 3, a sentence, nothing left behind" {
    all_fakes
    study
    try run "$study"
    state "$study" >"$BATS_TEST_TMPDIR/before"
    for signal in TERM HUP; do
        start_waiting tally
        sleep 0.2
        kill -"$signal" "$runner"
        status=0
        wait "$runner" || status=$?
        ends 3
        said 'Afgebroken; de vorige uitvoer is niet veranderd'
        rm "$bin/vs-tally.wait"
        state "$study" | diff "$BATS_TEST_TMPDIR/before" -
    done
}

@test "an output that misses a part does not take away a whole one: that is kept as uitvoer.vorige" {
    all_fakes
    study
    try run "$study"
    state "$study/uitvoer" >"$BATS_TEST_TMPDIR/whole"
    echo 'vs-report: not now' >"$bin/vs-report.fail"
    for again in once twice; do # the second time uitvoer itself misses a part: the whole one stays where it is
        try run "$study"
        ends 1
        said "de uitvoer van daarvoor is bewaard in $study/uitvoer.vorige"
        [ -s "$study/uitvoer/prive/niet-gemaakt.txt" ] || echo "$again"
        state "$study/uitvoer.vorige" | diff "$BATS_TEST_TMPDIR/whole" -
    done
    rm "$bin/vs-report.fail"
    try run "$study"
    ends 0
    [ ! -s "$BATS_TEST_TMPDIR/err" ]
    [ ! -e "$study/uitvoer/prive/niet-gemaakt.txt" ]
    echo '# nieuw' >>"$study/studie.ini"
    try run "$study"
    state "$study/uitvoer" >"$BATS_TEST_TMPDIR/whole"
    echo 'vs-report: not now' >"$bin/vs-report.fail"
    try run "$study" # a later whole one takes the place of the one that is kept
    ends 1
    state "$study/uitvoer.vorige" | diff "$BATS_TEST_TMPDIR/whole" -
    rm -r "$study/uitvoer.vorige"
    mkdir "$study/uitvoer.vorige"
    echo belangrijk >"$study/uitvoer.vorige/brief.txt"
    state "$study" >"$BATS_TEST_TMPDIR/before"
    try run "$study"
    ends 2
    said 'staat iets anders dan uitvoer van volgstuur'
    state "$study" | diff "$BATS_TEST_TMPDIR/before" -
}

@test "a folder that is not an output of ours is not touched" {
    all_fakes
    study
    mkdir "$BATS_TEST_TMPDIR/mijn"
    echo belangrijk >"$BATS_TEST_TMPDIR/mijn/brief.txt"
    try run "$study" --out "$BATS_TEST_TMPDIR/mijn"
    ends 2
    said 'staat iets anders dan uitvoer van volgstuur'
    [ "$(cat "$BATS_TEST_TMPDIR/mijn/brief.txt")" = belangrijk ]
    try run "$study" --out "$study"
    ends 2
    try run "$study" --out "$BATS_TEST_TMPDIR/nergens/uit"
    ends 3
}

@test "no room for what a stage writes: the run stops with 3 and the old output stays" {
    all_fakes
    study
    try run "$study"
    for i in $(seq 3000); do echo "g$i,doorvragen"; done >>"$study/a.csv"
    state "$study" >"$BATS_TEST_TMPDIR/before"
    status=0
    (ulimit -f 16 && "$bin/volgstuur" run "$study") >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" || status=$?
    ends 3
    state "$study" | diff "$BATS_TEST_TMPDIR/before" -
    status=0
    "$bin/volgstuur" run "$study" --print >/dev/full 2>"$BATS_TEST_TMPDIR/err" || status=$?
    ends 3
    said 'No space left on device'
}
