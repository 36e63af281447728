#include "report/agreement.h"

#include <math.h>
#include <string.h>

void coders_table(struct report *report, const char *term)
{
    GPtrArray *coders = telling_values(report, agreement_analysis, "coder", "units", TELLING_GROUP);
    const struct document_column columns[] = {
        agreement_column(report, "column-coder", DOCUMENT_ROW_HEADER),
        agreement_column(report, "column-looked", DOCUMENT_NUMBER),
        agreement_column(report, "column-double", DOCUMENT_NUMBER)};
    bool begun = false;

    for (guint i = 0; i < coders->len; i++) {
        struct finding_key key = {.analysis = agreement_analysis,
                                  .by = "coder",
                                  .group = coders->pdata[i],
                                  .term = term,
                                  .statistic = "units"};
        const struct result *units = telling_find(report, &key);

        if (units == NULL)
            continue;
        if (!begun)
            document_table(report->document, agreement_title(report, "caption-coders", term),
                           columns, G_N_ELEMENTS(columns));
        begun = true;
        key.statistic = "double_units";
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, key.group);
        document_cell(report->document, telling_value(report, units));
        document_cell(report->document, telling_value(report, telling_find(report, &key)));
    }
    g_ptr_array_unref(coders);
}

/* Why there is no alpha or no interval of it, and why no kappa. */
static const char *coders_remark(struct report *report, const struct result *alpha,
                                 const struct result *kappa)
{
    const char *why = agreement_why(report, alpha);
    const char *other = kappa != NULL && isnan(kappa->value) ? agreement_why(report, kappa) : "";

    if (*why == '\0' || *other == '\0' || strcmp(why, other) == 0)
        return *why != '\0' ? why : other;
    return SAY(report, "agreement", "remark-kappa", {"why", why}, {"kappa", other});
}

/* What was coded together of each pair of coders, or in each half of the conversations. */
static void coders_parts(struct report *report, const char *term, const char *by,
                         const char *caption, const char *first)
{
    GPtrArray *groups = telling_values(report, agreement_analysis, by, "percent", TELLING_GROUP);
    const struct document_column columns[] = {
        agreement_column(report, first, DOCUMENT_ROW_HEADER),
        agreement_column(report, "column-both", DOCUMENT_NUMBER),
        agreement_column(report, "column-alike", DOCUMENT_NUMBER),
        {report_capital(report, report_word(report, "statistic", "kappa")), DOCUMENT_NUMBER},
        agreement_column(report, "column-alpha", DOCUMENT_NUMBER),
        agreement_interval(report),
        agreement_column(report, "column-why", DOCUMENT_TEXT)};
    bool begun = false;

    for (guint i = 0; i < groups->len; i++) {
        const char *group = groups->pdata[i];
        const char *half = report_hold(report, g_strconcat("half-", group, NULL));
        const struct result *alpha = agreement_leading(report, term, by, group);
        const struct finding_key key = {
            .analysis = agreement_analysis, .by = by, .group = group, .term = term};
        const struct result *both = telling_statistic(report, key, "double_units");
        const struct result *percent = telling_statistic(report, key, "percent");
        const struct result *kappa = telling_statistic(report, key, "kappa");
        const struct result *nominal = telling_statistic(report, key, "alpha_nominal");

        if (both == NULL)
            continue;
        if (!begun)
            document_table(report->document, agreement_title(report, caption, term), columns,
                           G_N_ELEMENTS(columns));
        begun = true;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, texts_has(report->texts, "agreement", half)
                                            ? report_word(report, "agreement", half)
                                            : group);
        document_cell(report->document, telling_value(report, both));
        document_cell(report->document, telling_value(report, percent));
        document_cell(report->document, telling_value(report, kappa));
        agreement_cells(report, alpha);
        document_cell(report->document,
                      coders_remark(report, alpha != NULL ? alpha : nominal, kappa));
    }
    g_ptr_array_unref(groups);
}

void coders_pairs(struct report *report, const char *term)
{
    coders_parts(report, term, "coder", "caption-pairs", "column-pair");
}

void coders_halves(struct report *report, const char *term)
{
    coders_parts(report, term, "half", "caption-halves", "column-half");
}
