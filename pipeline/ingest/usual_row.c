/* The row of a usual record. A record stands in outline, or libcsv has cut its cells (then the
 * outline is NULL): what is asked of each cell differs, so that either has a copy of the code. */

#include "foreign/sheet_inside.h"
#include "ingest/usual_cell.h"
#include "ingest/usual_inside.h"
#include "ingest/usual_number.h"

#include <string.h>

#define EITHER G_ALWAYS_INLINE static inline

EITHER struct cell usual_text_cell(const struct usual *usual, const struct outline *outline)
{
    size_t column = (size_t)usual->plan.columns[TEXT].column;

    return outline != NULL ? outline_cell(outline, column) : usual->record->cells[column];
}

/* A cell with the blanks around it: one that has some is not usual. */
EITHER struct cell usual_bare_cell(const struct usual *usual, size_t i,
                                   const struct outline *outline)
{
    size_t column = (size_t)usual->plan.columns[i].column;

    return outline != NULL ? outline_bare(outline, column) : usual->record->cells[column];
}

/* Whether the cell lost the blanks around it, and the general way is to note that. */
G_GNUC_NO_INLINE static bool usual_is_bare(struct usual *usual, size_t i, struct cell cell)
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
    if (i == CODER)
        deeds->coder = entry;
    if (i == CODE)
        deeds->code = entry;
    if (entry != NULL)
        return memo_write(to, entry);
    deeds->fresh = true;
    return column->kind == USUAL_WATCHED ? usual_plain(to, cell) : NULL;
}

/* Writes the names of a run that is not known, one by one. */
G_GNUC_NO_INLINE static char *usual_run(struct usual *usual, const struct usual_run *run, char *to,
                                        struct usual_deeds *deeds)
{
    deeds->missed = true;
    if (totals_is_row(usual->with.totals, usual->with.rows->sheet))
        return NULL;
    for (size_t i = 0; i < run->n && to != NULL; i++) {
        if (i > 0)
            *to++ = '\t';
        to = usual_name(usual, run->first + i, to, deeds);
    }
    return to;
}

/* Writes the names in the runs up to one, each with a tab behind it. */
EITHER char *usual_names(struct usual *usual, struct usual_run *run, const struct usual_run *stop,
                         char *to, struct usual_deeds *deeds, const struct outline *outline)
{
    for (; run < stop; run++) {
        const struct memo_entry *entry = outline != NULL ? usual_plan_find(run, outline) : NULL;

        run->found = entry;
        to = G_LIKELY(entry != NULL) ? memo_write(to, entry) : usual_run(usual, run, to, deeds);
        if (to == NULL)
            return NULL;
        *to++ = '\t';
    }
    return to;
}

/* Writes source and unit; NULL when one of them is not plain, or empty. */
EITHER char *usual_front(struct usual *usual, char *to, struct usual_deeds *deeds,
                         const struct outline *outline)
{
    struct cell source = usual_bare_cell(usual, SOURCE, outline);

    if (!memo_text_is(&usual->sources.at, source.text, source.length)) {
        deeds->moved = true;
        deeds->stranger = !usual_source_back(&usual->sources, source);
        if (deeds->stranger && !usual_stranger(usual, source, to))
            return NULL;
    }
    to = usual_source_write(to, &usual->sources.at);
    *to++ = '\t';
    to = usual_unit_write(to, usual_bare_cell(usual, UNIT, outline), &deeds->unit);
    if (to == NULL ||
        (deeds->unit.number < 0 && (totals_is_row(usual->with.totals, usual->with.rows->sheet) ||
                                    eaten_is(deeds->unit.cell.text, deeds->unit.cell.length))))
        return NULL;
    *to++ = '\t';
    return to;
}

/* The cell of a start or end; empty where no column says it. */
EITHER struct cell usual_edge(const struct usual *usual, size_t i, const struct outline *outline)
{
    return usual->plan.columns[i].kind != USUAL_NOTHING
               ? usual_bare_cell(usual, i, outline)
               : (struct cell){(char *)"\0\0\0\0\0\0\0", 0};
}

/* Writes start and end, each with a tab behind it; NULL when one is not usual, when they cannot be
 * compared for their marks, or when the end lies before the start. Often a turn begins where the
 * one before it has ended. */
EITHER char *usual_extent(struct usual *usual, char *to, bool marked[2],
                          const struct outline *outline)
{
    struct cell cell = usual_edge(usual, START, outline);
    enum decimal_mark mark = usual->decimals[0]->mark;
    struct usual_number start = usual->end;

    if ((mark != usual->mark || !usual_number_is(&start, cell)) &&
        !usual_number_read(&start, cell, mark))
        return NULL;
    to = usual_number_write(to, &start, cell);
    *to++ = '\t';
    cell = usual_edge(usual, END, outline);
    usual->mark = usual->decimals[1]->mark;
    if (!usual_number_read(&usual->end, cell, usual->mark) ||
        !usual_number_rises(&start, &usual->end) ||
        (mark != usual->mark && start.marked && usual->end.marked)) {
        usual->end.length = 0;
        return NULL;
    }
    marked[0] = start.marked;
    marked[1] = usual->end.marked;
    to = usual_number_write(to, &usual->end, cell);
    *to++ = '\t';
    return to;
}

/* The key of the coder. */
static inline uint64_t usual_coder(const struct usual *usual, const struct usual_deeds *deeds)
{
    const struct memo_entry *entry = usual->plan.runs[usual->plan.code - 1].found;

    if (entry != NULL)
        return entry->key;
    return usual->plan.columns[CODER].kind != USUAL_NOTHING ? deeds->coder->key
                                                            : marks_key("", 0, 0);
}

/* Whether this unit, coder and code were not met before; no code is none. */
G_ALWAYS_INLINE static inline bool usual_is_new(struct usual *usual, struct usual_deeds *deeds)
{
    const struct memo_entry *code = usual->plan.runs[usual->plan.code].found;

    if (code == NULL)
        code = deeds->code;
    if (code->last == 0)
        return true;
    deeds->mark = marks_at(usual->marks, repeats_key(deeds->unit.cell.text, deeds->unit.cell.length,
                                                     usual_coder(usual, deeds), code->key));
    return *deeds->mark == 0;
}

/* Whether quotes are doubled elsewhere than in the text. */
EITHER bool usual_is_quoted(const struct usual *usual, const struct outline *outline)
{
    const struct usual_column *text = &usual->plan.columns[TEXT];
    struct cell span;

    if (outline->doubles == 0)
        return false;
    if (text->kind == USUAL_NOTHING)
        return true;
    span = outline_span(outline, (size_t)text->column, 1);
    return outline->base + outline->doubled[0] < span.text ||
           outline->base + outline->doubled[outline->doubles - 1] >= span.text + span.length;
}

/* Writes the row of the record at `to`, but for its line end; NULL when it is not usual. */
EITHER char *usual_row_of(struct usual *usual, char *to, struct usual_deeds *deeds,
                          const struct outline *outline)
{
    struct usual_plan *plan = &usual->plan;

    if (outline != NULL && usual_is_quoted(usual, outline))
        return NULL;
    to = usual_front(usual, to, deeds, outline);
    if (to != NULL)
        to = usual_extent(usual, to, deeds->marked, outline);
    if (to != NULL)
        to = usual_names(usual, plan->runs, plan->runs + plan->before, to, deeds, outline);
    if (to != NULL && plan->columns[TEXT].kind != USUAL_NOTHING)
        to = usual_text(to, usual_text_cell(usual, outline), outline);
    if (to == NULL)
        return NULL;
    *to++ = '\t';
    to =
        usual_names(usual, plan->runs + plan->before, plan->runs + plan->count, to, deeds, outline);
    if (to == NULL)
        return NULL;
    if (deeds->moved)
        usual_enter(usual, deeds->stranger);
    if (!usual_is_new(usual, deeds))
        return NULL;
    return usual_place_write(&usual->place, to, usual->record->line);
}

/* The same for a record that libcsv cut: where a source or unit had blanks around it cannot be seen
 * in its cells. */
G_GNUC_NO_INLINE static char *usual_row_cut(struct usual *usual, char *to,
                                            struct usual_deeds *deeds)
{
    const struct sheet *sheet = usual->with.rows->sheet;

    if (sheet_is_bared(sheet, usual->plan.columns[SOURCE].column) ||
        sheet_is_bared(sheet, usual->plan.columns[UNIT].column))
        return NULL;
    return usual_row_of(usual, to, deeds, NULL);
}

/* The row stands there: what the general way would have done besides. */
static inline void usual_do(struct usual *usual, const struct usual_deeds *deeds, const char *row,
                            size_t length)
{
    const struct rows *rows = usual->with.rows;

    usual->sums.rows++;
    usual->sums.marked[0] += deeds->marked[0];
    usual->sums.marked[1] += deeds->marked[1];
    if (deeds->mark != NULL) {
        usual->sums.coded++;
        *deeds->mark = 1;
    }
    if (rows->gaps != NULL)
        usual_unit_look(&deeds->unit, rows->gaps);
    if (deeds->missed)
        usual_meet(usual, deeds, row, length);
    if ((deeds->missed || usual->plan.persons == SIZE_MAX) &&
        !persons_meet(&usual->persons, usual->record)) {
        alike_look(usual->with.alike, rows->sheet);
        nested_look(usual->with.nested, rows->sheet);
    }
    if (deeds->stranger)
        rows_look(rows, usual->sources.at.bytes);
}

/* Writes the record that the sheet got last; false when it is not usual: then nothing was done. */
G_ALWAYS_INLINE static inline bool usual_write(struct usual *usual)
{
    const struct outline outline = usual->record->outline; /* nothing that is written changes it */
    struct usual_deeds deeds;
    char *row;
    char *end;

    if (usual->place.front == 0)
        return usual_leave(usual);
    if (usual->to == NULL || usual->to > usual->most)
        usual_make_room(usual);
    row = usual->to;
    usual->bare.met = 0;
    deeds.mark = NULL;
    deeds.moved = deeds.stranger = deeds.missed = deeds.fresh = false;
    end = outline.ends != NULL ? usual_row_of(usual, row, &deeds, &outline)
                               : usual_row_cut(usual, row, &deeds);
    if (end == NULL)
        return usual_leave(usual);
    *end++ = '\n';
    usual->to = end;
    usual_do(usual, &deeds, row, (size_t)(end - row));
    return true;
}

bool usual_next(struct usual *usual)
{
    struct sheet *sheet = usual->with.rows->sheet;

    while (sheet_next_plain(sheet))
        if (!usual_write(usual))
            return true;
    return false;
}
