#include "foreign/header_find.h"

#include "base/fail.h"

#include <glib.h>
#include <string.h>

enum { LOOK = 20, PREAMBLE_CELLS = 2, KNOWN_LEAST = 2 };

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

size_t header_above(struct csv *csv, const struct columns *columns, char *const *maps)
{
    size_t most = 0; /* filled cells of a record so far */

    for (size_t above = 0; above < LOOK; above++) {
        size_t known;
        size_t filled;

        switch (header_next(csv)) {
        case CSV_END:
            return 0;
        case CSV_RECORD:
            filled = header_count(csv, columns, maps, &known);
            if (known >= KNOWN_LEAST && filled > most)
                return above;
            most = MAX(most, filled);
            break;
        default:
            break;
        }
        if (most > PREAMBLE_CELLS)
            return 0;
    }
    return 0;
}

void header_go_to(struct csv *csv, const struct columns *columns, char *const *maps,
                  struct ledger *ledger)
{
    size_t above;
    enum csv_got got;

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
        got = header_next(csv);
    }
    if (got == CSV_END)
        fail(STATUS_STOPPED, "%s: empty file: it holds no header", csv_name(csv));
    if (got == CSV_BAD)
        fail(STATUS_STOPPED, "%s:%zu: no header: %s", csv_name(csv), csv_line(csv), csv_why(csv));
}
