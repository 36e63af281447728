#ifndef DRIVER_BUILD_CHART_H
#define DRIVER_BUILD_CHART_H

#include "driver/build.h"

/* Why there is no such chart: the Dutch sentence, to be freed, when the results (which must be
 * there) hold nothing for it to show; NULL when it can be drawn. */
char *build_chart_empty(const struct build *build, const struct plan_chart *chart);

#endif
