#include "ingest/segments.h"

#include "ingest/alike.h"
#include "ingest/called.h"
#include "ingest/codings.h"
#include "ingest/events.h"
#include "ingest/fields.h"
#include "ingest/nested.h"
#include "ingest/rows.h"
#include "ingest/totals.h"
#include "ingest/typed.h"
#include "ingest/usual.h"

#include <string.h>

struct segments {
    const struct segments_call *call;
    struct beside *beside;
    struct alike *alike;
    struct damaged *damaged;
    struct eaten *eaten;
    struct nested *nested;
    struct grid *grid;
    struct fields fields;
    struct typed *typed;
    struct labels *labels;
    struct track *track;
    struct codings *codings;
    struct events *events; /* NULL: a row is no edge of an event */
    struct rows rows;
    struct usual *usual;
    struct totals *totals;
    const char *measure; /* what start and end are: a word of # extent */
    bool begun;          /* the head is written */
    bool timed;          /* a clock time is welcome in start and end */
    double after;        /* what is added to an end to make it half open */
    char *stem;          /* the source when no column says it */
};

static void segments_begin(struct segments *segments)
{
    struct head *head = head_new(SHAPE_SEGMENTS);

    head->unit = g_strdup(segments->fields.unit);
    head->extent = g_strdup(segments->measure);
    stage_sign(segments->call->run, head);
    for (guint i = 0; i < segments->fields.extra->len; i++)
        head_column(head, sheet_name(segments->call->sheet,
                                     (size_t)g_array_index(segments->fields.extra, int, i)));
    beside_name(segments->beside, head);
    head_column(head, "origin");
    writer_begin(segments->call->writer, head);
    head_free(head);
}

/* False when the record was refused. */
static bool segments_record(struct segments *segments)
{
    double extent[2];

    if (!typed_read(segments->typed, segments->call->sheet, segments->timed, segments->after,
                    extent) ||
        !codings_read(segments->codings, segments->call->sheet) ||
        (segments->events != NULL && !events_read(segments->events, extent)))
        return false;
    damaged_look_cell(segments->damaged, segments->call->sheet, segments->fields.fixed[TEXT]);
    alike_look(segments->alike, segments->call->sheet);
    nested_look(segments->nested, segments->call->sheet);
    rows_write(&segments->rows, segments->codings, extent);
    return true;
}

static bool segments_is_code(const void *grid, int column)
{
    return grid_has(grid, column);
}

static void segments_open_codes(struct segments *segments)
{
    struct ledger *ledger = segments->call->run->ledger;
    const struct grid_hints hints = {segments->call->columns, segments->call->codebooks,
                                     segments->call->words, segments->call->codes,
                                     segments->call->coders};

    segments->grid = grid_find(segments->call->sheet, &hints, ledger);
    header_tell_kept(sheet_header(segments->call->sheet), sheet_file(segments->call->sheet), ledger,
                     segments_is_code, segments->grid);
    fields_find(&segments->fields, segments->call->sheet, segments->grid, segments->stem,
                segments->call->unit, ledger);
    segments->typed =
        typed_new(segments->call->sheet, segments->call->decimal, segments->call->dates, ledger);
    segments->measure =
        fields_extent(&segments->fields, segments->call->sheet, segments->call->extent,
                      typed_has_clock(segments->typed), ledger);
    segments->timed =
        strcmp(segments->measure, "seconds") == 0 || strcmp(segments->measure, "none") == 0;
    segments->after = fields_after(segments->call->sheet, segments->measure);
    segments->labels = labels_new(segments->call->codebooks, segments->call->words,
                                  segments->call->separators, ledger);
}

/* Who speaks may be said by codes; then they are none. */
static void segments_open_speakers(struct segments *segments)
{
    struct ledger *ledger = segments->call->run->ledger;
    const struct track_source source = {
        .sheet = segments->call->sheet,
        .grid = segments->grid,
        .fields = &segments->fields,
        .typed = segments->typed,
        .labels = segments->labels,
        .codebooks = segments->call->codebooks,
        .words = segments->call->words,
        .roles = segments->call->roles,
        .told = segments->call->speaker_codes,
        .stem = segments->stem,
        .after = segments->after,
        .ledger = ledger,
    };

    segments->events = events_new(segments->call->sheet, &segments->fields);
    segments->track = track_find(&source);
    if (segments->track == NULL && segments->fields.fixed[SPEAKER] >= 0)
        labels_suspect_speakers(segments->labels);
    segments->codings =
        codings_new(segments->grid, segments->labels, segments->call->words, segments->track,
                    g_strcmp0(segments->call->blank, "missing") == 0, ledger);
}

/* A text or a code may well say "Totaal"; a unit or a text alone was looked at, and given no code.
 */
static struct totals *segments_totals(const struct segments *segments)
{
    const int *fixed = segments->fields.fixed;
    bool own = fixed[TEXT] == 0 || grid_has(segments->grid, 0);
    bool looked = own || fixed[UNIT] == 0 || fixed[START] == 0;

    return totals_new(segments->call->words, own ? -1 : 0, fixed[SOURCE], !looked);
}

static void segments_open(struct segments *segments)
{
    struct ledger *ledger = segments->call->run->ledger;

    header_read(sheet_header_room(segments->call->sheet), sheet_csv(segments->call->sheet),
                segments->call->columns, segments->call->maps, ledger);
    if (sheet_header(segments->call->sheet)->source != NULL) {
        g_free(segments->stem);
        segments->stem = g_strdup(sheet_header(segments->call->sheet)->source);
    }
    segments_open_codes(segments);
    segments_open_speakers(segments);
    segments->beside = beside_open(segments->call->context_file, segments->call->columns,
                                   segments->call->sheet, segments->stem, ledger);
    segments->damaged = damaged_new(segments->call->words, ledger);
    segments->eaten = eaten_new(ledger);
    segments->alike = alike_new(segments->call->sheet, segments->damaged, segments->eaten, ledger);
    segments->nested = nested_new(segments->call->sheet, ledger);
    segments->rows = (struct rows){
        .sheet = segments->call->sheet,
        .fields = &segments->fields,
        .typed = segments->typed,
        .roles = segments->call->roles,
        .beside = segments->beside,
        .track = segments->track,
        .repeats = repeats_new(ledger),
        .gaps = g_strcmp0(segments->call->unit, "turn") == 0 ? gaps_new() : NULL,
        .writer = segments->call->writer,
        .ledger = ledger,
        .stem = segments->stem,
        .tidied = tidied_new(ledger),
        .alike = segments->alike,
        .eaten = segments->eaten,
    };
    segments->totals = segments_totals(segments);
    segments->usual = usual_new(&(struct usual_source){
        .rows = &segments->rows,
        .grid = segments->grid,
        .typed = segments->typed,
        .codings = segments->codings,
        .alike = segments->alike,
        .nested = segments->nested,
        .totals = segments->totals,
        .plain = segments->call->given_roles == NULL && segments->call->context_file == NULL &&
                 sheet_header(segments->call->sheet)->vendor == NULL && segments->events == NULL &&
                 segments->fields.fixed[UNIT] >= 0,
    });
}

static void segments_close(struct segments *segments)
{
    usual_free(segments->usual);
    totals_free(segments->totals);
    codings_account(segments->codings, segments->call->sheet);
    track_account(segments->track, sheet_file(segments->call->sheet));
    if (segments->rows.gaps != NULL)
        gaps_tell(segments->rows.gaps, segments->call->run->ledger,
                  sheet_file(segments->call->sheet));
    beside_close(segments->beside);
    alike_free(segments->alike);
    damaged_free(segments->damaged);
    eaten_close(segments->eaten, segments->call->sheet);
    nested_free(segments->nested);
    repeats_free(segments->rows.repeats);
    if (segments->rows.gaps != NULL)
        gaps_free(segments->rows.gaps);
    typed_close(segments->typed);
    codings_free(segments->codings);
    track_free(segments->track);
    events_free(segments->events);
    labels_free(segments->labels);
    grid_free(segments->grid);
    fields_close(&segments->fields);
    tidied_free(segments->rows.tidied);
    g_free(segments->stem);
}

void segments_take(const struct segments_call *call)
{
    struct segments taken = {.call = call, .stem = g_strdup(call->stem)};
    struct segments *segments = &taken;

    segments_open(segments);
    while (usual_next(segments->usual)) {
        if (totals_refuse(segments->totals, call->sheet))
            continue;
        if (!segments->begun)
            segments_begin(segments);
        segments->begun = true;
        usual_learn(segments->usual, segments_record(segments));
    }
    events_finish(segments->events);
    called_check_rows(call->sheet);
    segments_close(segments);
}
