#include "report/calibrate.h"

#include "codebook/wording.h"

#include <string.h>

/* Slots of the columns of passages. */
struct calibrate_slots {
    int source, unit, start, end, coder, code, other, text;
};

static const char *calibrate_label(struct report *report, const char *code)
{
    if (*code == '\0')
        return report_word(report, "subject", "no-code");
    return wording_label(report->codebooks, code, report->language);
}

/* "duiden ~ doorvragen", the same for both orders: the code that sorts first goes first. Held. */
static const char *calibrate_pair(struct report *report, const char *code, const char *other)
{
    bool turned = *other != '\0' && (*code == '\0' || strcmp(other, code) < 0);
    const char *first = calibrate_label(report, turned ? other : code);
    const char *second = calibrate_label(report, turned ? code : other);

    return report_hold(report, g_strdup_printf("%s ~ %s", first, second));
}

/* The unit's name, else its place. */
static const char *calibrate_unit(struct report *report, const struct reader *in,
                                  const struct calibrate_slots *slots)
{
    const char *unit = reader_cell(in, slots->unit);

    if (*unit != '\0')
        return unit;
    return report_hold(report, g_strdup_printf("%s-%s", reader_cell(in, slots->start),
                                               reader_cell(in, slots->end)));
}

static void calibrate_row(struct report *report, const struct reader *in,
                          const struct calibrate_slots *slots)
{
    struct document *document = report->document;

    document_row(document, DOCUMENT_ROW);
    document_cell(document, reader_cell(in, slots->source));
    document_cell(document, calibrate_unit(report, in, slots));
    document_cell(document, reader_cell(in, slots->text));
    document_cell(document, reader_cell(in, slots->coder));
    document_cell(document, calibrate_label(report, reader_cell(in, slots->code)));
    document_cell(document, calibrate_label(report, reader_cell(in, slots->other)));
}

static void calibrate_table(struct report *report)
{
    const struct document_column columns[] = {
        {report_word(report, "column", "source"), DOCUMENT_ROW_HEADER},
        {report_word(report, "column", "read-unit"), DOCUMENT_TEXT},
        {report_word(report, "column", "text"), DOCUMENT_TEXT},
        {report_word(report, "calibrate", "column-who"), DOCUMENT_TEXT},
        {report_word(report, "column", "code"), DOCUMENT_TEXT},
        {report_word(report, "column", "other"), DOCUMENT_TEXT},
    };

    document_table(report->document, report_word(report, "calibrate", "caption"), columns,
                   G_N_ELEMENTS(columns));
}

static void calibrate_explain(struct report *report)
{
    static const char *const steps[] = {"step-talk", "step-fill", "step-study"};
    struct document *document = report->document;

    document_paragraph(document, DOCUMENT_LEAD, report_word(report, "calibrate", "lead"));
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        document_item(document, DOCUMENT_STEPS, report_word(report, "calibrate", steps[i]));
}

void calibrate_write(struct report *report, struct reader *in)
{
    struct calibrate_slots slots = {
        .source = reader_column(in, "source"),
        .unit = reader_column(in, "unit"),
        .start = reader_column(in, "start"),
        .end = reader_column(in, "end"),
        .coder = reader_column(in, "coder"),
        .code = reader_column(in, "code"),
        .other = reader_column(in, "other"),
        .text = reader_column(in, "text"),
    };
    const char *before = "";

    calibrate_explain(report);
    document_heading(report->document, 1, report_word(report, "calibrate", "heading"));
    calibrate_table(report);
    while (reader_next(in)) {
        const char *pair =
            calibrate_pair(report, reader_cell(in, slots.code), reader_cell(in, slots.other));

        if (strcmp(pair, before) != 0) {
            document_row(report->document, DOCUMENT_ROW_GROUP);
            document_cell(report->document, pair);
        }
        before = pair;
        calibrate_row(report, in, &slots);
    }
    document_colophon(report->document);
    document_paragraph(report->document, DOCUMENT_BODY,
                       SAY(report, "report", "colophon", {"version", VOLGSTUUR_VERSION}));
}
