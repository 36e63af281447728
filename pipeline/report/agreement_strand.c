#include "report/agreement.h"
#include "report/strands.h"

static bool agreement_is_there(struct report *report)
{
    (void)report;
    return true;
}

/* Whether anybody's codes can be compared. */
static bool agreement_has_several(struct report *report)
{
    GPtrArray *found = agreement_systems(report);
    bool several = false;

    for (guint i = 0; i < found->len; i++)
        several |= report_whole(agreement_whole(report, found->pdata[i], "coders")) > 1;
    g_ptr_array_unref(found);
    return several;
}

static bool agreement_has_ratings(struct report *report)
{
    GPtrArray *rated = agreement_rated(report);
    bool any = rated->len > 0;

    g_ptr_array_unref(rated);
    return any;
}

/* Where nothing was counted, that is what there is to tell. */
static const char *agreement_lead(struct report *report)
{
    return report->parts->len > 0 ? "" : report_word(report, "agreement", "lead");
}

static void agreement_talk(struct report *report)
{
    telling_bullets(report, "agreement", "talk");
}

static void agreement_advice(struct report *report)
{
    if (agreement_has_several(report))
        telling_bullets(report, "agreement", "can");
    if (agreement_has_ratings(report))
        telling_bullets(report, "agreement", "ratings-can");
}

static void agreement_unknown(struct report *report)
{
    GPtrArray *found = agreement_systems(report);

    if (agreement_has_several(report))
        document_item(report->document, DOCUMENT_BULLETS,
                      report_word(report, "agreement", "unknown"));
    else if (found->len == 0 && report->parts->len > 0)
        document_item(report->document, DOCUMENT_BULLETS, report_word(report, "unknown", "coders"));
    if (agreement_has_ratings(report))
        document_item(report->document, DOCUMENT_BULLETS,
                      report_word(report, "agreement", "ratings-unknown"));
    g_ptr_array_unref(found);
}

static void agreement_account(struct report *report)
{
    document_heading(report->document, 3, report_word(report, "agreement", "heading-method"));
    if (agreement_has_several(report))
        telling_bullets(report, "agreement", "method");
    if (agreement_has_ratings(report))
        telling_bullets(report, "agreement", "ratings-method");
}

static bool agreement_is_compared(struct report *report)
{
    return agreement_has_several(report) || agreement_has_ratings(report);
}

const struct strand agreement_strand = {.is_there = agreement_is_there,
                                        .details = agreement_details,
                                        .tables = agreement_tables,
                                        .unknown = agreement_unknown};

const struct strand compared_strand = {.is_there = agreement_is_compared,
                                       .lead = agreement_lead,
                                       .advice = agreement_advice,
                                       .talk = agreement_talk,
                                       .account = agreement_account};
