/* The pieces of continua checked and put in order, for stat/unitize.c. */
#ifndef STAT_UNITIZE_LAY_H
#define STAT_UNITIZE_LAY_H

#include "stat/unitize.h"

/* A piece with its place in the caller's array, and how much of it met valued pieces of others. */
struct unitize_laid {
    struct unitize_piece piece;
    size_t index;
    int64_t shared;
};

/* How many coders coded the continuum. */
size_t unitize_coders(const struct unitize_data *data, size_t continuum);

/* What is wrong with the pieces one by one, or with all lengths together. */
struct unitize_fault unitize_check(const struct unitize_data *data);

/* Puts the pieces into laid, which has room for data->count, by continuum, coder and start; two
 * pieces of one coder that overlap are a fault. Precondition: unitize_check found nothing. */
struct unitize_fault unitize_lay(const struct unitize_data *data, struct unitize_laid *laid);

#endif
