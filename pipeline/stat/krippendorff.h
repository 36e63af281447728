/* Krippendorff's alpha of a (summed) vector of pairs; formula and source in stat/agreement.h. */
#ifndef STAT_KRIPPENDORFF_H
#define STAT_KRIPPENDORFF_H

#include "stat/agreement.h"

/* The parts of alpha: Do and De as in stat/agreement.h, and n.., the number of pairable values. */
struct krippendorff {
    double observed;
    double expected;
    double values;
};

/* By the coefficient's metric. STAT_TOO_FEW without pairable values, STAT_NO_VARIATION where De is
 * 0, STAT_NOT_DEFINED where a category that is used has no value that fits the metric; the parts
 * are of no use then. */
enum stat_reason krippendorff_parts(const struct rating_pairs *pairs, const int64_t *sum,
                                    const struct agreement_coefficient *coefficient,
                                    struct krippendorff *parts);

#endif
