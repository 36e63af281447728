#include "report/pictures.h"
#include "report/strands.h"
#include "report/telling.h"

#include <string.h>

static const char analysis[] = "describe";

/* Whose answers: all, or, where several roles filled it in, those of one (answers of two roles are
 * never taken together). */
struct whose {
    struct report *report;
    const char *by;
    const char *role;
};

/* The roles with answers of their own, behind "" for what only one of them was asked, or where
 * there are none. Where people were rated the roles are the raters', and agreement tells of it. */
static GPtrArray *roles(struct report *report)
{
    GPtrArray *found = telling_values(report, analysis, "", "mean", TELLING_GROUP);
    GPtrArray *each = telling_values(report, analysis, "role", "mean", TELLING_GROUP);
    GPtrArray *rated = telling_values(report, "agree", NULL, "ratings", TELLING_TERM);

    if (rated->len == 0)
        g_ptr_array_extend(found, each, NULL, NULL);
    g_ptr_array_unref(rated);
    g_ptr_array_unref(each);
    return found;
}

static bool survey_is_there(struct report *report)
{
    GPtrArray *found = roles(report);
    bool any = found->len > 0;

    g_ptr_array_unref(found);
    return any;
}

static struct whose whose(struct report *report, const char *role)
{
    return (struct whose){report, *role == '\0' ? "" : "role", role};
}

static const struct result *number(const struct whose *whose, const char *subject,
                                   const char *statistic)
{
    GPtrArray *books = telling_values(whose->report, analysis, whose->by, "mean", TELLING_TERM);
    const struct result *found = NULL;

    for (guint i = 0; i < books->len && found == NULL; i++)
        found = TELLING(whose->report, analysis, .by = whose->by, .group = whose->role,
                        .subject = subject, .term = books->pdata[i], .statistic = statistic);
    g_ptr_array_unref(books);
    return found;
}

static void cell(const struct whose *whose, const char *subject, const char *statistic)
{
    document_cell(whose->report->document,
                  telling_value(whose->report, number(whose, subject, statistic)));
}

/* The scales, which have a number of items, on which anybody has a score. */
static GPtrArray *scales(const struct whose *whose)
{
    GPtrArray *found = telling_values(whose->report, analysis, whose->by, "items", TELLING_SUBJECT);

    for (guint i = found->len; i > 0; i--)
        if (report_whole(number(whose, found->pdata[i - 1], "persons")) == 0)
            g_ptr_array_remove_index(found, i - 1);
    return found;
}

/* "40 personen", "31 aanstaande leraren": as far as the first scale knows; NULL for none. */
static const char *survey_people(const struct whose *whose)
{
    struct report *report = whose->report;
    GPtrArray *found = scales(whose);
    const struct result *persons =
        found->len > 0 ? number(whose, found->pdata[0], "persons") : NULL;
    const char *people;

    g_ptr_array_unref(found);
    if (persons == NULL)
        return NULL;
    people = telling_people(report, whose->role, report_whole(persons));
    return SAY(report, "survey", "people", {"n", report_value(report, persons)},
               {"people", people});
}

/* Where nothing else is the answer: how many filled it in. */
static const char *survey_lead(struct report *report)
{
    GPtrArray *found = roles(report);
    GPtrArray *pairs = telling_values(report, "match", "", "difference", TELLING_TERM);
    GPtrArray *people = g_ptr_array_new();
    const char *lead = "";

    for (guint i = 0; i < found->len; i++) {
        struct whose each = whose(report, found->pdata[i]);
        const char *some = survey_people(&each);

        if (some != NULL && (*each.role != '\0' || found->len == 1))
            g_ptr_array_add(people, (gpointer)some);
    }
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

static void survey_scale(const struct whose *whose, const char *scale)
{
    struct report *report = whose->report;
    const char *interval = telling_interval(report, number(whose, scale, "alpha"));
    const char *alpha = telling_value(report, number(whose, scale, "alpha"));

    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, scale_title(report, scale));
    cell(whose, scale, "items");
    cell(whose, scale, "persons");
    cell(whose, scale, "mean");
    document_cell(report->document, telling_interval(report, number(whose, scale, "mean")));
    cell(whose, scale, "sd");
    document_cell(report->document,
                  *interval == '\0'
                      ? alpha
                      : SAY(report, "survey", "alpha", {"alpha", alpha}, {"limits", interval}));
    cell(whose, scale, "omega");
}

/* The rows of a role stand under its name. */
static void survey_name(const struct whose *whose)
{
    struct report *report = whose->report;

    if (*whose->role == '\0')
        return;
    document_row(report->document, DOCUMENT_ROW_GROUP);
    document_cell(report->document, telling_people(report, whose->role, 2));
}

static void survey_tables(struct report *report)
{
    GPtrArray *found = roles(report);
    const struct document_column columns[] = {
        {report_word(report, "survey", "column-scale"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-items"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-mean"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-sd"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-alpha"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-omega"), DOCUMENT_NUMBER}};
    guint rows = 0;

    for (guint i = 0; i < found->len; i++) {
        struct whose each = whose(report, found->pdata[i]);
        GPtrArray *list = scales(&each);

        if (list->len > 0 && rows == 0)
            document_table(report->document, report_word(report, "survey", "caption-scales"),
                           columns, G_N_ELEMENTS(columns));
        if (list->len > 0)
            survey_name(&each);
        rows += list->len;
        for (guint j = 0; j < list->len; j++)
            survey_scale(&each, list->pdata[j]);
        g_ptr_array_unref(list);
    }
    if (rows > 0)
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

static void survey_items(const struct whose *whose, const GPtrArray *items)
{
    static const char *const statistics[] = {"persons", "mean", "sd", "item_rest"};

    survey_name(whose);
    for (guint i = 0; i < items->len; i++) {
        if (report_whole(number(whose, items->pdata[i], "persons")) == 0)
            continue; /* not asked of this role */
        document_row(whose->report->document, DOCUMENT_ROW);
        document_cell(whose->report->document, telling_name(whose->report, items->pdata[i]));
        for (size_t j = 0; j < G_N_ELEMENTS(statistics); j++)
            cell(whose, items->pdata[i], statistics[j]);
    }
}

/* Every question, for who wants to look one up. */
static void survey_account(struct report *report)
{
    GPtrArray *found = roles(report);
    GPtrArray *items = telling_values(report, analysis, NULL, "item_rest", TELLING_SUBJECT);
    const struct document_column columns[] = {
        {report_word(report, "survey", "column-item"), DOCUMENT_ROW_HEADER},
        {report_word(report, "survey", "column-persons"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-mean"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-sd"), DOCUMENT_NUMBER},
        {report_word(report, "survey", "column-item-rest"), DOCUMENT_NUMBER}};

    document_heading(report->document, 3, report_word(report, "survey", "heading-method"));
    telling_bullets(report, "survey", "method");
    pictures_likert_account(report);
    if (items->len > 0)
        document_table(report->document, report_word(report, "survey", "caption-items"), columns,
                       G_N_ELEMENTS(columns));
    for (guint i = 0; i < found->len && items->len > 0; i++) {
        struct whose each = whose(report, found->pdata[i]);

        survey_items(&each, items);
    }
    g_ptr_array_unref(items);
    g_ptr_array_unref(found);
}

const struct strand survey_strand = {.is_there = survey_is_there,
                                     .lead = survey_lead,
                                     .tables = survey_tables,
                                     .advice = survey_advice,
                                     .talk = survey_talk,
                                     .unknown = survey_unknown,
                                     .account = survey_account};
