/* Ingest: a coded CSV or TSV in, segments out; a survey in, answers out (ingest/answers.h). Headers
 * are read by the aliases of kolommen.csv or by --map; what was assumed and refused stands in the
 * ledger.
 *
 *     vs-ingest --unit turn --map code=Interventie gesprekken.csv */

#include "base/fail.h"
#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/alike.h"
#include "ingest/answers.h"
#include "ingest/beside.h"
#include "ingest/extent.h"
#include "ingest/origin.h"
#include "ingest/roles.h"
#include "table/number.h"
#include "table/stage.h"
#include "table/writer.h"

#include <math.h>
#include <string.h>

enum { FIXED = 9 }; /* source unit start end speaker role coder code text */
enum { SOURCE, UNIT, START, END, SPEAKER, ROLE, CODER, CODE, TEXT };

struct ingest {
    char *shape;
    char **codebooks;
    char *unit;
    char *extent;
    char **maps;
    char **roles;
    char *context_file;
    struct run *run;
    struct columns *columns;
    struct roles *role_names;
    struct beside *beside;
    struct alike *alike;
    struct sheet *sheet;
    struct writer *writer;
    int fixed[FIXED]; /* column of the sheet, -1 when absent */
    GArray *extra;    /* int: columns of the sheet that stand to the right */
    bool begun;       /* the head is written */
    bool timed;       /* a clock time is welcome in start and end */
    char *stem;       /* of the file: the source when no column says it */
};

static struct ingest ingest;

static const struct option ingest_options[] = {
    {"shape", OPTION_TEXT, RECORD_VALUE, &ingest.shape, "SHAPE",
     "What the rows are: segments or answers (default: segments, unless the headers are a "
     "survey's)"},
    {"codebook", OPTION_LIST, RECORD_NAME, &ingest.codebooks, "NAME|FILE",
     "Codebook of items, for answers: reads questions and answer texts; may be repeated"},
    {"unit", OPTION_TEXT, RECORD_VALUE, &ingest.unit, "KIND",
     "What one row is: turn, passage, event or mention (default: passage)"},
    {"extent", OPTION_TEXT, RECORD_VALUE, &ingest.extent, "KIND",
     "What start and end measure: seconds, characters, paragraphs or none (default: none)"},
    {"map", OPTION_LIST, RECORD_KEY, &ingest.maps, "CANONICAL=HEADER",
     "Read the column HEADER as CANONICAL (see kolommen.csv); may be repeated"},
    {"context", OPTION_TEXT, RECORD_NEVER, &ingest.context_file, "FILE",
     "Add columns by source, speaker, wpb or student, the first column of FILE"},
    {"role", OPTION_LIST, RECORD_NEVER, &ingest.roles, "SPEAKER=ROLE",
     "Give a speaker a role (`*` is every speaker); may be repeated"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static void ingest_check_options(void)
{
    if (ingest.unit != NULL && !shape_is_unit(ingest.unit))
        fail(STATUS_USAGE, "--unit \"%s\": turn, passage, event or mention", ingest.unit);
    if (ingest.extent != NULL && !shape_is_extent(ingest.extent))
        fail(STATUS_USAGE, "--extent \"%s\": seconds, characters, paragraphs or none",
             ingest.extent);
    if (ingest.run->files[0] != NULL && ingest.run->files[1] != NULL)
        fail(STATUS_USAGE,
             "one file at a time: run vs-ingest for each and put the tables together");
}

static void ingest_assume(const char *what, const char *value, const char *action)
{
    ledger_add(ingest.run->ledger, LEDGER_NOTE, sheet_file(ingest.sheet), "", what, value, action);
}

/* Which columns of the sheet go where. */
static void ingest_place_columns(void)
{
    const char *const *fixed = shape_columns(SHAPE_SEGMENTS);

    for (int i = 0; i < FIXED; i++)
        ingest.fixed[i] = sheet_find(ingest.sheet, fixed[i]);
    for (int i = 0; i < (int)sheet_columns(ingest.sheet); i++)
        if (!g_strv_contains(fixed, sheet_name(ingest.sheet, (size_t)i)))
            g_array_append_val(ingest.extra, i);
    if (ingest.fixed[CODE] < 0)
        fail(
            STATUS_STOPPED,
            "%s: no column with codes; say --map code=HEADER, or --shape answers if it is a survey",
            sheet_file(ingest.sheet));
    if (ingest.fixed[SOURCE] < 0)
        ingest_assume("source-assumed", ingest.stem, "no column says the source: the file is one");
    if (ingest.fixed[UNIT] < 0 && ingest.fixed[START] < 0)
        ingest_assume("unit-numbered", "", "no column says the unit: every record is one");
    if (ingest.unit == NULL)
        ingest_assume("unit-assumed", "passage",
                      "say --unit turn, event or mention if it is another");
}

static void ingest_begin(void)
{
    struct head *head = head_new(SHAPE_SEGMENTS);

    head->unit = g_strdup(ingest.unit != NULL ? ingest.unit : "passage");
    head->extent = g_strdup(extent_kind(ingest.extent, ingest.sheet, ingest.fixed[START],
                                        ingest.fixed[END], ingest.run->ledger));
    ingest.timed = strcmp(head->extent, "seconds") == 0 || strcmp(head->extent, "none") == 0;
    stage_sign(ingest.run, head);
    for (guint i = 0; i < ingest.extra->len; i++)
        head_column(head, sheet_name(ingest.sheet, (size_t)g_array_index(ingest.extra, int, i)));
    beside_name(ingest.beside, head);
    head_column(head, "origin");
    writer_begin(ingest.writer, head);
    head_free(head);
}

/* --role first, then the column, then the context file. */
static const char *ingest_role(const char *speaker)
{
    const char *text = roles_given(ingest.role_names, speaker);

    if (text == NULL)
        text = sheet_cell(ingest.sheet, ingest.fixed[ROLE]);
    if (*text == '\0')
        text = beside_role(ingest.beside, ingest.sheet);
    return roles_meaning(ingest.role_names, text, sheet_file(ingest.sheet),
                         sheet_line(ingest.sheet));
}

/* Reads start and end; false when the record was refused. */
static bool ingest_extent(double extent[2])
{
    const char *const texts[] = {sheet_cell(ingest.sheet, ingest.fixed[START]),
                                 sheet_cell(ingest.sheet, ingest.fixed[END])};
    struct extent_fault fault;
    bool fine = extent_read(texts, ingest.timed, extent, &fault);

    if (!fine)
        sheet_refuse(ingest.sheet, fault.what, fault.value, fault.action);
    return fine;
}

/* Outer space, which a quoted cell keeps, belongs to a text and to nothing else: "w1 " is w1. */
static void ingest_cell(int column)
{
    const char *cell = sheet_cell(ingest.sheet, column);
    size_t length = sheet_length(ingest.sheet, column);

    if (column != ingest.fixed[TEXT]) {
        for (; length > 0 && g_ascii_isspace(*cell); cell++)
            length--;
        while (length > 0 && g_ascii_isspace(cell[length - 1]))
            length--;
    }
    writer_bytes(ingest.writer, cell, length);
}

static void ingest_say(const char *what, const char *action)
{
    ledger_line(ingest.run->ledger, LEDGER_WARNING, sheet_file(ingest.sheet),
                sheet_line(ingest.sheet), what, "", action);
}

static void ingest_source(void)
{
    const char *source = sheet_cell(ingest.sheet, ingest.fixed[SOURCE]);

    if (ingest.fixed[SOURCE] < 0)
        source = ingest.stem;
    else if (*source == '\0')
        ingest_say("source-empty", "no source: such rows count as one conversation without a name");
    writer_text(ingest.writer, source);
}

/* The unit's own name, else its extent, else the number of the record. */
static void ingest_unit(const double extent[2])
{
    const char *unit = sheet_cell(ingest.sheet, ingest.fixed[UNIT]);
    bool empty = ingest.fixed[UNIT] >= 0 && *unit == '\0';
    char text[EXTENT_ROOM] = "record ";

    if (empty)
        ingest_say("unit-empty", "no unit named: its place, or its number, stands in");
    if (*unit != '\0') {
        ingest_cell(ingest.fixed[UNIT]);
    } else if (!isnan(extent[0])) {
        extent_name(text, extent);
        writer_text(ingest.writer, text);
    } else {
        number_write_count(text + strlen(text), (int64_t)sheet_records(ingest.sheet));
        writer_text(ingest.writer, empty ? text : text + strlen("record "));
    }
}

static void ingest_row(void)
{
    const char *speaker = sheet_cell(ingest.sheet, ingest.fixed[SPEAKER]);
    struct writer *out = ingest.writer;
    double extent[2];

    if (!ingest_extent(extent))
        return;
    alike_look(ingest.alike, ingest.sheet);
    ingest_source();
    ingest_unit(extent);
    writer_number(out, extent[0]);
    writer_number(out, extent[1]);
    ingest_cell(ingest.fixed[SPEAKER]);
    writer_text(out, ingest_role(speaker));
    for (int i = CODER; i <= TEXT; i++)
        ingest_cell(ingest.fixed[i]);
    for (guint i = 0; i < ingest.extra->len; i++)
        ingest_cell(g_array_index(ingest.extra, int, i));
    beside_write(ingest.beside, ingest.sheet, out);
    origin_write(out, sheet_file(ingest.sheet), sheet_line(ingest.sheet));
    writer_row(out);
}

static void ingest_open(void)
{
    struct ledger *ledger = ingest.run->ledger;

    ingest_check_options();
    ingest.columns = columns_load();
    ingest.role_names = roles_new(ingest.roles, ledger);
    ingest.stem = origin_stem(ingest.run->files[0]);
    ingest.sheet = sheet_begin(ingest.run->files[0], ledger);
    ingest.writer = writer_new(ingest.run->output);
}

/* Where the rows are answers: all that is to be done. */
static bool ingest_answers(void)
{
    const struct answers_call call = {
        .run = ingest.run,
        .sheet = ingest.sheet,
        .columns = ingest.columns,
        .roles = ingest.role_names,
        .writer = ingest.writer,
        .maps = ingest.maps,
        .codebooks = ingest.codebooks,
        .context_file = ingest.context_file,
        .stem = ingest.stem,
        .shape = ingest.shape,
    };

    return answers_take(&call);
}

static void ingest_open_segments(void)
{
    struct ledger *ledger = ingest.run->ledger;

    header_read(sheet_header(ingest.sheet), sheet_csv(ingest.sheet), ingest.columns, ingest.maps,
                ledger);
    ingest.extra = g_array_new(FALSE, FALSE, sizeof(int));
    ingest_place_columns();
    ingest.beside =
        beside_open(ingest.context_file, ingest.columns, ingest.sheet, ingest.stem, ledger);
    ingest.alike = alike_new(ingest.sheet, ledger);
}

static void ingest_close(void)
{
    sheet_close(ingest.sheet);
    g_clear_pointer(&ingest.beside, beside_close);
    g_clear_pointer(&ingest.alike, alike_free);
    roles_free(ingest.role_names);
    columns_free(ingest.columns);
    writer_free(ingest.writer);
    g_clear_pointer(&ingest.extra, g_array_unref);
    g_free(ingest.stem);
}

static void ingest_segments(void)
{
    ingest_open_segments();
    while (sheet_next(ingest.sheet)) {
        if (!ingest.begun)
            ingest_begin();
        ingest.begun = true;
        ingest_row();
    }
    if (sheet_is_bare(ingest.sheet))
        fail(STATUS_STOPPED, "%s: a header but no rows", sheet_file(ingest.sheet));
    if (sheet_accepted(ingest.sheet) == 0)
        fail(STATUS_STOPPED, "not one row could be read; the first: %s",
             sheet_refusal(ingest.sheet));
}

static void ingest_run(struct run *run)
{
    ingest.run = run;
    ingest_open();
    if (!ingest_answers())
        ingest_segments();
    writer_end(ingest.writer);
    ingest_close();
}

static const struct stage ingest_stage = {
    .name = "ingest",
    .order = 1,
    .input = "any",
    .output = "segments | answers",
    .summary = "reads a foreign file and says what it assumed",
    .detail =
        "Reads a CSV or TSV file with one code a row, or a survey: one answer or one respondent a\n"
        "row. Example:\n"
        "  vs-ingest --unit turn --map code=Interventie gesprekken.csv",
    .options = ingest_options,
    .run = ingest_run,
};

int main(int argc, char **argv)
{
    return stage_main(&ingest_stage, argc, argv);
}
