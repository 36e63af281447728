/* Recode: rewrites codes and items to the names of the codebook, through labels and aliases, and
 * reads back what people decided where coders differ.
 *
 *     vs-recode --codebook koenig --decisions kalibreerblad.csv segments.tsv */

#include "base/fail.h"
#include "base/names.h"
#include "codebook/codebook.h"
#include "codebook/questions.h"
#include "recode/decisions.h"
#include "recode/twice.h"
#include "table/pass.h"

#include <string.h>

struct recode {
    char **names;
    bool roll_up;
    char **decided; /* paths of files of decisions */
    struct codebooks *codebooks;
    struct questions *questions;
    bool items;                  /* the rows are answers */
    struct decisions *decisions; /* NULL: none were given */
    struct twice *twice;         /* NULL: rolled up, or answers */
    int decision;                /* slots */
    int source, unit, start, end;
    int code;         /* the item of answers */
    GHashTable *seen; /* text as met -> struct recode_change */
};

/* What one spelling becomes, and how often that was done. */
struct recode_change {
    const char *text; /* the spelling */
    const char *code; /* NULL: it stays */
    gint64 rows;
};

static struct recode recode;

static const struct option recode_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &recode.names, "NAME|FILE",
     "Codebook that knows the codes, their labels and aliases; may be repeated"},
    {"roll-up", OPTION_FLAG, RECORD_VALUE, &recode.roll_up, NULL,
     "Replace a code by the one above it in the codebook, up to the top"},
    {"decisions", OPTION_LIST, RECORD_NEVER, &recode.decided, "FILE",
     "Read what was decided where coders differ (a CSV with a column besluit) into `decision`; may "
     "be repeated"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static const char *recode_item(const char *text)
{
    const struct item *item = questions_find(recode.questions, text);

    return item == NULL ? NULL : item->item;
}

static const char *recode_code(const char *text)
{
    const struct code *code = codebooks_meaning(recode.codebooks, text);

    if (code == NULL)
        return NULL;
    while (recode.roll_up && *code->parent != '\0')
        code = codebooks_code(recode.codebooks, code->parent);
    return code->code;
}

static struct recode_change *recode_change(const char *text)
{
    struct recode_change *change = g_hash_table_lookup(recode.seen, text);

    if (change != NULL)
        return change;
    change = g_new0(struct recode_change, 1);
    change->code = recode.items ? recode_item(text) : recode_code(text);
    change->text = g_strdup(text);
    g_hash_table_insert(recode.seen, (gpointer)change->text, change);
    return change;
}

/* Rewrites the code of a row; returns what it is by then, borrowed until the next row. */
static const char *recode_row(struct pass *pass)
{
    const char *text = reader_cell(pass_reader(pass), recode.code);
    struct recode_change *change;

    if (*text == '\0')
        return text;
    change = recode_change(text);
    if (change->code != NULL && recode.twice != NULL)
        twice_look(recode.twice, change->text, change->code);
    if (change->code == NULL || strcmp(change->code, text) == 0)
        return text;
    change->rows++;
    pass_replace(pass, recode.code, change->code, MISSING_NOT);
    return change->code;
}

static void recode_decide(struct pass *pass, const char *code)
{
    struct reader *in = pass_reader(pass);
    struct decisions_row row = {
        .source = reader_cell(in, recode.source),
        .unit = reader_cell(in, recode.unit),
        .start = reader_cell(in, recode.start),
        .end = reader_cell(in, recode.end),
        .code = code,
    };
    const char *decided = decisions_find(recode.decisions, &row);

    if (*decided != '\0')
        pass_replace(pass, recode.decision, decided, MISSING_NOT);
}

/* One ledger row a spelling that was rewritten, in alphabetical order. */
static void recode_finish(struct run *run)
{
    GList *texts = g_list_sort(g_hash_table_get_keys(recode.seen), names_compare);

    for (GList *text = texts; text != NULL; text = text->next) {
        const struct recode_change *change = g_hash_table_lookup(recode.seen, text->data);
        char *action;

        if (change->rows == 0)
            continue;
        action =
            g_strdup_printf("read as %s, %" G_GINT64_FORMAT " times", change->code, change->rows);
        ledger_add(run->ledger, LEDGER_NOTE, "", "", "recoded", text->data, action);
        g_free(action);
    }
    g_list_free(texts);
    g_hash_table_destroy(recode.seen);
}

/* Opens the decisions, and asks for the columns by which they find their rows. */
static void recode_open_decisions(struct run *run, struct pass *pass)
{
    struct reader *in = pass_reader(pass);

    if (recode.decided == NULL)
        return;
    if (recode.items)
        fail(STATUS_USAGE, "--decisions is about codes, and these rows are answers");
    recode.source = reader_column(in, "source");
    recode.unit = reader_column(in, "unit");
    recode.start = reader_column(in, "start");
    recode.end = reader_column(in, "end");
    pass_column(pass, "decision");
    recode.decision = reader_column(in, "decision");
    recode.decisions = decisions_read(recode.decided, recode.codebooks, recode_code, run->ledger);
}

static void recode_run(struct run *run)
{
    unsigned shapes =
        shape_bit(SHAPE_SEGMENTS) | shape_bit(SHAPE_PASSAGES) | shape_bit(SHAPE_ANSWERS);
    struct pass *pass;

    if (recode.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    recode.codebooks = codebooks_load(recode.names);
    recode.seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    pass = pass_open(run, shapes);
    recode.items = reader_head(pass_reader(pass))->shape == SHAPE_ANSWERS;
    recode.questions = questions_new(recode.codebooks);
    recode.code = reader_column(pass_reader(pass), recode.items ? "item" : "code");
    recode_open_decisions(run, pass);
    if (!recode.items && !recode.roll_up)
        recode.twice = twice_new(pass_reader(pass), run->ledger);
    for (guint i = 0; i < codebooks_count(recode.codebooks); i++) {
        char *line = codebook_line(codebooks_at(recode.codebooks, i));

        pass_codebook(pass, line);
        g_free(line);
    }
    while (pass_next(pass)) {
        const char *code = recode_row(pass);

        if (recode.decisions != NULL)
            recode_decide(pass, code);
        pass_keep(pass);
    }
    pass_close(pass);
    decisions_close(recode.decisions);
    twice_free(recode.twice);
    recode_finish(run);
    questions_free(recode.questions);
    codebooks_free(recode.codebooks);
}

static const struct stage recode_stage = {
    .name = "recode",
    .order = 4,
    .input = "segments | answers",
    .output = "same",
    .summary = "rewrites codes and items by the codebook",
    .detail =
        "A code, label or alias of the codebook (case and outer space do not count) becomes\n"
        "the code; of answers, the name or the question of an item becomes the item. What the\n"
        "codebook does not know stays (vs-check names it). Example:\n"
        "  vs-recode --codebook koenig segments.tsv",
    .options = recode_options,
    .run = recode_run,
};

int main(int argc, char **argv)
{
    return stage_main(&recode_stage, argc, argv);
}
