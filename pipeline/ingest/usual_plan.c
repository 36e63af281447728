#include "ingest/usual_plan.h"

#include "ingest/alike.h"

static void plan_add(struct usual_plan *plan, enum usual_kind kind, int column)
{
    bool name = column >= 0 && kind != USUAL_NUMBER && kind != USUAL_TEXT && kind != USUAL_UNIT;

    plan->columns[plan->n++] =
        (struct usual_column){column < 0 ? USUAL_NOTHING : kind, column, name ? memo_new() : NULL};
}

/* How many columns from here on stand together in the sheet too. The code changes more often than
 * what stands around it: it stands alone. */
static size_t plan_run_length(const struct usual_plan *plan, size_t first, size_t stop)
{
    const struct usual_column *columns = &plan->columns[first];
    size_t n = 1;

    if (columns->memo == NULL || first == CODE)
        return 1;
    while (first + n < stop && first + n != CODE && columns[n].memo != NULL &&
           columns[n].column == columns->column + (int)n)
        n++;
    return n;
}

static void plan_runs(struct usual_plan *plan, size_t from, size_t stop)
{
    for (size_t n; from < stop; from += n) {
        const struct usual_column *first = &plan->columns[from];

        n = plan_run_length(plan, from, stop);
        if (from == CODE)
            plan->code = plan->count;
        plan->runs[plan->count++] =
            (struct usual_run){from, n, first->memo != NULL ? (size_t)first->column : 0,
                               from != CODE, first->memo != NULL ? memo_new() : NULL};
    }
}

/* Whether a run holds all persons and their school, as far as the sheet has them. */
static bool plan_holds_persons(const struct usual_run *run, const struct sheet *sheet)
{
    static const char *const names[] = {"school", "wpb", "student"};
    bool all = run->memo != NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        int column = sheet_find(sheet, names[i]);

        all = all && (column < 0 ||
                      ((size_t)column >= run->column && (size_t)column < run->column + run->n));
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
        g_free(plan->columns[i].memo);
    for (size_t i = 0; i < plan->count; i++)
        g_free(plan->runs[i].memo);
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

/* Where the n-th tab from here on stands. */
static const char *plan_tab(const char *row, const char *stop, size_t n)
{
    const char *tab = memchr(row, '\t', (size_t)(stop - row));

    while (--n > 0)
        tab = memchr(tab + 1, '\t', (size_t)(stop - tab - 1));
    return tab;
}

void usual_plan_learn_runs(struct usual_plan *plan, const struct record *record,
                           const struct memo_entry *const *found, const char *row, size_t length)
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
        if (found[i] == NULL && run->memo != NULL) {
            span = outline_span(&record->outline, run->column, run->n);
            memo_learn(run->memo, span.text, span.length, row, (size_t)(end - row));
        }
        row = end + 1;
        column = run->first + run->n;
    }
}
