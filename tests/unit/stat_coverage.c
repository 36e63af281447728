/* Coverage of the interval rule by simulation: shares of clusters are beta-binomial with mean .4
 * and intra-class correlation .15, 10 to 60 segments a cluster. Counted are the runs with an
 * interval; those without are said. */
#include "stat/cluster.h"
#include "stat/random.h"

#include "stat_reference.h"

#include <gsl/gsl_randist.h>

static const double true_share = .4;
static const double correlation = .15;

static double share(const int64_t *sum, const void *plan)
{
    (void)plan;
    return (double)sum[0] / (double)sum[1];
}

/* One study of clusters: (segments of the code, segments). */
static void study_draw(gsl_rng *random, int64_t *counts, gsize clusters)
{
    double strength = (1 - correlation) / correlation; /* a + b of the beta distribution */
    for (gsize g = 0; g < clusters; g++) {
        unsigned segments = 10 + (unsigned)gsl_rng_uniform_int(random, 51);
        double p = gsl_ran_beta(random, true_share * strength, (1 - true_share) * strength);
        counts[2 * g] = gsl_ran_binomial(random, p, segments);
        counts[2 * g + 1] = segments;
    }
}

/* The share of runs with an interval that holds the true share. */
static double coverage(gsize clusters, gsize runs, gsize replicates)
{
    static const struct cluster_statistic statistic = {.of = share, .scale = JACKKNIFE_LOGIT};
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    int64_t *counts = g_new(int64_t, 2 * clusters);
    gsize with = 0;
    gsize covered = 0;
    gsl_rng_set(random, 20220401);
    for (gsize run = 0; run < runs; run++) {
        struct cluster_interval result;
        struct resample_settings settings = {.seed = run, .replicates = replicates};
        struct resample_data data = {counts, clusters, 2};
        study_draw(random, counts, clusters);
        cluster_intervals(&data, &statistic, 1, &settings, &result);
        if (result.limits.reason != STAT_FINE)
            continue;
        with++;
        covered += result.limits.low <= true_share && true_share <= result.limits.high;
    }
    double part = (double)covered / (double)with;
    g_test_message("%zu clusters: %zu of %zu intervals cover (%.3f); %zu runs without an interval",
                   clusters, covered, with, part, runs - with);
    g_free(counts);
    gsl_rng_free(random);
    return part;
}

static void test_jackknife(void)
{
    static const gsize clusters[] = {3, 5, 10, 20};
    for (gsize i = 0; i < G_N_ELEMENTS(clusters); i++) {
        double part = coverage(clusters[i], 2000, 0);
        g_assert_cmpfloat(part, >=, .92);
        g_assert_cmpfloat(part, <=, .97);
    }
}

/* The percentile bootstrap is known to cover a little less than it says at 30 to 40 clusters; with
 * 2,000 runs the simulation's own standard error is .005. */
static void test_bootstrap(void)
{
    static const gsize clusters[] = {30, 40};
    for (gsize i = 0; i < G_N_ELEMENTS(clusters); i++) {
        double part = coverage(clusters[i], 2000, 2000);
        g_assert_cmpfloat(part, >=, .92);
        g_assert_cmpfloat(part, <=, .97);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    stat_start();
    g_test_add_func("/stat/coverage/jackknife", test_jackknife);
    g_test_add_func("/stat/coverage/bootstrap", test_bootstrap);
    return g_test_run();
}
