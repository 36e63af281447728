#ifndef AGREE_FIGURES_H
#define AGREE_FIGURES_H

#include "agree/measure.h"

/* The coefficients over all codes of a system, on units with at most one code a coder. */

enum figures_list { FIGURES_ALL, FIGURES_SHORT };

struct figures {
    const struct system *system;
    const struct own *own; /* weights of one's own, NULL */
    struct rows_place place;
    uint32_t half; /* 0: all units */
    int coders[2]; /* of one pair; first -1: all */
    enum figures_list list;
    struct ledger *ledger; /* for a warning where kappa and AC1 part ways; NULL: none */
};

/* Writes them. */
void figures_write(const struct rows *rows, const struct figures *figures);

/* Writes agreement on every code apart: given or not. */
void figures_write_codes(const struct rows *rows, const struct figures *figures);

/* A view of the figures' units and coders, of a kind. */
struct view_setting figures_view(const struct figures *figures, enum view_kind kind);

/* The same of two coders, where these are two, and of the units that both coded. */
struct view_setting figures_view_two(const struct figures *figures, enum view_kind kind);

/* Whether these are two coders. */
bool figures_are_two(const struct figures *figures);

/* The note for kappa and AC1 where they part ways ("" otherwise), which the ledger is told too. */
const char *figures_mark(const struct figures *figures, const char *subject,
                         struct stat_value kappa, struct stat_value ac1);

#endif
