#ifndef CODEBOOK_CELLWORDS_H
#define CODEBOOK_CELLWORDS_H

#include "table/shape.h"

#include <stdint.h>

/* Words in cells that mean the same in every study: codebooks/celwoorden.csv, one row a meaning
 * with the words for it (`meaning,words,definition`; words separated by `;`). Case and outer space
 * do not count. A word may have several meanings: `nee` is no code, and no flag. */

enum cellword {
    CELLWORD_GIVEN,     /* in a column for one code: it was given */
    CELLWORD_NOT_GIVEN, /* ... it was not */
    CELLWORD_NO_CODE,   /* in a column of codes: looked at, none given */
    CELLWORD_SPEAKER,   /* a code that says who speaks */
    CELLWORD_TOTAL,     /* where a person or conversation is named: a row that adds up others */
    CELLWORD_ERROR,     /* anywhere: what a spreadsheet shows where a formula failed */
    CELLWORD_DECLINED,  /* in a column of answers: why there is none, as vs-table --csv says it */
    CELLWORD_NOT_APPLICABLE,
    CELLWORD_IMPOSSIBLE,
    CELLWORD_UNREADABLE,
    CELLWORD_HIDDEN,
    CELLWORD_COUNT,
};

struct cellwords;

/* Loads codebooks/celwoorden.csv; what is wrong with it ends the program (STATUS_STOPPED). */
struct cellwords *cellwords_load(void);
void cellwords_free(struct cellwords *cellwords);

/* Whether `text` is a word with this meaning. */
int cellwords_means(const struct cellwords *cellwords, enum cellword meaning, const char *text);

/* For a quick look: sets, by the byte with which a word of this meaning begins (in capitals too),
 * the bit of its length, and of the two lengths above it; of words of more than 61 bytes none. */
void cellwords_lengths(const struct cellwords *cellwords, enum cellword meaning,
                       uint64_t lengths[256]);

/* Why there is no answer, when `text` says so; MISSING_NOT when it does not. */
enum missing cellwords_missing(const struct cellwords *cellwords, const char *text);

#endif
