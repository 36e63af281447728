#ifndef TABLE_CONTROLS_H
#define TABLE_CONTROLS_H

#include <stddef.h>

/* Control characters in UTF-8 text: all below 20 but tab and line ends, 7F, and U+0080 to U+009F.
 * They drive terminals and are shown by nothing. */

/* Length of the longest text without them that text[0 .. n) begins with. */
size_t controls_span(const char *text, size_t n);

/* Takes them out of text[0 .. n), in place; returns the length that is left. */
size_t controls_drop(char *text, size_t n);

#endif
