/* Data of agreement for the tests of stat/: units by coders read from CSV, from a square table or
 * from counts, or drawn. */
#ifndef UNIT_STAT_CODED_H
#define UNIT_STAT_CODED_H

#include "stat/random.h"
#include "stat/ratings.h"

#include "stat_reference.h"

#define VECTORS "../shared/reference/vectors/"
#define PUBLISHED "../shared/reference/published/reliability/"

/* codes[unit·coders + coder] among categories, whose values are their labels' numbers (or 0, 1, …
 * where these are words). */
struct coded {
    int32_t *codes;
    gsize units;
    gsize coders;
    gsize categories;
    double *values;
};

static inline void coded_free(struct coded *coded)
{
    g_free(coded->codes);
    g_free(coded->values);
}

static inline struct ratings coded_ratings(const struct coded *coded)
{
    return (struct ratings){.codes = coded->codes,
                            .units = coded->units,
                            .coders = coded->coders,
                            .categories = coded->categories,
                            .clusters = 1};
}

/* One line of CSV, with quotes. */
static inline char **coded_cells(const char *line)
{
    GPtrArray *cells = g_ptr_array_new();
    GString *cell = g_string_new(NULL);
    gboolean quoted = FALSE;
    for (const char *at = line;; at++) {
        if (*at == '"') {
            quoted = !quoted;
        } else if (*at == '\0' || (*at == ',' && !quoted)) {
            g_ptr_array_add(cells, g_strdup(cell->str));
            g_string_truncate(cell, 0);
            if (*at == '\0')
                break;
        } else {
            g_string_append_c(cell, *at);
        }
    }
    g_string_free(cell, TRUE);
    g_ptr_array_add(cells, NULL);
    return (char **)g_ptr_array_free(cells, FALSE);
}

/* Every line of a CSV file, the header too, as a row of cells. */
static inline GPtrArray *coded_rows(const char *path)
{
    char *text = NULL;
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("%s cannot be read", path);
    char **lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++)
        if (*g_strchomp(*line) != '\0')
            g_ptr_array_add(rows, coded_cells(*line));
    g_strfreev(lines);
    g_free(text);
    return rows;
}

static inline const char *coded_cell(const GPtrArray *rows, gsize row, gsize column)
{
    char **cells = (char **)g_ptr_array_index(rows, row);
    return column < g_strv_length(cells) ? cells[column] : "";
}

static inline int coded_compare(const void *left, const void *right)
{
    const char *one = *(char *const *)left;
    const char *other = *(char *const *)right;
    double difference = g_ascii_strtod(one, NULL) - g_ascii_strtod(other, NULL);
    return difference < 0 ? -1 : difference > 0 ? 1 : strcmp(one, other);
}

/* The labels in the order of their numbers, words in that of the alphabet. */
static inline GPtrArray *coded_labels(const GPtrArray *rows, gsize first, gsize columns)
{
    GPtrArray *labels = g_ptr_array_new();
    for (gsize i = 1; i < rows->len; i++)
        for (gsize j = 0; j < columns; j++) {
            const char *cell = coded_cell(rows, i, first + j);
            if (*cell != '\0' && !g_ptr_array_find_with_equal_func(labels, cell, g_str_equal, NULL))
                g_ptr_array_add(labels, (gpointer)cell);
        }
    g_ptr_array_sort(labels, (GCompareFunc)coded_compare);
    return labels;
}

/* Units in rows (after a header), coders in columns from first on; empty is missing. */
static inline struct coded coded_of_cells(const GPtrArray *rows, gsize first, gsize coders)
{
    GPtrArray *labels = coded_labels(rows, first, coders);
    struct coded coded = {.units = rows->len - 1, .coders = coders, .categories = labels->len};
    coded.codes = g_new(int32_t, coded.units * coders + 1);
    coded.values = g_new(double, labels->len + 1);
    for (guint k = 0; k < labels->len; k++) {
        char *end = NULL;
        const char *label = (const char *)g_ptr_array_index(labels, k);
        coded.values[k] = g_ascii_strtod(label, &end);
        if (end == label)
            coded.values[k] = k;
    }
    for (gsize i = 0; i < coded.units * coders; i++) {
        guint at = 0;
        const char *cell = coded_cell(rows, 1 + i / coders, first + i % coders);
        gboolean found = g_ptr_array_find_with_equal_func(labels, cell, g_str_equal, &at);
        coded.codes[i] = found ? (int32_t)at : RATINGS_MISSING;
    }
    g_ptr_array_free(labels, TRUE);
    return coded;
}

/* counts[unit·categories + category]: how many of the coders, nobody knows which, said what. */
static inline struct coded coded_of_counts(const gsize *counts, gsize units, gsize categories)
{
    gsize most = 0;
    for (gsize i = 0; i < units; i++) {
        gsize m = 0;
        for (gsize k = 0; k < categories; k++)
            m += counts[i * categories + k];
        most = MAX(most, m);
    }
    struct coded coded = {.units = units, .coders = most, .categories = categories};
    coded.codes = g_new(int32_t, units * most + 1);
    coded.values = g_new(double, categories);
    for (gsize k = 0; k < categories; k++)
        coded.values[k] = (double)k + 1;
    for (gsize i = 0; i < units; i++) {
        gsize at = i * most;
        for (gsize k = 0; k < categories; k++)
            for (gsize j = 0; j < counts[i * categories + k]; j++)
                coded.codes[at++] = (int32_t)k;
        while (at < (i + 1) * most)
            coded.codes[at++] = RATINGS_MISSING;
    }
    return coded;
}

/* table[first·q + second]: units of two coders. */
static inline struct coded coded_of_table(const gsize *table, gsize q)
{
    gsize units = 0;
    for (gsize i = 0; i < q * q; i++)
        units += table[i];
    struct coded coded = {.units = units, .coders = 2, .categories = q};
    coded.codes = g_new(int32_t, units * 2 + 1);
    coded.values = g_new(double, q);
    gsize at = 0;
    for (gsize i = 0; i < q * q; i++)
        for (gsize j = 0; j < table[i]; j++) {
            coded.codes[at++] = (int32_t)(i / q);
            coded.codes[at++] = (int32_t)(i % q);
        }
    for (gsize k = 0; k < q; k++)
        coded.values[k] = (double)k + 1;
    return coded;
}

/* The numbers of "20 5 1/4 15 6"; any other character separates. Returns how many. */
static inline gsize coded_numbers(const char *text, double *numbers, gsize room)
{
    gsize count = 0;
    while (*text != '\0') {
        char *end = NULL;
        double number = g_ascii_strtod(text, &end);
        if (end == text) {
            text++;
            continue;
        }
        g_assert_cmpuint(count, <, room);
        numbers[count++] = number;
        text = end;
    }
    return count;
}

/* Ratings of q categories that agree more than by chance, one in seven of them missing (or none).
 */
static inline struct coded coded_random(gsize units, gsize coders, gsize q, gboolean missing,
                                        uint64_t seed)
{
    struct random_stream stream;
    random_start(&stream, seed, 0);
    struct coded coded = {.units = units, .coders = coders, .categories = q};
    coded.codes = g_new(int32_t, units * coders + 1);
    coded.values = g_new(double, q);
    for (gsize k = 0; k < q; k++)
        coded.values[k] = (double)(k * k + 1);
    for (gsize i = 0; i < units; i++) {
        uint32_t usual = random_below(&stream, (uint32_t)q);
        for (gsize j = 0; j < coders; j++) {
            uint32_t other = random_below(&stream, (uint32_t)q);
            gboolean usually = random_below(&stream, 3) > 0;
            coded.codes[i * coders + j] = (int32_t)(usually ? usual : other);
            if (random_below(&stream, 7) == 0 && missing)
                coded.codes[i * coders + j] = RATINGS_MISSING;
        }
    }
    return coded;
}

#endif
