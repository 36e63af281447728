#ifndef DRIVER_BUILD_CHART_H
#define DRIVER_BUILD_CHART_H

#include "driver/build.h"

enum chart_state {
    CHART_DRAWN,
    CHART_MISSED,   /* there is nothing to draw, and people are told */
    CHART_UNMISSED, /* this study has no such numbers, as most have not */
};

/* Whether the results (which must be there) hold anything for the chart to show. `*why` becomes the
 * Dutch sentence of a chart that is missed, to be freed, else NULL. */
enum chart_state build_chart_state(const struct build *build, const struct plan_chart *chart,
                                   char **why);

#endif
