/* Two coders: the square table of what the first and the second said of the units that both coded,
 * collapsed to one integer vector per cluster, and what is computed from it.
 *
 * p_ck are the shares of the table, r_c and s_k its margins, w agreement weights (stat/weights.h).
 *   Cohen (1960), Educational and Psychological Measurement 20, 37; with weights Cohen (1968),
 *     Psychological Bulletin 70, 213:  Po = Σ w_ck p_ck,  Pe = Σ w_ck r_c s_k,
 *     kappa = (Po − Pe)/(1 − Pe);
 *   largest kappa that the margins allow (without weights): Po = Σ min(r_c, s_c);
 *   Scott (1955), Public Opinion Quarterly 19, 321, pi: Pe = Σ ((r_c + s_c)/2)². */
#ifndef STAT_KAPPA_H
#define STAT_KAPPA_H

#include "stat/cluster.h"
#include "stat/ratings.h"
#include "stat/weights.h"

/* What a column counts: units to which the first coder gave `first` and the second `second`. */
struct kappa_cell {
    uint32_t first;
    uint32_t second;
};

/* counts[cluster·width + column]; only cells that occur have a column. total sums the clusters. */
struct kappa_table {
    size_t categories;
    size_t clusters;
    size_t width;
    struct kappa_cell *cells;
    int64_t *counts;
    int64_t *total;
};

/* The table of coders first and second; units that one of them left out are not in it. Allocates;
 * release with kappa_free. */
void kappa_collapse(struct kappa_table *table, const struct ratings *ratings, size_t first,
                    size_t second);

/* Releases a collapsed table. */
void kappa_free(struct kappa_table *table);

enum kappa_kind { KAPPA_PERCENT, KAPPA_COHEN, KAPPA_LARGEST, KAPPA_PI };

/* weights: q·q cells, or NULL for the identity; used by percent and Cohen. Borrowed. */
struct kappa_coefficient {
    enum kappa_kind kind;
    const double *weights;
};

/* n counts the units. STAT_TOO_FEW without a unit; STAT_NO_VARIATION for Cohen's if one coder used
 * one category only (kappa is then 0 or 0/0 whatever the other said; ratings_used says who), for
 * pi if both used one and the same; STAT_NOT_DEFINED for fewer than two categories, or where Pe =
 * 1 by the weights. */
struct stat_value kappa_value(const struct kappa_table *table,
                              const struct kappa_coefficient *coefficient);

/* As agreement_intervals (stat/agreement.h), over the clusters where both coders coded a unit. */
void kappa_intervals(const struct kappa_table *table, const struct kappa_coefficient *coefficients,
                     size_t count, const struct resample_settings *settings,
                     struct cluster_interval *results);

/* Large-sample standard errors of Cohen's kappa, with or without weights, for units drawn
 * independently: Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323. null is that under
 * kappa = 0, for a test only. Missing where kappa is. */
struct kappa_errors {
    struct stat_value error;
    struct stat_value null;
};

/* The standard errors of Cohen's kappa of the table's total. */
struct kappa_errors kappa_errors(const struct kappa_table *table, const double *weights);

/* Light (1971), Psychological Bulletin 76, 365: the mean of Cohen's kappa over all pairs of coders;
 * n counts the pairs. Missing, with its reason, if kappa is for one of the pairs of coders who
 * coded anything; STAT_TOO_FEW for fewer than two such coders. */
struct stat_value kappa_light(const struct ratings *ratings);

#endif
