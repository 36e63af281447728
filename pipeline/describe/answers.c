#include "describe/answers.h"

#include "stat/interval.h"
#include "stat/moments.h"
#include "stat/order.h"
#include "stat/scores.h"
#include "table/method.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

static const char *answers_subject(const struct sample *sample)
{
    return scales_name(sample->forms->scales, sample->subject);
}

static void answers_mean(const struct rows *rows, const struct sample *sample)
{
    struct scores_bounds bounds = {scales_minimum(sample->forms->scales, sample->subject),
                                   scales_maximum(sample->forms->scales, sample->subject)};
    struct cluster_interval mean = scores_mean(
        (const double *)(void *)sample->values->data, (const size_t *)(void *)sample->persons->data,
        sample->values->len, sample->respondents, bounds, &rows->resample);
    struct result result = rows_result(sample, answers_subject(sample), "mean");
    char *rest = method_interval(&mean, rows->resample.seed);

    result.value = mean.value.value;
    result.low = mean.limits.low;
    result.high = mean.limits.high;
    result.n = sample->values->len;
    result.note = method_note(mean.limits.reason, mean.value.n);
    rows_put(rows, sample, &result, "mean", rest);
    g_free(rest);
}

void answers_short(const struct rows *rows, const struct sample *sample)
{
    rows_count(rows, sample, "persons", sample->answering, -1);
    rows_count(rows, sample, "missing", sample->asked->len - sample->values->len,
               sample->asked->len);
    answers_mean(rows, sample);
}

static void answers_value(const struct rows *rows, const struct sample *sample,
                          const char *statistic, struct stat_value value)
{
    struct result result = rows_result(sample, answers_subject(sample), statistic);

    result.value = value.value;
    result.n = (int64_t)value.n;
    if (value.reason == STAT_TOO_FEW)
        result.note = value.n == 0 ? "none" : "too-few";
    else
        result.note = method_note(value.reason, value.n);
    rows_put(rows, sample, &result, NULL, "");
}

static void answers_order(const struct rows *rows, const struct sample *sample)
{
    size_t n = sample->values->len;
    double *sorted = g_memdup2(sample->values->data, n * sizeof *sorted);

    order_sort(sorted, n);
    answers_value(rows, sample, "sd", moments_sd(sorted, n));
    answers_value(rows, sample, "minimum", order_quantile(sorted, n, 0));
    answers_value(rows, sample, "quartile_low", order_quantile(sorted, n, .25));
    answers_value(rows, sample, "median", order_median(sorted, n));
    answers_value(rows, sample, "quartile_high", order_quantile(sorted, n, .75));
    answers_value(rows, sample, "maximum", order_quantile(sorted, n, 1));
    g_free(sorted);
}

/* k of n persons with their interval. */
struct answers_share {
    int64_t k;
    int64_t n;
    bool within; /* they lie within wpb's */
    struct stat_interval limits;
    double deff;
};

/* Whether those who answered lie within wpb's: they are no wpb's, and each has one. */
static bool answers_are_within(const struct sample *sample)
{
    int column = forms_column(sample->forms, "wpb");

    if (strcmp(sample->person, "wpb") == 0)
        return false;
    for (guint i = 0; i < sample->answered->len; i++)
        if (*forms_text(sample->forms, sample->answered->pdata[i], (guint)column) == '\0')
            return false;
    return sample->answered->len > 0;
}

static void answers_limit_within(const struct sample *sample, double value,
                                 struct answers_share *share)
{
    int column = forms_column(sample->forms, "wpb");
    struct names *wpbs = names_new();
    int64_t *k = g_new0(int64_t, sample->values->len + 1);
    int64_t *n = g_new0(int64_t, sample->values->len + 1);
    struct interval_persons persons;

    for (guint i = 0; i < sample->values->len; i++) {
        int wpb =
            names_id(wpbs, forms_text(sample->forms, sample->answered->pdata[i], (guint)column));

        k[wpb] += g_array_index(sample->values, double, i) == value;
        n[wpb]++;
    }
    persons = interval_persons_within(k, n, (size_t)names_count(wpbs));
    share->limits = persons.limits;
    share->deff = persons.deff;
    g_free(k);
    g_free(n);
    names_free(wpbs);
}

/* How many of those who answered gave this value. */
static struct answers_share answers_at(const struct sample *sample, double value)
{
    struct answers_share share = {.n = sample->values->len, .within = answers_are_within(sample)};

    for (guint i = 0; i < sample->values->len; i++)
        share.k += g_array_index(sample->values, double, i) == value;
    if (share.within)
        answers_limit_within(sample, value, &share);
    else
        share.limits = interval_wilson((size_t)share.k, (size_t)share.n);
    return share;
}

/* Why a share, or its interval, is missing. */
static const char *answers_note(const struct answers_share *share)
{
    if (share->within && share->n > 0 && share->limits.reason == STAT_TOO_FEW)
        return "few-wpbs";
    return method_note(share->limits.reason, (size_t)share->n);
}

/* The count and the share of persons with a value, under these names. */
static void answers_persons(const struct rows *rows, const struct sample *sample,
                            const char *subject, const char *count, const char *part, double value)
{
    struct answers_share share = answers_at(sample, value);
    struct result persons = rows_result(sample, subject, count);
    struct result shared = rows_result(sample, subject, part);
    char *rest = method_persons(&share.limits, share.within ? "wpb" : NULL, share.deff);

    persons.n = shared.n = share.n;
    if (sample->several) {
        persons.note = shared.note = "several-answers";
    } else {
        persons.value = (double)share.k;
        shared.value = share.n == 0 ? NAN : (double)share.k / (double)share.n;
        shared.low = share.limits.low;
        shared.high = share.limits.high;
        shared.note = answers_note(&share);
    }
    rows_put(rows, sample, &persons, NULL, "");
    rows_put(rows, sample, &shared, NULL, sample->several ? "interval=none" : rest);
    g_free(rest);
}

/* Where somebody gave several, as who is rated by several gets: how many of the answers have a
 * value. They are no persons, so that there is no interval. */
static void answers_given(const struct rows *rows, const struct sample *sample, const char *subject,
                          double value)
{
    struct result given = rows_result(sample, subject, "category_answers");
    struct result shared = rows_result(sample, subject, "category_answers_share");
    int64_t k = 0;

    for (guint i = 0; i < sample->values->len; i++)
        k += g_array_index(sample->values, double, i) == value;
    given.n = shared.n = sample->values->len;
    given.value = (double)k;
    shared.value = shared.n == 0 ? NAN : (double)k / (double)shared.n;
    shared.note = shared.n == 0 ? "none" : "";
    rows_put(rows, sample, &given, NULL, "");
    rows_put(rows, sample, &shared, NULL, "interval=none");
}

static void answers_ends(const struct rows *rows, const struct sample *sample)
{
    const struct scales *scales = sample->forms->scales;
    double low = scales_minimum(scales, sample->subject);
    double high = scales_maximum(scales, sample->subject);

    if (!isnan(low))
        answers_persons(rows, sample, answers_subject(sample), "floor_persons", "floor_share", low);
    if (!isnan(high))
        answers_persons(rows, sample, answers_subject(sample), "ceiling_persons", "ceiling_share",
                        high);
}

/* The values to show one by one: every whole one from minimum to maximum, and all that were given
 * to anybody of the sample; upwards, each once. Too many: none. double; to be freed. */
static GArray *answers_categories(const struct sample *sample)
{
    const struct scales *scales = sample->forms->scales;
    double low = ceil(scales_minimum(scales, sample->subject));
    double high = scales_maximum(scales, sample->subject);
    GArray *values = g_array_copy(sample->values);
    guint kept = 0;

    for (int i = 0; i <= ANSWERS_CATEGORIES && low + i <= high; i++) {
        double value = low + i;

        g_array_append_val(values, value);
    }
    order_sort((double *)(void *)values->data, values->len);
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);

        if (kept == 0 || value != g_array_index(values, double, kept - 1))
            g_array_index(values, double, kept++) = value;
    }
    g_array_set_size(values, kept > ANSWERS_CATEGORIES ? 0 : kept);
    return values;
}

static void answers_each(const struct rows *rows, const struct sample *sample)
{
    GArray *values = answers_categories(sample);

    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        char number[NUMBER_ROOM];
        char *subject;

        number_write(number, value);
        subject = g_strdup_printf("%s=%s", answers_subject(sample), number);
        answers_persons(rows, sample, subject, "category_persons", "category_share", value);
        if (sample->several)
            answers_given(rows, sample, subject, value);
        g_free(subject);
    }
    g_array_free(values, TRUE);
}

void answers_write(const struct rows *rows, const struct sample *sample)
{
    answers_short(rows, sample);
    answers_order(rows, sample);
    answers_ends(rows, sample);
    if (scales_item(sample->forms->scales, sample->subject) != NULL)
        answers_each(rows, sample);
}
