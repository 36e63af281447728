#ifndef INGEST_ANSWERS_H
#define INGEST_ANSWERS_H

#include "codebook/cellwords.h"
#include "codebook/codebook.h"
#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/roles.h"
#include "table/stage.h"
#include "table/writer.h"

/* A file of answers: one answer a row (columns respondent, item, value), or one respondent a row
 * and one question a column, as survey programs write it. */

struct answers_call {
    struct run *run;
    struct sheet *sheet; /* begun, its header not read */
    const struct columns *columns;
    struct roles *roles;
    struct writer *writer;
    char *const *maps;
    const struct codebooks *codebooks;
    const struct cellwords *words;
    const char *decimal; /* what --decimal and --dates say, or NULL */
    const char *dates;
    const char *context_file;
    const char *stem;
    const char *shape; /* "segments" or "answers"; NULL: as the headers tell */
};

/* Reads all rows and writes them as answers. False: these are segments, and nothing was read. A
 * shape that is neither ends the program (STATUS_USAGE). */
bool answers_take(const struct answers_call *call);

#endif
