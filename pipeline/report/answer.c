#include "report/chapters.h"
#include "report/often.h"
#include "report/strand.h"
#include "report/uncounted.h"

#include <string.h>

/* " (57 %)" where there are enough persons for a percentage, else "". */
static const char *answer_percent(struct report *report, const struct part *part,
                                  const char *subject, const char *statistic)
{
    const struct result *share = part_result(report, part, subject, statistic);

    if (share == NULL || !show_has_percent(share->n))
        return "";
    return report_hold(report, g_strdup_printf(" (%s)", report_value(report, share)));
}

/* Which sentence fits k of n persons on the leading side. */
static const char *answer_variant(int64_t k, int64_t n, int64_t balanced, const char *tie)
{
    if (n == 0)
        return "nobody";
    if (n == 1)
        return k == 1 ? "alone" : "alone-even";
    if (k == 0)
        return "none";
    if (k == n)
        return n == 2 ? "both" : "all";
    if (tie != NULL)
        return "tie";
    return balanced > k ? "between" : "some";
}

static const char *answer_sided(struct report *report, const struct part *part)
{
    const char *tie;
    const char *side = part_leading_side(report, part, &tie);
    const char *subject = side == NULL ? "" : part_side(report, side);
    int64_t k = report_whole(part_result(report, part, subject, "mainly_persons"));
    int64_t n = report_whole(part_result(report, part, "", "sided_persons"));
    int64_t balanced = report_whole(part_result(report, part, "", "balanced_persons"));
    const char *family = strcmp(part_family(part), "source") == 0 ? "source" : "person";
    const char *key =
        report_hold(report, g_strdup_printf("%s-%s", family, answer_variant(k, n, balanced, tie)));

    return SAY(report, "answer", key, {"k", report_count(report, k)},
               {"n", report_count(report, n)}, {"balanced", report_count(report, balanced)},
               {"person", part_person(report, part)}, {"persons", part_people(report, part)},
               {"verb", part_verb(report, part, k)},
               {"side", side == NULL ? "" : part_side_codes(report, part, side)},
               {"other", tie == NULL ? "" : part_side_codes(report, part, tie)},
               {"percent", answer_percent(report, part, subject, "mainly_share")});
}

const char *answer_code(struct report *report, const struct part *part)
{
    const char *leading = NULL;
    int64_t most = 0;
    int64_t often = 0;

    for (guint i = 0; i < part->codes->len; i++) {
        const char *code = part->codes->pdata[i];
        int64_t k = report_whole(part_result(report, part, code, "with_persons"));
        int64_t segments = report_whole(part_result(report, part, code, "segments"));

        if (k < most || (k == most && segments <= often))
            continue;
        most = k;
        often = segments;
        leading = code;
    }
    return leading;
}

/* A code may have its own sentence ([code] schuring); else the family's. */
static const char *answer_plain(struct report *report, const struct part *part)
{
    const char *code = answer_code(report, part);
    const struct result *with =
        code == NULL ? NULL : part_result(report, part, code, "with_persons");
    int64_t n = with == NULL ? 0 : with->n;
    const char *variant = with == NULL ? "unused" : n == 1 ? "alone" : "some";
    const char *own;
    const char *key = report_hold(report, g_strdup_printf("%s-%s", part_family(part), variant));
    struct place places[] = {
        {"k", report_count(report, report_whole(with))},
        {"n", report_count(report, n)},
        {"person", part_person(report, part)},
        {"persons", part_people(report, part)},
        {"verb", part_verb(report, part, report_whole(with))},
        {"label", code == NULL ? "" : part_label(report, code)},
        {"book", part->term},
        {"percent", code == NULL ? "" : answer_percent(report, part, code, "with_share")},
        {NULL, NULL}};

    own = code == NULL ? NULL : report_hold(report, g_strdup_printf("%s-%s", code, variant));
    if (own != NULL && texts_has(report->texts, "code", own))
        return report_say(report, "code", own, places);
    return report_say(report, "answer-code", key, places);
}

const char *answer_sentence(struct report *report, const struct part *part)
{
    return part->sides->len > 0 ? answer_sided(report, part) : answer_plain(report, part);
}

/* Whether the sentence of a part stands in the answer itself: its code has a sentence of its own,
 * or it says where people stand on the first axis (in each unit that was counted). With no axis,
 * the first part's. */
static bool answer_is_lead(struct report *report, const struct part *part)
{
    const char *code = part->sides->len == 0 ? answer_code(report, part) : NULL;

    if (code != NULL &&
        texts_has(report->texts, "code", report_hold(report, g_strconcat(code, "-some", NULL))))
        return true;
    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *other = report->parts->pdata[i];

        if (other->sides->len > 0)
            return strcmp(other->term, part->term) == 0;
    }
    return part->number == 0;
}

/* The sentence of a part that is not in the answer; on another axis it says which. */
static void answer_further(struct report *report, const struct part *part, GString *text)
{
    const char *sentence = answer_sentence(report, part);

    if (part->sides->len > 0)
        sentence = SAY(report, "answer", "further",
                       {"first", part_side_name(report, part->sides->pdata[0])},
                       {"last", part_side_name(report, part->sides->pdata[part->sides->len - 1])},
                       {"answer", sentence});
    g_string_append_printf(text, " %s", sentence);
}

/* The persons on another side, and those in between. */
static void answer_others(struct report *report, const struct part *part, GString *text)
{
    const char *tie;
    const char *leading = part_leading_side(report, part, &tie);
    int64_t n = report_whole(part_result(report, part, "", "sided_persons"));
    const struct result *balanced = part_result(report, part, "", "balanced_persons");
    int64_t most =
        leading == NULL
            ? 0
            : report_whole(part_result(report, part, part_side(report, leading), "mainly_persons"));
    const char *family = strcmp(part_family(part), "source") == 0 ? "source" : "person";

    for (guint i = 0; i < part->sides->len && n > 1; i++) {
        const char *side = part->sides->pdata[i];
        const char *subject = part_side(report, side);
        int64_t k = report_whole(part_result(report, part, subject, "mainly_persons"));
        const char *key = report_hold(report, g_strdup_printf("%s-other", family));

        if (k == 0 || side == leading || side == tie)
            continue;
        g_string_append_printf(
            text, " %s",
            SAY(report, "answer", key, {"k", report_count(report, k)},
                {"n", report_count(report, n)}, {"persons", part_people(report, part)},
                {"verb", part_verb(report, part, k)},
                {"percent", answer_percent(report, part, subject, "mainly_share")},
                {"side", part_side_codes(report, part, side)}));
    }
    /* with nobody on a side, or with more in balance than on one, the answer has said it */
    if (report_whole(balanced) == 0 || leading == NULL ||
        (tie == NULL && report_whole(balanced) > most))
        return;
    g_string_append_printf(
        text, " %s",
        SAY(report, "answer",
            report_hold(report, g_strdup_printf("%s-balanced-%s", family,
                                                part_number(report_whole(balanced)))),
            {"k", report_count(report, report_whole(balanced))}, {"n", report_count(report, n)}));
}

/* "Het vaakst genoemd werden oordelen (15 keer) ...". */
static void answer_most(struct report *report, const struct part *part, GString *text)
{
    GPtrArray *often = often_codes(report, part);

    if (often->len > 0 && often_used(report, part) > 1)
        g_string_append_printf(text, " %s",
                               SAY(report, "answer",
                                   part_is_mention(part) ? "most-mention" : "most-coded",
                                   {"list", often_list(report, part, often, "segments", "times")}));
    g_ptr_array_unref(often);
}

/* What it was counted with: the working version until every code is confirmed. */
static void answer_version(struct report *report, const struct part *part)
{
    const struct result *unconfirmed = part_result(report, part, "", "unconfirmed_codes");
    int64_t k = report_whole(unconfirmed);
    const char *key = k == 0 ? "confirmed" : k == 1 ? "working-one" : "working";

    if (unconfirmed == NULL)
        return;
    document_paragraph(report->document, DOCUMENT_BODY,
                       SAY(report, "codebook", report_choose(report, "codebook", part->term, key),
                           {"k", report_count(report, k)},
                           {"n", report_count(report, unconfirmed->n)}, {"book", part->term}));
}

/* Where more than half of the persons lean on few segments, or the only one does. */
static void answer_few(struct report *report, const struct part *part, GString *text)
{
    int64_t n = report_whole(part_result(report, part, "", "sided_persons"));
    int64_t k = report_whole(part_result(report, part, "", "few_persons"));
    const char *key = n == 1 ? "few-alone" : "few";

    if (part->sides->len > 0 && 2 * k > n)
        g_string_append_printf(text, " %s",
                               SAY(report, "answer",
                                   report_choose(report, "answer", part_family(part), key),
                                   {"k", report_count(report, k)}, {"n", report_count(report, n)},
                                   {"nouns", part_noun(report, part, "many")}));
}

/* What stands under the answer for one part. Of a codebook without sides only what it adds; that
 * its codes are not confirmed yet stands with what we do not know. */
static void answer_details(struct report *report, const struct part *part)
{
    GString *text = g_string_new(NULL);
    bool sided = part->sides->len > 0;

    if (!answer_is_lead(report, part))
        answer_further(report, part, text);
    if (sided)
        answer_others(report, part, text);
    answer_few(report, part, text);
    answer_most(report, part, text);
    if (text->len > 0)
        document_paragraph(report->document, DOCUMENT_BODY, text->str + 1);
    g_string_free(text, TRUE);
    if (sided && part_is_first(report, part))
        answer_version(report, part);
}

void answer_write(struct report *report)
{
    GString *lead = g_string_new(NULL);

    document_heading(report->document, 1, report_word(report, "report", "heading-answer"));
    if (report->question != NULL)
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "report", "question", {"question", report->question}));
    for (guint i = 0; i < report->parts->len; i++)
        if (answer_is_lead(report, report->parts->pdata[i]))
            g_string_append_printf(lead, "%s%s", lead->len > 0 ? " " : "",
                                   answer_sentence(report, report->parts->pdata[i]));
    if (!strand_lead(report, lead))
        g_string_append(lead, report_word(report, "answer", "empty"));
    document_paragraph(report->document, DOCUMENT_LEAD, lead->str);
    g_string_free(lead, TRUE);
    for (guint i = 0; i < report->parts->len; i++)
        answer_details(report, report->parts->pdata[i]);
    strand_details(report);
    uncounted_write(report);
    if (!report->names_replaced)
        document_box(report->document, DOCUMENT_WARNING,
                     report_word(report, "report", "names-title"),
                     report_word(report, "report", "names-text"));
    uncounted_write_read(report);
}
