# Reads the #include lines and the calls of pipeline/ and prints what the house does not allow; status 1 then.
# A file sees only lower floors and its own folder; two folders on one floor do not see each other; nobody
# includes a stage. A folder named after a stage holds the parts of that stage: between floors 3 and 4, and only
# that stage sees it. A library is known to the folders that wrap it. Names below have their reason beside them.
# Usage: awk -f tests/floors.awk FILE... (paths begin with pipeline/)
BEGIN {
    split("base 0 stat 0 table 1 codebook 2 chart 2 document 2 foreign 3 . 4 driver 5", f, " ")
    for (i = 1; i in f; i += 2)
        floor[f[i]] = f[i + 1]
    for (i = 1; i < ARGC; i++) # pipeline/count.c beside pipeline/count/: a stage and its parts
        if (split(ARGV[i], part, "/") == 2 && sub(/\.c$/, "", part[2]) && !(part[2] in floor)) {
            floor[part[2]] = 3.5
            parts[part[2]] = 1
        }

    # header (a prefix): the places that may include it
    may["csv.h"] = "pipeline/table/csv_judge.c"
    may["expat.h"] = "pipeline/foreign/ pipeline/chart/" # chart checks what gnuplot left behind
    may["pthread.h"] = "pipeline/stat/resample.c"
    may["gsl/"] = "pipeline/stat/"
    may["libxml/"] = "pipeline/document/"
    may["xlsxwriter.h"] = "pipeline/document/"
    may["zip.h"] = "pipeline/document/ pipeline/foreign/"
    may["json-glib/"] = "pipeline/foreign/"
    may["locale.h"] = ""
    may["glib"] = "pipeline/base/ pipeline/table/ pipeline/codebook/ pipeline/chart/ pipeline/document/ " \
                  "pipeline/foreign/ pipeline/driver/ STAGE PARTS" # stat: numbers in, numbers out

    no_locale = "reads the locale"
    no_world = "lets the day or the environment into what is written"
    split("setlocale strtod strtof strtold atof atoi atol sscanf fscanf scanf localeconv", names, " ")
    for (i in names)
        banned[names[i]] = no_locale
    split("time clock gettimeofday clock_gettime localtime gmtime getenv secure_getenv g_getenv g_get_environ " \
          "g_date_time_new_now g_date_time_new_now_utc g_date_time_new_now_local g_get_real_time " \
          "g_get_user_name g_get_host_name rand random srand srandom g_random_int g_random_double", names, " ")
    for (i in names)
        banned[names[i]] = no_world
    split("system popen g_spawn_command_line_sync g_spawn_command_line_async", names, " ")
    for (i in names)
        banned[names[i]] = "starts a shell or splits a line as one"
    split("tmpfile tmpnam mktemp", names, " ")
    for (i in names)
        banned[names[i]] = "makes a temporary file"

    # An exception: allowed["pipeline/driver/progress.c", "time"] = 1 # and here the reason
}

FNR == 1 {
    depth = split(FILENAME, part, "/")
    here = depth == 2 ? "." : part[2]
    comment = 0
    if (!(here in floor))
        bad("folder " here " has no floor")
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, q, "\"")
    n = split(q[2], to, "/")
    if (n != 2)
        bad("write the include as \"folder/file.h\": " q[2])
    else if (!(to[1] in floor))
        bad("unknown folder " to[1])
    else if (to[1] in parts && to[1] != here && FILENAME != "pipeline/" to[1] ".c")
        bad(title(here) " may not include the parts of stage " to[1])
    else if (to[1] != here && floor[to[1]] >= floor[here])
        bad(title(here) " may not include " to[1])
    next
}

/^[ \t]*#[ \t]*include[ \t]*</ {
    split($0, q, /[<>]/)
    for (prefix in may)
        if (index(q[2], prefix) == 1 && !within(may[prefix]))
            bad("<" q[2] "> is not for " title(here))
    next
}

{
    line = code($0)
    while (match(line, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
        word = substr(line, RSTART, RLENGTH - 1)
        sub(/[ \t]+$/, "", word)
        if (word in banned && !((FILENAME, word) in allowed))
            bad(word "() " banned[word])
        line = substr(line, RSTART + RLENGTH)
    }
}

END { exit wrong }

function title(folder) { return folder == "." ? "a stage" : folder }

# Whether this file lies in one of the places; STAGE is pipeline/*.c itself.
function within(places,    place, k, count) {
    count = split(places, place, " ")
    for (k = 1; k <= count; k++)
        if (place[k] == "STAGE" ? here == "." : place[k] == "PARTS" ? here in parts : index(FILENAME, place[k]) == 1)
            return 1
    return 0
}

# The line without comments and without what stands in literals.
function code(text,    out, c) {
    gsub(/\\./, "", text)
    out = ""
    while (text != "") {
        if (comment) {
            if (!(c = index(text, "*/")))
                return out
            text = substr(text, c + 2)
            comment = 0
        } else if (substr(text, 1, 2) == "/*") {
            comment = 1
            text = substr(text, 3)
        } else if (substr(text, 1, 2) == "//")
            return out
        else if (substr(text, 1, 1) ~ /["']/) {
            c = index(substr(text, 2), substr(text, 1, 1))
            if (!c)
                return out
            text = substr(text, c + 2)
            out = out "\"\""
        } else {
            out = out substr(text, 1, 1)
            text = substr(text, 2)
        }
    }
    return out
}

function bad(why) {
    printf "%s:%d: %s\n", FILENAME, FNR, why
    wrong = 1
}
