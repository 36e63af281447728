#ifndef FOREIGN_SURVEY_H
#define FOREIGN_SURVEY_H

#include "codebook/cellwords.h"
#include "codebook/questions.h"
#include "foreign/sheet.h"
#include "foreign/survey_form.h"

/* A wide survey: one row a respondent, one column a question. What each of its columns is. A header
 * means, in this order: what --map says; an item of the codebooks (by its name, its question, or
 * the text of its part of a question); what a survey program adds itself, or what points at a
 * person (vragenlijst-kolommen.csv); the respondent, role, group, wave or a context column
 * (kolommen.csv); else an item that the codebooks do not have, kept under its own name. */

enum survey_use {
    SURVEY_ITEM,      /* the answer to one item */
    SURVEY_OPTIONS,   /* all chosen options of a question in one cell */
    SURVEY_PERSON,    /* respondent, role, group, wave or a context column: `name` says which */
    SURVEY_STATUS,    /* tells a preview from an answer */
    SURVEY_FINISHED,  /* tells whether it was finished, in words */
    SURVEY_SUBMITTED, /* tells it by being empty or not */
    SURVEY_LEFT_OUT,
};

struct survey_column {
    enum survey_use use;
    char *name;               /* of the item as it is written, or the canonical name */
    char *header;             /* in one line, as people know the column */
    char *option;             /* what it stands for, where it is an option of a question; or NULL */
    const struct item *item;  /* NULL: the codebooks do not have it */
    const GPtrArray *options; /* struct item, of SURVEY_OPTIONS; borrowed from the questions */
    int question; /* columns of one question have one number, where the item is an option; or -1 */
};

struct survey {
    struct survey_form form;
    const struct columns *words;
    GPtrArray *columns; /* struct survey_column */
    GPtrArray *rows;    /* char **: the rows of headers, to know them when they come again */
};

/* Reads the headers of a wide survey from the sheet into sheet_header_room() and a survey, and says
 * in the ledger what each was taken for. `form` is what survey_form_find() said. A --map that no
 * header fits, or a header that stands there twice and is known, ends the program. */
struct survey *survey_read(struct sheet *sheet, struct survey_form form,
                           const struct survey_words *words, const struct questions *questions,
                           struct ledger *ledger);
void survey_free(struct survey *survey);

/* The column with this use, and for SURVEY_PERSON this name; -1 when there is none. */
int survey_find(const struct survey *survey, enum survey_use use, const char *name);

/* Whether the record of the sheet is one of the rows of headers once more. */
bool survey_is_header(const struct survey *survey, const struct sheet *sheet);

/* What this record says of itself: that it is a trial of the survey's maker; that it was not
 * finished. */
bool survey_is_preview(const struct survey *survey, const struct sheet *sheet);
bool survey_is_unfinished(const struct survey *survey, const struct sheet *sheet);

/* What is said of an item that the codebooks do not have, and at which level: a warning where it is
 * near to one that they have. To be freed. */
char *survey_own_item(const struct questions *questions, const char *text,
                      enum ledger_level *level);

/* Whether a cell of an option says that it was chosen (1) or not (0); -1: it says something else.
 * An empty cell says nothing. */
int survey_chosen(const struct survey_column *column, const struct cellwords *words,
                  const char *cell);

#endif
