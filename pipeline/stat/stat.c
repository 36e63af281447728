#include "stat/stat.h"

#include <gsl/gsl_errno.h>
#include <math.h>
#include <stdlib.h>

void stat_start(void)
{
    gsl_set_error_handler_off();
}

struct stat_value stat_missing(size_t n, enum stat_reason reason)
{
    return (struct stat_value){.value = (double)NAN, .n = n, .reason = reason};
}

struct stat_value stat_fine(double value, size_t n)
{
    if (!isfinite(value))
        return stat_missing(n, STAT_NOT_DEFINED);
    return (struct stat_value){.value = value, .n = n, .reason = STAT_FINE};
}

struct stat_interval stat_no_limits(size_t n, enum stat_reason reason)
{
    return (struct stat_interval){
        .low = (double)NAN, .high = (double)NAN, .n = n, .reason = reason};
}

struct stat_interval stat_limits(double low, double high, size_t n)
{
    if (!isfinite(low) || !isfinite(high))
        return stat_no_limits(n, STAT_NOT_DEFINED);
    return (struct stat_interval){.low = low, .high = high, .n = n, .reason = STAT_FINE};
}

void *stat_cells(size_t count, size_t size)
{
    if (count == 0 || size == 0)
        return NULL;
    void *cells = calloc(count, size);
    if (cells == NULL)
        abort();
    return cells;
}
