#include "stat/narrow.h"

#include "stat/stat.h"

#include <stdlib.h>

#define BLOCK 16 /* cells are padded to, and summed by, blocks of this many */

/* GCC's vector extension, which clang shares: element-wise addition in whatever registers the
 * machine has. 16 bytes is what every x86-64 and arm64 has, and what calloc aligns to. */
typedef uint16_t lanes_16 __attribute__((vector_size(16)));
typedef uint32_t lanes_32 __attribute__((vector_size(16)));

static const size_t shortest_run = 32; /* with shorter runs carrying costs more than it saves */

static uint64_t magnitude(int64_t count)
{
    return count < 0 ? 0 - (uint64_t)count : (uint64_t)count;
}

/* Chooses cell and run for counts whose largest magnitude is largest. */
static void narrow_choose(struct narrow *narrow, uint64_t largest, bool negative)
{
    uint64_t at_least = largest == 0 ? 1 : largest;
    narrow->cell = NARROW_64;
    narrow->run = SIZE_MAX;
    if (negative || largest > UINT32_MAX / shortest_run)
        return;
    narrow->cell = UINT16_MAX / at_least >= shortest_run ? NARROW_16 : NARROW_32;
    narrow->run = (narrow->cell == NARROW_16 ? UINT16_MAX : UINT32_MAX) / at_least;
}

static void narrow_set(struct narrow *narrow, size_t at, int64_t count)
{
    if (narrow->cell == NARROW_16)
        ((uint16_t *)narrow->cells)[at] = (uint16_t)count;
    else if (narrow->cell == NARROW_32)
        ((uint32_t *)narrow->cells)[at] = (uint32_t)count;
    else
        ((int64_t *)narrow->cells)[at] = count;
}

static uint64_t largest_magnitude(const int64_t *counts, size_t cells)
{
    uint64_t largest = 0;
    for (size_t i = 0; i < cells; i++)
        largest = magnitude(counts[i]) > largest ? magnitude(counts[i]) : largest;
    return largest;
}

bool narrow_sums_fit(const int64_t *counts, size_t clusters, size_t width)
{
    if (clusters == 0 || width == 0 || clusters > UINT32_MAX)
        return false;
    return largest_magnitude(counts, clusters * width) <= INT64_MAX / clusters;
}

bool narrow_pack(struct narrow *narrow, const int64_t *counts, size_t clusters, size_t width)
{
    static const size_t bytes[] = {[NARROW_16] = 2, [NARROW_32] = 4, [NARROW_64] = 8};
    *narrow = (struct narrow){.clusters = clusters, .width = width};
    if (!narrow_sums_fit(counts, clusters, width))
        return false;
    bool negative = false;
    for (size_t i = 0; i < clusters * width; i++)
        negative = negative || counts[i] < 0;
    uint64_t largest = largest_magnitude(counts, clusters * width);
    narrow_choose(narrow, largest, negative);
    narrow->padded = (width + BLOCK - 1) / BLOCK * BLOCK;
    narrow->cells = stat_cells(clusters * narrow->padded, bytes[narrow->cell]);
    for (size_t i = 0; i < clusters; i++)
        for (size_t k = 0; k < width; k++)
            narrow_set(narrow, i * narrow->padded + k, counts[i * width + k]);
    return true;
}

void narrow_free(struct narrow *narrow)
{
    free(narrow->cells);
    narrow->cells = NULL;
}

/* The add_run functions add one block of 16 cells of `pairs` pairs of drawn vectors to sum. Two
 * partial sums run side by side, so that an addition need not wait for the one before. */
static void add_run_16(const struct narrow *narrow, size_t block, const uint32_t *drawn,
                       size_t pairs, size_t step, int64_t *sum)
{
    enum { PARTS = BLOCK / 8 };
    const lanes_16 *cells = (const lanes_16 *)narrow->cells + block * PARTS;
    size_t row = narrow->padded / 8;
    lanes_16 even[PARTS] = {{0}, {0}};
    lanes_16 odd[PARTS] = {{0}, {0}};
    for (size_t i = 0; i < pairs; i++, drawn += step) {
        const lanes_16 *first = cells + drawn[0] * row;
        const lanes_16 *second = cells + drawn[1] * row;
        even[0] += first[0];
        even[1] += first[1];
        odd[0] += second[0];
        odd[1] += second[1];
    }
    for (size_t k = 0; k < BLOCK; k++)
        sum[k] += even[k / 8][k % 8] + odd[k / 8][k % 8];
}

static void add_run_32(const struct narrow *narrow, size_t block, const uint32_t *drawn,
                       size_t pairs, size_t step, int64_t *sum)
{
    enum { PARTS = BLOCK / 4 };
    const lanes_32 *cells = (const lanes_32 *)narrow->cells + block * PARTS;
    size_t row = narrow->padded / 4;
    lanes_32 run[PARTS] = {{0}, {0}, {0}, {0}};
    for (size_t i = 0; i < pairs; i++, drawn += step) {
        const lanes_32 *first = cells + drawn[0] * row;
        const lanes_32 *second = cells + drawn[1] * row;
        run[0] += first[0] + second[0];
        run[1] += first[1] + second[1];
        run[2] += first[2] + second[2];
        run[3] += first[3] + second[3];
    }
    for (size_t k = 0; k < BLOCK; k++)
        sum[k] += run[k / 4][k % 4];
}

static void add_run_64(const struct narrow *narrow, size_t block, const uint32_t *drawn,
                       size_t pairs, size_t step, int64_t *sum)
{
    const int64_t *cells = (const int64_t *)narrow->cells + block * BLOCK;
    for (size_t i = 0; i < pairs; i++, drawn += step)
        for (size_t k = 0; k < BLOCK; k++)
            sum[k] += cells[drawn[0] * narrow->padded + k] + cells[drawn[1] * narrow->padded + k];
}

static int64_t narrow_get(const struct narrow *narrow, size_t at)
{
    if (narrow->cell == NARROW_16)
        return ((const uint16_t *)narrow->cells)[at];
    if (narrow->cell == NARROW_32)
        return ((const uint32_t *)narrow->cells)[at];
    return ((const int64_t *)narrow->cells)[at];
}

void narrow_add(const struct narrow *narrow, const uint32_t *drawn, size_t count, size_t step,
                int64_t *sum)
{
    static void (*const add_run[])(const struct narrow *, size_t, const uint32_t *, size_t, size_t,
                                   int64_t *) = {
        [NARROW_16] = add_run_16, [NARROW_32] = add_run_32, [NARROW_64] = add_run_64};
    size_t longest = narrow->run / 2;
    size_t pairs = 0;
    for (size_t left = count / 2; left > 0; left -= pairs, drawn += pairs * step) {
        pairs = left < longest ? left : longest;
        for (size_t block = 0; block < narrow->padded / BLOCK; block++)
            add_run[narrow->cell](narrow, block, drawn, pairs, step, sum + block * BLOCK);
    }
    if (count % 2 == 0)
        return;
    for (size_t k = 0; k < narrow->width; k++)
        sum[k] += narrow_get(narrow, *drawn * narrow->padded + k);
}
