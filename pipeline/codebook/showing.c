#include "codebook/showing.h"

#include "base/names.h"
#include "table/guard.h"

#include <math.h>

enum { FOOTNOTE = 1000 }; /* characters at most */

struct showing {
    const struct wording *wording;
    struct layout *layout;
    enum showing_form form;
    struct names *methods; /* footnotes, from 1 */
};

struct showing_column {
    const char *key;
    enum layout_kind kind;
};

static const struct showing_column for_people[] = {
    {"group", LAYOUT_WORDS},     {"term", LAYOUT_WORDS},    {"label", LAYOUT_WORDS},
    {"statistic", LAYOUT_WORDS}, {"value", LAYOUT_NUMBERS}, {"interval", LAYOUT_NUMBERS},
    {"n", LAYOUT_NUMBERS},       {"note", LAYOUT_WORDS},    {"how", LAYOUT_NUMBERS},
    {NULL, LAYOUT_WORDS},
};

static const struct showing_column for_sheet[] = {
    {"by", LAYOUT_WORDS},      {"group", LAYOUT_WORDS},         {"term", LAYOUT_WORDS},
    {"subject", LAYOUT_WORDS}, {"label", LAYOUT_WORDS},         {"statistic", LAYOUT_WORDS},
    {"value", LAYOUT_NUMBERS}, {"low", LAYOUT_NUMBERS},         {"high", LAYOUT_NUMBERS},
    {"n", LAYOUT_NUMBERS},     {"persons_wpb", LAYOUT_NUMBERS}, {"persons_student", LAYOUT_NUMBERS},
    {"note", LAYOUT_WORDS},    {"method", LAYOUT_WORDS},        {NULL, LAYOUT_WORDS},
};

struct showing *showing_new(const struct wording *wording, struct layout *layout,
                            enum showing_form form)
{
    struct showing *showing = g_new0(struct showing, 1);
    const struct showing_column *column = form == SHOWING_PEOPLE ? for_people : for_sheet;

    showing->wording = wording;
    showing->layout = layout;
    showing->form = form;
    showing->methods = names_new();
    for (; column->key != NULL; column++) {
        char *title = wording_word(wording, "column", column->key);

        layout_column(layout, title, column->kind);
        g_free(title);
    }
    return showing;
}

/* Writes a text that is ours. */
static void showing_take(struct showing *showing, char *text)
{
    layout_words(showing->layout, text);
    g_free(text);
}

static void showing_statistic(struct showing *showing, const struct result *result)
{
    showing_take(showing, wording_subject(showing->wording, result));
    showing_take(showing, wording_statistic(showing->wording, result));
}

static void showing_people(struct showing *showing, const struct result *result)
{
    enum show_language language = showing->wording->language;
    bool limits = !isnan(result->low) && !isnan(result->high);

    layout_words(showing->layout, result->group);
    layout_words(showing->layout, result->term);
    showing_statistic(showing, result);
    showing_take(showing, show_value(result, language));
    showing_take(showing, limits ? show_interval(result, language) : g_strdup(""));
    showing_take(showing, result->n < 0 ? g_strdup("") : show_count(result->n, language));
    showing_take(showing, wording_tokens(showing->wording, "note", result->note));
    layout_number(showing->layout, 1 + names_id(showing->methods, result->method));
}

static double showing_known(int64_t count)
{
    return count < 0 ? NAN : (double)count;
}

static void showing_sheet(struct showing *showing, const struct result *result)
{
    struct layout *layout = showing->layout;

    layout_words(layout, result->by);
    layout_words(layout, result->group);
    layout_words(layout, result->term);
    layout_words(layout, result->subject);
    showing_statistic(showing, result);
    layout_number(layout, result->value);
    layout_number(layout, result->low);
    layout_number(layout, result->high);
    layout_number(layout, showing_known(result->n));
    layout_number(layout, showing_known(result->persons_wpb));
    layout_number(layout, showing_known(result->persons_student));
    showing_take(showing, wording_tokens(showing->wording, "note", result->note));
    layout_words(layout, result->method);
}

void showing_row(struct showing *showing, const struct result *result)
{
    if (showing->form == SHOWING_PEOPLE)
        showing_people(showing, result);
    else
        showing_sheet(showing, result);
}

void showing_end(struct showing *showing, struct output *output)
{
    for (int i = 0; i < names_count(showing->methods); i++) {
        char *words = wording_tokens(showing->wording, "method", names_text(showing->methods, i));
        char *safe = guard_line(words, FOOTNOTE);
        char *line = g_strdup_printf("%s%d. %s\n", i == 0 ? "\n" : "", i + 1, safe);

        output_text(output, line);
        g_free(line);
        g_free(safe);
        g_free(words);
    }
    names_free(showing->methods);
    g_free(showing);
}
