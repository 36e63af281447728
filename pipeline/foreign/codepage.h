#ifndef FOREIGN_CODEPAGE_H
#define FOREIGN_CODEPAGE_H

#include <stddef.h>

/* Text of an old DOS program (code page 437 or 850), an old Mac (MacRoman) or a Unix program
 * (ISO-8859-15) that was read as Windows-1252: their letters with an accent are signs there that
 * stand within no word. `idee‰n` was idee\"en under DOS, `cafŽ` caf\'e on a Mac. Signs that people
 * do put between letters (the apostrophe of foto’s, dashes, an ellipsis, a quote without a space)
 * say nothing. */

enum codepage {
    CODEPAGE_FINE,
    CODEPAGE_DOS,
    CODEPAGE_MAC,
    CODEPAGE_UNIX,
    CODEPAGES,
};

/* What text[0 .. n), valid UTF-8, was written in by the first sign that tells; `*at` becomes its
 * place. */
enum codepage codepage_find(const char *text, size_t n, size_t *at);

#endif
