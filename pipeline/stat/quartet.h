/* Four random streams side by side: the streams of replicates r, r + 1, r + 2 and r + 3 of
 * stat/random.h in the lanes of a vector register, for the bootstrap's inner loop. The draws
 * are those of random_fill, number for number; only the refusals of Lemire's method, which would
 * put the streams out of step, are left to the caller. */
#ifndef STAT_QUARTET_H
#define STAT_QUARTET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define QUARTET 4

/* word[k][i] is word k of stream i. */
struct quartet {
    uint64_t word[4][QUARTET];
};

/* Whether a replicate of count draws below bound should be drawn this way: the machine has the
 * registers, and refusals are rare enough (in at most one of eight quartets). The other functions
 * may be called only where this is true. Precondition: bound ≥ 1. */
bool quartet_pays(uint32_t bound, size_t count);

/* The streams of replicates first … first + 3. */
void quartet_start(struct quartet *quartet, uint64_t seed, uint64_t first);

/* The next 2·pairs draws below bound of each stream: draw k of stream i is
 * draws[8·(k / 2) + 2·i + k % 2]. False if one of them was refused: then draws are of no use and
 * all four replicates must be drawn anew, each by its own random_stream. */
bool quartet_fill(struct quartet *quartet, uint32_t bound, uint32_t *draws, size_t pairs);

#endif
