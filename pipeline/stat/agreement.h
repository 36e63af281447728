/* Coefficients of agreement of any number of coders, with missing ratings.
 *
 * r_ik of the r_i ratings of unit i are of category k; n units have a rating, n' have two or more;
 * w are weights (stat/weights.h); q categories could be chosen.
 *   Pa = 1/n' Σ Σ_k r_ik(Σ_l w_kl r_il − 1)/(r_i(r_i − 1)), the mean over units of the share of
 *        agreeing pairs;  π_k = 1/n Σ r_ik/r_i;  coefficient = (Pa − Pe)/(1 − Pe) with
 *   Fleiss (1971), Psychological Bulletin 76, 378:  Pe = Σ w_kl π_k π_l; with missing ratings as in
 *        Gwet (2014), Handbook of inter-rater reliability, 4th ed.; for two coders without
 *        missing ratings it is Scott's (1955) pi;
 *   Conger (1980), Psychological Bulletin 88, 322:  Pe = mean over pairs of coders g ≠ h of
 *        Σ w_kl p_gk p_hl, p_gk the share of k in the ratings of g; for two coders Cohen's kappa;
 *   Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29, AC1, and with
 *        weights AC2:  Pe = Σw/(q(q − 1))·Σ π_k(1 − π_k);
 *   Brennan & Prediger (1981), Educational and Psychological Measurement 41, 687:  Pe = Σw/q²;
 *   PABAK, Byrt, Bishop & Carlin (1993), Journal of Clinical Epidemiology 46, 423: 2·Pa − 1, q = 2.
 * Krippendorff (2011), Computing Krippendorff's alpha-reliability: alpha = 1 − Do/De from the
 *   coincidences o_ck = Σ (ordered pairs c-k of a unit)/(m − 1), n_c their margins, n.. their sum:
 *   Do = Σ o_ck d_ck/n..,  De = Σ n_c n_k d_ck/(n..(n.. − 1)). */
#ifndef STAT_AGREEMENT_H
#define STAT_AGREEMENT_H

#include "stat/cluster.h"
#include "stat/rating_pairs.h"
#include "stat/weights.h"

enum agreement_kind {
    AGREEMENT_PERCENT,          /* Pa, a share in [0, 1]; weights are used */
    AGREEMENT_FLEISS,           /* weights are used */
    AGREEMENT_FLEISS_CATEGORY,  /* of one category against all others */
    AGREEMENT_CONGER,           /* weights are used; needs RATING_PAIRS_WITH_MARGINS */
    AGREEMENT_ALPHA,            /* metric, values and distance are used */
    AGREEMENT_GWET,             /* AC1; AC2 with weights */
    AGREEMENT_BRENNAN_PREDIGER, /* weights are used */
    AGREEMENT_PABAK,            /* for two categories */
    AGREEMENT_PREVALENCE        /* the share of one category in all ratings */
};

/* Squared differences d_ck: 0 or 1; (n_c/2 + n_{c+1} + … + n_k/2)²; (v_c − v_k)²;
 * ((v_c − v_k)/(v_c + v_k))², for values that are not negative; or the cells of distance. Ordinal
 * takes the categories in the order of their numbers. */
enum agreement_metric {
    AGREEMENT_NOMINAL,
    AGREEMENT_ORDINAL,
    AGREEMENT_INTERVAL,
    AGREEMENT_RATIO,
    AGREEMENT_DISTANCE
};

/* Which coefficient. weights: q·q cells or NULL; values: of each category, for interval and ratio;
 * distance: q·q cells, symmetric, with an empty diagonal; category: for the kinds of one category.
 * What a kind does not use is ignored. Borrowed for the call. */
struct agreement_coefficient {
    enum agreement_kind kind;
    enum agreement_metric metric;
    const double *weights;
    const double *values;
    const double *distance;
    size_t category;
};

/* The coefficient of all clusters together; n is the number of units with two ratings or more (for
 * the prevalence: of ratings). STAT_TOO_FEW if there is none; STAT_NO_VARIATION if all ratings are
 * of one category, but percent agreement and prevalence are defined all the same; for Conger's of
 * two coders also if one of them used one category only, since it is then 0 whatever the other
 * said; STAT_NOT_DEFINED if q < 2, PABAK is asked for q ≠ 2, Conger without margins, or a value
 * does not fit the metric. */
struct stat_value agreement_value(const struct rating_pairs *pairs,
                                  const struct agreement_coefficient *coefficient);

/* The coefficients with their intervals over the clusters by the rule of stat/cluster.h: logit for
 * percent agreement and prevalence, Fisher's z and at least AGREEMENT_CLUSTERS clusters for the
 * others. results[i].value.n counts the clusters with a pair (percent, PABAK, Brennan-Prediger and
 * alpha), or with a rating (the others, which units of one rating bear upon; leave conversations
 * of one coder out of the ratings beforehand, they say nothing of agreement); its reason is that of
 * agreement_value. Allocates as cluster_intervals does. */
void agreement_intervals(const struct rating_pairs *pairs,
                         const struct agreement_coefficient *coefficients, size_t count,
                         const struct resample_settings *settings,
                         struct cluster_interval *results);

/* No interval for a chance-corrected coefficient of fewer conversations. */
#define AGREEMENT_CLUSTERS 5

/* So far apart are two coefficients that part ways: our custom. */
#define AGREEMENT_APART .20

/* Whether kappa and AC1 part ways, |AC1 − kappa| ≥ AGREEMENT_APART, so that neither should be read
 * alone; the paradox is Feinstein & Cicchetti's (1990), Journal of Clinical Epidemiology 43, 543.
 * False where either is missing. */
bool agreement_parts(struct stat_value kappa, struct stat_value ac1);

#endif
