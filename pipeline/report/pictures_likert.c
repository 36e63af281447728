#include "report/pictures_list.h"

#include "codebook/choices.h"
#include "report/lanes.h"
#include "report/telling.h"

#include <math.h>
#include <string.h>

enum { LIKERT_MANY = 3 }; /* more scales than this stand in the account, not in the story */

/* Whether a result says how many gave an answer to the item: persons, or answers where they gave
 * several. */
static bool likert_is_of(const struct result *result, const struct item *item)
{
    size_t n = strlen(item->item);

    return strncmp(result->subject, item->item, n) == 0 && result->subject[n] == '=' &&
           !isnan(result->value) &&
           (pictures_is(result, "describe", "category_persons") ||
            pictures_is(result, "describe", "category_answers"));
}

/* "Ik hoor erbij: 1, 2, 4, 8, 5": how many in this lane gave each answer, from the lowest. */
static void likert_add_lane(struct report *report, const struct item *item,
                            const struct result *lane, GString *list)
{
    const char *english = *item->label_en != '\0' ? item->label_en : item->label;
    const char *label = report->language == SHOW_ENGLISH ? english : item->label;
    GString *counts = g_string_new(NULL);

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        if (likert_is_of(result, item) && strcmp(result->by, lane->by) == 0 &&
            strcmp(result->group, lane->group) == 0)
            g_string_append_printf(counts, "%s%s", counts->len > 0 ? ", " : "",
                                   report_value(report, result));
    }
    pictures_add(list, SAY(report, "figure", "likert-item",
                           {"label", lanes_label(report, lane, label)}, {"counts", counts->str}));
    g_string_free(counts, TRUE);
}

/* The lanes are those of the answer that is met first. */
static void likert_add_item(struct report *report, const struct item *item, GString *list)
{
    const struct result *first = NULL;
    GPtrArray *lanes;

    for (guint i = 0; i < findings_count(report->findings) && first == NULL; i++)
        if (likert_is_of(findings_at(report->findings, i), item))
            first = findings_at(report->findings, i);
    if (first == NULL)
        return;
    lanes = lanes_find(report, &(const struct finding_key){.analysis = first->analysis,
                                                           .subject = first->subject,
                                                           .statistic = "category_persons"});
    for (guint i = 0; i < lanes->len; i++)
        likert_add_lane(report, item, lanes->pdata[i], list);
    g_ptr_array_unref(lanes);
}

/* The words of the lowest or highest answer. */
static const char *likert_end(struct report *report, const struct item *item, double value)
{
    struct choices *choices = choices_new(item);
    const char *words = choices_words(choices, value);
    const char *kept =
        words != NULL ? report_hold(report, g_strdup(words)) : report_count(report, llround(value));

    choices_free(choices);
    return kept;
}

/* Where persons gave several answers it is these that are counted. */
static const char *likert_words(struct report *report)
{
    GPtrArray *answers =
        telling_values(report, "describe", NULL, "category_answers", TELLING_SUBJECT);
    bool any = answers->len > 0;

    g_ptr_array_unref(answers);
    return any ? "likert-words-answers" : "likert-words";
}

static void likert_write(struct report *report, const struct codebook *book,
                         const struct item *first, GBytes *bytes)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < book->items->len; i++) {
        const struct item *item = book->items->pdata[i];

        if (strcmp(item->scale, first->scale) == 0)
            likert_add_item(report, item, list);
    }
    pictures_show(
        report, bytes,
        SAY(report, "figure", "likert-caption", {"scale", telling_name(report, first->scale)}),
        SAY(report, "figure", likert_words(report),
            {"low", likert_end(report, first, first->minimum)},
            {"high", likert_end(report, first, first->maximum)},
            {"list", pictures_list(report, list)}));
}

/* The picture of a scale, read; NULL when there is none. */
static GBytes *likert_read(const struct report *report, const struct item *first)
{
    char *name = g_strconcat("likert-", first->scale, NULL);
    GBytes *bytes =
        isnan(first->minimum) || report->charts == NULL ? NULL : pictures_read(report, name);

    g_free(name);
    return bytes;
}

/* How many scales have a picture; with `write` they are written. */
static guint likert_each(struct report *report, bool write)
{
    GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);
    guint n = 0;

    for (guint i = 0; i < codebooks_count(report->codebooks); i++) {
        const struct codebook *book = codebooks_at(report->codebooks, i);

        for (guint j = 0; j < book->items->len; j++) {
            const struct item *item = book->items->pdata[j];
            GBytes *bytes = *item->scale != '\0' && g_hash_table_add(met, item->scale)
                                ? likert_read(report, item)
                                : NULL;

            n += bytes != NULL;
            if (bytes != NULL && write)
                likert_write(report, book, item, bytes);
            else
                g_bytes_unref(bytes);
        }
    }
    g_hash_table_destroy(met);
    return n;
}

/* Whether the pictures go to the account: they are many, and the account tells the survey. */
static bool likert_is_later(struct report *report, guint n)
{
    GPtrArray *told = telling_values(report, "describe", NULL, "mean", TELLING_SUBJECT);
    bool later = n > LIKERT_MANY && told->len > 0;

    g_ptr_array_unref(told);
    return later;
}

bool pictures_likert(struct report *report)
{
    guint n = likert_each(report, false);

    if (likert_is_later(report, n))
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "figure", "likert-later", {"n", report_count(report, n)}));
    else
        likert_each(report, true);
    return n > 0;
}

void pictures_likert_account(struct report *report)
{
    if (likert_is_later(report, likert_each(report, false)))
        likert_each(report, true);
}
