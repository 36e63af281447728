/* Who speaks where. */

#include "ingest/spans.h"

#include <glib.h>

static void add(struct spans *spans, double start, double end, const char *label)
{
    const double extent[] = {start, end};

    spans_add(spans, extent, label);
}

static void check(const struct spans *spans, double start, double end, const char *label,
                  bool several)
{
    const double extent[] = {start, end};
    bool others = !several;

    g_assert_cmpstr(spans_find(spans, extent, &others), ==, label);
    g_assert_true(others == several);
}

static void test_find(void)
{
    struct spans *spans = spans_new();

    spans_sort(spans);
    check(spans, 0, 5, NULL, false);
    add(spans, 50, 60, "b");
    add(spans, 0, 10, "a");
    add(spans, 10, 20, "b");
    add(spans, 0, 100, "c"); /* reaches beyond those behind it */
    spans_sort(spans);
    g_assert_true(spans_overlap(spans));
    check(spans, 2, 4, "a", true);
    check(spans, 30, 40, "c", false);
    check(spans, 99, 200, "c", false);
    check(spans, 100, 200, NULL, false);
    check(spans, 100, 100, NULL, false);
    check(spans, 30, 30, "c", false);
    spans_free(spans);
}

static void test_most(void)
{
    struct spans *spans = spans_new();

    add(spans, 0, 4, "a");
    add(spans, 4, 9, "b");
    add(spans, 9, 12, "a");
    spans_sort(spans);
    g_assert_false(spans_overlap(spans));
    check(spans, 0, 12, "a", true); /* 4 + 3 against 5 */
    check(spans, 3, 9, "b", true);
    check(spans, 4, 4, "b", false);
    check(spans, 9, 9, "a", false);
    check(spans, -5, 0, NULL, false);
    spans_free(spans);
}

/* Two labels, and as many stretches of one as a file has rows. */
static void test_many(void)
{
    enum { MANY = 200000 };
    struct spans *spans = spans_new();

    add(spans, 0, 1, "b");
    for (int i = 0; i < MANY; i++)
        add(spans, 1, 1000, "a");
    spans_sort(spans);
    g_assert_false(spans_overlap(spans));
    add(spans, 500, 1001, "a");
    add(spans, 1000, 1000, "b");
    spans_sort(spans);
    g_assert_true(spans_overlap(spans));
    spans_free(spans);
}

/* By every pair of stretches: the sweep says the same. */
static void test_overlap(void)
{
    enum { FEW = 6, TIMES = 20000 };
    static const char *const labels[] = {"a", "b", "c"};
    GRand *random = g_rand_new_with_seed(1);

    for (int time = 0; time < TIMES; time++) {
        struct spans *spans = spans_new();
        int extents[FEW][3];
        bool overlap = false;

        for (int i = 0; i < FEW; i++) {
            extents[i][0] = g_rand_int_range(random, 0, 30);
            extents[i][1] = extents[i][0] + g_rand_int_range(random, 1, 6);
            extents[i][2] = g_rand_int_range(random, 0, 3);
            add(spans, extents[i][0], extents[i][1], labels[extents[i][2]]);
            for (int j = 0; j < i; j++)
                overlap =
                    overlap || (extents[i][2] != extents[j][2] && extents[i][0] < extents[j][1] &&
                                extents[j][0] < extents[i][1]);
        }
        spans_sort(spans);
        g_assert_true(spans_overlap(spans) == overlap);
        spans_free(spans);
    }
    g_rand_free(random);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/spans/find", test_find);
    g_test_add_func("/spans/most", test_most);
    g_test_add_func("/spans/many", test_many);
    g_test_add_func("/spans/overlap", test_overlap);
    return g_test_run();
}
