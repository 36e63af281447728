#include "foreign/header.h"

#include "base/fail.h"
#include "foreign/header_find.h"
#include "foreign/tidy.h"
#include "table/delimiter.h"

#include <string.h>

struct naming {
    struct header *header;
    struct csv *csv;
    const struct columns *columns;
    char *const *maps;
    struct ledger *ledger;
};

int header_find(const struct header *header, const char *name)
{
    guint at;

    return g_ptr_array_find_with_equal_func(header->names, name, g_str_equal, &at) ? (int)at : -1;
}

/* `origin` is ours: the place in this very file. */
static bool naming_is_taken(const struct naming *naming, const char *name)
{
    return header_find(naming->header, name) >= 0 || header_is_mapped(naming->maps, name) ||
           strcmp(name, "origin") == 0;
}

/* A header as a column name: tidy, one line, never empty, never one that is taken. */
static char *naming_own(const struct naming *naming, const char *text)
{
    guint column = naming->header->names->len + 1;
    char *name = tidy_text(text, strlen(text));
    char *numbered = NULL;

    for (char *byte = name; *byte != '\0'; byte++)
        if (g_ascii_iscntrl(*byte))
            *byte = ' ';
    if (*name == '\0') {
        g_free(name);
        name = g_strdup_printf("column %u", column);
    }
    if (!naming_is_taken(naming, name))
        return name;
    for (guint n = column; numbered == NULL; n++) {
        numbered = g_strdup_printf("%s (%u)", name, n);
        if (naming_is_taken(naming, numbered))
            g_clear_pointer(&numbered, g_free);
    }
    g_free(name);
    return numbered;
}

static void naming_note(const struct naming *naming, const char *what, const char *name,
                        const char *text, const char *action)
{
    char *value = g_strdup_printf("%s <- %s", name, text);

    ledger_line(naming->ledger, LEDGER_NOTE, csv_name(naming->csv), csv_line(naming->csv), what,
                value, action);
    g_free(value);
}

/* A header whose meaning another column has: which of the two counts is worth a look, but where
 * --map or a known program chose. */
static void naming_warn_second(const struct naming *naming, const char *name, const char *text,
                               const char *canonical)
{
    const struct header *header = naming->header;
    bool chosen = header->vendor != NULL || header_is_mapped(naming->maps, canonical);
    char *value = g_strdup_printf("%s <- %s", name, text);
    char *action = g_strdup_printf("another column is read as %s: kept as a column of its own%s",
                                   canonical, chosen ? "" : "; --map can choose");

    ledger_line(naming->ledger, chosen ? LEDGER_NOTE : LEDGER_WARNING, csv_name(naming->csv),
                csv_line(naming->csv), "column-second", value, action);
    g_free(action);
    g_free(value);
}

/* A known header that a line end breaks in two would go by as an unknown one. */
static void naming_check_broken(const struct naming *naming, const char *text)
{
    GString *joined = g_string_new(NULL);

    if (strpbrk(text, "\r\n") != NULL) {
        for (const char *byte = text; *byte != '\0'; byte++)
            if (*byte != '\r' && *byte != '\n')
                g_string_append_c(joined, *byte);
        if (columns_find(naming->columns, joined->str) != NULL)
            fail(STATUS_STOPPED,
                 "%s:%zu: no column \"%s\": a line end breaks this header in two; mend it, or say "
                 "--map %s=HEADER for another column",
                 csv_name(naming->csv), csv_line(naming->csv), joined->str,
                 columns_find(naming->columns, joined->str));
    }
    g_string_free(joined, TRUE);
}

/* The same known header twice, in other capitals perhaps: which of them is meant cannot be told,
 * but where a known program wrote them: it puts its own columns first. */
static void naming_check_twice(const struct naming *naming, const char *text)
{
    GPtrArray *texts = naming->header->texts;

    for (guint i = 0; naming->header->vendor == NULL && i < naming->header->names->len; i++)
        if (header_is_same(texts->pdata[i], text, strlen(text)))
            fail_named(
                "header-twice",
                "%s:%zu: the header \"%s\" stands there twice, in columns %u and %u; give one of "
                "them another name",
                csv_name(naming->csv), csv_line(naming->csv), text, i + 1,
                naming->header->names->len + 1);
}

/* The canonical column that a header means: as its program says, else by kolommen.csv; or NULL. */
static const char *naming_meaning(const struct naming *naming, const char *text)
{
    const char *said = vendor_means(naming->header->vendor, text);

    if (said == NULL)
        return columns_find(naming->columns, text);
    return *said == '\0' ? NULL : said;
}

/* The name that --map gives a column, which takes over `mapped`. Columns with codes there may be
 * several. */
static char *naming_map(const struct naming *naming, const char *text, char *mapped)
{
    char *own;

    if (header_find(naming->header, mapped) < 0) {
        naming_note(naming, "map", mapped, text, "as --map says");
        return mapped;
    }
    if (strcmp(mapped, "code") != 0)
        fail(STATUS_STOPPED,
             "%s:%zu: --map makes two columns \"%s\", the second from header \"%s\"",
             csv_name(naming->csv), csv_line(naming->csv), mapped, text);
    own = naming_own(naming, "code");
    naming_note(naming, "map", own, text, "as --map says: one more column with codes");
    g_free(mapped);
    return own;
}

static char *naming_choose(const struct naming *naming, const char *text)
{
    char *mapped = header_mapped(naming->maps, text);
    const char *canonical = naming_meaning(naming, text);
    char *own;

    if (mapped != NULL)
        return naming_map(naming, text, mapped);
    if (canonical != NULL && !header_is_mapped(naming->maps, canonical)) {
        naming_check_twice(naming, text);
        if (header_find(naming->header, canonical) < 0) {
            if (strcmp(canonical, text) != 0)
                naming_note(naming, "header", canonical, text, "read by its alias in kolommen.csv");
            return g_strdup(canonical);
        }
    }
    if (canonical == NULL)
        naming_check_broken(naming, text);
    own = naming_own(naming, text);
    if (canonical != NULL) {
        naming_warn_second(naming, own, text, canonical);
        g_array_append_val(naming->header->seconds, naming->header->names->len);
    } else {
        g_array_append_val(naming->header->kept, naming->header->names->len);
    }
    return own;
}

static void naming_check_maps(const struct naming *naming)
{
    for (char *const *map = naming->maps; map != NULL && *map != NULL; map++) {
        char *canonical = header_map_name(*map, naming->columns);

        if (header_find(naming->header, canonical) < 0)
            fail(STATUS_STOPPED, "%s: --map \"%s\": no header \"%s\", or it is mapped twice",
                 csv_name(naming->csv), *map, strchr(*map, '=') + 1);
        g_free(canonical);
    }
}

/* Columns at the end that have no name. One of them is kept where there is no other column. */
static void naming_drop(const struct naming *naming)
{
    struct header *header = naming->header;
    guint n = header->texts->len;
    char *value;

    while (n > 1 && *(const char *)header->texts->pdata[n - 1] == '\0')
        n--;
    header->dropped = header->texts->len - n;
    if (header->dropped == 0)
        return;
    value = g_strdup_printf("%u", header->dropped);
    ledger_line(
        naming->ledger, LEDGER_NOTE, csv_name(naming->csv), csv_line(naming->csv), "column-dropped",
        value,
        "columns at the end without a name: left out; a record with a value there is refused");
    g_free(value);
}

void header_tell(const struct csv *csv, struct ledger *ledger)
{
    enum encoding encoding = csv_encoding(csv);
    bool converted = encoding != ENCODING_UTF8 && encoding != ENCODING_UTF8_MARKED;

    ledger_add(ledger, LEDGER_NOTE, csv_name(csv), "", "delimiter",
               delimiter_name(csv_delimiter(csv)), "found in the first line");
    ledger_add(ledger, LEDGER_NOTE, csv_name(csv), "", "encoding", encoding_name(encoding),
               converted ? "converted to UTF-8" : "read as such");
}

void header_read(struct header *header, struct csv *csv, const struct columns *columns,
                 char *const *maps, struct ledger *ledger)
{
    const struct naming naming = {header, csv, columns, maps, ledger};

    header->names = g_ptr_array_new_with_free_func(g_free);
    header->texts = g_ptr_array_new_with_free_func(g_free);
    header->kept = g_array_new(FALSE, FALSE, sizeof(guint));
    header->seconds = g_array_new(FALSE, FALSE, sizeof(guint));
    header->source = header_go_to(csv, columns, maps, ledger);
    for (size_t i = 0; i < csv_count(csv); i++)
        g_ptr_array_add(header->texts, g_strdup(csv_cell(csv, i)));
    header->line = csv_line(csv);
    header->vendor = vendor_find(header->texts);
    naming_drop(&naming);
    for (guint i = 0; i + header->dropped < header->texts->len; i++)
        g_ptr_array_add(header->names, naming_choose(&naming, header->texts->pdata[i]));
    naming_check_maps(&naming);
    if (header->vendor != NULL)
        ledger_add(ledger, LEDGER_NOTE, csv_name(csv), "", "format", header->vendor->name,
                   "known by its headers");
    header_tell(csv, ledger);
}

bool header_is_second(const struct header *header, size_t column)
{
    for (guint i = 0; header->seconds != NULL && i < header->seconds->len; i++)
        if (g_array_index(header->seconds, guint, i) == column)
            return true;
    return false;
}

void header_tell_kept(const struct header *header, const char *file, struct ledger *ledger,
                      header_taken is_taken, const void *data)
{
    for (guint i = 0; i < header->kept->len; i++) {
        guint column = g_array_index(header->kept, guint, i);
        char *value;

        if (is_taken != NULL && is_taken(data, (int)column))
            continue;
        value = g_strdup_printf("%s <- %s", (const char *)header->names->pdata[column],
                                (const char *)header->texts->pdata[column]);
        ledger_line(ledger, LEDGER_NOTE, file, header->line, "column-kept", value,
                    "unknown header: kept as a column of its own");
        g_free(value);
    }
}

void header_free(struct header *header)
{
    g_ptr_array_free(header->names, TRUE);
    g_ptr_array_free(header->texts, TRUE);
    if (header->kept != NULL)
        g_array_free(header->kept, TRUE);
    if (header->seconds != NULL)
        g_array_free(header->seconds, TRUE);
    g_free(header->source);
}
