#include "ingest/answers_options.h"

#include "codebook/choices.h"
#include "codebook/fold.h"
#include "codebook/questions.h"

#include <string.h>

static const char separators[] = ";,";

struct options {
    guint n;
    GPtrArray *texts;      /* folded */
    GArray *which;         /* guint: the option of each text */
    struct choices *first; /* of the first option: what the question calls missing */
};

static void options_add(struct options *options, guint which, const char *text)
{
    char *folded = fold_text(text);

    if (*folded == '\0') {
        g_free(folded);
        return;
    }
    g_ptr_array_add(options->texts, folded);
    g_array_append_val(options->which, which);
}

/* What stands between the brackets, or the whole label. */
static void options_add_label(struct options *options, guint which, const char *label)
{
    char *question = NULL;
    char *option = NULL;

    options_add(options, which, question_split(label, &question, &option) ? option : label);
    g_free(question);
    g_free(option);
}

struct options *options_new(const GPtrArray *items)
{
    struct options *options = g_new(struct options, 1);

    options->n = items->len;
    options->texts = g_ptr_array_new_with_free_func(g_free);
    options->which = g_array_new(FALSE, FALSE, sizeof(guint));
    options->first = choices_new(items->pdata[0]);
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];
        struct choices *choices = choices_new(item);

        options_add_label(options, i, item->label);
        options_add_label(options, i, item->label_en);
        options_add(options, i, item->item);
        options_add(options, i, choices_only(choices, CHOICE_CODE));
        options_add(options, i, choices_only(choices, CHOICE_WORDS));
        choices_free(choices);
    }
    return options;
}

void options_free(struct options *options)
{
    g_ptr_array_free(options->texts, TRUE);
    g_array_free(options->which, TRUE);
    choices_free(options->first);
    g_free(options);
}

enum missing options_missing(const struct options *options, const char *text)
{
    return *text == '\0' ? MISSING_EMPTY : choices_missing(options->first, text);
}

static const char *options_skip(const char *text)
{
    return text + strspn(text, "; ,");
}

/* The longest text at the front, which ends there or at a separator; -1: none. */
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

/* Whether a part is a number and nothing else. */
static bool options_is_number(const char *part, size_t n)
{
    const char *first = part + (*part == '-');

    return g_ascii_isdigit(*first) && strspn(first, "0123456789. ") + (size_t)(first - part) >= n;
}

enum options_got options_read(const struct options *options, const char *text, bool *chosen,
                              char **rest)
{
    char *lined = g_strdelimit(g_strdup(text), "\r\n", ';');
    char *folded = fold_text(lined);
    GString *left = g_string_new(NULL);
    enum options_got got = OPTIONS_READ;

    memset(chosen, 0, options->n * sizeof *chosen);
    for (const char *at = options_skip(folded); *at != '\0'; at = options_skip(at)) {
        int found = options_longest(options->texts, at);
        size_t n = found < 0 ? strcspn(at, separators) : strlen(options->texts->pdata[found]);

        if (found >= 0) {
            chosen[g_array_index(options->which, guint, found)] = true;
        } else {
            got = options_is_number(at, n) ? OPTIONS_NUMBER : got;
            g_string_append_printf(left, "%s%.*s", left->len > 0 ? "; " : "", (int)n, at);
        }
        at += n;
    }
    g_free(folded);
    g_free(lined);
    *rest = g_string_free(left, left->len == 0);
    return got;
}
