#ifndef INGEST_ANSWERS_OPTIONS_H
#define INGEST_ANSWERS_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

/* Options of a question that stand together in one cell: "Lesgeven, Toetsen", "Lesgeven;Toetsen;",
 * one a line. An option may hold a comma itself: the longest that fits is taken. */

/* Finds which of the options (struct item, whose labels are `Question [option]`) the text names:
 * chosen[i] for each. Returns what is none of them, joined by "; ", to be freed; NULL when nothing
 * was left. */
char *options_read(const GPtrArray *options, const char *text, bool *chosen);

#endif
