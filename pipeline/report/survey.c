#include "report/pictures.h"
#include "report/strands.h"
#include "report/telling.h"

#include <string.h>

static const char analysis[] = "describe";

static bool survey_is_there(struct report *report)
{
    GPtrArray *found = telling_values(report, analysis, "", "mean", TELLING_SUBJECT);
    bool any = found->len > 0;

    g_ptr_array_unref(found);
    return any;
}

static const struct result *number(struct report *report, const char *subject,
                                   const char *statistic)
{
    GPtrArray *books = telling_values(report, analysis, "", "mean", TELLING_TERM);
    const struct result *found = NULL;

    for (guint i = 0; i < books->len && found == NULL; i++)
        found = TELLING(report, analysis, .subject = subject, .term = books->pdata[i],
                        .statistic = statistic);
    g_ptr_array_unref(books);
    return found;
}

static void cell(struct report *report, const char *subject, const char *statistic)
{
    document_cell(report->document, telling_value(report, number(report, subject, statistic)));
}

/* The scales, which have a number of items, on which anybody has a score. */
static GPtrArray *scales(struct report *report)
{
    GPtrArray *found = telling_values(report, analysis, "", "items", TELLING_SUBJECT);

    for (guint i = found->len; i > 0; i--)
        if (report_whole(number(report, found->pdata[i - 1], "persons")) == 0)
            g_ptr_array_remove_index(found, i - 1);
    return found;
}

/* A facet stands under its scale. */
static const char *scale_title(struct report *report, const char *scale)
{
    const char *name = telling_name(report, scale);

    return strchr(scale, '/') == NULL ? report_capital(report, name)
                                      : SAY(report, "survey", "facet", {"facet", name});
}

static void survey_tables(struct report *report)
{
    GPtrArray *found = scales(report);
    const struct document_column columns[] = {
        {report_word(report, "survey", "column-scale"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-items"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-mean"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-sd"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-alpha"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-omega"), DOCUMENT_NUMBER}};

    if (found->len > 0)
        document_table(report->document, report_word(report, "survey", "caption-scales"), columns,
                       G_N_ELEMENTS(columns));
    for (guint i = 0; i < found->len; i++) {
        const char *scale = found->pdata[i];
        const char *interval = telling_interval(report, number(report, scale, "alpha"));
        const char *alpha = telling_value(report, number(report, scale, "alpha"));

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, scale_title(report, scale));
        cell(report, scale, "items");
        cell(report, scale, "persons");
        cell(report, scale, "mean");
        document_cell(report->document, telling_interval(report, number(report, scale, "mean")));
        cell(report, scale, "sd");
        document_cell(report->document,
                      *interval == '\0'
                          ? alpha
                          : SAY(report, "survey", "alpha", {"alpha", alpha}, {"limits", interval}));
        cell(report, scale, "omega");
    }
    if (found->len > 0)
        document_note(report->document, report_word(report, "survey", "note-scales"));
    g_ptr_array_unref(found);
}

static void survey_unknown(struct report *report)
{
    telling_bullets(report, "survey", "unknown");
}

/* Every question, for who wants to look one up. */
static void survey_account(struct report *report)
{
    GPtrArray *items = telling_values(report, analysis, "", "item_rest", TELLING_SUBJECT);
    const struct document_column columns[] = {
        {report_word(report, "survey", "column-item"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-mean"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-sd"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-item-rest"), DOCUMENT_NUMBER}};
    static const char *const statistics[] = {"persons", "mean", "sd", "item_rest"};

    document_heading(report->document, 3, report_word(report, "survey", "heading-method"));
    telling_bullets(report, "survey", "method");
    pictures_likert_account(report);
    if (items->len > 0)
        document_table(report->document, report_word(report, "survey", "caption-items"), columns,
                       G_N_ELEMENTS(columns));
    for (guint i = 0; i < items->len; i++) {
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, telling_name(report, items->pdata[i]));
        for (size_t j = 0; j < G_N_ELEMENTS(statistics); j++)
            cell(report, items->pdata[i], statistics[j]);
    }
    g_ptr_array_unref(items);
}

const struct strand survey_strand = {.is_there = survey_is_there,
                                     .tables = survey_tables,
                                     .unknown = survey_unknown,
                                     .account = survey_account};
