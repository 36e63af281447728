#include "table/outline.h"

#include <string.h>

/* Copies a cell with one quote for each two of its own; returns where it ends. `*doubled` goes
 * beyond these. */
static char *outline_undouble(const struct outline *outline, struct cell *cell, char *to,
                              size_t *doubled)
{
    const char *from = cell->text;
    const char *stop = from + cell->length;

    cell->text = to;
    for (; *doubled < outline->doubles; ++*doubled) {
        const char *second = outline->base + outline->doubled[*doubled];

        if (second >= stop)
            break;
        to = (char *)mempcpy(to, from, (size_t)(second - from));
        from = second + 1;
    }
    to = (char *)mempcpy(to, from, (size_t)(stop - from));
    cell->length = (size_t)(to - cell->text);
    return to;
}

void outline_cut(const struct outline *outline, size_t n, struct cell *cells, char *room)
{
    struct cell *cell = cells;
    size_t doubled = 0;

    for (size_t i = 0; i < n; i++)
        cells[i] = outline_cell(outline, i);
    while (doubled < outline->doubles) {
        const char *next = outline->base + outline->doubled[doubled];

        while (next >= cell->text + cell->length)
            cell++;
        room = outline_undouble(outline, cell++, room, &doubled) + 1;
    }
}
