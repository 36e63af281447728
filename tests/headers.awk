# Prints every prototype in a header that has no comment above it (one comment may cover a run without blank
# lines; void NAME_free() and NAME_close() need none).
# Usage: awk -f tests/headers.awk FILE.h...
FNR == 1 { comment = depth = declared = macro = within = 0; text = "" }
macro || /^#/ { macro = /\\$/; if (text == "") comment = 0; next }
/^[ \t]*\/[*\/]/ && !depth && text == "" { comment = 1 }
/^[ \t]*\/\*/ && !/\*\// { within = 1; next }
within { if (/\*\//) within = 0; next }
/^[ \t]*\/[*\/]/ { next }
/^[ \t]*$/ { if (text == "") comment = 0; next }
{
    if (text == "") declared = FNR
    text = text " " $0
    bare = $0
    depth += gsub(/\{/, "", bare) - gsub(/\}/, "", bare)
    if (depth > 0 || $0 !~ /;[ \t]*(\/[*\/].*)?$/)
        next
    if (text ~ /[a-z0-9_]+\(.*\)[^)]*;/ && text !~ /^ *(typedef|struct [a-z0-9_]+ \{|enum [a-z0-9_]* ?\{)/ && text !~ /\(\*[a-z0-9_]+\)/ && text !~ /^ *void [a-z_]+_(free|close)\(/ && !comment) {
        printf "%s:%d: a function without a comment above it\n", FILENAME, declared
        wrong = 1
    }
    text = ""
}
END { exit wrong }
