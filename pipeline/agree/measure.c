#include "agree/measure.h"

#include "stat/gwet.h"
#include "table/number.h"

#include <math.h>

/* The note of a kappa that coders who used one category only make undefined: `constant=B`,
 * `constants=A, B`; of one code, given or not, `unvaried=B`. NULL when there is none. A semicolon
 * in a name would end the word. */
static char *measure_single_coders(const struct measure_about *about)
{
    const struct ratings *ratings = &about->view->ratings;
    GString *names = g_string_new(NULL);
    const char *word = about->setting->kind == VIEW_PRESENT ? "unvaried" : "constant";
    guint single = 0;
    char *note = NULL;

    for (guint i = 0; i < ratings->coders; i++) {
        guint coder = about->setting->coders[0] < 0 ? i : (guint)about->setting->coders[i];

        if (ratings_used(ratings, i) == 1)
            g_string_append_printf(names, "%s%s", single++ > 0 ? ", " : "",
                                   system_coder(about->system, coder));
    }
    g_strdelimit(names->str, ";", ',');
    if (single > 0)
        note = g_strdup_printf("%s%s=%s", word,
                               single > 1 && about->setting->kind != VIEW_PRESENT ? "s" : "",
                               names->str);
    g_string_free(names, TRUE);
    return note;
}

/* Why a coefficient is missing, where its reason says less than is known. */
static const char *measure_why(const struct measure_about *about, const struct rating_pairs *pairs,
                               const struct agreement_coefficient *coefficient,
                               const struct stat_value *value, const char *single)
{
    struct agreement_coefficient gwet = {.kind = AGREEMENT_GWET};
    bool code =
        about->setting->kind == VIEW_PRESENT || coefficient->kind == AGREEMENT_FLEISS_CATEGORY;

    if (value->reason == STAT_NOT_DEFINED && pairs->categories < 2)
        return "one-code";
    if (value->reason != STAT_NO_VARIATION)
        return NULL;
    if (code && coefficient->kind != AGREEMENT_CONGER)
        return "unvarying";
    if (coefficient->kind != AGREEMENT_CONGER ||
        agreement_value(pairs, &gwet).reason == STAT_NO_VARIATION)
        return code ? "unvarying" : NULL;
    return single;
}

static void measure_add_token(GString *method, const char *name, const char *value)
{
    g_string_append_printf(method, "%s%s=%s", method->len > 0 ? "; " : "", name, value);
}

static void measure_add_error(GString *method, struct stat_value error)
{
    char number[NUMBER_ROOM];

    if (error.reason != STAT_FINE)
        return;
    number_write(number, round(1e4 * error.value) / 1e4);
    measure_add_token(method, "error", number);
}

/* The words that a coefficient adds to its method; to be freed. */
static char *measure_method(const struct measure_about *about, const struct measure *measure)
{
    GString *method = g_string_new(NULL);
    char number[NUMBER_ROOM];

    number_write_count(number, (int64_t)about->view->ratings.categories);
    if (measure->sized)
        measure_add_token(method, "categories", number);
    if (measure->weights != NULL)
        measure_add_token(method, "weights", measure->weights);
    if (about->errors == MEASURE_ERRORS)
        measure_add_error(method, gwet_error(&about->view->ratings, &measure->coefficient).error);
    return g_string_free(method, FALSE);
}

/* The mark is for the coefficients that part ways: kappa (Conger's of several coders) and AC1. */
static bool measure_is_marked(const struct agreement_coefficient *coefficient)
{
    return coefficient->weights == NULL &&
           (coefficient->kind == AGREEMENT_CONGER || coefficient->kind == AGREEMENT_GWET);
}

void measure_write(const struct rows *rows, const struct measure_about *about,
                   const struct rating_pairs *pairs, const struct measure *list, size_t count)
{
    struct agreement_coefficient *coefficients = g_new(struct agreement_coefficient, count + 1);
    struct cluster_interval *intervals = g_new0(struct cluster_interval, count + 1);
    char *single = measure_single_coders(about);

    for (size_t i = 0; i < count; i++)
        coefficients[i] = list[i].coefficient;
    agreement_intervals(pairs, coefficients, count, &rows->resample, intervals);
    for (size_t i = 0; i < count; i++) {
        char *method = measure_method(about, &list[i]);
        struct rows_number number = {
            .statistic = list[i].statistic,
            .value = agreement_value(pairs, &coefficients[i]),
            .interval = &intervals[i],
            .method = method,
            .mark = measure_is_marked(&coefficients[i]) ? about->mark : "",
        };

        number.why = measure_why(about, pairs, &coefficients[i], &number.value, single);
        rows_number(rows, about->place, &number);
        g_free(method);
    }
    g_free(single);
    g_free(coefficients);
    g_free(intervals);
}

/* Whether both coders gave one and the same category throughout. */
static bool measure_is_one(const struct kappa_table *table)
{
    struct kappa_coefficient pi = {.kind = KAPPA_PI};

    return kappa_value(table, &pi).reason == STAT_NO_VARIATION;
}

static char *measure_method_two(const struct measure_about *about, const struct kappa_table *table,
                                const struct measure_two *measure)
{
    GString *method = g_string_new(NULL);

    if (measure->weights != NULL)
        measure_add_token(method, "weights", measure->weights);
    if (about->errors == MEASURE_ERRORS && measure->coefficient.kind == KAPPA_COHEN)
        measure_add_error(method, kappa_errors(table, measure->coefficient.weights).error);
    return g_string_free(method, FALSE);
}

void measure_write_two(const struct rows *rows, const struct measure_about *about,
                       const struct kappa_table *table, const struct measure_two *list,
                       size_t count)
{
    struct kappa_coefficient *coefficients = g_new(struct kappa_coefficient, count + 1);
    struct cluster_interval *intervals = g_new0(struct cluster_interval, count + 1);
    char *single = measure_single_coders(about);

    for (size_t i = 0; i < count; i++)
        coefficients[i] = list[i].coefficient;
    kappa_intervals(table, coefficients, count, &rows->resample, intervals);
    for (size_t i = 0; i < count; i++) {
        char *method = measure_method_two(about, table, &list[i]);
        struct rows_number number = {
            .statistic = list[i].statistic,
            .value = kappa_value(table, &coefficients[i]),
            .interval = &intervals[i],
            .method = method,
            .mark = coefficients[i].kind == KAPPA_COHEN && coefficients[i].weights == NULL
                        ? about->mark
                        : "",
        };

        if (number.value.reason == STAT_NO_VARIATION && !measure_is_one(table))
            number.why = single;
        else if (number.value.reason == STAT_NO_VARIATION && about->setting->kind == VIEW_PRESENT)
            number.why = "unvarying";
        else if (number.value.reason == STAT_NOT_DEFINED && table->categories < 2)
            number.why = "one-code";
        rows_number(rows, about->place, &number);
        g_free(method);
    }
    g_free(single);
    g_free(coefficients);
    g_free(intervals);
}
