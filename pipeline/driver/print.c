#include "driver/print.h"

#include "base/place.h"
#include "driver/say.h"

#include <string.h>

/* A word for bash; quoted only where it must be, so that people can read it. */
static void print_word(GString *script, const char *text)
{
    bool plain = *text != '\0';

    for (const char *at = text; *at != '\0'; at++)
        plain = plain && (g_ascii_isalnum(*at) || strchr("-_./:,+@%=", *at) != NULL);
    if (plain) {
        g_string_append(script, text);
    } else {
        char *quoted = g_shell_quote(text);

        g_string_append(script, quoted);
        g_free(quoted);
    }
}

/* A path below the output, whatever the folder of the output is called then. */
static void print_place(GString *script, const char *path)
{
    g_string_append(script, "\"$out\"/");
    print_word(script, path);
}

static void print_argument(GString *script, const struct word *word)
{
    g_string_append_c(script, ' ');
    switch (word->kind) {
    case WORD_MADE:
    case WORD_PLACE:
        print_place(script, word->text);
        return;
    case WORD_INPUT:
        if (*word->text == '-')
            g_string_append(script, "./");
        break;
    case WORD_TEXT:
        break;
    }
    print_word(script, word->text);
}

/* Only where the first table that the step needs holds rows: a line more than its header. */
static void print_condition(GString *script, const struct step *step)
{
    const struct command *command = step->commands->pdata[0];

    for (guint i = 0; i < command->words->len; i++) {
        const struct word *word = command->words->pdata[i];

        if (word->kind != WORD_MADE)
            continue;
        g_string_append(script, "[ \"$(grep -vc '^#' ");
        print_place(script, word->text);
        g_string_append(script, ")\" -lt 2 ] ||\n    ");
        return;
    }
}

static void print_step(GString *script, const struct step *step)
{
    g_string_append_printf(script, "\n# %s\n", step->title);
    if (step->needs == STEP_NEEDS_ROWS)
        print_condition(script, step);
    for (guint i = 0; i < step->commands->len; i++) {
        const struct command *command = step->commands->pdata[i];

        if (i > 0)
            g_string_append(script, " |\n    ");
        g_string_append(script, command->program);
        for (guint j = 0; j < command->words->len; j++)
            print_argument(script, command->words->pdata[j]);
    }
    g_string_append(script, " >");
    print_place(script, step->output);
    if (step->chart != NULL) { /* one that shows nothing is not there, and that is no failure */
        g_string_append(script, " ||\n    rm -- ");
        print_place(script, step->output);
    }
    g_string_append_c(script, '\n');
}

static void print_setting(GString *script, const char *before, const char *path, const char *after)
{
    char *whole = g_canonicalize_filename(path, NULL);

    g_string_append(script, before);
    print_word(script, whole);
    g_string_append(script, after);
    g_free(whole);
}

static void print_notes(GString *script, const GPtrArray *notes)
{
    for (guint i = 0; i < notes->len; i++)
        g_string_append_printf(script, "# %s\n", (const char *)notes->pdata[i]);
}

char *print_script(const struct plan *plan, const char *folder, const char *target)
{
    GString *script = g_string_new("#!/bin/bash\n");
    char *programs = place_programs();
    char *about = SAY("script");
    char **lines = g_strsplit(about, "\n", -1);

    for (char **line = lines; *line != NULL; line++)
        g_string_append_printf(script, "# %s\n", *line);
    print_notes(script, plan->notes);
    print_notes(script, plan->left_out);
    g_string_append(script, "set -euo pipefail\numask 077\n");
    print_setting(script, "PATH=", programs, ":$PATH\n");
    print_setting(script, "out=", target, "\nout=$(realpath -m -- \"${1:-$out}\")\n");
    print_setting(script, "cd ", folder, "\n");
    g_string_append(script, "mkdir -p --");
    for (const char *const *made = plan_folders; *made != NULL; made++) {
        g_string_append_c(script, ' ');
        print_place(script, *made);
    }
    g_string_append_c(script, '\n');
    for (guint i = 0; i < plan->steps->len; i++)
        print_step(script, plan->steps->pdata[i]);
    g_strfreev(lines);
    g_free(about);
    g_free(programs);
    return g_string_free(script, FALSE);
}
