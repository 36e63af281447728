#include "report/agreement.h"
#include "report/strands.h"
#include "report/telling.h"

#include <math.h>
#include <string.h>

const char agreement_analysis[] = "agree";

/* Custom in the literature for Krippendorff's alpha (Krippendorff 2004, p. 241). */
static const double reliable = 0.8;
static const double tentative = 0.667;

static bool agreement_is_there(struct report *report)
{
    (void)report;
    return true;
}

const struct result *agreement_whole(struct report *report, const char *term, const char *statistic)
{
    return TELLING(report, agreement_analysis, .term = term, .statistic = statistic);
}

GPtrArray *agreement_systems(struct report *report)
{
    return telling_values(report, agreement_analysis, "", "coders", TELLING_TERM);
}

/* The coefficient to go by: the axis has an order, a codebook without positions has none. */
static const struct result *leading(struct report *report, const char *term)
{
    static const char *const order[] = {"alpha_ordinal", "alpha_nominal", "u_alpha"};

    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        const struct result *found = agreement_whole(report, term, order[i]);

        if (found != NULL && !isnan(found->value))
            return found;
    }
    return NULL;
}

/* What the customary bounds say of it. */
static const char *verdict(struct report *report, const struct result *result)
{
    const char *key = result == NULL               ? "verdict-none"
                      : result->value >= reliable  ? "verdict-reliable"
                      : result->value >= tentative ? "verdict-tentative"
                                                   : "verdict-low";

    return report_word(report, "agreement", key);
}

static void agreement_system(struct report *report, const char *term)
{
    const struct result *coders = agreement_whole(report, term, "coders");
    const struct result *alpha = leading(report, term);
    const struct result *both = agreement_whole(report, term, "double_units");
    const char *interval = telling_interval(report, alpha);

    document_paragraph(
        report->document, DOCUMENT_BODY,
        SAY(report, "agreement", alpha == NULL ? "coders-bare" : "coders",
            {"n", report_count(report, report_whole(coders))}, {"book", term},
            {"both", telling_of(report, both, agreement_whole(report, term, "double_share"))},
            {"percent", telling_value(report, agreement_whole(report, term, "percent"))},
            {"name", alpha == NULL ? "" : report_word(report, "statistic", alpha->statistic)},
            {"alpha", telling_value(report, alpha)},
            {"limits", *interval == '\0'
                           ? report_word(report, "agreement", "no-limits")
                           : SAY(report, "agreement", "limits", {"limits", interval})},
            {"verdict", verdict(report, alpha)}));
}

/* "koenig en proeve": the codebooks of which one coder gave the codes, said once; "" for none. */
static const char *agreement_alone(struct report *report, const GPtrArray *found)
{
    GPtrArray *books = g_ptr_array_new();
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < found->len; i++)
        if (report_whole(agreement_whole(report, found->pdata[i], "coders")) < 2)
            g_ptr_array_add(books, found->pdata[i]);
    for (guint i = 0; i < books->len; i++)
        g_string_append_printf(list, "%s%s",
                               i == 0               ? ""
                               : i + 1 < books->len ? ", "
                                                    : report_word(report, "answer", "and"),
                               (const char *)books->pdata[i]);
    g_ptr_array_unref(books);
    return report_hold(report, g_string_free(list, FALSE));
}

static void agreement_details(struct report *report)
{
    GPtrArray *found = agreement_systems(report);
    const char *alone = agreement_alone(report, found);

    for (guint i = 0; i < found->len; i++)
        if (report_whole(agreement_whole(report, found->pdata[i], "coders")) > 1)
            agreement_system(report, found->pdata[i]);
    if (*alone != '\0')
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "agreement", "one-coder", {"book", alone}));
    g_ptr_array_unref(found);
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

static void agreement_advice(struct report *report)
{
    if (agreement_has_several(report))
        telling_bullets(report, "agreement", "can");
}

static void agreement_unknown(struct report *report)
{
    GPtrArray *found = agreement_systems(report);

    if (agreement_has_several(report))
        document_item(report->document, DOCUMENT_BULLETS,
                      report_word(report, "agreement", "unknown"));
    else if (found->len == 0)
        document_item(report->document, DOCUMENT_BULLETS, report_word(report, "unknown", "coders"));
    g_ptr_array_unref(found);
}

static void agreement_account(struct report *report)
{
    if (!agreement_has_several(report))
        return;
    document_heading(report->document, 3, report_word(report, "agreement", "heading-method"));
    telling_bullets(report, "agreement", "method");
}

const struct strand agreement_strand = {.is_there = agreement_is_there,
                                        .details = agreement_details,
                                        .tables = agreement_tables,
                                        .advice = agreement_advice,
                                        .unknown = agreement_unknown,
                                        .account = agreement_account};
