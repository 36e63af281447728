#include "codebook/columns.h"

#include "base/fail.h"
#include "base/nearest.h"
#include "base/place.h"
#include "base/unseen.h"
#include "table/csv.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

struct columns {
    const char *file;     /* for messages */
    GHashTable *meanings; /* folded header -> canonical name */
    GPtrArray *names;     /* canonical names */
};

static char *columns_fold(const char *header)
{
    char *whole = g_utf8_normalize(header, -1, G_NORMALIZE_DEFAULT_COMPOSE);
    char *folded = g_utf8_casefold(whole != NULL ? whole : header, -1);
    GString *plain = g_string_new(NULL);

    for (const char *at = folded; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        bool space = g_unichar_isspace(letter) || letter == '_' || letter == '-';

        if (unseen_is(letter))
            continue;
        if (!space)
            g_string_append_unichar(plain, letter);
        else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
            g_string_append_c(plain, ' ');
    }
    g_free(folded);
    g_free(whole);
    return g_strchomp(g_string_free(plain, FALSE));
}

static void columns_mean(struct columns *columns, const char *header, char *name)
{
    char *folded = columns_fold(header);
    const char *known = g_hash_table_lookup(columns->meanings, folded);

    if (known != NULL && strcmp(known, name) != 0)
        fail(STATUS_STOPPED, "%s: \"%s\" means both %s and %s", columns->file, header, known, name);
    if (*folded == '\0' || known != NULL)
        g_free(folded);
    else
        g_hash_table_insert(columns->meanings, folded, name);
}

static void columns_add(struct columns *columns, const char *canonical, const char *aliases)
{
    char *name = g_strdup(canonical);
    char **each = g_strsplit(aliases, ";", -1);

    g_ptr_array_add(columns->names, name);
    columns_mean(columns, name, name);
    for (char **alias = each; *alias != NULL; alias++)
        columns_mean(columns, *alias, name);
    g_strfreev(each);
}

struct columns *columns_load(void)
{
    return columns_load_file("codebooks/kolommen.csv");
}

struct columns *columns_load_file(const char *name)
{
    struct columns *columns = g_new0(struct columns, 1);
    char *path = place_find(name);
    struct csv *csv = csv_open(path != NULL ? path : name);
    enum csv_got got;

    columns->file = strrchr(name, '/') + 1;
    columns->meanings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    columns->names = g_ptr_array_new_with_free_func(g_free);
    while ((got = csv_next(csv)) != CSV_END) {
        if (got == CSV_BAD)
            fail(STATUS_STOPPED, "%s:%zu: %s", columns->file, csv_line(csv), csv_why(csv));
        if (got == CSV_RECORD && csv_cell(csv, 0)[0] != '#' && csv_count(csv) >= 2 &&
            strcmp(csv_cell(csv, 0), "canonical") != 0)
            columns_add(columns, csv_cell(csv, 0), csv_cell(csv, 1));
    }
    csv_close(csv);
    g_free(path);
    return columns;
}

void columns_free(struct columns *columns)
{
    g_hash_table_destroy(columns->meanings);
    g_ptr_array_free(columns->names, TRUE);
    g_free(columns);
}

const char *columns_find(const struct columns *columns, const char *header)
{
    char *folded = columns_fold(header);
    const char *name = g_hash_table_lookup(columns->meanings, folded);

    g_free(folded);
    return name;
}

/* Whether a front may end before `at`: at a space or sign, or where digits begin. */
static bool columns_breaks(const char *header, const char *at)
{
    return strchr(" _-:.(", *at) != NULL ||
           (g_ascii_isdigit(*at) && !g_ascii_isdigit(at[-1]) && at > header);
}

const char *columns_stem(const struct columns *columns, const char *header, char **rest)
{
    for (const char *at = header + strlen(header) - 1; at > header; at--) {
        char *front;
        const char *name;

        if (!columns_breaks(header, at))
            continue;
        front = g_strndup(header, (gsize)(at - header));
        name = columns_find(columns, front);
        g_free(front);
        if (name == NULL)
            continue;
        *rest = g_strdelimit(g_strdup(at + strspn(at, " _-:.(")), ")", ' ');
        g_strstrip(*rest);
        if (**rest != '\0')
            return name;
        g_free(*rest);
    }
    return NULL;
}

int columns_is_canonical(const struct columns *columns, const char *name)
{
    return g_ptr_array_find_with_equal_func(columns->names, name, g_str_equal, NULL);
}

const char *columns_nearest(const struct columns *columns, const char *wrong)
{
    return nearest_word(wrong, (const char *const *)columns->names->pdata, columns->names->len);
}
