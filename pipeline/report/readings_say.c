#include "report/readings.h"

#include <string.h>

enum { VALUES_SHOWN = 12 };

/* What a list names of a line: its place. "" when that is not known. */
static const char *readings_place(struct report *report, const struct readings_entry *entry)
{
    if (*entry->line == '\0')
        return entry->file;
    return SAY(report, "report", "read-at", {"file", entry->file}, {"line", entry->line});
}

/* The same behind a place in the file `before`, which needs no name again. */
static const char *readings_next_place(struct report *report, const struct readings_entry *entry,
                                       const char *before)
{
    if (*entry->line == '\0' || g_strcmp0(before, entry->file) != 0)
        return readings_place(report, entry);
    return SAY(report, "report", "read-line", {"line", entry->line});
}

/* Whether the value of an entry is a whole line of the file: its place says as much. */
static bool readings_is_line(const struct readings_entry *entry)
{
    static const char *const kinds[] = {"out-of-range",      "quote-in-cell", "suspect-cell",
                                        "control-character", "cells-missing", NULL};

    return strcmp(entry->level, "refused") == 0 || g_strv_contains(kinds, entry->what);
}

/* What tells an entry from others of its kind, and what the list says of it behind a place in the
 * file `before`: the value, of lines the place, of cells both. */
static const char *readings_name(struct report *report, const struct readings_entry *entry)
{
    if (readings_is_cell(entry))
        return readings_cell(report, entry, readings_place(report, entry));
    return readings_is_line(entry) ? readings_place(report, entry) : entry->value;
}

static const char *readings_listed(struct report *report, const struct readings_entry *entry,
                                   const char *before)
{
    const char *place = readings_next_place(report, entry, before);

    if (readings_is_cell(entry))
        return readings_cell(report, entry, place);
    return readings_is_line(entry) ? place : readings_value_long(report, entry);
}

/* What all entries of a kind and level name, each once, as one list. */
static const char *readings_values(struct report *report, const struct readings_entry *kind)
{
    const GArray *entries = report->readings->entries;
    GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);
    GString *list = g_string_new(NULL);
    bool lines = readings_is_line(kind);
    const char *before = NULL;
    int64_t n = 0;

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);
        const char *name;

        if (strcmp(entry->what, kind->what) != 0 || strcmp(entry->level, kind->level) != 0 ||
            readings_is_minor(report, entry))
            continue;
        n += lines && entry->n > 1 ? entry->n : 0;
        if (entry->n > 1)
            continue;
        name = readings_name(report, entry);
        if (*name == '\0' || !g_hash_table_add(met, (gpointer)name) || n++ >= VALUES_SHOWN)
            continue;
        g_string_append_printf(list, "%s%s", n > 1 ? "; " : "",
                               readings_listed(report, entry, before));
        before = entry->file;
    }
    if (n > VALUES_SHOWN)
        g_string_append(
            list, SAY(report, "report", "and-more", {"n", report_count(report, n - VALUES_SHOWN)}));
    g_hash_table_destroy(met);
    return report_hold(report, g_string_free(list, FALSE));
}

/* "Rol die niet in de lijst van rollen staat: stud. Schrijf bijvoorbeeld ..." */
static void readings_kind(struct report *report, const struct readings_entry *entry)
{
    const char *values = readings_values(report, entry);
    const char *phrase = readings_phrase(report, entry->what);
    const char *advice = report_hold(report, g_strconcat(entry->what, "-do", NULL));
    const char *text =
        *values == '\0' ? SAY(report, "report", "kind", {"what", phrase})
                        : SAY(report, "report", "kind-values", {"what", phrase}, {"list", values});

    if (texts_has(report->texts, "ledger", advice))
        text = report_hold(report,
                           g_strdup_printf("%s %s", text, report_word(report, "ledger", advice)));
    document_item(report->document, DOCUMENT_BULLETS, text);
}

/* One item a kind, in order of first appearance: the notes, or all that is more than a note. */
static void readings_kinds(struct report *report, bool notes)
{
    const GArray *entries = report->readings->entries;
    GHashTable *met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);

        if ((strcmp(entry->level, "note") == 0) == notes && !readings_is_minor(report, entry) &&
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
        if (!readings_is_again(report->readings, i))
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
        int64_t refused = file->counts[READINGS_REFUSED] - readings_idle(report->readings, i);

        if (refused > 0 && !readings_is_again(report->readings, i))
            document_item(report->document, DOCUMENT_BULLETS,
                          SAY(report, "unknown", refused == 1 ? "refused-one" : "refused-many",
                              {"file", file->name}, {"k", report_count(report, refused)},
                              {"n", report_count(report, file->counts[READINGS_RECORDS])}));
    }
    readings_kinds(report, false);
}
