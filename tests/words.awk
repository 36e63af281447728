# Prints every code, item, role and side of the code books that stands as a whole string literal in the C sources.
# Usage: awk -f tests/words.awk [kolommen.csv] BOOK.csv... SOURCE... — what the first column of kolommen.csv lists
# (canonical column names) is exempt, and kolommen.csv is itself no code book.
FNR == 1 {
    close_book()
    kind = FILENAME ~ /(kolommen|celwoorden)\.csv$/ ? "columns" : FILENAME ~ /\.csv$/ ? "book" : "source"
    record = ""
    side = comment = 0
    titled = 0
}

kind != "source" {
    sub(/\r$/, "")
    record = record == "" ? $0 : record "\n" $0
    quotes = gsub(/"/, "\"", record)
    if (quotes % 2)
        next
    if (record !~ /^#/ && record != "")
        row(record)
    record = ""
    next
}

{ literals($0) }

END { exit wrong }

function row(text,    cell, n, k) {
    n = cells(text, cell)
    if (!titled) {
        titled = 1
        for (k = 1; k <= n; k++)
            if (cell[k] == "side")
                side = k
    } else if (kind == "columns")
        exempt[cell[1]] = 1
    else {
        word[cell[1]] = FILENAME
        if (side && cell[side] != "")
            word[cell[side]] = FILENAME
    }
}

# Splits one CSV record, quotes and all; returns the number of cells.
function cells(text, cell,    n, c, quoted, value) {
    n = 0
    value = ""
    for (; text != ""; text = substr(text, 2)) {
        c = substr(text, 1, 1)
        if (quoted && c == "\"" && substr(text, 2, 1) == "\"") {
            value = value c
            text = substr(text, 2)
        } else if (c == "\"")
            quoted = !quoted
        else if (c == "," && !quoted) {
            cell[++n] = value
            value = ""
        } else
            value = value c
    }
    cell[++n] = value
    return n
}

# Looks at each string literal of a line of C outside comments.
function literals(text,    c, value) {
    while (text != "") {
        c = substr(text, 1, 1)
        if (comment) {
            if (!(c = index(text, "*/")))
                return
            text = substr(text, c + 2)
            comment = 0
        } else if (substr(text, 1, 2) == "/*") {
            comment = 1
            text = substr(text, 3)
        } else if (substr(text, 1, 2) == "//")
            return
        else if (c == "'" && match(text, /^'(\\.[^']*|[^'\\])'/))
            text = substr(text, RLENGTH + 1)
        else if (c == "\"" && match(text, /^"([^"\\]|\\.)*"/)) {
            value = substr(text, 2, RLENGTH - 2)
            if (value != "" && value in word && !(value in exempt)) {
                printf "%s:%d: \"%s\" is a word of %s\n", FILENAME, FNR, value, word[value]
                wrong = 1
            }
            text = substr(text, RLENGTH + 1)
        } else
            text = substr(text, 2)
    }
}

function close_book() {
    if (record != "") {
        printf "%s: a quote is never closed\n", kind
        wrong = 1
    }
}
