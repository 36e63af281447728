# What make install brings works from where it lands, and make uninstall takes it back.

setup_file() {
    cd "$BATS_TEST_DIRNAME/.." || return 1
    export BUILD=${BUILD:-build} destination=$BATS_FILE_TMPDIR/root
    unset MAKEFLAGS MFLAGS MAKEOVERRIDES
    make -s BUILD="$BUILD" PREFIX=/usr DESTDIR="$destination" install
}

setup() {
    cd "$BATS_TEST_DIRNAME/.." || return 1
}

@test "install: programs run from there, and find a code book by its name" {
    for program in "$BUILD"/vs-*; do
        run "$destination/usr/bin/${program##*/}" --version
        [ "$status" = 0 ]
    done
    for book in codebooks/*; do
        cmp "$book" "$destination/usr/share/volgstuur/$book"
    done
    [ -x "$destination/usr/bin/vs-check" ] || skip 'vs-check is not built'
    cd "$BATS_TEST_TMPDIR"
    run "$destination/usr/bin/vs-check" --codebook koenig "$BATS_TEST_DIRNAME/inputs/segments.tsv"
    [[ $output != *'"koenig"'* ]]
    [ "$status" -lt 2 ]
}

@test "install: a man page of each program, with its name, its sentence and its options" {
    for program in "$BUILD"/vs-*; do
        page=$destination/usr/share/man/man1/${program##*/}.1
        grep -qx '.SH NAME' "$page"
        sentence=$("$program" --summary | cut -f 4)
        sed 's/\\-/-/g' "$page" | grep -qF -- "${program##*/} - $sentence"
        sed 's/\\-/-/g' "$page" | grep -q -- '--summary'
    done
}

@test "install: bash completion offers options, code books and files" {
    cd "$BATS_TEST_TMPDIR"
    for program in "$destination"/usr/bin/vs-*; do
        run bash --norc -c '
            PATH=$1/usr/bin:$PATH
            source "$1/usr/share/bash-completion/completions/${2##*/}"
            COMP_WORDS=("${2##*/}" --summ) COMP_CWORD=1
            _volgstuur 2>/dev/null
            echo "${COMPREPLY[*]}"
            COMP_WORDS=("${2##*/}" --codebook koe) COMP_CWORD=2
            _volgstuur 2>/dev/null
            echo "${COMPREPLY[*]}"' - "$destination" "$program"
        [ "${lines[0]}" = --summary ]
        [ "${lines[1]}" = koenig ]
    done
}

@test "make deb: one package with its dependencies, whose programs run" {
    run make -s BUILD="$BUILD" deb
    [ "$status" = 0 ]
    package=${lines[-1]}
    dpkg-deb --field "$package" Depends | grep -q 'libcsv3.*libgsl.*gnuplot-nox, fonts-dejavu-core$'
    dpkg-deb -x "$package" "$BATS_TEST_TMPDIR"
    [ "$(cd "$BATS_TEST_TMPDIR/usr/bin" && ls)" = "$(cd "$destination/usr/bin" && ls)" ]
    run "$BATS_TEST_TMPDIR/usr/bin/volgstuur" new "$BATS_TEST_TMPDIR/studie" --codebook koenig
    [ "$status" = 0 ]
    [ -s "$BATS_TEST_TMPDIR/studie/studie.ini" ]
    rm -rf "$package" "$BUILD/deb"
}

@test "make help names every target a person may call" {
    run make help
    [ "$status" = 0 ]
    for target in deps deps-check all demo deb check asan lint format fuzz coverage bench install uninstall clean help; do
        grep -q "^make $target " <<<"$output"
    done
}

@test "uninstall: nothing is left" {
    make -s BUILD="$BUILD" PREFIX=/usr DESTDIR="$destination" uninstall
    [ -z "$(find "$destination" -type f)" ]
}
