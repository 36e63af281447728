#include "driver/say.h"

#include "base/nearest.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static struct texts *texts;
static GPtrArray *kept;

const struct texts *say_texts(void)
{
    if (texts == NULL)
        texts = texts_load("nl");
    return texts;
}

void say_end(void)
{
    g_clear_pointer(&texts, texts_free);
    g_clear_pointer(&kept, g_ptr_array_unref);
}

void say_tell(char *sentence)
{
    say_progress_end();
    fail_say("%s", sentence);
    g_free(sentence);
}

void say_stop(enum status status, char *sentence)
{
    say_progress_end();
    fail(status, "%s", say_keep(sentence));
}

const char *say_reason(int number)
{
    static const struct {
        int number;
        const char *key;
    } reasons[] = {{ENOENT, "reden-weg"}, {EACCES, "reden-dicht"},     {EPERM, "reden-dicht"},
                   {EISDIR, "reden-map"}, {ENOTDIR, "reden-geen-map"}, {EROFS, "reden-dicht"},
                   {ENOSPC, "reden-vol"}};

    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (reasons[i].number == number)
            return say_keep(SAY(reasons[i].key));
    return g_strerror(number);
}

const char *say_error(const GError *error)
{
    static const int numbers[][2] = {{G_FILE_ERROR_NOENT, ENOENT},
                                     {G_FILE_ERROR_ACCES, EACCES},
                                     {G_FILE_ERROR_ISDIR, EISDIR},
                                     {G_FILE_ERROR_NOTDIR, ENOTDIR}};

    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (g_error_matches(error, G_FILE_ERROR, numbers[i][0]))
            return say_reason(numbers[i][1]);
    return error->message;
}

const char *say_keep(char *text)
{
    if (kept == NULL)
        kept = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(kept, text);
    return text;
}

const char *say_meant(const char *word)
{
    return word == NULL ? "" : say_keep(SAY("dichtstbij", "woord", word));
}

const char *say_nearest(const char *wrong, const char *const *words, size_t n)
{
    return say_meant(nearest_word(wrong, words, n));
}

static void say_line(const char *line)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r\033[K%s", line);
}

void say_progress(unsigned step, unsigned of, const char *title)
{
    char *line = g_strdup_printf("[%u/%u] %s", step, of, title);

    say_line(line);
    g_free(line);
}

void say_progress_end(void)
{
    say_line("");
}
