#include "report/part.h"
#include "report/readings.h"
#include "report/telling.h"
#include "table/guard.h"
#include "table/number.h"

#include <string.h>

static bool readings_is(const struct readings_entry *entry, const char *what)
{
    return strcmp(entry->what, what) == 0;
}

/* A kind that teksten.ini does not know is its own word. */
const char *readings_phrase(struct report *report, const char *what)
{
    return texts_has(report->texts, "ledger", what) ? report_word(report, "ledger", what) : what;
}

/* What people call a canonical column: `read-unit` of [column] where the word is another than in a
 * table, else `unit`; a column that has no word there is its own. */
static const char *readings_column(struct report *report, const char *name)
{
    const char *key = report_choose(report, "column", "read", name);

    return texts_has(report->texts, "column", key) ? report_word(report, "column", key) : name;
}

/* "wpb <- Begeleider" as "‘Begeleider’ als werkplekbegeleider"; of one that is kept as it is, or
 * has no header, that alone. */
static const char *readings_header(struct report *report, const char *value, const char *arrow)
{
    const char *name = report_hold(report, g_strndup(value, (gsize)(arrow - value)));
    const char *typed = arrow + strlen(" <- ");

    if (*typed == '\0')
        return SAY(report, "report", "read-nameless", {"name", name});
    if (strcmp(typed, name) == 0)
        return SAY(report, "report", "read-kept", {"name", name});
    return SAY(report, "report", "read-as", {"typed", typed},
               {"read", readings_column(report, name)});
}

/* "start <- 1.234" as "begin, bijvoorbeeld 1.234": a column, and one cell of it. */
static const char *readings_example(struct report *report, const char *value, const char *arrow)
{
    const char *name = report_hold(report, g_strndup(value, (gsize)(arrow - value)));

    return SAY(report, "report", "read-example", {"column", readings_column(report, name)},
               {"value", arrow + strlen(" <- ")});
}

/* Whether the value of an entry is a column with a cell of it. */
static bool readings_is_example(const struct readings_entry *entry)
{
    return g_str_has_prefix(entry->what, "excel-") || readings_is(entry, "thousands-assumed") ||
           readings_is(entry, "decimal-assumed");
}

bool readings_is_cell(const struct readings_entry *entry)
{
    static const char *const kinds[] = {"bad-number", "bad-date", "out-of-range", "duplicate-key",
                                        NULL};

    return g_strv_contains(kinds, entry->what);
}

/* What the action names: `column "Q3": neither a number ...`, `item "steun": outside ...`; "" where
 * it names nothing. */
static const char *readings_where(struct report *report, const struct readings_entry *entry)
{
    static const char *const kinds[][2] = {{"column \"", "read-column"},
                                           {"item \"", "read-question"}};
    const char *stop = strstr(entry->action, "\": ");

    for (size_t i = 0; i < G_N_ELEMENTS(kinds) && stop != NULL; i++) {
        const char *from = entry->action + strlen(kinds[i][0]);
        const char *name;

        if (!g_str_has_prefix(entry->action, kinds[i][0]))
            continue;
        name = report_hold(report, g_strndup(from, (gsize)(stop - from)));
        if (codebooks_item(report->codebooks, name) != NULL)
            name = SAY(report, "report", "read-kept", {"name", telling_name(report, name)});
        return SAY(report, "report", kinds[i][1], {"name", name});
    }
    return "";
}

/* A number as the reader of the report writes it, another text on one line of some width. */
static const char *readings_typed(struct report *report, const char *text, size_t cut)
{
    char *line = guard_line(text, cut);
    char *point = strchr(line, '.');
    double number;

    if (point != NULL && report->language == SHOW_DUTCH && number_read(line, &number))
        *point = ',';
    return report_hold(report, line);
}

const char *readings_cell(struct report *report, const struct readings_entry *entry,
                          const char *place)
{
    enum { CUT = 60 }; /* in the text; in the appendix it stands in full */
    const char *value = readings_typed(report, entry->value, *place != '\0' ? CUT : SIZE_MAX);
    const char *where = readings_where(report, entry);

    if (*where != '\0' && *place != '\0')
        place = SAY(report, "report", "read-there", {"place", place}, {"where", where});
    else if (*where != '\0')
        place = where;
    if (*value == '\0' || *place == '\0')
        return *value == '\0' ? place : value;
    return SAY(report, "report", "read-cell", {"value", value}, {"place", place});
}

/* A header or a spelling with what it was read as, a column or a code by its label, a known word
 * translated, else the value as it is. */
const char *readings_value(struct report *report, const struct readings_entry *entry)
{
    const char *arrow = strstr(entry->value, " <- ");
    const struct code *code = NULL;

    if (readings_is_cell(entry))
        return readings_cell(report, entry, "");
    if (arrow != NULL && readings_is_example(entry))
        return readings_example(report, entry->value, arrow);
    if (arrow != NULL && readings_is(entry, "item-header"))
        return readings_question(report, entry->value, arrow);
    if (arrow != NULL)
        return readings_header(report, entry->value, arrow);
    if (readings_is(entry, "dropped-column") || readings_is(entry, "outer-spaces") ||
        g_str_has_prefix(entry->what, "decimal-") || g_str_has_prefix(entry->what, "date-"))
        return readings_column(report, entry->value);
    if (readings_is_book(report, entry))
        return SAY(report, "report", "read-book", {"book", entry->value});
    if (readings_is(entry, "recoded"))
        code = codebooks_meaning(report->codebooks, entry->value);
    if (code != NULL)
        return SAY(report, "report", "read-as", {"typed", entry->value},
                   {"read", part_label(report, code->code)});
    if (codebooks_code(report->codebooks, entry->value) != NULL)
        return part_label(report, entry->value);
    if (readings_is(entry, "unscored"))
        return readings_scale(report, entry);
    if (readings_is(entry, "preamble"))
        return readings_above(report, entry->value);
    if (readings_is(entry, "unused-code") &&
        codebooks_item(report->codebooks, entry->value) != NULL)
        return SAY(report, "report", "read-kept", {"name", telling_name(report, entry->value)});
    if (texts_has(report->texts, "ledger-value", entry->value))
        return report_word(report, "ledger-value", entry->value);
    return entry->value;
}

/* "regel 8", with the name of the file where rows of more than one were read; "" when not known. */
static const char *readings_line(struct report *report, const struct readings_entry *entry)
{
    if (*entry->line == '\0')
        return "";
    if (readings_total(report->readings).files == 1)
        return SAY(report, "report", "read-line", {"line", entry->line});
    return SAY(report, "report", "read-at", {"file", entry->file}, {"line", entry->line});
}

const char *readings_value_long(struct report *report, const struct readings_entry *entry)
{
    const char *value = readings_value(report, entry);
    const char *nearest;
    const char *place;
    const char *meant = "";

    if (!readings_is(entry, "unknown-code") && !readings_is(entry, "uncounted-code"))
        return value;
    nearest = codebooks_nearest(report->codebooks, entry->value);
    place = readings_line(report, entry);
    if (nearest != NULL)
        meant = SAY(report, "report", "read-nearest", {"code", part_label(report, nearest)});
    if (*meant == '\0' && *place == '\0')
        return value;
    return report_hold(report,
                       g_strdup_printf("%s (%s%s%s)", value, meant,
                                       *meant != '\0' && *place != '\0' ? "; " : "", place));
}

bool readings_is_book(const struct report *report, const struct readings_entry *entry)
{
    for (guint i = 0; i < codebooks_count(report->codebooks); i++)
        if (readings_is(entry, "other-role") && *entry->file == '\0' &&
            strcmp(codebooks_at(report->codebooks, i)->name, entry->value) == 0)
            return true;
    return false;
}

/* Whether a spelling is the label of its code, as it stands. */
static bool readings_is_named(const struct report *report, const struct readings_entry *entry)
{
    const struct code *code = codebooks_meaning(report->codebooks, entry->value);

    return code != NULL && strcmp(entry->value, part_label(report, code->code)) == 0;
}

bool readings_is_silent(const struct report *report, const struct readings_entry *entry)
{
    if (readings_is(entry, "recoded"))
        return readings_is_named(report, entry);
    return readings_is(entry, "unmet-codebook") || readings_is(entry, "no-raters") ||
           g_str_has_prefix(entry->what, "cells");
}

/* Whether the results hold the code that one file lacked: the stages look at a file at a time. */
static bool readings_is_elsewhere(const struct report *report, const struct readings_entry *entry)
{
    for (guint i = 0; i < report->parts->len; i++)
        if (report_whole(part_result(report, report->parts->pdata[i], entry->value, "segments")) >
            0)
            return true;
    return false;
}

/* Whether a spelling differs from the label of its code in capitals only. */
static bool readings_is_label(const struct report *report, const struct readings_entry *entry)
{
    const struct code *code = codebooks_meaning(report->codebooks, entry->value);
    char *typed = g_utf8_casefold(entry->value, -1);
    char *label = g_utf8_casefold(code == NULL ? "" : part_label(report, code->code), -1);
    bool same = strcmp(g_strstrip(typed), label) == 0;

    g_free(label);
    g_free(typed);
    return same;
}

/* Whether the entries hold one of this kind about a single code. */
static bool readings_has(const struct report *report, const char *what)
{
    const GArray *entries = report->readings->entries;

    for (guint i = 0; i < entries->len; i++) {
        const struct readings_entry *entry = &g_array_index(entries, struct readings_entry, i);

        if (readings_is(entry, what) && !readings_is_book(report, entry))
            return true;
    }
    return false;
}

/* Whether it is a count that proves that nothing was lost: it says nothing without its file. */
static bool readings_is_proof(const struct readings_entry *entry)
{
    return readings_is(entry, "codes") ||
           (g_str_has_prefix(entry->what, "cells-") && !readings_is(entry, "cells-missing")) ||
           readings_is(entry, "cells");
}

bool readings_is_minor(struct report *report, const struct readings_entry *entry)
{
    if (readings_is_proof(entry))
        return true;
    if (readings_is(entry, "unused-code"))
        return readings_is_elsewhere(report, entry);
    if (readings_is(entry, "recoded"))
        return readings_is_label(report, entry);
    if (entry->again)
        return true;
    if (readings_is_book(report, entry))
        return readings_has(report, entry->what) || readings_has(report, "role-missing");
    return readings_is_silent(report, entry);
}
