#include "report/chapters.h"
#include "report/readings.h"
#include "report/strand.h"

#include <math.h>
#include <string.h>

static void unknown_item(struct report *report, const char *text)
{
    document_item(report->document, DOCUMENT_BULLETS, text);
}

/* One sentence a kind of unit: self-report is not observation, and the other way round. */
static void unknown_units(struct report *report)
{
    GHashTable *said = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];
        const char *key = report_hold(report, g_strconcat("unit-", part->unit, NULL));

        if (!g_hash_table_add(said, (gpointer)part->unit) ||
            !texts_has(report->texts, "unknown", key))
            continue;
        unknown_item(report, SAY(report, "unknown", key, {"persons", part_people(report, part)}));
    }
    g_hash_table_destroy(said);
}

/* The share of persons that the answer rests on; of one person in balance, who is on no side, that
 * there is one. NULL where there is no answer. */
static const struct result *unknown_share(struct report *report, const struct part *part,
                                          const char *side, const char *code)
{
    const struct result *sided = part_result(report, part, "", "sided_persons");

    if (side != NULL)
        return part_result(report, part, part_side(report, side), "mainly_share");
    if (code != NULL)
        return part_result(report, part, code, "with_share");
    return report_whole(sided) == 1 ? sided : NULL;
}

/* Where the share of persons may lie elsewhere, or why that cannot be said. The scale from 0 to 1
 * is explained once. */
static void unknown_reach(struct report *report, const struct part *part, bool explain)
{
    const char *tie;
    const char *side = part_leading_side(report, part, &tie);
    const char *code = part->sides->len == 0 ? answer_code(report, part) : NULL;
    const struct result *share = unknown_share(report, part, side, code);
    const char *key = "reach-none";
    const char *scale = "";

    if (share == NULL || isnan(share->value))
        return;
    if (share->n == 1 || (side == NULL && code == NULL))
        key = "reach-one";
    else if (!isnan(share->low))
        key = report_choose(report, "unknown", part_family(part),
                            side != NULL ? "reach-side" : "reach-code");
    if (explain && !show_has_percent(share->n))
        scale = report_word(report, "unknown", "scale");
    unknown_item(
        report, SAY(report, "unknown", key, {"n", report_count(report, share->n)}, {"scale", scale},
                    {"person", part_person(report, part)}, {"persons", part_people(report, part)},
                    {"label", code == NULL ? "" : part_label(report, code)},
                    {"side", side == NULL ? "" : part_side_codes(report, part, side)},
                    {"verb", report_word(report, "verb",
                                         part_is_mention(part) ? "mention-now" : "coded-now")},
                    {"between", report_hold(report, show_between(share->low, share->high, share->n,
                                                                 report->language))},
                    {"half", share->low < 0.5 && share->value > 0.5
                                 ? report_word(report, "unknown", "reach-half")
                                 : ""}));
}

/* Persons without a coded side, and persons with few. */
static void unknown_persons(struct report *report, const struct part *part)
{
    const struct result *persons = part_result(report, part, "", "persons");
    const struct result *sided = part_result(report, part, "", "sided_persons");
    const struct result *few = part_result(report, part, "", "few_persons");
    int64_t n = report_whole(persons);
    int64_t k = report_whole(few);
    const char *form = few != NULL && few->n == 1 ? "alone" : part_number(k);

    if (part->sides->len == 0)
        return;
    if (sided != NULL && report_whole(sided) < n && report_whole(sided) > 0)
        unknown_item(report, SAY(report, "unknown", "unsided", {"n", report_count(report, n)},
                                 {"k", report_count(report, report_whole(sided))},
                                 {"persons", part_people(report, part)}));
    if (few != NULL && k > 0)
        unknown_item(report,
                     SAY(report, "unknown",
                         report_choose(report, "unknown", part_family(part),
                                       report_hold(report, g_strconcat("few-", form, NULL))),
                         {"n", report_count(report, few->n)}, {"k", report_count(report, k)},
                         {"person", part_person(report, part)},
                         {"persons", part_people(report, part)},
                         {"nouns", part_noun(report, part, "many")}));
}

/* What sets a part apart from another: its codebook, or the unit. */
static const char *unknown_name(struct report *report, const struct part *part,
                                const struct part *other)
{
    if (strcmp(part->term, other->term) != 0)
        return part->term;
    return report_word(report, "method",
                       report_hold(report, g_strconcat("unit-", part->unit, NULL)));
}

/* Parts that do not speak of as many persons. */
static void unknown_difference(struct report *report)
{
    const struct part *first = report->parts->pdata[0];
    int64_t n = report_whole(part_result(report, first, "", "persons"));

    for (guint i = 1; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];
        int64_t here = report_whole(part_result(report, part, "", "persons"));

        if (here != n && strcmp(part->person, first->person) == 0)
            unknown_item(report,
                         SAY(report, "unknown", "difference",
                             {"first", unknown_name(report, first, part)},
                             {"second", unknown_name(report, part, first)},
                             {"k", report_count(report, here)}, {"n", report_count(report, n)},
                             {"persons", part_people(report, part)}));
    }
}

static void unknown_version(struct report *report, const struct part *part)
{
    const struct result *unconfirmed = part_result(report, part, "", "unconfirmed_codes");
    const char *key = report_whole(unconfirmed) == 1 ? "unknown-one" : "unknown";

    if (report_whole(unconfirmed) > 0 && part_is_first(report, part))
        unknown_item(report,
                     SAY(report, "codebook", report_choose(report, "codebook", part->term, key),
                         {"k", report_count(report, report_whole(unconfirmed))},
                         {"n", report_count(report, unconfirmed->n)}, {"book", part->term}));
}

void unknown_write(struct report *report)
{
    document_heading(report->document, 1, report_word(report, "report", "heading-unknown"));
    for (guint i = 0; i < report->parts->len; i++)
        unknown_reach(report, report->parts->pdata[i], i == 0);
    unknown_units(report);
    for (guint i = 0; i < report->parts->len; i++)
        unknown_persons(report, report->parts->pdata[i]);
    if (report->parts->len > 0) {
        const struct part *part = report->parts->pdata[0];

        unknown_difference(report);
        unknown_item(report,
                     SAY(report, "unknown", "missing", {"persons", part_people(report, part)}));
    }
    strand_unknown(report);
    for (guint i = 0; i < report->parts->len; i++)
        unknown_version(report, report->parts->pdata[i]);
    readings_unknown(report);
}
