#include "match/terms.h"

#include "base/fail.h"
#include "base/nearest.h"

#include <math.h>
#include <string.h>

/* Two scales, or two facets of them, that are held against each other. */
struct couple {
    char *offer; /* SCALE or SCALE/FACET */
    char *use;
};

static void couple_free(gpointer freed)
{
    struct couple *couple = freed;

    g_free(couple->offer);
    g_free(couple->use);
    g_free(couple);
}

static void term_free(gpointer freed)
{
    struct term *term = freed;

    g_free(term->name);
    g_free(term);
}

static const struct item *item_at(const struct codebook *book, guint i)
{
    return book->items->pdata[i];
}

/* Whether an item belongs to SCALE or SCALE/FACET. */
static bool item_is_of(const struct item *item, const char *name)
{
    size_t length = strlen(item->scale);

    if (length == 0 || strncmp(name, item->scale, length) != 0)
        return false;
    return name[length] == '\0' ||
           (name[length] == '/' && strcmp(name + length + 1, item->facet) == 0);
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

/* The items of all codebooks whose scale or facet is called this; GPtrArray of struct item. */
static GPtrArray *items_of(const struct codebooks *books, const char *name)
{
    GPtrArray *items = g_ptr_array_new();

    for (guint b = 0; b < codebooks_count(books); b++)
        for (guint i = 0; i < codebooks_at(books, b)->items->len; i++)
            if (item_is_of(item_at(codebooks_at(books, b), i), name))
                g_ptr_array_add(items, codebooks_at(books, b)->items->pdata[i]);
    return items;
}

void terms_require(const struct codebooks *books, const char *option, const char *name)
{
    GPtrArray *items = items_of(books, name);
    GPtrArray *known = g_ptr_array_new();
    const char *nearest;

    for (guint b = 0; b < codebooks_count(books); b++)
        for (guint i = 0; i < codebooks_at(books, b)->items->len; i++)
            g_ptr_array_add(known, item_at(codebooks_at(books, b), i)->scale);
    nearest = nearest_word(name, (const char *const *)known->pdata, known->len);
    if (items->len == 0 && codebooks_item(books, name) == NULL)
        fail(STATUS_USAGE, "--%s \"%s\": no scale or item of the codebook%s%s", option, name,
             nearest != NULL ? "; nearest: " : "", nearest != NULL ? nearest : "");
    g_ptr_array_free(items, TRUE);
    g_ptr_array_free(known, TRUE);
}

/* Sets the anchors that all items share; NaN where one has none, and false where they differ. */
static bool items_range(const GPtrArray *items, double *minimum, double *maximum)
{
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];

        if (i == 0) {
            *minimum = item->minimum;
            *maximum = item->maximum;
        }
        if (isnan(item->minimum) || isnan(item->maximum))
            *minimum = *maximum = NAN;
        else if (item->minimum != *minimum || item->maximum != *maximum)
            return isnan(*minimum);
    }
    return true;
}

static struct term *term_new(const char *offer, const char *use, enum term_kind kind,
                             struct names *measures)
{
    struct term *term = g_new0(struct term, 1);

    term->name = g_strconcat(offer, "~", use, NULL);
    term->kind = kind;
    term->offer = names_id(measures, offer);
    term->use = names_id(measures, use);
    return term;
}

static void terms_add_couple(GPtrArray *terms, const struct codebooks *books, const char *offer,
                             const char *use, struct names *measures)
{
    struct term *term = term_new(offer, use, TERM_SCALE, measures);
    GPtrArray *items = items_of(books, offer);
    GPtrArray *others = items_of(books, use);

    for (guint i = 0; i < others->len; i++)
        g_ptr_array_add(items, others->pdata[i]);
    if (!items_range(items, &term->minimum, &term->maximum))
        fail(
            STATUS_STOPPED,
            "\"%s\" and \"%s\" are not asked on the same anchors (minimum and maximum): one cannot "
            "be held against the other",
            offer, use);
    g_ptr_array_free(items, TRUE);
    g_ptr_array_free(others, TRUE);
    g_ptr_array_add(terms, term);
}

/* The facets, in the order of the offer, that both scales have. */
static void terms_add_facets(GPtrArray *terms, const struct codebooks *books,
                             const struct couple *couple, struct names *measures)
{
    GPtrArray *items = items_of(books, couple->offer);
    struct names *facets = names_new();

    for (guint i = 0; i < items->len; i++)
        if (*((const struct item *)items->pdata[i])->facet != '\0')
            names_id(facets, ((const struct item *)items->pdata[i])->facet);
    for (int i = 0; i < names_count(facets); i++) {
        char *offer = g_strconcat(couple->offer, "/", names_text(facets, i), NULL);
        char *use = g_strconcat(couple->use, "/", names_text(facets, i), NULL);
        GPtrArray *others = items_of(books, use);

        if (others->len > 0)
            terms_add_couple(terms, books, offer, use, measures);
        g_ptr_array_free(others, TRUE);
        g_free(offer);
        g_free(use);
    }
    names_free(facets);
    g_ptr_array_free(items, TRUE);
}

/* Items that are paired across the two scales and run the same way. */
static void terms_add_items(GPtrArray *terms, const struct codebooks *books,
                            const struct couple *couple, struct names *measures)
{
    GPtrArray *items = items_of(books, couple->offer);

    for (guint i = 0; i < items->len; i++) {
        const struct item *offer = items->pdata[i];
        const struct item *use = item_pair(books, offer);
        struct term *term;

        if (use == NULL || !item_is_of(use, couple->use) ||
            (*offer->reverse == '\0') != (*use->reverse == '\0'))
            continue;
        term = term_new(offer->item, use->item, TERM_ITEM, measures);
        term->minimum = offer->minimum;
        term->maximum = offer->maximum;
        g_ptr_array_add(terms, term);
    }
    g_ptr_array_free(items, TRUE);
}

static bool couples_have(const GPtrArray *couples, const char *offer, const char *use)
{
    for (guint i = 0; i < couples->len; i++) {
        const struct couple *couple = couples->pdata[i];

        if ((strcmp(couple->offer, offer) == 0 && strcmp(couple->use, use) == 0) ||
            (strcmp(couple->offer, use) == 0 && strcmp(couple->use, offer) == 0))
            return true;
    }
    return false;
}

static void couples_add(GPtrArray *couples, const char *offer, const char *use)
{
    struct couple *couple = g_new0(struct couple, 1);

    couple->offer = g_strdup(offer);
    couple->use = g_strdup(use);
    g_ptr_array_add(couples, couple);
}

/* Every two scales of which items are paired. */
static void couples_find(GPtrArray *couples, const struct codebooks *books)
{
    for (guint b = 0; b < codebooks_count(books); b++)
        for (guint i = 0; i < codebooks_at(books, b)->items->len; i++) {
            const struct item *offer = item_at(codebooks_at(books, b), i);
            const struct item *use = item_pair(books, offer);

            if (use != NULL && *offer->scale != '\0' && *use->scale != '\0' &&
                strcmp(offer->scale, use->scale) != 0 &&
                !couples_have(couples, offer->scale, use->scale))
                couples_add(couples, offer->scale, use->scale);
        }
}

GPtrArray *terms_new(const struct codebooks *books, const char *offer, const char *use,
                     struct names *measures)
{
    GPtrArray *couples = g_ptr_array_new_with_free_func(couple_free);
    GPtrArray *terms = g_ptr_array_new_with_free_func(term_free);

    if (offer != NULL)
        couples_add(couples, offer, use);
    else
        couples_find(couples, books);
    for (guint i = 0; i < couples->len; i++) {
        const struct couple *couple = couples->pdata[i];

        terms_add_couple(terms, books, couple->offer, couple->use, measures);
        if (strchr(couple->offer, '/') == NULL && strchr(couple->use, '/') == NULL)
            terms_add_facets(terms, books, couple, measures);
        terms_add_items(terms, books, couple, measures);
    }
    g_ptr_array_free(couples, TRUE);
    return terms;
}
