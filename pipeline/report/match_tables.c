#include "report/match.h"
#include "report/telling.h"

#include <string.h>

static void cell(struct report *report, const struct result *lane, const char *statistic)
{
    document_cell(report->document, telling_value(report, lanes_number(report, lane, statistic)));
}

/* Every pair in each of its lanes, a result each; to be freed with g_ptr_array_unref(). */
static GPtrArray *all_lanes(struct report *report, const GPtrArray *found)
{
    GPtrArray *all = g_ptr_array_new();

    for (guint i = 0; i < found->len; i++)
        g_ptr_array_extend_and_steal(all, match_lanes(report, found->pdata[i]));
    return all;
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
    GPtrArray *lanes = all_lanes(report, found);

    document_table(report->document,
                   report_word(report, "match", items ? "caption-items" : "caption-means"), columns,
                   G_N_ELEMENTS(columns) - items);
    for (guint i = 0; i < lanes->len; i++) {
        const struct result *lane = lanes->pdata[i];
        const char *pair = lane->term;
        enum pair_kind kind = match_kind(report, pair);

        if ((kind == PAIR_ITEM) != items)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(
            report->document,
            lanes_label(report, lane,
                        kind == PAIR_SCALE
                            ? SAY(report, "match", "row-scale",
                                  {"offer", telling_name(report, telling_first(report, pair))},
                                  {"use", telling_name(report, telling_second(report, pair))})
                            : telling_name(report, telling_first(report, pair))));
        cell(report, lane, "persons");
        cell(report, lane, "offer_mean");
        cell(report, lane, "use_mean");
        cell(report, lane, "difference");
        document_cell(report->document, telling_interval(report, lane));
        if (!items)
            cell(report, lane, "concordance");
    }
    g_ptr_array_unref(lanes);
    document_note(report->document,
                  report_word(report, "match", items ? "note-items" : "note-means"));
}

static void class_table(struct report *report, const GPtrArray *found)
{
    struct document_column columns[2 + MATCH_CLASSES] = {
        {report_word(report, "match", "column-part"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER}};
    GPtrArray *lanes = all_lanes(report, found);

    for (size_t i = 0; i < MATCH_CLASSES; i++)
        columns[2 + i] = (struct document_column){
            report_capital(report, match_class_name(report, found->pdata[0], match_classes[i])),
            DOCUMENT_NUMBER};
    document_table(report->document, report_word(report, "match", "caption-classes"), columns,
                   2 + MATCH_CLASSES);
    for (guint i = 0; i < lanes->len; i++) {
        const struct result *lane = lanes->pdata[i];

        if (match_kind(report, lane->term) == PAIR_ITEM)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(
            report->document,
            lanes_label(report, lane, telling_name(report, telling_first(report, lane->term))));
        cell(report, lane, "persons");
        for (size_t j = 0; j < MATCH_CLASSES; j++)
            document_cell(report->document, match_class(report, lane, match_classes[j]));
    }
    g_ptr_array_unref(lanes);
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

/* What the outcome of one term is like in each class of one lane. */
static void outcome_rows(struct report *report, const char *pair, const struct result *lane)
{
    for (size_t j = 0; j < MATCH_CLASSES; j++) {
        const struct result *mean = lanes_number_of(report, lane, match_classes[j], "outcome_mean");
        const char *class =
            report_capital(report, match_class_name(report, pair, match_classes[j]));

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, lanes_label(report, lane, class));
        document_cell(report->document, mean != NULL ? report_count(report, mean->n) : "");
        document_cell(report->document, telling_value(report, mean));
    }
}

/* What the outcome is like in each class; terms are OFFER~USE~OUTCOME. */
static void outcome_table(struct report *report, const char *pair)
{
    GPtrArray *terms = telling_values(report, match_analysis, NULL, "outcome_mean", TELLING_TERM);
    const char *start = report_hold(report, g_strconcat(pair, "~", NULL));

    for (guint i = 0; i < terms->len; i++) {
        const char *term = terms->pdata[i];
        const char *outcome = term + strlen(start);
        GPtrArray *lanes;

        if (!g_str_has_prefix(term, start))
            continue;
        lanes = lanes_find(report, &(const struct finding_key){.analysis = match_analysis,
                                                               .subject = match_classes[0],
                                                               .term = term,
                                                               .statistic = "outcome_mean"});
        document_table(
            report->document,
            SAY(report, "match", "caption-outcome", {"outcome", telling_name(report, outcome)}),
            (const struct document_column[]){
                {report_word(report, "match", "column-class"), DOCUMENT_ROW_HEADER},
                {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
                {report_word(report, "survey", "column-mean"), DOCUMENT_NUMBER}},
            3);
        for (guint j = 0; j < lanes->len; j++)
            outcome_rows(report, pair, lanes->pdata[j]);
        document_note(report->document, report_word(report, "match", "note-outcome"));
        g_ptr_array_unref(lanes);
    }
    g_ptr_array_unref(terms);
}

/* Whether a column is that of the lanes of a pair, which stand in its other tables. */
static bool lanes_told(struct report *report, const char *pair, const char *by)
{
    GPtrArray *lanes = match_lanes(report, pair);
    bool told = lanes->len > 0 && strcmp(((const struct result *)lanes->pdata[0])->by, by) == 0;

    g_ptr_array_unref(lanes);
    return told;
}

/* The first pair by each column, or (two_way) by each two of them. */
static void group_tables(struct report *report, const char *pair, bool two_way)
{
    GPtrArray *columns = telling_values(report, match_analysis, NULL, "difference", TELLING_BY);

    for (guint i = 0; i < columns->len; i++) {
        const char *by = columns->pdata[i];

        if (*by != '\0' && !lanes_told(report, pair, by) && (strchr(by, '+') != NULL) == two_way)
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
