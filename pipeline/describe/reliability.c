#include "describe/reliability.h"

#include "stat/alpha.h"
#include "stat/omega.h"
#include "stat/scores.h"

#include <math.h>
#include <string.h>

/* The answers of a sample to the items of its scale. */
struct reliability {
    const struct rows *rows;
    const struct sample *sample;
    const struct scale *scale;
    GArray *items;   /* guint: subjects of which somebody has a row */
    double *answers; /* form * items + item, NaN where missing */
    size_t forms;
    struct covariance covariance;
    const char *turned; /* word of the method where an item was turned, else "" */
};

static const struct item *reliability_item(const struct reliability *of, guint i)
{
    return scales_item(of->sample->forms->scales, g_array_index(of->items, guint, i));
}

static void reliability_find_items(struct reliability *of)
{
    const struct forms *forms = of->sample->forms;

    of->items = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < of->scale->items->len; i++) {
        guint subject = g_array_index(of->scale->items, guint, i);
        bool met = false;

        for (guint j = 0; j < forms->forms->len && !met; j++)
            met = form_find(forms->forms->pdata[j], subject) != NULL;
        if (met)
            g_array_append_val(of->items, subject);
    }
    of->turned = "";
    for (guint i = 0; i < of->items->len; i++)
        if (reliability_item(of, i)->reversed)
            of->turned = "; reversed=turned";
}

/* The forms that have a row for any of the items. */
static void reliability_gather(struct reliability *of)
{
    guint items = of->items->len;

    of->answers = g_new(double, (gsize)of->sample->asked->len *items + 1);
    for (guint i = 0; i < of->sample->asked->len; i++) {
        const struct form *form = of->sample->asked->pdata[i];
        double *row = of->answers + of->forms * items;
        bool met = false;

        for (guint j = 0; j < items; j++) {
            const struct item *item = reliability_item(of, j);
            const struct form_cell *cell = form_find(form, g_array_index(of->items, guint, j));

            met = met || cell != NULL;
            row[j] = cell == NULL ? NAN : cell->value;
            if (item->reversed)
                row[j] = scores_turn(row[j], item->minimum, item->maximum);
        }
        of->forms += met;
    }
}

/* Why a coefficient is missing. `least` is the number of items it needs. */
static const char *reliability_note(const struct reliability *of, struct stat_value value,
                                    guint least)
{
    switch (value.reason) {
    case STAT_TOO_FEW:
        return of->items->len < least ? "few-items" : value.n == 0 ? "none" : "too-few";
    case STAT_NO_VARIATION:
        return "alike";
    case STAT_NOT_DEFINED:
        return "not-defined";
    case STAT_FINE:
        break;
    }
    return "";
}

static void reliability_put(const struct reliability *of, struct result *result,
                            struct stat_value value, const char *estimand, const char *interval)
{
    bool omega = strcmp(estimand, "omega") == 0;
    char *rest = g_strdup_printf("interval=%s; missing=%s; items=%u; scale=%s%s", interval,
                                 omega ? "listwise" : of->rows->missing_word, of->items->len,
                                 of->scale->name, of->turned);

    result->value = value.value;
    result->n = (int64_t)value.n;
    rows_put(of->rows, of->sample, result, estimand, rest);
    g_free(rest);
}

static void reliability_alpha(const struct reliability *of)
{
    struct result result = rows_result(of->sample, of->scale->name, "alpha");
    struct stat_value alpha = alpha_raw(&of->covariance);
    struct stat_interval feldt = alpha_feldt(alpha.value, alpha.n, of->items->len);
    bool limits = of->rows->missing == COVARIANCE_LISTWISE && !of->sample->several &&
                  alpha.n >= ALPHA_INTERVAL_FROM && feldt.reason == STAT_FINE;

    result.note = reliability_note(of, alpha, 2);
    if (limits) {
        result.low = feldt.low;
        result.high = feldt.high;
    } else if (alpha.reason == STAT_FINE && of->rows->missing == COVARIANCE_LISTWISE) {
        result.note = of->sample->several             ? "several-forms"
                      : alpha.n < ALPHA_INTERVAL_FROM ? "under-five"
                                                      : "no-variation";
    }
    reliability_put(of, &result, alpha, "alpha", limits ? "feldt" : "none");
}

static void reliability_standard(const struct reliability *of)
{
    struct result result = rows_result(of->sample, of->scale->name, "alpha_standard");
    struct stat_value alpha = alpha_standard(&of->covariance);

    result.note = reliability_note(of, alpha, 2);
    reliability_put(of, &result, alpha, "alpha-standard", "none");
}

static void reliability_omega(const struct reliability *of)
{
    static const char *const problems[] = {
        [OMEGA_NO_PROBLEM] = "not-defined", [OMEGA_SINGULAR] = "singular",
        [OMEGA_HEYWOOD_ITEM] = "heywood",   [OMEGA_NO_FACTOR] = "no-factor",
        [OMEGA_NO_MINIMUM] = "no-minimum",
    };
    struct covariance listwise =
        covariance_of(of->answers, of->forms, of->items->len, COVARIANCE_LISTWISE);
    struct result result = rows_result(of->sample, of->scale->name, "omega");
    struct omega omega = omega_total(&listwise);

    result.note = omega.omega.reason == STAT_NOT_DEFINED ? problems[omega.problem]
                                                         : reliability_note(of, omega.omega, 3);
    reliability_put(of, &result, omega.omega, "omega", "none");
    covariance_free(&listwise);
}

static void reliability_items(const struct reliability *of)
{
    for (guint i = 0; i < of->items->len; i++) {
        const char *item = reliability_item(of, i)->item;
        struct result rest = rows_result(of->sample, item, "item_rest");
        struct result without = rows_result(of->sample, item, "alpha_without");
        struct stat_value r = alpha_item_rest(&of->covariance, i);
        struct stat_value alpha = alpha_without(&of->covariance, i);

        rest.note = reliability_note(of, r, 2);
        reliability_put(of, &rest, r, "item-rest", "none");
        without.note = reliability_note(of, alpha, 3);
        reliability_put(of, &without, alpha, "alpha-without", "none");
    }
}

void reliability_write(const struct rows *rows, const struct sample *sample)
{
    struct reliability of = {.rows = rows,
                             .sample = sample,
                             .scale = scales_scale(sample->forms->scales, sample->subject)};

    reliability_find_items(&of);
    if (of.items->len > 0) {
        reliability_gather(&of);
        of.covariance = covariance_of(of.answers, of.forms, of.items->len, rows->missing);
        rows_count(rows, sample, "items", of.items->len, of.scale->items->len);
        reliability_alpha(&of);
        reliability_standard(&of);
        reliability_omega(&of);
        if (!of.scale->is_facet)
            reliability_items(&of);
        covariance_free(&of.covariance);
        g_free(of.answers);
    }
    g_array_free(of.items, TRUE);
}
