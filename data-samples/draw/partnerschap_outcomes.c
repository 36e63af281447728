#include "partnerschap.h"

#include <string.h>

/* Which outcomes a student showed in which period: mostly those that belong there, but one that
 * belongs in period 3 is hardly seen there. */
static void draw_outcomes_of(const struct student *student)
{
    const GPtrArray *codes = codebooks_at(draw.books, 2)->codes;

    for (int period = 1; period <= 4; period++) {
        char *name = g_strdup_printf("periode-%d", period);

        for (guint i = 0; i < codes->len; i++) {
            const struct code *code = codes->pdata[i];
            double p = strstr(code->within, name) == NULL ? 0.03
                       : i == 1 && period == 3            ? 0.05
                                                          : 0.6;

            if (strchr(code->within, ';') == NULL || draw_unit(&draw.stream) >= p)
                continue;
            draw_add(draw.text, student->name);
            draw_add(draw.text, "student");
            draw_add(draw.text, student->name);
            draw_add(draw.text, student->school);
            draw_add(draw.text, name);
            draw_add(draw.text, code->label);
            draw_end(draw.text);
        }
        g_free(name);
    }
}

void outcomes_draw(const char *year)
{
    g_string_append(draw.text, "Portfolio;Rol;Student;School;Periode;Leeruitkomst\r\n");
    for (guint i = 0; i < draw.students->len; i++)
        if (strcmp(((struct student *)draw.students->pdata[i])->year, year) == 0)
            draw_outcomes_of(draw.students->pdata[i]);
    draw_save(draw.text, draw.folder, "portfolio.csv", DRAW_MARK);
}
