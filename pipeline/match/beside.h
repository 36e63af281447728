#ifndef MATCH_BESIDE_H
#define MATCH_BESIDE_H

#include "codebook/codebook.h"
#include "table/ledger.h"
#include "table/reader.h"
#include "table/writer.h"

/* A score of the survey and the share of a side of the axis (an item CODEBOOK/side:NAME/UNIT, from
 * vs-count --as answers), next to each other per person. What somebody finds and what was coded are
 * different things: nothing is computed of both.
 *
 * A person is who the column named after the role says (wpb, student), else the respondent. */

struct beside;

/* For --beside ITEM,ITEM, one of them a share; anything else ends the program (STATUS_USAGE), as
 * does a score that `books` (where there are any) do not know. */
struct beside *beside_new(const char *items, const struct codebooks *books);
void beside_free(struct beside *beside);

/* Reads all rows. */
void beside_read(struct beside *beside, struct reader *in);

/* What the ledger should say of it: scores of roles that have no share (other-role-answers), nobody
 * known (no-scores), persons with several answers (several-occasions). */
void beside_tell(const struct beside *beside, struct ledger *ledger);

/* Writes the rows, by role of those who have a share: how many have both and one of both, then both
 * numbers of each person. */
void beside_write(const struct beside *beside, struct writer *writer);

#endif
