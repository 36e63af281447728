/* Describe: says what was answered, per item and per scale, and how reliable the scales are.
 *
 *     vs-score --codebook affordance-agency answers.tsv |
 *         vs-describe --codebook affordance-agency --by school */

#include "base/fail.h"
#include "codebook/forms.h"
#include "describe/answers.h"
#include "describe/groups.h"
#include "describe/reliability.h"
#include "table/stage.h"

#include <math.h>
#include <string.h>

struct describe {
    char **names;
    char **by;
    char *missing;
    double seed;
    double draws;
    double threads;
    struct codebooks *codebooks;
    struct scales *scales;
    struct forms *forms;
    GPtrArray *columns; /* the --by columns */
    GPtrArray *made;    /* by subject: how its scores were made, or NULL */
    int method;         /* slot */
};

static struct describe describe = {.seed = 20220401, .draws = 10000, .threads = 1};

static const struct option describe_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &describe.names, "NAME|FILE",
     "Codebook with the items and their scales; may be repeated"},
    {"by", OPTION_LIST, RECORD_VALUE, &describe.by, "COLUMN[,COLUMN]",
     "Describe per value of these columns too (context, or respondent); may be repeated"},
    {"missing", OPTION_TEXT, RECORD_VALUE, &describe.missing, "RULE",
     "Missing answers in alpha: listwise (default), pairwise or median"},
    {"seed", OPTION_NUMBER, RECORD_VALUE, &describe.seed, "N", "Seed of the bootstrap"},
    {"draws", OPTION_NUMBER, RECORD_VALUE, &describe.draws, "N", "Replicates of the bootstrap"},
    {"threads", OPTION_NUMBER, RECORD_NEVER, &describe.threads, "N",
     "Threads to use; the numbers are the same for any N"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static const char *const describe_rules[] = {
    [COVARIANCE_LISTWISE] = "listwise",
    [COVARIANCE_PAIRWISE] = "pairwise",
    [COVARIANCE_MEDIAN] = "median",
};

static enum covariance_missing describe_rule(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(describe_rules); i++)
        if (describe.missing == NULL || strcmp(describe.missing, describe_rules[i]) == 0)
            return (enum covariance_missing)i;
    fail(STATUS_USAGE, "--missing \"%s\": listwise, pairwise or median", describe.missing);
}

static void describe_split_by(void)
{
    describe.columns = g_ptr_array_new_with_free_func(g_free);
    for (char **by = describe.by; by != NULL && *by != NULL; by++) {
        char **names = g_strsplit(*by, ",", -1);

        for (char **name = names; *name != NULL; name++)
            g_ptr_array_add(describe.columns, g_strdup(*name));
        g_strfreev(names);
    }
}

/* A column that was asked for and that no table has is a mistake. */
static void describe_check_by(const struct head *head)
{
    for (guint i = 0; i < describe.columns->len; i++) {
        const char *name = describe.columns->pdata[i];

        if (!g_ptr_array_find_with_equal_func(head->columns, name, g_str_equal, NULL))
            fail(STATUS_STOPPED, "there is no column \"%s\" in these answers", name);
    }
}

/* Remembers how the scores of a scale were made: what their `method` says before `items=`, which is
 * about the person. */
static void describe_score(struct reader *in)
{
    guint subject = (guint)describe.forms->subject;
    char *known = describe.made->pdata[subject];
    char **words;

    if (subject < describe.scales->items->len || *reader_cell(in, describe.method) == '\0')
        return;
    words = g_strsplit(reader_cell(in, describe.method), "; items=", 2);
    if (known == NULL) {
        describe.made->pdata[subject] = g_strdup(words[0]);
    } else if (strcmp(known, words[0]) != 0) {
        g_free(known);
        describe.made->pdata[subject] = g_strdup("missing=mixed");
    }
    g_strfreev(words);
}

/* Whether anybody gave a number, or could have: texts are no answers to describe. */
static bool describe_is_numeric(guint subject)
{
    if (!isnan(scales_minimum(describe.scales, subject)) ||
        !isnan(scales_maximum(describe.scales, subject)) ||
        scales_scale(describe.scales, subject) != NULL)
        return true;
    for (guint i = 0; i < describe.forms->forms->len; i++) {
        const struct form_cell *cell = form_find(describe.forms->forms->pdata[i], subject);

        if (cell != NULL && cell->missing == MISSING_NOT)
            return true;
    }
    return false;
}

/* Whether there are rows of the subject itself, not only of a scale's items. */
static bool describe_is_met(guint subject)
{
    for (guint i = 0; i < describe.forms->forms->len; i++)
        if (form_find(describe.forms->forms->pdata[i], subject) != NULL)
            return true;
    return false;
}

static void describe_subject(struct groups *groups, const struct rows *rows, guint subject)
{
    GArray *masks = groups_masks(groups, sample_always(describe.forms, subject));
    bool scale = scales_scale(describe.scales, subject) != NULL;
    bool met = describe_is_met(subject);

    for (guint i = 0; i < masks->len; i++) {
        const struct division *division =
            groups_division(groups, g_array_index(masks, unsigned, i));
        GPtrArray *samples = samples_of(groups, division, subject);
        bool single = groups_is_by(division, "respondent");

        for (guint j = 0; j < samples->len; j++) {
            if (met && single)
                answers_short(rows, samples->pdata[j]);
            else if (met)
                answers_write(rows, samples->pdata[j]);
            if (scale && !single)
                reliability_write(rows, samples->pdata[j]);
        }
        g_ptr_array_free(samples, TRUE);
    }
    g_array_free(masks, TRUE);
}

static struct head *describe_head(struct run *run, const struct head *united)
{
    struct head *head = codebooks_head(describe.codebooks, united, SHAPE_RESULTS);

    stage_sign(run, head);
    return head;
}

static void describe_write(struct run *run, const struct head *united)
{
    struct rows rows = {
        .writer = writer_new(run->output),
        .resample = {.seed = (uint64_t)describe.seed,
                     .replicates = (size_t)describe.draws,
                     .threads = (unsigned)describe.threads},
        .missing = describe_rule(),
        .missing_word = describe_rules[describe_rule()],
        .made = describe.made,
    };
    struct head *head = describe_head(run, united);
    struct groups *groups = groups_new(describe.forms, describe.columns);

    writer_begin(rows.writer, head);
    for (guint i = 0; i < scales_subjects(describe.scales); i++)
        if (describe_is_numeric(i))
            describe_subject(groups, &rows, i);
    writer_end(rows.writer);
    writer_free(rows.writer);
    groups_free(groups);
    head_free(head);
}

static void describe_check_options(void)
{
    if (describe.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    if (!(describe.seed >= 0 && describe.seed < 0x1p53) ||
        !(describe.draws >= 1 && describe.draws <= 1e7) ||
        !(describe.threads >= 1 && describe.threads <= 64))
        fail(STATUS_USAGE, "--seed is 0 or more, --draws 1 to 10000000, --threads 1 to 64");
    describe_rule();
}

static void describe_run(struct run *run)
{
    struct reader *in;
    struct head *united;

    describe_check_options();
    describe.codebooks = codebooks_load(describe.names);
    describe.scales = scales_new(describe.codebooks);
    describe_split_by();
    describe.made = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_set_size(describe.made, (gint)scales_subjects(describe.scales));
    in = stage_reader(run, shape_bit(SHAPE_ANSWERS));
    describe.method = reader_column(in, "method");
    describe.forms = forms_new(describe.scales, in, describe.columns);
    while (reader_next(in)) {
        forms_add(describe.forms, in, run->ledger);
        if (describe.forms->subject >= 0)
            describe_score(in);
    }
    united = reader_united(in);
    describe_check_by(united);
    forms_tell(describe.forms, run->ledger);
    describe_write(run, united);
    head_free(united);
    reader_close(in);
    forms_free(describe.forms);
    scales_free(describe.scales);
    codebooks_free(describe.codebooks);
    g_ptr_array_free(describe.columns, TRUE);
    g_ptr_array_free(describe.made, TRUE);
}

static const struct stage describe_stage = {
    .name = "describe",
    .order = 11,
    .input = "answers",
    .output = "results",
    .summary = "says what was answered, per item and per scale, and how reliably",
    .detail =
        "Items as they were answered, scales as vs-score made them; answers of two roles or two\n"
        "waves are never pooled. For alpha and omega reversed items are turned. Example:\n"
        "  vs-score --codebook affordance-agency answers.tsv |\n"
        "      vs-describe --codebook affordance-agency --by school",
    .options = describe_options,
    .run = describe_run,
};

int main(int argc, char **argv)
{
    return stage_main(&describe_stage, argc, argv);
}
