#include "report/agreement.h"
#include "report/part.h"
#include "report/telling.h"

#include <math.h>
#include <string.h>

enum { MOST_CONFUSED = 5 };

/* The coefficients of a whole system, in the order of the table. */
static const char *const coefficients[] = {
    "percent", "alpha_nominal",  "alpha_ordinal", "kappa", "kappa_linear", "kappa_quadratic",
    "pi",      "fleiss",         "conger",        "ac1",   "ac2",          "brennan_prediger",
    "u_alpha", "u_alpha_binary", "cu_alpha",
};

static const char *const ratings[] = {"icc_11", "icc_21", "icc_31", "icc_1k",
                                      "icc_2k", "icc_3k", "lin"};

/* One coefficient: its value with its limits, or why there is none. */
static void agreement_row(struct report *report, const struct result *result, const char *title)
{
    const char *why = "";

    if (result == NULL)
        return;
    if (isnan(result->value) || isnan(result->low)) {
        char **words = g_strsplit(result->note, "; ", 2);

        if (words[0] != NULL && texts_has(report->texts, "note", words[0]))
            why = report_word(report, "note", words[0]);
        g_strfreev(words);
    }
    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, report_capital(report, title));
    document_cell(report->document, isnan(result->value)
                                        ? report_word(report, "agreement", "not-computable")
                                        : report_value(report, result));
    document_cell(report->document, telling_interval(report, result));
    document_cell(report->document, why);
}

static void agreement_columns(struct report *report, const char *caption, const char *first)
{
    const struct document_column columns[] = {
        {first, DOCUMENT_ROW_HEADER},
        {report_word(report, "agreement", "column-value"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER},
        {report_word(report, "agreement", "column-why"), DOCUMENT_TEXT}};

    document_table(report->document, caption, columns, G_N_ELEMENTS(columns));
}

static void coefficient_table(struct report *report, const char *term, const char *const *list,
                              size_t n, const char *caption)
{
    bool any = false;

    for (size_t i = 0; i < n; i++)
        any |= agreement_whole(report, term, list[i]) != NULL;
    if (!any)
        return;
    agreement_columns(report, SAY(report, "agreement", caption, {"book", term}),
                      report_word(report, "agreement", "column-measure"));
    for (size_t i = 0; i < n; i++)
        agreement_row(report, agreement_whole(report, term, list[i]),
                      report_word(report, "statistic", list[i]));
    document_note(report->document, report_word(report, "agreement", "note-bounds"));
}

/* Rows of one statistic by subject: codes, or criteria. */
static void subject_table(struct report *report, const char *term, const char *statistic,
                          const char *caption, const char *first)
{
    GPtrArray *subjects =
        telling_values(report, agreement_analysis, "", statistic, TELLING_SUBJECT);
    bool begun = false;

    for (guint i = 0; i < subjects->len; i++) {
        const char *subject = subjects->pdata[i];
        const struct result *result = TELLING(report, agreement_analysis, .term = term,
                                              .subject = subject, .statistic = statistic);

        if (*subject == '\0' || result == NULL)
            continue;
        if (!begun)
            agreement_columns(report, SAY(report, "agreement", caption, {"book", term}),
                              report_word(report, "agreement", first));
        begun = true;
        agreement_row(report, result,
                      codebooks_item(report->codebooks, subject) != NULL
                          ? telling_name(report, subject)
                          : part_label(report, subject));
    }
    g_ptr_array_unref(subjects);
}

/* The label of a half of CODE~CODE; an empty one is no code. */
static const char *confused_label(struct report *report, const char *code)
{
    return *code == '\0' ? report_word(report, "agreement", "no-code") : part_label(report, code);
}

static int by_count(gconstpointer a, gconstpointer b)
{
    const struct result *first = *(const struct result *const *)a;
    const struct result *second = *(const struct result *const *)b;

    return (second->value > first->value) - (second->value < first->value);
}

/* The pairs of codes that were confused most; equal ones as they stand in the results. */
static void confusion_table(struct report *report, const char *term)
{
    GPtrArray *confused = g_ptr_array_new();
    const struct document_column columns[] = {
        {report_word(report, "agreement", "column-one"), DOCUMENT_ROW_HEADER},
        {report_word(report, "agreement", "column-other"), DOCUMENT_TEXT},
        {report_word(report, "agreement", "column-times"), DOCUMENT_NUMBER}};

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        if (strcmp(result->analysis, agreement_analysis) == 0 &&
            strcmp(result->statistic, "confusion") == 0 && strcmp(result->term, term) == 0 &&
            *result->by == '\0' && result->value > 0 &&
            strcmp(telling_first(report, result->subject),
                   telling_second(report, result->subject)) != 0)
            g_ptr_array_add(confused, (gpointer)result);
    }
    g_ptr_array_sort(confused, by_count);
    if (confused->len > 0)
        document_table(report->document,
                       SAY(report, "agreement", "caption-confusion", {"book", term}), columns,
                       G_N_ELEMENTS(columns));
    for (guint i = 0; i < confused->len && i < MOST_CONFUSED; i++) {
        const struct result *result = confused->pdata[i];

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      confused_label(report, telling_first(report, result->subject)));
        document_cell(report->document,
                      confused_label(report, telling_second(report, result->subject)));
        document_cell(report->document, report_value(report, result));
    }
    g_ptr_array_unref(confused);
}

void agreement_tables(struct report *report)
{
    GPtrArray *found = agreement_systems(report);

    for (guint i = 0; i < found->len; i++) {
        const char *term = found->pdata[i];

        if (report_whole(agreement_whole(report, term, "coders")) < 2)
            continue;
        subject_table(report, term, "self_minus_others", "caption-self", "column-criterion");
        confusion_table(report, term);
        coefficient_table(report, term, coefficients, G_N_ELEMENTS(coefficients),
                          "caption-measures");
        coefficient_table(report, term, ratings, G_N_ELEMENTS(ratings), "caption-ratings");
        subject_table(report, term, "alpha_nominal", "caption-codes", "column-code");
    }
    g_ptr_array_unref(found);
}
