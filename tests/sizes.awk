# Prints what outgrew its size: a file over 300 lines, a function over 60 (its first line to its closing brace;
# the braces of functions, and only theirs, stand in the first column). Usage: awk -f tests/sizes.awk FILE...
BEGIN { file_limit = 300; function_limit = 60 }
FNR == 1 { finish(); name = FILENAME; first = 0 }
{ last = FNR }
FILENAME !~ /\.[ch]$/ { next }
/^[A-Za-z_]/ && !inside { if (!first) first = FNR; title = $0 }
/^\{/ && first { inside = 1 }
/^\}/ {
    if (inside && FNR - first + 1 > function_limit)
        bad(FILENAME ":" first, "a function of " FNR - first + 1 " lines (at most " function_limit ")")
    inside = first = 0
}
!inside && (/;[ \t]*(\/[*\/].*)?$/ || /^[ \t]*$/ || /^#/) { first = 0 }
END { finish(); exit wrong }

function finish() {
    if (last > file_limit)
        bad(name, last " lines (at most " file_limit ")")
    inside = 0
}
function bad(where, what) { print where ": " what; wrong = 1 }
