#ifndef PLOT_SCENE_H
#define PLOT_SCENE_H

#include "chart/chart.h"
#include "chart/page.h"
#include "chart/side.h"
#include "codebook/codebook.h"
#include "codebook/texts.h"
#include "table/findings.h"
#include "table/tics.h"

#include <glib.h>

/* What every chart of vs-plot starts from: the numbers, the codebook they are about, the words. */

struct scene {
    const struct findings *findings;
    const struct codebook *book;
    const struct texts *texts;
    const char *language;
    enum show_language show;
    const char *by;   /* column of the persons; "" when there are no groups */
    const char *unit; /* turn, passage, event, mention */
    enum chart_kind kind;
    GPtrArray *held; /* texts that live as long as the scene */
};

/* A text that lives as long as the scene; takes it over. */
const char *scene_hold(const struct scene *scene, char *text);

/* The number of a group ("" over all) about a subject; NULL when there is none. */
const struct result *scene_find(const struct scene *scene, const char *group, const char *subject,
                                const char *statistic);

/* Its value; NaN when there is none. */
double scene_value(const struct scene *scene, const char *group, const char *subject,
                   const char *statistic);

/* Persons in the order of the results; texts borrowed; free with g_ptr_array_unref(). */
GPtrArray *scene_persons(const struct scene *scene);

/* The side of a code on the chart: the first side of the codebook, its last, or neither. */
enum side scene_side(const struct scene *scene, const struct code *code);

/* Tics as the chart wants them; borrows from `tics`; free with g_free(). */
struct tic *scene_tics(const struct tics *tics);

/* A word of section [plot]; kept by the scene. */
const char *scene_text(const struct scene *scene, const char *key);

#endif
