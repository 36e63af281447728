#include "agree/figures.h"

/* Fleiss' kappa of one category, from the codes of all units with one code a coder. */
static void figures_category(const struct rows *rows, const struct measure_about *about,
                             const struct rating_pairs *nominal, int category)
{
    struct measure measure = {
        .statistic = "fleiss_category",
        .coefficient = {.kind = AGREEMENT_FLEISS_CATEGORY, .category = (size_t)category},
    };

    measure_write(rows, about, nominal, &measure, 1);
}

/* One code, given or not: of all units, those with several codes too. */
static void figures_code(const struct rows *rows, const struct figures *figures,
                         const struct rows_place *place, int category)
{
    static const struct measure list[] = {
        {.statistic = "prevalence", .coefficient = {.kind = AGREEMENT_PREVALENCE, .category = 1}},
        {.statistic = "percent", .coefficient.kind = AGREEMENT_PERCENT},
        {.statistic = "alpha_nominal", .coefficient.kind = AGREEMENT_ALPHA},
        {.statistic = "ac1", .coefficient.kind = AGREEMENT_GWET},
        {.statistic = "pabak", .coefficient.kind = AGREEMENT_PABAK},
    };
    static const struct measure conger = {.statistic = "conger",
                                          .coefficient.kind = AGREEMENT_CONGER};
    static const struct measure_two kappa = {"kappa", {KAPPA_COHEN, NULL}, NULL};
    struct agreement_coefficient gwet = {.kind = AGREEMENT_GWET};
    bool are_two = figures_are_two(figures);
    struct view_setting setting = figures_view(figures, VIEW_PRESENT);
    struct view_setting both = figures_view_two(figures, VIEW_PRESENT);
    struct view *view;
    struct view *of_both;
    struct measure_about about = {.place = place, .system = figures->system, .setting = &setting};
    struct rating_pairs pairs;
    struct kappa_table table;

    setting.category = category;
    both.category = category;
    view = view_new(figures->system, &setting);
    of_both = view_new(figures->system, &both);
    rating_pairs_collapse(&pairs, &view->ratings, RATING_PAIRS_WITH_MARGINS);
    kappa_collapse(&table, &of_both->ratings, 0, 1);
    about.view = view;
    about.mark = figures_mark(figures, place->subject,
                              are_two ? kappa_value(&table, &kappa.coefficient)
                                      : agreement_value(&pairs, &conger.coefficient),
                              agreement_value(&pairs, &gwet));
    measure_write(rows, &about, &pairs, list, G_N_ELEMENTS(list));
    if (!are_two)
        measure_write(rows, &about, &pairs, &conger, 1);
    about.view = of_both;
    about.setting = &both;
    if (are_two)
        measure_write_two(rows, &about, &table, &kappa, 1);
    kappa_free(&table);
    rating_pairs_free(&pairs);
    view_free(of_both);
    view_free(view);
}

void figures_write_codes(const struct rows *rows, const struct figures *figures)
{
    struct view_setting setting = figures_view(figures, VIEW_NOMINAL);
    struct view *view = view_new(figures->system, &setting);
    struct rating_pairs nominal;

    rating_pairs_collapse(&nominal, &view->ratings, RATING_PAIRS_WITHOUT_MARGINS);
    for (int i = 0; i < (int)figures->system->codes->len; i++) {
        struct rows_place place = figures->place;
        struct measure_about about = {.place = &place,
                                      .system = figures->system,
                                      .view = view,
                                      .setting = &setting,
                                      .mark = ""};

        place.subject = system_code(figures->system, i);
        figures_code(rows, figures, &place, i);
        figures_category(rows, &about, &nominal, i);
    }
    rating_pairs_free(&nominal);
    view_free(view);
}
