#include "driver/journal.h"

#include "driver/say.h"

#include <string.h>

void journal_start(struct journal *journal)
{
    journal->text = g_string_new(NULL);
    journal->failures = g_ptr_array_new_with_free_func(g_free);
}

void journal_end(struct journal *journal)
{
    g_string_free(journal->text, TRUE);
    g_ptr_array_free(journal->failures, TRUE);
}

static bool journal_is_plain(const char *text)
{
    for (const char *at = text; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at) && strchr("-_./=:,+@%", *at) == NULL)
            return false;
    return *text != '\0';
}

static void journal_word(GString *text, const struct word *word)
{
    bool elsewhere = word->kind == WORD_INPUT && g_path_is_absolute(word->text);
    char *shown = elsewhere ? g_path_get_basename(word->text) : g_strdup(word->text);
    char *quoted = journal_is_plain(shown) ? g_strdup(shown) : g_shell_quote(shown);

    g_string_append_printf(text, " %s", quoted);
    g_free(quoted);
    g_free(shown);
}

void journal_step(struct journal *journal, const struct step *step)
{
    g_string_append_printf(journal->text, "\n%s\n", step->title);
    for (guint i = 0; i < step->commands->len; i++) {
        const struct command *command = step->commands->pdata[i];

        g_string_append_printf(journal->text, "    %s%s", i > 0 ? "| " : "", command->program);
        for (guint j = 0; j < command->words->len; j++)
            journal_word(journal->text, command->words->pdata[j]);
        g_string_append_c(journal->text, '\n');
    }
    g_string_append_printf(journal->text, "    > %s\n", step->output);
}

void journal_outcome(struct journal *journal, const struct command *command, int status,
                     const char *said)
{
    char **lines = g_strsplit(said, "\n", -1);

    g_string_append_printf(journal->text, "  %s: status %d\n", command->program, status);
    for (char **line = lines; *line != NULL; line++)
        if (**line != '\0')
            g_string_append_printf(journal->text, "      %s\n", *line);
    g_strfreev(lines);
}

void journal_note(struct journal *journal, char *sentence)
{
    g_string_append_printf(journal->text, "%s\n", sentence);
    g_free(sentence);
}

void journal_failure(struct journal *journal, char *sentence)
{
    g_string_append_printf(journal->text, "  %s\n", sentence);
    g_ptr_array_add(journal->failures, sentence);
}
