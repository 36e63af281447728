#ifndef REPORT_UNCOUNTED_H
#define REPORT_UNCOUNTED_H

#include "report/report.h"

/* What the answer says of the rows behind it; nothing where no ledger was given. */

/* "Niet meegeteld: 1 regel die niet te lezen was en 5 codes die niet in het codeboek staan (zie Wat
 * we niet weten).": a paragraph, or a warning where it is more than one in twenty of the rows;
 * nothing where all was counted. */
void uncounted_write(struct report *report);

/* "75 van 75 regels gelezen." */
void uncounted_write_read(struct report *report);

#endif
