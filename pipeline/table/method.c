#include "table/method.h"

#include "table/number.h"

#include <glib.h>
#include <math.h>

char *method_begin(const char *unit, const char *person, const char *estimand, const char *rest)
{
    GString *method = g_string_new(NULL);

    g_string_append_printf(method, "unit=%s; person=%s", unit, person);
    if (estimand != NULL)
        g_string_append_printf(method, "; estimand=%s", estimand);
    if (*rest != '\0')
        g_string_append_printf(method, "; %s", rest);
    return g_string_free(method, FALSE);
}

char *method_interval(const struct cluster_interval *interval, uint64_t seed)
{
    switch (interval->method) {
    case CLUSTER_JACKKNIFE:
        return g_strdup_printf("interval=jackknife; df=%zu; clusters=%zu", interval->limits.n - 1,
                               interval->limits.n);
    case CLUSTER_BOOTSTRAP:
        return g_strdup_printf("interval=bootstrap; draws=%zu; dropped=%zu; clusters=%zu; "
                               "seed=%" G_GUINT64_FORMAT,
                               interval->kept + interval->dropped, interval->dropped,
                               interval->limits.n, seed);
    case CLUSTER_WILSON:
        return g_strdup_printf("interval=wilson; clusters=%zu", interval->limits.n);
    case CLUSTER_NONE:
        break;
    }
    return g_strdup_printf("interval=none; clusters=%zu", interval->limits.n);
}

char *method_mean(const struct stat_interval *limits)
{
    if (limits->reason != STAT_FINE)
        return g_strdup("interval=none");
    return g_strdup_printf("interval=t; df=%zu; clusters=%zu", limits->n - 1, limits->n);
}

char *method_persons(const struct stat_interval *limits, const char *within, double deff)
{
    char number[NUMBER_ROOM];

    if (limits->reason != STAT_FINE)
        return g_strdup("interval=none");
    if (within == NULL)
        return g_strdup("interval=wilson");
    number_write(number, round(1e4 * deff) / 1e4);
    return g_strdup_printf("interval=wilson; within=%s; deff=%s", within, number);
}

const char *method_note(enum stat_reason reason, size_t n)
{
    switch (reason) {
    case STAT_TOO_FEW:
        return n == 0 ? "none" : "few-clusters";
    case STAT_NO_VARIATION:
        return "no-variation";
    case STAT_NOT_DEFINED:
        return "not-defined";
    case STAT_FINE:
        break;
    }
    return "";
}
