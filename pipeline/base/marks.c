#include "base/marks.h"

#include <glib.h>
#include <string.h>

/* The last n bytes before `stop`, n < 8, as a number. */
static inline uint64_t marks_rest(const char *stop, size_t n)
{
    uint32_t first = 0;
    uint32_t last = 0;

    if (n >= sizeof first) {
        memcpy(&first, stop - n, sizeof first);
        memcpy(&last, stop - sizeof last, sizeof last);
        return first | (uint64_t)last << 32;
    }
    if (n == 0)
        return 0;
    first = (uint32_t)(unsigned char)stop[-(ptrdiff_t)n] |
            (uint32_t)(unsigned char)stop[-(ptrdiff_t)(n / 2 + n % 2)] << 8 |
            (uint32_t)(unsigned char)stop[-1] << 16;
    return first;
}

/* The finalizer of splitmix64 (Steele, Lea and Flood 2014): a bijection in which every bit reaches
 * every bit. */
static inline uint64_t marks_mix(uint64_t hash)
{
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

/* Eight bytes at a time, and the length at the start. */
uint64_t marks_key(const char *name, size_t length, uint64_t scope)
{
    uint64_t hash = (scope + 1) * 0x9e3779b97f4a7c15U ^ (length + 1) * 0xd6e8feb86659fd93U;
    size_t at = 0;

    for (; length - at >= sizeof hash; at += sizeof hash) {
        uint64_t word;

        memcpy(&word, name + at, sizeof word);
        hash = marks_mix(hash ^ word);
    }
    hash = marks_mix(hash ^ marks_rest(name + length, length - at));
    return hash == 0 ? 1 : hash;
}

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

uint64_t *marks_at(struct marks *marks, uint64_t key)
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
    if (marks->room > 0)
        memset(marks->entries, 0, marks_bytes(marks));
    marks->used = 0;
}

size_t marks_bytes(const struct marks *marks)
{
    return marks->room * sizeof *marks->entries;
}
