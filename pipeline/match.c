/* Match: holds what is offered against what is used, per person: how far apart, where, for how
 * many; or puts a score beside the share of a side (--beside).
 *
 *     vs-match --codebook affordance-agency --by school scores.tsv */

#include "base/fail.h"
#include "codebook/codebook.h"
#include "match/beside.h"
#include "match/groups.h"
#include "table/number.h"
#include "table/stage.h"

#include <math.h>
#include <string.h>

struct match {
    char **names;
    char *offer;
    char *use;
    char *outcome;
    char *cut;
    char *beside;
    char **by;
    double seed;
    double draws;
    double threads;
    struct codebooks *codebooks;
    struct scales *scales;
    GPtrArray *terms; /* struct term */
    int outcome_id;   /* its subject, or -1 */
    struct told_setting setting;
};

static struct match match = {.seed = 20220401, .draws = 10000, .threads = 1};

static const struct option match_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &match.names, "NAME|FILE",
     "Codebook of the items; may be repeated"},
    {"offer", OPTION_TEXT, RECORD_VALUE, &match.offer, "SCALE",
     "What is offered, SCALE or SCALE/FACET (without it: every two scales that the codebook "
     "pairs)"},
    {"use", OPTION_TEXT, RECORD_VALUE, &match.use, "SCALE", "What is used"},
    {"outcome", OPTION_TEXT, RECORD_VALUE, &match.outcome, "SCALE",
     "Tell the mean of this scale in each class and quadrant"},
    {"cut", OPTION_TEXT, RECORD_VALUE, &match.cut, "NUMBER",
     "From where a score is high (default: the middle of the answers)"},
    {"by", OPTION_LIST, RECORD_VALUE, &match.by, "COLUMN[,COLUMN]",
     "Per value of these columns too; may be repeated"},
    {"beside", OPTION_TEXT, RECORD_VALUE, &match.beside, "ITEM,ITEM",
     "Put a score and the share of a side (of vs-count --as answers) beside each other"},
    {"seed", OPTION_NUMBER, RECORD_VALUE, &match.seed, "N", "Seed of the bootstrap"},
    {"draws", OPTION_NUMBER, RECORD_VALUE, &match.draws, "N", "Replicates of the bootstrap"},
    {"threads", OPTION_NUMBER, RECORD_NEVER, &match.threads, "N",
     "Threads to use; the numbers are the same for any N"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static void match_check_options(void)
{
    if (!(match.seed >= 0 && match.seed < 0x1p53) || !(match.draws >= 1 && match.draws <= 1e7) ||
        !(match.threads >= 1 && match.threads <= 64))
        fail(STATUS_USAGE, "--seed is 0 or more, --draws 1 to 10000000, --threads 1 to 64");
    match.setting.cut = NAN;
    if (match.cut != NULL && !number_read(match.cut, &match.setting.cut))
        fail(STATUS_USAGE, "--cut \"%s\" is not a number (with a point)", match.cut);
    if ((match.offer == NULL) != (match.use == NULL))
        fail(STATUS_USAGE, "--offer and --use go together");
    if (match.beside != NULL &&
        (match.offer != NULL || match.outcome != NULL || match.cut != NULL || match.by != NULL))
        fail(STATUS_USAGE, "--beside goes without --offer, --use, --outcome, --cut and --by");
    if (match.beside == NULL && match.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    match.setting.outcome = match.outcome;
    match.setting.resample = (struct resample_settings){.seed = (uint64_t)match.seed,
                                                        .replicates = (size_t)match.draws,
                                                        .threads = (unsigned)match.threads};
}

static void match_find_terms(void)
{
    match.scales = scales_new(match.codebooks);
    match.terms = terms_new(match.codebooks, match.scales, match.offer, match.use);
    if (match.terms->len == 0)
        fail(STATUS_USAGE, "the codebook pairs no items: say --offer SCALE and --use SCALE");
    match.outcome_id =
        match.outcome == NULL ? -1 : terms_subject(match.scales, "outcome", match.outcome);
}

static struct grouping *match_grouping(struct reader *in, const GPtrArray *columns)
{
    struct grouping *grouping = grouping_new();

    for (guint i = 0; i < columns->len; i++) {
        if (strcmp(columns->pdata[i], "respondent") == 0)
            fail(STATUS_USAGE, "--by respondent: each person has rows without it");
        grouping_add(grouping, in, columns->pdata[i]);
    }
    return grouping;
}

/* A column that was asked for and is not there ends the program. */
static void match_check_columns(const struct reader *in, const GPtrArray *columns)
{
    struct head *head = reader_united(in);

    for (guint i = 0; i < columns->len; i++)
        if (!g_ptr_array_find_with_equal_func(head->columns, columns->pdata[i], g_str_equal, NULL))
            fail(STATUS_STOPPED, "--by \"%s\": the answers have no such column",
                 (char *)columns->pdata[i]);
    head_free(head);
}

/* Says which scores were asked for and are not there. */
static void match_tell(const struct sheet *sheet, struct ledger *ledger)
{
    guint scores = 0;
    guint answers = 0;

    for (guint i = 0; i < match.terms->len; i++) {
        const struct term *term = match.terms->pdata[i];
        guint known = sheet_known(sheet, term->offer) + sheet_known(sheet, term->use);

        scores += term->kind == TERM_SCALE ? known : 0;
        answers += term->kind == TERM_ITEM ? known : 0;
    }
    if (scores == 0)
        ledger_add(ledger, LEDGER_WARNING, "", "", "no-scores",
                   match.offer == NULL ? "" : match.offer,
                   answers > 0 ? "items are here, scores of scales are not: run vs-score first"
                               : "no answer to any of it is here");
    if (match.outcome_id >= 0 && sheet_known(sheet, match.outcome_id) == 0)
        ledger_add(ledger, LEDGER_WARNING, "", "", "no-scores", match.outcome,
                   "no score of the outcome is here");
}

static void match_begin(const struct run *run, const struct reader *in, struct writer *writer)
{
    struct head *united = reader_united(in);
    struct head *head = codebooks_head(match.codebooks, united, SHAPE_RESULTS);

    stage_sign(run, head);
    writer_begin(writer, head);
    head_free(united);
    head_free(head);
}

/* Every term of which something is known, and the scales that were asked for by name. */
static void match_terms(const struct run *run, struct reader *in)
{
    GPtrArray *columns = grouping_split(match.by);
    struct grouping *grouping = match_grouping(in, columns);
    struct writer *writer = writer_new(run->output);
    struct sheet *sheet;

    match_find_terms();
    sheet = sheet_read(in, match.scales, grouping, columns, run->ledger);
    match_check_columns(in, columns);
    match_tell(sheet, run->ledger);
    match_begin(run, in, writer);
    for (guint i = 0; i < match.terms->len; i++) {
        const struct term *term = match.terms->pdata[i];

        if ((match.offer != NULL && i == 0) || sheet_known(sheet, term->offer) > 0 ||
            sheet_known(sheet, term->use) > 0)
            groups_write(sheet, term, &match.setting, match.outcome_id, writer, run->ledger);
    }
    writer_end(writer);
    writer_free(writer);
    sheet_free(sheet);
    grouping_free(grouping);
    g_ptr_array_free(match.terms, TRUE);
    scales_free(match.scales);
    g_ptr_array_free(columns, TRUE);
}

static void match_beside(const struct run *run, struct reader *in)
{
    struct writer *writer = writer_new(run->output);
    struct beside *beside;

    beside = beside_new(match.beside, match.codebooks);
    beside_read(beside, in);
    beside_tell(beside, run->ledger);
    match_begin(run, in, writer);
    beside_write(beside, writer);
    writer_end(writer);
    writer_free(writer);
    beside_free(beside);
}

static void match_run(struct run *run)
{
    struct reader *in;

    match_check_options();
    match.codebooks = codebooks_load(match.names);
    in = stage_reader(run, shape_bit(SHAPE_ANSWERS));
    if (match.beside != NULL)
        match_beside(run, in);
    else
        match_terms(run, in);
    reader_close(in);
    codebooks_free(match.codebooks);
}

static const struct stage match_stage = {
    .name = "match",
    .order = 12,
    .input = "answers",
    .output = "results",
    .summary = "holds what is offered against what is used, per person",
    .detail =
        "Scores of scales come from vs-score. Classes stand on one mean and spread for both "
        "scales,\n"
        "quadrants on one cut. With --beside a score of the survey and the share of a side (from\n"
        "vs-count --as answers) stand next to each other per person, and nothing is computed of\n"
        "both. Examples:\n"
        "  vs-match --codebook affordance-agency --by school scores.tsv\n"
        "  vs-match --beside belang,koenig/side:volgend/turn scores.tsv shares.tsv",
    .options = match_options,
    .run = match_run,
};

int main(int argc, char **argv)
{
    return stage_main(&match_stage, argc, argv);
}
