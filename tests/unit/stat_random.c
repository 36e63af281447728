/* Random streams: splitmix64 against published outputs, the seeding of replicates, bounded draws.
 */
#include "stat/quartet.h"
#include "stat/random.h"

#include "stat_reference.h"

static void test_splitmix(void)
{
    struct reference reference = reference_read("tests/reference/stat_splitmix.csv");
    g_assert_cmpuint(reference.rows->len, ==, 5);
    uint64_t state = 1234567;
    for (guint row = 0; row < reference.rows->len; row++) {
        const char *expected = reference_cell(&reference, row, "expected");
        g_assert_cmpuint(random_splitmix(&state), ==, g_ascii_strtoull(expected, NULL, 10));
    }
    reference_free(&reference);
}

/* The reference program of Blackman & Vigna from the state 1, 2, 3, 4. */
static void test_xoshiro(void)
{
    static const uint64_t expected[] = {UINT64_C(41943041), UINT64_C(58720359),
                                        UINT64_C(3588806011781223), UINT64_C(3591011842654386),
                                        UINT64_C(9228616714210784205)};
    struct random_stream stream = {.word = {1, 2, 3, 4}};
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++)
        g_assert_cmpuint(random_next(&stream), ==, expected[i]);
}

/* Replicate r holds outputs 4r + 1 … 4r + 4 of one splitmix64 stream, and no word comes twice. */
static void test_seeding(void)
{
    static const uint64_t seeds[] = {20220401, 0, UINT64_MAX};
    for (gsize i = 0; i < G_N_ELEMENTS(seeds); i++) {
        GHashTable *seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
        uint64_t state = seeds[i];
        for (uint64_t replicate = 0; replicate < 2000; replicate++) {
            struct random_stream stream;
            random_start(&stream, seeds[i], replicate);
            for (gsize k = 0; k < 4; k++) {
                g_assert_cmpuint(stream.word[k], ==, random_splitmix(&state));
                g_assert_true(g_hash_table_add(seen, g_memdup2(&stream.word[k], 8)));
            }
        }
        g_hash_table_destroy(seen);
    }
}

/* random_fill gives what random_below gives, also where nearly half of the draws are refused and
 * where calls of one follow calls of the other. */
static void test_fill(void)
{
    static const uint32_t bounds[] = {1,         2, 3, 7, 1190, 65536, 1u << 31, (1u << 31) + 1,
                                      UINT32_MAX};
    for (gsize i = 0; i < G_N_ELEMENTS(bounds); i++) {
        struct random_stream one;
        struct random_stream many;
        random_start(&one, 7, i);
        random_start(&many, 7, i);
        for (gsize count = 0; count < 40; count++) {
            uint32_t draws[40];
            random_fill(&many, bounds[i], draws, count);
            for (gsize k = 0; k < count; k++) {
                g_assert_cmpuint(draws[k], ==, random_below(&one, bounds[i]));
                g_assert_cmpuint(draws[k], <, bounds[i]);
            }
            g_assert_cmpuint(random_below(&many, 5), ==, random_below(&one, 5));
        }
    }
}

/* Every face of a die equally often: chi-squared with 5 df stays under its .999 quantile, 20.5. */
static void test_even(void)
{
    double count[6] = {0};
    double squares = 0;
    struct random_stream stream;
    random_start(&stream, 20220401, 0);
    for (gsize i = 0; i < 600000; i++)
        count[random_below(&stream, 6)]++;
    for (gsize i = 0; i < 6; i++)
        squares += (count[i] - 1e5) * (count[i] - 1e5) / 1e5;
    g_assert_cmpfloat(squares, <, 20.5);
}

static void test_quartet(void)
{
    static uint32_t together[8 * 600];
    static uint32_t alone[1200];
    struct quartet quartet;
    g_assert_false(quartet_pays((1u << 31) + 1, 1000));
    if (!quartet_pays(1190, 1200)) {
        g_test_skip("this machine has no AVX2");
        return;
    }
    quartet_start(&quartet, 99, 5);
    g_assert_true(quartet_fill(&quartet, 1190, together, 300));
    g_assert_true(quartet_fill(&quartet, 1190, together + 8 * 300, 300));
    for (uint64_t i = 0; i < 4; i++) {
        struct random_stream stream;
        random_start(&stream, 99, 5 + i);
        random_fill(&stream, 1190, alone, 1200);
        for (gsize k = 0; k < 1200; k++)
            g_assert_cmpuint(together[k / 2 * 8 + 2 * i + k % 2], ==, alone[k]);
    }
    g_assert_false(quartet_fill(&quartet, (1u << 31) + 1, together, 300));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stat/random/splitmix", test_splitmix);
    g_test_add_func("/stat/random/xoshiro", test_xoshiro);
    g_test_add_func("/stat/random/seeding", test_seeding);
    g_test_add_func("/stat/random/fill", test_fill);
    g_test_add_func("/stat/random/even", test_even);
    g_test_add_func("/stat/random/quartet", test_quartet);
    return g_test_run();
}
