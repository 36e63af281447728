#include "tally/recent.h"

#include <string.h>

enum { PLACES = 16, SPANS = 16 };

/* Columns that stand beside each other. */
struct span {
    int first; /* slots */
    int last;
};

/* The bytes of one in the row at hand, the ends of its cells among them. */
struct piece {
    const char *text;
    size_t length;
};

struct recent {
    struct span spans[SPANS];
    size_t n; /* SPANS + 1: too many, nothing is remembered */
    struct piece pieces[SPANS];
    struct recent_entry entries[PLACES];
    struct recent_entry *at; /* the place of this row */
};

struct recent *recent_new(void)
{
    struct recent *recent = g_new0(struct recent, 1);

    for (size_t i = 0; i < PLACES; i++)
        recent->entries[i].bytes = g_string_new(NULL);
    return recent;
}

void recent_free(struct recent *recent)
{
    for (size_t i = 0; i < PLACES; i++)
        g_string_free(recent->entries[i].bytes, TRUE);
    g_free(recent);
}

void recent_forget(struct recent *recent)
{
    for (size_t i = 0; i < PLACES; i++)
        recent->entries[i].source = NULL;
}

static bool recent_is_asked(const int *slots, size_t n, int slot)
{
    for (size_t i = 0; i < n; i++)
        if (slots[i] == slot)
            return true;
    return false;
}

void recent_begin(struct recent *recent, const struct reader *in, const int *slots, size_t n)
{
    bool beside = false;

    recent_forget(recent);
    recent->n = 0;
    for (int place = 0; place < reader_width(in) && recent->n <= SPANS; place++) {
        int slot = reader_slot(in, place);
        bool asked = recent_is_asked(slots, n, slot);

        if (asked && beside)
            recent->spans[recent->n - 1].last = slot;
        else if (asked && recent->n++ < SPANS)
            recent->spans[recent->n - 1] = (struct span){slot, slot};
        beside = asked;
    }
}

/* Whether the entry was learned from the same bytes. */
static bool recent_is(const struct recent *recent, const struct recent_entry *entry)
{
    const char *at = entry->bytes->str;
    size_t left = entry->bytes->len;

    for (size_t i = 0; i < recent->n; i++) {
        const struct piece *piece = &recent->pieces[i];

        if (piece->length >= left || memcmp(at, piece->text, piece->length) != 0 ||
            at[piece->length] != '\t')
            return false;
        at += piece->length + 1;
        left -= piece->length + 1;
    }
    return left == 0;
}

struct recent_entry *recent_find(struct recent *recent, const struct reader *in,
                                 const struct tallies *tallies)
{
    unsigned place = 0;

    recent->at = recent->entries;
    if (recent->n > SPANS)
        return NULL;
    for (size_t i = 0; i < recent->n; i++) {
        const struct value *last = reader_value(in, recent->spans[i].last);
        struct piece *piece = &recent->pieces[i];

        piece->text = reader_cell(in, recent->spans[i].first);
        piece->length = (size_t)(last->text - piece->text) + last->length;
        place = 31 * place + 7 * (unsigned)piece->length + (unsigned char)*piece->text;
    }
    recent->at = &recent->entries[place % PLACES];
    if (recent->at->source == NULL || recent->at->source->id != tallies->current ||
        !recent_is(recent, recent->at))
        return NULL;
    return recent->at;
}

struct recent_entry *recent_learn(struct recent *recent, struct tally_source *source,
                                  const struct tally_group *group)
{
    struct recent_entry *entry = recent->at;

    g_string_truncate(entry->bytes, 0);
    for (size_t i = 0; i < recent->n && recent->n <= SPANS; i++) {
        g_string_append_len(entry->bytes, recent->pieces[i].text, (gssize)recent->pieces[i].length);
        g_string_append_c(entry->bytes, '\t');
    }
    entry->source = source;
    entry->group = (guint)(group - (const struct tally_group *)(const void *)source->groups->data);
    memset(entry->cells, 0, sizeof entry->cells);
    return entry;
}
