#include "agree/ratings.h"

#include "stat/moments.h"
#include "table/amount.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

static const char *ratings_term(const struct codebooks *books, const char *name)
{
    const struct item *item = codebooks_item(books, name);
    const struct code *code = codebooks_code(books, name);

    if (item != NULL)
        return item->codebook->name;
    return code != NULL ? code->codebook->name : NULL;
}

/* The item of this name; NULL when no codebook has it. */
static struct rating_item *ratings_item(struct ratings_table *table, const struct codebooks *books,
                                        const char *name)
{
    int id = names_id(table->items, name);
    const char *term = ratings_term(books, name);
    struct rating_item *item = NULL;

    if ((guint)id < table->list->len)
        return table->list->pdata[id];
    if (term != NULL) {
        item = g_new0(struct rating_item, 1);
        item->item = names_text(table->items, id);
        item->term = term;
        item->others = g_array_new(FALSE, FALSE, sizeof(struct rating));
        item->own = g_array_new(FALSE, FALSE, sizeof(struct rating));
    }
    g_ptr_array_add(table->list, item);
    return item;
}

/* Slots of the columns. */
struct ratings_slots {
    int respondent, role, wave, item, value, rater;
};

/* Who was rated: the respondent, at each wave. */
static char *ratings_person(const struct reader *in, const struct ratings_slots *slots)
{
    const char *wave = reader_cell(in, slots->wave);

    return g_strconcat(reader_cell(in, slots->respondent), *wave == '\0' ? "" : "\x1f", wave, NULL);
}

static void ratings_add(struct ratings_table *table, struct rating_item *item,
                        const struct rating *rating, bool own)
{
    if (g_hash_table_add(table->seen, g_strdup_printf("%s\x1f%d\x1f%d\x1f%d", item->item,
                                                      rating->person, rating->rater, own)))
        g_array_append_vals(own ? item->own : item->others, rating, 1);
    else
        table->twice++;
}

static void ratings_row(struct ratings_table *table, struct reader *in,
                        const struct ratings_slots *slots, struct rating_item *item,
                        const char *self, char **only)
{
    const char *rater = reader_cell(in, slots->rater);
    const char *role = reader_cell(in, slots->role);
    bool own = strcmp(rater, reader_cell(in, slots->respondent)) == 0 ||
               (self != NULL && strcmp(role, self) == 0);
    struct rating rating = {.value = amount_number(in, slots->value)};
    char *person;

    if (*rater == '\0' && !own) {
        item->anonymous++;
        return;
    }
    if (!own && only != NULL && !g_strv_contains((const char *const *)only, rater))
        return;
    if (isnan(rating.value)) {
        item->missing++;
        return;
    }
    person = ratings_person(in, slots);
    rating.person = names_id(table->persons, person);
    rating.rater = names_id(table->raters, rater);
    ratings_add(table, item, &rating, own);
    g_free(person);
}

struct ratings_table *ratings_table_read(struct reader *in, const struct codebooks *books,
                                         const char *self, char **only)
{
    struct ratings_table *table = g_new0(struct ratings_table, 1);
    struct ratings_slots slots = {
        .respondent = reader_column(in, "respondent"),
        .role = reader_column(in, "role"),
        .wave = reader_column(in, "wave"),
        .item = reader_column(in, "item"),
        .value = reader_column(in, "value"),
        .rater = reader_column(in, "rater"),
    };

    table->unrated = !reader_has(in, slots.rater);
    table->persons = names_new();
    table->raters = names_new();
    table->items = names_new();
    table->list = g_ptr_array_new();
    table->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    while (reader_next(in)) {
        struct rating_item *item = ratings_item(table, books, reader_cell(in, slots.item));

        if (item != NULL && !table->unrated)
            ratings_row(table, in, &slots, item, self, only);
    }
    return table;
}

void ratings_table_free(struct ratings_table *table)
{
    for (guint i = 0; i < table->list->len; i++) {
        struct rating_item *item = table->list->pdata[i];

        if (item == NULL)
            continue;
        g_array_free(item->others, TRUE);
        g_array_free(item->own, TRUE);
        g_free(item);
    }
    g_ptr_array_free(table->list, TRUE);
    names_free(table->persons);
    names_free(table->raters);
    names_free(table->items);
    g_hash_table_destroy(table->seen);
    g_free(table);
}

bool rating_item_is_rated(const struct rating_item *item)
{
    return item->others->len > 0 || item->own->len > 0;
}

/* Rows without a rater on items that others are rated on: on the other items people answer for
 * themselves. */
static int64_t ratings_anonymous(const struct ratings_table *table)
{
    int64_t anonymous = 0;

    for (guint i = 0; i < table->list->len; i++) {
        const struct rating_item *item = table->list->pdata[i];

        if (item != NULL && rating_item_is_rated(item))
            anonymous += item->anonymous;
    }
    return anonymous;
}

void ratings_table_tell(const struct ratings_table *table, struct ledger *ledger)
{
    char number[NUMBER_ROOM];

    if (table->unrated) {
        ledger_add(ledger, LEDGER_NOTE, "", "", "no-raters", "",
                   "answers without a column rater: nobody rated anybody");
        return;
    }
    for (guint i = 0; i < table->list->len; i++)
        if (table->list->pdata[i] == NULL)
            ledger_add(ledger, LEDGER_WARNING, "", "", "uncounted-item",
                       names_text(table->items, (int)i), "not compared: it is in no codebook");
    number_write_count(number, ratings_anonymous(table));
    if (ratings_anonymous(table) > 0)
        ledger_add(ledger, LEDGER_WARNING, "", "", "no-rater", number,
                   "answers without a rater: left out");
    number_write_count(number, table->twice);
    if (table->twice > 0)
        ledger_add(ledger, LEDGER_WARNING, "", "", "rated-twice", number,
                   "second ratings of a person by one rater on one item: left out");
}

size_t ratings_own_differences(const struct ratings_table *table, const struct rating_item *item,
                               double *values)
{
    double *others = g_new(double, item->others->len + 1);
    size_t count = 0;

    for (int person = 0; person < names_count(table->persons); person++) {
        double own = NAN;
        size_t n = 0;

        for (guint i = 0; i < item->own->len; i++)
            if (g_array_index(item->own, struct rating, i).person == person)
                own = g_array_index(item->own, struct rating, i).value;
        for (guint i = 0; i < item->others->len; i++)
            if (g_array_index(item->others, struct rating, i).person == person)
                others[n++] = g_array_index(item->others, struct rating, i).value;
        if (!isnan(own) && n > 0)
            values[count++] = own - moments_mean(others, n).value;
    }
    g_free(others);
    return count;
}
