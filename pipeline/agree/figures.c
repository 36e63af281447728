#include "agree/figures.h"

#include <math.h>

#define FIGURES_MEASURE(statistic_, kind_)                                                         \
    {                                                                                              \
        .statistic = (statistic_), .coefficient.kind = (kind_)                                     \
    }

struct view_setting figures_view(const struct figures *figures, enum view_kind kind)
{
    struct view_setting setting = VIEW_OF(kind);

    setting.own = figures->own;
    setting.half = figures->half;
    setting.coders[0] = figures->coders[0];
    setting.coders[1] = figures->coders[1];
    return setting;
}

bool figures_are_two(const struct figures *figures)
{
    return figures->coders[0] >= 0 || figures->system->coders->len == 2;
}

struct view_setting figures_view_two(const struct figures *figures, enum view_kind kind)
{
    struct view_setting setting = figures_view(figures, kind);

    if (figures_are_two(figures) && setting.coders[0] < 0) {
        setting.coders[0] = 0;
        setting.coders[1] = 1;
    }
    return setting;
}

const char *figures_mark(const struct figures *figures, const char *subject,
                         struct stat_value kappa, struct stat_value ac1)
{
    char *action;

    if (!agreement_parts(kappa, ac1))
        return "";
    if (figures->ledger != NULL) {
        action = g_strdup_printf("kappa %.2f and AC1 %.2f part ways: read neither alone",
                                 kappa.value, ac1.value);
        ledger_add(figures->ledger, LEDGER_WARNING, "", "", "paradox", subject, action);
        g_free(action);
    }
    return "paradox";
}

/* The mark of kappa and AC1 over all codes. */
static const char *figures_mark_all(const struct figures *figures, const struct rating_pairs *pairs,
                                    const struct kappa_table *table)
{
    struct kappa_coefficient cohen = {.kind = KAPPA_COHEN};
    struct agreement_coefficient conger = {.kind = AGREEMENT_CONGER};
    struct agreement_coefficient gwet = {.kind = AGREEMENT_GWET};

    return figures_mark(figures, figures->system->book->name,
                        table != NULL ? kappa_value(table, &cohen)
                                      : agreement_value(pairs, &conger),
                        agreement_value(pairs, &gwet));
}

static void figures_nominal_several(const struct rows *rows, const struct figures *figures,
                                    const struct measure_about *about,
                                    const struct rating_pairs *pairs)
{
    static const struct measure all[] = {
        FIGURES_MEASURE("percent", AGREEMENT_PERCENT),
        FIGURES_MEASURE("alpha_nominal", AGREEMENT_ALPHA),
        {.statistic = "ac1", .coefficient.kind = AGREEMENT_GWET, .sized = true},
        {.statistic = "brennan_prediger",
         .coefficient.kind = AGREEMENT_BRENNAN_PREDIGER,
         .sized = true},
        FIGURES_MEASURE("fleiss", AGREEMENT_FLEISS),
        FIGURES_MEASURE("conger", AGREEMENT_CONGER),
    };
    static const struct measure pabak[] = {FIGURES_MEASURE("pabak", AGREEMENT_PABAK)};
    enum { SHORT = 3 };

    measure_write(rows, about, pairs, all,
                  figures->list == FIGURES_SHORT ? SHORT : G_N_ELEMENTS(all));
    if (figures->list == FIGURES_ALL && about->view->ratings.categories == 2)
        measure_write(rows, about, pairs, pabak, 1);
}

/* Coefficients that take codes as they are. */
static void figures_nominal(const struct rows *rows, const struct figures *figures)
{
    static const struct measure_two two[] = {{"kappa", {KAPPA_COHEN, NULL}, NULL},
                                             {"pi", {KAPPA_PI, NULL}, NULL}};
    struct view_setting setting = figures_view(figures, VIEW_NOMINAL);
    struct view_setting both = figures_view_two(figures, VIEW_NOMINAL);
    bool are_two = figures_are_two(figures);
    struct view *view = view_new(figures->system, &setting);
    struct view *of_both = are_two ? view_new(figures->system, &both) : NULL;
    struct measure_about about = {
        .place = &figures->place,
        .system = figures->system,
        .view = view,
        .setting = &setting,
        .errors = figures->list == FIGURES_ALL ? MEASURE_ERRORS : MEASURE_PLAIN,
    };
    struct rating_pairs pairs;
    struct kappa_table table;

    rating_pairs_collapse(&pairs, &view->ratings, RATING_PAIRS_WITH_MARGINS);
    if (are_two)
        kappa_collapse(&table, &of_both->ratings, 0, 1);
    about.mark = figures_mark_all(figures, &pairs, are_two ? &table : NULL);
    figures_nominal_several(rows, figures, &about, &pairs);
    if (are_two) {
        about.view = of_both;
        about.setting = &both;
        measure_write_two(rows, &about, &table, two, figures->list == FIGURES_SHORT ? 1 : 2);
        kappa_free(&table);
        view_free(of_both);
    }
    rating_pairs_free(&pairs);
    view_free(view);
}

/* Weighted kappas of two coders over the codes of a view; square cells in `weights` by name. */
static void figures_weighted(const struct rows *rows, const struct figures *figures,
                             enum view_kind kind, const struct measure_two *list, size_t count)
{
    struct view_setting setting = figures_view_two(figures, kind);
    struct view *view = view_new(figures->system, &setting);
    struct measure_about about = {
        .place = &figures->place,
        .system = figures->system,
        .view = view,
        .setting = &setting,
        .errors = figures->list == FIGURES_ALL ? MEASURE_ERRORS : MEASURE_PLAIN,
        .mark = "",
    };
    struct kappa_table table;

    kappa_collapse(&table, &view->ratings, 0, 1);
    measure_write_two(rows, &about, &table, list, count);
    kappa_free(&table);
    view_free(view);
}

/* Coefficients over the axis that take every position as a category. */
static void figures_alphas(const struct rows *rows, const struct figures *figures)
{
    struct view_setting setting = figures_view(figures, VIEW_RANKS);
    struct view *view = view_new(figures->system, &setting);
    struct measure list[] = {FIGURES_MEASURE("alpha_ordinal", AGREEMENT_ALPHA),
                             FIGURES_MEASURE("alpha_interval", AGREEMENT_ALPHA),
                             FIGURES_MEASURE("alpha_ratio", AGREEMENT_ALPHA)};
    struct measure_about about = {
        .place = &figures->place,
        .system = figures->system,
        .view = view,
        .setting = &setting,
        .errors = MEASURE_PLAIN,
        .mark = "",
    };
    struct rating_pairs pairs;

    list[0].coefficient.metric = AGREEMENT_ORDINAL;
    list[1].coefficient.metric = AGREEMENT_INTERVAL;
    list[2].coefficient.metric = AGREEMENT_RATIO;
    for (size_t i = 0; i < G_N_ELEMENTS(list); i++)
        list[i].coefficient.values = view->values;
    rating_pairs_collapse(&pairs, &view->ratings, RATING_PAIRS_WITHOUT_MARGINS);
    measure_write(rows, &about, &pairs, list,
                  figures->list == FIGURES_SHORT ? 1 : G_N_ELEMENTS(list));
    rating_pairs_free(&pairs);
    view_free(view);
}

/* AC2 with linear weights: its categories are the codes with a position. */
static void figures_ac2(const struct rows *rows, const struct figures *figures,
                        const double *linear)
{
    struct view_setting setting = figures_view(figures, VIEW_PLACED);
    struct view *view = view_new(figures->system, &setting);
    struct measure ac2 = {
        .statistic = "ac2",
        .coefficient = {.kind = AGREEMENT_GWET, .weights = linear},
        .sized = true,
        .weights = "linear",
    };
    struct measure_about about = {
        .place = &figures->place,
        .system = figures->system,
        .view = view,
        .setting = &setting,
        .errors = MEASURE_ERRORS,
        .mark = "",
    };
    struct rating_pairs pairs;

    rating_pairs_collapse(&pairs, &view->ratings, RATING_PAIRS_WITHOUT_MARGINS);
    measure_write(rows, &about, &pairs, &ac2, 1);
    rating_pairs_free(&pairs);
    view_free(view);
}

/* Coefficients over the axis, where codes have positions. */
static void figures_placed(const struct rows *rows, const struct figures *figures)
{
    struct view_setting setting = VIEW_OF(VIEW_PLACED);
    struct view *view = view_new(figures->system, &setting);
    size_t q = view->ratings.categories;
    double *linear = g_new(double, q *q + 1);
    double *quadratic = g_new(double, q *q + 1);
    bool weighted =
        weights_linear(view->values, q, linear) && weights_quadratic(view->values, q, quadratic);
    struct measure_two kappas[] = {
        {"kappa_linear", {KAPPA_COHEN, linear}, "linear"},
        {"kappa_quadratic", {KAPPA_COHEN, quadratic}, "quadratic"},
    };

    if (weighted) {
        figures_alphas(rows, figures);
        if (figures->list == FIGURES_ALL)
            figures_ac2(rows, figures, linear);
        if (figures_are_two(figures))
            figures_weighted(rows, figures, VIEW_PLACED, kappas, G_N_ELEMENTS(kappas));
    }
    g_free(linear);
    g_free(quadratic);
    view_free(view);
}

/* Kappa with weights of one's own. */
static void figures_own(const struct rows *rows, const struct figures *figures)
{
    struct view_setting setting = figures_view(figures, VIEW_OWN);
    struct view *view = view_new(figures->system, &setting);
    size_t q = view->ratings.categories;
    double *cells = g_new(double, q *q + 1);
    struct measure_two kappa = {"kappa_weighted", {KAPPA_COHEN, cells}, "own"};
    bool fine = q > 1;

    for (size_t i = 0; fine && i < q * q; i++) {
        int first = g_array_index(view->shown, int, i / q);
        int second = g_array_index(view->shown, int, i % q);

        cells[i] = own_at(figures->own, system_category_code(figures->system, first),
                          system_category_code(figures->system, second));
    }
    if (fine && own_is_distance(figures->own))
        fine = weights_from_distance(cells, q, cells);
    if (fine)
        figures_weighted(rows, figures, VIEW_OWN, &kappa, 1);
    g_free(cells);
    view_free(view);
}

void figures_write(const struct rows *rows, const struct figures *figures)
{
    figures_nominal(rows, figures);
    figures_placed(rows, figures);
    if (figures->own != NULL && figures_are_two(figures))
        figures_own(rows, figures);
}
