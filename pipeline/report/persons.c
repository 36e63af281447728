#include "report/persons.h"

#include <string.h>

static bool persons_mark(struct report *report, const struct part *part, const char *person,
                         const char *subject, const char *statistic)
{
    return report_whole(part_person_result(report, part, person, subject, statistic)) > 0;
}

/* "sturend", "in evenwicht", or a dash where nothing has a side. */
static const char *persons_mainly(struct report *report, const struct part *part,
                                  const char *person)
{
    for (guint i = 0; i < part->sides->len; i++) {
        const char *side = part->sides->pdata[i];

        if (persons_mark(report, part, person, part_side(report, side), "mainly_persons"))
            return part_side_name(report, side);
    }
    if (persons_mark(report, part, person, "", "balanced_persons"))
        return report_word(report, "tables", "balanced");
    return report_word(report, "tables", "nothing");
}

/* Writes the row; true when the person has few segments and is marked. */
static bool persons_row(struct report *report, const struct part *part, const char *person)
{
    bool few = persons_mark(report, part, person, "", "few_persons");
    const char *mainly = persons_mainly(report, part, person);
    const struct result *sided = part_person_result(report, part, person, "", "sided_segments");

    document_row(report->document, DOCUMENT_ROW);
    document_cell(report->document, part_person_name(report, person));
    for (guint i = 0; i < part->sides->len; i++)
        document_cell(
            report->document,
            report_count(report, report_whole(part_person_result(
                                     report, part, person, part_side(report, part->sides->pdata[i]),
                                     "segments"))));
    document_cell(report->document, report_count(report, report_whole(sided)));
    document_cell(report->document,
                  few ? SAY(report, "tables", "few-mark", {"side", mainly}) : mainly);
    return few;
}

static void persons_begin(struct report *report, const struct part *part)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(struct document_column));
    struct document_column column = {part_noun(report, part, "title"), DOCUMENT_ROW_HEADER};

    column.title = part_person_title(report, part);
    g_array_append_val(columns, column);
    column.kind = DOCUMENT_NUMBER;
    for (guint i = 0; i < part->sides->len; i++) {
        column.title = part_side_name(report, part->sides->pdata[i]);
        g_array_append_val(columns, column);
    }
    column.title = report_word(report, "tables", "column-sum");
    g_array_append_val(columns, column);
    column =
        (struct document_column){report_word(report, "tables", "column-mainly"), DOCUMENT_TEXT};
    g_array_append_val(columns, column);
    document_table(
        report->document,
        SAY(report, "tables", report_choose(report, "tables", part_family(part), "caption-persons"),
            {"person", part_person(report, part)}, {"nouns", part_noun(report, part, "many")}),
        (const struct document_column *)(void *)columns->data, columns->len);
    g_array_free(columns, TRUE);
}

bool persons_are_many(const GPtrArray *persons)
{
    return persons->len > PERSONS_MANY;
}

/* The sentence that says so of n persons ("werkplekbegeleider"). */
static void persons_later(struct report *report, const char *person, guint n)
{
    document_paragraph(
        report->document, DOCUMENT_BODY,
        SAY(report, "tables", "later", {"person", person}, {"n", report_count(report, n)}));
}

static void persons_table(struct report *report, const struct part *part, const GPtrArray *persons)
{
    bool few = false;

    persons_begin(report, part);
    for (guint i = 0; i < persons->len; i++)
        few |= persons_row(report, part, persons->pdata[i]);
    document_note(report->document,
                  SAY(report, "tables", "note-mainly", {"nouns", part_noun(report, part, "many")}));
    if (few)
        document_note(report->document, SAY(report, "tables", "note-few",
                                            {"nouns", part_noun(report, part, "many")}));
}

void persons_write(struct report *report, const struct part *part)
{
    GPtrArray *persons = part_persons(report, part);

    if (persons_are_many(persons) && part->sides->len > 0)
        persons_later(report, part_person(report, part), persons->len);
    else if (persons->len > 0 && part->sides->len > 0)
        persons_table(report, part, persons);
    g_ptr_array_unref(persons);
}

void persons_account(struct report *report)
{
    bool begun = false;

    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];
        GPtrArray *persons = part_persons(report, part);

        if (persons_are_many(persons) && part->sides->len > 0) {
            if (!begun)
                document_heading(report->document, 3,
                                 report_word(report, "account", "heading-persons"));
            begun = true;
            persons_table(report, part, persons);
        }
        g_ptr_array_unref(persons);
    }
}
