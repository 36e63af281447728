#include "match/sheet.h"

#include "table/number.h"

#include <math.h>
#include <string.h>

static void occasion_free(gpointer freed)
{
    struct occasion *occasion = freed;

    g_free(occasion->groups);
    g_free(occasion->values);
    g_free(occasion);
}

static void sheet_group_free(gpointer freed)
{
    struct sheet_group *group = freed;

    g_free(group->by);
    g_free(group->name);
    g_free(group);
}

/* The columns that tell occasions apart; date and length do not: a questionnaire may take days. */
static void sheet_find_columns(struct sheet *sheet, struct reader *in)
{
    static const char *const columns[] = {"respondent",  "role",    "group", "wave",   "wpb",
                                          "student",     "school",  "year",  "moment", "phase",
                                          "partnership", "traject", "rater"};

    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
        int slot = reader_column(in, columns[i]);

        g_array_append_val(sheet->slots, slot);
    }
}

static int sheet_add_group(struct sheet *sheet, const char *key, const char *by, const char *name)
{
    struct sheet_group *group = g_new0(struct sheet_group, 1);

    group->by = g_strdup(by);
    group->name = g_strdup(name);
    g_ptr_array_add(sheet->groups, group);
    g_hash_table_insert(sheet->group_of, g_strdup(key), GUINT_TO_POINTER(sheet->groups->len));
    return (int)sheet->groups->len - 1;
}

struct sheet *sheet_new(struct reader *in, const struct names *measures, struct grouping *grouping)
{
    struct sheet *sheet = g_new0(struct sheet, 1);

    sheet->measures = measures;
    sheet->grouping = grouping;
    sheet->respondents = names_new();
    sheet->roles = names_new();
    sheet->wpbs = names_new();
    sheet->schools = names_new();
    sheet->students = names_new();
    sheet->groups = g_ptr_array_new_with_free_func(sheet_group_free);
    sheet->occasions = g_ptr_array_new_with_free_func(occasion_free);
    sheet->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    sheet->group_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    sheet->slots = g_array_new(FALSE, FALSE, sizeof(int));
    sheet_find_columns(sheet, in);
    sheet->respondent = reader_column(in, "respondent");
    sheet->role = reader_column(in, "role");
    sheet->item = reader_column(in, "item");
    sheet->value = reader_column(in, "value");
    sheet->wpb = reader_column(in, "wpb");
    sheet->school = reader_column(in, "school");
    sheet->student = reader_column(in, "student");
    sheet_add_group(sheet, "0\x1f", "", ""); /* the total: grouping_read() of subset 0 */
    return sheet;
}

void sheet_free(struct sheet *sheet)
{
    names_free(sheet->respondents);
    names_free(sheet->roles);
    names_free(sheet->wpbs);
    names_free(sheet->schools);
    names_free(sheet->students);
    g_ptr_array_free(sheet->groups, TRUE);
    g_ptr_array_free(sheet->occasions, TRUE);
    g_hash_table_destroy(sheet->index);
    g_hash_table_destroy(sheet->group_of);
    g_array_free(sheet->slots, TRUE);
    g_free(sheet);
}

/* The group of the row for one subset of the --by columns. */
static int sheet_group(struct sheet *sheet, struct reader *in, guint subset)
{
    struct grouping *grouping = sheet->grouping;
    guint found;

    grouping_read(grouping, in, subset);
    found = GPOINTER_TO_UINT(g_hash_table_lookup(sheet->group_of, grouping->key->str));
    if (found > 0)
        return (int)found - 1;
    return sheet_add_group(sheet, grouping->key->str, grouping->by->str, grouping->name->str);
}

static int sheet_name(struct names *names, struct reader *in, int slot)
{
    const char *name = reader_cell(in, slot);

    return *name == '\0' ? SHEET_UNKNOWN : names_id(names, name);
}

static struct occasion *occasion_new(struct sheet *sheet, struct reader *in)
{
    struct occasion *occasion = g_new0(struct occasion, 1);
    guint subsets = grouping_subsets(sheet->grouping);
    int measures = names_count(sheet->measures);

    occasion->respondent = names_id(sheet->respondents, reader_cell(in, sheet->respondent));
    occasion->role = names_id(sheet->roles, reader_cell(in, sheet->role));
    occasion->wpb = sheet_name(sheet->wpbs, in, sheet->wpb);
    occasion->school = sheet_name(sheet->schools, in, sheet->school);
    occasion->student = sheet_name(sheet->students, in, sheet->student);
    occasion->groups = g_new(int, subsets);
    for (guint subset = 0; subset < subsets; subset++)
        occasion->groups[subset] = sheet_group(sheet, in, subset);
    occasion->values = g_new(double, (gsize)measures + 1);
    for (int i = 0; i < measures; i++)
        occasion->values[i] = NAN;
    return occasion;
}

/* The occasion of the row; made when it is new. */
static struct occasion *sheet_occasion(struct sheet *sheet, struct reader *in)
{
    GString *key = g_string_new(NULL);
    struct occasion *occasion;

    for (guint i = 0; i < sheet->slots->len; i++)
        g_string_append_printf(key, "%s\x1f", reader_cell(in, g_array_index(sheet->slots, int, i)));
    for (guint i = 0; i < sheet->grouping->slots->len; i++)
        g_string_append_printf(key, "%s\x1f",
                               reader_cell(in, g_array_index(sheet->grouping->slots, int, i)));
    occasion = g_hash_table_lookup(sheet->index, key->str);
    if (occasion == NULL) {
        occasion = occasion_new(sheet, in);
        g_hash_table_insert(sheet->index, g_string_free(key, FALSE), occasion);
        g_ptr_array_add(sheet->occasions, occasion);
        return occasion;
    }
    g_string_free(key, TRUE);
    return occasion;
}

static void sheet_refuse(const struct sheet *sheet, struct reader *in, struct ledger *ledger,
                         const char *what, const char *action)
{
    const char *file;
    const char *line;
    char *answer =
        g_strdup_printf("%s %s", reader_cell(in, sheet->item), reader_cell(in, sheet->value));

    reader_position(in, &file, &line);
    ledger_add(ledger, LEDGER_REFUSED, file, line, what, answer, action);
    g_free(answer);
}

static void sheet_add(struct sheet *sheet, struct reader *in, int measure, struct ledger *ledger)
{
    struct occasion *occasion;
    double value = NAN;

    if (*reader_cell(in, sheet->respondent) == '\0') {
        sheet_refuse(sheet, in, ledger, "no-respondent", "nobody is named here: left out");
        return;
    }
    if (reader_missing(in, sheet->value) == MISSING_NOT &&
        !number_read(reader_cell(in, sheet->value), &value))
        sheet_refuse(sheet, in, ledger, "number", "not a number: left out");
    occasion = sheet_occasion(sheet, in);
    if (isnan(value))
        return;
    if (isnan(occasion->values[measure]))
        occasion->values[measure] = value;
    else
        sheet_refuse(sheet, in, ledger, "duplicate-answer",
                     "this respondent has an answer here already: left out");
}

void sheet_read(struct sheet *sheet, struct reader *in, struct ledger *ledger)
{
    while (reader_next(in)) {
        int measure = names_find(sheet->measures, reader_cell(in, sheet->item));

        if (measure >= 0)
            sheet_add(sheet, in, measure, ledger);
    }
}

guint sheet_known(const struct sheet *sheet, int measure)
{
    guint known = 0;

    for (guint i = 0; i < sheet->occasions->len; i++)
        if (!isnan(((const struct occasion *)sheet->occasions->pdata[i])->values[measure]))
            known++;
    return known;
}
