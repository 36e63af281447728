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
    const struct memo_entry *code;  /* with which its code was written */
    uint64_t coder;                 /* its key */
    uint64_t *mark;                 /* of repeats; NULL: it has no code */
    bool missed;                    /* a run of names is not known yet */
    bool fresh;                     /* a watched name is not known yet */
    bool apart;                     /* persons and schools are not known together */
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
        sheet_header(rows->sheet)->vendor == NULL && source->grid->kind == GRID_CELLS &&
        source->grid->columns->len == 1 && rows->fields->fixed[SOURCE] >= 0 &&
        rows->fields->fixed[UNIT] >= 0)
        usual_plan_make(&usual->plan, rows->sheet, rows->fields, source->grid);
    return usual;
}

void usual_free(struct usual *usual)
{
    usual_plan_clear(&usual->plan);
    g_string_free(usual->source, TRUE);
    g_free(usual);
}

/* Writes the name in a column; NULL when it is not usual. */
static inline char *usual_name(struct usual *usual, size_t i, const struct record *record,
                               char *to, struct usual_deeds *deeds)
{
    const struct usual_column *column = &usual->plan.columns[i];
    const struct memo_entry *entry;
    struct cell cell;
    char *end;

    if (column->kind == USUAL_NOTHING)
        return to;
    cell = record_cell(record, (size_t)column->column);
    if (i == CODER)
        deeds->coder = marks_key(cell.text, cell.length, 0);
    if (column->kind == USUAL_WORD && (end = usual_plain(to, &cell)) != NULL)
        return end;
    entry = memo_find(column->memo, cell.text, cell.length);
    if (i == CODE)
        deeds->code = entry;
    if (entry != NULL)
        return memo_write(to, entry);
    deeds->fresh = true;
    return column->kind == USUAL_WATCHED ? usual_plain(to, &cell) : NULL;
}

/* Writes the cells of a run when they are known together. */
static inline char *usual_run(struct usual *usual, size_t i, const struct record *record, char *to,
                              struct usual_deeds *deeds)
{
    const struct usual_column *column = &usual->plan.columns[i];
    const struct memo_entry *entry = NULL;
    struct cell span;

    if (usual_plan_span(column, record, &span))
        entry = memo_find(column->run_memo, span.text, span.length);
    if (entry == NULL) {
        deeds->missed = true;
        return NULL;
    }
    if (i + column->run == CODE)
        deeds->coder = entry->key;
    if (i == usual->plan.persons)
        deeds->apart = false;
    return memo_write(to, entry);
}

/* Writes the names in the columns from one to another, each with a tab behind it. */
static inline char *usual_names(struct usual *usual, size_t from, size_t stop, char *to,
                                const struct record *record, struct usual_deeds *deeds)
{
    size_t next;

    for (size_t i = from; i < stop; i = next) {
        size_t run = usual->plan.columns[i].run;
        char *end = run > 0 ? usual_run(usual, i, record, to, deeds) : NULL;

        next = i + (end != NULL ? run : 1);
        if (end == NULL)
            end = usual_name(usual, i, record, to, deeds);
        if (end == NULL)
            return NULL;
        *end = '\t';
        to = end + 1;
    }
    return to;
}

/* Writes source and unit; NULL when one of them is not plain, and not empty. */
static inline char *usual_front(struct usual *usual, const struct record *record, char *to)
{
    struct cell source = record_cell(record, (size_t)usual->plan.columns[SOURCE].column);
    struct cell unit = record_cell(record, (size_t)usual->plan.columns[UNIT].column);

    if (source.length != usual->source->len ||
        memcmp(source.text, usual->source->str, source.length) != 0) {
        if (source.length == 0 || usual_plain(to, &source) == NULL)
            return NULL;
        g_string_truncate(usual->source, 0);
        g_string_append_len(usual->source, source.text, (gssize)source.length);
        rows_enter(usual->with.rows, usual->source->str);
    }
    to = usual_again(to, &source);
    *to++ = '\t';
    to = unit.length > 0 ? usual_plain(to, &unit) : NULL;
    if (to != NULL)
        *to++ = '\t';
    return to;
}

/* Writes start and end; NULL when they are not usual, or the end lies before the start. */
static inline char *usual_extent(struct usual *usual, const struct record *record, char *to,
                                 struct usual_number numbers[2])
{
    for (int i = 0; i < 2; i++) {
        const struct usual_column *column = &usual->plan.columns[START + i];

        if (column->kind != USUAL_NOTHING)
            to = usual_number_write(to, record_cell(record, (size_t)column->column),
                                    usual->decimals[i], &numbers[i]);
        if (to == NULL)
            return NULL;
        *to++ = '\t';
    }
    if (numbers[0].there && numbers[1].there && numbers[1].micro < numbers[0].micro)
        return NULL;
    return to;
}

/* Whether this unit, coder and code were not met before; no code is none. */
static inline bool usual_is_new(struct usual *usual, const struct record *record,
                                struct usual_deeds *deeds)
{
    const struct memo_entry *code = deeds->code;
    struct cell unit;

    if (code->last == 0)
        return true;
    if (code->escaped)
        return false;
    unit = record_cell(record, (size_t)usual->plan.columns[UNIT].column);
    deeds->mark = repeats_mark(usual->with.rows->repeats,
                               repeats_key(unit.text, unit.length, deeds->coder, code->key));
    return *deeds->mark == 0;
}

/* Writes the row of the record at `to`; NULL when it is not usual. */
static char *usual_row(struct usual *usual, const struct record *record, char *to,
                       struct usual_deeds *deeds)
{
    const struct usual_column *text = &usual->plan.columns[TEXT];

    to = usual_front(usual, record, to);
    if (to != NULL)
        to = usual_extent(usual, record, to, deeds->numbers);
    if (to != NULL)
        to = usual_names(usual, SPEAKER, TEXT, to, record, deeds);
    if (to != NULL && text->kind != USUAL_NOTHING)
        to = usual_text(to, record, (size_t)text->column);
    else if (to != NULL && record->outline.doubles > 0)
        to = NULL;
    if (to == NULL)
        return NULL;
    *to++ = '\t';
    to = usual_names(usual, FIELDS, usual->plan.n, to, record, deeds);
    if (to == NULL || !usual_is_new(usual, record, deeds))
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
    struct cell unit = record_cell(record, (size_t)usual->plan.columns[UNIT].column);

    for (int i = 0; i < 2; i++)
        if (deeds->numbers[i].marked)
            decimal_agree(usual->decimals[i]);
    codings_count_usual(usual->with.codings, deeds->mark != NULL);
    if (deeds->mark != NULL)
        *deeds->mark = 1;
    if (rows->gaps != NULL)
        gaps_look(rows->gaps, unit.text, unit.length);
    if (deeds->missed)
        usual_plan_learn_runs(&usual->plan, record, row, length);
    if (deeds->fresh)
        usual_plan_learn(&usual->plan, record, row, length);
    if (deeds->fresh || deeds->apart) {
        alike_look(usual->with.alike, rows->sheet);
        nested_look(usual->with.nested, rows->sheet);
    }
}

bool usual_write(struct usual *usual)
{
    struct usual_deeds deeds = {.coder = marks_key("", 0, 0), .apart = true};
    struct writer *writer = usual->with.rows->writer;
    char *row = NULL;
    char *end = NULL;

    if (usual->place.front > 0) {
        row = writer_row_room(writer);
        end = usual_row(usual, sheet_record(usual->with.rows->sheet), row, &deeds);
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
