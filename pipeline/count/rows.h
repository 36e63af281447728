#ifndef COUNT_ROWS_H
#define COUNT_ROWS_H

#include "count/board.h"
#include "count/ratio.h"
#include "stat/cluster.h"
#include "table/results.h"
#include "table/writer.h"

/* The results of one group while they are gathered: rows in their final order, some of which wait
 * for an interval. All intervals of a group are made in one go, so that they share the draws of the
 * bootstrap, when the rows are written. */

struct figures_setting {
    struct resample_settings resample;
    const char *unit; /* of the tallies: turn, passage, event, mention */
};

/* One row to come: a finished result, or one that waits for the interval with this index. */
struct figure {
    struct result result;
    int waits; /* index in statistics, -1: finished */
    const char *estimand;
    bool doubled; /* the index: 2 * share - 1, limits likewise */
};

struct rows {
    const struct board *board;
    const struct board_group *group;
    const struct figures_setting *setting;
    GArray *figures;
    GArray *statistics; /* struct cluster_statistic */
    GPtrArray *held;    /* subjects, ratios, columns: freed at the end */
    GPtrArray *columns; /* GArray */
    int64_t *sum;       /* of all persons */
};

/* An empty gathering for a group; borrows all. */
struct rows *rows_new(const struct board *board, const struct board_group *group,
                      const struct figures_setting *setting);
void rows_free(struct rows *rows);

/* Keeps `data` (g_malloc) until rows_free(), and returns it. */
gpointer rows_hold(struct rows *rows, gpointer data);

/* A new list of columns (guint), kept until rows_free(). */
GArray *rows_columns(struct rows *rows);

/* Adds a row; borrowed until the next one is added. */
struct figure *rows_add(struct rows *rows, const char *subject, const char *statistic);

/* Adds a count; n is what it is a part of, -1 when that is not one number. */
void rows_count(struct rows *rows, const char *subject, const char *statistic, int64_t value,
                int64_t n);

/* Lets a row wait for the interval of a statistic. */
void rows_wait(struct rows *rows, struct figure *figure, const struct cluster_statistic *rule);

/* Adds a ratio with its interval; n becomes the sum of its columns below. */
struct figure *rows_ratio(struct rows *rows, const char *subject, const char *statistic,
                          struct ratio ratio, enum jackknife_scale scale);

/* Makes the intervals and writes all rows. */
void rows_write(struct rows *rows, struct writer *writer);

#endif
