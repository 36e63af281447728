#ifndef FOREIGN_SURVEY_TEXTS_H
#define FOREIGN_SURVEY_TEXTS_H

#include "foreign/survey.h"

/* The texts by which one column of a survey may be known, the surest first. */

struct survey_texts {
    char *name;     /* the first row of headers */
    char *label;    /* the question as a whole, with its part: "Question [part]" */
    char *part;     /* the part of a question that the column is about; NULL: it has none */
    char *question; /* the question without its part */
    char *code;     /* in front of the question in one header: "Q1. How ..." ; NULL */
    char *import;   /* the maker's own name of the column; NULL */
};

/* The texts of column `i`; survey_texts_clear() frees them. */
struct survey_texts survey_texts_of(const struct survey *survey, guint i);
void survey_texts_clear(struct survey_texts *texts);

/* Whether two texts are the same when folded (fold.h). */
bool survey_same(const char *one, const char *two);

#endif
