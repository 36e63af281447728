#include "agree/view.h"

#include <math.h>

/* What a view is made with. */
struct view_making {
    const struct system *system;
    const struct view_setting *setting;
    struct view *view;
    int32_t *categories; /* by category of the system, none being the last: that of the view */
};

static double view_position(const struct system *system, guint category)
{
    return codings_code(system->codings, g_array_index(system->codes, int, category))->position;
}

static void view_show(struct view_making *making, guint category)
{
    int shown = (int)category;

    making->categories[category] = (int32_t)making->view->shown->len;
    g_array_append_val(making->view->shown, shown);
}

/* Whether the view has a category of the system. */
static bool view_takes(const struct view_making *making, guint category)
{
    const struct system *system = making->system;

    if (making->setting->kind == VIEW_NOMINAL)
        return true;
    if (making->setting->kind != VIEW_OWN)
        return isfinite(view_position(system, category));
    return own_has(making->setting->own,
                   codings_code(system->codings, g_array_index(system->codes, int, category)));
}

/* The categories of the view, in the order of the system. */
static void view_find_categories(struct view_making *making)
{
    const struct system *system = making->system;
    guint codes = system->codes->len;

    for (guint i = 0; i <= codes; i++)
        making->categories[i] = RATINGS_MISSING;
    for (guint i = 0; i < codes; i++)
        if (view_takes(making, i))
            view_show(making, i);
    if (making->setting->kind == VIEW_NOMINAL && system->none)
        view_show(making, codes);
    making->view->ratings.categories = making->view->shown->len;
}

static void view_find_values(struct view_making *making)
{
    struct view *view = making->view;
    guint n = view->shown->len;

    view->values = g_new(double, n + 1);
    for (guint i = 0; i < n; i++)
        view->values[i] = view_position(making->system, (guint)g_array_index(view->shown, int, i));
}

/* Codes of one position become one category. */
static void view_rank(struct view_making *making)
{
    struct view *view = making->view;
    guint n = view->shown->len;
    int32_t *ranks = g_new(int32_t, n + 1);
    double *values = g_new(double, n + 1);

    view->ratings.categories = ratings_ranks(view->values, n, ranks, values);
    for (guint i = 0; i < making->system->codes->len; i++)
        if (making->categories[i] >= 0)
            making->categories[i] = ranks[making->categories[i]];
    g_free(ranks);
    g_free(view->values);
    view->values = values;
}

static bool view_gave(const struct system *system, guint unit, guint coder, int category)
{
    const struct codings *codings = system->codings;
    guint of = g_array_index(system->units, guint, unit);
    int code = g_array_index(system->codes, int, category);

    for (guint i = codings_first(codings, of); i < codings_first(codings, of + 1); i++) {
        const struct coding *row = codings_row(codings, i);

        if (row->code == code && row->coder == g_array_index(system->coders, int, coder))
            return true;
    }
    return false;
}

/* What the coder's code of a unit is in the view. */
static int32_t view_cell(const struct view_making *making, guint unit, guint coder)
{
    int32_t seen = system_seen(making->system, unit, coder);
    int category = making->setting->category;

    if (seen == SYSTEM_MISSING)
        return RATINGS_MISSING;
    if (making->setting->kind != VIEW_PRESENT)
        return seen == SYSTEM_SEVERAL ? RATINGS_MISSING : making->categories[seen];
    if (seen == SYSTEM_SEVERAL)
        return view_gave(making->system, unit, coder, category);
    return seen == category;
}

/* Whether one of the two coders asked for has no row for the unit. */
static bool view_is_single(const struct system *system, const struct view_setting *setting,
                           guint unit)
{
    return setting->coders[0] >= 0 &&
           (system_seen(system, unit, (guint)setting->coders[0]) == SYSTEM_MISSING ||
            system_seen(system, unit, (guint)setting->coders[1]) == SYSTEM_MISSING);
}

static void view_fill(struct view_making *making)
{
    const struct system *system = making->system;
    const struct view_setting *setting = making->setting;
    size_t coders = making->view->ratings.coders;

    for (guint i = 0; i < system->units->len; i++) {
        bool left = (setting->half > 0 && system->half[i] != setting->half) ||
                    (setting->kind != VIEW_PRESENT && system_is_several(system, i)) ||
                    view_is_single(system, setting, i);

        for (guint j = 0; j < coders; j++) {
            guint coder = setting->coders[0] < 0 ? j : (guint)setting->coders[j];

            making->view->codes[i * coders + j] =
                left ? RATINGS_MISSING : view_cell(making, i, coder);
        }
    }
}

struct view *view_new(const struct system *system, const struct view_setting *setting)
{
    struct view *view = g_new0(struct view, 1);
    struct view_making making = {system, setting, view, g_new(int32_t, system->codes->len + 1)};

    view->shown = g_array_new(FALSE, FALSE, sizeof(int));
    view->ratings = (struct ratings){
        .units = system->units->len,
        .coders = setting->coders[0] < 0 ? system->coders->len : 2,
        .categories = 2,
        .cluster = system->cluster,
        .clusters = system->conversations,
    };
    view->codes = g_new(int32_t, view->ratings.units * view->ratings.coders + 1);
    view->ratings.codes = view->codes;
    if (setting->kind != VIEW_PRESENT)
        view_find_categories(&making);
    if (setting->kind == VIEW_PLACED || setting->kind == VIEW_RANKS)
        view_find_values(&making);
    if (setting->kind == VIEW_RANKS)
        view_rank(&making);
    view_fill(&making);
    g_free(making.categories);
    return view;
}

void view_free(struct view *view)
{
    g_array_free(view->shown, TRUE);
    g_free(view->values);
    g_free(view->codes);
    g_free(view);
}
