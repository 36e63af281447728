#ifndef INGEST_ANSWERS_PERSON_H
#define INGEST_ANSWERS_PERSON_H

#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/answers_typed.h"
#include "ingest/roles.h"
#include "table/head.h"
#include "table/writer.h"

/* Who gave the answers of a record: respondent, role, group, wave, and context, from the sheet and
 * from a context file. */

struct person;

struct person_source {
    const struct sheet *sheet;
    const struct columns *columns;
    struct roles *roles;
    struct ledger *ledger;
    const char *context_file; /* NULL: none */
    const char *stem;         /* numbers respondents where no column names them */
    const char *role;         /* where nothing else says it; NULL: no role then */
    const GPtrArray *extra;   /* names of the sheet's columns to carry on, borrowed */
};

/* Finds the columns; says in the ledger where a respondent comes from. A sheet with the columns wpb
 * and student, and none of the respondent, ends the program. Borrows what the source names. */
struct person *person_new(const struct person_source *source);
void person_free(struct person *person);

/* Looks at the record that the sheet got last. */
void person_look(struct person *person);

/* The respondent of this record; borrowed until the next. */
const char *person_respondent(const struct person *person);

/* Whether this respondent was met before: in the same wave, moment, year, date, phase, role and of
 * the same rater, for the same item ("": for all). One without a name never was. */
bool person_is_again(struct person *person, const char *item);

/* Adds the names of the context columns to a head; writes the first four cells of a row; writes
 * those of the context columns. */
void person_name(const struct person *person, struct head *head);
void person_write(const struct person *person, struct writer *writer);
void person_write_context(const struct person *person, const struct answers_typed *typed,
                          struct writer *writer);

#endif
