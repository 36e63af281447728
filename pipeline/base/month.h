#ifndef BASE_MONTH_H
#define BASE_MONTH_H

#include <stdbool.h>
#include <stddef.h>

/* Whether text[0 .. length) is the name of a month as a spreadsheet knows it, in Dutch or English,
 * whole or shortened to three letters, in capitals or not. Fewer bytes than `length` may stand
 * there, ended by a NUL: then it is none. */
bool month_is_name(const char *text, size_t length);

#endif
