#include "report/chapters.h"
#include "report/strand.h"

#include <string.h>

enum { MOST_QUESTIONS = 3 };

/* Adds the sentences `stem-1`, `stem-2`, ... of [advice] to a list, up to `most` that were not
 * `said` before; returns how many. A codebook's own (`koenig-stem-1`) go before the common ones. */
static guint advice_list(struct report *report, const struct part *part, const char *stem,
                         guint most, GHashTable *said)
{
    const char *own = report_hold(report, g_strconcat(part->term, "-", stem, NULL));
    const char *first = report_hold(report, g_strconcat(own, "-1", NULL));
    const char *use = texts_has(report->texts, "advice", first) ? own : stem;
    guint n = 0;

    for (guint i = 1; n < most; i++) {
        const char *key = report_hold(report, g_strdup_printf("%s-%u", use, i));

        if (!texts_has(report->texts, "advice", key))
            break;
        if (!g_hash_table_add(said, (gpointer)key))
            continue;
        document_item(report->document, DOCUMENT_BULLETS,
                      SAY(report, "advice", key, {"person", part_person(report, part)},
                          {"persons", part_people(report, part)},
                          {"nouns", part_noun(report, part, "many")}));
        n++;
    }
    return n;
}

/* About whom something may be said. */
static void advice_reach(struct report *report, const struct part *part)
{
    const struct result *persons = part_result(report, part, "", "persons");
    int64_t n = report_whole(persons);
    const char *key = n == 1 ? "reach-one" : n < 5 ? "reach-few" : "reach";

    document_paragraph(report->document, DOCUMENT_BODY,
                       SAY(report, "advice", key, {"n", report_count(report, n)},
                           {"person", part_person(report, part)},
                           {"persons", part_people(report, part)}));
}

static const char *advice_kind(const struct part *part)
{
    return part->sides->len > 0 ? "sided" : "plain";
}

/* Whether there is anything to talk about. */
static bool advice_has_any(struct report *report)
{
    for (guint i = 0; i < report->parts->len; i++)
        if (report_whole(part_result(report, report->parts->pdata[i], "", "segments")) > 0)
            return true;
    for (guint i = 0; i < report->strands->len; i++)
        if (((const struct strand *)report->strands->pdata[i])->talk != NULL)
            return true;
    return false;
}

/* Questions to talk about; the first part leaves room for one of the next. */
static void advice_talk(struct report *report, GHashTable *said)
{
    guint questions = 0;

    document_heading(report->document, 2, report_word(report, "report", "heading-talk"));
    for (guint i = 0; i < report->parts->len && questions < MOST_QUESTIONS; i++) {
        const struct part *part = report->parts->pdata[i];
        guint left = MOST_QUESTIONS - questions - (i == 0 && report->parts->len > 1);

        questions += advice_list(report, part,
                                 report_hold(report, g_strconcat("talk-", advice_kind(part), NULL)),
                                 left, said);
    }
    strand_talk(report);
}

void advice_write(struct report *report)
{
    GHashTable *said;

    document_heading(report->document, 1, report_word(report, "report", "heading-advice"));
    if (!advice_has_any(report)) {
        document_paragraph(report->document, DOCUMENT_BODY, report_word(report, "advice", "empty"));
        return;
    }
    said = g_hash_table_new(g_str_hash, g_str_equal);
    if (report->parts->len > 0)
        advice_reach(report, report->parts->pdata[0]);
    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];

        advice_list(report, part, report_hold(report, g_strconcat("can-", advice_kind(part), NULL)),
                    MOST_QUESTIONS, said);
    }
    strand_advice(report);
    advice_talk(report, said);
    g_hash_table_destroy(said);
}
