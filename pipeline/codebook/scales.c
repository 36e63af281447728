#include "codebook/scales.h"

#include "base/fail.h"

#include <math.h>
#include <string.h>

static G_NORETURN void scales_stop(const struct item *item, const char *name, const char *why)
{
    fail(STATUS_STOPPED, "%s:%zu: \"%s\": %s", item->codebook->file, item->line, name, why);
}

static bool scales_same(double left, double right)
{
    return left == right || (isnan(left) && isnan(right));
}

static void scale_free(gpointer freed)
{
    struct scale *scale = freed;

    g_free(scale->name);
    g_array_free(scale->items, TRUE);
    g_free(scale);
}

static struct scale *scale_new(const struct item *item, const char *name)
{
    struct scale *scale = g_new0(struct scale, 1);

    scale->name = g_strdup(name);
    scale->is_facet = strcmp(name, item->scale) != 0;
    scale->book = item->codebook;
    scale->items = g_array_new(FALSE, FALSE, sizeof(guint));
    scale->minimum = item->minimum;
    scale->maximum = item->maximum;
    return scale;
}

/* Adds an item to the scale with this name, made when it is new. */
static void scales_join(struct scales *scales, guint subject, const char *name)
{
    const struct item *item = scales->items->pdata[subject];
    int known = scales_find(scales, name);
    struct scale *scale;

    if (known >= 0 && (guint)known < scales->items->len)
        scales_stop(item, name, "a scale has the name of an item");
    if (known < 0) {
        scale = scale_new(item, name);
        g_ptr_array_add(scales->scales, scale);
        g_hash_table_insert(scales->index, scale->name, GUINT_TO_POINTER(scales_subjects(scales)));
    } else {
        scale = scales->scales->pdata[(guint)known - scales->items->len];
    }
    if (scale->book != item->codebook)
        scales_stop(item, name, "this scale stands in another codebook too");
    if (!scales_same(scale->minimum, item->minimum) || !scales_same(scale->maximum, item->maximum))
        scales_stop(item, item->item,
                    "another minimum or maximum than the items before it of its "
                    "scale: their mean would say nothing");
    g_array_append_val(scale->items, subject);
}

static void scales_add_items(struct scales *scales, const struct codebook *book)
{
    for (guint i = 0; i < book->items->len; i++) {
        struct item *item = book->items->pdata[i];

        g_ptr_array_add(scales->items, item);
        g_hash_table_insert(scales->index, item->item, GUINT_TO_POINTER(scales->items->len));
    }
}

/* The scale of an item, and its facets, from all items that name it. */
static void scales_add(struct scales *scales, const char *scale)
{
    for (guint i = 0; i < scales->items->len; i++)
        if (strcmp(((const struct item *)scales->items->pdata[i])->scale, scale) == 0)
            scales_join(scales, i, scale);
    for (guint i = 0; i < scales->items->len; i++) {
        const struct item *item = scales->items->pdata[i];
        char *name;

        if (strcmp(item->scale, scale) != 0 || *item->facet == '\0')
            continue;
        name = g_strconcat(scale, "/", item->facet, NULL);
        scales_join(scales, i, name);
        g_free(name);
    }
}

struct scales *scales_new(const struct codebooks *codebooks)
{
    struct scales *scales = g_new0(struct scales, 1);

    scales->items = g_ptr_array_new();
    scales->scales = g_ptr_array_new_with_free_func(scale_free);
    scales->index = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < codebooks_count(codebooks); i++)
        scales_add_items(scales, codebooks_at(codebooks, i));
    if (scales->items->len == 0 && codebooks_count(codebooks) > 0)
        fail(STATUS_USAGE, "codebook \"%s\" holds codes; say one with items",
             codebooks_at(codebooks, 0)->name);
    for (guint i = 0; i < scales->items->len; i++) {
        const struct item *item = scales->items->pdata[i];
        int known = scales_find(scales, item->scale);

        if (*item->scale != '\0' && (known < 0 || (guint)known < scales->items->len))
            scales_add(scales, item->scale);
    }
    return scales;
}

void scales_free(struct scales *scales)
{
    g_hash_table_destroy(scales->index);
    g_ptr_array_free(scales->scales, TRUE);
    g_ptr_array_free(scales->items, TRUE);
    g_free(scales);
}

guint scales_subjects(const struct scales *scales)
{
    return scales->items->len + scales->scales->len;
}

int scales_find(const struct scales *scales, const char *name)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(scales->index, name)) - 1;
}

const struct item *scales_item(const struct scales *scales, guint subject)
{
    return subject < scales->items->len ? scales->items->pdata[subject] : NULL;
}

const struct scale *scales_scale(const struct scales *scales, guint subject)
{
    return subject < scales->items->len ? NULL
                                        : scales->scales->pdata[subject - scales->items->len];
}

const char *scales_name(const struct scales *scales, guint subject)
{
    const struct item *item = scales_item(scales, subject);

    return item != NULL ? item->item : scales_scale(scales, subject)->name;
}

const struct codebook *scales_book(const struct scales *scales, guint subject)
{
    const struct item *item = scales_item(scales, subject);

    return item != NULL ? item->codebook : scales_scale(scales, subject)->book;
}

double scales_minimum(const struct scales *scales, guint subject)
{
    const struct item *item = scales_item(scales, subject);

    return item != NULL ? item->minimum : scales_scale(scales, subject)->minimum;
}

double scales_maximum(const struct scales *scales, guint subject)
{
    const struct item *item = scales_item(scales, subject);

    return item != NULL ? item->maximum : scales_scale(scales, subject)->maximum;
}
