#include "report/strands.h"
#include "report/telling.h"

#include <math.h>
#include <string.h>

/* The first side of a part, as a subject; held. */
static const char *groups_side(struct report *report, const struct part *part)
{
    return part_side(report, part->sides->pdata[0]);
}

static const struct result *groups_share(struct report *report, const struct part *part,
                                         const char *by, const char *group)
{
    return TELLING(report, "count", .by = by, .group = group, .term = part->term,
                   .subject = groups_side(report, part), .statistic = "share");
}

static void groups_row(struct report *report, const struct part *part, const char *by,
                       const char *group)
{
    const struct result *share = groups_share(report, part, by, group);
    const struct result *persons = TELLING(report, "count", .by = by, .group = group,
                                           .term = part->term, .statistic = "sided_persons");
    const struct result *segments = TELLING(report, "count", .by = by, .group = group,
                                            .term = part->term, .statistic = "sided_segments");

    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, part_person_name(report, group));
    document_cell(report->document, telling_value(report, persons));
    document_cell(report->document, telling_value(report, segments));
    document_cell(report->document, telling_value(report, share));
    document_cell(report->document, telling_interval(report, share));
}

static void groups_table(struct report *report, const struct part *part, const char *by,
                         const GPtrArray *groups)
{
    const char *side = part_side_name(report, part->sides->pdata[0]);
    const struct document_column columns[] = {
        {report_capital(report, telling_name(report, by)), DOCUMENT_ROW_HEADER},
        {report_capital(report, part_people(report, part)), DOCUMENT_NUMBER},
        {report_capital(report, part_noun(report, part, "many")), DOCUMENT_NUMBER},
        {SAY(report, "groups", "column-share", {"side", side}), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-interval"), DOCUMENT_NUMBER}};

    document_table(report->document,
                   SAY(report, "groups", "caption", {"side", side},
                       {"nouns", part_noun(report, part, "many")},
                       {"by", telling_name(report, by)}),
                   columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < groups->len; i++)
        groups_row(report, part, by, groups->pdata[i]);
    document_note(report->document, report_word(report, "groups", "note"));
}

/* Calls `tell` for each part with sides and each column that it was counted by; whether any. */
static bool groups_each(struct report *report, void (*tell)(struct report *, const struct part *,
                                                            const char *, const GPtrArray *))
{
    GPtrArray *columns = telling_values(report, "count", NULL, "sided_segments", TELLING_BY);
    bool any = false;

    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];

        for (guint j = 0; j < columns->len && part->sides->len > 0; j++) {
            const char *by = columns->pdata[j];
            GPtrArray *groups = findings_groups(report->findings, by, part->term, part->unit);

            if (groups->len > 0 && telling_is_grouping(report, by)) {
                any = true;
                if (tell != NULL)
                    tell(report, part, by, groups);
            }
            g_ptr_array_unref(groups);
        }
    }
    g_ptr_array_unref(columns);
    return any;
}

static bool groups_are_there(struct report *report)
{
    return groups_each(report, NULL);
}

/* The first part with sides, and its column of time: whether something changed is part of the
 * answer. NULL when it was not counted by time. */
static const char *groups_time(const struct report *report, const struct part **found)
{
    static const char *const times[] = {"year", "moment"};
    const char *by = NULL;

    *found = NULL;
    for (guint i = 0; i < report->parts->len && *found == NULL; i++)
        if (((const struct part *)report->parts->pdata[i])->sides->len > 0)
            *found = report->parts->pdata[i];
    for (size_t i = 0; *found != NULL && by == NULL && i < G_N_ELEMENTS(times); i++) {
        GPtrArray *groups =
            findings_groups(report->findings, times[i], (*found)->term, (*found)->unit);

        if (groups->len > 1)
            by = times[i];
        g_ptr_array_unref(groups);
    }
    return by;
}

/* "Het aandeel volgend was 39 % (2020-2021), 36 % (2021-2022) en 48 % (2022-2023)." */
static const char *groups_lead(struct report *report)
{
    const struct part *part;
    const char *by = groups_time(report, &part);
    const char *words;
    GPtrArray *groups;
    GString *list;

    if (by == NULL || part == NULL)
        return "";
    groups = findings_groups(report->findings, by, part->term, part->unit);
    list = g_string_new(NULL);
    for (guint i = 0; i < groups->len; i++) {
        const struct result *share = groups_share(report, part, by, groups->pdata[i]);

        if (share == NULL || isnan(share->value))
            continue;
        if (list->len > 0)
            g_string_append(list,
                            i + 1 < groups->len ? ", " : report_word(report, "answer", "and"));
        g_string_append_printf(list, "%s (%s)", report_value(report, share),
                               part_person_name(report, groups->pdata[i]));
    }
    g_ptr_array_unref(groups);
    words = report_hold(report, g_string_free(list, FALSE));
    return *words == '\0'
               ? ""
               : SAY(report, "groups", "over-time",
                     {"side", part_side_name(report, part->sides->pdata[0])}, {"list", words});
}

/* "Per jaar: 2020-2021 38 %; 2021-2022 41 %", as far as there is a share for everybody, unless the
 * answer has said it. */
static void groups_sentence(struct report *report, const struct part *part, const char *by,
                            const GPtrArray *groups)
{
    const struct part *timed;
    const char *time = groups_time(report, &timed);
    bool said =
        time != NULL && timed != NULL && strcmp(by, time) == 0 && timed->number == part->number;
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < groups->len; i++) {
        const struct result *share = groups_share(report, part, by, groups->pdata[i]);

        if (share != NULL && !isnan(share->value))
            g_string_append_printf(list, "%s%s %s", list->len > 0 ? "; " : "",
                                   part_person_name(report, groups->pdata[i]),
                                   report_value(report, share));
    }
    if (list->len > 0 && !said)
        document_paragraph(report->document, DOCUMENT_BODY,
                           SAY(report, "groups", "sentence",
                               {"side", part_side_name(report, part->sides->pdata[0])},
                               {"by", telling_name(report, by)}, {"list", list->str}));
    g_string_free(list, TRUE);
}

static void groups_details(struct report *report)
{
    groups_each(report, groups_sentence);
}

static void groups_tables(struct report *report)
{
    groups_each(report, groups_table);
}

static void groups_unknown(struct report *report)
{
    telling_bullets(report, "groups", "unknown");
}

const struct strand groups_strand = {.is_there = groups_are_there,
                                     .lead = groups_lead,
                                     .details = groups_details,
                                     .tables = groups_tables,
                                     .unknown = groups_unknown};
