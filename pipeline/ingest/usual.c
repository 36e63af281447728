#include "ingest/usual_inside.h"

#include <string.h>

struct usual *usual_new(const struct usual_source *source)
{
    struct usual *usual = g_new0(struct usual, 1);
    const struct rows *rows = source->rows;

    usual->with = *source;
    usual->record = sheet_record(rows->sheet);
    usual->marks = repeats_marks(rows->repeats);
    usual->sources.met = memo_new();
    persons_open(&usual->persons, rows->sheet);
    usual->bare.tab = sheet_delimiter(rows->sheet) == '\t' ? ' ' : '\t';
    usual->decimals[0] = typed_decimal(source->typed, 0);
    usual->decimals[1] = typed_decimal(source->typed, 1);
    if (source->plain && usual->decimals[0] != NULL && rows->track == NULL &&
        sheet_header(rows->sheet)->vendor == NULL && source->grid->kind == GRID_CELLS &&
        source->grid->columns->len == 1 && rows->fields->fixed[SOURCE] >= 0 &&
        rows->fields->fixed[UNIT] >= 0)
        usual_plan_make(&usual->plan, rows->sheet, rows->fields, source->grid);
    return usual;
}

/* Tells of the rows that were written: the output, and what is counted of them. */
static void usual_settle(struct usual *usual)
{
    if (usual->to == NULL)
        return;
    writer_rows_done(usual->with.rows->writer, (size_t)(usual->to - usual->rows));
    codings_count_usual(usual->with.codings, usual->sums.rows, usual->sums.coded);
    for (int i = 0; i < 2; i++)
        decimal_agree(usual->decimals[i], usual->sums.marked[i]);
    usual->sums = (struct usual_sums){0};
    usual->to = NULL;
}

void usual_free(struct usual *usual)
{
    usual_settle(usual);
    usual_plan_clear(&usual->plan);
    memo_free(usual->sources.met);
    g_free(usual);
}

static int64_t usual_entries(const struct usual *usual)
{
    int64_t sum = 0;

    for (int level = LEDGER_NOTE; level <= LEDGER_REFUSED; level++)
        sum += ledger_entries(usual->with.rows->ledger, (enum ledger_level)level);
    return sum;
}

void usual_meet(struct usual *usual, const struct usual_deeds *deeds, const char *row,
                size_t length)
{
    if (usual_plan_misses(&usual->plan, usual->record)) {
        usual_plan_widen(&usual->plan);
        memo_widen(usual->sources.met);
    }
    usual_plan_learn_runs(&usual->plan, usual->record, row, length);
    if (deeds->fresh)
        usual_plan_learn(&usual->plan, usual->record, row, length);
}

bool usual_stranger(struct usual *usual, struct cell source, char *to)
{
    return usual_plain(to, source) != NULL &&
           !totals_is_row(usual->with.totals, usual->with.rows->sheet) &&
           usual_source_new(&usual->sources, source);
}

void usual_enter(struct usual *usual, bool stranger)
{
    const char *source = usual->sources.at.bytes;
    size_t length = usual->sources.at.size - 1;
    struct memo_entry *entry;

    if (!stranger) {
        rows_return(usual->with.rows, source, usual->sources.number);
        return;
    }
    entry = memo_learn(usual->sources.met, source, length, source, length);
    usual->sources.number = rows_enter(usual->with.rows, source);
    if (entry != NULL)
        entry->number = usual->sources.number;
}

void usual_make_room(struct usual *usual)
{
    size_t room;

    usual_settle(usual);
    usual->rows = usual->to = writer_rows_room(usual->with.rows->writer, &room);
    usual->most = usual->to + room - WRITER_ROOM;
}

bool usual_leave(struct usual *usual)
{
    usual_settle(usual);
    usual->said = usual_entries(usual);
    usual->sources.at.size = 0;
    return false;
}

void usual_learn(struct usual *usual, bool taken)
{
    size_t length;
    const char *row = writer_row_last(usual->with.rows->writer, &length);
    const char *origin;

    usual->bare.noted |= taken ? usual->bare.met : 0;
    if (!taken || usual->plan.n == 0 || row == NULL || codings_count(usual->with.codings) != 1 ||
        usual_entries(usual) != usual->said)
        return;
    origin = usual_plan_learn(&usual->plan, usual->record, row, length);
    if (usual->place.front == 0)
        usual_place_learn(&usual->place, origin, (size_t)(row + length - 1 - origin));
}
