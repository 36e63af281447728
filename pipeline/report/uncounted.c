#include "report/uncounted.h"

#include "report/readings.h"
#include "table/number.h"

#include <string.h>

enum { WARN_FROM = 20 }; /* warn where more than one row in so many was not counted */

/* Segments that vs-count left out for this reason, as its ledger says: "5 segments not counted". */
static int64_t uncounted_told(const struct report *report, const char *what)
{
    const GArray *entries = report->readings->entries;
    int64_t sum = 0;

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);
        char **words = g_strsplit(entry->action, " ", 2);
        int64_t n;

        if (strcmp(entry->what, what) == 0 && *entry->file == '\0' && words[0] != NULL &&
            number_read_count(words[0], &n))
            sum += n;
        g_strfreev(words);
    }
    return sum;
}

/* Rows that vs-check named for this reason. */
static int64_t uncounted_named(const struct report *report, const char *what)
{
    const GArray *entries = report->readings->entries;
    int64_t n = 0;

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);

        n += strcmp(entry->what, what) == 0 ? entry->n : 0;
    }
    return n;
}

/* "5 codes die niet in het codeboek staan"; nothing for 0. */
static void uncounted_add(struct report *report, GPtrArray *reasons, const char *reason, int64_t n)
{
    char *key = g_strdup_printf("uncounted-%s-%s", reason, n == 1 ? "one" : "many");

    if (n > 0)
        g_ptr_array_add(reasons,
                        (gpointer)SAY(report, "answer", key, {"n", report_count(report, n)}));
    g_free(key);
}

static void uncounted_say(struct report *report, const GPtrArray *reasons, bool warn)
{
    const char *text = SAY(report, "answer", "uncounted", {"list", report_join(report, reasons)});

    if (warn)
        document_box(report->document, DOCUMENT_WARNING,
                     report_word(report, "answer", "uncounted-title"), text);
    else
        document_paragraph(report->document, DOCUMENT_BODY, text);
}

void uncounted_write(struct report *report)
{
    GPtrArray *reasons;
    struct readings_total total;
    int64_t refused, codes, roles, missing;

    if (report->readings == NULL)
        return;
    total = readings_total(report->readings);
    refused = total.counts[READINGS_REFUSED] - total.idle;
    codes = uncounted_told(report, "uncounted-code");
    roles = uncounted_told(report, "other-role");
    if (codes == 0)
        codes = uncounted_named(report, "unknown-code");
    missing = uncounted_named(report, "role-missing");
    roles = roles == 0 ? uncounted_named(report, "other-role") : MAX(roles - missing, 0);
    reasons = g_ptr_array_new();
    uncounted_add(report, reasons, "rows", refused);
    uncounted_add(report, reasons, "codes", codes);
    uncounted_add(report, reasons, "roles", roles);
    uncounted_add(report, reasons, "missing", missing);
    if (reasons->len > 0)
        uncounted_say(report, reasons,
                      (refused + codes + roles + missing) * WARN_FROM >
                          total.counts[READINGS_ACCEPTED] + refused);
    g_ptr_array_unref(reasons);
}

/* "; 1 niet", "; 2 leeg"; "" for 0. */
static const char *uncounted_rest(struct report *report, const char *key, int64_t n)
{
    return n == 0 ? "" : SAY(report, "report", key, {"n", report_count(report, n)});
}

/* " Ook 2 regels ..."; "" for 0. */
static const char *uncounted_also(struct report *report, const char *one, const char *many,
                                  int64_t n)
{
    return n == 0 ? "" : SAY(report, "report", n == 1 ? one : many, {"n", report_count(report, n)});
}

void uncounted_write_read(struct report *report)
{
    struct readings_total total;

    if (report->readings == NULL || report->readings->files->len == 0)
        return;
    total = readings_total(report->readings);
    document_paragraph(
        report->document, DOCUMENT_BODY,
        SAY(report, "report", total.files == 1 ? "read-all" : "read-all-files",
            {"k", report_count(report, total.counts[READINGS_ACCEPTED])},
            {"n", report_count(report, total.counts[READINGS_RECORDS])},
            {"files", report_count(report, total.files)},
            {"refused", uncounted_rest(report, "read-refused", total.counts[READINGS_REFUSED])},
            {"blank", uncounted_rest(report, "read-blank", total.counts[READINGS_BLANK])},
            {"idle", uncounted_also(report, "read-idle-one", "read-idle-many", total.idle)},
            {"cells", uncounted_also(report, "read-cells-one", "read-cells-many", total.cells)},
            {"beside",
             uncounted_also(report, "read-beside-one", "read-beside-many", total.beside)}));
}
