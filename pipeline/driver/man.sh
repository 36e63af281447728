#!/bin/sh
# The man page of a program, from what it says of itself: pipeline/driver/man.sh PROGRAM > PROGRAM.1
# NAME is --summary (its last part, after the last tab); the synopsis is the first line of --help, the rest follows
# as it stands, with lines that end in a colon as headings.
set -eu
name=$(basename "$1")
summary=$("$1" --summary | awk -F '\t' '{ print $NF }')
version=$("$1" --version | awk 'NR == 1 { print $NF }')
"$1" --help | awk -v name="$name" -v summary="$summary" -v version="$version" '
    function plain(text) {
        gsub(/\\/, "\\e", text)
        gsub(/-/, "\\-", text)
        if (text ~ /^[.\047]/)
            text = "\\\\&" text
        return text
    }
    BEGIN {
        printf ".TH %s 1 \"\" \"volgstuur %s\" \"volgstuur\"\n", toupper(name), version
        printf ".SH NAME\n%s \\- %s\n", plain(name), plain(summary)
    }
    NR == 1 || (usage && /^  /) {
        if (NR == 1) print ".SH SYNOPSIS"
        usage = 1
        text = $0
        sub(/^(Usage|Gebruik): */, "", text)
        if (text !~ /^ *$/) printf "%s\n.br\n", plain(text)
        next
    }
    usage { print ".SH DESCRIPTION\n.nf"; usage = 0 }
    /^[A-Z][A-Za-z ]*:$/ { printf ".fi\n.SH %s\n.nf\n", toupper(substr($0, 1, length($0) - 1)); next }
    { print plain($0) }
    END { print ".fi" }'
