#include "base/marks.h"

#include <glib.h>
#include <string.h>

static uint64_t *marks_slot(uint64_t (*entries)[2], size_t room, uint64_t key)
{
    size_t at = (size_t)key & (room - 1);

    while (entries[at][0] != 0 && entries[at][0] != key)
        at = (at + 1) & (room - 1);
    return entries[at];
}

static void marks_grow(struct marks *marks)
{
    size_t room = marks->room == 0 ? 16 : 2 * marks->room;
    uint64_t(*entries)[2] = g_malloc0(room * sizeof *entries);

    for (size_t i = 0; i < marks->room; i++) {
        uint64_t *slot;

        if (marks->entries[i][0] == 0)
            continue;
        slot = marks_slot(entries, room, marks->entries[i][0]);
        slot[0] = marks->entries[i][0];
        slot[1] = marks->entries[i][1];
    }
    g_free(marks->entries);
    marks->entries = entries;
    marks->room = room;
}

uint64_t *marks_seek(struct marks *marks, uint64_t key)
{
    uint64_t *slot;

    if (4 * marks->used >= 3 * marks->room)
        marks_grow(marks);
    slot = marks_slot(marks->entries, marks->room, key);
    if (slot[0] == 0) {
        slot[0] = key;
        marks->used++;
    }
    return &slot[1];
}

uint64_t marks_find(const struct marks *marks, uint64_t key)
{
    return marks->room == 0 ? 0 : marks_slot(marks->entries, marks->room, key)[1];
}

void marks_clear(struct marks *marks)
{
    g_free(marks->entries);
    *marks = (struct marks){0};
}

void marks_forget(struct marks *marks)
{
    enum { SMALL = 256 };

    if (marks->room > SMALL && marks->used < marks->room / 8) {
        marks_clear(marks);
        return;
    }
    if (marks->used > 0)
        memset(marks->entries, 0, marks_bytes(marks));
    marks->used = 0;
}

size_t marks_bytes(const struct marks *marks)
{
    return marks->room * sizeof *marks->entries;
}
