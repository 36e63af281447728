#include "driver/plan_show.h"

#include "codebook/codebook.h"
#include "driver/flow.h"
#include "driver/plan_stage.h"
#include "driver/say.h"

#include <string.h>

/* Whether the stage stands beside this program; when it does not, a sentence says that `what`
 * (taken over) is left out. */
static bool plan_has(struct plan *plan, const char *stage, char *what)
{
    bool has = flow_has(stage);

    if (!has)
        g_ptr_array_add(plan->left_out, SAY("deel-weggelaten", "deel", what, "stap", stage));
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

/* A sort of chart, and the codebooks that it can show. */
struct chart_sort {
    const char *name;
    const char *label; /* key of its Dutch name */
    bool per_person;   /* an axis: it needs two sides to lie between */
};

static const struct chart_sort chart_sorts[] = {{"axis", "grafiek-as", true},
                                                {"profile", "grafiek-profiel", false}};

static bool chart_sort_shows(const struct chart_sort *sort, const struct codebook *codebook)
{
    return sort->per_person ? codebook->sides->len >= 2 : codebook->codes->len > 0;
}

static char *chart_sort_label(const struct chart_sort *sort, const struct codebook *codebook)
{
    const GPtrArray *sides = codebook->sides;

    if (!sort->per_person)
        return SAY(sort->label, "codeboek", codebook->name);
    return SAY(sort->label, "codeboek", codebook->name, "eerste", (char *)sides->pdata[0],
               "laatste", (char *)sides->pdata[sides->len - 1]);
}

/* The chart of one codebook in every format. `stem` is its file without ending. */
static void plan_draw(struct plan *plan, const struct plan_chart *chart, const char *sort,
                      const char *codebook, const char *language)
{
    for (guint i = 0; i < chart->paths->len; i++) {
        const char *path = chart->paths->pdata[i];
        struct step *step =
            plan_step(plan, SAY("deel-grafiek", "naam", path), path, STEP_PART, STEP_NEEDS_ALL);
        struct command *command = plan_command(step, "vs-plot");

        step->chart = chart;
        plan_option(command, "--chart", WORD_TEXT, sort);
        plan_option(command, "--format", WORD_TEXT, strrchr(path, '.') + 1);
        plan_option(command, "--codebook", WORD_TEXT, codebook);
        plan_option(command, "--language", WORD_TEXT, language);
        plan_word(command, WORD_MADE, plan_results);
    }
}

/* One sort of chart for each codebook that it can show; the first has the name that the report
 * knows. */
static void plan_charts(struct plan *plan, const struct study *study,
                        const struct codebooks *codebooks, const struct chart_sort *sort)
{
    static const char *const formats[] = {"svg", "png", "pdf"};
    const struct study_report *report = study->reports->pdata[0];
    bool drawn = false;

    for (guint i = 0; i < codebooks_count(codebooks); i++) {
        const struct codebook *codebook = codebooks_at(codebooks, i);
        struct plan_chart *chart;

        if (!chart_sort_shows(sort, codebook))
            continue;
        chart =
            plan_chart(plan, chart_sort_label(sort, codebook), codebook->name, sort->per_person);
        for (size_t j = 0; j < G_N_ELEMENTS(formats); j++)
            g_ptr_array_add(chart->paths,
                            g_strdup_printf("prive/charts/%s%s%s.%s", sort->name, drawn ? "-" : "",
                                            drawn ? codebook->name : "", formats[j]));
        plan_draw(plan, chart, sort->name, study->codebooks[i], report->language);
        drawn = true;
    }
}

static void plan_all_charts(struct plan *plan, const struct study *study)
{
    struct codebooks *codebooks = plan_load(study);

    for (size_t i = 0; i < G_N_ELEMENTS(chart_sorts); i++)
        plan_charts(plan, study, codebooks, &chart_sorts[i]);
    codebooks_free(codebooks);
}

/* Tables that people can take in: what holds over all apart from the rows per person. */
static void plan_tables(struct plan *plan, const struct study *study)
{
    static const struct {
        const char *path;
        const char *rule;
        const char *what;
        const char *form;
        bool agree; /* about agreement: in a table of its own */
    } tables[] = {
        {"prive/tables/results.md", "--keep", "by=", "--markdown", false},
        {"prive/tables/results.csv", "--keep", "by=", "--csv", false},
        {"prive/tables/per-persoon.csv", "--drop", "by=", "--csv", false},
        {"prive/tables/overeenstemming.csv", "--keep", "analysis=agree", "--csv", true},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        struct step *step;
        struct command *command;

        if (tables[i].agree && !flow_has("agree"))
            continue;
        step = plan_step(plan, SAY("deel-tabel", "naam", tables[i].path), tables[i].path, STEP_PART,
                         STEP_NEEDS_ALL);
        command = plan_command(step, "vs-select");
        plan_option(command, tables[i].rule, WORD_TEXT, tables[i].what);
        if (!tables[i].agree && flow_has("agree"))
            plan_option(command, "--drop", WORD_TEXT, "analysis=agree");
        plan_word(command, WORD_MADE, plan_results);
        command = plan_command(step, "vs-table");
        plan_word(command, WORD_TEXT, tables[i].form);
        plan_codebooks(command, study);
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
    plan_word(command, WORD_MADE, plan_results);
    g_ptr_array_add(plan->reports, output);
}

void plan_show(struct plan *plan, const struct study *study)
{
    if (plan_has(plan, "plot", SAY("de-grafieken")))
        plan_all_charts(plan, study);
    if (plan_has(plan, "select", SAY("de-tabellen")) && plan_has(plan, "table", SAY("de-tabellen")))
        plan_tables(plan, study);
    if (!plan_has(plan, "report", SAY("het-verslag")))
        return;
    for (guint i = 0; i < study->reports->len; i++)
        plan_report(plan, study, study->reports->pdata[i]);
}
