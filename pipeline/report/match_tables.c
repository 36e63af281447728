#include "report/match.h"
#include "report/telling.h"

#include <string.h>

static const char *const classes[] = {"more-offer", "fitting", "more-use"};

static void cell(struct report *report, const char *pair, const char *statistic)
{
    document_cell(report->document,
                  telling_value(report, TELLING(report, match_analysis, .term = pair,
                                                .statistic = statistic)));
}

/* The means side by side, of the pairs of some kinds. */
static void means_table(struct report *report, const GPtrArray *found, bool items)
{
    const struct document_column columns[] = {
        {report_word(report, "match", items ? "column-items" : "column-part"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-offer"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-use"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-difference"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-concordance"), DOCUMENT_NUMBER}};

    document_table(report->document,
                   report_word(report, "match", items ? "caption-items" : "caption-means"), columns,
                   G_N_ELEMENTS(columns) - items);
    for (guint i = 0; i < found->len; i++) {
        const char *pair = found->pdata[i];
        enum pair_kind kind = match_kind(report, pair);

        if ((kind == PAIR_ITEM) != items)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      kind == PAIR_SCALE
                          ? SAY(report, "match", "row-scale",
                                {"offer", telling_name(report, telling_first(report, pair))},
                                {"use", telling_name(report, telling_second(report, pair))})
                          : telling_name(report, telling_first(report, pair)));
        cell(report, pair, "persons");
        cell(report, pair, "offer_mean");
        cell(report, pair, "use_mean");
        cell(report, pair, "difference");
        document_cell(report->document,
                      telling_interval(report, TELLING(report, match_analysis, .term = pair,
                                                       .statistic = "difference")));
        if (!items)
            cell(report, pair, "concordance");
    }
    document_note(report->document,
                  report_word(report, "match", items ? "note-items" : "note-means"));
}

static void class_table(struct report *report, const GPtrArray *found)
{
    struct document_column columns[4] = {
        {report_word(report, "match", "column-part"), DOCUMENT_ROW_HEADER}};

    for (size_t i = 0; i < G_N_ELEMENTS(classes); i++)
        columns[i + 1] = (struct document_column){
            report_capital(report, match_class_name(report, found->pdata[0], classes[i])),
            DOCUMENT_NUMBER};
    document_table(report->document, report_word(report, "match", "caption-classes"), columns, 4);
    for (guint i = 0; i < found->len; i++) {
        const char *pair = found->pdata[i];

        if (match_kind(report, pair) == PAIR_ITEM)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, telling_name(report, telling_first(report, pair)));
        for (size_t j = 0; j < G_N_ELEMENTS(classes); j++)
            document_cell(report->document, match_class(report, pair, classes[j]));
    }
    document_note(report->document, report_word(report, "match", "note-classes"));
}

/* The first pair by a column of groups, such as the school. */
static void group_table(struct report *report, const char *pair, const char *by)
{
    GPtrArray *groups = telling_values(report, match_analysis, by, "difference", TELLING_GROUP);
    const struct document_column columns[] = {
        {report_capital(report, telling_name(report, by)), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-offer"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-use"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-difference"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER}};
    static const char *const statistics[] = {"persons", "offer_mean", "use_mean", "difference"};

    document_table(report->document,
                   SAY(report, "match", "caption-groups", {"by", telling_name(report, by)}),
                   columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < groups->len; i++) {
        const struct result *found = NULL;

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, groups->pdata[i]);
        for (size_t j = 0; j < G_N_ELEMENTS(statistics); j++) {
            found = TELLING(report, match_analysis, .by = by, .group = groups->pdata[i],
                            .term = pair, .statistic = statistics[j]);
            document_cell(report->document, telling_value(report, found));
        }
        document_cell(report->document, telling_interval(report, found));
    }
    g_ptr_array_unref(groups);
}

void match_tables(struct report *report)
{
    GPtrArray *found = match_pairs(report);
    GPtrArray *columns = telling_values(report, match_analysis, NULL, "difference", TELLING_BY);
    bool items = false;

    means_table(report, found, false);
    class_table(report, found);
    for (guint i = 0; i < columns->len; i++)
        if (*(const char *)columns->pdata[i] != '\0')
            group_table(report, found->pdata[0], columns->pdata[i]);
    for (guint i = 0; i < found->len; i++)
        items |= match_kind(report, found->pdata[i]) == PAIR_ITEM;
    if (items)
        means_table(report, found, true);
    g_ptr_array_unref(columns);
    g_ptr_array_unref(found);
}
