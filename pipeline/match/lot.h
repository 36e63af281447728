#ifndef MATCH_LOT_H
#define MATCH_LOT_H

#include "match/sheet.h"
#include "match/terms.h"
#include "stat/interval.h"

/* Answers that are not pooled with others: those of one role, and of one wave (SHEET_UNKNOWN: of
 * all, which are one). Ids of the sheet. */
struct lane {
    int role;
    int wave;
};

/* The persons of one group who answered what a term holds against each other. Somebody who
 * answered several times within the group (for two wpb's, say) counts once, with the mean of the
 * forms on which both were answered. */

struct lot {
    GArray *persons; /* int: respondents with both, in order of first appearance */
    GArray *offer;   /* double by person */
    GArray *use;
    GArray *outcome; /* NaN: not known */
    GArray *wpbs;    /* int by person: SHEET_UNKNOWN where none or several are named */
    GArray *schools;
    int64_t incomplete; /* respondents with one of both */
    int64_t repeated;   /* persons with both on several occasions */
    int64_t n_wpbs;     /* named for the persons; -1 where none is */
    int64_t n_students;
};

/* Those of one role (an id) in one group (an index in the groups of the sheet); outcome is a
 * subject, or -1. */
struct lot *lot_new(const struct sheet *sheet, const struct term *term, int group, struct lane lane,
                    int outcome);
void lot_free(struct lot *lot);

/* How many persons answered both. */
guint lot_count(const struct lot *lot);

/* k of n persons, `is` telling by person whether it has it. Where persons lie within wpb's, or else
 * within two schools or more, the interval follows these. */
struct lot_share {
    int64_t k;
    int64_t n;
    struct stat_interval limits;
    const char *within; /* "wpb", "school" or NULL */
    double deff;
};
struct lot_share lot_share(const struct lot *lot, const bool *is);

#endif
