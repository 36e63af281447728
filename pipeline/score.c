/* Score: turns the answers to items into scores on the scales of the codebook. Every row is passed
 * on as it is; for every form (one respondent in one role, group, wave and context) a row is added
 * for each scale and each facet of which it has items.
 *
 *     vs-score --codebook affordance-agency --missing person-mean:6 answers.tsv
 *
 * The answers themselves stay as they were given: a reversed item is turned while its scale is
 * scored, never in its own row, so that it cannot be turned twice. */

#include "base/fail.h"
#include "codebook/forms.h"
#include "score/rule.h"
#include "stat/scores.h"
#include "table/number.h"
#include "table/pass.h"

#include <string.h>

enum { FLUSH_BYTES = 24 << 20 };

struct score {
    char **names;
    char *missing;
    bool scattered;
    struct codebooks *codebooks;
    struct scales *scales;
    struct forms *forms;
    struct pass *pass;
    struct rule rule;
    int item, value, method, origin; /* slots */
    GArray *answers;                 /* double: of one form to one scale */
    gint64 *scored;                  /* by scale: forms with a row for it */
    gint64 *unscored;                /* those of them with too few answers */
    guint written;                   /* forms whose scores are written, in order */
};

static struct score score;

static const struct option score_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &score.names, "NAME|FILE",
     "Codebook with the items and their scales; may be repeated"},
    {"missing", OPTION_TEXT, RECORD_VALUE, &score.missing, "RULE",
     "listwise (every item answered), or person-mean:MIN (at least MIN of them; default: half)"},
    {"scattered", OPTION_FLAG, RECORD_NEVER, &score.scattered, NULL,
     "Keep every respondent in memory: the rows may come back at any time"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

/* Gathers the answers of a form to a scale, reversed ones turned. Returns how many rows it has for
 * the items; *missing becomes the one reason why all are missing, or MISSING_EMPTY. */
static guint score_gather(const struct form *form, const struct scale *scale, enum missing *missing)
{
    guint rows = 0;

    g_array_set_size(score.answers, 0);
    for (guint i = 0; i < scale->items->len; i++) {
        guint subject = g_array_index(scale->items, guint, i);
        const struct item *item = scales_item(score.scales, subject);
        const struct form_cell *cell = form_find(form, subject);
        double value;

        if (cell == NULL)
            continue;
        *missing = rows++ == 0 || *missing == cell->missing ? cell->missing : MISSING_EMPTY;
        if (cell->missing != MISSING_NOT)
            continue;
        value =
            item->reversed ? scores_turn(cell->value, item->minimum, item->maximum) : cell->value;
        g_array_append_val(score.answers, value);
    }
    return rows;
}

/* Where the row of a score comes from: the form's own cells. */
static void score_place(const struct form *form)
{
    for (guint i = 0; i < score.forms->columns->len; i++) {
        const char *text = forms_text(score.forms, form, i);

        if (*text != '\0')
            pass_replace(score.pass, g_array_index(score.forms->slots, int, i), text, MISSING_NOT);
    }
    if (*form->origin != '\0')
        pass_replace(score.pass, score.origin, form->origin, MISSING_NOT);
}

static void score_add(const struct form *form, guint subject)
{
    const struct scale *scale = scales_scale(score.scales, subject);
    guint least = rule_least(&score.rule, scale->items->len);
    enum missing missing = MISSING_EMPTY;
    char number[NUMBER_ROOM];
    struct stat_value value;
    char *method;

    if (score_gather(form, scale, &missing) == 0)
        return;
    value = scores_person((const double *)(void *)score.answers->data, score.answers->len, least);
    score_place(form);
    pass_replace(score.pass, score.item, scale->name, MISSING_NOT);
    number_write(number, value.value);
    if (value.reason == STAT_FINE)
        pass_replace(score.pass, score.value, number, MISSING_NOT);
    else
        pass_replace(score.pass, score.value, "", missing == MISSING_NOT ? MISSING_EMPTY : missing);
    score.scored[subject - score.scales->items->len]++;
    score.unscored[subject - score.scales->items->len] += value.reason != STAT_FINE;
    method = rule_method(&score.rule, scale->items->len, score.answers->len);
    pass_replace(score.pass, score.method, method, MISSING_NOT);
    g_free(method);
    pass_insert(score.pass);
}

/* Writes the scores of the forms before `stop` that are not written yet. */
static void score_write(guint stop)
{
    for (; score.written < stop; score.written++) {
        struct form *form = score.forms->forms->pdata[score.written];

        for (guint i = score.scales->items->len; i < scales_subjects(score.scales); i++)
            score_add(form, i);
        forms_release(score.forms, form);
    }
}

/* Forms whose rows have ended leave early when memory grows, as long as none ever came back and
 * there is one table, whose columns all of them have. */
static bool score_is_full(void)
{
    const struct forms *forms = score.forms;

    return forms->bytes > FLUSH_BYTES && !score.scattered && !forms->scattered &&
           pass_tables(score.pass) == 1 && forms->current + 1 == (int)forms->forms->len;
}

static void score_row(struct run *run)
{
    struct reader *in = pass_reader(score.pass);

    forms_add(score.forms, in, run->ledger);
    if (score.forms->subject >= (int)score.scales->items->len)
        fail(STATUS_STOPPED, "%s: \"%s\" is a score already; give vs-score answers without scores",
             reader_place(in), reader_cell(in, score.item));
    pass_keep(score.pass);
    if (score_is_full())
        score_write((guint)score.forms->current);
}

/* How many forms have no score on a scale. */
static void score_tell(struct ledger *ledger)
{
    forms_tell(score.forms, ledger);
    for (guint i = 0; i < score.scales->scales->len; i++) {
        const struct scale *scale = score.scales->scales->pdata[i];
        char *action;

        if (score.unscored[i] == 0)
            continue;
        action = g_strdup_printf("%" G_GINT64_FORMAT " times no score: fewer than %u of its %u "
                                 "items answered",
                                 score.unscored[i], rule_least(&score.rule, scale->items->len),
                                 scale->items->len);
        ledger_add(ledger, LEDGER_NOTE, "", "", "unscored", scale->name, action);
        g_free(action);
    }
    for (guint i = 0; i < score.scales->scales->len; i++) {
        const struct scale *scale = score.scales->scales->pdata[i];

        if (score.scored[i] > 0 && scale->items->len == 1 && !scale->is_facet)
            ledger_add(ledger, LEDGER_NOTE, "", "", "one-item", scale->name,
                       "its score is the answer to one item");
    }
    if (score.forms->scattered)
        ledger_add(ledger, LEDGER_NOTE, "", "", "scattered-answers", "",
                   "answers of a respondent do not stand together: all were kept in memory");
}

static void score_open(struct run *run)
{
    struct reader *in;

    if (score.names == NULL)
        fail(STATUS_USAGE, "say which codebook: --codebook NAME");
    score.rule = rule_read(score.missing);
    score.codebooks = codebooks_load(score.names);
    score.scales = scales_new(score.codebooks);
    score.answers = g_array_new(FALSE, FALSE, sizeof(double));
    score.scored = g_new0(gint64, score.scales->scales->len + 1);
    score.unscored = g_new0(gint64, score.scales->scales->len + 1);
    score.pass = pass_open(run, shape_bit(SHAPE_ANSWERS));
    in = pass_reader(score.pass);
    pass_column(score.pass, "method");
    for (guint i = 0; i < codebooks_count(score.codebooks); i++) {
        char *line = codebook_line(codebooks_at(score.codebooks, i));

        pass_codebook(score.pass, line);
        g_free(line);
    }
    score.forms = forms_new(score.scales, in, NULL);
    score.item = reader_column(in, "item");
    score.value = reader_column(in, "value");
    score.method = reader_column(in, "method");
    score.origin = reader_column(in, "origin");
}

static void score_run(struct run *run)
{
    score_open(run);
    while (pass_next(score.pass))
        score_row(run);
    pass_unite(score.pass);
    score_write(score.forms->forms->len);
    score_tell(run->ledger);
    pass_close(score.pass);
    forms_free(score.forms);
    scales_free(score.scales);
    codebooks_free(score.codebooks);
    g_array_free(score.answers, TRUE);
    g_free(score.scored);
    g_free(score.unscored);
}

static const struct stage score_stage = {
    .name = "score",
    .order = 10,
    .input = "answers",
    .output = "answers",
    .summary = "turns items into scale scores",
    .detail =
        "Every row is passed on as it is. For every respondent (in a role, group, wave and\n"
        "context) rows are added whose item is a scale, or SCALE/FACET: the mean of the answers,\n"
        "reversed items turned. Example:\n"
        "  vs-score --codebook affordance-agency --missing person-mean:6 answers.tsv",
    .options = score_options,
    .run = score_run,
};

int main(int argc, char **argv)
{
    return stage_main(&score_stage, argc, argv);
}
