#ifndef INGEST_ANSWERS_OPTIONS_H
#define INGEST_ANSWERS_OPTIONS_H

#include "table/shape.h"

#include <glib.h>
#include <stdbool.h>

/* Options of a question that stand together in one cell: "Lesgeven, Toetsen", "Lesgeven;Toetsen;",
 * one a line, or the numbers of an export of codes: "1,3". An option may hold a comma itself: the
 * longest that fits is taken. */

struct options;

/* The texts by which options (struct item, whose labels are `Question [option]`) are known: what
 * stands between the brackets, in either language; the name of the item; and the code and the text
 * of its answer where `answers` holds one alone (`3=Toetsen`). */
struct options *options_new(const GPtrArray *items);
void options_free(struct options *options);

/* Why the whole cell is missing, as the first of the options says; MISSING_NOT when it is not. */
enum missing options_missing(const struct options *options, const char *text);

enum options_got {
    OPTIONS_READ,
    OPTIONS_NUMBER, /* a number is none of them: nobody knows what was chosen */
};

/* Finds which of the options the text names: chosen[i] for each. *rest becomes what is none of
 * them, joined by "; ", to be freed; NULL when nothing was left. */
enum options_got options_read(const struct options *options, const char *text, bool *chosen,
                              char **rest);

#endif
