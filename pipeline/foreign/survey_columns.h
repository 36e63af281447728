#ifndef FOREIGN_SURVEY_COLUMNS_H
#define FOREIGN_SURVEY_COLUMNS_H

#include "foreign/survey.h"

/* The columns of a survey out of its rows of headers. */

struct survey_reading {
    const struct survey_words *words;
    const struct questions *questions;
    bool items;            /* the codebooks hold items */
    const struct csv *csv; /* for the place */
    size_t line;           /* of the first row of headers */
    struct ledger *ledger;
};

/* Fills survey->columns, n of them. */
void survey_columns_read(struct survey *survey, guint n, const struct survey_reading *reading);

#endif
