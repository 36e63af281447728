#include "ingest/usual.h"

#include "ingest/usual_bare.h"
#include "ingest/usual_cell.h"
#include "ingest/usual_front.h"
#include "ingest/usual_number.h"
#include "ingest/usual_place.h"
#include "ingest/usual_plan.h"

#include <string.h>

struct usual {
    struct usual_source with;
    const struct record *record; /* the sheet's, always the same */
    struct decimal *decimals[2];
    struct usual_plan plan; /* without columns: no record is usual */
    struct usual_place place;
    struct usual_source_name source; /* of the record before */
    struct usual_bare bare;
    int64_t said; /* entries of the ledger before the record */
};

/* What there is to do when the row of a record stands there. */
struct usual_deeds {
    struct usual_number extent[2]; /* start and end */
    struct usual_unit unit;
    const struct memo_entry *found[USUAL_COLUMNS]; /* by run; NULL: not known together */
    const struct memo_entry *code;                 /* with which its code was written */
    uint64_t *mark;                                /* of repeats; NULL: it has no code */
    bool missed;                                   /* a run of names is not known yet */
    bool fresh;                                    /* a watched name is not known yet */
};

struct usual *usual_new(const struct usual_source *source)
{
    struct usual *usual = g_new0(struct usual, 1);
    const struct rows *rows = source->rows;

    usual->with = *source;
    usual->record = sheet_record(rows->sheet);
    usual->source.length = SIZE_MAX;
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
    g_free(usual);
}

static inline bool usual_is_bare(struct usual *usual, size_t i, struct cell cell)
{
    return usual_bare_meets(&usual->bare, i, usual->with.rows->sheet, usual->plan.columns[i].column,
                            cell);
}

/* Writes the name in a column; NULL when it is not usual. */
static char *usual_name(struct usual *usual, size_t i, char *to, struct usual_deeds *deeds)
{
    const struct usual_column *column = &usual->plan.columns[i];
    const struct memo_entry *entry;
    struct cell cell;
    char *end;

    if (column->kind == USUAL_NOTHING)
        return to;
    cell = record_cell(usual->record, (size_t)column->column);
    if (usual_is_bare(usual, i, cell))
        return NULL;
    if (column->kind == USUAL_WORD && (end = usual_plain(to, cell)) != NULL)
        return end;
    entry = memo_find(column->memo, cell.text, cell.length);
    if (i == CODE)
        deeds->code = entry;
    if (entry != NULL)
        return memo_write(to, entry);
    deeds->fresh = true;
    return column->kind == USUAL_WATCHED ? usual_plain(to, cell) : NULL;
}

/* Writes the names of a run that is not known, one by one. */
static char *usual_run(struct usual *usual, const struct usual_run *run, char *to,
                       struct usual_deeds *deeds)
{
    deeds->missed = true;
    for (size_t i = 0; i < run->n && to != NULL; i++) {
        if (i > 0)
            *to++ = '\t';
        to = usual_name(usual, run->first + i, to, deeds);
    }
    return to;
}

/* Writes the names in some runs, each with a tab behind it. */
static inline char *usual_names(struct usual *usual, size_t from, size_t stop, char *to,
                                struct usual_deeds *deeds)
{
    for (size_t i = from; i < stop; i++) {
        const struct usual_run *run = &usual->plan.runs[i];
        const struct memo_entry *entry = usual_plan_find(run, usual->record);

        deeds->found[i] = entry;
        to = entry != NULL ? memo_write(to, entry) : usual_run(usual, run, to, deeds);
        if (to == NULL)
            return NULL;
        *to++ = '\t';
    }
    return to;
}

/* Writes source and unit; NULL when one of them is not plain, or empty. */
static inline char *usual_front(struct usual *usual, char *to, struct usual_deeds *deeds)
{
    const struct usual_column *columns = usual->plan.columns;
    struct cell source = record_cell(usual->record, (size_t)columns[SOURCE].column);
    struct cell unit = record_cell(usual->record, (size_t)columns[UNIT].column);

    if (usual_is_bare(usual, SOURCE, source) || usual_is_bare(usual, UNIT, unit))
        return NULL;
    if (!usual_source_is(&usual->source, source)) {
        if (usual_plain(to, source) == NULL || !usual_source_set(&usual->source, source))
            return NULL;
        rows_enter(usual->with.rows, usual->source.text);
    }
    to = usual_source_write(to, &usual->source);
    *to++ = '\t';
    to = usual_unit_write(to, unit, &deeds->unit);
    if (to != NULL)
        *to++ = '\t';
    return to;
}

/* Writes start and end; NULL when they are not usual, or the end lies before the start. */
static inline char *usual_extent(struct usual *usual, char *to, struct usual_number extent[2])
{
    for (int i = 0; i < 2; i++) {
        const struct usual_column *column = &usual->plan.columns[START + i];
        struct cell cell = {to, 0};

        if (column->kind != USUAL_NOTHING)
            cell = record_cell(usual->record, (size_t)column->column);
        if (!usual_number_read(&extent[i], cell, usual->decimals[i]->mark))
            return NULL;
        to = usual_number_write(to, &extent[i], cell);
        *to++ = '\t';
    }
    return usual_number_rises(&extent[0], &extent[1]) ? to : NULL;
}

/* The key of the coder: the one that it was written with, or its own. */
static uint64_t usual_coder(const struct usual *usual, const struct usual_deeds *deeds)
{
    const struct usual_column *column = &usual->plan.columns[CODER];
    const struct memo_entry *entry = deeds->found[usual->plan.code - 1];
    struct cell cell = {(char *)"", 0};

    if (entry != NULL)
        return entry->key;
    if (column->kind != USUAL_NOTHING)
        cell = record_cell(usual->record, (size_t)column->column);
    return marks_key(cell.text, cell.length, 0);
}

/* Whether this unit, coder and code were not met before; no code is none. */
static inline bool usual_is_new(struct usual *usual, struct usual_deeds *deeds)
{
    const struct memo_entry *code = deeds->found[usual->plan.code];

    if (code == NULL)
        code = deeds->code;
    if (code->last == 0)
        return true;
    if (code->escaped)
        return false;
    deeds->mark = repeats_mark(usual->with.rows->repeats,
                               repeats_key(deeds->unit.cell.text, deeds->unit.cell.length,
                                           usual_coder(usual, deeds), code->key));
    return *deeds->mark == 0;
}

/* Whether quotes are doubled elsewhere than in the text. */
static inline bool usual_is_quoted(const struct usual *usual)
{
    const struct outline *outline = &usual->record->outline;
    const struct usual_column *text = &usual->plan.columns[TEXT];
    struct cell span;

    if (outline->ends == NULL || outline->doubles == 0)
        return false;
    if (text->kind == USUAL_NOTHING)
        return true;
    span = outline_span(outline, (size_t)text->column, 1);
    return outline->base + outline->doubled[0] < span.text ||
           outline->base + outline->doubled[outline->doubles - 1] >= span.text + span.length;
}

/* Writes the row of the record at `to`; NULL when it is not usual. */
static char *usual_row(struct usual *usual, char *to, struct usual_deeds *deeds)
{
    const struct usual_plan *plan = &usual->plan;
    const struct usual_column *text = &plan->columns[TEXT];

    to = usual_is_quoted(usual) ? NULL : usual_front(usual, to, deeds);
    if (to != NULL)
        to = usual_extent(usual, to, deeds->extent);
    if (to != NULL)
        to = usual_names(usual, 0, plan->before, to, deeds);
    if (to != NULL && text->kind != USUAL_NOTHING)
        to = usual_text(to, usual->record, (size_t)text->column);
    if (to == NULL)
        return NULL;
    *to++ = '\t';
    to = usual_names(usual, plan->before, plan->count, to, deeds);
    if (to == NULL || !usual_is_new(usual, deeds))
        return NULL;
    return usual_place_write(&usual->place, to, sheet_line(usual->with.rows->sheet));
}

/* Learns from a row with names that were not met together before. */
static void usual_meet(struct usual *usual, const struct usual_deeds *deeds, const char *row,
                       size_t length)
{
    usual_plan_learn_runs(&usual->plan, usual->record, row, length);
    if (deeds->fresh)
        usual_plan_learn(&usual->plan, usual->record, row, length);
}

/* The row stands there: what the general way would have done besides. */
static inline void usual_do(struct usual *usual, const struct usual_deeds *deeds, const char *row,
                            size_t length)
{
    const struct rows *rows = usual->with.rows;
    size_t persons = usual->plan.persons;

    for (int i = 0; i < 2; i++)
        if (deeds->extent[i].marked)
            decimal_agree(usual->decimals[i]);
    codings_count_usual(usual->with.codings, deeds->mark != NULL);
    if (deeds->mark != NULL)
        *deeds->mark = 1;
    if (rows->gaps != NULL)
        usual_unit_look(&deeds->unit, rows->gaps);
    if (deeds->missed)
        usual_meet(usual, deeds, row, length);
    if (deeds->fresh || persons == SIZE_MAX || deeds->found[persons] == NULL) {
        alike_look(usual->with.alike, rows->sheet);
        nested_look(usual->with.nested, rows->sheet);
    }
}

bool usual_write(struct usual *usual)
{
    struct usual_deeds deeds;
    struct writer *writer = usual->with.rows->writer;
    char *row = NULL;
    char *end = NULL;

    usual->bare.met = 0;
    if (usual->place.front > 0) {
        row = writer_row_room(writer);
        deeds.mark = NULL;
        deeds.missed = deeds.fresh = false;
        end = usual_row(usual, row, &deeds);
    }
    if (end == NULL) {
        usual->said = ledger_entries_all(usual->with.rows->ledger);
        usual->source.length = SIZE_MAX;
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

    usual->bare.noted |= taken ? usual->bare.met : 0;
    if (!taken || usual->plan.n == 0 || row == NULL || codings_count(usual->with.codings) != 1 ||
        ledger_entries_all(usual->with.rows->ledger) != usual->said)
        return;
    origin = usual_plan_learn(&usual->plan, usual->record, row, length);
    if (usual->place.front == 0)
        usual_place_learn(&usual->place, origin, (size_t)(row + length - 1 - origin));
}
