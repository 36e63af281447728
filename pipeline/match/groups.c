#include "match/groups.h"

#include "match/classes.h"
#include "match/figures.h"

#include <math.h>

/* The roles (int) of those who answered any of a term, in order of first appearance; where nobody
 * did, a role that nobody has. */
static GArray *groups_roles(const struct sheet *sheet, const struct term *term)
{
    bool *is = g_new0(bool, (gsize)names_count(sheet->roles) + 1);
    GArray *roles = g_array_new(FALSE, FALSE, sizeof(int));
    int nobody = SHEET_UNKNOWN;

    for (guint i = 0; i < sheet->occasions->len; i++) {
        const struct occasion *occasion = sheet->occasions->pdata[i];

        if (is[occasion->role] ||
            (isnan(occasion->values[term->offer]) && isnan(occasion->values[term->use])))
            continue;
        is[occasion->role] = true;
        g_array_append_val(roles, occasion->role);
    }
    if (roles->len == 0)
        g_array_append_val(roles, nobody);
    g_free(is);
    return roles;
}

static bool groups_are_by_role(const struct sheet *sheet)
{
    return g_ptr_array_find_with_equal_func(sheet->grouping->names, "role", g_str_equal, NULL);
}

static const char *groups_role(const struct sheet *sheet, int role)
{
    return role < 0 ? "" : names_text(sheet->roles, role);
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

/* The rows of one group in one role; `apart`: by has to say the role. */
static void groups_write_one(struct told *told, const struct sheet *sheet, guint at, int role,
                             bool apart, int outcome)
{
    const struct sheet_group *group = sheet->groups->pdata[at];
    const char *name = groups_role(sheet, role);
    bool all = *group->by == '\0';
    struct lot *lot = lot_new(sheet, told->term, (int)at, role, outcome);
    char *by = g_strconcat("role", all ? "" : "+", group->by, NULL);
    char *in = g_strconcat(name, all ? "" : " + ", group->name, NULL);

    told->lot = lot;
    told->by = apart ? by : group->by;
    told->group = apart ? in : group->name;
    if (all || lot_count(lot) + lot->incomplete > 0)
        figures_write(told);
    told->lot = NULL;
    g_free(by);
    g_free(in);
    lot_free(lot);
}

/* The rows of the persons in one role. */
static void groups_write_persons(struct told *told, const struct sheet *sheet, int role,
                                 int outcome, struct ledger *ledger)
{
    struct lot *lot = lot_new(sheet, told->term, 0, role, outcome);

    told->lot = lot;
    told->by = "respondent";
    groups_say_repeated(told, ledger);
    classes_write_persons(told, sheet->respondents);
    lot_free(lot);
}

void groups_write(const struct sheet *sheet, const struct term *term,
                  const struct told_setting *setting, int outcome, struct writer *writer,
                  struct ledger *ledger)
{
    GArray *roles = groups_roles(sheet, term);
    bool apart = roles->len > 1;
    bool said = groups_are_by_role(sheet);

    for (guint r = 0; r < roles->len; r++) {
        struct told told = {.setting = setting, .writer = writer, .term = term};
        int role = g_array_index(roles, int, r);
        const char *name = groups_role(sheet, role);

        told.person = *name == '\0' ? "respondent" : name;
        for (guint i = 0; i < sheet->groups->len; i++) {
            const struct sheet_group *group = sheet->groups->pdata[i];

            if (!apart || !said || grouping_is_by(group->by, "role"))
                groups_write_one(&told, sheet, i, role, apart && !said, outcome);
        }
        if (term->kind == TERM_SCALE)
            groups_write_persons(&told, sheet, role, outcome, ledger);
    }
    g_array_free(roles, TRUE);
}
