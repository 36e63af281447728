#include "report/agreement.h"

#include <math.h>
#include <string.h>

enum { MOST_CONFUSED = 5 };

/* The coefficients of a whole system, in the order of the table. */
static const char *const coefficients[] = {
    "percent",
    "alpha_nominal",
    "alpha_ordinal",
    "alpha_interval",
    "kappa",
    "kappa_linear",
    "kappa_quadratic",
    "kappa_weighted",
    "pi",
    "fleiss",
    "conger",
    "ac1",
    "ac2",
    "brennan_prediger",
    "pabak",
    "u_alpha",
    "u_alpha_binary",
    "cu_alpha",
};

/* One coefficient a row, with why it or its interval is missing. */
static void coefficient_table(struct report *report, const char *term)
{
    const struct document_column columns[] = {
        agreement_column(report, "column-measure", DOCUMENT_ROW_HEADER),
        agreement_column(report, "column-value", DOCUMENT_NUMBER), agreement_interval(report),
        agreement_column(report, "column-why", DOCUMENT_TEXT)};

    document_table(report->document, agreement_title(report, "caption-measures", term), columns,
                   G_N_ELEMENTS(columns));
    for (size_t i = 0; i < G_N_ELEMENTS(coefficients); i++) {
        const struct result *result = agreement_whole(report, term, coefficients[i]);

        if (result == NULL)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      report_capital(report, report_word(report, "statistic", coefficients[i])));
        agreement_cells(report, result);
        document_cell(report->document, agreement_why(report, result));
    }
    document_note(report->document, report_word(report, "agreement", "note-bounds"));
}

/* The remark about a code: why there is no number, else that kappa and AC1 part ways. */
static const char *code_remark(struct report *report, const struct result *alpha,
                               const struct result *ac1)
{
    const char *why = agreement_why(report, alpha);

    return *why != '\0' ? why : agreement_why(report, ac1);
}

static void code_table(struct report *report, const char *term)
{
    GPtrArray *codes =
        telling_values(report, agreement_analysis, "", "prevalence", TELLING_SUBJECT);
    const struct document_column columns[] = {
        agreement_column(report, "column-code", DOCUMENT_ROW_HEADER),
        agreement_column(report, "column-prevalence", DOCUMENT_NUMBER),
        {report_capital(report, report_word(report, "statistic", "alpha_nominal")),
         DOCUMENT_NUMBER},
        agreement_interval(report),
        {report_word(report, "statistic", "ac1"), DOCUMENT_NUMBER},
        agreement_column(report, "column-why", DOCUMENT_TEXT)};
    bool begun = false;

    for (guint i = 0; i < codes->len; i++) {
        const struct finding_key key = {
            .analysis = agreement_analysis, .term = term, .subject = codes->pdata[i]};
        const struct result *prevalence = telling_statistic(report, key, "prevalence");
        const struct result *alpha = telling_statistic(report, key, "alpha_nominal");
        const struct result *ac1 = telling_statistic(report, key, "ac1");

        if (prevalence == NULL)
            continue;
        if (!begun)
            document_table(report->document, agreement_title(report, "caption-codes", term),
                           columns, G_N_ELEMENTS(columns));
        begun = true;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      report_capital(report, agreement_label(report, key.subject)));
        document_cell(report->document, telling_value(report, prevalence));
        agreement_cells(report, alpha);
        document_cell(report->document, telling_value(report, ac1));
        document_cell(report->document, code_remark(report, alpha, ac1));
    }
    if (begun)
        document_note(report->document, report_word(report, "agreement", "note-codes"));
    g_ptr_array_unref(codes);
}

/* The pairs of codes that were confused most. */
static void confusion_table(struct report *report, const char *term)
{
    GPtrArray *confused = agreement_confused(report, term);
    const struct document_column columns[] = {
        agreement_column(report, "column-one", DOCUMENT_ROW_HEADER),
        agreement_column(report, "column-other", DOCUMENT_TEXT),
        agreement_column(report, "column-times", DOCUMENT_NUMBER)};

    if (confused->len > 0)
        document_table(report->document, agreement_title(report, "caption-confusion", term),
                       columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < confused->len && i < MOST_CONFUSED; i++) {
        const struct result *result = confused->pdata[i];

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      agreement_label(report, telling_first(report, result->subject)));
        document_cell(report->document,
                      agreement_label(report, telling_second(report, result->subject)));
        document_cell(report->document, report_value(report, result));
    }
    g_ptr_array_unref(confused);
}

static void system_tables(struct report *report, const char *term)
{
    int64_t coders = report_whole(agreement_whole(report, term, "coders"));

    if (coders < 2)
        return;
    confusion_table(report, term);
    named_table(report, term);
    coders_table(report, term);
    coefficient_table(report, term);
    if (coders > 2)
        coders_pairs(report, term);
    code_table(report, term);
    coders_halves(report, term);
}

void agreement_tables(struct report *report)
{
    GPtrArray *found = agreement_systems(report);
    GPtrArray *rated = agreement_rated(report);

    for (guint i = 0; i < found->len; i++)
        system_tables(report, found->pdata[i]);
    for (guint i = 0; i < rated->len; i++)
        ratings_table(report, rated->pdata[i]);
    g_ptr_array_unref(rated);
    g_ptr_array_unref(found);
}
