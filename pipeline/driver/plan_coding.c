#include "driver/plan_coding.h"

#include "driver/flow.h"
#include "driver/plan_stage.h"
#include "driver/say.h"
#include "driver/study_values.h"

#include <string.h>

/* Whether a file holds decisions on a kind: one that names its unit, or any where there is but one
 * kind. */
static bool plan_is_decisions(const struct study *study, const struct study_file *file,
                              const char *kind)
{
    GPtrArray *kinds = plan_kinds(study);
    bool single = kinds->len == 1;

    g_ptr_array_free(kinds, TRUE);
    return file->kind == STUDY_DECISIONS &&
           (strcmp(plan_kind(file), kind) == 0 || (single && file->unit == NULL));
}

static bool plan_has_decisions(const struct study *study, const char *kind)
{
    for (guint i = 0; i < study->files->len; i++)
        if (plan_is_decisions(study, study->files->pdata[i], kind))
            return true;
    return false;
}

bool plan_uses_decisions(const struct study *study, const struct study_file *file)
{
    GPtrArray *kinds = plan_kinds(study);
    bool uses = false;

    for (guint i = 0; i < kinds->len && !uses; i++)
        uses = plan_is_decisions(study, file, kinds->pdata[i]);
    g_ptr_array_free(kinds, TRUE);
    return uses;
}

/* The segments of a kind as they were coded. */
static void plan_segments(struct command *command, const struct study *study, const char *kind)
{
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];
        char *path = plan_between(file->name, "segments.tsv");

        if (file->kind == STUDY_SEGMENTS && strcmp(plan_kind(file), kind) == 0)
            plan_word(command, WORD_MADE, path);
        g_free(path);
    }
}

void plan_coded(struct command *command, const struct study *study, const char *kind)
{
    char *decided = plan_between(kind, "besloten.tsv");

    if (plan_has_decisions(study, kind))
        plan_word(command, WORD_MADE, decided);
    else
        plan_segments(command, study, kind);
    g_free(decided);
}

static void plan_decisions(struct command *command, const struct study *study, const char *kind)
{
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];

        if (plan_is_decisions(study, file, kind))
            plan_option(command, "--decisions", WORD_INPUT, file->path);
    }
}

void plan_decide(struct plan *plan, const struct study *study, const char *kind)
{
    char *output;
    char *name;
    struct command *command;

    if (!plan_has_decisions(study, kind))
        return;
    output = plan_between(kind, "besloten.tsv");
    name = g_strdup_printf("%s.besluiten", kind);
    command = plan_stage(
        plan_step(plan, SAY("deel-besluiten", "naam", kind), output, STEP_PART, STEP_NEEDS_ALL),
        "recode", name);
    plan_codebooks(command, study);
    plan_decisions(command, study, kind);
    plan_segments(command, study, kind);
    g_free(name);
    g_free(output);
}

static void plan_agreement(struct plan *plan, const struct study *study, const char *kind,
                           GPtrArray *results)
{
    char *output = plan_between(kind, "agree.tsv");
    struct step *step = plan_step(plan, SAY("deel-overeenstemming", "naam", kind), output,
                                  STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "agree", kind);

    plan_codebooks(command, study);
    plan_random(command, study);
    plan_segments(command, study, kind);
    g_ptr_array_add(results, output);
}

/* The passages on which coders differ; their path, to be freed. */
static char *plan_differences(struct plan *plan, const struct study *study, const char *kind)
{
    char *output = plan_between(kind, "verschillen.tsv");
    struct step *step =
        plan_step(plan, SAY("deel-verschillen", "naam", kind), output, STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_command(step, "vs-agree");

    plan_word(command, WORD_TEXT, "--differences");
    plan_codebooks(command, study);
    plan_segments(command, study, kind);
    return output;
}

/* The sheet to fill in. */
static void plan_make_sheet(struct plan *plan, const char *input, const char *output)
{
    struct step *step = plan_step(plan, SAY("deel-kalibreerblad", "naam", output), output,
                                  STEP_PART, STEP_NEEDS_ROWS);
    struct command *command = plan_command(step, "vs-table");

    plan_word(command, WORD_TEXT, "--csv");
    plan_option(command, "--fill", WORD_TEXT, "decision");
    plan_word(command, WORD_MADE, input);
}

/* The page to talk from. */
static void plan_make_page(struct plan *plan, const struct study *study, const char *input,
                           const char *output)
{
    const struct study_report *report = study->reports->pdata[0];
    struct step *step = plan_step(plan, SAY("deel-kalibreerpagina", "naam", output), output,
                                  STEP_PART, STEP_NEEDS_ROWS);
    struct command *command = plan_command(step, "vs-report");

    plan_codebooks(command, study);
    plan_option(command, "--partnership", WORD_TEXT, study->partnership);
    plan_option(command, "--date", WORD_TEXT, study->date);
    plan_option(command, "--audience", WORD_TEXT, study->audience);
    plan_option(command, "--language", WORD_TEXT, report->language);
    plan_word(command, WORD_MADE, input);
}

static void plan_calibrate(struct plan *plan, const struct study *study, const char *kind,
                           bool single)
{
    char *input = plan_differences(plan, study, kind);
    char *name = single ? g_strdup("kalibreerblad")
                        : g_strdup_printf("kalibreerblad-%s", study_values_unit_word(kind));
    char *sheet = g_strdup_printf("prive/%s.csv", name);
    char *page = g_strdup_printf("prive/%s.html", name);

    if (flow_has("table"))
        plan_make_sheet(plan, input, sheet);
    if (flow_has("report"))
        plan_make_page(plan, study, input, page);
    plan_sheet(plan, sheet, name, page,
               single || !plan_has_unit(kind) ? NULL : study_values_unit_word(kind));
    g_free(page);
    g_free(sheet);
    g_free(name);
    g_free(input);
}

void plan_agree(struct plan *plan, const struct study *study, const GPtrArray *kinds,
                GPtrArray *results)
{
    for (guint i = 0; flow_has("agree") && i < kinds->len; i++) {
        plan_agreement(plan, study, kinds->pdata[i], results);
        plan_calibrate(plan, study, kinds->pdata[i], kinds->len == 1);
    }
}
