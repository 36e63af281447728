#include "driver/plan_stage.h"

#include <string.h>

static const char no_unit[] = "zonder-eenheid";

struct command *plan_stage(struct step *step, const char *stage, const char *name)
{
    char *program = g_strconcat("vs-", stage, NULL);
    char *ending = g_strdup_printf("%s.ledger.tsv", stage);
    char *ledger = plan_between(name, ending);
    struct command *command = plan_command(step, program);

    plan_option(command, "--ledger", WORD_PLACE, ledger);
    plan_word(command, WORD_TEXT, "--accept-refused");
    g_free(ledger);
    g_free(ending);
    g_free(program);
    return command;
}

void plan_books(struct command *command, char *const *names)
{
    for (; *names != NULL; names++)
        plan_option(command, "--codebook", WORD_TEXT, *names);
}

void plan_codebooks(struct command *command, const struct study *study)
{
    plan_books(command, study->codebooks);
}

void plan_random(struct command *command, const struct study *study)
{
    plan_option(command, "--seed", WORD_TEXT, study->seed);
    plan_option(command, "--draws", WORD_TEXT, study->draws);
}

const char *plan_kind(const struct study_file *file)
{
    return file->unit != NULL ? file->unit : no_unit;
}

GPtrArray *plan_kinds(const struct study *study)
{
    GPtrArray *kinds = g_ptr_array_new();

    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];

        if (file->kind == STUDY_SEGMENTS &&
            !g_ptr_array_find_with_equal_func(kinds, plan_kind(file), g_str_equal, NULL))
            g_ptr_array_add(kinds, (gpointer)plan_kind(file));
    }
    return kinds;
}

const char *plan_unit(const char *kind)
{
    return plan_has_unit(kind) ? kind : "passage"; /* what vs-ingest takes a row for */
}

bool plan_has_unit(const char *kind)
{
    return strcmp(kind, no_unit) != 0;
}
