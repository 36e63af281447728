#include "ingest/usual_plan.h"

#include "ingest/alike.h"

static void plan_add(struct usual_plan *plan, enum usual_kind kind, int column)
{
    bool name = column >= 0 && kind != USUAL_NUMBER && kind != USUAL_TEXT && kind != USUAL_UNIT;

    plan->columns[plan->n++] =
        (struct usual_column){column < 0 ? USUAL_NOTHING : kind, column, name ? memo_new() : NULL};
}

/* Whether the column can stand in a run in which `next` is the column of the sheet that comes next
 * (-1: any): it is that one, or none says it. */
static bool plan_fits(const struct usual_column *column, int next)
{
    return column->kind == USUAL_NOTHING || next < 0 || column->column == next;
}

/* A run from here on, as long as columns stand together in the sheet too. The code changes more
 * often than what stands around it: it stands alone. */
static struct usual_run plan_run(const struct usual_plan *plan, size_t first, size_t stop)
{
    struct usual_run run = {.first = first, .steady = first != CODE, .memo = memo_new()};
    int next = -1;

    while (first + run.n < stop && (run.n == 0 || (first != CODE && first + run.n != CODE)) &&
           plan_fits(&plan->columns[first + run.n], next)) {
        const struct usual_column *column = &plan->columns[first + run.n++];

        if (column->kind == USUAL_NOTHING)
            continue;
        if (run.cells++ == 0)
            run.column = (size_t)column->column;
        next = column->column + 1;
    }
    return run;
}

/* What a run without cells is written as: tabs. */
static const struct memo_entry *plan_nothing(const struct usual_run *run)
{
    static const char none[MEMO_SLACK];
    char tabs[USUAL_COLUMNS];

    memset(tabs, '\t', sizeof tabs);
    memo_learn(run->memo, none, 0, tabs, run->n - 1);
    return memo_find(run->memo, none, 0);
}

static void plan_runs(struct usual_plan *plan, size_t from, size_t stop)
{
    for (struct usual_run *run; from < stop; from += run->n) {
        run = &plan->runs[plan->count];
        *run = plan_run(plan, from, stop);
        if (run->cells == 0)
            run->nothing = plan_nothing(run);
        if (from == CODE)
            plan->code = plan->count;
        plan->count++;
    }
}

/* Whether a run holds all persons and their school, as far as the sheet has them. */
static bool plan_holds_persons(const struct usual_run *run, const struct sheet *sheet)
{
    static const char *const names[] = {"school", "wpb", "student"};
    bool all = true;

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        int column = sheet_find(sheet, names[i]);

        all = all && (column < 0 ||
                      ((size_t)column >= run->column && (size_t)column < run->column + run->cells));
    }
    return all;
}

bool usual_plan_make(struct usual_plan *plan, const struct sheet *sheet,
                     const struct fields *fields, const struct grid *grid)
{
    static const enum usual_kind kinds[FIELDS] = {
        [SOURCE] = USUAL_WORD,   [UNIT] = USUAL_UNIT,       [START] = USUAL_NUMBER,
        [END] = USUAL_NUMBER,    [SPEAKER] = USUAL_WATCHED, [ROLE] = USUAL_MEANING,
        [CODER] = USUAL_MEANING, [CODE] = USUAL_MEANING,    [TEXT] = USUAL_TEXT};
    int code = g_array_index(grid->columns, struct grid_column, 0).column;

    if (FIELDS + fields->extra->len > USUAL_COLUMNS)
        return false;
    for (int i = 0; i < FIELDS; i++)
        plan_add(plan, kinds[i], i == CODE ? code : fields->fixed[i]);
    for (guint i = 0; i < fields->extra->len; i++) {
        int column = g_array_index(fields->extra, int, i);
        bool watched = alike_watches(sheet_name(sheet, (size_t)column));

        plan_add(plan, watched ? USUAL_WATCHED : USUAL_WORD, column);
    }
    plan_runs(plan, SPEAKER, TEXT);
    plan->before = plan->count;
    plan_runs(plan, FIELDS, plan->n);
    plan->persons = SIZE_MAX;
    for (size_t i = 0; i < plan->count; i++)
        if (plan_holds_persons(&plan->runs[i], sheet))
            plan->persons = i;
    return true;
}

void usual_plan_clear(struct usual_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++)
        memo_free(plan->columns[i].memo);
    for (size_t i = 0; i < plan->count; i++)
        memo_free(plan->runs[i].memo);
}

const char *usual_plan_learn(struct usual_plan *plan, const struct record *record, const char *row,
                             size_t length)
{
    const char *stop = row + length;

    for (size_t i = 0; i < plan->n; i++) {
        const struct usual_column *column = &plan->columns[i];
        const char *end = memchr(row, '\t', (size_t)(stop - row));
        struct cell cell;

        if (column->memo != NULL) {
            cell = record_cell(record, (size_t)column->column);
            if (memo_find(column->memo, cell.text, cell.length) == NULL)
                memo_learn(column->memo, cell.text, cell.length, row, (size_t)(end - row));
        }
        row = end + 1;
    }
    return row;
}

bool usual_plan_misses(struct usual_plan *plan, const struct record *record)
{
    enum { MANY = 256, OFTEN = 4 };
    size_t since = plan->since;

    if (record->outline.ends == NULL || ++plan->missed < MANY)
        return false;
    plan->missed = 0;
    plan->since = record->line;
    return record->line < since + OFTEN * MANY;
}

void usual_plan_widen(struct usual_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++)
        memo_widen(plan->columns[i].memo);
    for (size_t i = 0; i < plan->count; i++)
        if (plan->runs[i].nothing == NULL)
            memo_widen(plan->runs[i].memo);
}

/* Where the n-th tab from here on stands. */
static const char *plan_tab(const char *row, const char *stop, size_t n)
{
    const char *tab = memchr(row, '\t', (size_t)(stop - row));

    while (--n > 0)
        tab = memchr(tab + 1, '\t', (size_t)(stop - tab - 1));
    return tab;
}

void usual_plan_learn_runs(struct usual_plan *plan, const struct record *record, const char *row,
                           size_t length)
{
    const char *stop = row + length;
    size_t column = 0;

    for (size_t i = 0; i < plan->count && record->outline.ends != NULL; i++) {
        const struct usual_run *run = &plan->runs[i];
        const char *end;
        struct cell span;

        if (run->first > column)
            row = plan_tab(row, stop, run->first - column) + 1;
        end = plan_tab(row, stop, run->n);
        if (run->found == NULL) {
            span = outline_span(&record->outline, run->column, run->cells);
            memo_learn(run->memo, span.text, span.length, row, (size_t)(end - row));
        }
        row = end + 1;
        column = run->first + run->n;
    }
}
