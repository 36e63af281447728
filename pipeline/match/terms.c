#include "match/terms.h"

#include "base/fail.h"
#include "base/nearest.h"

#include <math.h>
#include <string.h>

/* Two scales, or two facets, that are held against each other. */
struct couple {
    const struct scale *offer;
    const struct scale *use;
};

/* What the terms are made from. */
struct makings {
    const struct codebooks *books;
    const struct scales *scales;
    GPtrArray *terms;
};

static void term_free(gpointer freed)
{
    struct term *term = freed;

    g_free(term->name);
    g_free(term);
}

int terms_subject(const struct scales *scales, const char *option, const char *name)
{
    int subject = scales_find(scales, name);
    GPtrArray *names;
    const char *nearest;

    if (subject >= 0)
        return subject;
    names = g_ptr_array_new();
    for (guint i = 0; i < scales_subjects(scales); i++)
        g_ptr_array_add(names, (gpointer)scales_name(scales, i));
    nearest = nearest_word(name, (const char *const *)names->pdata, names->len);
    fail(STATUS_USAGE, "--%s \"%s\": no scale or item of the codebook%s%s", option, name,
         nearest != NULL ? "; nearest: " : "", nearest != NULL ? nearest : "");
}

static void terms_add(struct makings *makings, int offer, int use, enum term_kind kind)
{
    const struct scales *scales = makings->scales;
    struct term *term = g_new0(struct term, 1);
    const char *name = scales_name(scales, (guint)offer);
    const char *other = scales_name(scales, (guint)use);

    term->name = g_strconcat(name, "~", other, NULL);
    term->kind = kind;
    term->offer = offer;
    term->use = use;
    term->minimum = scales_minimum(scales, (guint)offer);
    term->maximum = scales_maximum(scales, (guint)offer);
    g_ptr_array_add(makings->terms, term);
    if (isnan(term->minimum + term->maximum))
        return;
    if (term->minimum != scales_minimum(scales, (guint)use) ||
        term->maximum != scales_maximum(scales, (guint)use))
        fail(
            STATUS_STOPPED,
            "\"%s\" and \"%s\" are not asked on the same anchors (minimum and maximum): one cannot "
            "be held against the other",
            name, other);
}

/* The facets, in the order of the offer, that both scales have. */
static void terms_add_facets(struct makings *makings, const struct couple *couple)
{
    const struct scales *scales = makings->scales;
    char *prefix = g_strconcat(couple->offer->name, "/", NULL);

    for (guint i = scales->items->len; i < scales_subjects(scales); i++) {
        const char *name = scales_name(scales, i);
        char *other;
        int use;

        if (!g_str_has_prefix(name, prefix))
            continue;
        other = g_strconcat(couple->use->name, "/", name + strlen(prefix), NULL);
        use = scales_find(scales, other);
        if (use >= 0)
            terms_add(makings, (int)i, use, TERM_SCALE);
        g_free(other);
    }
    g_free(prefix);
}

/* The item that this one is paired with, or NULL. */
static const struct item *item_pair(const struct codebooks *books, const struct item *item)
{
    const struct item *pair;

    if (*item->pair == '\0')
        return NULL;
    pair = codebooks_item(books, item->pair);
    if (pair == NULL)
        fail(STATUS_STOPPED, "%s:%zu: pair \"%s\" of item \"%s\" is not an item",
             item->codebook->file, item->line, item->pair, item->item);
    return pair;
}

static bool scale_has(const struct scale *scale, guint subject)
{
    for (guint i = 0; i < scale->items->len; i++)
        if (g_array_index(scale->items, guint, i) == subject)
            return true;
    return false;
}

/* Items that are paired across the two scales and run the same way. */
static void terms_add_items(struct makings *makings, const struct couple *couple)
{
    for (guint i = 0; i < couple->offer->items->len; i++) {
        guint subject = g_array_index(couple->offer->items, guint, i);
        const struct item *offer = scales_item(makings->scales, subject);
        const struct item *use = item_pair(makings->books, offer);
        int other = use == NULL ? -1 : scales_find(makings->scales, use->item);

        if (other >= 0 && scale_has(couple->use, (guint)other) && offer->reversed == use->reversed)
            terms_add(makings, (int)subject, other, TERM_ITEM);
    }
}

static void couples_add(const struct scales *scales, GArray *couples, int offer, int use)
{
    struct couple couple = {scales_scale(scales, (guint)offer), scales_scale(scales, (guint)use)};

    for (guint i = 0; i < couples->len; i++) {
        const struct couple *known = &g_array_index(couples, struct couple, i);

        if (known->use == couple.offer && known->offer == couple.use)
            return;
        if (known->offer == couple.offer && known->use == couple.use)
            return;
    }
    g_array_append_val(couples, couple);
}

/* Every two scales of which items are paired. */
static void couples_find(const struct codebooks *books, const struct scales *scales,
                         GArray *couples)
{
    for (guint i = 0; i < scales->items->len; i++) {
        const struct item *offer = scales_item(scales, i);
        const struct item *use = item_pair(books, offer);

        if (use != NULL && *offer->scale != '\0' && *use->scale != '\0' &&
            strcmp(offer->scale, use->scale) != 0)
            couples_add(scales, couples, scales_find(scales, offer->scale),
                        scales_find(scales, use->scale));
    }
}

/* A scale or facet of this name; an item is none. */
static int couples_require(const struct scales *scales, const char *option, const char *name)
{
    int subject = terms_subject(scales, option, name);

    if (scales_scale(scales, (guint)subject) == NULL)
        fail(STATUS_USAGE, "--%s \"%s\" is an item: name its scale", option, name);
    return subject;
}

GPtrArray *terms_new(const struct codebooks *books, const struct scales *scales, const char *offer,
                     const char *use)
{
    struct makings makings = {books, scales, g_ptr_array_new_with_free_func(term_free)};
    GArray *couples = g_array_new(FALSE, FALSE, sizeof(struct couple));

    if (offer != NULL)
        couples_add(scales, couples, couples_require(scales, "offer", offer),
                    couples_require(scales, "use", use));
    else
        couples_find(books, scales, couples);
    for (guint i = 0; i < couples->len; i++) {
        const struct couple *couple = &g_array_index(couples, struct couple, i);

        terms_add(&makings, scales_find(scales, couple->offer->name),
                  scales_find(scales, couple->use->name), TERM_SCALE);
        terms_add_facets(&makings, couple);
        terms_add_items(&makings, couple);
    }
    g_array_free(couples, TRUE);
    return makings.terms;
}
