/* Working memory of a statistic that is asked for ten thousand times: on the stack for the
 * codebooks there are, on the heap for larger ones. */
#ifndef STAT_SCRATCH_H
#define STAT_SCRATCH_H

#include "stat/stat.h"

#define SCRATCH_LOCAL 512

/* To be declared by the function that needs it; must not be copied. */
struct scratch {
    double local[SCRATCH_LOCAL];
    double *heap;
};

/* count zeroed cells, valid until scratch_end. Allocates if count is above SCRATCH_LOCAL. */
double *scratch_start(struct scratch *scratch, size_t count);

/* Releases what scratch_start took. */
void scratch_end(struct scratch *scratch);

#endif
