#!/bin/bash
# One kind of lint, as TAP: tests/lint.sh KIND; `--list` shows the kinds. tidy is cut in two, for two cores.
set -u
cd "$(dirname "$0")/.." || exit 3
shopt -s nullglob
: "${BUILD:=build}"

warnings=(-std=c11 -D_GNU_SOURCE -Ipipeline '-DVOLGSTUUR_VERSION="lint"' -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wstrict-prototypes -Wmissing-prototypes -Wvla)
mapfile -t sources < <(find pipeline tests data-samples/draw -name '*.c' | LC_ALL=C sort)
mapfile -t headers < <(find pipeline tests data-samples/draw -name '*.h' | LC_ALL=C sort)
mapfile -t scripts < <(grep -rlE --exclude='*.bats' --exclude-dir=golden '^#!.*\b(ba)?sh$' tests pipeline .ci | LC_ALL=C sort)
scripts+=(pipeline/driver/*.bash tests/*.bash)

libraries() {
    pkg-config --cflags glib-2.0 gsl expat libxml-2.0 | sed 's/-I/-isystem /g'
}

# Runs a command; its output is shown only when it fails.
tell() { # TITLE COMMAND...
    local title=$1 out
    shift
    if out=$("$@" 2>&1); then
        echo "ok - $title"
    else
        echo "not ok - $title"
        sed 's/^/  /' <<<"$out"
    fi
}

# Both compilers, every source, nothing linked; optimised, because gcc sees more then.
compiled() { # COMPILER
    # shellcheck disable=SC2046 # flags are words
    printf '%s\0' "${sources[@]}" | xargs -0 -n 1 -P "$(nproc)" \
        "$1" -Werror "${warnings[@]}" $(libraries) -O2 -c -o /dev/null
}

tidied() { # REMAINDER: every second source
    local i half=()
    for ((i = $1; i < ${#sources[@]}; i += 2)); do half+=("${sources[i]}"); done
    [ ${#half[@]} -eq 0 ] && return 0
    # One file a process: in a second file the analyzer of clang 14 takes each va_list for uninitialized.
    # shellcheck disable=SC2046,SC2016
    printf '%s\0' "${half[@]}" | xargs -0 -I FILE clang-tidy --quiet FILE -- "${warnings[@]}" $(libraries) 2>&1 |
        { grep -vE '^[0-9]+ warnings? (and [0-9]+ errors? )?(treated|generated)'; true; }
    return "${PIPESTATUS[1]}"
}

checked() {
    mkdir -p "$BUILD/cppcheck"
    cppcheck --quiet --std=c11 --language=c --library=gnu,gtk,posix --enable=warning,performance,portability \
        --inline-suppr --suppress=varFuncNullUB --error-exitcode=1 --cppcheck-build-dir="$BUILD/cppcheck" -j "$(nproc)" \
        '-DG_GNUC_PRINTF(a,b)=' '-DG_NORETURN=__attribute__((noreturn))' -D_GNU_SOURCE '-DVOLGSTUUR_VERSION="lint"' -Ipipeline pipeline tests
}

# Names the files that clang-format would change.
laid_out() {
    clang-format --dry-run -Werror "${sources[@]}" "${headers[@]}" 2>&1 | sed -n 's/^\([^:]*\):.*error: .*/\1/p' | sort -u
    return "${PIPESTATUS[0]}"
}

case ${1-} in
--list) printf '%s\n' tidy-0 tidy-1 cppcheck clang gcc format shellcheck sizes headers ;;
tidy-[01]) tell "clang-tidy, part ${1#tidy-}" tidied "${1#tidy-}" ;;
cppcheck) tell cppcheck checked ;;
clang | gcc) tell "$1 without a warning" compiled "$1" ;;
format) tell 'clang-format (make format lays them out)' laid_out ;;
shellcheck)
    # SC2016, SC2001: a sed script and a text to be shown may hold $ and backquotes, and sed may do what ${x//} does
    tell 'shellcheck: scripts' shellcheck -e SC2016,SC2001 "${scripts[@]}"
    # what tests/cli.bash sets, the tests use
    tell 'shellcheck: bats' shellcheck -e SC2016,SC2154,SC2034 tests/*.bats
    commands=(tests/golden/*/*/command)
    # ROOT and TMP come from the runner, which also says -e: a cd that fails stops the case; cases may look at
    # messages alone (2>&1 >file) and put tabs and backslashes together as printf reads them
    [ ${#commands[@]} -eq 0 ] || tell 'shellcheck: golden commands' shellcheck -s bash -e SC2154,SC2164,SC2069,SC2059,SC1003 "${commands[@]}"
    ;;
sizes) tell 'sizes of files and functions' awk -f tests/sizes.awk "${sources[@]}" "${headers[@]}" "${scripts[@]}" \
    tests/*.awk tests/*.bats ;;
headers) tell 'a comment above every function in a header' awk -f tests/headers.awk "${headers[@]}" ;;
*) echo "tests/lint.sh: one of: $("$0" --list | tr '\n' ' ')" >&2; exit 2 ;;
esac
