#include "report/readings.h"
#include "table/ledger.h"

#include <string.h>

enum { ROWS_SHOWN = 1000 };

/* The entries of one kind in one file, of one ledger. */
struct appendix_kind {
    const struct readings_entry *first;
    guint rows;   /* entries that a row could show */
    guint met;    /* of these, so far */
    int64_t left; /* entries that no row shows */
};

struct appendix {
    struct report *report;
    GHashTable *by_key; /* struct appendix_kind */
    GPtrArray *kinds;   /* of first appearance */
    guint most;         /* rows of a kind */
};

static struct appendix_kind *appendix_kind(struct appendix *appendix,
                                           const struct readings_entry *entry)
{
    char *key = g_strdup_printf("%u\x1f%s\x1f%s\x1f%s", entry->ledger, entry->level, entry->what,
                                entry->file);
    struct appendix_kind *kind = g_hash_table_lookup(appendix->by_key, key);

    if (kind != NULL) {
        g_free(key);
        return kind;
    }
    kind = g_new0(struct appendix_kind, 1);
    kind->first = entry;
    g_hash_table_insert(appendix->by_key, key, kind);
    g_ptr_array_add(appendix->kinds, kind);
    return kind;
}

static guint appendix_rows(const struct appendix *appendix)
{
    guint rows = 0;

    for (guint i = 0; i < appendix->kinds->len; i++)
        rows +=
            MIN(((const struct appendix_kind *)appendix->kinds->pdata[i])->rows, appendix->most);
    return rows;
}

/* Counts the entries of each kind. All are shown where they are few; else of each kind the first,
 * so that one of which there are thousands leaves room for the others. */
static void appendix_count(struct appendix *appendix, const struct report *report)
{
    const GArray *entries = report->readings->entries;

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);

        if (!readings_is_silent(report, entry))
            appendix_kind(appendix, entry)->rows += entry->n == 1;
    }
    appendix->most = ROWS_SHOWN;
    while (appendix->most > 1 && appendix_rows(appendix) > ROWS_SHOWN)
        appendix->most /= 2;
}

/* The entries that are shown. To be freed. */
static GPtrArray *appendix_choose(struct appendix *appendix, const struct report *report)
{
    const GArray *entries = report->readings->entries;
    GPtrArray *shown = g_ptr_array_new();

    for (guint i = 0; i < entries->len; i++) {
        struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);
        struct appendix_kind *kind;

        if (readings_is_silent(report, entry))
            continue;
        kind = appendix_kind(appendix, entry);
        if (entry->n == 1 && kind->met++ < appendix->most)
            g_ptr_array_add(shown, entry);
        else
            kind->left += entry->n;
    }
    return shown;
}

static bool appendix_is_like(const struct readings_entry *left, const struct readings_entry *right)
{
    return left->ledger == right->ledger && strcmp(left->file, right->file) == 0 &&
           strcmp(left->line, right->line) == 0 && strcmp(left->level, right->level) == 0 &&
           strcmp(left->what, right->what) == 0;
}

static void appendix_write(struct report *report, const struct readings_entry *entry,
                           const char *values, const char *line)
{
    const char *level = entry->level;

    if (texts_has(report->texts, "level", level))
        level = report_word(report, "level", level);
    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, readings_phrase(report, entry->what));
    document_cell(report->document, values);
    document_cell(report->document, level);
    document_cell(report->document, entry->file);
    document_cell(report->document, line);
}

/* One row for `n` entries that differ in their value only. */
static void appendix_row(struct report *report, struct readings_entry *const *entries, guint n)
{
    GString *values = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(values, "%s%s", i > 0 ? "; " : "",
                               readings_value(report, entries[i]));
    appendix_write(report, entries[0], values->str, entries[0]->line);
    g_string_free(values, TRUE);
}

/* What of a ledger is not shown: how many of each kind. */
static void appendix_left(const struct appendix *appendix, unsigned ledger)
{
    struct report *report = appendix->report;

    for (guint i = 0; i < appendix->kinds->len; i++) {
        const struct appendix_kind *kind = appendix->kinds->pdata[i];

        if (kind->first->ledger == ledger && kind->left > 0)
            appendix_write(
                report, kind->first,
                SAY(report, "report", "appendix-more", {"n", report_count(report, kind->left)}),
                "");
    }
}

/* "Inlezen (vs-ingest --unit turn)": the step, and how it was called. */
static const char *appendix_step(struct report *report, const char *call)
{
    const char *name = g_str_has_prefix(call, "vs-") ? call + strlen("vs-") : call;
    char *key = g_strdup_printf("step-%.*s", (int)strcspn(name, " "), name);
    const char *text = call;

    if (texts_has(report->texts, "report", key))
        text = SAY(report, "report", "step", {"step", report_word(report, "report", key)},
                   {"call", call});
    g_free(key);
    return text;
}

static void appendix_rows_write(const struct appendix *appendix, const GPtrArray *shown)
{
    struct readings_entry *const *entries = (struct readings_entry *const *)(void *)shown->pdata;
    struct report *report = appendix->report;
    guint n;

    for (guint i = 0; i < shown->len; i += n) {
        unsigned ledger = entries[i]->ledger;

        if (i == 0 || ledger != entries[i - 1]->ledger) {
            document_row(report->document, DOCUMENT_ROW_GROUP);
            document_cell(report->document,
                          appendix_step(report, report->readings->chains->pdata[ledger]));
        }
        for (n = 1; i + n < shown->len && appendix_is_like(entries[i], entries[i + n]); n++)
            ;
        appendix_row(report, &entries[i], n);
        if (i + n == shown->len || entries[i + n]->ledger != ledger)
            appendix_left(appendix, ledger);
    }
}

static bool appendix_is_cut(const struct appendix *appendix)
{
    for (guint i = 0; i < appendix->kinds->len; i++)
        if (((const struct appendix_kind *)appendix->kinds->pdata[i])->left > 0)
            return true;
    return false;
}

static void appendix_table(const struct appendix *appendix, const GPtrArray *shown)
{
    struct report *report = appendix->report;
    const struct document_column columns[] = {
        {report_word(report, "report", "column-what"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-value"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-level"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-file"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-line"), DOCUMENT_NUMBER},
    };

    document_heading(report->document, 2, report_word(report, "report", "heading-appendix"));
    document_table(report->document, report_word(report, "report", "caption-appendix"), columns,
                   G_N_ELEMENTS(columns));
    appendix_rows_write(appendix, shown);
    if (appendix_is_cut(appendix))
        document_note(report->document, SAY(report, "report", "note-appendix",
                                            {"most", report_count(report, LEDGER_MOST)}));
}

void readings_appendix(struct report *report)
{
    struct appendix appendix = {.report = report};
    GPtrArray *shown;

    if (report->readings == NULL)
        return;
    appendix.by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    appendix.kinds = g_ptr_array_new();
    appendix_count(&appendix, report);
    shown = appendix_choose(&appendix, report);
    if (shown->len > 0)
        appendix_table(&appendix, shown);
    g_ptr_array_unref(shown);
    g_ptr_array_unref(appendix.kinds);
    g_hash_table_destroy(appendix.by_key);
}
