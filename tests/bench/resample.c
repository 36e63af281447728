/* The cluster bootstrap measured: 10,000 replicates of 26 statistics over 1,190 conversations with
 * 12 counts each. Peer: resample.py, which reads the same file.
 *
 *     build/bench/resample --write FILE    makes the data, the same bytes always
 *     build/bench/resample FILE            prints 26 lines "statistic low high", then the CPU
 * seconds
 */
#include "stat/order.h"
#include "stat/random.h"
#include "stat/resample.h"
#include "stat/stat.h"

#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define CONVERSATIONS 1190
#define CODES 12
#define WIDTH (CODES + 1) /* the last column is the total of the codes */
#define STATISTICS 26

struct column {
    size_t at;
};

static double share_of(const int64_t *sum, const void *plan)
{
    const struct column *column = plan;
    return sum[CODES] == 0 ? (double)NAN : (double)sum[column->at] / (double)sum[CODES];
}

static double mean_of(const int64_t *sum, const void *plan)
{
    const struct column *column = plan;
    return (double)sum[column->at] / CONVERSATIONS;
}

static double position_of(const int64_t *sum, const void *plan)
{
    int64_t weighted = 0;
    (void)plan;
    for (size_t i = 0; i < CODES; i++)
        weighted += (int64_t)(i + 1) * sum[i];
    return (double)weighted / (double)sum[CODES];
}

static double side_of(const int64_t *sum, const void *plan)
{
    int64_t side = 0;
    (void)plan;
    for (size_t i = 0; i < CODES / 2; i++)
        side += sum[i];
    return (double)side / (double)sum[CODES];
}

static int data_write(const char *path)
{
    FILE *out = fopen(path, "w");
    if (out == NULL)
        return 1;
    for (uint64_t i = 0; i < CONVERSATIONS; i++) {
        struct random_stream stream;
        random_start(&stream, 20220401, i);
        uint32_t talk = 1 + random_below(&stream, 6);
        for (uint32_t k = 0; k < CODES; k++)
            fprintf(out, "%s%u", k ? "," : "", random_below(&stream, talk * (2 + k % 5)));
        fputc('\n', out);
    }
    return fclose(out) == 0 ? 0 : 1;
}

/* Reads the counts of data_write into counts[conversation·WIDTH + column]. */
static gboolean data_read(const char *path, int64_t *counts)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return FALSE;
    char *at = text;
    for (size_t i = 0; i < CONVERSATIONS; i++) {
        int64_t *row = counts + i * WIDTH;
        row[CODES] = 0;
        for (size_t k = 0; k < CODES; k++) {
            row[k] = (int64_t)g_ascii_strtoull(at, &at, 10);
            row[CODES] += row[k];
            if (*at++ != (k + 1 < CODES ? ',' : '\n'))
                return FALSE;
        }
    }
    return TRUE;
}

static void limits_print(double *values, size_t replicates)
{
    for (size_t i = 0; i < STATISTICS; i++) {
        struct stat_interval limits = order_percentile_limits(values + i * replicates, replicates);
        printf("%zu %.6f %.6f\n", i, limits.low, limits.high);
    }
}

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[1], "--write") == 0)
        return data_write(argv[2]);
    int64_t *counts = g_new(int64_t, CONVERSATIONS * WIDTH);
    if (argc != 2 || !data_read(argv[1], counts)) {
        g_free(counts);
        fputs("resample: call me with --write FILE, or with such a FILE\n", stderr);
        return 2;
    }
    struct column columns[CODES];
    struct resample_statistic statistics[STATISTICS];
    for (size_t k = 0; k < CODES; k++) {
        columns[k].at = k;
        statistics[k] = (struct resample_statistic){share_of, &columns[k]};
        statistics[CODES + k] = (struct resample_statistic){mean_of, &columns[k]};
    }
    statistics[2 * CODES] = (struct resample_statistic){position_of, NULL};
    statistics[2 * CODES + 1] = (struct resample_statistic){side_of, NULL};
    struct resample_settings settings = RESAMPLE_DEFAULTS;
    struct resample_data data = {counts, CONVERSATIONS, WIDTH};
    double *values = g_new(double, STATISTICS *settings.replicates);
    if (!resample_bootstrap(&data, statistics, STATISTICS, &settings, values))
        return 3;
    limits_print(values, settings.replicates);
    printf("cpu %.4f\n", (double)clock() / CLOCKS_PER_SEC);
    g_free(values);
    g_free(counts);
    return 0;
}
