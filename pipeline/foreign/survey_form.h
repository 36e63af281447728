#ifndef FOREIGN_SURVEY_FORM_H
#define FOREIGN_SURVEY_FORM_H

#include "codebook/codebook.h"
#include "codebook/columns.h"
#include "table/csv.h"

#include <stdbool.h>
#include <stddef.h>

/* What the rows above the answers of a wide survey are: who made the file, how many rows of headers
 * it has, and which row holds what. The words of the makers stand in
 * codebooks/vragenlijst-kolommen.csv. */

enum survey_maker {
    SURVEY_NO_MAKER, /* a table that somebody made, or a maker that leaves no mark */
    SURVEY_QUALTRICS,
    SURVEY_QUALTRICS_LEGACY,
    SURVEY_LIMESURVEY,
    SURVEY_SURVEYMONKEY,
    SURVEY_GOOGLE_FORMS,
    SURVEY_MICROSOFT_FORMS,
};

enum { SURVEY_FORM_ROWS = 5 }; /* the most rows of headers there may be */

struct survey_form {
    enum survey_maker maker;
    bool is_long;   /* the header names respondent, item and value: one answer a row */
    bool is_asked;  /* it names a respondent, and nothing of a conversation */
    size_t rows;    /* rows of headers, at least 1 */
    size_t labels;  /* which row (from 0) holds the questions; 0: the first, as names do */
    size_t imports; /* which row holds the maker's own names of columns; 0: none does */
    bool options;   /* the second row holds options, the first each question once */
};

/* Whose columns are known, and by what words. */
struct survey_words {
    const struct columns *columns; /* kolommen.csv */
    const struct columns *words;   /* vragenlijst-kolommen.csv */
    const struct codebooks *codes; /* a header that is a code tells that these are segments */
    char *const *maps;             /* "canonical=header" texts, or NULL */
};

/* Looks at the rows at the front of `csv`, of which nothing was read yet, and goes back. */
struct survey_form survey_form_find(struct csv *csv, const struct survey_words *words);

/* The name of a maker as people know it; "" for SURVEY_NO_MAKER. */
const char *survey_form_name(enum survey_maker maker);

/* What a header is to a survey: a canonical name of vragenlijst-kolommen.csv, or NULL. A header may
 * go on after a colon ("Group time: x") or in digits, or come after a question's name ("Q1_First
 * Click"). */
const char *survey_word(const struct columns *words, const char *header);

/* Whether a cell is one of the maker's own names, {"ImportId": ...}. */
bool survey_is_import(const char *cell);

#endif
