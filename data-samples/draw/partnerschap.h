#ifndef DRAW_PARTNERSCHAP_H
#define DRAW_PARTNERSCHAP_H

#include "codebook/codebook.h"
#include "draw.h"

#include <stdbool.h>

/* The invented partnership: its people, and what is drawn of them. */

struct wpb {
    const char *school;
    char *name;
    double tilt;
    double offer; /* what the wpb adds to p of affordance */
};

struct student {
    char *name;
    const char *school;
    const char *year;
    const struct wpb *wpb;
    bool recorded; /* whether a conversation was recorded */
    double offer;  /* p of affordance above the school's mean, and of agency */
    double use;
};

struct world {
    struct random_stream stream;
    GPtrArray *plan; /* geplant.csv */
    GPtrArray *names;
    GPtrArray *sentences;
    struct codebooks *books;
    GPtrArray *wpbs;
    GPtrArray *students;
    GString *text;
    const char *folder;
};

extern struct world draw;

/* A value of geplant.csv; one that is not there ends the program. */
double planted(const char *what, const char *school, const char *year);

/* Writes the coded conversations of a year: one of each student who was recorded. */
void talk_draw(const char *year, enum draw_encoding encoding);

/* How the header of a year's form names an item, and its answers: each was made by somebody else.
 */
enum survey_form { SURVEY_NUMBERS, SURVEY_WORDS, SURVEY_QUESTIONS };

/* Writes the survey of a year; how important agency is to each wpb; which outcomes students of a
 * year showed in which period. */
void survey_draw(const char *year, enum survey_form form, enum draw_encoding encoding);
void survey_draw_importance(void);
void outcomes_draw(const char *year);

#endif
