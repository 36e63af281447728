/* Random numbers for resampling: xoshiro256++ 1.0 seeded by splitmix64, and draws below a bound by
 * Lemire's rejection. The numbers depend on (seed, replicate) only: not on threads, not on what was
 * drawn before, not on the machine.
 *
 * Sources: Blackman & Vigna (2021), Scrambled linear pseudorandom number generators, ACM TOMS 47(4)
 * 36 (xoshiro256++); Steele, Lea & Flood (2014), Fast splittable pseudorandom number generators,
 * OOPSLA, figure 17 (splitmix64); Lemire (2019), Fast random integer generation in an interval, ACM
 * TOMACS 29(1) 3, algorithm 5. */
#ifndef STAT_RANDOM_H
#define STAT_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* One stream. Bounded draws use each 64-bit output as two 32-bit halves, the low one first; spare
 * holds the high half while spares is 1. */
struct random_stream {
    uint64_t word[4];
    uint32_t spare;
    uint32_t spares;
};

/* One step of splitmix64: moves *state on and returns the output. */
uint64_t random_splitmix(uint64_t *state);

/* The stream of one replicate: its four words are the outputs 4r + 1 to 4r + 4 of the splitmix64
 * stream that starts at seed, r = replicate, so no two replicates of one seed share a word. */
void random_start(struct random_stream *stream, uint64_t seed, uint64_t replicate);

/* The next 64-bit output. Does not touch the spare half. */
uint64_t random_next(struct random_stream *stream);

/* One draw, each of 0 … bound − 1 equally likely. Precondition: bound ≥ 1. */
uint32_t random_below(struct random_stream *stream, uint32_t bound);

/* count draws below bound into draws: the same numbers as count calls of random_below.
 * Precondition: bound ≥ 1. */
void random_fill(struct random_stream *stream, uint32_t bound, uint32_t *draws, size_t count);

#endif
