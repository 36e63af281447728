#ifndef AGREE_PIECES_H
#define AGREE_PIECES_H

#include "agree/system.h"
#include "stat/unitize.h"

/* The coded passages of a system as pieces of its conversations, to the millisecond, or in whole
 * characters or paragraphs. A row that stands twice is one piece. */

struct pieces {
    const struct system *system;
    GArray *list;     /* struct unitize_piece */
    GArray *units;    /* guint by piece: its unit in the codings */
    int64_t *lengths; /* by source */
    bool *coded;      /* by source and coder */
    bool said;        /* the length of every conversation is said */
    bool unsaid;      /* of none */
    bool placeless;   /* some passage has no start or no end */
    double scale;     /* of start and end: 1000 makes milliseconds */
};

/* Gathers them; borrows the system. */
struct pieces *pieces_new(const struct system *system);
void pieces_free(struct pieces *pieces);

/* The pieces of all coders, or of the two named (by their place in the system, first -1: all), for
 * the coefficients; borrows `pieces`, and what it allocates is freed with pieces_data_clear(). */
struct unitize_data pieces_data(const struct pieces *pieces, const int coders[2]);
void pieces_data_clear(struct unitize_data *data);

#endif
