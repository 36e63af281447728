#!/bin/bash
# What `volgstuur run` leaves behind when all goes well, when a part fails and when it is killed. Most tests put
# small programs of their own beside a copy of volgstuur, because a stage must fail, wait or die on demand; the last
# ones use the stages that were built.

setup() {
    cd "$BATS_TEST_DIRNAME/.." || return 1
    root=$PWD
    BUILD=$(realpath "${BUILD:-build}")
    export LC_ALL=C
    [ -x "$BUILD/volgstuur" ] || skip 'volgstuur is not built'
    place=$BATS_TEST_TMPDIR/place
    bin=$place/bin
    study=$BATS_TEST_TMPDIR/studie
    mkdir -p "$bin" "$study"
    cp "$BUILD/volgstuur" "$bin"
    ln -s "$root/codebooks" "$root/plots" "$place"
}

# A stage that copies its input behind a line with its own words, and keeps a ledger; count makes a results table
# (without NAME.alone: per person too), which pool and suppress hand on as it is. Files beside it make it misbehave: NAME.fail (says this, ends with 3), NAME.wait (waits before it ends), NAME.kill (dies).
fake() { # NAME...
    local name
    for name in "$@"; do
        cat >"$bin/vs-$name" <<'STAGE'
#!/bin/bash
me=$0 ledger='' file=''
printf '%s %s\n' "${me##*/}" "$*" >>"$(dirname "$me")/../calls"
while [ $# -gt 0 ]; do
    case $1 in
    --ledger) ledger=$2; shift ;;
    --unit | --extent | --keep | --drop | --map | --context | --codebook | --coder | --by | --person | --seed | --draws | --chart | --format | \
        --language | --charts | --title | --question | --partnership | --date | --audience) shift ;;
    -*) ;;
    *) file=$1 ;;
    esac
    shift
done
[ -e "$me.wait" ] && { touch "$me.waiting"; exec sleep 60; }
[ -e "$me.kill" ] && kill -KILL $$
case ${me##*/} in
vs-count)
    printf '# vs 1 results\n# by vs-count\nanalysis\tby\tgroup\tsubject\tterm\tstatistic\tvalue\tlow\thigh\tn'
    printf '\tpersons_wpb\tpersons_student\tmethod\tnote\n'
    for book in koenig interview; do printf 'count\t\t\t\t%s\tsegments\t4\t\t\t\t\t\t\t\n' "$book"; done
    [ -e "$me.alone" ] || printf 'count\twpb\tw1\t\tkoenig\tsided_segments\t4\t\t\t\t\t\t\t\n'
    echo '# end'
    cat -- ${file:+"$file"} >/dev/null || exit 3
    ;;
*)
    case ${me##*/} in vs-pool | vs-suppress) ;; *) echo "${me##*/} was here" ;; esac
    cat -- ${file:+"$file"} || exit 3
    ;;
esac
[ -e "$me.fail" ] && { cat "$me.fail" >&2; exit 3; }
case ${me##*/} in vs-report) exit 0 ;; esac
[ -z "$ledger" ] || {
    printf '# vs 1 ledger\n# by %s\nfile\tline\tlevel\twhat\tvalue\taction\n' "${me##*/}"
    [ ! -e "$me.refuse" ] || printf 'a.csv\t3\trefused\tragged\tx\tleft out\n'
    echo '# end'
} >"$ledger"
exit 0
STAGE
        chmod +x "$bin/vs-$name"
    done
}

all_fakes() {
    fake ingest check recode tally count select table plot report
}

study() { # a study with one file
    printf 'bron,code\ng1,doorvragen\n' >"$study/a.csv"
    cat >"$study/studie.ini" <<'INI'
[studie]
titel = Proef
datum = 2022-04-01
[bestand a]
pad = a.csv
soort = segmenten
eenheid = beurt
[coderen]
codeboek = koenig; interview
persoon = wpb
INI
}

# Runs volgstuur; leaves status, $BATS_TEST_TMPDIR/out and /err.
try() {
    status=0
    "$bin/volgstuur" "$@" >"$BATS_TEST_TMPDIR/out" 2>"$BATS_TEST_TMPDIR/err" || status=$?
}

said() {
    grep -qF -- "$1" "$BATS_TEST_TMPDIR/err"
}

# Every byte and mode below a folder.
state() { # FOLDER
    (cd "$1" && find . -printf '%p %m %y\n' | sort && find . -type f -print0 | sort -z | xargs -0 sha256sum)
}

# Whether grep finds nothing.
lacks() { # GREP WORDS...
    if grep "$@"; then return 1; fi
}

ends() { # STATUS
    [ "$status" = "$1" ] && return
    echo "status $status instead of $1"
    cat "$BATS_TEST_TMPDIR/err"
    return 1
}
