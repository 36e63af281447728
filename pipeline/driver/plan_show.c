#include "driver/plan_show.h"

#include "driver/flow.h"
#include "driver/plan_charts.h"
#include "driver/plan_stage.h"
#include "driver/say.h"

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
        plan_charts(plan, study);
    if (plan_has(plan, "select", SAY("de-tabellen")) && plan_has(plan, "table", SAY("de-tabellen")))
        plan_tables(plan, study);
    if (!plan_has(plan, "report", SAY("het-verslag")))
        return;
    for (guint i = 0; i < study->reports->len; i++)
        plan_report(plan, study, study->reports->pdata[i]);
}
