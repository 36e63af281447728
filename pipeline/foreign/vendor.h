#ifndef FOREIGN_VENDOR_H
#define FOREIGN_VENDOR_H

#include <stdbool.h>

/* What the headers of one coding program say and another's do not. */

/* The code that a column is for by its header, as in "Code: doorvragen Applied" of Dedoose; NULL
 * when the header says no such thing. To be freed. */
char *vendor_flag_code(const char *header);

/* Whether a cell marks a row that says who speaks: the category and the coder under which QualCoder
 * puts the speakers of a transcript. */
bool vendor_is_speaker_mark(const char *cell);

#endif
