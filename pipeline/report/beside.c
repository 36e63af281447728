#include "report/lanes.h"
#include "report/persons.h"
#include "report/strands.h"
#include "report/telling.h"

#include <string.h>

static const char analysis[] = "match";

static GPtrArray *terms(struct report *report)
{
    return telling_values(report, analysis, NULL, "beside_score", TELLING_TERM);
}

/* The columns of persons: one a role that has both. To be freed with g_ptr_array_unref(). */
static GPtrArray *by_columns(struct report *report)
{
    return telling_values(report, analysis, NULL, "beside_score", TELLING_BY);
}

static bool beside_is_there(struct report *report)
{
    GPtrArray *found = terms(report);
    bool any = found->len > 0;

    g_ptr_array_unref(found);
    return any;
}

/* The parts of CODEBOOK/side:NAME/UNIT, held; "" where the item is not of that form. */
static const char *share_part(struct report *report, const char *item, guint which)
{
    char **words = g_strsplit(item, "/", 3);
    const char *part = "";

    if (g_strv_length(words) == 3)
        part = report_hold(report, g_strdup(which == 1 ? strchr(words[1], ':') + 1 : words[which]));
    g_strfreev(words);
    return part;
}

/* What the share is of, said by its verb: what was said, or what was seen. */
static const char *share_name(struct report *report, const char *term)
{
    const char *item = telling_second(report, term);
    bool mention = strcmp(share_part(report, item, 2), "mention") == 0;

    return SAY(report, "beside", mention ? "share-mention" : "share-coded",
               {"side", share_part(report, item, 1)});
}

static void beside_details(struct report *report)
{
    GPtrArray *found = terms(report);

    for (guint i = 0; i < found->len; i++) {
        const char *term = found->pdata[i];
        GPtrArray *lanes =
            lanes_find(report, &(const struct finding_key){
                                   .analysis = analysis, .term = term, .statistic = "persons"});

        for (guint j = 0; j < lanes->len; j++)
            document_paragraph(report->document, DOCUMENT_BODY,
                               SAY(report, "beside", "details",
                                   {"people", lanes_people(report, lanes->pdata[j])},
                                   {"score", telling_name(report, telling_first(report, term))},
                                   {"share", share_name(report, term)}));
        g_ptr_array_unref(lanes);
    }
    g_ptr_array_unref(found);
}

static void beside_rows(struct report *report, const char *term, const char *by,
                        const GPtrArray *persons)
{
    const char *score = telling_name(report, telling_first(report, term));
    const struct document_column columns[] = {
        {report_word(report, "person", report_choose(report, "person", by, "title")),
         DOCUMENT_ROW_HEADER},
        {report_capital(report, score), DOCUMENT_NUMBER},
        {report_capital(report, share_name(report, term)), DOCUMENT_NUMBER}};

    document_table(report->document, report_word(report, "beside", "caption"), columns,
                   G_N_ELEMENTS(columns));
    for (guint i = 0; i < persons->len; i++) {
        static const char *const statistics[] = {"beside_score", "beside_share"};

        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, persons->pdata[i]);
        for (size_t j = 0; j < G_N_ELEMENTS(statistics); j++) {
            const char *value = telling_value(
                report, TELLING(report, analysis, .by = by, .group = persons->pdata[i],
                                .term = term, .statistic = statistics[j]));

            document_cell(report->document,
                          *value != '\0' ? value : report_word(report, "tables", "nothing"));
        }
    }
    document_note(report->document, report_word(report, "beside", "note"));
}

/* The tables of the persons by one column, in the story, or (of many persons) in the account. */
static void beside_by(struct report *report, const char *by, bool account)
{
    GPtrArray *found = terms(report);
    GPtrArray *persons = telling_values(report, analysis, by, "beside_score", TELLING_GROUP);
    bool many = persons_are_many(persons);

    if (many && account)
        document_heading(report->document, 3, report_word(report, "beside", "heading-account"));
    if (many && !account)
        document_paragraph(report->document, DOCUMENT_BODY, report_word(report, "beside", "later"));
    for (guint i = 0; i < found->len && many == account; i++)
        beside_rows(report, found->pdata[i], by, persons);
    g_ptr_array_unref(persons);
    g_ptr_array_unref(found);
}

static void beside_each(struct report *report, bool account)
{
    GPtrArray *columns = by_columns(report);

    for (guint i = 0; i < columns->len; i++)
        beside_by(report, columns->pdata[i], account);
    g_ptr_array_unref(columns);
}

static void beside_tables(struct report *report)
{
    beside_each(report, false);
}

static void beside_account(struct report *report)
{
    beside_each(report, true);
}

static void beside_talk(struct report *report)
{
    telling_bullets(report, "beside", "talk");
}

static void beside_unknown(struct report *report)
{
    telling_bullets(report, "beside", "unknown");
}

const struct strand beside_strand = {.is_there = beside_is_there,
                                     .details = beside_details,
                                     .tables = beside_tables,
                                     .talk = beside_talk,
                                     .unknown = beside_unknown,
                                     .account = beside_account};
