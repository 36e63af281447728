/* Intraclass correlations of persons rated by raters: Shrout & Fleiss (1979), Intraclass
 * correlations: uses in assessing rater reliability, Psychological Bulletin 86, 420. */
#ifndef STAT_ICC_H
#define STAT_ICC_H

#include "stat/stat.h"

/* One-way random, two-way random (agreement), two-way mixed (consistency); of one rater, and of the
 * mean of k raters. */
enum icc_kind { ICC_11, ICC_21, ICC_31, ICC_1K, ICC_2K, ICC_3K, ICC_KINDS };

/* persons counts those rated by everyone; left_out the others, but for those whom nobody rated. */
struct icc_result {
    struct stat_value value[ICC_KINDS];
    struct stat_interval limits[ICC_KINDS];
    size_t persons;
    size_t raters;
    size_t left_out;
};

/* values[person·raters + rater], NaN where missing. With the mean squares between persons BMS,
 * within persons WMS, between raters JMS and residual EMS:
 *   (1,1) (BMS − WMS)/(BMS + (k − 1)WMS)                     (1,k) (BMS − WMS)/BMS
 *   (2,1) (BMS − EMS)/(BMS + (k − 1)EMS + k(JMS − EMS)/n)    (2,k) (BMS − EMS)/(BMS + (JMS −
 * EMS)/n) (3,1) (BMS − EMS)/(BMS + (k − 1)EMS)                     (3,k) (BMS − EMS)/BMS Limits by
 * the F distribution (the same paper; (2,·) with Satterthwaite's df). n is the persons.
 * STAT_TOO_FEW for fewer than two persons or raters; STAT_NO_VARIATION if all ratings are alike;
 * STAT_NOT_DEFINED where a denominator is not positive; limits also where EMS (or WMS) is 0. A
 * person whom one of the raters did not rate is left out. Allocates a vector of persons. */
struct icc_result icc_of(const double *values, size_t persons, size_t raters);

#endif
