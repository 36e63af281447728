/* Agree: says how well coders agree, and where they do not. Segments in (or answers with a rater);
 * results out, or with --differences the passages to talk about.
 *
 *     vs-agree --codebook koenig segments.tsv
 *     vs-agree --codebook koenig --differences segments.tsv */

#include "agree/confusion.h"
#include "agree/couples.h"
#include "agree/differences.h"
#include "agree/named.h"
#include "agree/raters.h"
#include "agree/unitizing.h"
#include "base/fail.h"
#include "table/number.h"
#include "table/stage.h"
#include "table/writer.h"

#include <string.h>

struct agree {
    char **names;
    char *coders;
    char *categories;
    char *weights;
    char *self;
    bool differences;
    double seed;
    double draws;
    double threads;
    struct codebooks *codebooks;
    struct own *own;
};

static struct agree agree = {.seed = 20220401, .draws = 10000, .threads = 1};

static const struct option agree_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &agree.names, "NAME|FILE",
     "Codebook whose codes are compared; may be repeated, each is a system of its own"},
    {"coder", OPTION_TEXT, RECORD_NEVER, &agree.coders, "A,B", "Compare these coders only"},
    {"categories", OPTION_TEXT, RECORD_VALUE, &agree.categories, "codebook|observed",
     "Which codes could have been given: all of the codebook (the default), or those that were"},
    {"weights", OPTION_TEXT, RECORD_NEVER, &agree.weights, "FILE",
     "Weights of one's own for kappa: a square CSV, codes above and before it"},
    {"self", OPTION_TEXT, RECORD_VALUE, &agree.self, "ROLE",
     "Answers: the role of raters who rate themselves (a rater who is the respondent does too)"},
    {"differences", OPTION_FLAG, RECORD_VALUE, &agree.differences, NULL,
     "Write the units on which coders differ, the most confused codes first"},
    {"seed", OPTION_NUMBER, RECORD_VALUE, &agree.seed, "N", "Seed of the bootstrap"},
    {"draws", OPTION_NUMBER, RECORD_VALUE, &agree.draws, "N", "Replicates of the bootstrap"},
    {"threads", OPTION_NUMBER, RECORD_NEVER, &agree.threads, "N",
     "Threads to use; the numbers are the same for any N"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static void agree_check_options(void)
{
    if (agree.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    if (agree.categories != NULL && strcmp(agree.categories, "codebook") != 0 &&
        strcmp(agree.categories, "observed") != 0)
        fail(STATUS_USAGE, "--categories \"%s\": codebook or observed", agree.categories);
    if (!(agree.seed >= 0 && agree.seed < 0x1p53) || !(agree.draws >= 1 && agree.draws <= 1e7) ||
        !(agree.threads >= 1 && agree.threads <= 64))
        fail(STATUS_USAGE, "--seed is 0 or more, --draws 1 to 10000000, --threads 1 to 64");
}

/* The head of what is written: the codebooks, the chain of the input, and this stage. */
static struct head *agree_head(const struct run *run, const struct reader *in, enum shape shape)
{
    struct head *united = reader_united(in);
    struct head *head = codebooks_head(agree.codebooks, united, shape);

    if (shape == SHAPE_PASSAGES) {
        head->unit = g_strdup(united->unit);
        head->extent = g_strdup(united->extent);
    }
    stage_sign(run, head);
    head_free(united);
    return head;
}

/* How much was coded, and how much of it double. */
static void agree_write_counts(const struct rows *rows, const struct system *system, bool passages)
{
    static const struct rows_place all = {"", "", ""};
    int64_t several = 0;

    rows_count(rows, &all, "coders", system->coders->len, -1);
    if (system->coders->len < 2)
        return;
    for (guint i = 0; i < system->units->len; i++)
        several += system_is_several(system, i);
    rows_count(rows, &all, "conversations", system->conversations, system->sources);
    rows_count(rows, &all, "units", system->all_units, -1);
    if (passages)
        return;
    rows_count(rows, &all, "double_units", system->double_units, system->all_units);
    rows_share(rows, &all, "double_share", system->double_units, system->all_units);
    rows_count(rows, &all, "units_several", several, system->units->len);
    couples_write_coders(rows, system);
}

static void agree_write_units(const struct rows *rows, const struct system *system,
                              struct ledger *ledger)
{
    struct figures figures = {
        .system = system,
        .own = agree.own,
        .place = {"", "", ""},
        .coders = {-1, -1},
        .list = FIGURES_ALL,
        .ledger = ledger,
    };

    if (system->double_units == 0) {
        rows_refuse(rows, &figures.place, "alpha_nominal", "no-pairs");
        return;
    }
    figures_write(rows, &figures);
    figures_write_codes(rows, &figures);
    couples_write(rows, system, agree.own);
    couples_write_halves(rows, system, agree.own);
    confusion_write(rows, system);
}

static void agree_write_system(struct rows *rows, const struct system *system,
                               struct ledger *ledger)
{
    bool passages = codings_are_bare_passages(system->codings);

    rows->term = system->book->name;
    agree_write_counts(rows, system, passages);
    if (system->coders->len < 2)
        return;
    system_tell(system, ledger);
    if (passages) {
        unitizing_write(rows, system, ledger);
        named_write(rows, system);
    } else {
        agree_write_units(rows, system, ledger);
    }
}

/* The systems of the codebooks, without those of which no code was met where another was. */
static GPtrArray *agree_systems(const struct codings *codings, struct ledger *ledger)
{
    GPtrArray *systems = g_ptr_array_new_with_free_func((GDestroyNotify)system_free);
    bool met = false;

    for (guint i = 0; i < codebooks_count(agree.codebooks); i++) {
        struct system *system = system_new(
            codings, codebooks_at(agree.codebooks, i),
            g_strcmp0(agree.categories, "observed") == 0 ? SYSTEM_OBSERVED : SYSTEM_OF_CODEBOOK);

        met = met || system->met;
        g_ptr_array_add(systems, system);
    }
    for (guint i = systems->len; met && i > 0; i--) {
        const struct system *system = systems->pdata[i - 1];

        if (system->met)
            continue;
        ledger_add(ledger, LEDGER_NOTE, "", "", "unmet-codebook", system->book->name,
                   "none of its codes is in these segments: left out");
        g_ptr_array_remove_index(systems, i - 1);
    }
    return systems;
}

static struct rows agree_rows(struct writer *writer, const char *unit, const char *person)
{
    return (struct rows){.writer = writer,
                         .resample = {.seed = (uint64_t)agree.seed,
                                      .replicates = (size_t)agree.draws,
                                      .threads = (unsigned)agree.threads},
                         .unit = unit,
                         .person = person};
}

/* Results of every system, or the differences. */
static void agree_segments(struct run *run, struct reader *in, struct writer *writer, char **only)
{
    struct codings_setting setting = {.only = only, .words = agree.differences};
    struct codings *codings = codings_read(in, agree.codebooks, &setting);
    GPtrArray *systems = agree_systems(codings, run->ledger);
    struct head *head = agree_head(run, in, agree.differences ? SHAPE_PASSAGES : SHAPE_RESULTS);
    struct rows rows = agree_rows(writer, codings->kind, "source");

    codings_tell(codings, run->ledger);
    writer_begin(writer, head);
    for (guint i = 0; i < systems->len; i++) {
        if (agree.differences)
            differences_write(writer, systems->pdata[i]);
        else
            agree_write_system(&rows, systems->pdata[i], run->ledger);
    }
    head_free(head);
    g_ptr_array_free(systems, TRUE);
    codings_free(codings);
}

static void agree_answers(struct run *run, struct reader *in, struct writer *writer, char **only)
{
    struct ratings_table *table = ratings_table_read(in, agree.codebooks, agree.self, only);
    struct head *head = agree_head(run, in, SHAPE_RESULTS);
    struct rows rows = agree_rows(writer, "rating", "respondent");

    if (agree.differences)
        fail(STATUS_USAGE, "--differences are of segments, not of answers");
    ratings_table_tell(table, run->ledger);
    writer_begin(writer, head);
    raters_write(&rows, table);
    head_free(head);
    ratings_table_free(table);
}

static void agree_run(struct run *run)
{
    struct reader *in;
    struct writer *writer;
    char **only;

    agree_check_options();
    agree.codebooks = codebooks_load(agree.names);
    if (agree.weights != NULL)
        agree.own = own_read(agree.weights, agree.codebooks);
    only = agree.coders != NULL ? g_strsplit(agree.coders, ",", -1) : NULL;
    in = stage_reader(run, shape_bit(SHAPE_SEGMENTS) | shape_bit(SHAPE_ANSWERS));
    writer = writer_new(run->output);
    if (reader_head(in)->shape == SHAPE_ANSWERS)
        agree_answers(run, in, writer, only);
    else
        agree_segments(run, in, writer, only);
    writer_end(writer);
    writer_free(writer);
    g_strfreev(only);
    own_free(agree.own);
    reader_close(in);
    codebooks_free(agree.codebooks);
}

static const struct stage agree_stage = {
    .name = "agree",
    .order = 8,
    .input = "segments | answers",
    .output = "results | passages",
    .summary = "says how well coders agree, and where they do not",
    .detail = "Units match by `unit`, else by identical start and end; intervals follow the\n"
              "conversations. Example:\n"
              "  vs-agree --codebook koenig segments.tsv",
    .options = agree_options,
    .run = agree_run,
};

int main(int argc, char **argv)
{
    return stage_main(&agree_stage, argc, argv);
}
