#include "match/classes.h"

#include "stat/fit.h"
#include "stat/moments.h"
#include "table/method.h"
#include "table/number.h"

#include <math.h>

static const char *const class_names[FIT_CLASSES] = {"more-offer", "fitting", "more-use"};

static const char *const quadrant_names[FIT_QUADRANTS] = {"high-high", "high-low", "low-high",
                                                          "low-low"};

/* One way to part the persons of a lot. */
struct parting {
    const char *const *subjects;
    int parts;
    const char *count; /* names of the statistics */
    const char *share;
    int *of; /* part by person */
    enum stat_reason reason;
    char *how; /* the words of `method` for it */
};

static double lot_offer(const struct lot *lot, guint i)
{
    return g_array_index(lot->offer, double, i);
}

static double lot_use(const struct lot *lot, guint i)
{
    return g_array_index(lot->use, double, i);
}

static struct fit_pool lot_pool(const struct lot *lot)
{
    return fit_pool((const double *)(const void *)lot->offer->data,
                    (const double *)(const void *)lot->use->data, lot_count(lot));
}

static struct parting parting_by_class(const struct lot *lot)
{
    struct fit_pool pool = lot_pool(lot);
    struct parting parting = {.subjects = class_names,
                              .parts = FIT_CLASSES,
                              .count = "class_persons",
                              .share = "class_share",
                              .of = g_new0(int, lot_count(lot) + 1),
                              .reason = pool.reason};
    char sd[NUMBER_ROOM];

    number_write(sd, round(1e4 * pool.sd) / 1e4);
    parting.how =
        g_strdup_printf("z=pooled%s%s", pool.reason == STAT_FINE ? "; pooled-sd=" : "", sd);
    for (guint i = 0; pool.reason == STAT_FINE && i < lot_count(lot); i++)
        parting.of[i] = (int)fit_class(fit_discrepancy(&pool, lot_offer(lot, i), lot_use(lot, i)));
    return parting;
}

static struct parting parting_by_quadrant(const struct lot *lot, double cut)
{
    struct parting parting = {.subjects = quadrant_names,
                              .parts = FIT_QUADRANTS,
                              .count = "quadrant_persons",
                              .share = "quadrant_share",
                              .of = g_new0(int, lot_count(lot) + 1)};
    char number[NUMBER_ROOM];

    number_write(number, cut);
    parting.reason = lot_count(lot) == 0 ? STAT_TOO_FEW : isnan(cut) ? STAT_NOT_DEFINED : STAT_FINE;
    parting.how = isnan(cut) ? g_strdup("") : g_strdup_printf("cut=%s", number);
    for (guint i = 0; parting.reason == STAT_FINE && i < lot_count(lot); i++)
        parting.of[i] = (int)fit_quadrant(lot_offer(lot, i), lot_use(lot, i), cut);
    return parting;
}

static void parting_free(struct parting *parting)
{
    g_free(parting->of);
    g_free(parting->how);
}

static char *parting_method(const struct parting *parting, const char *rest)
{
    return g_strdup_printf("%s%s%s", parting->how, *parting->how == '\0' ? "" : "; ", rest);
}

/* k of n persons in a part, as a count and as a share with its interval. */
static void parting_write_part(const struct told *told, const struct parting *parting, int part)
{
    guint n = lot_count(told->lot);
    bool *is = g_new0(bool, n + 1);
    struct result count = told_result(told, parting->subjects[part], parting->count);
    struct result share = told_result(told, parting->subjects[part], parting->share);
    struct lot_share found;
    char *words;
    char *method;

    for (guint i = 0; i < n; i++)
        is[i] = parting->of[i] == part;
    found = lot_share(told->lot, is);
    if (parting->reason != STAT_FINE)
        found.limits = stat_no_limits(n, parting->reason);
    words = method_persons(&found.limits, found.within, found.deff);
    method = parting_method(parting, words);
    count.n = share.n = found.n;
    if (parting->reason == STAT_FINE) {
        count.value = (double)found.k;
        share.value = (double)found.k / (double)found.n;
    }
    share.low = found.limits.low;
    share.high = found.limits.high;
    count.note = told_note(parting->reason, STAT_FINE, n);
    share.note = told_note(parting->reason, found.limits.reason, n);
    if (parting->reason == STAT_FINE && found.limits.reason == STAT_TOO_FEW && n > 0)
        share.note = "few-within";
    told_write(told, &count, NULL, parting->how);
    told_write(told, &share, NULL, method);
    g_free(method);
    g_free(words);
    g_free(is);
}

/* The mean outcome of the persons of a part whose outcome is known. */
static void parting_write_outcome(const struct told *told, const struct parting *parting, int part)
{
    struct result result = told_result(told, parting->subjects[part], "outcome_mean");
    char *term = g_strconcat(told->term->name, "~", told->setting->outcome, NULL);
    char *method = parting_method(parting, "interval=none");
    GArray *known = g_array_new(FALSE, FALSE, sizeof(double));
    struct stat_value mean;

    for (guint i = 0; parting->reason == STAT_FINE && i < lot_count(told->lot); i++)
        if (parting->of[i] == part && !isnan(g_array_index(told->lot->outcome, double, i)))
            g_array_append_vals(known, &g_array_index(told->lot->outcome, double, i), 1);
    mean = moments_mean((const double *)(const void *)known->data, known->len);
    result.term = term;
    result.value = mean.value;
    result.n = known->len;
    result.note = parting->reason != STAT_FINE
                      ? told_note(parting->reason, STAT_FINE, lot_count(told->lot))
                      : told_note(mean.reason, STAT_FINE, known->len);
    told_write(told, &result, "mean", method);
    g_array_free(known, TRUE);
    g_free(method);
    g_free(term);
}

static void parting_write(const struct told *told, struct parting parting)
{
    for (int part = 0; part < parting.parts; part++)
        parting_write_part(told, &parting, part);
    for (int part = 0; told->setting->outcome != NULL && part < parting.parts; part++)
        parting_write_outcome(told, &parting, part);
    parting_free(&parting);
}

void classes_write(const struct told *told)
{
    double middle = (told->term->minimum + told->term->maximum) / 2;
    double cut = isnan(told->setting->cut) ? middle : told->setting->cut;

    parting_write(told, parting_by_class(told->lot));
    parting_write(told, parting_by_quadrant(told->lot, cut));
}

/* A row of one person. */
static void classes_write_person(const struct told *told, const char *statistic, double value,
                                 const char *how, const char *note)
{
    struct result result = told_result(told, "", statistic);

    result.value = value;
    result.n = 1;
    result.persons_wpb = told->lot->n_wpbs < 0 ? -1 : 1;
    result.persons_student = told->lot->n_students < 0 ? -1 : 1;
    result.note = note;
    told_write(told, &result, NULL, how);
}

void classes_write_persons(const struct told *told, const GPtrArray *groups)
{
    struct fit_pool pool = lot_pool(told->lot);
    const char *note = told_note(pool.reason, STAT_FINE, lot_count(told->lot));
    struct told person = *told;

    for (guint i = 0; i < lot_count(told->lot); i++) {
        double offer = lot_offer(told->lot, i);
        double use = lot_use(told->lot, i);

        person.group = groups->pdata[i];
        classes_write_person(&person, "offer", offer, "", "");
        classes_write_person(&person, "use", use, "", "");
        classes_write_person(&person, "discrepancy", fit_discrepancy(&pool, offer, use), "z=pooled",
                             note);
    }
}
