#ifndef INGEST_SEGMENTS_H
#define INGEST_SEGMENTS_H

#include "codebook/cellwords.h"
#include "codebook/codebook.h"
#include "codebook/columns.h"
#include "foreign/sheet.h"
#include "ingest/roles.h"
#include "table/stage.h"
#include "table/writer.h"

/* A coded CSV or TSV to segments: a row for each code that a record gives. */

/* What is asked of it; borrowed. Options that were not given are NULL. */
struct segments_call {
    struct run *run;
    struct sheet *sheet; /* begun, its header not read */
    const struct columns *columns;
    const struct codebooks *codebooks;
    const struct cellwords *words;
    struct roles *roles;
    struct writer *writer;
    const char *stem; /* of the file: the source when nothing says it */
    char *const *maps;
    char *const *given_roles;
    const char *context_file;
    const char *unit;
    const char *extent;
    const char *decimal;
    const char *dates;
    char *const *codes;
    char *const *coders;
    const char *blank;
    const char *separators;
    char *const *speaker_codes;
};

/* Reads the whole sheet and writes its rows. */
void segments_take(const struct segments_call *call);

#endif
