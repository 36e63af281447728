#ifndef BASE_UNSEEN_H
#define BASE_UNSEEN_H

#include <glib.h>
#include <stdbool.h>

/* Signs in a text that nobody sees and that say nothing by themselves: the soft hyphen (U+00AD),
 * spaces and joiners without width (U+200B to U+200D, U+2060 to U+2064, U+FEFF: the byte order
 * mark), and marks for the direction of writing (U+200E, U+200F, U+202A to U+202E, U+2066 to
 * U+2069). */
bool unseen_is(gunichar letter);

/* Whether it is a joiner (U+200C, U+200D): some writing, and some pictures, are made with these. */
bool unseen_is_joiner(gunichar letter);

#endif
