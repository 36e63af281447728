#include "report/chapters.h"
#include "report/notes.h"
#include "report/persons.h"
#include "report/speakers.h"
#include "report/strand.h"

#include <math.h>
#include <string.h>

/* Columns of the table of codes; an interval stands behind the share that it belongs to. */
enum column { LABEL, TIMES, SHARE, MEAN, WITH, INTERVAL, COLUMNS };

static const enum column of_codes[COLUMNS] = {LABEL, TIMES, SHARE, INTERVAL, MEAN, WITH};
static const enum column of_persons[COLUMNS] = {LABEL, TIMES, SHARE, MEAN, WITH, INTERVAL};

struct tables {
    struct report *report;
    const struct part *part;
    const enum column *order;
    bool shares; /* of codes, not of persons */
    bool has[COLUMNS];
};

static const char *tables_title(struct tables *tables, enum column column)
{
    static const char *const keys[COLUMNS] = {NULL, "times", "share", "mean", "with", "interval"};
    struct report *report = tables->report;
    const char *key;

    if (column == LABEL)
        return part_noun(report, tables->part, "title");
    key = report_hold(report, g_strconcat("column-", keys[column], NULL));
    if (column == TIMES && tables->part->sides->len == 0)
        key = "column-times-plain";
    key = report_choose(report, "tables", part_family(tables->part), key);
    return SAY(report, "tables", key, {"person", part_person(report, tables->part)});
}

/* Which columns have something in them for this code or side. */
static void tables_look_at(struct tables *tables, const char *subject)
{
    const struct part *part = tables->part;
    const struct result *share = part_result(tables->report, part, subject, part_share(part));
    const struct result *mean = part_result(tables->report, part, subject, "share_mean");

    tables->has[SHARE] |= tables->shares && share != NULL && !isnan(share->value);
    tables->has[MEAN] |= tables->shares && mean != NULL && !isnan(mean->value) && mean->n > 1;
    tables->has[INTERVAL] |= share != NULL && !isnan(share->low) && share->n > 1;
}

/* Whether the times say more than the persons: not where each person of each row has it once. */
static bool tables_has_times(struct tables *tables)
{
    const struct part *part = tables->part;
    bool more = part->sides->len > 0;

    for (guint i = 0; i < part->codes->len && !more; i++) {
        const char *code = part->codes->pdata[i];

        more = report_whole(part_result(tables->report, part, code, "segments")) !=
               report_whole(part_result(tables->report, part, code, "with_persons"));
    }
    return more;
}

static void tables_look(struct tables *tables)
{
    const struct part *part = tables->part;

    tables->shares = strcmp(part_share(part), "share") == 0;
    tables->order = tables->shares ? of_codes : of_persons;
    tables->has[LABEL] = tables->has[WITH] = true;
    tables->has[TIMES] = tables_has_times(tables);
    for (guint i = 0; i < part->codes->len; i++)
        tables_look_at(tables, part->codes->pdata[i]);
    for (guint i = 0; i < part->sides->len; i++)
        tables_look_at(tables, part_side(tables->report, part->sides->pdata[i]));
}

static const char *tables_caption(struct tables *tables)
{
    struct report *report = tables->report;
    const struct part *part = tables->part;
    bool sided = part->sides->len > 0;
    const char *own = report_hold(report, g_strconcat(part->term, "-caption", NULL));
    const char *key = report_choose(report, "tables", part_family(part),
                                    sided ? "caption-sided" : "caption-plain");

    if (texts_has(report->texts, "codebook", own))
        return report_word(report, "codebook", own);
    return SAY(
        report, "tables", key, {"nouns", part_noun(report, part, "many")}, {"book", part->term},
        {"first", sided ? part_side_name(report, part->sides->pdata[0]) : ""},
        {"last", sided ? part_side_name(report, part->sides->pdata[part->sides->len - 1]) : ""});
}

static void tables_begin(struct tables *tables)
{
    struct document_column columns[COLUMNS];
    gsize n = 0;

    for (int i = 0; i < COLUMNS; i++) {
        enum column column = tables->order[i];

        if (tables->has[column])
            columns[n++] =
                (struct document_column){tables_title(tables, column),
                                         column == LABEL ? DOCUMENT_ROW_HEADER : DOCUMENT_NUMBER};
    }
    document_table(tables->report->document, report_capital(tables->report, tables_caption(tables)),
                   columns, n);
}

/* "5 van de 7", from enough persons on with the percentage behind it. */
static const char *tables_with(struct tables *tables, const char *subject)
{
    struct report *report = tables->report;
    const struct result *with = part_result(report, tables->part, subject, "with_persons");
    const struct result *share = part_result(report, tables->part, subject, "with_share");
    char *of;

    if (with == NULL)
        return "";
    of = show_of(report_whole(with), with->n, report->language);
    report_hold(report, of);
    if (share == NULL || !show_has_percent(share->n))
        return of;
    return report_hold(report, g_strdup_printf("%s (%s)", of, report_value(report, share)));
}

static void tables_cells(struct tables *tables, const char *label, const char *subject)
{
    struct report *report = tables->report;
    const struct part *part = tables->part;
    const struct result *segments = part_result(report, part, subject, "segments");
    const struct result *share = part_result(report, part, subject, part_share(part));
    const struct result *mean = part_result(report, part, subject, "share_mean");
    const char *cells[COLUMNS] = {[LABEL] = label,
                                  [TIMES] = "",
                                  [SHARE] = "",
                                  [MEAN] = "",
                                  [WITH] = tables_with(tables, subject),
                                  [INTERVAL] = ""};

    if (segments != NULL)
        cells[TIMES] = report_value(report, segments);
    if (share != NULL) {
        cells[SHARE] = report_value(report, share);
        cells[INTERVAL] = report_hold(report, show_interval(share, report->language));
    }
    if (mean != NULL)
        cells[MEAN] = report_value(report, mean);
    for (int i = 0; i < COLUMNS; i++)
        if (tables->has[tables->order[i]])
            document_cell(report->document, cells[tables->order[i]]);
}

static void tables_code(struct tables *tables, const char *code)
{
    document_row(tables->report->document, DOCUMENT_ROW);
    tables_cells(tables, part_label(tables->report, code), code);
}

static bool tables_is_on(const struct tables *tables, const char *name, const char *side)
{
    const struct code *code =
        tables->part->codebook == NULL ? NULL : codebooks_code(tables->report->codebooks, name);

    return strcmp(code == NULL ? "" : code->side, side) == 0;
}

/* The codes of one side under its name; side "" = those that lie on none. */
static void tables_group(struct tables *tables, const char *side)
{
    struct report *report = tables->report;
    const struct part *part = tables->part;
    bool begun = false;

    for (guint i = 0; i < part->codes->len; i++) {
        if (!tables_is_on(tables, part->codes->pdata[i], side))
            continue;
        if (!begun) {
            document_row(report->document, DOCUMENT_ROW_GROUP);
            document_cell(report->document, *side == '\0' ? report_word(report, "tables", "no-side")
                                                          : part_side_name(report, side));
            begun = true;
        }
        tables_code(tables, part->codes->pdata[i]);
    }
}

/* Codes that nobody gave, of a codebook without sides: named under the table, because 0 would say
 * that somebody looked for each. */
static void tables_plain_codes(struct tables *tables)
{
    struct report *report = tables->report;
    const struct part *part = tables->part;
    GString *unused = g_string_new(NULL);

    for (guint i = 0; i < part->codes->len; i++) {
        const char *code = part->codes->pdata[i];

        if (report_whole(part_result(report, part, code, "segments")) > 0)
            tables_code(tables, code);
        else
            g_string_append_printf(unused, "%s‘%s’", unused->len > 0 ? ", " : "",
                                   part_label(report, code));
    }
    notes_definitions(report, part);
    if (unused->len > 0)
        document_note(report->document,
                      SAY(report, "tables", "note-unused", {"list", unused->str}));
    g_string_free(unused, TRUE);
}

static void tables_totals(struct tables *tables)
{
    struct report *report = tables->report;
    const struct part *part = tables->part;

    for (guint i = 0; i < part->sides->len; i++) {
        const char *side = part->sides->pdata[i];

        document_row(report->document, DOCUMENT_ROW_TOTAL);
        tables_cells(tables,
                     SAY(report, "tables", "side-total", {"side", part_side_name(report, side)}),
                     part_side(report, side));
    }
    document_row(report->document, DOCUMENT_ROW_TOTAL);
    tables_cells(tables, report_word(report, "tables", "total"), "");
}

static void tables_part(struct report *report, const struct part *part)
{
    struct tables tables = {.report = report, .part = part};

    tables_look(&tables);
    tables_begin(&tables);
    if (part->sides->len > 0 && part->codebook != NULL) {
        for (guint i = 0; i < part->sides->len; i++)
            tables_group(&tables, part->sides->pdata[i]);
        tables_group(&tables, "");
    } else if (part->sides->len > 0) {
        for (guint i = 0; i < part->codes->len; i++)
            tables_code(&tables, part->codes->pdata[i]);
    } else {
        tables_plain_codes(&tables);
    }
    if (part->sides->len > 0)
        tables_totals(&tables);
    notes_write(report, part,
                (tables.has[SHARE] ? NOTES_SHARES : 0U) |
                    (tables.has[INTERVAL] ? NOTES_INTERVALS : 0U) |
                    (tables.has[MEAN] ? NOTES_MEANS : 0U));
}

void tables_write(struct report *report)
{
    document_heading(report->document, 1, report_word(report, "report", "heading-table"));
    if (report->parts->len == 0 && report->strands->len == 0)
        document_paragraph(report->document, DOCUMENT_BODY, report_word(report, "tables", "empty"));
    for (guint i = 0; i < report->parts->len; i++) {
        tables_part(report, report->parts->pdata[i]);
        persons_write(report, report->parts->pdata[i]);
    }
    speakers_write(report);
    strand_tables(report);
}
