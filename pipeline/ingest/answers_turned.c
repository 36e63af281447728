#include "ingest/answers_turned.h"

#include "base/fail.h"

enum { AHEAD = 1 << 20 };

struct turned {
    const struct questions *questions;
    size_t records;
    size_t items; /* records whose first cell is one */
};

static bool turned_look(const struct sheet *sheet, void *data)
{
    struct turned *turned = data;

    turned->records++;
    turned->items += questions_find(turned->questions, sheet_cell(sheet, 0)) != NULL;
    return true;
}

static bool turned_has_items(const struct survey *survey)
{
    for (guint i = 0; i < survey->columns->len; i++) {
        const struct survey_column *column = survey->columns->pdata[i];

        if (column->item != NULL || column->use == SURVEY_OPTIONS)
            return true;
    }
    return false;
}

void turned_check(struct sheet *sheet, const struct survey *survey,
                  const struct questions *questions)
{
    struct turned turned = {.questions = questions};

    if (questions_count(questions) == 0 || turned_has_items(survey))
        return;
    sheet_look_ahead(sheet, AHEAD, turned_look, &turned);
    if (turned.items >= 2 && 2 * turned.items >= turned.records)
        fail_named(
            "items-in-rows",
            "%s: no header is an item of the codebook, and the first column names %zu of "
            "them: the table lies on its side; turn it, so that there is one row a "
            "respondent and one column an item",
            sheet_file(sheet), turned.items);
}
