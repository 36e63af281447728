#ifndef COUNT_ANSWERS_H
#define COUNT_ANSWERS_H

#include "count/board.h"
#include "table/writer.h"

/* Writes, per person, the share of each side of the codebook in the person's segments with a side,
 * as rows of shape answers: item CODEBOOK/side:NAME/UNIT, role that of the codes. The unit stands
 * in the item, so that what people say they do is never taken for what was seen. A person without
 * such segments has an empty value; a conversation that stands in for nobody is left out. */
void answers_write(const struct board *board, const char *unit, struct writer *writer);

#endif
