/* Integer vectors of clusters, packed as narrow as their largest cell allows, so that summing
 * drawn vectors is a few vector additions: 16 cells of 16 bits where a run of sums fits, else 16
 * cells of 32 bits, else 64 bits. A sum never overflows: partial sums are carried to 64 bits before
 * the narrow cells can be full. */
#ifndef STAT_NARROW_H
#define STAT_NARROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum narrow_cell { NARROW_16, NARROW_32, NARROW_64 };

/* clusters vectors of width cells; width is padded with zeros to padded, a multiple of 16. */
struct narrow {
    void *cells;
    size_t clusters;
    size_t width;
    size_t padded;
    size_t run; /* so many vectors may be added before a narrow cell could overflow */
    enum narrow_cell cell;
};

/* Whether any sum of `clusters` of the vectors, with repeats, fits 63 bits; false too if there are
 * none. */
bool narrow_sums_fit(const int64_t *counts, size_t clusters, size_t width);

/* Packs counts[cluster·width + column]. A negative count takes the 64-bit form. False, with nothing
 * to release, if narrow_sums_fit is. Allocates; release with narrow_free. */
bool narrow_pack(struct narrow *narrow, const int64_t *counts, size_t clusters, size_t width);

void narrow_free(struct narrow *narrow);

/* Adds the vectors of count drawn clusters (repeats welcome) to sum, which holds narrow->padded
 * cells. The draws stand in pairs, step apart: draw i is drawn[i / 2 · step + i % 2], so step 2 is
 * a plain array. */
void narrow_add(const struct narrow *narrow, const uint32_t *drawn, size_t count, size_t step,
                int64_t *sum);

#endif
