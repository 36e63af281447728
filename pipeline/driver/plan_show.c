#include "driver/plan_show.h"

#include "codebook/codebook.h"
#include "driver/flow.h"
#include "driver/say.h"

#include <string.h>

static const char results[] = "prive/results.tsv";

void plan_codebooks(struct command *command, const struct study *study)
{
    for (char **name = study->codebooks; *name != NULL; name++)
        plan_option(command, "--codebook", WORD_TEXT, *name);
}

bool plan_has(struct plan *plan, const char *stage, char *what)
{
    bool has = flow_has(stage);

    if (!has)
        g_ptr_array_add(plan->notes, SAY("deel-weggelaten", "deel", what, "stap", stage));
    g_free(what);
    return has;
}

/* The codebooks of the study as the stages will load them. */
static struct codebooks *plan_load(const struct study *study)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    struct codebooks *codebooks;

    for (char **name = study->codebooks; *name != NULL; name++)
        g_ptr_array_add(paths, study_codebook(study, *name));
    g_ptr_array_add(paths, NULL);
    codebooks = codebooks_load((char *const *)paths->pdata);
    g_ptr_array_free(paths, TRUE);
    return codebooks;
}

/* One chart, in every format. `tail` is "" for the first of its sort, whose name the report knows.
 */
struct plan_chart {
    const char *chart;
    const char *tail;
    const char *codebook;
    const char *language;
};

static void plan_draw(struct plan *plan, const struct plan_chart *chart)
{
    static const char *const formats[] = {"svg", "png", "pdf"};

    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        char *output =
            g_strdup_printf("prive/charts/%s%s.%s", chart->chart, chart->tail, formats[i]);
        struct step *step =
            plan_step(plan, SAY("deel-grafiek", "naam", output), output, STEP_PART, STEP_NEEDS_ALL);
        struct command *command = plan_command(step, "vs-plot");

        plan_option(command, "--chart", WORD_TEXT, chart->chart);
        plan_option(command, "--format", WORD_TEXT, formats[i]);
        plan_option(command, "--codebook", WORD_TEXT, chart->codebook);
        plan_option(command, "--language", WORD_TEXT, chart->language);
        plan_word(command, WORD_MADE, results);
        g_free(output);
    }
}

/* A chart of one sort for each codebook it can show: the axis needs sides, the profile codes. */
static void plan_charts(struct plan *plan, const struct study *study,
                        const struct codebooks *codebooks, const char *sort)
{
    const struct study_report *report = study->reports->pdata[0];
    bool axis = strcmp(sort, "axis") == 0;
    bool drawn = false;

    for (guint i = 0; i < codebooks_count(codebooks); i++) {
        const struct codebook *codebook = codebooks_at(codebooks, i);
        char *tail = g_strdup_printf("-%s", codebook->name);
        const struct plan_chart chart = {.chart = sort,
                                         .tail = drawn ? tail : "",
                                         .codebook = study->codebooks[i],
                                         .language = report->language};

        if ((axis ? codebook->sides->len : codebook->codes->len) > 0) {
            plan_draw(plan, &chart);
            drawn = true;
        }
        g_free(tail);
    }
}

static void plan_all_charts(struct plan *plan, const struct study *study)
{
    struct codebooks *codebooks = plan_load(study);

    if (study->person != NULL) /* the axis shows a bar for every person */
        plan_charts(plan, study, codebooks, "axis");
    plan_charts(plan, study, codebooks, "profile");
    codebooks_free(codebooks);
}

static void plan_tables(struct plan *plan)
{
    static const char *const forms[][2] = {{"--markdown", "md"}, {"--csv", "csv"}};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        char *output = g_strconcat("prive/tables/results.", forms[i][1], NULL);
        struct step *step =
            plan_step(plan, SAY("deel-tabel", "naam", output), output, STEP_PART, STEP_NEEDS_ALL);
        struct command *command = plan_command(step, "vs-table");

        plan_word(command, WORD_TEXT, forms[i][0]);
        plan_word(command, WORD_MADE, results);
        g_free(output);
    }
}

static void plan_report(struct plan *plan, const struct study *study,
                        const struct study_report *report)
{
    char *output = g_strdup_printf("prive/%s.html", report->name);
    struct step *step = plan_step(plan, SAY("deel-verslag", "naam", report->name), output,
                                  STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_command(step, "vs-report");

    plan_codebooks(command, study);
    plan_option(command, "--ledger", WORD_MADE, "prive/ledger.tsv");
    plan_option(command, "--charts", WORD_PLACE, "prive/charts");
    plan_option(command, "--title", WORD_TEXT, study->title);
    plan_option(command, "--question", WORD_TEXT, study->question);
    plan_option(command, "--partnership", WORD_TEXT, study->partnership);
    plan_option(command, "--date", WORD_TEXT, study->date);
    plan_option(command, "--audience", WORD_TEXT, study->audience);
    plan_option(command, "--language", WORD_TEXT, report->language);
    if (study->consent)
        plan_word(command, WORD_TEXT, "--consent");
    if (flow_has("pseudonymise"))
        plan_word(command, WORD_TEXT, "--names-replaced");
    plan_word(command, WORD_MADE, results);
    g_ptr_array_add(plan->reports, output);
}

void plan_show(struct plan *plan, const struct study *study)
{
    if (plan_has(plan, "plot", SAY("de-grafieken")))
        plan_all_charts(plan, study);
    if (plan_has(plan, "table", SAY("de-tabellen")))
        plan_tables(plan);
    if (!plan_has(plan, "report", SAY("het-verslag")))
        return;
    for (guint i = 0; i < study->reports->len; i++)
        plan_report(plan, study, study->reports->pdata[i]);
}
