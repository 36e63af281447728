#include "report/strands.h"
#include "report/part.h"
#include "report/telling.h"

#include <string.h>

/* Counts of a codebook without sides by a column that is no person: which code came up where. */
struct cover {
    const char *term;
    const char *by;
};

static bool cover_is_met(const GArray *covers, const struct result *result)
{
    for (guint i = 0; i < covers->len; i++) {
        const struct cover *cover = &g_array_index(covers, struct cover, i);

        if (strcmp(cover->term, result->term) == 0 && strcmp(cover->by, result->by) == 0)
            return true;
    }
    return false;
}

static GArray *covers(struct report *report)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct cover));

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);
        const struct part *part = telling_part(report, result->term);
        struct cover cover = {result->term, result->by};

        if (part != NULL && part->sides->len == 0 && strcmp(result->analysis, "count") == 0 &&
            strcmp(result->statistic, "segments") == 0 && *result->subject != '\0' &&
            telling_is_grouping(report, result->by) && !cover_is_met(found, result))
            g_array_append_val(found, cover);
    }
    return found;
}

static bool coverage_is_there(struct report *report)
{
    GArray *found = covers(report);
    bool any = found->len > 0;

    g_array_free(found, TRUE);
    return any;
}

static const char *coverage_count(struct report *report, const struct cover *cover,
                                  const char *group, const char *code)
{
    const char *value = telling_value(
        report, TELLING(report, "count", .by = cover->by, .group = group, .subject = code,
                        .term = cover->term, .statistic = "segments"));

    return *value != '\0' ? value : report_count(report, 0);
}

static void coverage_table(struct report *report, const struct cover *cover)
{
    const struct part *part = telling_part(report, cover->term);
    GPtrArray *groups = telling_values(report, "count", cover->by, "segments", TELLING_GROUP);
    struct document_column *columns = g_new0(struct document_column, groups->len + 1);

    columns[0] = (struct document_column){part_noun(report, part, "title"), DOCUMENT_ROW_HEADER};
    for (guint i = 0; i < groups->len; i++)
        columns[i + 1] =
            (struct document_column){part_person_name(report, groups->pdata[i]), DOCUMENT_NUMBER};
    document_table(report->document,
                   SAY(report, "coverage", "caption", {"nouns", part_noun(report, part, "many")},
                       {"by", telling_name(report, cover->by)}),
                   columns, groups->len + 1);
    for (guint i = 0; i < part->codes->len; i++) {
        const char *code = part->codes->pdata[i];

        if (report_whole(part_result(report, part, code, "segments")) == 0)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document, part_label(report, code));
        for (guint j = 0; j < groups->len; j++)
            document_cell(report->document, coverage_count(report, cover, groups->pdata[j], code));
    }
    g_free(columns);
    g_ptr_array_unref(groups);
}

static void coverage_tables(struct report *report)
{
    GArray *found = covers(report);

    for (guint i = 0; i < found->len; i++)
        coverage_table(report, &g_array_index(found, struct cover, i));
    g_array_free(found, TRUE);
}

static void coverage_talk(struct report *report)
{
    telling_bullets(report, "coverage", "talk");
}

static void coverage_unknown(struct report *report)
{
    telling_bullets(report, "coverage", "unknown");
}

const struct strand coverage_strand = {.is_there = coverage_is_there,
                                       .tables = coverage_tables,
                                       .talk = coverage_talk,
                                       .unknown = coverage_unknown};
