#ifndef INGEST_SPANS_H
#define INGEST_SPANS_H

#include <stdbool.h>
#include <stddef.h>

/* Who speaks where in one conversation: labels on a line, [start, end). */

struct spans;

/* An empty line. */
struct spans *spans_new(void);
void spans_free(struct spans *spans);

/* Adds a stretch; `label` is borrowed. */
void spans_add(struct spans *spans, const double extent[2], const char *label);

/* After the last one was added, before anything is asked. */
void spans_sort(struct spans *spans);

/* Whether stretches of two labels overlap. */
bool spans_overlap(const struct spans *spans);

/* The label that covers most of an extent (one of no length: the label it lies in), NULL when there
 * is none; `*others` tells whether other labels lie in it too. */
const char *spans_find(const struct spans *spans, const double extent[2], bool *others);

#endif
