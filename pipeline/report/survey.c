#include "report/lanes.h"
#include "report/pictures.h"
#include "report/strands.h"
#include "report/telling.h"

#include <string.h>

static const char analysis[] = "describe";

static bool survey_is_there(struct report *report)
{
    GPtrArray *found = telling_values(report, analysis, NULL, "mean", TELLING_SUBJECT);
    bool any = found->len > 0;

    g_ptr_array_unref(found);
    return any;
}

/* Whom the subjects that have this statistic were answered by: a result for each subject and lane,
 * of the persons who did; to be freed with g_ptr_array_unref(). */
static GPtrArray *survey_lanes(struct report *report, const char *statistic)
{
    GPtrArray *subjects = telling_values(report, analysis, NULL, statistic, TELLING_SUBJECT);
    GPtrArray *all = g_ptr_array_new();

    for (guint i = 0; i < subjects->len; i++) {
        GPtrArray *lanes =
            lanes_find(report, &(const struct finding_key){.analysis = analysis,
                                                           .subject = subjects->pdata[i],
                                                           .statistic = "persons"});

        g_ptr_array_extend_and_steal(all, lanes);
    }
    g_ptr_array_unref(subjects);
    return all;
}

static void cell(struct report *report, const struct result *lane, const char *statistic)
{
    document_cell(report->document, telling_value(report, lanes_number(report, lane, statistic)));
}

/* The scales, which have a number of items, on which anybody has a score. */
static GPtrArray *scales(struct report *report)
{
    GPtrArray *found = survey_lanes(report, "items");

    for (guint i = found->len; i > 0; i--)
        if (report_whole(found->pdata[i - 1]) == 0)
            g_ptr_array_remove_index(found, i - 1);
    return found;
}

/* Where nothing else is the answer: how many filled it in. */
static const char *survey_lead(struct report *report)
{
    GPtrArray *found = scales(report);
    GPtrArray *pairs = telling_values(report, "match", NULL, "difference", TELLING_TERM);
    GPtrArray *people = lanes_everybody(report, found);
    const char *lead = "";

    if (report->parts->len == 0 && pairs->len == 0 && people->len > 0)
        lead = SAY(report, "survey", "lead", {"people", report_join(report, people)});
    g_ptr_array_unref(people);
    g_ptr_array_unref(pairs);
    g_ptr_array_unref(found);
    return lead;
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
        const struct result *scale = found->pdata[i];
        const struct result *alphas = lanes_number(report, scale, "alpha");
        const char *interval = telling_interval(report, alphas);
        const char *alpha = telling_value(report, alphas);

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      lanes_label(report, scale, scale_title(report, scale->subject)));
        cell(report, scale, "items");
        cell(report, scale, "persons");
        cell(report, scale, "mean");
        document_cell(report->document,
                      telling_interval(report, lanes_number(report, scale, "mean")));
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

/* What to do with it is said where it is all there is. */
static void survey_advice(struct report *report)
{
    if (*survey_lead(report) != '\0')
        telling_bullets(report, "survey", "can");
}

static void survey_talk(struct report *report)
{
    if (*survey_lead(report) != '\0')
        telling_bullets(report, "survey", "talk");
}

static void survey_unknown(struct report *report)
{
    telling_bullets(report, "survey", "unknown");
}

/* Every question, for who wants to look one up. */
static void survey_account(struct report *report)
{
    GPtrArray *items = survey_lanes(report, "item_rest");
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
        const struct result *item = items->pdata[i];

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      lanes_label(report, item, telling_name(report, item->subject)));
        for (size_t j = 0; j < G_N_ELEMENTS(statistics); j++)
            cell(report, item, statistics[j]);
    }
    g_ptr_array_unref(items);
}

const struct strand survey_strand = {.is_there = survey_is_there,
                                     .lead = survey_lead,
                                     .tables = survey_tables,
                                     .advice = survey_advice,
                                     .talk = survey_talk,
                                     .unknown = survey_unknown,
                                     .account = survey_account};
