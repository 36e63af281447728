#include "report/match.h"
#include "report/strands.h"
#include "report/telling.h"

#include <math.h>
#include <string.h>

const char match_analysis[] = "match";
const char *const match_classes[] = {"more-offer", "fitting", "more-use"};

enum pair_kind match_kind(struct report *report, const char *pair)
{
    const char *first = telling_first(report, pair);

    if (codebooks_item(report->codebooks, first) != NULL)
        return PAIR_ITEM;
    return strchr(first, '/') != NULL ? PAIR_FACET : PAIR_SCALE;
}

GPtrArray *match_pairs(struct report *report)
{
    return telling_values(report, match_analysis, "", "difference", TELLING_TERM);
}

static bool match_is_there(struct report *report)
{
    GPtrArray *found = match_pairs(report);
    bool any = found->len > 0;

    g_ptr_array_unref(found);
    return any;
}

const char *match_class_name(struct report *report, const char *pair, const char *class)
{
    return SAY(report, "match", class, {"offer", telling_name(report, telling_first(report, pair))},
               {"use", telling_name(report, telling_second(report, pair))});
}

const char *match_class(struct report *report, const char *pair, const char *class)
{
    return telling_share(report,
                         TELLING(report, match_analysis, .term = pair, .subject = class,
                                 .statistic = "class_persons"),
                         TELLING(report, match_analysis, .term = pair, .subject = class,
                                 .statistic = "class_share"));
}

/* Who answered, in words: students, wpb's, or respondents. */
static const char *people(struct report *report, const struct result *persons)
{
    const char *who = persons == NULL || persons->persons_wpb == persons->persons_student
                          ? "respondent"
                      : persons->persons_student > 0 ? "student"
                                                     : "wpb";

    return report_word(report, "person", report_hold(report, g_strconcat(who, "-many", NULL)));
}

/* The classes of a pair, the one with most persons first; as they stand where equal. False where
 * there are none. */
static bool class_order(struct report *report, const char *pair, const char *order[MATCH_CLASSES])
{
    int64_t counts[MATCH_CLASSES] = {0};

    for (size_t i = 0; i < MATCH_CLASSES; i++) {
        const struct result *persons =
            TELLING(report, match_analysis, .term = pair, .subject = match_classes[i],
                    .statistic = "class_persons");
        size_t at = i;

        if (persons == NULL || isnan(persons->value))
            return false;
        for (; at > 0 && counts[at - 1] < report_whole(persons); at--) {
            counts[at] = counts[at - 1];
            order[at] = order[at - 1];
        }
        counts[at] = report_whole(persons);
        order[at] = match_classes[i];
    }
    return true;
}

/* "is er meer aanbod dan gebruik", "passen aanbod en gebruik bij elkaar". */
static const char *class_says(struct report *report, const char *pair, const char *class)
{
    const char *key = report_hold(report, g_strconcat("says-", class, NULL));

    return SAY(report, "match", key, {"offer", telling_name(report, telling_first(report, pair))},
               {"use", telling_name(report, telling_second(report, pair))});
}

static const char *pair_sentence(struct report *report, const char *pair)
{
    const struct result *persons =
        TELLING(report, match_analysis, .term = pair, .statistic = "persons");
    const char *order[MATCH_CLASSES];

    if (!class_order(report, pair, order))
        return SAY(report, "match", "lead-none", {"people", people(report, persons)},
                   {"n", report_count(report, report_whole(persons))},
                   {"offer", telling_name(report, telling_first(report, pair))},
                   {"use", telling_name(report, telling_second(report, pair))});
    return SAY(report, "match", "lead", {"people", people(report, persons)},
               {"n", report_count(report, report_whole(persons))},
               {"most", match_class(report, pair, order[0])},
               {"most-says", class_says(report, pair, order[0])},
               {"next", match_class(report, pair, order[1])},
               {"next-says", class_says(report, pair, order[1])},
               {"last", match_class(report, pair, order[2])},
               {"last-says", class_says(report, pair, order[2])});
}

static const char *match_lead(struct report *report)
{
    GPtrArray *found = match_pairs(report);
    const char *sentence = found->len > 0 ? pair_sentence(report, found->pdata[0]) : "";

    g_ptr_array_unref(found);
    return sentence;
}

/* The mean difference of the first pair in words; the other pairs of scales as the lead says. */
static void match_details(struct report *report)
{
    GPtrArray *found = match_pairs(report);

    for (guint i = 0; i < found->len; i++) {
        const char *pair = found->pdata[i];
        const struct result *difference =
            TELLING(report, match_analysis, .term = pair, .statistic = "difference");
        const char *interval = telling_interval(report, difference);

        if (match_kind(report, pair) != PAIR_SCALE)
            continue;
        if (i > 0)
            document_paragraph(report->document, DOCUMENT_BODY, pair_sentence(report, pair));
        if (*telling_value(report, difference) != '\0')
            document_paragraph(
                report->document, DOCUMENT_BODY,
                SAY(report, "match", *interval != '\0' ? "difference" : "difference-bare",
                    {"offer", telling_name(report, telling_first(report, pair))},
                    {"use", telling_name(report, telling_second(report, pair))},
                    {"mean-offer",
                     telling_value(report, TELLING(report, match_analysis, .term = pair,
                                                   .statistic = "offer_mean"))},
                    {"mean-use", telling_value(report, TELLING(report, match_analysis, .term = pair,
                                                               .statistic = "use_mean"))},
                    {"value", telling_value(report, difference)}, {"limits", interval}));
    }
    g_ptr_array_unref(found);
}

static void match_advice(struct report *report)
{
    telling_bullets(report, "match", "can");
}

static void match_talk(struct report *report)
{
    telling_bullets(report, "match", "talk");
}

static void match_unknown(struct report *report)
{
    GPtrArray *found = match_pairs(report);
    const struct result *incomplete =
        TELLING(report, match_analysis, .term = found->pdata[0], .statistic = "incomplete");

    if (report_whole(incomplete) > 0)
        document_item(report->document, DOCUMENT_BULLETS,
                      SAY(report, "match", "incomplete",
                          {"n", report_count(report, report_whole(incomplete))}));
    telling_bullets(report, "match", "unknown");
    g_ptr_array_unref(found);
}

static void match_account(struct report *report)
{
    document_heading(report->document, 3, report_word(report, "match", "heading-method"));
    telling_bullets(report, "match", "method");
    match_account_tables(report);
}

const struct strand match_strand = {.is_there = match_is_there,
                                    .lead = match_lead,
                                    .details = match_details,
                                    .tables = match_tables,
                                    .advice = match_advice,
                                    .talk = match_talk,
                                    .unknown = match_unknown,
                                    .account = match_account};
