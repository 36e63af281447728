#include "driver/say.h"

#include "base/nearest.h"

#include <stdio.h>
#include <unistd.h>

static struct texts *texts;

const struct texts *say_texts(void)
{
    if (texts == NULL)
        texts = texts_load("nl");
    return texts;
}

void say_end(void)
{
    g_clear_pointer(&texts, texts_free);
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
    fail(status, "%s", sentence);
}

char *say_nearest(const char *wrong, const char *const *words, size_t n)
{
    const char *nearest = nearest_word(wrong, words, n);

    return nearest == NULL ? g_strdup("") : SAY("dichtstbij", "woord", nearest);
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
