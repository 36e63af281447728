/* Reading tests/reference for the unit tests of stat/: plain CSV without quotes, one header line. A
 * file that is missing or malformed ends the test as failed, unless said otherwise. */
#ifndef UNIT_STAT_REFERENCE_H
#define UNIT_STAT_REFERENCE_H

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* rows[i][column] of a file; header holds the names. */
struct reference {
    char **header;
    GPtrArray *rows;
};

static inline gboolean reference_there(const char *path)
{
    return g_file_test(path, G_FILE_TEST_EXISTS);
}

static inline struct reference reference_read(const char *path)
{
    char *text = NULL;
    struct reference reference = {NULL, g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev)};
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("%s cannot be read (unit tests are run from the project's root)", path);
    char **lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        char **cells = g_strsplit(g_strchomp(*line), ",", -1);
        if (g_strv_length(cells) == 0)
            g_strfreev(cells);
        else if (reference.header == NULL)
            reference.header = cells;
        else
            g_ptr_array_add(reference.rows, cells);
    }
    g_strfreev(lines);
    g_free(text);
    return reference;
}

static inline void reference_free(struct reference *reference)
{
    g_strfreev(reference->header);
    g_ptr_array_free(reference->rows, TRUE);
}

/* The cell of a row under a column's name. */
static inline const char *reference_cell(const struct reference *reference, guint row,
                                         const char *column)
{
    g_assert_cmpuint(row, <, reference->rows->len);
    char **cells = (char **)g_ptr_array_index(reference->rows, row);
    g_assert_nonnull(reference->header);
    for (guint i = 0; reference->header[i] != NULL; i++)
        if (strcmp(reference->header[i], column) == 0) {
            g_assert_cmpuint(i, <, g_strv_length(cells));
            return cells[i];
        }
    g_error("no column %s", column);
}

static inline double reference_number(const struct reference *reference, guint row,
                                      const char *column)
{
    const char *cell = reference_cell(reference, row, column);
    char *end = NULL;
    double value = g_ascii_strtod(cell, &end);
    if (end == cell || *end != '\0')
        g_error("column %s: \"%s\" is no number", column, cell);
    return value;
}

/* Fails unless |value − expected| ≤ tolerance; NaN always fails. */
static inline void assert_near(const char *what, double value, double expected, double tolerance)
{
    if (!(fabs(value - expected) <= tolerance))
        g_error("%s: %.17g, expected %.17g within %g", what, value, expected, tolerance);
}

/* Looks a statistic up in a reference file with the columns statistic, expected, tolerance and
 * fails unless value agrees. */
static inline void assert_reference(const struct reference *reference, const char *statistic,
                                    double value)
{
    for (guint row = 0; row < reference->rows->len; row++)
        if (strcmp(reference_cell(reference, row, "statistic"), statistic) == 0) {
            assert_near(statistic, value, reference_number(reference, row, "expected"),
                        reference_number(reference, row, "tolerance"));
            return;
        }
    g_error("no row %s", statistic);
}

#endif
