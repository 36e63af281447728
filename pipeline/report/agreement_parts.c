#include "report/agreement.h"
#include "report/part.h"

#include <string.h>

const char *agreement_label(struct report *report, const char *code)
{
    return *code == '\0' ? report_word(report, "agreement", "no-code") : part_label(report, code);
}

static int by_count(gconstpointer a, gconstpointer b)
{
    const struct result *first = *(const struct result *const *)a;
    const struct result *second = *(const struct result *const *)b;

    return (second->value > first->value) - (second->value < first->value);
}

GPtrArray *agreement_confused(struct report *report, const char *term)
{
    GPtrArray *confused = g_ptr_array_new();

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        if (strcmp(result->analysis, agreement_analysis) == 0 &&
            strcmp(result->statistic, "confusion") == 0 && strcmp(result->term, term) == 0 &&
            *result->by == '\0' && result->value > 0 &&
            strcmp(telling_first(report, result->subject),
                   telling_second(report, result->subject)) != 0)
            g_ptr_array_add(confused, (gpointer)result);
    }
    g_ptr_array_sort(confused, by_count);
    return confused;
}

const char *agreement_title(struct report *report, const char *caption, const char *term)
{
    return SAY(report, "agreement", caption, {"book", term});
}

struct document_column agreement_column(struct report *report, const char *key,
                                        enum document_column_kind kind)
{
    return (struct document_column){report_word(report, "agreement", key), kind};
}

struct document_column agreement_interval(struct report *report)
{
    return (struct document_column){report_word(report, "tables", "column-interval"),
                                    DOCUMENT_NUMBER};
}

void agreement_cells(struct report *report, const struct result *result)
{
    document_cell(report->document, result != NULL ? report_value(report, result) : "");
    document_cell(report->document, telling_interval(report, result));
}
