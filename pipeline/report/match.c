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
    return telling_values(report, match_analysis, NULL, "difference", TELLING_TERM);
}

GPtrArray *match_lanes(struct report *report, const char *pair)
{
    return lanes_find(report, &(const struct finding_key){.analysis = match_analysis,
                                                          .term = pair,
                                                          .statistic = "difference"});
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

const char *match_class(struct report *report, const struct result *lane, const char *class)
{
    return telling_share(report, lanes_number_of(report, lane, class, "class_persons"),
                         lanes_number_of(report, lane, class, "class_share"));
}

/* Who answered, in words: students, wpb's, or respondents; with their wave. */
static const char *people(struct report *report, const struct result *persons)
{
    const char *who = persons == NULL || persons->persons_wpb == persons->persons_student
                          ? "respondent"
                      : persons->persons_student > 0 ? "student"
                                                     : "wpb";

    who = report_word(report, "person", report_hold(report, g_strconcat(who, "-many", NULL)));
    return persons == NULL ? who : lanes_in_wave(report, persons, who);
}

/* The classes of a pair, the one with most persons first; as they stand where equal. False where
 * there are none. */
static bool class_order(struct report *report, const struct result *lane,
                        const char *order[MATCH_CLASSES])
{
    int64_t counts[MATCH_CLASSES] = {0};

    for (size_t i = 0; i < MATCH_CLASSES; i++) {
        const struct result *persons =
            lanes_number_of(report, lane, match_classes[i], "class_persons");
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

static const char *lane_sentence(struct report *report, const struct result *lane)
{
    const struct result *persons = lanes_number(report, lane, "persons");
    const char *pair = lane->term;
    const char *order[MATCH_CLASSES];

    if (!class_order(report, lane, order))
        return SAY(report, "match", "lead-none", {"people", people(report, persons)},
                   {"n", report_count(report, report_whole(persons))},
                   {"offer", telling_name(report, telling_first(report, pair))},
                   {"use", telling_name(report, telling_second(report, pair))});
    return SAY(report, "match", "lead", {"people", people(report, persons)},
               {"n", report_count(report, report_whole(persons))},
               {"most", match_class(report, lane, order[0])},
               {"most-says", class_says(report, pair, order[0])},
               {"next", match_class(report, lane, order[1])},
               {"next-says", class_says(report, pair, order[1])},
               {"last", match_class(report, lane, order[2])},
               {"last-says", class_says(report, pair, order[2])});
}

/* "Gemiddeld is aanbod 2,7 en gebruik 2,8: ..."; "" where there is no mean. */
static const char *lane_difference(struct report *report, const struct result *lane)
{
    const char *interval = telling_interval(report, lane);
    const char *said;

    if (*telling_value(report, lane) == '\0')
        return "";
    said = SAY(report, "match", *interval != '\0' ? "difference" : "difference-bare",
               {"offer", telling_name(report, telling_first(report, lane->term))},
               {"use", telling_name(report, telling_second(report, lane->term))},
               {"mean-offer", telling_value(report, lanes_number(report, lane, "offer_mean"))},
               {"mean-use", telling_value(report, lanes_number(report, lane, "use_mean"))},
               {"value", telling_value(report, lane)}, {"limits", interval});
    return lanes_sentence(report, lane, said);
}

/* What `says` says of each lane of a pair, behind each other. Held. */
static const char *pair_sentences(struct report *report, const char *pair,
                                  const char *(*says)(struct report *, const struct result *))
{
    GPtrArray *lanes = match_lanes(report, pair);
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < lanes->len; i++) {
        const char *said = says(report, lanes->pdata[i]);

        if (*said != '\0')
            g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", said);
    }
    g_ptr_array_unref(lanes);
    return report_hold(report, g_string_free(text, FALSE));
}

static const char *match_lead(struct report *report)
{
    GPtrArray *found = match_pairs(report);
    const char *sentence =
        found->len > 0 ? pair_sentences(report, found->pdata[0], lane_sentence) : "";

    g_ptr_array_unref(found);
    return sentence;
}

/* The mean difference of the first pair in words; the other pairs of scales as the lead says. */
static void match_details(struct report *report)
{
    GPtrArray *found = match_pairs(report);

    for (guint i = 0; i < found->len; i++) {
        const char *pair = found->pdata[i];
        const char *difference;

        if (match_kind(report, pair) != PAIR_SCALE)
            continue;
        if (i > 0)
            document_paragraph(report->document, DOCUMENT_BODY,
                               pair_sentences(report, pair, lane_sentence));
        difference = pair_sentences(report, pair, lane_difference);
        if (*difference != '\0')
            document_paragraph(report->document, DOCUMENT_BODY, difference);
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
    GPtrArray *lanes = match_lanes(report, found->pdata[0]);

    for (guint i = 0; i < lanes->len; i++) {
        int64_t incomplete = report_whole(lanes_number(report, lanes->pdata[i], "incomplete"));

        if (incomplete > 0)
            document_item(report->document, DOCUMENT_BULLETS,
                          lanes_sentence(report, lanes->pdata[i],
                                         SAY(report, "match", "incomplete",
                                             {"n", report_count(report, incomplete)})));
    }
    telling_bullets(report, "match", "unknown");
    g_ptr_array_unref(lanes);
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
