/* What every number of this floor says besides itself: on how many values it rests, and why it is
 * missing where it is. Nothing here prints, ends the program or keeps state. */
#ifndef STAT_STAT_H
#define STAT_STAT_H

#include <stddef.h>

/* Why a number is missing. STAT_FINE is the only one with which a value is set; with any other the
 * value is NaN, which the writer shows as an empty cell and never as "nan". */
enum stat_reason {
    STAT_FINE,
    STAT_TOO_FEW,      /* fewer values, persons or clusters than the formula needs */
    STAT_NO_VARIATION, /* all values alike where the formula divides by their spread */
    STAT_NOT_DEFINED   /* 0/0, a value that is not finite, an argument outside its domain */
};

/* One number; n is the number of values (or persons, or clusters) it rests on. */
struct stat_value {
    double value;
    size_t n;
    enum stat_reason reason;
};

/* A two-sided 95 % interval; n as above. Both limits are NaN unless reason is STAT_FINE. */
struct stat_interval {
    double low;
    double high;
    size_t n;
    enum stat_reason reason;
};

/* Switches GSL's default handler off, which would abort the program. Call it once, before anything
 * else of this floor; unit tests too. */
void stat_start(void);

/* A fine value; a value that is not finite becomes STAT_NOT_DEFINED. */
struct stat_value stat_fine(double value, size_t n);

/* A missing value: NaN, n and the reason, which must not be STAT_FINE. */
struct stat_value stat_missing(size_t n, enum stat_reason reason);

/* A fine interval; limits that are not finite become STAT_NOT_DEFINED. */
struct stat_interval stat_limits(double low, double high, size_t n);

/* A missing interval: NaN, NaN, n and the reason, which must not be STAT_FINE. */
struct stat_interval stat_no_limits(size_t n, enum stat_reason reason);

/* count zeroed cells of size bytes, to be released with free(); NULL when count or size is 0.
 * Aborts when memory is out, as GLib does, so a half-computed result is never seen. Functions that
 * use it say so. */
void *stat_cells(size_t count, size_t size);

#endif
