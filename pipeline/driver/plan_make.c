#include "driver/plan_make.h"

#include "driver/flow.h"
#include "driver/plan_coding.h"
#include "driver/plan_groups.h"
#include "driver/plan_show.h"
#include "driver/plan_stage.h"
#include "driver/plan_survey.h"
#include "driver/say.h"

#include <string.h>

static const char *plan_context(const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];

        if (file->kind == STUDY_CONTEXT)
            return file->path;
    }
    return NULL;
}

/* Segments or answers of one file, read, checked and recoded. */
static void plan_ingest(struct plan *plan, const struct study *study, const struct study_file *file)
{
    bool answers = file->kind == STUDY_ANSWERS;
    char *output = plan_between(file->name, answers ? "answers.tsv" : "segments.tsv");
    char *title = answers ? SAY("deel-antwoorden", "naam", file->name)
                          : SAY("deel-segmenten", "naam", file->name);
    struct step *step = plan_step(plan, title, output, STEP_VITAL, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "ingest", file->name);

    plan_option(command, "--shape", WORD_TEXT, answers ? "answers" : "segments");
    plan_option(command, "--unit", WORD_TEXT, file->unit);
    plan_option(command, "--extent", WORD_TEXT, file->extent);
    for (guint i = 0; i < file->maps->len; i++)
        plan_option(command, "--map", WORD_TEXT, file->maps->pdata[i]);
    for (guint i = 0; i < file->reading->len; i += 2)
        plan_option(command, file->reading->pdata[i], WORD_TEXT, file->reading->pdata[i + 1]);
    plan_codebooks(command, study);
    plan_option(command, "--context", WORD_INPUT, plan_context(study));
    plan_word(command, WORD_INPUT, file->path);
    if (flow_has("pseudonymise"))
        plan_stage(step, "pseudonymise", file->name);
    plan_codebooks(plan_stage(step, "check", file->name), study);
    plan_codebooks(plan_stage(step, "recode", file->name), study);
    g_free(output);
}

/* A kind of unit and a file may have one name; their intermediate tables differ in their ending,
 * and their ledgers in the stage. */
static void plan_tally(struct plan *plan, const struct study *study, const char *kind)
{
    char *output = plan_between(kind, "tallies.tsv");
    struct step *step =
        plan_step(plan, SAY("deel-telling", "naam", kind), output, STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "tally", kind);

    plan_codebooks(command, study);
    plan_option(command, "--coder", WORD_TEXT, study->coder);
    plan_coded(command, study, kind);
    g_free(output);
}

static void plan_count(struct plan *plan, const struct study *study, const char *kind,
                       GPtrArray *results)
{
    char *input = plan_between(kind, "tallies.tsv");
    char *output = plan_between(kind, "results.tsv");
    struct step *step =
        plan_step(plan, SAY("deel-resultaten", "naam", kind), output, STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "count", kind);

    plan_codebooks(command, study);
    plan_word(command, WORD_TEXT, "--by-person");
    plan_option(command, "--person", WORD_TEXT, study->person);
    plan_random(command, study);
    plan_word(command, WORD_MADE, input);
    g_free(input);
    g_ptr_array_add(results, output);
}

/* One results table of all analyses, through pool and suppress where they are. */
static void plan_join(struct plan *plan, const struct study *study, const GPtrArray *results)
{
    struct step *step = plan_step(plan, SAY("deel-samen"), plan_results, STEP_PART, STEP_NEEDS_ANY);
    struct command *command = plan_command(step, "cat");

    for (guint i = 0; i < results->len; i++)
        plan_word(command, WORD_MADE, results->pdata[i]);
    if (flow_has("pool"))
        plan_stage(step, "pool", "results");
    if (flow_has("suppress"))
        plan_option(plan_stage(step, "suppress", "results"), "--audience", WORD_TEXT,
                    study->audience);
}

/* All ledgers as one, for people and for the report; those of commands already in the plan. */
static void plan_ledgers(struct plan *plan)
{
    guint n = plan->steps->len;
    struct step *step =
        plan_step(plan, SAY("deel-ledger"), "prive/ledger.tsv", STEP_PART, STEP_NEEDS_ANY);
    struct command *cat = plan_command(step, "cat");

    for (guint i = 0; i < n; i++) {
        const struct step *before = plan->steps->pdata[i];

        for (guint j = 0; j < before->commands->len; j++) {
            const struct command *command = before->commands->pdata[j];

            for (guint k = 0; k < command->words->len; k++) {
                const struct word *word = command->words->pdata[k];

                if (word->kind == WORD_PLACE)
                    plan_word(cat, WORD_MADE, word->text);
            }
        }
    }
}

/* What nothing goes without. */
static void plan_check_stages(void)
{
    static const char *const stages[] = {"ingest", "check", "recode", "tally", "count"};

    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++)
        if (!flow_has(stages[i]))
            say_stop(STATUS_STOPPED, SAY("stap-ontbreekt", "stap", stages[i]));
}

static const char *plan_extent(const struct study_file *file)
{
    return file->extent != NULL ? file->extent : "none";
}

/* Files of one unit are counted together, so their start and end must measure the same. */
static void plan_check_extents(const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *one = study->files->pdata[i];

        for (guint j = i + 1; j < study->files->len; j++) {
            const struct study_file *two = study->files->pdata[j];

            if (one->kind == STUDY_SEGMENTS && two->kind == STUDY_SEGMENTS &&
                strcmp(plan_kind(one), plan_kind(two)) == 0 &&
                strcmp(plan_extent(one), plan_extent(two)) != 0)
                say_stop(STATUS_USAGE, SAY("tijd-verschilt", "bestand", study->path, "een",
                                           one->name, "twee", two->name));
        }
    }
}

static void plan_check_files(const struct study *study)
{
    guint n[STUDY_DECISIONS + 1] = {0};

    for (guint i = 0; i < study->files->len; i++)
        n[((const struct study_file *)study->files->pdata[i])->kind]++;
    if (n[STUDY_SEGMENTS] + n[STUDY_ANSWERS] == 0)
        say_stop(STATUS_USAGE, SAY("geen-segmenten", "bestand", study->path));
    if (n[STUDY_CONTEXT] > 1)
        say_stop(STATUS_USAGE, SAY("een-context", "bestand", study->path));
}

/* What the study holds that no stage here can use yet. */
static void plan_note_left_out(struct plan *plan, const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];

        if (file->kind == STUDY_SEGMENTS || file->kind == STUDY_CONTEXT ||
            (file->kind == STUDY_DECISIONS && plan_uses_decisions(study, file)) ||
            (file->kind == STUDY_NAMES && flow_has("pseudonymise")) ||
            (file->kind == STUDY_ANSWERS && flow_has("score")))
            continue;
        if (file->kind == STUDY_ANSWERS) {
            g_ptr_array_add(plan->left_out, SAY("antwoorden-gelezen", "naam", file->name));
            continue;
        }
        g_ptr_array_add(plan->left_out, file->kind == STUDY_DECISIONS
                                            ? SAY("besluiten-weggelaten", "naam", file->name)
                                            : SAY("bestand-weggelaten", "naam", file->name));
    }
    for (guint i = 0; i < study->left_out->len; i++)
        g_ptr_array_add(plan->left_out, SAY("sectie-weggelaten", "sectie",
                                            (const char *)study->left_out->pdata[i]));
}

static void plan_check_audience(struct plan *plan, const struct study *study)
{
    bool safe = flow_has("pseudonymise") && flow_has("suppress");

    if (!safe && strcmp(study->audience, "intern") != 0)
        say_stop(STATUS_USAGE,
                 SAY("publiek-geweigerd", "bestand", study->path, "publiek", study->audience));
    if (!flow_has("pseudonymise"))
        g_ptr_array_add(plan->notes, SAY("namen-staan-er"));
    if (!safe)
        g_ptr_array_add(plan->notes, SAY("geen-delen"));
}

struct plan *plan_make(const struct study *study)
{
    struct plan *plan = plan_new();
    GPtrArray *kinds = plan_kinds(study);
    GPtrArray *results = g_ptr_array_new_with_free_func(g_free);

    plan_check_stages();
    plan_check_files(study);
    plan_check_extents(study);
    plan_check_audience(plan, study);
    plan_note_left_out(plan, study);
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];

        if (file->kind == STUDY_SEGMENTS || file->kind == STUDY_ANSWERS)
            plan_ingest(plan, study, file);
    }
    for (guint i = 0; i < kinds->len; i++) {
        plan_decide(plan, study, kinds->pdata[i]);
        plan_tally(plan, study, kinds->pdata[i]);
    }
    for (guint i = 0; i < kinds->len; i++) {
        plan_count(plan, study, kinds->pdata[i], results);
        plan_groups(plan, study, kinds->pdata[i], results);
    }
    plan_survey(plan, study, results);
    plan_agree(plan, study, kinds, results);
    plan_join(plan, study, results);
    plan_ledgers(plan);
    plan_show(plan, study);
    g_ptr_array_free(results, TRUE);
    g_ptr_array_free(kinds, TRUE);
    return plan;
}
