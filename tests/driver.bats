# What `volgstuur run` leaves behind when all goes well and when a part fails.
load driver_room

@test "all is whole: status 0, private folders, one line on standard output, nothing on standard error" {
    all_fakes
    study
    try run "$study"
    ends 0
    [ "$(cat "$BATS_TEST_TMPDIR/out")" = "Het verslag staat in $study/uitvoer/prive/studie.html" ]
    [ ! -s "$BATS_TEST_TMPDIR/err" ]
    [ "$(find "$study/uitvoer" -perm /077 | wc -l)" = 0 ]
    [ "$(stat -c %a "$study/uitvoer/prive")" = 700 ]
    for file in index.html prive/studie.html prive/results.tsv prive/ledger.tsv prive/logboek.txt \
        prive/charts/axis.svg prive/charts/profile.pdf prive/charts/profile-interview.png prive/tables/results.md; do
        [ -s "$study/uitvoer/$file" ]
    done
    [ ! -e "$study/uitvoer/prive/charts/axis-interview.svg" ]
    [ ! -e "$study/uitvoer/delen" ]
    [ "$(find "$study" -maxdepth 1 | wc -l)" = 4 ]
}

@test "stages get the words of the study" {
    all_fakes
    study
    sed -i 's/^titel.*/titel = Wat "zij" doen; $(touch x)/; /^soort/a kolom.code = Inter ventie\nkolom.wpb = -b' "$study/studie.ini"
    printf 'vraag = Hoe?\ndeelnemers-akkoord = ja\npartnerschap = P\n' >"$study/kop"
    sed -i "/^titel/r $study/kop" "$study/studie.ini"
    sed -i '/^persoon/d' "$study/studie.ini"
    printf 'telt = Anna\npersoon = student\n[rekenen]\nzaad = 7\ntrekkingen = 500\n[rapport kort]\ntaal = en\n' >>"$study/studie.ini"
    try run "$study"
    ends 0
    grep -qE '^vs-ingest --ledger .* --accept-refused --unit turn --map code=Inter ventie --map wpb=-b a.csv$' "$place/calls"
    grep -qE '^vs-tally .* --codebook koenig --codebook interview --coder Anna .*/a.segments.tsv$' "$place/calls"
    grep -qE '^vs-count .* --by student --person student --seed 7 --draws 500 ' "$place/calls"
    grep -qE '^vs-plot --chart axis --format png --codebook koenig --language en ' "$place/calls"
    grep -qF -- '--title Wat "zij" doen; $(touch x) --question Hoe? --partnership P --date 2022-04-01 --audience intern --language en --consent ' "$place/calls"
    [ -s "$study/uitvoer/prive/kort.html" ]
    lacks -q names-replaced "$place/calls"
}

@test "the same bytes twice, and wherever the output lies" {
    all_fakes
    study
    fake_table='# vs 1 results'
    for stage in ingest check recode tally count table plot; do # the words of a call hold the folder: leave them out
        sed -i "s/^echo .* was here.*/echo '$fake_table'/" "$bin/vs-$stage"
    done
    try run "$study"
    ends 0
    state "$study/uitvoer" >"$BATS_TEST_TMPDIR/first"
    try run "$study"
    ends 0
    state "$study/uitvoer" | diff "$BATS_TEST_TMPDIR/first" -
    (cd "$BATS_TEST_TMPDIR" && try run studie --out=elders && ends 0)
    state "$BATS_TEST_TMPDIR/elders" | diff "$BATS_TEST_TMPDIR/first" -
    lacks -rF "$BATS_TEST_TMPDIR" "$study/uitvoer"
}

@test "refused records: status 1 after the report, and both say so" {
    all_fakes
    study
    touch "$bin/vs-check.refuse"
    try run "$study"
    ends 1
    said 'Niet alles is geteld: 1 keer'
    grep -qF 'Niet alles is geteld: 1 keer' "$study/uitvoer/index.html"
    [ -s "$study/uitvoer/prive/studie.html" ]
}

@test "a part that fails: status 1, the rest is made, index.html says why in the words of the stage" {
    all_fakes
    study
    echo 'vs-plot: no <font> here' >"$bin/vs-plot.fail"
    try run "$study"
    ends 1
    said 'Niet gemaakt: grafiek prive/charts/axis.svg. vs-plot zegt "vs-plot: no <font> here"'
    grep -qF 'vs-plot: no &lt;font&gt; here' "$study/uitvoer/index.html"
    [ ! -e "$study/uitvoer/prive/charts/axis.svg" ]
    [ -s "$study/uitvoer/prive/studie.html" ]
    rm "$bin/vs-plot.fail"
    echo 'vs-tally: two coders (A, B)' >"$bin/vs-tally.fail"
    try run "$study"
    ends 1
    [ "$(cat "$BATS_TEST_TMPDIR/out")" = "Er is geen verslag gemaakt. Waarom niet staat in $study/uitvoer/index.html" ]
    grep -qF 'two coders (A, B)' "$study/uitvoer/index.html"
    grep -qF 'omdat prive/results.tsv er niet is' "$study/uitvoer/index.html"
    [ ! -e "$study/uitvoer/prive/studie.html" ]
    [ ! -e "$study/uitvoer/prive/tussen/turn.tallies.tsv" ]
}

@test "what the stages cannot do yet is left out and told; a wider audience is refused" {
    fake ingest check recode tally count report
    study
    printf '[bestand vragen]\npad = v.csv\nsoort = antwoorden\n[match m]\naanbod = x\n[vergelijk v]\nper = year\n' >>"$study/studie.ini"
    try run "$study"
    ends 0
    for text in 'Het bestand vragen is niet gebruikt' 'De sectie [match m] is niet gebruikt' 'De namen zijn niet vervangen' \
        'De sectie [vergelijk v] is niet gebruikt' 'Weggelaten: de grafieken' 'Er is geen map delen'; do
        grep -qF "$text" "$study/uitvoer/index.html"
        grep -qF "$text" "$study/uitvoer/prive/logboek.txt"
    done
    sed -i 's/^titel/publiek = openbaar\ntitel/' "$study/studie.ini"
    try run "$study"
    ends 2
    said 'publiek = openbaar kan nog niet'
    rm "$bin/vs-count"
    try run "$study"
    ends 3
    said 'vs-count staat niet naast volgstuur'
}

@test "pseudonymise, pool and suppress take their places when they are there" {
    all_fakes
    fake pseudonymise pool suppress
    study
    try run "$study"
    ends 0
    [ "$(sed -n '/^segmenten van a/,/>/p' "$study/uitvoer/prive/logboek.txt" | grep -oE 'vs-[a-z]+' | tr '\n' ' ')" = \
        'vs-ingest vs-pseudonymise vs-check vs-recode ' ]
    grep -qE '^vs-suppress .*--audience intern' "$place/calls"
    grep -qE '^vs-report .*--names-replaced' "$place/calls"
    lacks -q 'De namen zijn niet vervangen' "$study/uitvoer/index.html"
}

@test "index.html names every file with its size and digest" {
    all_fakes
    study
    try run "$study"
    cd "$study/uitvoer"
    while read -r digest file; do
        grep -qF "$digest" index.html
        grep -qF "${file#./}" index.html
    done < <(find . -type f ! -name index.html -print0 | xargs -0 sha256sum)
    cd "$study"
    for file in studie.ini a.csv; do
        grep -qF "$(sha256sum <"$file" | cut -d ' ' -f 1)" uitvoer/index.html
    done
    grep -qF "$(sha256sum <"$root/codebooks/koenig.csv" | cut -d ' ' -f 1)" uitvoer/index.html
}

@test "without persoon: nothing is counted by person, and it says so" {
    all_fakes
    study
    try run "$study"
    ends 0
    grep -qE '^vs-count .*--by wpb --person wpb ' "$place/calls"
    sed -i '/^persoon/d' "$study/studie.ini"
    rm "$place/calls"
    try run "$study"
    ends 0
    lacks -qE -- '--by|--person|--chart axis' "$place/calls"
    grep -qF 'geen persoon' "$study/uitvoer/index.html"
}

# The stages that were built, on the sample study.
real_stages() {
    local program
    for program in "$BUILD"/vs-*; do [ -x "$program" ] && [ -f "$program" ] && cp "$program" "$bin"; done
    for program in ingest check recode tally count; do [ -x "$bin/vs-$program" ] || skip "vs-$program is not built"; done
    [ -e "$root/data-samples/eckart/studie.ini" ] || skip 'there is no sample'
    cp "$root"/data-samples/eckart/*.* "$study"
}

@test "the script of --print makes the same bytes" {
    real_stages
    try run "$study"
    [ "$status" -le 1 ]
    "$bin/volgstuur" run "$study" --print >"$BATS_TEST_TMPDIR/script"
    bash "$BATS_TEST_TMPDIR/script" "$BATS_TEST_TMPDIR/script uit"
    diff -r -x logboek.txt "$study/uitvoer/prive" "$BATS_TEST_TMPDIR/script uit/prive"
    [ "$(find "$BATS_TEST_TMPDIR/script uit" -type f | wc -l)" -ge 15 ]
    ! command -v shellcheck >/dev/null ||
        LC_ALL=C.UTF-8 shellcheck -e SC1112 "$BATS_TEST_TMPDIR/script" # a title may hold a curly quote
}

@test "the sample: the same bytes twice, under C and nl_NL.UTF-8" {
    real_stages
    try run "$study"
    [ "$status" -le 1 ]
    state "$study/uitvoer" >"$BATS_TEST_TMPDIR/first"
    LC_ALL=nl_NL.UTF-8 LANG=nl_NL.UTF-8 try run "$study"
    state "$study/uitvoer" | diff "$BATS_TEST_TMPDIR/first" -
    lacks -rF "$BATS_TEST_TMPDIR" "$study/uitvoer"
}
