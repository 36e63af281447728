#include "ingest/persons.h"

#include "base/marks.h"
#include "ingest/alike.h"

void persons_open(struct persons *persons, const struct sheet *sheet)
{
    persons->n = 0;
    for (size_t i = 0; i < sheet_columns(sheet) && persons->n < PERSONS_COLUMNS; i++)
        if (alike_watches(sheet_name(sheet, i)))
            persons->columns[persons->n++] = i;
}

bool persons_meet(struct persons *persons, const struct record *record)
{
    uint64_t key = 0;
    uint64_t *met;
    bool known;

    for (size_t i = 0; i < persons->n; i++) {
        struct cell cell = record_cell(record, persons->columns[i]);

        key = marks_key(cell.text, cell.length, key);
    }
    met = &persons->met[key % PERSONS_PLACES];
    known = *met == key;
    *met = key;
    return known;
}
