#include "stat/order.h"

#include <gsl/gsl_sort.h>
#include <math.h>

bool order_sort(double *values, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (isnan(values[i]))
            return false;
    gsl_sort(values, 1, n);
    return true;
}

struct stat_value order_quantile(const double *sorted, size_t n, double p)
{
    if (n == 0)
        return stat_missing(n, STAT_TOO_FEW);
    if (!(p >= 0 && p <= 1) || !isfinite(sorted[0]) || !isfinite(sorted[n - 1]))
        return stat_missing(n, STAT_NOT_DEFINED);
    double place = (double)(n - 1) * p;
    size_t below = (size_t)place;
    if (below + 1 >= n)
        return stat_fine(sorted[n - 1], n);
    double part = place - (double)below;
    return stat_fine(sorted[below] + part * (sorted[below + 1] - sorted[below]), n);
}

struct stat_value order_median(const double *sorted, size_t n)
{
    return order_quantile(sorted, n, .5);
}

struct stat_value order_lower_median(const double *sorted, size_t n)
{
    if (n == 0)
        return stat_missing(n, STAT_TOO_FEW);
    return stat_fine(sorted[(n - 1) / 2], n);
}

struct stat_value order_lower_median_counts(const int64_t *counts, size_t positions)
{
    int64_t total = 0;
    for (size_t i = 0; i < positions; i++) {
        if (counts[i] < 0)
            return stat_missing(0, STAT_NOT_DEFINED);
        total += counts[i];
    }
    if (total == 0)
        return stat_missing(0, STAT_TOO_FEW);
    int64_t until = 0;
    size_t i = 0;
    for (until = counts[0]; until < total - until; until += counts[i])
        i++;
    return stat_fine((double)i, (size_t)total);
}

static void swap(double *left, double *right)
{
    double kept = *left;
    *left = *right;
    *right = kept;
}

/* Splits values[from … to] around the value t = values[k]: returns a place such that nothing left
 * of it is larger than t, nothing right of it smaller, and t itself stands there. */
static size_t split_around(double *values, size_t from, size_t to, size_t k)
{
    double t = values[k];
    size_t left = from;
    size_t right = to;
    swap(&values[from], &values[k]);
    if (values[to] > t)
        swap(&values[from], &values[to]);
    while (left < right) {
        swap(&values[left++], &values[right--]);
        while (values[left] < t)
            left++;
        while (values[right] > t)
            right--;
    }
    if (values[from] == t)
        swap(&values[from], &values[right]);
    else
        swap(&values[++right], &values[to]);
    return right;
}

/* Floyd & Rivest's sample: the part of from … to around k in which the pivot is selected first, so
 * that it falls just beside the wanted value and nearly all comparisons go one way. */
static void sample_range(size_t from, size_t to, size_t k, size_t *low, size_t *high)
{
    double n = (double)(to - from + 1);
    double i = (double)(k - from + 1);
    double size = .5 * exp(2 * log(n) / 3);
    double spread = .5 * sqrt(log(n) * size * (n - size) / n) * (i < n / 2 ? -1 : 1);
    double below = (double)k - i * size / n + spread;
    double above = (double)k + (n - i) * size / n + spread;
    *low = below > (double)from ? (size_t)below : from;
    *high = above < (double)to ? (size_t)above : to;
}

/* rounds bounds the splits that are tried before the heap sort, which is never quadratic. */
static void select_between(double *values, size_t from, size_t to, size_t k, unsigned rounds)
{
    while (to > from) {
        if (rounds-- == 0) {
            gsl_sort(values + from, 1, to - from + 1);
            return;
        }
        if (to - from > 600) {
            size_t low = from;
            size_t high = to;
            sample_range(from, to, k, &low, &high);
            select_between(values, low, high, k, rounds);
        }
        size_t place = split_around(values, from, to, k);
        if (place == k)
            return;
        if (place < k)
            from = place + 1;
        else
            to = place - 1;
    }
}

double order_select(double *values, size_t n, size_t k)
{
    select_between(values, 0, n - 1, k, 64);
    return values[k];
}

struct stat_interval order_percentile_limits(double *values, size_t n)
{
    if (n == 0)
        return stat_no_limits(n, STAT_TOO_FEW);
    size_t low = n / 1000 * 25 + (n % 1000 * 25 + 999) / 1000 - 1;
    size_t high = n / 1000 * 975 + (n % 1000 * 975 + 999) / 1000 - 1;
    double low_limit = order_select(values, n, low);
    double high_limit = order_select(values + low, n - low, high - low);
    return stat_limits(low_limit, high_limit, n);
}
