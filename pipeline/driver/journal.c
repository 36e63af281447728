#include "driver/journal.h"

#include "driver/say.h"

#include <string.h>

void journal_start(struct journal *journal)
{
    journal->text = g_string_new(NULL);
    journal->causes = g_ptr_array_new_with_free_func(g_free);
    journal->reasons = g_ptr_array_new_with_free_func(g_free);
    journal->follow = g_ptr_array_new_with_free_func(g_free);
    journal->left_out = g_ptr_array_new_with_free_func(g_free);
}

void journal_end(struct journal *journal)
{
    g_string_free(journal->text, TRUE);
    g_ptr_array_free(journal->causes, TRUE);
    g_ptr_array_free(journal->reasons, TRUE);
    g_ptr_array_free(journal->follow, TRUE);
    g_ptr_array_free(journal->left_out, TRUE);
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

static bool journal_holds(const GPtrArray *texts, const char *text)
{
    for (guint i = 0; i < texts->len; i++)
        if (strcmp(texts->pdata[i], text) == 0)
            return true;
    return false;
}

/* A part of which the reason is known; a chart counts once for all its formats. */
static void journal_add_follow(struct journal *journal, const struct step *step)
{
    const char *title = step->chart != NULL ? step->chart->label : step->title;

    if (!journal_holds(journal->follow, title))
        g_ptr_array_add(journal->follow, g_strdup(title));
}

bool journal_cause(struct journal *journal, const struct step *step, const char *reason,
                   char *sentence)
{
    bool news = !journal_holds(journal->reasons, reason);

    g_string_append_printf(journal->text, "  %s\n", sentence);
    g_ptr_array_add(journal->reasons, g_strdup(reason));
    if (news) {
        g_ptr_array_add(journal->causes, sentence);
        return true;
    }
    journal_add_follow(journal, step);
    g_free(sentence);
    return false;
}

void journal_follow(struct journal *journal, const struct step *step, const char *lacks)
{
    char *sentence = SAY("deel-mist", "deel", step->title, "bestand", lacks);

    g_string_append_printf(journal->text, "  %s\n", sentence);
    journal_add_follow(journal, step);
    g_free(sentence);
}

void journal_left_out(struct journal *journal, char *sentence)
{
    g_string_append_printf(journal->text, "  %s\n", sentence);
    if (journal_holds(journal->left_out, sentence))
        g_free(sentence);
    else
        g_ptr_array_add(journal->left_out, sentence);
}

bool journal_failed(const struct journal *journal)
{
    return journal->causes->len + journal->follow->len > 0;
}
