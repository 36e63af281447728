#include "partnerschap.h"

#include "base/fail.h"

#include <string.h>

enum { TURNS = 10 };

/* A code of the side, as somebody types it: mostly its label, sometimes with a capital. */
static const struct code *draw_code(int side)
{
    static const double weights[2][6] = {{1, 3, 3, 1, 3, 1}, {2, 1, 3, 4, 3, 1}};
    const GPtrArray *codes = codebooks_at(draw.books, 0)->codes;
    size_t which = draw_weighted(&draw.stream, weights[side], 6);

    for (guint i = 0; i < codes->len; i++) {
        const struct code *code = codes->pdata[i];

        if (code->side_id == side && which-- == 0)
            return code;
    }
    fail(STATUS_STOPPED, "the axis has fewer codes than weights");
}

static void turn_row(const struct student *student, guint number, int turn, double from, double to,
                     bool is_wpb, const struct code *code)
{
    static const char *const moments[] = {"startgesprek", "tussenevaluatie", "eindevaluatie"};
    char *source = g_strdup_printf("gesprek %u", number);
    char *label = g_strdup(code != NULL ? code->label : "");

    if (number % 7 == 3)
        label[0] = g_ascii_toupper(label[0]);
    draw_add(draw.text, source);
    draw_add(draw.text, student->school);
    draw_add(draw.text, student->year);
    draw_add(draw.text, moments[number % 3]);
    draw_add(draw.text, student->wpb->name);
    draw_add(draw.text, student->name);
    draw_add_number(draw.text, turn, 0);
    draw_add(draw.text, is_wpb ? "werkplekbegeleider" : "student");
    draw_add_number(draw.text, from, 1);
    draw_add_number(draw.text, to, 1);
    draw_add(draw.text, label);
    draw_add(draw.text, draw_sentence(&draw.stream, draw.sentences,
                                      !is_wpb        ? "student"
                                      : code != NULL ? code->code
                                                     : ""));
    draw_end(draw.text);
    g_free(label);
    g_free(source);
}

/* Turns of wpb and student by turns; one of ten of the wpb's has no code. */
static void draw_conversation(const struct student *student, guint number)
{
    double share = planted("volgend", student->school, student->year) + student->wpb->tilt;
    int turns = 2 * (TURNS + (int)random_below(&draw.stream, 6));
    double at = 0;

    for (int turn = 1; turn <= turns; turn++) {
        double to = at + draw_between(&draw.stream, 2, 24);
        bool is_wpb = turn % 2 == 1;
        bool coded = is_wpb && draw_unit(&draw.stream) < 0.9;
        int side = draw_unit(&draw.stream) < share ? 0 : 1;

        turn_row(student, number, turn, at, to, is_wpb, coded ? draw_code(side) : NULL);
        at = to;
    }
}

void talk_draw(const char *year, enum draw_encoding encoding)
{
    char *name = g_strdup_printf("gesprekken-%s.csv", year);

    g_string_append(draw.text, "Gesprek;School;Schooljaar;Moment;Wpb;Student;Beurt;Rol;Begin;Eind;"
                               "Interventie;Tekst\r\n");
    for (guint i = 0; i < draw.students->len; i++) {
        const struct student *student = draw.students->pdata[i];

        if (student->recorded && strcmp(student->year, year) == 0)
            draw_conversation(student, i + 1);
    }
    draw_save(draw.text, draw.folder, name, encoding);
    g_free(name);
}
