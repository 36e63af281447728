#include "ingest/spans.h"

#include <glib.h>
#include <string.h>

struct span {
    double start;
    double end;
    double reach; /* the furthest end of this one and those before it */
    const char *label;
};

struct spans {
    GArray *line; /* struct span */
};

struct spans *spans_new(void)
{
    struct spans *spans = g_new0(struct spans, 1);

    spans->line = g_array_new(FALSE, FALSE, sizeof(struct span));
    return spans;
}

void spans_free(struct spans *spans)
{
    g_array_free(spans->line, TRUE);
    g_free(spans);
}

void spans_add(struct spans *spans, const double extent[2], const char *label)
{
    const struct span span = {extent[0], extent[1], extent[1], label};

    g_array_append_val(spans->line, span);
}

static int span_compare(const void *left, const void *right)
{
    const struct span *a = left;
    const struct span *b = right;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end < b->end ? -1 : 1;
    return strcmp(a->label, b->label);
}

static const struct span *spans_at(const struct spans *spans, guint i)
{
    return &g_array_index(spans->line, struct span, i);
}

void spans_sort(struct spans *spans)
{
    g_array_sort(spans->line, span_compare);
    for (guint i = 1; i < spans->line->len; i++) {
        struct span *span = &g_array_index(spans->line, struct span, i);

        span->reach = MAX(span->end, spans_at(spans, i - 1)->reach);
    }
}

bool spans_overlap(const struct spans *spans)
{
    const struct span *furthest = NULL; /* of those before this one, */
    const struct span *other = NULL;    /* and of those with another label than that one has */

    for (guint i = 0; i < spans->line->len; i++) {
        const struct span *span = spans_at(spans, i);
        bool same = furthest == NULL || strcmp(furthest->label, span->label) == 0;
        const struct span *before = same ? other : furthest;

        if (before != NULL && span->start < before->end)
            return true;
        if (furthest == NULL || span->end > furthest->end) {
            other = same ? other : furthest;
            furthest = span;
        } else if (!same && (other == NULL || span->end > other->end)) {
            other = span;
        }
    }
    return false;
}

/* The first stretch that may reach beyond `start`. */
static guint spans_from(const struct spans *spans, double start)
{
    guint low = 0;
    guint high = spans->line->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (spans_at(spans, middle)->reach > start)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* How much of the extent lies in a stretch: a point counts as long as it likes. */
static double span_share(const struct span *span, const double extent[2])
{
    if (extent[0] == extent[1])
        return span->start <= extent[0] && extent[0] < span->end ? 1 : 0;
    return MAX(0, MIN(span->end, extent[1]) - MAX(span->start, extent[0]));
}

const char *spans_find(const struct spans *spans, const double extent[2], bool *others)
{
    GHashTable *shares = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    const char *most = NULL;
    double longest = 0;

    *others = false;
    for (guint i = spans_from(spans, extent[0]);
         i < spans->line->len && spans_at(spans, i)->start <= extent[1]; i++) {
        const struct span *span = spans_at(spans, i);
        double part = span_share(span, extent);
        double *share;

        if (part <= 0)
            continue;
        share = g_hash_table_lookup(shares, span->label);
        if (share == NULL) {
            share = g_new0(double, 1);
            g_hash_table_insert(shares, (gpointer)span->label, share);
        }
        *share += part;
        if (*share > longest) {
            longest = *share;
            most = span->label;
        }
    }
    *others = g_hash_table_size(shares) > 1;
    g_hash_table_destroy(shares);
    return most;
}
