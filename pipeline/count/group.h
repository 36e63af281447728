#ifndef COUNT_GROUP_H
#define COUNT_GROUP_H

#include "base/names.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* One group of `--by` while it is counted: an integer vector a person. */

struct board_group {
    char *by;   /* "school+year", "" over all */
    char *name; /* "Noord + 2022" */
    struct names *persons;
    GArray *counts; /* int64_t: person * width + column */
    GArray *uppers; /* int by person: id of the wpb in `wpbs`, -1 unknown */
    bool crossed;   /* somebody was met under two wpb's: persons do not lie within wpb's */
    struct names *wpbs;
    struct names *students;
    struct names *sources;
};

/* An empty group; takes both texts over. */
struct board_group *group_new(char *by, char *name);

/* How many names there are; -1 where there is none, since then it is not known. */
int64_t group_known(const struct names *names);

/* Frees a struct board_group; for use as a GDestroyNotify. */
void group_free(gpointer freed);

#endif
