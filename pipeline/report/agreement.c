#include "report/agreement.h"

#include "codebook/wording.h"

#include <math.h>
#include <string.h>

const char agreement_analysis[] = "agree";

/* Custom in the literature for Krippendorff's alpha (Krippendorff 2004, p. 241). */
static const double reliable = 0.8;
static const double tentative = 0.667;

const struct result *agreement_whole(struct report *report, const char *term, const char *statistic)
{
    return TELLING(report, agreement_analysis, .term = term, .statistic = statistic);
}

GPtrArray *agreement_systems(struct report *report)
{
    return telling_values(report, agreement_analysis, "", "coders", TELLING_TERM);
}

GPtrArray *agreement_rated(struct report *report)
{
    return telling_values(report, agreement_analysis, "", "ratings", TELLING_TERM);
}

const struct result *agreement_leading(struct report *report, const char *term, const char *by,
                                       const char *group)
{
    static const char *const order[] = {"alpha_ordinal", "alpha_nominal", "u_alpha"};

    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        const struct result *found = TELLING(report, agreement_analysis, .by = by, .group = group,
                                             .term = term, .statistic = order[i]);

        if (found != NULL && !isnan(found->value))
            return found;
    }
    return NULL;
}

const char *agreement_why(struct report *report, const struct result *result)
{
    struct wording wording = {report->texts, report->codebooks, report->language};

    if (result == NULL)
        return "";
    return report_hold(report, wording_tokens(&wording, "note", result->note));
}

/* What the customary bounds say of it. An interval that reaches below the higher one takes some of
 * it back. */
static const char *bound(const struct result *result)
{
    if (result->value >= reliable)
        return isnan(result->low) || result->low >= reliable ? "reliable" : "reliable-maybe";
    return result->value >= tentative ? "tentative" : "low";
}

static const char *bound_word(struct report *report, const char *stem, const struct result *result)
{
    const char *key = report_hold(report, g_strdup_printf("%s-%s", stem, bound(result)));

    return report_word(report, "agreement", key);
}

static const char *limits(struct report *report, const struct result *result)
{
    const char *interval = telling_interval(report, result);

    if (*interval == '\0')
        return report_word(report, "agreement", "no-limits");
    return SAY(report, "agreement", "limits", {"limits", interval});
}

/* Why there is no coefficient at all: the reason of the first that was tried. */
static const char *reason(struct report *report, const char *term)
{
    static const char *const order[] = {"u_alpha", "alpha_ordinal", "alpha_nominal"};

    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        const char *why = agreement_why(report, agreement_whole(report, term, order[i]));

        if (*why != '\0')
            return why;
    }
    return report_word(report, "agreement", "not-computable");
}

/* What was coded by more than one: of units how many, of passages only which there are. */
static const char *extent(struct report *report, const char *term)
{
    const struct result *both = agreement_whole(report, term, "double_units");
    const struct result *percent = agreement_whole(report, term, "percent");
    const char *alike = telling_value(report, percent);

    if (both == NULL)
        return SAY(
            report, "agreement", "extent-passages",
            {"units", telling_value(report, agreement_whole(report, term, "units"))},
            {"talks", telling_value(report, agreement_whole(report, term, "conversations"))});
    return SAY(report, "agreement", *alike == '\0' ? "extent-bare" : "extent",
               {"both", telling_of(report, both, agreement_whole(report, term, "double_share"))},
               {"percent", alike});
}

/* "duiden en doorvragen (14 keer)"; "" where nothing was confused. */
static const char *confused(struct report *report, const char *term)
{
    GPtrArray *pairs = agreement_confused(report, term);
    const struct result *first = pairs->len > 0 ? pairs->pdata[0] : NULL;

    g_ptr_array_unref(pairs);
    if (first == NULL)
        return "";
    return SAY(report, "agreement", "most-confused",
               {"one", agreement_label(report, telling_first(report, first->subject))},
               {"other", agreement_label(report, telling_second(report, first->subject))},
               {"k", report_value(report, first)});
}

static void agreement_system(struct report *report, const char *term)
{
    const struct result *alpha = agreement_leading(report, term, "", "");
    const char *coders = report_value(report, agreement_whole(report, term, "coders"));

    if (alpha == NULL) {
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "agreement", "coders-bare", {"n", coders}, {"book", term},
                               {"extent", extent(report, term)}, {"why", reason(report, term)}));
    } else {
        document_paragraph(
            report->document, DOCUMENT_BODY,
            SAY(report, "agreement", "coders", {"n", coders}, {"book", term},
                {"extent", extent(report, term)},
                {"name",
                 report_capital(report, report_word(report, "statistic", alpha->statistic))},
                {"alpha", telling_value(report, alpha)}, {"limits", limits(report, alpha)},
                {"meaning", report_word(report, "agreement", alpha->statistic)},
                {"verdict", bound_word(report, "verdict", alpha)}));
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "agreement", "next", {"confused", confused(report, term)},
                               {"next", bound_word(report, "next", alpha)}));
    }
    named_details(report, term);
}

/* The codebooks that one coder used, in one sentence. */
static void agreement_single(struct report *report, const GPtrArray *systems)
{
    GPtrArray *single = g_ptr_array_new();

    for (guint i = 0; i < systems->len; i++)
        if (report_whole(agreement_whole(report, systems->pdata[i], "coders")) < 2)
            g_ptr_array_add(single, systems->pdata[i]);
    if (single->len > 0)
        document_paragraph(
            report->document, DOCUMENT_BODY,
            SAY(report, "agreement", "one-coder", {"book", report_join(report, single)}));
    g_ptr_array_unref(single);
}

void agreement_details(struct report *report)
{
    GPtrArray *found = agreement_systems(report);
    GPtrArray *rated = agreement_rated(report);

    for (guint i = 0; i < found->len; i++)
        if (report_whole(agreement_whole(report, found->pdata[i], "coders")) > 1)
            agreement_system(report, found->pdata[i]);
    agreement_single(report, found);
    for (guint i = 0; i < rated->len; i++)
        ratings_details(report, rated->pdata[i]);
    g_ptr_array_unref(rated);
    g_ptr_array_unref(found);
}
