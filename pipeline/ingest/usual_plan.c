#include "ingest/usual_plan.h"

#include "ingest/alike.h"

static void plan_add(struct usual_plan *plan, enum usual_kind kind, int column)
{
    bool name = column >= 0 && kind != USUAL_NUMBER && kind != USUAL_TEXT && kind != USUAL_UNIT;

    plan->columns[plan->n++] = (struct usual_column){column < 0 ? USUAL_NOTHING : kind, column,
                                                     name ? memo_new() : NULL, 0, NULL};
}

/* Runs: columns of names that stand beside each other, here as in the file. The code changes more
 * often than what stands around it: it is in none. */
static void plan_runs(struct usual_plan *plan)
{
    struct usual_column *columns = plan->columns;

    for (size_t i = UNIT; i < plan->n; i += MAX(columns[i].run, 1)) {
        size_t n = columns[i].memo != NULL;

        while (n > 0 && i != CODE && i + n != CODE && i + n < plan->n &&
               columns[i + n].memo != NULL &&
               columns[i + n].column == columns[i].column + (int)n)
            n++;
        columns[i].run = n > 1 ? n : 0;
        columns[i].run_memo = n > 1 ? memo_new() : NULL;
    }
}

/* The run that holds all persons and their school. */
static void plan_persons(struct usual_plan *plan, const struct sheet *sheet)
{
    static const char *const names[] = {"school", "wpb", "student"};

    plan->persons = SIZE_MAX;
    for (size_t i = 0; i < plan->n; i++) {
        const struct usual_column *first = &plan->columns[i];
        bool all = first->run > 0;

        for (size_t j = 0; j < G_N_ELEMENTS(names); j++) {
            int column = sheet_find(sheet, names[j]);

            all = all && (column < 0 ||
                          (column >= first->column && column < first->column + (int)first->run));
        }
        if (all)
            plan->persons = i;
    }
}

bool usual_plan_make(struct usual_plan *plan, const struct sheet *sheet,
                     const struct fields *fields, const struct grid *grid)
{
    static const enum usual_kind kinds[FIELDS] = {
        [SOURCE] = USUAL_WORD, [UNIT] = USUAL_UNIT,       [START] = USUAL_NUMBER,
        [END] = USUAL_NUMBER,  [SPEAKER] = USUAL_WATCHED, [ROLE] = USUAL_MEANING,
        [CODER] = USUAL_WORD,  [CODE] = USUAL_MEANING,    [TEXT] = USUAL_TEXT};
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
    plan_runs(plan);
    plan_persons(plan, sheet);
    return true;
}

void usual_plan_clear(struct usual_plan *plan)
{
    for (size_t i = 0; i < plan->n; i++) {
        g_free(plan->columns[i].memo);
        g_free(plan->columns[i].run_memo);
    }
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
            memo_learn(column->memo, cell.text, cell.length, row, (size_t)(end - row));
        }
        row = end + 1;
    }
    return row;
}

void usual_plan_learn_runs(struct usual_plan *plan, const struct record *record, const char *row,
                           size_t length)
{
    const char *stop = row + length;

    for (size_t i = 0; i < plan->n; i++) {
        const struct usual_column *column = &plan->columns[i];
        const char *end = memchr(row, '\t', (size_t)(stop - row));
        const char *run_end = end;
        struct cell span;

        for (size_t n = 1; n < column->run; n++)
            run_end = memchr(run_end + 1, '\t', (size_t)(stop - run_end - 1));
        if (column->run > 0 && usual_plan_span(column, record, &span))
            memo_learn(column->run_memo, span.text, span.length, row, (size_t)(run_end - row));
        row = end + 1;
    }
}
