#ifndef AGREE_MEASURE_H
#define AGREE_MEASURE_H

#include "agree/rows.h"
#include "agree/view.h"
#include "stat/agreement.h"
#include "stat/kappa.h"

/* Lists of coefficients over one view of a system, written as rows. */

/* A coefficient of any number of coders. */
struct measure {
    const char *statistic;
    struct agreement_coefficient coefficient;
    bool sized;          /* it depends on the number of categories, which its method says */
    const char *weights; /* their name for the method, NULL */
};

/* One of two coders. */
struct measure_two {
    const char *statistic;
    struct kappa_coefficient coefficient;
    const char *weights;
};

/* Whether the standard error for units drawn independently is said in the method, where one is
 * published. */
enum measure_errors { MEASURE_PLAIN, MEASURE_ERRORS };

/* What a list is about: the view, whose coders are named for notes, and a word of note for kappa
 * and AC1. */
struct measure_about {
    const struct rows_place *place;
    const struct system *system;
    const struct view *view;
    const struct view_setting *setting; /* the view was made with it */
    enum measure_errors errors;
    const char *mark; /* "" for none */
};

/* Writes a list over all coders of the view. `pairs` is the view, collapsed. */
void measure_write(const struct rows *rows, const struct measure_about *about,
                   const struct rating_pairs *pairs, const struct measure *list, size_t count);

/* Writes a list over the two coders of the view. `table` is the view, collapsed. */
void measure_write_two(const struct rows *rows, const struct measure_about *about,
                       const struct kappa_table *table, const struct measure_two *list,
                       size_t count);

#endif
