#include "report/speakers.h"

#include <string.h>

static const char role_prefix[] = "role:";

/* Words of a role in turns: where turns are counted the whole conversation is in the file, and only
 * then do its words say who was speaking. */
static bool speakers_is_role(const struct result *result)
{
    char *unit = finding_method(result, "unit");
    bool turns = g_strcmp0(unit, "turn") == 0;

    g_free(unit);
    return turns && strcmp(result->statistic, "words") == 0 && *result->by == '\0' &&
           g_str_has_prefix(result->subject, role_prefix);
}

static const char *speakers_name(struct report *report, const char *role)
{
    const char *key = report_hold(report, g_strconcat(role, "-many", NULL));

    if (*role == '\0')
        return report_word(report, "tables", "no-role");
    return texts_has(report->texts, "person", key) ? report_word(report, "person", key) : role;
}

static void speakers_row(struct report *report, const struct result *words)
{
    char *unit = finding_method(words, "unit");
    const struct result *share =
        findings_find(report->findings, &(struct finding_key){.analysis = words->analysis,
                                                              .subject = words->subject,
                                                              .term = words->term,
                                                              .statistic = "word_share",
                                                              .unit = unit});

    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, speakers_name(report, words->subject + strlen(role_prefix)));
    document_cell(report->document, report_value(report, words));
    document_cell(report->document, share == NULL ? "" : report_value(report, share));
    g_free(unit);
}

void speakers_write(struct report *report)
{
    const struct document_column columns[] = {
        {report_word(report, "tables", "column-role"), DOCUMENT_ROW_HEADER},
        {report_word(report, "tables", "column-words"), DOCUMENT_NUMBER},
        {report_word(report, "tables", "column-words-share"), DOCUMENT_NUMBER},
    };
    GPtrArray *roles = g_ptr_array_new();

    for (guint i = 0; i < findings_count(report->findings); i++)
        if (speakers_is_role(findings_at(report->findings, i)))
            g_ptr_array_add(roles, (gpointer)findings_at(report->findings, i));
    if (roles->len > 1)
        document_table(report->document, report_word(report, "tables", "caption-words"), columns,
                       G_N_ELEMENTS(columns));
    for (guint i = 0; i < roles->len && roles->len > 1; i++)
        speakers_row(report, roles->pdata[i]);
    g_ptr_array_unref(roles);
}
