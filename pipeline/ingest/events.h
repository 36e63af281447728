#ifndef INGEST_EVENTS_H
#define INGEST_EVENTS_H

#include "foreign/sheet.h"
#include "ingest/fields.h"

#include <stdbool.h>

/* Exports in which a row is an edge of an event: its start, its stop, or both at once. A start
 * waits for the stop of the same source, speaker, code and modifiers; what has no other half is
 * refused. The row of an event stands where it stops. */

struct events;

/* NULL where the export is not of that kind. Borrows both. */
struct events *events_new(struct sheet *sheet, const struct fields *fields);
void events_free(struct events *events);

/* Reads the edge in this record, whose time is extent[0]; true when an event is whole, with its
 * extent. */
bool events_read(struct events *events, double extent[2]);

/* Refuses the starts without a stop, after the last record. */
void events_finish(struct events *events);

#endif
