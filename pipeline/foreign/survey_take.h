#ifndef FOREIGN_SURVEY_TAKE_H
#define FOREIGN_SURVEY_TAKE_H

#include "foreign/survey_columns.h"
#include "foreign/survey_texts.h"

/* The ways in which a column of a survey may be taken. Each fills `column` and returns true, or
 * leaves it. */

/* How sure it is that a column is the item: the text of its part of a question is half of it. */
enum sureness { SURE_NOT, SURE_PART, SURE_WHOLE };

struct survey_taking {
    struct survey *survey;
    const struct survey_reading *reading;
    GHashTable *taken;     /* names in use, borrowed from the columns */
    GHashTable *questions; /* question with options -> its number + 1 */
    GArray *sureness;      /* enum sureness by column */
    guint own;             /* columns that no codebook knows */
};

/* As --map says; a name that answers have no column for, or twice one name, ends the program. */
bool take_map(const struct survey_taking *taking, struct survey_column *column,
              const struct survey_texts *texts);

/* As an item, or as a question whose options are items. What is not sure gets no name yet. Two
 * columns that surely are one item end the program. */
bool take_item(const struct survey_taking *taking, struct survey_column *column, guint i,
               const struct survey_texts *texts);

/* As something that a survey program adds, or that points at a person. */
bool take_word(const struct survey_taking *taking, struct survey_column *column,
               const struct survey_texts *texts);

/* As who answered, or context. */
bool take_person(const struct survey_taking *taking, struct survey_column *column,
                 const struct survey_texts *texts);

/* Gives the column its name, which is in use from then on. */
void take_name(const struct survey_taking *taking, struct survey_column *column, const char *name);

/* A ledger entry about a header: "name <- header", or the header where name is NULL. */
void take_note(const struct survey_taking *taking, enum ledger_level level, const char *what,
               const char *name, const char *header, const char *action);

#endif
