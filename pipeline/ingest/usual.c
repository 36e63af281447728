#include "ingest/usual.h"

#include "ingest/usual_cell.h"
#include "ingest/usual_number.h"
#include "ingest/usual_place.h"
#include "ingest/usual_plan.h"

#include <string.h>

struct usual {
    struct usual_source with;
    struct decimal *decimals[2];
    struct usual_plan plan; /* without columns: no record is usual */
    struct usual_place place;
    GString *source; /* the cell of the record before */
    int64_t said;    /* entries of the ledger before the record */
};

/* What there is to do when the row of a record stands there. */
struct usual_deeds {
    struct usual_number numbers[2]; /* start and end */
    uint64_t *mark;                 /* of repeats; NULL: it has no code */
    bool missed;                    /* a run of names is not known yet */
    bool look;                      /* at names, and at persons and schools together */
};

struct usual *usual_new(const struct usual_source *source)
{
    struct usual *usual = g_new0(struct usual, 1);
    const struct rows *rows = source->rows;

    usual->with = *source;
    usual->source = g_string_new(NULL);
    usual->decimals[0] = typed_decimal(source->typed, 0);
    usual->decimals[1] = typed_decimal(source->typed, 1);
    if (source->plain && usual->decimals[0] != NULL && rows->track == NULL &&
        source->grid->kind == GRID_CELLS && source->grid->columns->len == 1 &&
        rows->fields->fixed[SOURCE] >= 0 && rows->fields->fixed[UNIT] >= 0)
        usual_plan_make(&usual->plan, rows->sheet, rows->fields, source->grid);
    return usual;
}

void usual_free(struct usual *usual)
{
    usual_plan_clear(&usual->plan);
    g_string_free(usual->source, TRUE);
    g_free(usual);
}

/* Writes the cell of a column; NULL when it is not usual. */
static inline char *usual_cell(struct usual *usual, size_t i, const struct cell *cells, char *to,
                               struct usual_deeds *deeds)
{
    const struct usual_column *column = &usual->plan.columns[i];
    const struct cell *cell = &cells[column->column];
    char *end;

    switch (column->kind) {
    case USUAL_NOTHING:
        return to;
    case USUAL_MEANING:
        return usual_known(to, column->memo, cell);
    case USUAL_WORD:
        end = usual_plain(to, cell);
        return end != NULL ? end : usual_known(to, column->memo, cell);
    case USUAL_UNIT:
        return cell->length > 0 ? usual_plain(to, cell) : NULL;
    case USUAL_WATCHED:
        end = usual_known(to, column->memo, cell);
        deeds->look = deeds->look || end == NULL;
        return end != NULL ? end : usual_plain(to, cell);
    case USUAL_NUMBER:
        return usual_number_write(to, cell, usual->decimals[i - START], &deeds->numbers[i - START]);
    case USUAL_TEXT:
        break;
    }
    return usual_text(to, cell);
}

/* Writes the cells of a run when they are known together. */
static inline char *usual_run(struct usual *usual, size_t i, const struct record *record, char *to,
                              struct usual_deeds *deeds)
{
    const struct usual_column *column = &usual->plan.columns[i];
    struct cell span;
    char *end = NULL;

    if (usual_plan_span(column, record, &span))
        end = usual_known(to, column->run_memo, &span);
    deeds->missed = deeds->missed || end == NULL;
    deeds->look = deeds->look && (end == NULL || i != usual->plan.persons);
    return end;
}

/* Goes to the source of this record; false when its name is not plain. */
static bool usual_enter(struct usual *usual, const struct cell *cell)
{
    char room[USUAL_PLAIN_MOST + MEMO_LONGEST];

    if (cell->length == usual->source->len &&
        memcmp(cell->text, usual->source->str, cell->length) == 0)
        return true;
    if (cell->length == 0 || usual_plain(room, cell) == NULL)
        return false;
    g_string_truncate(usual->source, 0);
    g_string_append_len(usual->source, cell->text, (gssize)cell->length);
    rows_enter(usual->with.rows, usual->source->str);
    return true;
}

/* Whether this unit, coder and code were not met before; `code` is how it is written. */
static bool usual_is_new(struct usual *usual, const struct cell *cells, const struct cell *code,
                         struct usual_deeds *deeds)
{
    const struct usual_column *columns = usual->plan.columns;
    const struct cell none = {NULL, 0};
    const struct cell *unit = &cells[columns[UNIT].column];
    const struct cell *coder =
        columns[CODER].kind == USUAL_NOTHING ? &none : &cells[columns[CODER].column];
    const struct repeats_row row = {{unit->text, coder->text, code->text},
                                    {unit->length, coder->length, code->length}};

    if (code->length == 0)
        return true;
    if (memchr(code->text, '\\', code->length) != NULL)
        return false;
    deeds->mark = repeats_mark(usual->with.rows->repeats, repeats_key(&row));
    return *deeds->mark == 0;
}

static bool usual_extent_is_fine(const struct usual_number numbers[2])
{
    return !numbers[0].there || !numbers[1].there || numbers[0].micro <= numbers[1].micro;
}

/* The last cell of a row that ends at `end`. */
static struct cell usual_last(char *end)
{
    char *from = end;

    while (from[-1] != '\t')
        from--;
    return (struct cell){from, (size_t)(end - from)};
}

/* Writes the row of the record at `to`; NULL when it is not usual. */
static char *usual_row(struct usual *usual, char *to, struct usual_deeds *deeds)
{
    const struct record *record = sheet_record(usual->with.rows->sheet);
    struct cell code = {NULL, 0};
    size_t next;

    if (!usual_enter(usual, &record->cells[usual->plan.columns[SOURCE].column]))
        return NULL;
    for (size_t i = 0; i < usual->plan.n; i = next) {
        size_t run = usual->plan.columns[i].run;
        char *end = run > 0 ? usual_run(usual, i, record, to, deeds) : NULL;

        next = end != NULL ? i + run : i + 1;
        if (end == NULL)
            end = usual_cell(usual, i, record->cells, to, deeds);
        if (end == NULL)
            return NULL;
        if (next == CODE + 1)
            code = usual_last(end);
        *end = '\t';
        to = end + 1;
    }
    if (!usual_extent_is_fine(deeds->numbers) || !usual_is_new(usual, record->cells, &code, deeds))
        return NULL;
    return usual_place_write(&usual->place, to, sheet_line(usual->with.rows->sheet));
}

static int64_t usual_entries(const struct usual *usual)
{
    int64_t sum = 0;

    for (int level = LEDGER_NOTE; level <= LEDGER_REFUSED; level++)
        sum += ledger_entries(usual->with.rows->ledger, (enum ledger_level)level);
    return sum;
}

/* The row stands there: what the general way would have done besides. */
static void usual_do(struct usual *usual, const struct usual_deeds *deeds, const char *row,
                     size_t length)
{
    const struct rows *rows = usual->with.rows;
    const struct record *record = sheet_record(rows->sheet);
    const struct cell *unit = &record->cells[usual->plan.columns[UNIT].column];

    for (int i = 0; i < 2; i++)
        if (deeds->numbers[i].marked)
            decimal_agree(usual->decimals[i]);
    codings_count_usual(usual->with.codings, deeds->mark != NULL);
    if (deeds->mark != NULL)
        *deeds->mark = 1;
    if (rows->gaps != NULL)
        gaps_look(rows->gaps, unit->text, unit->length);
    if (deeds->missed) {
        usual_plan_learn_runs(&usual->plan, record, row, length);
        usual_plan_learn(&usual->plan, record, row, length);
    }
    if (deeds->look) {
        alike_look(usual->with.alike, rows->sheet);
        nested_look(usual->with.nested, rows->sheet);
    }
}

bool usual_write(struct usual *usual)
{
    struct usual_deeds deeds = {.look = true};
    struct writer *writer = usual->with.rows->writer;
    char *row = NULL;
    char *end = NULL;

    if (usual->place.front > 0) {
        row = writer_row_room(writer);
        end = usual_row(usual, row, &deeds);
    }
    if (end == NULL) {
        usual->said = usual_entries(usual);
        g_string_truncate(usual->source, 0);
        return false;
    }
    *end++ = '\n';
    writer_row_done(writer, (size_t)(end - row));
    usual_do(usual, &deeds, row, (size_t)(end - row));
    return true;
}

void usual_learn(struct usual *usual, bool taken)
{
    size_t length;
    const char *row = writer_row_last(usual->with.rows->writer, &length);
    const char *origin;

    if (!taken || usual->plan.n == 0 || row == NULL || codings_count(usual->with.codings) != 1 ||
        usual_entries(usual) != usual->said)
        return;
    origin = usual_plan_learn(&usual->plan, sheet_record(usual->with.rows->sheet), row, length);
    if (usual->place.front == 0)
        usual_place_learn(&usual->place, origin, (size_t)(row + length - 1 - origin));
}
