#include "foreign/header_find.h"

#include "base/fail.h"
#include "foreign/vendor.h"
#include "table/delimiter.h"

#include <glib.h>
#include <string.h>

enum { LOOK = 100, PREAMBLE_CELLS = 2, KNOWN_LEAST = 2 };

/* Behind a wider line that holds no known header (a title with commas) so many lines are looked at
 * for one with so many of them. */
enum { TITLE_LOOK = 5, KNOWN_SURE = 3 };

bool header_is_mapped(char *const *maps, const char *canonical)
{
    for (; maps != NULL && *maps != NULL; maps++)
        if (g_str_has_prefix(*maps, canonical) && (*maps)[strlen(canonical)] == '=')
            return true;
    return false;
}

char *header_mapped(char *const *maps, const char *text)
{
    for (; maps != NULL && *maps != NULL; maps++) {
        const char *equals = strchr(*maps, '=');

        if (equals != NULL && strcmp(equals + 1, text) == 0)
            return g_strndup(*maps, (gsize)(equals - *maps));
    }
    return NULL;
}

char *header_map_name(const char *map, const struct columns *columns)
{
    const char *equals = strchr(map, '=');
    char *canonical = g_strndup(map, equals == NULL ? 0 : (gsize)(equals - map));
    const char *nearest = columns_nearest(columns, canonical);

    if (equals == NULL)
        fail(STATUS_USAGE, "--map \"%s\": say CANONICAL=HEADER", map);
    if (!columns_is_canonical(columns, canonical))
        fail(STATUS_USAGE, "--map \"%s\": \"%s\" is not a column of kolommen.csv%s%s", map,
             canonical, nearest != NULL ? "; nearest: " : "", nearest != NULL ? nearest : "");
    return canonical;
}

/* How many cells of the record hold something; in `*known`, how many of them are headers. */
static size_t header_count(const struct csv *csv, const struct columns *columns, char *const *maps,
                           size_t *known)
{
    size_t filled = 0;

    *known = 0;
    for (size_t i = 0; i < csv_count(csv); i++) {
        const char *text = csv_cell(csv, i);
        char *mapped = header_mapped(maps, text);

        filled += *text != '\0';
        *known += mapped != NULL || columns_find(columns, text) != NULL;
        g_free(mapped);
    }
    return filled;
}

/* Whether the record is the header of a known program. */
static bool header_is_known(const struct csv *csv)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    bool known;

    for (size_t i = 0; i < csv_count(csv); i++)
        g_ptr_array_add(texts, g_strdup(csv_cell(csv, i)));
    known = vendor_find(texts) != NULL;
    g_ptr_array_unref(texts);
    return known;
}

/* Whether a line that cannot be read is as wide as no line of a preamble: then it is the header. */
static bool header_is_wide(const struct csv *csv)
{
    char *raw = csv_raw(csv);
    size_t count;

    delimiter_find(raw, strlen(raw), &count);
    g_free(raw);
    return count >= PREAMBLE_CELLS;
}

enum csv_got header_next(struct csv *csv)
{
    for (;;) {
        enum csv_got got;

        csv_undecide(csv);
        got = csv_next(csv);
        for (size_t i = 0; got == CSV_RECORD && i < csv_count(csv); i++)
            if (csv_length(csv, i) > 0)
                return got;
        if (got == CSV_END || got == CSV_BAD)
            return got;
    }
}

/* Whether a record of so many filled cells, so many of them known headers, is the header, behind
 * records of `most` filled cells. */
static bool header_is_one(size_t most, size_t filled, size_t known)
{
    if (most > PREAMBLE_CELLS)
        return known >= KNOWN_SURE && filled > most;
    return (known >= KNOWN_LEAST && filled > most) ||
           (known > 0 && most > 0 && filled > PREAMBLE_CELLS);
}

size_t header_above(struct csv *csv, const struct columns *columns, char *const *maps)
{
    size_t most = 0; /* filled cells of a record so far */
    size_t met = 0;  /* known headers of a record so far */

    for (size_t above = 0; above < LOOK; above++) {
        size_t known;
        size_t filled;

        switch (header_next(csv)) {
        case CSV_END:
            return 0;
        case CSV_RECORD:
            filled = header_count(csv, columns, maps, &known);
            if (header_is_one(most, filled, known) || header_is_known(csv))
                return above;
            most = MAX(most, filled);
            met = MAX(met, known);
            break;
        default:
            if (header_is_wide(csv))
                return above;
            break;
        }
        if (most > PREAMBLE_CELLS && (met > 0 || above >= TITLE_LOOK))
            return 0;
    }
    return 0;
}

/* How often the next record that holds something, one cell, holds what separates cells; 0: it is no
 * such record. */
static size_t header_count_within(struct csv *csv)
{
    enum csv_got got;
    size_t count = 0;

    do
        got = csv_next(csv);
    while (got == CSV_BLANK);
    if (got == CSV_RECORD && csv_count(csv) == 1)
        delimiter_find(csv_cell(csv, 0), csv_length(csv, 0), &count);
    return count;
}

void header_check_single(struct csv *csv, const char *text, size_t line)
{
    size_t first;
    size_t second;

    csv_hold(csv);
    first = header_count_within(csv);
    second = header_count_within(csv);
    if (first >= PREAMBLE_CELLS && first == second)
        fail_named(
            "header-one-cell",
            "%s:%zu: the header is one cell, \"%s\", but what follows holds several: take away "
            "what stands above the header",
            csv_name(csv), line, text);
    csv_rewind(csv);
    csv_release(csv);
}

/* What a line above the header says of the source, or NULL. */
static char *header_said_source(const struct csv *csv, const struct columns *columns)
{
    const char *meaning = columns_find(columns, csv_cell(csv, 0));

    if (csv_count(csv) < 2 || g_strcmp0(meaning, "source") != 0 || *csv_cell(csv, 1) == '\0')
        return NULL;
    return g_strdup(csv_cell(csv, 1));
}

/* Control characters go, as they do from records. */
static void header_drop_controls(struct csv *csv, struct ledger *ledger)
{
    char *raw = csv_raw(csv);

    if (!csv_plain(csv) && csv_drop_controls(csv) > 0)
        ledger_line(ledger, LEDGER_WARNING, csv_name(csv), csv_line(csv), "control-character", raw,
                    "control characters left out of its headers");
    g_free(raw);
}

char *header_go_to(struct csv *csv, const struct columns *columns, char *const *maps,
                   struct ledger *ledger)
{
    size_t above;
    enum csv_got got;
    char *source = NULL;

    csv_hold(csv);
    above = header_above(csv, columns, maps);
    csv_rewind(csv);
    csv_release(csv);
    got = header_next(csv);
    for (; above > 0; above--) {
        char *raw = csv_raw(csv);

        ledger_line(ledger, LEDGER_NOTE, csv_name(csv), csv_line(csv), "preamble", raw,
                    "stands above the header: not read");
        g_free(raw);
        if (source == NULL && got == CSV_RECORD)
            source = header_said_source(csv, columns);
        got = header_next(csv);
    }
    if (got == CSV_END)
        fail_named("empty-file", "%s: empty file: it holds no header", csv_name(csv));
    if (got == CSV_BAD)
        fail_named("no-header", "%s:%zu: no header: %s", csv_name(csv), csv_line(csv),
                   csv_why(csv));
    header_drop_controls(csv, ledger);
    return source;
}
