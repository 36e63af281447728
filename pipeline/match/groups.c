#include "match/groups.h"

#include "match/classes.h"
#include "match/figures.h"

#include <math.h>

/* How the lanes of a term are told apart: by the columns role and wave where it has several. */
struct lanes {
    const struct sheet *sheet;
    GArray *lanes; /* struct lane, in order of first appearance */
    bool by_role;
    bool by_wave;
};

static bool occasion_knows(const struct occasion *occasion, const struct term *term)
{
    return !isnan(occasion->values[term->offer]) || !isnan(occasion->values[term->use]);
}

static void lanes_add(struct lanes *lanes, struct lane lane)
{
    for (guint i = 0; i < lanes->lanes->len; i++) {
        const struct lane *known = &g_array_index(lanes->lanes, struct lane, i);

        if (known->role == lane.role && known->wave == lane.wave)
            return;
    }
    g_array_append_val(lanes->lanes, lane);
}

/* Whether a term was answered in several roles, in several waves. */
static void lanes_look(struct lanes *lanes, const struct term *term)
{
    const struct occasion *first = NULL;

    for (guint i = 0; i < lanes->sheet->occasions->len; i++) {
        const struct occasion *occasion = lanes->sheet->occasions->pdata[i];

        if (!occasion_knows(occasion, term))
            continue;
        first = first == NULL ? occasion : first;
        lanes->by_role = lanes->by_role || occasion->role != first->role;
        lanes->by_wave = lanes->by_wave || occasion->wave != first->wave;
    }
}

/* The lanes of a term; where nobody answered, one of a role that nobody has. */
static struct lanes lanes_of(const struct sheet *sheet, const struct term *term)
{
    struct lanes lanes = {.sheet = sheet, .lanes = g_array_new(FALSE, FALSE, sizeof(struct lane))};

    lanes_look(&lanes, term);
    for (guint i = 0; i < sheet->occasions->len; i++) {
        const struct occasion *occasion = sheet->occasions->pdata[i];
        struct lane lane = {occasion->role, lanes.by_wave ? occasion->wave : SHEET_UNKNOWN};

        if (occasion_knows(occasion, term))
            lanes_add(&lanes, lane);
    }
    if (lanes.lanes->len == 0)
        lanes_add(&lanes, (struct lane){SHEET_UNKNOWN, SHEET_UNKNOWN});
    return lanes;
}

static bool lanes_are_said(const struct sheet *sheet, const char *column)
{
    return g_ptr_array_find_with_equal_func(sheet->grouping->names, column, g_str_equal, NULL);
}

/* Puts `before` in front of a text of columns or of values; takes the text over. */
static char *lane_join(const char *before, const char *separator, char *text)
{
    char *joined = g_strconcat(before, *text == '\0' ? "" : separator, text, NULL);

    g_free(text);
    return joined;
}

/* `by` with the columns that tell the lanes apart, unless --by said them already. */
static char *lane_by(const struct lanes *lanes, const char *by)
{
    char *text = g_strdup(by);

    if (lanes->by_wave && !lanes_are_said(lanes->sheet, "wave"))
        text = lane_join("wave", "+", text);
    if (lanes->by_role && !lanes_are_said(lanes->sheet, "role"))
        text = lane_join("role", "+", text);
    return text;
}

/* The values of those columns before the name of a group. */
static char *lane_group(const struct lanes *lanes, struct lane lane, const char *name)
{
    char *text = g_strdup(name);

    if (lanes->by_wave && !lanes_are_said(lanes->sheet, "wave"))
        text = lane_join(names_text(lanes->sheet->waves, lane.wave), " + ", text);
    if (lanes->by_role && !lanes_are_said(lanes->sheet, "role"))
        text = lane_join(names_text(lanes->sheet->roles, lane.role), " + ", text);
    return text;
}

/* Whether a group of --by keeps the lanes apart where --by says their columns. */
static bool lanes_fit(const struct lanes *lanes, const char *by)
{
    bool role = lanes->by_role && lanes_are_said(lanes->sheet, "role");
    bool wave = lanes->by_wave && lanes_are_said(lanes->sheet, "wave");

    return (!role || grouping_is_by(by, "role")) && (!wave || grouping_is_by(by, "wave"));
}

static void groups_say_repeated(const struct told *told, struct ledger *ledger)
{
    char *action;

    if (told->lot->repeated == 0)
        return;
    action = g_strdup_printf("persons who answered both on several occasions: %" G_GINT64_FORMAT
                             "; each counts once, with the mean",
                             told->lot->repeated);
    ledger_add(ledger, LEDGER_NOTE, "", "", "several-occasions", told->term->name, action);
    g_free(action);
}

/* The rows of one group in one lane. */
static void groups_write_one(struct told *told, const struct lanes *lanes, guint at,
                             struct lane lane, int outcome)
{
    const struct sheet_group *group = lanes->sheet->groups->pdata[at];
    struct lot *lot = lot_new(lanes->sheet, told->term, (int)at, lane, outcome);
    char *by = lane_by(lanes, group->by);
    char *name = lane_group(lanes, lane, group->name);

    told->lot = lot;
    told->by = by;
    told->group = name;
    if (*group->by == '\0' || lot_count(lot) + lot->incomplete > 0)
        figures_write(told);
    told->lot = NULL;
    g_free(by);
    g_free(name);
    lot_free(lot);
}

/* The rows of the persons in one lane. */
static void groups_write_persons(struct told *told, const struct lanes *lanes, struct lane lane,
                                 int outcome, struct ledger *ledger)
{
    struct lot *lot = lot_new(lanes->sheet, told->term, 0, lane, outcome);
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    char *by = lane_by(lanes, "respondent");

    for (guint i = 0; i < lot_count(lot); i++)
        g_ptr_array_add(names, lane_group(lanes, lane,
                                          names_text(lanes->sheet->respondents,
                                                     g_array_index(lot->persons, int, i))));
    told->lot = lot;
    told->by = by;
    groups_say_repeated(told, ledger);
    classes_write_persons(told, names);
    g_ptr_array_free(names, TRUE);
    g_free(by);
    lot_free(lot);
}

void groups_write(const struct sheet *sheet, const struct term *term,
                  const struct told_setting *setting, int outcome, struct writer *writer,
                  struct ledger *ledger)
{
    struct lanes lanes = lanes_of(sheet, term);

    for (guint l = 0; l < lanes.lanes->len; l++) {
        struct told told = {.setting = setting, .writer = writer, .term = term};
        struct lane lane = g_array_index(lanes.lanes, struct lane, l);
        const char *role = lane.role < 0 ? "" : names_text(sheet->roles, lane.role);

        told.person = *role == '\0' ? "respondent" : role;
        for (guint i = 0; i < sheet->groups->len; i++)
            if (lanes_fit(&lanes, ((const struct sheet_group *)sheet->groups->pdata[i])->by))
                groups_write_one(&told, &lanes, i, lane, outcome);
        if (term->kind == TERM_SCALE)
            groups_write_persons(&told, &lanes, lane, outcome, ledger);
    }
    g_array_free(lanes.lanes, TRUE);
}
