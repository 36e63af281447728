/* Ingest: a coded CSV or TSV in, segments out; a survey in, answers out (ingest/answers.h). Headers
 * are read by the aliases of kolommen.csv or by --map; what was assumed and refused stands in the
 * ledger.
 *
 *     vs-ingest --unit turn --map code=Interventie gesprekken.csv */

#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/answers.h"
#include "ingest/called.h"
#include "ingest/origin.h"
#include "ingest/roles.h"
#include "ingest/segments.h"
#include "table/stage.h"
#include "table/writer.h"

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
    struct sheet *sheet;
    struct writer *writer;
    char *stem; /* of the file: the source when no column says it */
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
    const struct answers_call call = {
        .run = ingest.run,
        .sheet = ingest.sheet,
        .columns = ingest.columns,
        .codebooks = ingest.codebooks,
        .words = ingest.words,
        .roles = ingest.role_names,
        .writer = ingest.writer,
        .maps = ingest.maps,
        .context_file = ingest.context_file,
        .stem = ingest.stem,
        .decimal = ingest.decimal,
        .dates = ingest.dates,
        .shape = ingest.shape == NULL && (ingest.codes != NULL || ingest.coders != NULL)
                     ? shape_name(SHAPE_SEGMENTS)
                     : ingest.shape,
    };

    return answers_take(&call);
}

static void ingest_close(void)
{
    sheet_close(ingest.sheet);
    roles_free(ingest.role_names);
    cellwords_free(ingest.words);
    codebooks_free(ingest.codebooks);
    columns_free(ingest.columns);
    writer_free(ingest.writer);
    g_free(ingest.stem);
}

static void ingest_segments(void)
{
    const struct segments_call call = {
        .run = ingest.run,
        .sheet = ingest.sheet,
        .columns = ingest.columns,
        .codebooks = ingest.codebooks,
        .words = ingest.words,
        .roles = ingest.role_names,
        .writer = ingest.writer,
        .stem = ingest.stem,
        .maps = ingest.maps,
        .given_roles = ingest.roles,
        .context_file = ingest.context_file,
        .unit = ingest.unit,
        .extent = ingest.extent,
        .decimal = ingest.decimal,
        .dates = ingest.dates,
        .codes = ingest.codes,
        .coders = ingest.coders,
        .blank = ingest.blank,
        .separators = ingest.separators,
        .speaker_codes = ingest.speaker_codes,
    };

    segments_take(&call);
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
