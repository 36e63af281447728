#include "tally/recent.h"

#include <string.h>

enum { PLACES = 16 };

/* Columns that stand beside each other. */
struct span {
    int first; /* slots */
    int last;
};

struct recent {
    GArray *spans;  /* struct span */
    GString *bytes; /* of this row */
    struct recent_entry entries[PLACES];
    struct recent_entry *at; /* the place of this row */
};

struct recent *recent_new(void)
{
    struct recent *recent = g_new0(struct recent, 1);

    recent->spans = g_array_new(FALSE, FALSE, sizeof(struct span));
    recent->bytes = g_string_new(NULL);
    for (size_t i = 0; i < PLACES; i++)
        recent->entries[i].bytes = g_string_new(NULL);
    return recent;
}

void recent_free(struct recent *recent)
{
    for (size_t i = 0; i < PLACES; i++)
        g_string_free(recent->entries[i].bytes, TRUE);
    g_array_free(recent->spans, TRUE);
    g_string_free(recent->bytes, TRUE);
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
    g_array_set_size(recent->spans, 0);
    for (int place = 0; place < reader_width(in); place++) {
        int slot = reader_slot(in, place);
        const struct span span = {slot, slot};
        bool asked = recent_is_asked(slots, n, slot);

        if (asked && beside)
            g_array_index(recent->spans, struct span, recent->spans->len - 1).last = slot;
        else if (asked)
            g_array_append_val(recent->spans, span);
        beside = asked;
    }
}

/* The bytes of a span of this row, the ends of its cells among them. */
static const char *recent_span(const struct reader *in, const struct span *span, size_t *length)
{
    const char *text = reader_cell(in, span->first);

    *length = (size_t)(reader_cell(in, span->last) - text) + reader_length(in, span->last);
    return text;
}

/* Whether the entry was learned from the same bytes. */
static bool recent_is(const struct recent *recent, const struct reader *in,
                      const struct recent_entry *entry)
{
    const char *at = entry->bytes->str;
    size_t left = entry->bytes->len;

    for (guint i = 0; i < recent->spans->len; i++) {
        size_t length;
        const char *text = recent_span(in, &g_array_index(recent->spans, struct span, i), &length);

        if (length + 1 > left || memcmp(at, text, length) != 0 || at[length] != '\t')
            return false;
        at += length + 1;
        left -= length + 1;
    }
    return left == 0;
}

struct recent_entry *recent_find(struct recent *recent, const struct reader *in,
                                 const struct tallies *tallies)
{
    unsigned place = 0;

    for (guint i = 0; i < recent->spans->len; i++) {
        size_t length;
        const char *text = recent_span(in, &g_array_index(recent->spans, struct span, i), &length);

        place = 31 * place + 7 * (unsigned)length + (unsigned char)*text;
    }
    recent->at = &recent->entries[place % PLACES];
    if (recent->at->source != NULL && recent->at->source->id == tallies->current &&
        recent_is(recent, in, recent->at))
        return recent->at;
    g_string_truncate(recent->bytes, 0);
    for (guint i = 0; i < recent->spans->len; i++) {
        size_t length;
        const char *text = recent_span(in, &g_array_index(recent->spans, struct span, i), &length);

        g_string_append_len(recent->bytes, text, (gssize)length);
        g_string_append_c(recent->bytes, '\t');
    }
    return NULL;
}

struct recent_entry *recent_learn(struct recent *recent, struct tally_source *source,
                                  const struct tally_group *group)
{
    struct recent_entry *entry = recent->at;

    g_string_assign(entry->bytes, "");
    g_string_append_len(entry->bytes, recent->bytes->str, (gssize)recent->bytes->len);
    entry->source = source;
    entry->group = (guint)(group - (const struct tally_group *)(const void *)source->groups->data);
    memset(entry->cells, 0, sizeof entry->cells);
    return entry;
}
