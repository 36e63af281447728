#ifndef AGREE_UNITIZING_H
#define AGREE_UNITIZING_H

#include "agree/rows.h"
#include "agree/system.h"

/* Where an export holds coded passages only: agreement on where they lie and on their codes, by the
 * u-alpha family (stat/unitize.h). Start and end count to the millisecond, or in whole characters
 * or paragraphs. A conversation runs from 0 to the context column `length`, else to the last end of
 * any coder; the method says which. */

/* Writes u-alpha, over all and for every pair of coders, and refuses what rests on units. What
 * cannot be used (passages of one coder that overlap, without place, outside the length) makes it
 * undefined, with a note, and the ledger names the first of them. */
void unitizing_write(const struct rows *rows, const struct system *system, struct ledger *ledger);

#endif
