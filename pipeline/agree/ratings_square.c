#include "agree/ratings.h"

#include <math.h>
#include <string.h>

/* How often every id occurs among the ratings of an item, and among how many different ones. */
static guint *square_counts(const GArray *ratings, int ids, bool by_rater, guint *different)
{
    guint *counts = g_new0(guint, (gsize)ids + 1);

    *different = 0;
    for (guint i = 0; i < ratings->len; i++) {
        const struct rating *rating = &g_array_index(ratings, struct rating, i);

        *different += counts[by_rater ? rating->rater : rating->person]++ == 0;
    }
    return counts;
}

static gint square_compare(gconstpointer left, gconstpointer right, gpointer names)
{
    return strcmp(names_text(names, *(const int *)left), names_text(names, *(const int *)right));
}

static int square_find(const GArray *ids, int id)
{
    for (guint i = 0; i < ids->len; i++)
        if (g_array_index(ids, int, i) == id)
            return (int)i;
    return -1;
}

static struct rating_square square_new(void)
{
    return (struct rating_square){
        .persons = g_array_new(FALSE, FALSE, sizeof(int)),
        .raters = g_array_new(FALSE, FALSE, sizeof(int)),
    };
}

static void square_make_room(struct rating_square *square)
{
    size_t cells = (size_t)square->persons->len * square->raters->len;

    square->values = g_new(double, cells + 1);
    for (size_t i = 0; i < cells; i++)
        square->values[i] = NAN;
}

struct rating_square rating_square_of(const struct ratings_table *table,
                                      const struct rating_item *item)
{
    struct rating_square square = square_new();
    guint persons;
    guint raters;
    guint *by_person = square_counts(item->others, names_count(table->persons), false, &persons);
    guint *by_rater = square_counts(item->others, names_count(table->raters), true, &raters);

    for (int i = 0; i < names_count(table->raters); i++)
        if (2 * by_rater[i] > persons)
            g_array_append_val(square.raters, i);
    for (int i = 0; i < names_count(table->persons); i++)
        if (by_person[i] > 0)
            g_array_append_val(square.persons, i);
    g_array_sort_with_data(square.raters, square_compare, table->raters);
    square_make_room(&square);
    for (guint i = 0; i < item->others->len; i++) {
        const struct rating *rating = &g_array_index(item->others, struct rating, i);
        int rater = square_find(square.raters, rating->rater);
        guint person = (guint)square_find(square.persons, rating->person);

        if (rater >= 0)
            square.values[person * square.raters->len + (guint)rater] = rating->value;
    }
    g_free(by_person);
    g_free(by_rater);
    return square;
}

/* The number of ratings that most persons have, two or more; of equals the larger. 0: none. */
static guint square_usual(const guint *by_person, int persons)
{
    guint usual = 0;
    guint most = 0;

    for (int i = 0; i < persons; i++) {
        guint alike = 0;

        for (int j = 0; j < persons; j++)
            alike += by_person[j] == by_person[i];
        if (by_person[i] >= 2 && (alike > most || (alike == most && by_person[i] > usual))) {
            most = alike;
            usual = by_person[i];
        }
    }
    return usual;
}

struct rating_square rating_square_any(const struct ratings_table *table,
                                       const struct rating_item *item)
{
    struct rating_square square = square_new();
    int persons = names_count(table->persons);
    guint different;
    guint *by_person = square_counts(item->others, persons, false, &different);
    guint usual = square_usual(by_person, persons);
    guint *filled = g_new0(guint, (gsize)persons + 1);

    for (int i = 0; i < (int)usual; i++)
        g_array_append_val(square.raters, i);
    for (int i = 0; i < persons && usual > 0; i++)
        if (by_person[i] == usual)
            g_array_append_val(square.persons, i);
    square_make_room(&square);
    for (guint i = 0; i < item->others->len; i++) {
        const struct rating *rating = &g_array_index(item->others, struct rating, i);
        int person = square_find(square.persons, rating->person);

        if (person >= 0)
            square.values[(guint)person * usual + filled[person]++] = rating->value;
    }
    g_free(filled);
    g_free(by_person);
    return square;
}

void rating_square_clear(struct rating_square *square)
{
    g_free(square->values);
    g_array_free(square->persons, TRUE);
    g_array_free(square->raters, TRUE);
}
