#ifndef BASE_WORD_H
#define BASE_WORD_H

#include <stddef.h>
#include <stdint.h>

/* Number of words in a UTF-8 text: runs without white space that hold a letter or a digit. */
int64_t word_count(const char *text, size_t length);

#endif
