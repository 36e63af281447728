#ifndef INGEST_LABELS_H
#define INGEST_LABELS_H

#include "codebook/cellwords.h"
#include "codebook/codebook.h"
#include "foreign/sheet.h"
#include "table/ledger.h"

#include <glib.h>

/* What the cells of a column of codes say. One cell may hold several codes (ingest/packed.h). A
 * number with a dash in front goes ("8 - press for  accuracy"), as does one with another sign
 * before a code of the codebook ("3. vragen"); runs of spaces become one, a word for no code
 * ("geen", "None") is none. What a codebook knows stays as it is. Each distinct cell is judged
 * once, and what was done to it said once. */

struct labels;

/* `separators` is what --separator says: NULL as above, "none" for one code a cell, else the signs
 * that separate. Borrows all. */
struct labels *labels_new(const struct codebooks *codebooks, const struct cellwords *words,
                          const char *separators, struct ledger *ledger);
void labels_free(struct labels *labels);

/* From here on warns of codes that celwoorden.csv knows as speakers: the file has a column of
 * speakers, so that they are counted. */
void labels_suspect_speakers(struct labels *labels);

/* The codes of a cell of this record: texts, without repetition; none when the cell is empty or
 * says that no code was given. Borrowed until the next call. */
const GPtrArray *labels_read(struct labels *labels, const struct sheet *sheet, int column);

/* The name of one code, by the same rules but the separators: "" when it says none. Borrowed until
 * labels_free(). */
const char *labels_one(struct labels *labels, const struct sheet *sheet, const char *text);

/* The name that the codebook gives a code, else what it is called; borrowed. Whether two codes are
 * one by that name. */
const char *labels_meaning(const struct labels *labels, const char *code);
bool labels_are_same(const struct labels *labels, const char *one, const char *other);

/* How many cells held several codes. */
size_t labels_packed(const struct labels *labels);

#endif
