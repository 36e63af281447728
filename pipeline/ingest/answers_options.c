#include "ingest/answers_options.h"

#include "codebook/fold.h"
#include "codebook/questions.h"

#include <string.h>

static const char separators[] = ";,";

/* The options, folded, by index. */
static GPtrArray *options_texts(const GPtrArray *options)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < options->len; i++) {
        const struct item *item = options->pdata[i];
        char *question = NULL;
        char *option = NULL;

        if (!question_split(item->label, &question, &option))
            option = g_strdup(item->label);
        g_ptr_array_add(texts, fold_text(option));
        g_free(question);
        g_free(option);
    }
    return texts;
}

static const char *options_skip(const char *text)
{
    return text + strspn(text, "; ,");
}

/* The longest option at the front of the text, which ends there or at a separator; -1: none. */
static int options_longest(const GPtrArray *texts, const char *text)
{
    int best = -1;
    size_t most = 0;

    for (guint i = 0; i < texts->len; i++) {
        const char *option = texts->pdata[i];
        size_t n = strlen(option);
        size_t end;

        if (n <= most || strncmp(text, option, n) != 0)
            continue;
        end = n + strspn(text + n, " ");
        if (text[end] != '\0' && strchr(separators, text[end]) == NULL)
            continue;
        best = (int)i;
        most = n;
    }
    return best;
}

char *options_read(const GPtrArray *options, const char *text, bool *chosen)
{
    GPtrArray *texts = options_texts(options);
    char *lined = g_strdelimit(g_strdup(text), "\r\n", ';');
    char *folded = fold_text(lined);
    GString *rest = g_string_new(NULL);

    memset(chosen, 0, options->len * sizeof *chosen);
    for (const char *at = options_skip(folded); *at != '\0'; at = options_skip(at)) {
        int option = options_longest(texts, at);
        size_t n = option < 0 ? strcspn(at, separators) : strlen(texts->pdata[option]);

        if (option >= 0)
            chosen[option] = true;
        else
            g_string_append_printf(rest, "%s%.*s", rest->len > 0 ? "; " : "", (int)n, at);
        at += n;
    }
    g_free(folded);
    g_free(lined);
    g_ptr_array_free(texts, TRUE);
    return g_string_free(rest, rest->len == 0);
}
