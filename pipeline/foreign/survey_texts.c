#include "foreign/survey_texts.h"

#include "codebook/fold.h"

#include <string.h>

bool survey_same(const char *one, const char *two)
{
    char *left = fold_text(one);
    char *right = fold_text(two);
    bool same = strcmp(left, right) == 0;

    g_free(right);
    g_free(left);
    return same;
}

static const char *survey_cell(const struct survey *survey, size_t row, guint i)
{
    return ((char **)survey->rows->pdata[row])[i];
}

/* {"ImportId":"QID1_TEXT","timeZone":"..."}: what stands in quotes behind the first colon. NULL
 * when nothing does. */
static char *texts_import(const char *cell)
{
    const char *colon = strchr(cell, ':');
    const char *open = colon == NULL ? NULL : strpbrk(colon, "\"'");
    const char *close = open == NULL ? NULL : strchr(open + 1, *open);

    return close == NULL ? NULL : g_strndup(open + 1, (gsize)(close - open - 1));
}

/* Of options: the question stands over its first column only. */
static const char *texts_forward(const struct survey *survey, guint i)
{
    while (i > 0 && *survey_cell(survey, 0, i) == '\0')
        i--;
    return survey_cell(survey, 0, i);
}

/* "Question [part]", else "Question - part", taken apart. */
static void texts_split(struct survey_texts *texts)
{
    const char *dash;

    if (question_split(texts->label, &texts->question, &texts->part))
        return;
    dash = g_strrstr(texts->label, " - ");
    if (dash == NULL) {
        texts->question = g_strdup(texts->label);
        return;
    }
    texts->question = g_strndup(texts->label, (gsize)(dash - texts->label));
    texts->part = g_strdup(dash + strlen(" - "));
}

/* Whether the front of a header, n bytes, is a code before a question: a sign and a space end it,
 * and before another sign than a point it holds a digit ("Toelichting: ..." does not). */
static bool texts_is_code(const char *label, size_t n)
{
    if (n == 0 || label[n] == '\0' || label[n] == ' ' || label[n + 1] != ' ')
        return false;
    return label[n] == '.' || strcspn(label, "0123456789") < n;
}

/* "Q1[SQ001]. How do you ... [part]", "2) How": a code, which has no spaces, in front of the
 * question. */
static void texts_take_code(struct survey_texts *texts)
{
    size_t n = strcspn(texts->label, " .:)");
    char *rest;

    if (!texts_is_code(texts->label, n))
        return;
    texts->code = g_strndup(texts->label, n);
    rest = g_strstrip(g_strdup(texts->label + n + 1));
    g_free(texts->label);
    texts->label = rest;
}

/* A question over its options, which stand in the second row. */
static void texts_of_options(const struct survey *survey, guint i, struct survey_texts *texts)
{
    const char *part = survey_cell(survey, 1, i);
    const char *word = columns_find(survey->words, part);

    texts->question = fold_trim(texts_forward(survey, i));
    if (*part != '\0' && (word == NULL || strcmp(word, "response") != 0))
        texts->part = fold_trim(part);
    texts->label = texts->part == NULL ? g_strdup(texts->question)
                                       : g_strdup_printf("%s [%s]", texts->question, texts->part);
}

struct survey_texts survey_texts_of(const struct survey *survey, guint i)
{
    struct survey_texts texts = {.name = fold_trim(survey_cell(survey, 0, i))};

    if (survey->form.imports > 0)
        texts.import = texts_import(survey_cell(survey, survey->form.imports, i));
    if (survey->form.options) {
        texts_of_options(survey, i, &texts);
        return texts;
    }
    texts.label = fold_trim(survey_cell(survey, survey->form.labels, i));
    texts_take_code(&texts);
    texts_split(&texts);
    return texts;
}

void survey_texts_clear(struct survey_texts *texts)
{
    g_free(texts->name);
    g_free(texts->label);
    g_free(texts->part);
    g_free(texts->question);
    g_free(texts->code);
    g_free(texts->import);
}
