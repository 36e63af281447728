#include "agree/differences.h"

#include "agree/confusion.h"
#include "agree/differing.h"

/* What the order rests on: how often two categories differ, over all coders and units. */
struct differences_order {
    guint size;
    int64_t *met;
};

static guint differences_pair(const struct differences_order *order,
                              const struct difference *difference)
{
    guint low = (guint)MIN(difference->first, difference->second);
    guint high = (guint)MAX(difference->first, difference->second);

    return low * order->size + high;
}

static gint differences_compare(gconstpointer left, gconstpointer right, gpointer data)
{
    const struct differences_order *order = data;
    const struct difference *a = left;
    const struct difference *b = right;
    guint pair_a = differences_pair(order, a);
    guint pair_b = differences_pair(order, b);

    if (order->met[pair_a] != order->met[pair_b])
        return order->met[pair_a] > order->met[pair_b] ? -1 : 1;
    if (pair_a != pair_b)
        return pair_a < pair_b ? -1 : 1;
    if (a->unit != b->unit)
        return a->unit < b->unit ? -1 : 1;
    if (a->coder != b->coder)
        return a->coder < b->coder ? -1 : 1;
    return a->other < b->other ? -1 : a->other > b->other;
}

/* Adds a coder to those named, each once. */
static void differences_name(GPtrArray *names, const char *name)
{
    if (!g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_ptr_array_add(names, (gpointer)name);
}

/* "A, B + C": who gave the first code and who the second one, of `n` differences on one unit with
 * one pair of codes. */
static char *differences_coders(const struct system *system, const struct difference *list, guint n)
{
    GPtrArray *sides[2] = {g_ptr_array_new(), g_ptr_array_new()};
    char *texts[3] = {NULL, NULL, NULL};
    char *coders;

    for (guint i = 0; i < n; i++) {
        bool turned = list[i].first != list[0].first;

        differences_name(sides[turned], system_coder(system, list[i].coder));
        differences_name(sides[!turned], system_coder(system, list[i].other));
    }
    for (int i = 0; i < 2; i++) {
        g_ptr_array_add(sides[i], NULL);
        texts[i] = g_strjoinv(", ", (char **)sides[i]->pdata);
        g_ptr_array_free(sides[i], TRUE);
    }
    coders = g_strjoinv(" + ", texts);
    g_free(texts[0]);
    g_free(texts[1]);
    return coders;
}

/* One row for `n` differences on one unit with one pair of codes. */
static void differences_row(struct writer *writer, const struct system *system,
                            const struct difference *difference, guint n)
{
    const struct coding_unit *unit = codings_unit(system->codings, difference->unit);
    char *coders = differences_coders(system, difference, n);
    char *reason = confusion_subject(system, difference->first, difference->second);

    writer_text(writer, names_text(system->codings->sources, unit->source));
    writer_text(writer, unit->words->unit);
    writer_text(writer, unit->words->start);
    writer_text(writer, unit->words->end);
    writer_text(writer, unit->words->speaker);
    writer_text(writer, unit->words->role);
    writer_text(writer, coders);
    writer_text(writer, system_code(system, difference->first));
    writer_text(writer, system_code(system, difference->second));
    writer_text(writer, unit->words->text);
    writer_text(writer, reason);
    writer_row(writer);
    g_free(coders);
    g_free(reason);
}

static bool differences_are_one(const struct differences_order *order,
                                const struct difference *left, const struct difference *right)
{
    return left->unit == right->unit &&
           differences_pair(order, left) == differences_pair(order, right);
}

void differences_write(struct writer *writer, const struct system *system)
{
    GArray *all = codings_are_bare_passages(system->codings) ? differing_passages(system)
                                                             : differing_units(system);
    struct differences_order order = {.size = system->codes->len + 1};

    order.met = g_new0(int64_t, (gsize)order.size * order.size);
    for (guint i = 0; i < all->len; i++)
        order.met[differences_pair(&order, &g_array_index(all, struct difference, i))]++;
    g_array_sort_with_data(all, differences_compare, &order);
    for (guint from = 0; from < all->len;) {
        const struct difference *first = &g_array_index(all, struct difference, from);
        guint to = from + 1;

        while (to < all->len &&
               differences_are_one(&order, first, &g_array_index(all, struct difference, to)))
            to++;
        differences_row(writer, system, first, to - from);
        from = to;
    }
    g_free(order.met);
    g_array_free(all, TRUE);
}
