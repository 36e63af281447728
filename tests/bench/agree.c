/* Agreement measured: 100,000 units in 500 conversations, three coders, twelve codes, one rating in
 * twenty missing; ten coefficients with 10,000 bootstrap draws of conversations. Peer: agree.py,
 * which reads the same file.
 *
 *     build/bench/agree --write FILE    makes the data, the same bytes always
 *     build/bench/agree FILE            prints 10 lines "coefficient low high", then the CPU
 * seconds
 */
#include "stat/agreement.h"
#include "stat/random.h"
#include "stat/stat.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define UNITS 100000
#define CONVERSATIONS 500
#define CODERS 3
#define CODES 12
#define COEFFICIENTS 10

/* The conversation of a unit, then what each coder said: 32-bit integers as they lie in memory. */
struct row {
    int32_t conversation;
    int32_t said[CODERS];
};

static int data_write(const char *path)
{
    FILE *out = fopen(path, "wb");
    if (out == NULL)
        return 1;
    struct random_stream stream;
    random_start(&stream, 20220401, 0);
    for (size_t i = 0; i < UNITS; i++) {
        struct row row = {.conversation = (int32_t)random_below(&stream, CONVERSATIONS)};
        uint32_t hard = 2 + (uint32_t)row.conversation % 5;
        uint32_t one = random_below(&stream, CODES);
        uint32_t usual = MIN(one, random_below(&stream, CODES));
        for (size_t j = 0; j < CODERS; j++) {
            uint32_t near = (usual + random_below(&stream, 3)) % CODES;
            row.said[j] = (int32_t)(random_below(&stream, hard) == 0 ? near : usual);
            if (random_below(&stream, 20) == 0)
                row.said[j] = RATINGS_MISSING;
        }
        fwrite(&row, sizeof row, 1, out);
    }
    return fclose(out) == 0 ? 0 : 1;
}

/* The rows of data_write as ratings. FALSE if it is no such file. */
static gboolean data_read(const char *path, int32_t *codes, uint32_t *cluster)
{
    g_autofree char *bytes = NULL;
    gsize size = 0;
    if (!g_file_get_contents(path, &bytes, &size, NULL) || size != UNITS * sizeof(struct row))
        return FALSE;
    for (size_t i = 0; i < UNITS; i++) {
        struct row row;
        memcpy(&row, bytes + i * sizeof row, sizeof row);
        cluster[i] = (uint32_t)row.conversation;
        memcpy(codes + i * CODERS, row.said, sizeof row.said);
    }
    return TRUE;
}

static void limits_print(const struct ratings *ratings)
{
    double positions[CODES];
    double linear[CODES * CODES];
    for (size_t k = 0; k < CODES; k++)
        positions[k] = (double)k + 1;
    if (!weights_linear(positions, CODES, linear))
        return;
    const struct agreement_coefficient wanted[COEFFICIENTS] = {
        {.kind = AGREEMENT_PERCENT},
        {.kind = AGREEMENT_FLEISS},
        {.kind = AGREEMENT_CONGER},
        {.kind = AGREEMENT_ALPHA, .metric = AGREEMENT_NOMINAL},
        {.kind = AGREEMENT_ALPHA, .metric = AGREEMENT_ORDINAL},
        {.kind = AGREEMENT_ALPHA, .metric = AGREEMENT_INTERVAL, .values = positions},
        {.kind = AGREEMENT_ALPHA, .metric = AGREEMENT_RATIO, .values = positions},
        {.kind = AGREEMENT_GWET},
        {.kind = AGREEMENT_GWET, .weights = linear},
        {.kind = AGREEMENT_BRENNAN_PREDIGER}};
    struct resample_settings settings = RESAMPLE_DEFAULTS;
    struct cluster_interval results[COEFFICIENTS];
    struct rating_pairs pairs;
    rating_pairs_collapse(&pairs, ratings, RATING_PAIRS_WITH_MARGINS);
    agreement_intervals(&pairs, wanted, COEFFICIENTS, &settings, results);
    rating_pairs_free(&pairs);
    for (size_t i = 0; i < COEFFICIENTS; i++)
        printf("%zu %.6f %.6f\n", i, results[i].limits.low, results[i].limits.high);
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--write") == 0)
        return data_write(argv[2]);
    stat_start();
    static int32_t codes[UNITS * CODERS];
    static uint32_t cluster[UNITS];
    if (argc != 2 || !data_read(argv[1], codes, cluster)) {
        fputs("agree: call me with --write FILE, or with such a FILE\n", stderr);
        return 2;
    }
    struct ratings ratings = {.codes = codes,
                              .units = UNITS,
                              .coders = CODERS,
                              .categories = CODES,
                              .cluster = cluster,
                              .clusters = CONVERSATIONS};
    limits_print(&ratings);
    printf("cpu %.4f\n", (double)clock() / CLOCKS_PER_SEC);
    return 0;
}
