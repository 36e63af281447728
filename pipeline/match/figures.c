#include "match/figures.h"

#include "match/classes.h"
#include "stat/paired.h"
#include "table/method.h"

/* Enough pairs for other statistics, too few for this one. */
static bool figures_under_five(const struct cluster_interval *concordance, int64_t n)
{
    return concordance->value.reason == STAT_FINE && n >= 3 && n < PAIRED_MINIMUM;
}

/* A statistic of the pairs with its limits; where values had to be rounded to be drawn, `method`
 * says to how many steps. */
static void figures_interval(const struct told *told, const char *statistic, const char *estimand,
                             const struct cluster_interval *interval, const struct paired *pairs)
{
    struct result result = told_result(told, "", statistic);
    char *words = method_interval(interval, told->setting->resample.seed);
    bool rounded = !pairs->exact && interval->limits.reason == STAT_FINE;
    char *method = rounded ? g_strdup_printf("%s; steps=%" G_GINT64_FORMAT, words, pairs->steps)
                           : g_strdup(words);

    result.value = interval->value.value;
    result.low = interval->limits.low;
    result.high = interval->limits.high;
    result.n = lot_count(told->lot);
    result.note = interval == &pairs->concordance && figures_under_five(interval, result.n)
                      ? "under-five"
                      : told_note(interval->value.reason, interval->limits.reason, result.n);
    told_write(told, &result, estimand, method);
    g_free(method);
    g_free(words);
}

void figures_write(const struct told *told)
{
    struct paired pairs;

    paired_intervals((const double *)(const void *)told->lot->offer->data,
                     (const double *)(const void *)told->lot->use->data, lot_count(told->lot),
                     &told->setting->resample, &pairs);
    told_count(told, "", "persons", lot_count(told->lot), -1);
    told_count(told, "", "incomplete", (double)told->lot->incomplete, -1);
    figures_interval(told, "offer_mean", "mean", &pairs.x_mean, &pairs);
    figures_interval(told, "use_mean", "mean", &pairs.y_mean, &pairs);
    figures_interval(told, "difference", "mean", &pairs.difference, &pairs);
    if (told->term->kind == TERM_ITEM)
        return;
    figures_interval(told, "concordance", NULL, &pairs.concordance, &pairs);
    classes_write(told);
}
