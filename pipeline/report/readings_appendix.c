#include "report/readings.h"

#include <string.h>

enum { ROWS_SHOWN = 1000 };

static bool readings_is_like(const struct readings_entry *left, const struct readings_entry *right)
{
    return left->ledger == right->ledger && strcmp(left->file, right->file) == 0 &&
           strcmp(left->line, right->line) == 0 && strcmp(left->level, right->level) == 0 &&
           strcmp(left->what, right->what) == 0;
}

/* One row for `n` entries that differ in their value only. */
static void readings_row(struct report *report, struct readings_entry *const *entries, guint n)
{
    const struct readings_entry *entry = entries[0];
    const char *level = entry->level;
    GString *values = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(values, "%s%s", i > 0 ? "; " : "",
                               readings_value(report, entries[i]));
    if (texts_has(report->texts, "level", level))
        level = report_word(report, "level", level);
    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, readings_phrase(report, entry->what));
    document_cell(report->document, values->str);
    document_cell(report->document, level);
    document_cell(report->document, entry->file);
    document_cell(report->document, entry->line);
    g_string_free(values, TRUE);
}

static void readings_rows(struct report *report, const GPtrArray *shown)
{
    struct readings_entry *const *entries = (struct readings_entry *const *)(void *)shown->pdata;
    guint last = MIN(shown->len, ROWS_SHOWN);
    int64_t all = 0;
    guint n;

    for (guint i = 0; i < last; i += n) {
        if (i == 0 || entries[i]->ledger != entries[i - 1]->ledger) {
            document_row(report->document, DOCUMENT_ROW_GROUP);
            document_cell(report->document, report->readings->chains->pdata[entries[i]->ledger]);
        }
        for (n = 1; i + n < last && readings_is_like(entries[i], entries[i + n]); n++)
            ;
        readings_row(report, &entries[i], n);
    }
    for (guint i = 0; i < shown->len; i++)
        all += entries[i]->n;
    if (last < shown->len)
        document_note(report->document,
                      SAY(report, "report", "note-appendix", {"k", report_count(report, last)},
                          {"n", report_count(report, all)}));
}

void readings_appendix(struct report *report)
{
    const GArray *entries = report->readings == NULL ? NULL : report->readings->entries;
    GPtrArray *shown = g_ptr_array_new();
    const struct document_column columns[] = {
        {report_word(report, "report", "column-what"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-value"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-level"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-file"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-line"), DOCUMENT_NUMBER},
    };

    for (guint i = 0; entries != NULL && i < entries->len; i++)
        if (!readings_is_silent(&g_array_index(entries, struct readings_entry, i)))
            g_ptr_array_add(shown, &g_array_index(entries, struct readings_entry, i));
    if (shown->len > 0) {
        document_heading(report->document, 2, report_word(report, "report", "heading-appendix"));
        document_table(report->document, report_word(report, "report", "caption-appendix"), columns,
                       G_N_ELEMENTS(columns));
        readings_rows(report, shown);
    }
    g_ptr_array_unref(shown);
}
