/* Ingest: a coded CSV or TSV in, segments out; a survey in, answers out (ingest/answers.h). Headers
 * are read by the aliases of kolommen.csv or by --map; what was assumed and refused stands in the
 * ledger.
 *
 *     vs-ingest --unit turn --map code=Interventie gesprekken.csv */

#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/alike.h"
#include "ingest/answers.h"
#include "ingest/beside.h"
#include "ingest/called.h"
#include "ingest/codings.h"
#include "ingest/events.h"
#include "ingest/fields.h"
#include "ingest/origin.h"
#include "ingest/nested.h"
#include "ingest/roles.h"
#include "ingest/rows.h"
#include "ingest/typed.h"
#include "table/stage.h"
#include "table/writer.h"

#include <string.h>

struct ingest {
    char *shape;
    char *unit;
    char *extent;
    char **maps;
    char **roles;
    char *context_file;
    char *decimal;
    char *dates;
    char **codebook_names;
    char **codes;
    char **coders;
    char *blank;
    char *separators;
    char **speaker_codes;
    struct run *run;
    struct columns *columns;
    struct codebooks *codebooks;
    struct cellwords *words;
    struct roles *role_names;
    struct beside *beside;
    struct alike *alike;
    struct nested *nested;
    struct sheet *sheet;
    struct grid *grid;
    struct fields fields;
    struct typed *typed;
    struct labels *labels;
    struct track *track;
    struct codings *codings;
    struct events *events; /* NULL: a row is no edge of an event */
    struct rows rows;
    struct writer *writer;
    const char *measure; /* what start and end are: a word of # extent */
    bool begun;          /* the head is written */
    bool timed;          /* a clock time is welcome in start and end */
    double after;        /* what is added to an end to make it half open */
    char *stem;          /* of the file: the source when no column says it */
};

static struct ingest ingest;

static const struct option ingest_options[] = {
    {"shape", OPTION_TEXT, RECORD_VALUE, &ingest.shape, "SHAPE",
     "What the rows are: segments or answers (default: segments, unless the headers are a "
     "survey's)"},
    {"unit", OPTION_TEXT, RECORD_VALUE, &ingest.unit, "KIND",
     "What one row is: turn, passage, event or mention (default: passage)"},
    {"extent", OPTION_TEXT, RECORD_VALUE, &ingest.extent, "KIND",
     "What start and end measure: seconds, characters, paragraphs or none (default: none)"},
    {"map", OPTION_LIST, RECORD_KEY, &ingest.maps, "CANONICAL=HEADER",
     "Read the column HEADER as CANONICAL (see kolommen.csv); may be repeated"},
    {"codebook", OPTION_LIST, RECORD_NAME, &ingest.codebook_names, "NAME|FILE",
     "Know its codes: as headers of columns of 0 and 1, and whole in a cell; and its items, their\n"
     "questions and answers; may be repeated"},
    {"codes", OPTION_LIST, RECORD_VALUE, &ingest.codes, "HEADER,...",
     "Columns that hold 0 and 1, true and false, ... for one code each"},
    {"coder-column", OPTION_LIST, RECORD_NEVER, &ingest.coders, "NAME=HEADER",
     "The column HEADER holds the codes that NAME gave; may be repeated"},
    {"blank", OPTION_TEXT, RECORD_VALUE, &ingest.blank, "MEANING",
     "An empty cell of a coder's column: none (looked at, no code; the default) or missing"},
    {"separator", OPTION_TEXT, RECORD_VALUE, &ingest.separators, "SIGNS",
     "What stands between the codes of one cell (default: `;` and line ends; none: one code)"},
    {"speaker-codes", OPTION_LIST, RECORD_NEVER, &ingest.speaker_codes, "LABEL,...",
     "Codes that say who speaks: not counted, but the speaker of what they cover"},
    {"decimal", OPTION_TEXT, RECORD_VALUE, &ingest.decimal, "MARK",
     "The decimal mark of numbers: point or comma (default: as each column shows)"},
    {"dates", OPTION_TEXT, RECORD_VALUE, &ingest.dates, "ORDER",
     "Dates with slashes: dmy or mdy (default: as the column shows)"},
    {"context", OPTION_TEXT, RECORD_NEVER, &ingest.context_file, "FILE",
     "Add columns by source, speaker, wpb or student, the first column of FILE"},
    {"role", OPTION_LIST, RECORD_NEVER, &ingest.roles, "SPEAKER=ROLE",
     "Give a speaker a role (`*` is every speaker); may be repeated"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static void ingest_begin(void)
{
    struct head *head = head_new(SHAPE_SEGMENTS);

    head->unit = g_strdup(ingest.fields.unit);
    head->extent = g_strdup(ingest.measure);
    stage_sign(ingest.run, head);
    fields_name(&ingest.fields, ingest.sheet, head);
    beside_name(ingest.beside, head);
    head_column(head, "origin");
    writer_begin(ingest.writer, head);
    head_free(head);
}

static void ingest_record(void)
{
    double extent[2];

    if (!typed_read(ingest.typed, ingest.sheet, ingest.timed, ingest.after, extent) ||
        !codings_read(ingest.codings, ingest.sheet) ||
        (ingest.events != NULL && !events_read(ingest.events, extent)))
        return;
    alike_look(ingest.alike, ingest.sheet);
    nested_look(ingest.nested, ingest.sheet);
    rows_write(&ingest.rows, ingest.codings, extent);
}

static void ingest_open_codes(void)
{
    struct ledger *ledger = ingest.run->ledger;
    const struct grid_hints hints = {ingest.columns, ingest.codebooks, ingest.words, ingest.codes,
                                     ingest.coders};

    ingest.grid = grid_find(ingest.sheet, &hints, ledger);
    fields_find(&ingest.fields, ingest.sheet, ingest.grid, ingest.stem, ingest.unit, ledger);
    ingest.typed = typed_new(ingest.sheet, ingest.decimal, ingest.dates, ledger);
    ingest.measure = fields_extent(&ingest.fields, ingest.sheet, ingest.extent,
                                   typed_has_clock(ingest.typed), ledger);
    ingest.timed = strcmp(ingest.measure, "seconds") == 0 || strcmp(ingest.measure, "none") == 0;
    ingest.after = fields_after(ingest.sheet, ingest.measure);
    ingest.labels = labels_new(ingest.codebooks, ingest.words, ingest.separators, ledger);
}

/* Who speaks may be said by codes; then they are none. */
static void ingest_open_speakers(void)
{
    struct ledger *ledger = ingest.run->ledger;
    const struct track_source source = {
        .sheet = ingest.sheet,
        .grid = ingest.grid,
        .fields = &ingest.fields,
        .typed = ingest.typed,
        .labels = ingest.labels,
        .codebooks = ingest.codebooks,
        .words = ingest.words,
        .roles = ingest.role_names,
        .told = ingest.speaker_codes,
        .stem = ingest.stem,
        .after = ingest.after,
        .ledger = ledger,
    };

    ingest.events = events_new(ingest.sheet, &ingest.fields);
    ingest.track = track_find(&source);
    ingest.codings = codings_new(ingest.grid, ingest.labels, ingest.words, ingest.track,
                                 g_strcmp0(ingest.blank, "missing") == 0, ledger);
}

static void ingest_open(void)
{
    struct ledger *ledger = ingest.run->ledger;

    called_check(ingest.unit, ingest.extent, ingest.blank, ingest.run->files);
    ingest.columns = columns_load();
    ingest.codebooks = codebooks_load(ingest.codebook_names);
    ingest.words = cellwords_load();
    ingest.role_names = roles_new(ingest.roles, ledger);
    ingest.stem = origin_stem(ingest.run->files[0]);
    ingest.sheet = sheet_begin(ingest.run->files[0], ledger);
    ingest.writer = writer_new(ingest.run->output);
}

/* Where the rows are answers: all that is to be done. */
static bool ingest_answers(void)
{
    bool coded = ingest.shape == NULL && (ingest.codes != NULL || ingest.coders != NULL);
    const struct answers_call call = {ingest.run,
                                      ingest.sheet,
                                      ingest.columns,
                                      ingest.role_names,
                                      ingest.writer,
                                      ingest.maps,
                                      ingest.codebooks,
                                      ingest.words,
                                      ingest.decimal,
                                      ingest.dates,
                                      ingest.context_file,
                                      ingest.stem,
                                      coded ? shape_name(SHAPE_SEGMENTS) : ingest.shape};

    return answers_take(&call);
}

static void ingest_open_segments(void)
{
    struct ledger *ledger = ingest.run->ledger;

    sheet_read_header(ingest.sheet, ingest.columns, ingest.maps);
    if (sheet_header(ingest.sheet)->source != NULL) {
        g_free(ingest.stem);
        ingest.stem = g_strdup(sheet_header(ingest.sheet)->source);
    }
    ingest_open_codes();
    ingest_open_speakers();
    ingest.beside =
        beside_open(ingest.context_file, ingest.columns, ingest.sheet, ingest.stem, ledger);
    ingest.alike = alike_new(ingest.sheet, ledger);
    ingest.nested = nested_new(ingest.sheet, ledger);
    ingest.rows = (struct rows){
        .sheet = ingest.sheet,
        .fields = &ingest.fields,
        .typed = ingest.typed,
        .roles = ingest.role_names,
        .beside = ingest.beside,
        .track = ingest.track,
        .repeats = repeats_new(ledger),
        .gaps = g_strcmp0(ingest.unit, "turn") == 0 ? gaps_new() : NULL,
        .writer = ingest.writer,
        .ledger = ledger,
        .stem = ingest.stem,
        .word = g_string_new(NULL),
    };
}

static void ingest_close_segments(void)
{
    codings_account(ingest.codings, ingest.sheet);
    track_account(ingest.track, sheet_file(ingest.sheet));
    rows_close(&ingest.rows);
    beside_close(ingest.beside);
    alike_free(ingest.alike);
    nested_free(ingest.nested);
    typed_free(ingest.typed);
    codings_free(ingest.codings);
    track_free(ingest.track);
    events_free(ingest.events);
    labels_free(ingest.labels);
    grid_free(ingest.grid);
    fields_close(&ingest.fields);
}

static void ingest_segments(void)
{
    ingest_open_segments();
    while (sheet_next(ingest.sheet)) {
        if (!ingest.begun)
            ingest_begin();
        ingest.begun = true;
        ingest_record();
    }
    events_finish(ingest.events);
    called_check_rows(ingest.sheet);
    ingest_close_segments();
}

static void ingest_run(struct run *run)
{
    ingest.run = run;
    ingest_open();
    if (!ingest_answers())
        ingest_segments();
    writer_end(ingest.writer);
    sheet_close(ingest.sheet);
    roles_free(ingest.role_names);
    cellwords_free(ingest.words);
    codebooks_free(ingest.codebooks);
    columns_free(ingest.columns);
    writer_free(ingest.writer);
    g_free(ingest.stem);
}

static const struct stage ingest_stage = {
    .name = "ingest",
    .order = 1,
    .input = "any",
    .output = "segments | answers",
    .summary = "reads a foreign file and says what it assumed",
    .detail =
        "Reads a CSV or TSV file with codes, or a survey: one answer or one respondent a row.\n"
        "Example:\n"
        "  vs-ingest --unit turn --map code=Interventie gesprekken.csv",
    .options = ingest_options,
    .run = ingest_run,
};

int main(int argc, char **argv)
{
    return stage_main(&ingest_stage, argc, argv);
}
