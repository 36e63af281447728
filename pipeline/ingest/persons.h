#ifndef INGEST_PERSONS_H
#define INGEST_PERSONS_H

#include "foreign/sheet.h"
#include "table/record.h"

#include <stdbool.h>
#include <stdint.h>

/* Who a record is about: school, wpb, student, speaker and respondent together, by their cells as
 * they stand in the file. What is watched of persons (alike.h, nested.h) need not be asked of those
 * who were met before. */

enum { PERSONS_COLUMNS = 5, PERSONS_PLACES = 1 << 12 };

struct persons {
    size_t columns[PERSONS_COLUMNS]; /* of the sheet */
    size_t n;
    uint64_t met[PERSONS_PLACES]; /* keys (marks.h): of those that share a place the last one */
};

/* Nobody was met yet. */
void persons_open(struct persons *persons, const struct sheet *sheet);

/* Whether those of this record were met before; now they were. They may be forgotten. */
bool persons_meet(struct persons *persons, const struct record *record);

#endif
