/* Reading ../shared/reference/published: the data and the expectations of one set. */
#ifndef UNIT_STAT_PUBLISHED_H
#define UNIT_STAT_PUBLISHED_H

#include "stat_skipped.h"

/* One expectation of expected.json; q is that of its args, 0 where there is none. */
struct expectation {
    char *statistic;
    double value;
    double tolerance;
    double q;
};

/* One data set. names: its rows and columns have names; first: column of the first coder. */
struct published {
    char *id;
    char *layout;
    GArray *expectations;
    struct coded coded;
};

/* The value of a line `   "key": value,` that is indented by `indent` blanks, without quotes and
 * comma; NULL if the line is another one. */
static inline char *published_member(const char *line, gsize indent, const char *key)
{
    g_autofree char *start = g_strdup_printf("%*s\"%s\": ", (int)indent, "", key);
    if (!g_str_has_prefix(line, start))
        return NULL;
    char *value = g_strdup(line + strlen(start));
    gsize length = strlen(value);
    if (length > 0 && value[length - 1] == ',')
        value[--length] = '\0';
    if (length > 1 && value[0] == '"') {
        value[length - 1] = '\0';
        memmove(value, value + 1, length - 1);
    }
    return value;
}

/* The number of such a line into *number, if it is one. */
static inline void published_number(const char *line, gsize indent, const char *key, double *number)
{
    g_autofree char *text = published_member(line, indent, key);
    if (text != NULL)
        *number = g_ascii_strtod(text, NULL);
}

/* expected.json as its writer lays it out: one member a line, a blank of indent a level. */
static inline void published_expectations(struct published *set, const char *path)
{
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("%s cannot be read", path);
    char **lines = g_strsplit(text, "\n", -1);
    set->expectations = g_array_new(FALSE, TRUE, sizeof(struct expectation));
    for (char **line = lines; *line != NULL; line++) {
        char *statistic = published_member(*line, 3, "stat");
        char *layout = published_member(*line, 2, "layout");
        if (layout != NULL)
            set->layout = layout;
        if (statistic != NULL) {
            struct expectation expectation = {.statistic = statistic};
            g_array_append_val(set->expectations, expectation);
        }
        if (set->expectations->len == 0)
            continue;
        struct expectation *last =
            &g_array_index(set->expectations, struct expectation, set->expectations->len - 1);
        published_number(*line, 3, "value", &last->value);
        published_number(*line, 3, "tol_abs", &last->tolerance);
        published_number(*line, 4, "q", &last->q);
    }
    g_strfreev(lines);
    g_free(text);
}

/* A table or counts; its header may begin with an empty name, of the rows. */
static inline struct coded published_counts(const GPtrArray *rows, gboolean square)
{
    gsize names = *coded_cell(rows, 0, 0) == '\0';
    gsize q = g_strv_length((char **)g_ptr_array_index(rows, 0)) - names;
    gsize n = rows->len - 1;
    gsize *counts = g_new0(gsize, n * q);
    for (gsize i = 0; i < n * q; i++)
        counts[i] = (gsize)g_ascii_strtoull(coded_cell(rows, 1 + i / q, names + i % q), NULL, 10);
    struct coded coded = square ? coded_of_table(counts, q) : coded_of_counts(counts, n, q);
    g_free(counts);
    return coded;
}

static inline struct published published_read(const char *id)
{
    struct published set = {.id = g_strdup(id)};
    g_autofree char *json = g_strconcat(PUBLISHED, id, "/expected.json", NULL);
    g_autofree char *csv = g_strconcat(PUBLISHED, id, "/data.csv", NULL);
    GPtrArray *rows = coded_rows(csv);
    published_expectations(&set, json);
    g_assert_nonnull(set.layout);
    gsize first = strstr(set.layout, "first two columns") != NULL ? 2 : 0;
    gsize columns = g_strv_length((char **)g_ptr_array_index(rows, 0));
    if (g_str_has_prefix(set.layout, "square"))
        set.coded = published_counts(rows, TRUE);
    else if (g_str_has_prefix(set.layout, "units x categories"))
        set.coded = published_counts(rows, FALSE);
    else
        set.coded = coded_of_cells(rows, first, columns - first);
    g_ptr_array_free(rows, TRUE);
    return set;
}

static inline void published_free(struct published *set)
{
    for (guint i = 0; i < set->expectations->len; i++)
        g_free(g_array_index(set->expectations, struct expectation, i).statistic);
    g_array_free(set->expectations, TRUE);
    coded_free(&set->coded);
    g_free(set->layout);
    g_free(set->id);
}

#endif
