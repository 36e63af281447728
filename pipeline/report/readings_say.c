#include "report/part.h"
#include "report/readings.h"

#include <string.h>

enum {
    VALUES_SHOWN = 12,
    ROWS_SHOWN = 1000,
};

/* The words for a kind of entry; a kind that teksten.ini does not know is its own word. */
static const char *readings_phrase(struct report *report, const char *what)
{
    return texts_has(report->texts, "ledger", what) ? report_word(report, "ledger", what) : what;
}

/* The value for people: "wpb <- Begeleider" as "‘Begeleider’ als wpb", a text that was read as a
 * code with that code, a known word translated, else the value as it is. */
static const char *readings_value(struct report *report, const struct readings_entry *entry)
{
    const char *arrow = strstr(entry->value, " <- ");
    const struct code *code = NULL;

    if (arrow != NULL)
        return SAY(
            report, "report", "read-as", {"typed", arrow + strlen(" <- ")},
            {"read", report_hold(report, g_strndup(entry->value, (gsize)(arrow - entry->value)))});
    if (strcmp(entry->what, "recoded") == 0)
        code = codebooks_meaning(report->codebooks, entry->value);
    if (code != NULL)
        return SAY(report, "report", "read-as", {"typed", entry->value}, {"read", code->code});
    if (codebooks_code(report->codebooks, entry->value) != NULL)
        return part_label(report, entry->value);
    if (texts_has(report->texts, "ledger-value", entry->value))
        return report_word(report, "ledger-value", entry->value);
    return entry->value;
}

/* What a list names of an entry: of what was refused its place, of all else its value. "" when
 * there is neither. */
static const char *readings_name(struct report *report, const struct readings_entry *entry)
{
    if (strcmp(entry->level, "refused") != 0)
        return *entry->value == '\0' ? "" : readings_value(report, entry);
    if (*entry->line == '\0')
        return entry->file;
    return SAY(report, "report", "read-at", {"file", entry->file}, {"line", entry->line});
}

/* Whether the results hold what one file lacked: the stages look at a file at a time. */
static bool readings_is_elsewhere(struct report *report, const struct readings_entry *entry)
{
    bool code = strcmp(entry->what, "unused-code") == 0;

    if (!code && strcmp(entry->what, "unmet-codebook") != 0)
        return false;
    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];

        if (!code && strcmp(part->term, entry->value) == 0)
            return true;
        if (code && report_whole(part_result(report, part, entry->value, "segments")) > 0)
            return true;
    }
    return false;
}

/* What all entries of a kind and level name, each once, as one list. */
static const char *readings_values(struct report *report, const struct readings_entry *kind)
{
    const GArray *entries = report->readings->entries;
    GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);
    GString *list = g_string_new(NULL);
    guint n = 0;

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);
        const char *name;

        if (strcmp(entry->what, kind->what) != 0 || strcmp(entry->level, kind->level) != 0 ||
            readings_is_elsewhere(report, entry))
            continue;
        name = readings_name(report, entry);
        if (*name != '\0' && g_hash_table_add(met, (gpointer)name) && n++ < VALUES_SHOWN)
            g_string_append_printf(list, "%s%s", n > 1 ? "; " : "", name);
    }
    if (n > VALUES_SHOWN)
        g_string_append(
            list, SAY(report, "report", "and-more", {"n", report_count(report, n - VALUES_SHOWN)}));
    g_hash_table_destroy(met);
    return report_hold(report, g_string_free(list, FALSE));
}

static void readings_kind(struct report *report, const struct readings_entry *entry)
{
    const char *values = readings_values(report, entry);
    const char *phrase = readings_phrase(report, entry->what);

    document_item(report->document, DOCUMENT_BULLETS,
                  *values == '\0'
                      ? SAY(report, "report", "kind", {"what", phrase})
                      : SAY(report, "report", "kind-values", {"what", phrase}, {"list", values}));
}

/* One item a kind, in order of first appearance: the notes, or all that is more than a note. */
static void readings_kinds(struct report *report, bool notes)
{
    const GArray *entries = report->readings->entries;
    GHashTable *met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);

        if ((strcmp(entry->level, "note") == 0) == notes && !readings_is_elsewhere(report, entry) &&
            g_hash_table_add(met, g_strconcat(entry->level, " ", entry->what, NULL)))
            readings_kind(report, entry);
    }
    g_hash_table_destroy(met);
}

/* "75 van 75 regels gelezen; 0 niet." */
static void readings_file(struct report *report, const struct readings_file *file)
{
    const int64_t *counts = file->counts;
    const char *blank = "";

    if (counts[READINGS_BLANK] > 0)
        blank = SAY(report, "report", "read-blank",
                    {"n", report_count(report, counts[READINGS_BLANK])});
    document_item(report->document, DOCUMENT_BULLETS,
                  SAY(report, "report", "read-file", {"file", file->name},
                      {"k", report_count(report, counts[READINGS_ACCEPTED])},
                      {"n", report_count(report, counts[READINGS_RECORDS])},
                      {"refused", report_count(report, counts[READINGS_REFUSED])},
                      {"blank", blank}));
}

void readings_account(struct report *report)
{
    document_heading(report->document, 2, report_word(report, "report", "heading-read"));
    if (report->readings == NULL || report->readings->files->len == 0) {
        document_paragraph(report->document, DOCUMENT_BODY,
                           report_word(report, "report", "read-nothing"));
        return;
    }
    for (guint i = 0; i < report->readings->files->len; i++)
        readings_file(report, &g_array_index(report->readings->files, struct readings_file, i));
    if (report->readings->entries->len == 0)
        return;
    document_heading(report->document, 2, report_word(report, "report", "heading-assumed"));
    readings_kinds(report, true);
}

void readings_unknown(struct report *report)
{
    if (report->readings == NULL)
        return;
    for (guint i = 0; i < report->readings->files->len; i++) {
        const struct readings_file *file =
            &g_array_index(report->readings->files, struct readings_file, i);

        if (file->counts[READINGS_REFUSED] > 0)
            document_item(report->document, DOCUMENT_BULLETS,
                          SAY(report, "unknown", "refused", {"file", file->name},
                              {"k", report_count(report, file->counts[READINGS_REFUSED])},
                              {"n", report_count(report, file->counts[READINGS_RECORDS])}));
    }
    readings_kinds(report, false);
}

static bool readings_is_like(const struct readings_entry *left, const struct readings_entry *right)
{
    return left->ledger == right->ledger && strcmp(left->file, right->file) == 0 &&
           strcmp(left->line, right->line) == 0 && strcmp(left->level, right->level) == 0 &&
           strcmp(left->what, right->what) == 0;
}

/* One row for `n` entries that differ in their value only. */
static void readings_row(struct report *report, const struct readings_entry *entry, guint n)
{
    const char *level = entry->level;
    GString *values = g_string_new(NULL);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(values, "%s%s", i > 0 ? "; " : "",
                               readings_value(report, &entry[i]));
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

static void readings_rows(struct report *report)
{
    const GArray *entries = report->readings->entries;
    guint last = MIN(entries->len, ROWS_SHOWN);
    guint n;

    for (guint i = 0; i < last; i += n) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);

        if (i == 0 || entry->ledger != (entry - 1)->ledger) {
            document_row(report->document, DOCUMENT_ROW_GROUP);
            document_cell(report->document, report->readings->chains->pdata[entry->ledger]);
        }
        for (n = 1; i + n < last && readings_is_like(entry, &entry[n]); n++)
            ;
        readings_row(report, entry, n);
    }
    if (last < entries->len)
        document_note(report->document,
                      SAY(report, "report", "note-appendix", {"k", report_count(report, last)},
                          {"n", report_count(report, entries->len)}));
}

void readings_appendix(struct report *report)
{
    const GArray *entries = report->readings == NULL ? NULL : report->readings->entries;
    const struct document_column columns[] = {
        {report_word(report, "report", "column-what"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-value"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-level"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-file"), DOCUMENT_TEXT},
        {report_word(report, "report", "column-line"), DOCUMENT_NUMBER},
    };

    if (entries == NULL || entries->len == 0)
        return;
    document_heading(report->document, 2, report_word(report, "report", "heading-appendix"));
    document_table(report->document, report_word(report, "report", "caption-appendix"), columns,
                   G_N_ELEMENTS(columns));
    readings_rows(report);
}
