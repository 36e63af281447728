/* Select: keeps the rows whose columns hold the values asked for; drops others.
 *
 *     vs-select --keep role=wpb --drop phase=start,einde --from date=2022-01-01 segments.tsv */

#include "base/fail.h"
#include "table/number.h"
#include "table/pass.h"

#include <string.h>

enum select_kind { SELECT_KEEP, SELECT_DROP, SELECT_FROM, SELECT_TO };

/* One `COLUMN=VALUE[,VALUE]`. */
struct select_rule {
    enum select_kind kind;
    char *column;
    char **values;
    int slot;
    bool met; /* some table has the column */
};

struct select {
    char **keep;
    char **drop;
    char **from;
    char **to;
    GArray *rules;
};

static struct select choice;

static const struct option select_options[] = {
    {"keep", OPTION_LIST, RECORD_KEY, &choice.keep, "COLUMN=VALUE[,VALUE]",
     "Keep rows that hold one of the values; may be repeated (all must hold)"},
    {"drop", OPTION_LIST, RECORD_KEY, &choice.drop, "COLUMN=VALUE[,VALUE]",
     "Drop rows that hold one of the values; may be repeated"},
    {"from", OPTION_LIST, RECORD_KEY, &choice.from, "COLUMN=VALUE",
     "Keep rows from this number or text (a date jjjj-mm-dd, say) on"},
    {"to", OPTION_LIST, RECORD_KEY, &choice.to, "COLUMN=VALUE",
     "Keep rows up to and with this number or text"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

/* The values of a rule; `COLUMN=` means the empty cell. */
static char **select_values(const char *text, enum select_kind kind)
{
    bool several = *text != '\0' && (kind == SELECT_KEEP || kind == SELECT_DROP);
    char **one;

    if (several)
        return g_strsplit(text, ",", -1);
    one = g_new0(char *, 2);
    one[0] = g_strdup(text);
    return one;
}

static void select_add(struct reader *in, char *const *texts, enum select_kind kind,
                       const char *option)
{
    for (; texts != NULL && *texts != NULL; texts++) {
        struct select_rule rule = {.kind = kind};
        const char *equals = strchr(*texts, '=');

        if (equals == NULL || equals == *texts)
            fail(STATUS_USAGE, "--%s \"%s\": say COLUMN=VALUE", option, *texts);
        rule.column = g_strndup(*texts, (gsize)(equals - *texts));
        rule.values = select_values(equals + 1, kind);
        rule.slot = reader_column(in, rule.column);
        g_array_append_val(choice.rules, rule);
    }
}

/* Both numbers: by size; else by bytes, which is right for dates written jjjj-mm-dd. */
static int select_compare(const char *left, const char *right)
{
    double a;
    double b;

    if (number_read(left, &a) && number_read(right, &b))
        return (a > b) - (a < b);
    return strcmp(left, right);
}

static bool select_rule_holds(const struct select_rule *rule, const char *cell)
{
    switch (rule->kind) {
    case SELECT_KEEP:
        return g_strv_contains((const char *const *)rule->values, cell);
    case SELECT_DROP:
        return !g_strv_contains((const char *const *)rule->values, cell);
    case SELECT_FROM:
        return *cell != '\0' && select_compare(cell, rule->values[0]) >= 0;
    case SELECT_TO:
        return *cell != '\0' && select_compare(cell, rule->values[0]) <= 0;
    }
    return false;
}

static bool select_row(const struct reader *in)
{
    bool holds = true;

    for (guint i = 0; i < choice.rules->len; i++) {
        struct select_rule *rule = &g_array_index(choice.rules, struct select_rule, i);

        rule->met |= reader_has(in, rule->slot);
        holds = holds && select_rule_holds(rule, reader_cell(in, rule->slot));
    }
    return holds;
}

static void select_finish(bool rows)
{
    for (guint i = 0; i < choice.rules->len; i++) {
        struct select_rule *rule = &g_array_index(choice.rules, struct select_rule, i);

        if (rows && !rule->met)
            fail(STATUS_STOPPED, "no table has a column \"%s\"", rule->column);
        g_free(rule->column);
        g_strfreev(rule->values);
    }
    g_array_free(choice.rules, TRUE);
}

static void select_run(struct run *run)
{
    struct pass *pass = pass_open(run, ~shape_bit(SHAPE_LEDGER));
    bool rows = false;

    choice.rules = g_array_new(FALSE, FALSE, sizeof(struct select_rule));
    select_add(pass_reader(pass), choice.keep, SELECT_KEEP, "keep");
    select_add(pass_reader(pass), choice.drop, SELECT_DROP, "drop");
    select_add(pass_reader(pass), choice.from, SELECT_FROM, "from");
    select_add(pass_reader(pass), choice.to, SELECT_TO, "to");
    while (pass_next(pass)) {
        rows = true;
        if (select_row(pass_reader(pass)))
            pass_keep(pass);
    }
    select_finish(rows);
    pass_close(pass);
}

static const struct stage select_stage = {
    .name = "select",
    .order = 5,
    .input = "any table",
    .output = "same",
    .summary = "keeps rows",
    .detail = "All rules must hold for a row to stay. Example:\n"
              "  vs-select --keep role=wpb --drop phase=start,einde segments.tsv",
    .options = select_options,
    .run = select_run,
};

int main(int argc, char **argv)
{
    return stage_main(&select_stage, argc, argv);
}
