#ifndef DRIVER_INDEX_LINKS_H
#define DRIVER_INDEX_LINKS_H

#include "document/document.h"
#include "driver/build.h"

/* Adds where everything lies that was made, as links: the reports, then each chart with its
 * formats on one line, then the tables. What was not made is not there; without any report a
 * sentence says so. */
void index_links(struct document *document, const struct build *build);

#endif
