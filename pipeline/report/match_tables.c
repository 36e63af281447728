#include "report/match.h"
#include "report/telling.h"

#include <string.h>

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
    struct document_column columns[2 + MATCH_CLASSES] = {
        {report_word(report, "match", "column-part"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER}};

    for (size_t i = 0; i < MATCH_CLASSES; i++)
        columns[2 + i] = (struct document_column){
            report_capital(report, match_class_name(report, found->pdata[0], match_classes[i])),
            DOCUMENT_NUMBER};
    document_table(report->document, report_word(report, "match", "caption-classes"), columns,
                   2 + MATCH_CLASSES);
    for (guint i = 0; i < found->len; i++) {
        const char *pair = found->pdata[i];

        if (match_kind(report, pair) == PAIR_ITEM)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, telling_name(report, telling_first(report, pair)));
        cell(report, pair, "persons");
        for (size_t j = 0; j < MATCH_CLASSES; j++)
            document_cell(report->document, match_class(report, pair, match_classes[j]));
    }
    document_note(report->document, report_word(report, "match", "note-classes"));
}

/* The first pair by a column of groups, such as the school. */
static void group_table(struct report *report, const char *pair, const char *by)
{
    GPtrArray *groups = telling_values(report, match_analysis, by, "difference", TELLING_GROUP);
    const struct document_column columns[] = {
        {report_capital(report, telling_columns(report, by)), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-offer"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-use"), DOCUMENT_NUMBER},
        {report_word(report, "match", "column-difference"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER}};
    static const char *const statistics[] = {"persons", "offer_mean", "use_mean", "difference"};

    document_table(report->document,
                   SAY(report, "match", "caption-groups", {"by", telling_columns(report, by)}),
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

/* What the outcome is like in each class; terms are OFFER~USE~OUTCOME. */
static void outcome_table(struct report *report, const char *pair)
{
    GPtrArray *terms = telling_values(report, match_analysis, "", "outcome_mean", TELLING_TERM);
    const char *start = report_hold(report, g_strconcat(pair, "~", NULL));

    for (guint i = 0; i < terms->len; i++) {
        const char *term = terms->pdata[i];
        const char *outcome = term + strlen(start);

        if (!g_str_has_prefix(term, start))
            continue;
        document_table(
            report->document,
            SAY(report, "match", "caption-outcome", {"outcome", telling_name(report, outcome)}),
            (const struct document_column[]){
                {report_word(report, "match", "column-class"), DOCUMENT_ROW_HEADER},
                {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
                {report_word(report, "survey", "column-mean"), DOCUMENT_NUMBER}},
            3);
        for (size_t j = 0; j < MATCH_CLASSES; j++) {
            const struct result *mean =
                TELLING(report, match_analysis, .term = term, .subject = match_classes[j],
                        .statistic = "outcome_mean");

            document_row(report->document, DOCUMENT_ROW);
            document_cell(report->document,
                          report_capital(report, match_class_name(report, pair, match_classes[j])));
            document_cell(report->document, mean != NULL ? report_count(report, mean->n) : "");
            document_cell(report->document, telling_value(report, mean));
        }
        document_note(report->document, report_word(report, "match", "note-outcome"));
    }
    g_ptr_array_unref(terms);
}

/* The first pair by each column, or (two_way) by each two of them. */
static void group_tables(struct report *report, const char *pair, bool two_way)
{
    GPtrArray *columns = telling_values(report, match_analysis, NULL, "difference", TELLING_BY);

    for (guint i = 0; i < columns->len; i++) {
        const char *by = columns->pdata[i];

        if (*by != '\0' && (strchr(by, '+') != NULL) == two_way)
            group_table(report, pair, by);
    }
    g_ptr_array_unref(columns);
}

void match_tables(struct report *report)
{
    GPtrArray *found = match_pairs(report);

    means_table(report, found, false);
    class_table(report, found);
    outcome_table(report, found->pdata[0]);
    group_tables(report, found->pdata[0], false);
    g_ptr_array_unref(found);
}

void match_account_tables(struct report *report)
{
    GPtrArray *found = match_pairs(report);
    bool items = false;

    group_tables(report, found->pdata[0], true);
    for (guint i = 0; i < found->len; i++)
        items |= match_kind(report, found->pdata[i]) == PAIR_ITEM;
    if (items)
        means_table(report, found, true);
    g_ptr_array_unref(found);
}
