#include "report/agreement.h"

#include <string.h>

/* How a passage was named: by everybody with one code, with different codes, or by some. */
enum named_how { NAMED_BY_ALL, NAMED_DIFFERENTLY, NAMED_BY_SOME };

/* The passages of a codebook that several coders named: the first row of each, whose codes follow
 * it. To be freed with g_ptr_array_unref(). */
static GPtrArray *named_passages(struct report *report, const char *term)
{
    GPtrArray *passages = g_ptr_array_new();
    const char *before = NULL;

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        if (strcmp(result->analysis, agreement_analysis) != 0 ||
            strcmp(result->statistic, "named") != 0 || strcmp(result->term, term) != 0)
            continue;
        if (before == NULL || strcmp(result->group, before) != 0)
            g_ptr_array_add(passages, GUINT_TO_POINTER(i));
        before = result->group;
    }
    return passages;
}

static bool named_follows(struct report *report, guint first, guint i)
{
    const struct result *passage = findings_at(report->findings, first);
    const struct result *result =
        i < findings_count(report->findings) ? findings_at(report->findings, i) : NULL;

    return result != NULL && strcmp(result->statistic, passage->statistic) == 0 &&
           strcmp(result->term, passage->term) == 0 && strcmp(result->group, passage->group) == 0;
}

static enum named_how named_how(struct report *report, guint first)
{
    const struct result *passage = findings_at(report->findings, first);

    if (named_follows(report, first, first + 1))
        return NAMED_DIFFERENTLY;
    return report_whole(passage) == passage->n ? NAMED_BY_ALL : NAMED_BY_SOME;
}

static guint named_count(struct report *report, const GPtrArray *passages, enum named_how how)
{
    guint n = 0;

    for (guint i = 0; i < passages->len; i++)
        n += named_how(report, GPOINTER_TO_UINT(passages->pdata[i])) == how;
    return n;
}

/* The sentence about those that some named, where there are any. */
static const char *named_some(struct report *report, const GPtrArray *passages)
{
    guint n = named_count(report, passages, NAMED_BY_SOME);

    return n == 0 ? "" : SAY(report, "agreement", "named-some", {"n", report_count(report, n)});
}

void named_details(struct report *report, const char *term)
{
    GPtrArray *passages = named_passages(report, term);

    if (passages->len > 0)
        document_paragraph(
            report->document, DOCUMENT_BODY,
            SAY(report, "agreement", "named", {"book", term},
                {"all", report_count(report, named_count(report, passages, NAMED_BY_ALL))},
                {"differ", report_count(report, named_count(report, passages, NAMED_DIFFERENTLY))},
                {"some", named_some(report, passages)}));
    g_ptr_array_unref(passages);
}

/* "sterk moment: 2 van de 3; minder sterk moment: 1 van de 3". Held. */
static const char *named_codes(struct report *report, guint first)
{
    GString *codes = g_string_new(NULL);

    for (guint i = first; named_follows(report, first, i); i++) {
        const struct result *result = findings_at(report->findings, i);
        char *of = show_of(report_whole(result), result->n, report->language);

        g_string_append_printf(codes, "%s%s: %s", i > first ? "; " : "",
                               agreement_label(report, result->subject), of);
        g_free(of);
    }
    return report_hold(report, g_string_free(codes, FALSE));
}

/* The rows of one kind, under their name. */
static void named_rows(struct report *report, const GPtrArray *passages, enum named_how how,
                       const char *key)
{
    static const char between[] = " + ";

    if (named_count(report, passages, how) == 0)
        return;
    document_row(report->document, DOCUMENT_ROW_GROUP);
    document_cell(report->document, report_word(report, "agreement", key));
    for (guint i = 0; i < passages->len; i++) {
        guint first = GPOINTER_TO_UINT(passages->pdata[i]);
        const char *group = findings_at(report->findings, first)->group;
        const char *unit = g_strrstr(group, between);

        if (named_how(report, first) != how || unit == NULL)
            continue;
        document_row(report->document, DOCUMENT_ROW);
        document_cell(report->document,
                      report_hold(report, g_strndup(group, (gsize)(unit - group))));
        document_cell(report->document, unit + strlen(between));
        document_cell(report->document, named_codes(report, first));
    }
}

void named_table(struct report *report, const char *term)
{
    GPtrArray *passages = named_passages(report, term);
    const struct document_column columns[] = {
        {report_capital(report, report_word(report, "column", "source")), DOCUMENT_ROW_HEADER},
        {report_capital(report, report_word(report, "column", "read-unit")), DOCUMENT_TEXT},
        {report_word(report, "agreement", "column-named"), DOCUMENT_TEXT}};

    if (passages->len > 0) {
        document_table(report->document, SAY(report, "agreement", "caption-named", {"book", term}),
                       columns, G_N_ELEMENTS(columns));
        named_rows(report, passages, NAMED_DIFFERENTLY, "named-differently");
        named_rows(report, passages, NAMED_BY_ALL, "named-by-all");
        document_note(report->document, report_word(report, "agreement", "note-named"));
    }
    g_ptr_array_unref(passages);
}
