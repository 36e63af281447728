#ifndef PLOT_SCENE_H
#define PLOT_SCENE_H

#include "chart/chart.h"
#include "chart/page.h"
#include "chart/side.h"
#include "codebook/codebook.h"
#include "codebook/scales.h"
#include "codebook/texts.h"
#include "table/findings.h"
#include "table/tics.h"

#include <glib.h>
#include <stdbool.h>

/* What every chart of vs-plot starts from: the numbers, the codebook they are about, the words. */

struct scene {
    const struct findings *findings;
    const struct codebook *book;
    struct scales *scales; /* of the codebook; NULL when it holds codes */
    const struct texts *texts;
    const char *language;
    enum show_language show;
    const char *by;    /* column of the groups; "" when there are none, or none was said */
    const char *unit;  /* turn, passage, event, mention; "" where the numbers are not about units */
    const char *term;  /* of the numbers: the codebook, or OFFER~USE, ITEM~ITEM */
    const char *scale; /* of the items that are shown; "" when none was said */
    enum chart_kind kind;
    GPtrArray *held;  /* texts that live as long as the scene */
    GHashTable *rows; /* the numbers of one analysis and term, by what they say */
};

/* Columns by which answers of several roles or waves are told apart: then no number is over all. */
enum { SCENE_LANES = 3 };
extern const char *const scene_lanes[SCENE_LANES];

/* Whose numbers a chart shows. */
struct scene_about {
    const char *analysis;
    const char
        *statistic; /* with which a term begins that is not the name of the codebook; or NULL */
    const char *by; /* column of the groups, unless another was said; NULL: the first met */
    bool units;     /* numbers about different units are different numbers */
};

/* Starts a scene whose other members are set: takes the numbers that are meant together, and from
 * them what was not said (term, unit, column). False when there are none. */
bool scene_start(struct scene *scene, const struct scene_about *about);
void scene_end(struct scene *scene);

/* A text that lives as long as the scene; takes it over. */
const char *scene_hold(const struct scene *scene, char *text);

/* The number of a group ("" over all) about a subject; NULL when there is none. */
const struct result *scene_find(const struct scene *scene, const char *group, const char *subject,
                                const char *statistic);

/* The same by another column. */
const struct result *scene_find_by(const struct scene *scene, const char *by, const char *group,
                                   const char *subject, const char *statistic);

/* Whether a result is one of the scene's numbers. */
bool scene_holds(const struct scene *scene, const struct result *result);

/* Its value; NaN when there is none. */
double scene_value(const struct scene *scene, const char *group, const char *subject,
                   const char *statistic);

/* The groups of the scene's column, or of another, that have this statistic (NULL: any) in the
 * order of the results; texts borrowed; free with g_ptr_array_unref(). */
GPtrArray *scene_groups(const struct scene *scene, const char *statistic);
GPtrArray *scene_groups_by(const struct scene *scene, const char *by, const char *statistic);

/* The side of a code on the chart: the first side of the codebook, its last, or neither. */
enum side scene_side(const struct scene *scene, const struct code *code);

/* Tics as the chart wants them; borrows from `tics`; free with g_free(). */
struct tic *scene_tics(const struct tics *tics);

/* Adds a tic for every whole number from low to high, or where there are many for every so many. */
void scene_whole_tics(const struct scene *scene, double low, double high, GArray *tics);

/* What a scale (SCALE or SCALE/FACET) or item can be answered with; NaN where the codebook has none
 * of that name. */
struct scene_range {
    double low, high;
};
struct scene_range scene_range(const struct scene *scene, const char *name);

/* A word of section [plot] about whom is counted (method person=): {persons} in it are those, and
 * conversations have a word of their own (`key-source`). Kept by the scene. */
const char *scene_person_text(const struct scene *scene, const char *key);

/* A word of section [plot]; kept by the scene. */
const char *scene_text(const struct scene *scene, const char *key);

/* A count in the language; kept by the scene. */
const char *scene_count(const struct scene *scene, double count);

#endif
