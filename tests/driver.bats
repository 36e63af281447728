# What `volgstuur run` leaves behind when all goes well and when a part fails.
bats_require_minimum_version 1.5.0
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
        prive/charts/axis.svg prive/charts/profile.pdf prive/charts/profile-interview.png prive/tables/results.md \
        prive/tables/per-persoon.csv; do
        [ -s "$study/uitvoer/$file" ]
    done
    [ ! -e "$study/uitvoer/prive/charts/axis-interview.svg" ]
    [ ! -e "$study/uitvoer/delen" ]
    [ "$(find "$study" -maxdepth 1 | wc -l)" = 4 ]
}

@test "stages get the words of the study" {
    all_fakes
    study
    sed -i 's/^titel.*/titel = Wat "zij" doen; $(touch x)/; /^soort/a kolom.code = Inter ventie\nkolom.wpb = -b\ntijd = seconden' "$study/studie.ini"
    printf 'vraag = Hoe?\ndeelnemers-akkoord = ja\npartnerschap = P\n' >"$study/kop"
    sed -i "/^titel/r $study/kop" "$study/studie.ini"
    sed -i '/^persoon/d' "$study/studie.ini"
    printf 'telt = Anna\npersoon = student\n[rekenen]\nzaad = 7\ntrekkingen = 500\n[rapport kort]\ntaal = en\n' >>"$study/studie.ini"
    try run "$study"
    ends 0
    grep -qE '^vs-ingest --ledger .* --accept-refused --shape segments --unit turn --extent seconds --map code=Inter ventie --map wpb=-b --codebook koenig .*a.csv$' "$place/calls"
    grep -qE '^vs-tally .* --codebook koenig --codebook interview --coder Anna .*/a.segments.tsv$' "$place/calls"
    grep -qE '^vs-count .* --by-person --person student --seed 7 --draws 500 ' "$place/calls"
    grep -qE '^vs-plot --chart axis --format png --codebook koenig --language en ' "$place/calls"
    grep -qF -- '--title Wat "zij" doen; $(touch x) --question Hoe? --partnership P --date 2022-04-01 --audience intern --language en --consent ' "$place/calls"
    grep -qE '^vs-select --drop by= .*/prive/results.tsv$' "$place/calls"
    grep -qE '^vs-table --markdown --codebook koenig --codebook interview$' "$place/calls"
    [ -s "$study/uitvoer/prive/kort.html" ]
    lacks -q names-replaced "$place/calls"
}

@test "the same bytes twice, and wherever the output lies" {
    all_fakes
    study
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
    said 'Niet gemaakt: grafiek prive/charts/axis.svg. Verbeter dit en begin opnieuw. vs-plot zegt "no <font> here"'
    grep -qF 'no &lt;font&gt; here' "$study/uitvoer/index.html"
    [ ! -e "$study/uitvoer/prive/charts/axis.svg" ]
    [ -s "$study/uitvoer/prive/studie.html" ]
    rm "$bin/vs-plot.fail"
    echo 'vs-tally: two coders (A, B)' >"$bin/vs-tally.fail"
    try run "$study"
    ends 1
    [ "$(cat "$BATS_TEST_TMPDIR/out")" = "Er is geen verslag gemaakt. Waarom niet staat in $study/uitvoer/index.html" ]
    grep -qF 'two coders (A, B)' "$study/uitvoer/index.html"
    grep -qF 'omdat prive/results.tsv er niet is' "$study/uitvoer/prive/logboek.txt"
    [ ! -e "$study/uitvoer/prive/studie.html" ]
    [ ! -e "$study/uitvoer/prive/tussen/turn.tallies.tsv" ]
}

@test "what the stages cannot do yet is left out and told; a wider audience is refused" {
    fake ingest check recode tally count report
    study
    printf 'respondent;v1\nr1;4\n' >"$study/v.csv"
    printf '[bestand vragen]\npad = v.csv\nsoort = vragenlijst\n[bestand beurten]\npad = b.csv\nsoort = beurten\n[match m]\nper = school\n[vergelijk v]\nper = year\n' >>"$study/studie.ini"
    try run "$study"
    ends 0
    grep -qE '^vs-ingest .* --shape answers --codebook koenig --codebook interview v.csv$' "$place/calls"
    [ -s "$study/uitvoer/prive/tussen/vragen.answers.tsv" ]
    for text in 'Het bestand vragen is gelezen en nagekeken' 'Het bestand beurten is niet gebruikt' 'De sectie [match m] is niet gebruikt' 'De namen zijn niet vervangen' \
        'De sectie [vergelijk v] is niet gebruikt' 'Weggelaten: de grafieken' 'Er is geen map delen'; do
        grep -qF "$text" "$study/uitvoer/index.html"
        grep -qF "$text" "$study/uitvoer/prive/logboek.txt"
        case $text in De\ namen* | Er\ is\ geen\ map*) continue ;; esac
        said "$text"
    done
    lacks -q 'De namen' "$BATS_TEST_TMPDIR/err" # on every page of the report already
    sed -i 's/^titel/publiek = openbaar\ntitel/' "$study/studie.ini"
    try run "$study"
    ends 2
    said 'publiek = openbaar komt er nog niet'
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

@test "per person without persoon too; a chart that has nothing to show is left out and told, status 0" {
    all_fakes
    study
    sed -i '/^persoon/d' "$study/studie.ini"
    try run "$study"
    ends 0
    grep -qE '^vs-count .* --by-person ' "$place/calls"
    lacks -qE -- '^vs-count .* --person' "$place/calls"
    [ -s "$study/uitvoer/prive/charts/axis.svg" ]
    touch "$bin/vs-count.alone"
    try run "$study"
    ends 0
    [ ! -e "$study/uitvoer/prive/charts/axis.svg" ]
    [ -s "$study/uitvoer/prive/charts/profile.svg" ]
    [ "$(grep -c 'Niet getekend: de as van volgend naar sturend' "$BATS_TEST_TMPDIR/err")" = 1 ]
    grep -qF 'Niet getekend: de as' "$study/uitvoer/index.html"
}

@test "a codebook with one side gets no axis; files of one unit have one tijd" {
    all_fakes
    study
    sed 's/,sturend,/,volgend,/' "$root/codebooks/koenig.csv" >"$study/koenig.csv"
    sed -i 's/^codeboek.*/codeboek = koenig.csv/' "$study/studie.ini"
    try run "$study"
    lacks -qE -- '--chart axis' "$place/calls"
    grep -qE -- '--chart profile' "$place/calls"
    printf '[bestand b]\npad = a.csv\nsoort = segmenten\neenheid = uiting\ntijd = tekens\n' >>"$study/studie.ini"
    try run "$study"
    ends 2
    said '[bestand a] en [bestand b] hebben dezelfde eenheid'
}

@test "index.html: the first cause, the report, charts and tables as links, the date in words" {
    all_fakes
    study
    try run "$study"
    page=$study/uitvoer/index.html
    for text in '1 april 2022' 'href="prive/studie.html"' 'href="prive/charts/axis.pdf">pdf<' 'href="prive/tables/per-persoon.csv"' \
        'href="prive/ledger.tsv"' 'Controlegetallen' 'het profiel van de codes (interview)'; do
        grep -qF "$text" "$page" || { echo "no $text"; return 1; }
    done
    lacks -qF 'Niet alles is gemaakt' "$page"
    echo 'vs-tally: two coders' >"$bin/vs-tally.fail"
    try run "$study"
    [ "$(tr -d '\n' <"$page" | grep -oE 'vs-tally zegt|Ook niet gemaakt: alle resultaten|Er is geen verslag|Controlegetallen' | tr '\n' ';')" = \
        'vs-tally zegt;Ook niet gemaakt: alle resultaten;Er is geen verslag;Controlegetallen;' ]
    lacks -qF 'Grafieken' "$page"
}

@test "one cause, one sentence: Dutch, the place, the words of the stage, the key of studie.ini" {
    all_fakes
    study
    echo 'vs-plot: no <font> here' >"$bin/vs-plot.fail"
    try run "$study"
    ends 1
    [ "$(wc -l <"$BATS_TEST_TMPDIR/err")" = 1 ]
    rm "$bin/vs-plot.fail"
    echo 'vs-tally: a.csv:2: two coders; say --coder NAME' >"$bin/vs-tally.fail"
    try run "$study"
    ends 1
    said 'Niet gemaakt: telling per gesprek (turn). Kijk in a.csv, regel 2. Verbeter dit en begin opnieuw. vs-tally zegt "a.csv:2: two coders; say --coder NAME". Wat daar --coder heet, is in studie.ini de regel telt = ... in [coderen].'
    printf 'vs-ingest: note\nvs-ingest: not one row; the first: a.csv:7: ragged "x": refused\n' >"$bin/vs-ingest.fail"
    try run "$study"
    ends 3
    [ "$(wc -l <"$BATS_TEST_TMPDIR/err")" = 1 ]
    said 'Gestopt bij segmenten van a; de vorige uitvoer is niet veranderd. Kijk in a.csv, regel 7. Verbeter dit'
    echo 'vs-ingest: a.csv: no column with codes [no-codes]' >"$bin/vs-ingest.fail"
    try run "$study"
    said 'Kijk in a.csv. Geen kolomkop is herkend als die van de codes.'
    said 'vs-ingest zegt "a.csv: no column with codes"'
    echo 'vs-ingest: prive/tussen/x.tsv:3: broken' >"$bin/vs-ingest.fail"
    try run "$study"
    lacks -qF 'Kijk in' "$BATS_TEST_TMPDIR/err"
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

@test "a file that somebody put into the output is kept with the output of before" {
    run -0 "$BUILD/volgstuur" run data-samples/eckart --out "$BATS_TEST_TMPDIR/uit"
    echo eigen >"$BATS_TEST_TMPDIR/uit/prive/mijn.pdf"
    run -0 --separate-stderr "$BUILD/volgstuur" run data-samples/eckart --out "$BATS_TEST_TMPDIR/uit"
    [[ $stderr == *prive/mijn.pdf*uit.vorige* ]]
    [ "$(cat "$BATS_TEST_TMPDIR/uit.vorige/prive/mijn.pdf")" = eigen ]
}
