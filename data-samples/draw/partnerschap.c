/* Draws data-samples/partnerschap: four invented schools, three years, conversations and survey,
 * from the values of geplant.csv.
 *
 *     build/draw/partnerschap data-samples/partnerschap
 *
 * A wpb's share volgend is the school-year's plus a uniform tilt of the wpb; every turn is a draw
 * of its own. An answer is 1 + Binomial(4, p): p is the mean planted for the school, on 0 to 1,
 * plus a uniform of the wpb, plus a uniform of the student. Nothing is cut off at an end, so the
 * planted means are expectations; the spread between wpb's follows from the planted intraclass
 * correlation of the mean of the items of one scale. */

#include "partnerschap.h"

#include "base/fail.h"

#include <math.h>
#include <string.h>

enum { SEED = 20230701 };

static const double tilt = 0.15;   /* of a wpb's share volgend, either way */
static const double own = 0.16;    /* of a student's p of affordance, either way */
static const double own_use = 0.1; /* and of agency besides half of that of affordance */

struct world draw;

double planted(const char *what, const char *school, const char *year)
{
    return draw_planted(draw.plan, what, school, year, NAN);
}

/* Half the width of the uniform that makes the intraclass correlation of the mean of K items r:
 * v = r·(w + (m(1 − m) − v − w)/(4K))/(1 − r), with w the variance of the students' own uniform. */
static double offer_width(const char *school)
{
    double r = planted("icc", "", "");
    double m = (planted("affordance", school, "") - 1) / 4;
    double w = own * own / 3;
    double items = 4 * 12;

    return sqrt(3 * r * (w + (m * (1 - m) - w) / items) / (1 - r + r / items));
}

static void draw_wpbs(void)
{
    for (guint i = 1; i < draw.plan->len; i++) {
        const char *school = draw_cell(draw.plan, i, "of");
        int count = (int)draw_number(draw.plan, i, "value");

        if (strcmp(draw_cell(draw.plan, i, "what"), "wpb") != 0)
            continue;
        for (int j = 0; j < count; j++) {
            struct wpb *wpb = g_new(struct wpb, 1);

            wpb->school = school;
            wpb->name =
                draw_name(draw.names, draw.wpbs->len,
                          draw.wpbs->len + 7 * (draw.wpbs->len / (draw.names->len - 1)) + 3);
            wpb->tilt = draw_between(&draw.stream, -tilt, tilt);
            wpb->offer = draw_between(&draw.stream, -1, 1) * offer_width(school);
            g_ptr_array_add(draw.wpbs, wpb);
        }
    }
}

/* Students of a school go round its wpb's, year after year. */
static void draw_students_of(guint row)
{
    static const char *last = "";
    static guint seen;

    const char *school = draw_cell(draw.plan, row, "of");
    const char *year = draw_cell(draw.plan, row, "at");
    int count = (int)draw_number(draw.plan, row, "value");
    int wpbs = (int)planted("wpb", school, "");
    guint first = 0;

    if (strcmp(last, school) != 0)
        seen = 0;
    last = school;
    while (strcmp(((struct wpb *)draw.wpbs->pdata[first])->school, school) != 0)
        first++;
    for (int i = 0; i < count; i++) {
        struct student *student = g_new(struct student, 1);
        guint of = seen++ % (guint)wpbs;

        student->name = g_strdup_printf("%.4s-%03u", year, draw.students->len + 1);
        student->school = school;
        student->year = year;
        student->wpb = draw.wpbs->pdata[first + of];
        student->recorded = draw_unit(&draw.stream) < 0.5;
        student->offer = student->wpb->offer + draw_between(&draw.stream, -own, own);
        student->use = student->offer / 2 + draw_between(&draw.stream, -own_use, own_use);
        g_ptr_array_add(draw.students, student);
    }
}

static GPtrArray *list(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    GPtrArray *table = draw_table(path);

    g_free(path);
    return table;
}

int main(int argc, char **argv)
{
    static char *books[] = {"koenig", "affordance-agency", "leeruitkomsten-wpl1", NULL};

    fail_program("partnerschap");
    if (argc != 2)
        fail(STATUS_USAGE, "say the folder: data-samples/partnerschap");
    random_start(&draw.stream, SEED, 0);
    draw.folder = argv[1];
    draw.plan = list(draw.folder, "geplant.csv");
    draw.names = draw_table("data-samples/draw/namen.csv");
    draw.sentences = draw_table("data-samples/draw/zinnen.csv");
    draw.books = codebooks_load(books);
    draw.wpbs = g_ptr_array_new();
    draw.students = g_ptr_array_new();
    draw.text = g_string_new(NULL);
    draw_wpbs();
    for (guint i = 1; i < draw.plan->len; i++)
        if (strcmp(draw_cell(draw.plan, i, "what"), "students") == 0)
            draw_students_of(i);
    talk_draw("2020-2021", DRAW_WINDOWS);
    talk_draw("2021-2022", DRAW_MARK);
    talk_draw("2022-2023", DRAW_UTF8);
    survey_draw("2020-2021", SURVEY_NUMBERS, DRAW_UTF8);
    survey_draw("2021-2022", SURVEY_WORDS, DRAW_MARK);
    survey_draw("2022-2023", SURVEY_QUESTIONS, DRAW_MARK);
    survey_draw_importance();
    outcomes_draw("2022-2023");
    return 0;
}
