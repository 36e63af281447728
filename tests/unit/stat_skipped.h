/* Values of ../shared/reference whose statistic is not offered:
 * tests/reference/skipped_reliability.csv says why. Each value is checked or stands there; a row
 * that is not needed fails too. */
#ifndef UNIT_STAT_SKIPPED_H
#define UNIT_STAT_SKIPPED_H

#include "stat_coefficients.h"

/* rows: set, id (or *), statistic, reason. used[row]. */
struct skipped {
    GPtrArray *rows;
    gboolean *used;
};

static inline struct skipped skipped_read(void)
{
    struct skipped skipped = {.rows = coded_rows("tests/reference/skipped_reliability.csv")};
    skipped.used = g_new0(gboolean, skipped.rows->len);
    return skipped;
}

static inline gboolean skipped_has(struct skipped *skipped, const char *set, const char *id,
                                   const char *statistic)
{
    for (gsize i = 1; i < skipped->rows->len; i++) {
        const char *of = coded_cell(skipped->rows, i, 1);
        if (strcmp(coded_cell(skipped->rows, i, 0), set) != 0 ||
            strcmp(coded_cell(skipped->rows, i, 2), statistic) != 0 ||
            (strcmp(of, "*") != 0 && strcmp(of, id) != 0))
            continue;
        skipped->used[i] = TRUE;
        return TRUE;
    }
    return FALSE;
}

/* Fails if a row of the set was never needed or has no reason. */
static inline void skipped_end(struct skipped *skipped, const char *set)
{
    for (gsize i = 1; i < skipped->rows->len; i++) {
        if (strcmp(coded_cell(skipped->rows, i, 0), set) != 0)
            continue;
        if (!skipped->used[i] || *coded_cell(skipped->rows, i, 3) == '\0')
            g_error("skipped_reliability.csv: row %zu is not needed, or has no reason", i + 1);
    }
    g_ptr_array_free(skipped->rows, TRUE);
    g_free(skipped->used);
}

#endif
