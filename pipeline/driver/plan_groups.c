#include "driver/plan_groups.h"

#include "driver/flow.h"
#include "driver/plan_stage.h"
#include "driver/say.h"

#include <string.h>

/* The columns of all files of the kind, each once. */
static GPtrArray *groups_columns(const struct study *study, const char *kind)
{
    GPtrArray *columns = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];
        char **names;

        if (file->kind != STUDY_SEGMENTS || file->by == NULL || strcmp(plan_kind(file), kind) != 0)
            continue;
        names = g_strsplit(file->by, ",", -1);
        for (char **name = names; *name != NULL; name++)
            if (!g_ptr_array_find_with_equal_func(columns, *name, g_str_equal, NULL))
                g_ptr_array_add(columns, g_strdup(*name));
        g_strfreev(names);
    }
    return columns;
}

/* What holds over all is in the results already. No section has a `+` in its name, so that these
 * files are nobody else's. */
static void groups_count(struct plan *plan, const struct study *study, const char *kind,
                         const char *column, GPtrArray *results)
{
    char *name = g_strdup_printf("%s+%s", kind, column);
    char *input = plan_between(kind, "tallies.tsv");
    char *output = plan_between(name, "results.tsv");
    struct step *step = plan_step(plan, SAY("deel-groepen", "naam", kind, "kolom", column), output,
                                  STEP_PART, STEP_NEEDS_ALL);
    struct command *command = plan_stage(step, "count", name);

    plan_codebooks(command, study);
    plan_option(command, "--by", WORD_TEXT, column);
    plan_option(command, "--person", WORD_TEXT, study->person);
    plan_random(command, study);
    plan_word(command, WORD_MADE, input);
    plan_option(plan_stage(step, "select", name), "--drop", WORD_TEXT, "by=");
    g_ptr_array_add(results, output);
    g_free(input);
    g_free(name);
}

void plan_groups(struct plan *plan, const struct study *study, const char *kind, GPtrArray *results)
{
    GPtrArray *columns = groups_columns(study, kind);

    for (guint i = 0; flow_has("select") && i < columns->len; i++)
        groups_count(plan, study, kind, columns->pdata[i], results);
    g_ptr_array_free(columns, TRUE);
}
