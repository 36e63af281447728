#include "driver/build_step.h"

#include "base/place.h"
#include "driver/build_chart.h"
#include "driver/pipe.h"
#include "driver/say.h"
#include "driver/spawn.h"
#include "driver/trouble.h"
#include "table/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The word as the command gets it. */
static char *build_word(const struct build *build, const struct word *word)
{
    switch (word->kind) {
    case WORD_MADE:
    case WORD_PLACE:
        return build_path(build, word->text);
    case WORD_INPUT:
        return g_strconcat(*word->text == '-' ? "./" : "", word->text, NULL);
    case WORD_TEXT:
        break;
    }
    return g_strdup(word->text);
}

/* What the first word of a command is: our own programs by their path, `cat` by its name. */
static char *build_program(const struct command *command)
{
    char *folder;
    char *path;

    if (!g_str_has_prefix(command->program, "vs-"))
        return g_strdup(command->program);
    folder = place_programs();
    path = g_build_filename(folder, command->program, NULL);
    g_free(folder);
    return path;
}

static char **build_words(const struct build *build, const struct command *command)
{
    GPtrArray *words = g_ptr_array_new();

    g_ptr_array_add(words, build_program(command));
    for (guint i = 0; i < command->words->len; i++) {
        const struct word *word = command->words->pdata[i];

        if (word->kind != WORD_MADE || build_has(build, word->text))
            g_ptr_array_add(words, build_word(build, word));
    }
    g_ptr_array_add(words, NULL);
    return (char **)g_ptr_array_free(words, FALSE);
}

/* The first thing the step needs and has not, or NULL when it can be made. */
static const char *build_lacks(const struct build *build, const struct step *step)
{
    const char *lacks = NULL;
    guint there = 0;

    for (guint i = 0; i < step->commands->len; i++) {
        const struct command *command = step->commands->pdata[i];

        for (guint j = 0; j < command->words->len; j++) {
            const struct word *word = command->words->pdata[j];

            if (word->kind != WORD_MADE)
                continue;
            if (build_has(build, word->text))
                there++;
            else if (lacks == NULL)
                lacks = word->text;
        }
    }
    return step->needs == STEP_NEEDS_ANY && there > 0 ? NULL : lacks;
}

/* Whether a table below the output holds a row. */
static bool build_has_rows(const struct build *build, const char *table)
{
    char *path = build_path(build, table);
    char *files[] = {path, NULL};
    struct reader *in = reader_open(~0U, files, READER_WHOLE);
    bool has = reader_next(in);

    reader_close(in);
    g_free(path);
    return has;
}

/* Whether the step makes something only where there are rows, and there are none. */
static bool build_is_idle(const struct build *build, const struct step *step)
{
    if (step->needs != STEP_NEEDS_ROWS)
        return false;
    for (guint i = 0; i < step->commands->len; i++) {
        const struct command *command = step->commands->pdata[i];

        for (guint j = 0; j < command->words->len; j++) {
            const struct word *word = command->words->pdata[j];

            if (word->kind == WORD_MADE && build_has_rows(build, word->text))
                return false;
        }
    }
    return true;
}

/* The same text without the folder in which we build, which has another name every time. */
static char *build_clean(const struct build *build, const char *said)
{
    char *prefix = g_strconcat(build->swap.build, "/", NULL);
    GString *text = g_string_new(said);
    char *clean;

    g_string_replace(text, prefix, "", 0);
    clean = g_utf8_make_valid(text->str, -1);
    g_string_free(text, TRUE);
    g_free(prefix);
    return clean;
}

static void build_failed(struct build *build, const struct step *step,
                         const struct pipe_outcome *outcome, const char *program)
{
    char *reason = trouble_reason(program, outcome->said, outcome->status);
    const struct trouble trouble = {step->title, program, reason};
    char *path = build_path(build, step->output);
    char *sentence;

    unlink(path);
    if (spawn_interrupted())
        say_stop(STATUS_STOPPED, SAY("afgebroken"));
    if (step->weight == STEP_VITAL || spawn_was_killed(outcome->status))
        say_stop(STATUS_STOPPED, trouble_sentence(build->study, "run-gestopt", &trouble));
    sentence = trouble_sentence(build->study, "deel-mislukt", &trouble);
    if (journal_cause(&build->journal, step, reason, g_strdup(sentence)))
        say_tell(g_strdup(sentence));
    g_free(sentence);
    g_free(path);
    g_free(reason);
}

static int build_output(const struct build *build, const struct step *step)
{
    char *path = build_path(build, step->output);
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

    if (file < 0)
        say_stop(STATUS_STOPPED, SAY("map-fout", "map", path, "reden", say_reason(errno)));
    g_free(path);
    return file;
}

static void build_conclude(struct build *build, const struct step *step,
                           struct pipe_outcome *outcomes, guint n)
{
    guint culprit;

    for (guint i = 0; i < n; i++) {
        char *clean = build_clean(build, outcomes[i].said);

        g_free(outcomes[i].said);
        outcomes[i].said = clean;
        journal_outcome(&build->journal, step->commands->pdata[i], outcomes[i].status, clean);
    }
    culprit = pipe_culprit(outcomes, n);
    if (culprit < n) {
        const struct command *command = step->commands->pdata[culprit];

        build_failed(build, step, &outcomes[culprit], command->program);
    }
    for (guint i = 0; i < n; i++)
        g_free(outcomes[i].said);
}

/* Whether there is something to draw; if not, what there is to say about it is said. */
static bool build_chart(struct build *build, const struct plan_chart *chart)
{
    char *why;
    enum chart_state state = build_chart_state(build, chart, &why);

    if (state == CHART_MISSED)
        journal_left_out(&build->journal, why);
    return state == CHART_DRAWN;
}

void build_step(struct build *build, const struct step *step)
{
    guint n = step->commands->len;
    const char *lacks = build_lacks(build, step);
    struct pipe_outcome *outcomes;
    char ***commands;
    int output;

    journal_step(&build->journal, step);
    if (lacks != NULL) {
        journal_follow(&build->journal, step, lacks);
        return;
    }
    if (build_is_idle(build, step))
        return;
    if (step->chart != NULL && !build_chart(build, step->chart))
        return;
    outcomes = g_new0(struct pipe_outcome, n);
    commands = g_new(char **, n);
    for (guint i = 0; i < n; i++)
        commands[i] = build_words(build, step->commands->pdata[i]);
    output = build_output(build, step);
    pipe_run((const char *const *const *)commands, n, build->folder, output, outcomes);
    close(output);
    build_conclude(build, step, outcomes, n);
    for (guint i = 0; i < n; i++)
        g_strfreev(commands[i]);
    g_free(commands);
    g_free(outcomes);
}
