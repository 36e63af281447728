#include "partnerschap.h"

#include <string.h>

/* The chance behind a student's answer to an item: of affordance, of agency, or in between. */
static double item_chance(const struct student *student, const struct item *item)
{
    double offer = (planted("affordance", student->school, "") - 1) / 4 + student->offer;
    double use = (planted("agency", student->school, "") - 1) / 4 + student->use;

    if (strcmp(item->scale, "affordance") == 0)
        return offer;
    return strcmp(item->scale, "agency") == 0 ? use : (offer + use + 0.6) / 3;
}

/* The words of an answer ("4=Eens"), or its number; seldom nothing. */
static void answer_cell(const struct item *item, int value, bool words)
{
    char **answers = g_strsplit(item->answers, ";", -1);
    int shown = strcmp(item->reverse, "") == 0 ? value : 6 - value;

    if (draw_unit(&draw.stream) < 0.02)
        draw_add(draw.text, "");
    else if (words)
        draw_add(draw.text, strchr(answers[shown - 1], '=') + 1);
    else
        draw_add_number(draw.text, shown, 0);
    g_strfreev(answers);
}

static void survey_header(const char *columns, const char *asked_of, enum survey_form form)
{
    const GPtrArray *items = codebooks_at(draw.books, 1)->items;

    g_string_append(draw.text, columns);
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];

        if (strcmp(item->asked_of, asked_of) == 0)
            draw_add(draw.text, form == SURVEY_QUESTIONS ? item->label : item->item);
    }
    draw_end(draw.text);
}

static void survey_row(const struct student *student, enum survey_form form)
{
    const GPtrArray *items = codebooks_at(draw.books, 1)->items;

    draw_add(draw.text, student->name);
    draw_add(draw.text, "student");
    draw_add(draw.text, student->school);
    draw_add(draw.text, student->year);
    draw_add(draw.text, student->wpb->name);
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];

        if (strcmp(item->asked_of, "student") == 0)
            answer_cell(item, 1 + draw_binomial(&draw.stream, 4, item_chance(student, item)),
                        form != SURVEY_NUMBERS);
    }
    draw_end(draw.text);
}

void survey_draw(const char *year, enum survey_form form, enum draw_encoding encoding)
{
    char *name = g_strdup_printf("vragenlijst-%s.csv", year);

    survey_header("Respondent;Rol;School;Schooljaar;Wpb;", "student", form);
    for (guint i = 0; i < draw.students->len; i++) {
        const struct student *student = draw.students->pdata[i];

        if (strcmp(student->year, year) == 0)
            survey_row(student, form);
    }
    draw_save(draw.text, draw.folder, name, encoding);
    g_free(name);
}

void survey_draw_importance(void)
{
    const GPtrArray *items = codebooks_at(draw.books, 1)->items;

    survey_header("Respondent;Rol;School;", "wpb", SURVEY_NUMBERS);
    for (guint i = 0; i < draw.wpbs->len; i++) {
        const struct wpb *wpb = draw.wpbs->pdata[i];
        double p = (planted("belang", "", "") - 1) / 4 + draw_between(&draw.stream, -0.15, 0.15);

        draw_add(draw.text, wpb->name);
        draw_add(draw.text, "werkplekbegeleider");
        draw_add(draw.text, wpb->school);
        for (guint j = 0; j < items->len; j++)
            if (strcmp(((struct item *)items->pdata[j])->asked_of, "wpb") == 0)
                answer_cell(items->pdata[j], 1 + draw_binomial(&draw.stream, 4, p), false);
        draw_end(draw.text);
    }
    draw_save(draw.text, draw.folder, "belang.csv", DRAW_MARK);
}
