#ifndef INGEST_ANSWERS_TURNED_H
#define INGEST_ANSWERS_TURNED_H

#include "codebook/questions.h"
#include "foreign/survey.h"

/* Ends the program where a wide survey lies on its side: no header is an item of the codebook, and
 * the first column names two of them or more, in half of its records or more. Everybody would
 * become an item, and every item somebody. To be called before the first record. */
void turned_check(struct sheet *sheet, const struct survey *survey,
                  const struct questions *questions);

#endif
