#ifndef REPORT_STRANDS_H
#define REPORT_STRANDS_H

#include "report/strand.h"

/* The strands there are, each in the file of its name. */

/* The first side's share by school, year or whatever it was counted by. */
extern const struct strand groups_strand;

/* Affordance against agency: analysis match, by class, quadrant and pair. */
extern const struct strand match_strand;

/* Schuring: how important agency is to a wpb beside the share of a side, never as a difference. */
extern const struct strand beside_strand;

/* The scales of the survey: analysis describe. */
extern const struct strand survey_strand;

/* Which codes came up in which period or quadrant: counts of a codebook without sides by a column.
 */
extern const struct strand coverage_strand;

/* Analysis agree, or the sentence that there was one coder. */
extern const struct strand agreement_strand;

/* What to do with it, where anybody's codes or ratings could be compared. */
extern const struct strand compared_strand;

#endif
