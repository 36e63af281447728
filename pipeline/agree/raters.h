#ifndef AGREE_RATERS_H
#define AGREE_RATERS_H

#include "agree/ratings.h"
#include "agree/rows.h"

/* Agreement of raters, item by item: intraclass correlations of those who rated the persons, Lin's
 * concordance of every pair of them, and what people give themselves beside what others give them.
 */

/* Writes the rows of all items. */
void raters_write(struct rows *rows, const struct ratings_table *table);

#endif
