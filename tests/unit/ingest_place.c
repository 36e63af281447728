/* The origin of a row, whose line mostly goes up by one: the same as the number written anew. */

#include "ingest/usual_place.h"

#include <glib.h>
#include <string.h>

enum { ROWS = 25, ROOM = 2 * PLACE_MOST };

static void check(struct usual_place *place, const char *file, size_t line)
{
    g_autofree char *wanted = g_strdup_printf("%s:%zu", file, line);
    char text[ROOM];

    *usual_place_write(place, text, line) = '\0';
    g_assert_cmpstr(text, ==, wanted);
}

static void test_lines(void)
{
    static const size_t lines[] = {1,         9,         10,         95,       98,        999,
                                   99980,     9999990,   99999980,   99999999, 100000000, 100000009,
                                   199999990, 999999990, 1099999999, 7,        12345678};
    static const char *const files[] = {"a", "turns.csv",
                                        "een map/met een lange naam van een bestand.csv"};

    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *origin = g_strconcat(files[i], ":5", NULL);
        struct usual_place place = {.front = 0};

        usual_place_learn(&place, origin, strlen(origin));
        for (size_t j = 0; j < G_N_ELEMENTS(lines); j++)
            for (size_t row = 0; row < ROWS; row++)
                check(&place, files[i], lines[j] + row + (row > ROWS / 2 ? 3 * row : 0));
    }
}

/* A name that is too long is not learned: then no row is usual. */
static void test_long(void)
{
    g_autofree char *name = g_strnfill(PLACE_MOST, 'a');
    g_autofree char *origin = g_strconcat(name, ":5", NULL);
    struct usual_place place = {.front = 0};

    usual_place_learn(&place, origin, strlen(origin));
    g_assert_cmpuint(place.front, ==, 0);
    usual_place_learn(&place, origin + 1, strlen(origin + 1));
    g_assert_cmpuint(place.front, ==, PLACE_MOST);
    check(&place, name + 1, 42);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/ingest-place/lines", test_lines);
    g_test_add_func("/ingest-place/long", test_long);
    return g_test_run();
}
