#include "table/tallies_out.h"

#include "base/fail.h"

#include <math.h>
#include <string.h>

struct tallies_out {
    struct tallies *tallies;
    struct writer *writer;
    struct ledger *ledger;
    const char *coder;
    struct head *head;   /* of the table begun */
    bool timed;          /* start and end are seconds */
    guint contexts;      /* how many context columns it has */
    GArray *carried;     /* guint: the extra columns it has */
    GHashTable *left;    /* coder who does not count -> gint64 segments */
    GHashTable *dropped; /* names of extra columns that were left out or emptied */
};

struct tallies_out *tallies_out_new(struct tallies *tallies, struct writer *writer,
                                    struct ledger *ledger, const char *coder)
{
    struct tallies_out *out = g_new0(struct tallies_out, 1);

    out->tallies = tallies;
    out->writer = writer;
    out->ledger = ledger;
    out->coder = coder;
    out->carried = g_array_new(FALSE, FALSE, sizeof(guint));
    out->left = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    out->dropped = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return out;
}

void tallies_out_free(struct tallies_out *out)
{
    head_free(out->head);
    g_array_free(out->carried, TRUE);
    g_hash_table_destroy(out->left);
    g_hash_table_destroy(out->dropped);
    g_free(out);
}

static bool tallies_out_varies(const struct tally_source *source, guint column)
{
    return !source->written && column < source->varied->len &&
           g_array_index(source->varied, gboolean, column);
}

static void tallies_out_drop(struct tallies_out *out, const char *name)
{
    if (g_hash_table_add(out->dropped, g_strdup(name)))
        ledger_add(out->ledger, LEDGER_NOTE, "", "", "dropped-column", name,
                   "varies within a source: not carried on");
}

static bool tallies_out_carries(struct tallies_out *out, guint column)
{
    for (guint i = 0; i < out->tallies->sources->len; i++)
        if (tallies_out_varies(out->tallies->sources->pdata[i], column))
            return false;
    return true;
}

void tallies_out_begin(struct tallies_out *out, const struct head *head, const GPtrArray *contexts,
                       const GPtrArray *extras)
{
    struct head *fresh = head_new(SHAPE_TALLIES);

    g_array_set_size(out->carried, 0);
    fresh->unit = g_strdup(head->unit);
    fresh->extent = g_strdup(head->extent);
    for (guint i = 0; i < head->chain->len; i++)
        g_ptr_array_add(fresh->chain, g_strdup(head->chain->pdata[i]));
    for (guint i = 0; i < head->codebooks->len; i++)
        head_codebook(fresh, head->codebooks->pdata[i]);
    for (guint i = 0; i < contexts->len; i++)
        head_column(fresh, contexts->pdata[i]);
    for (guint i = 0; i < extras->len; i++) {
        if (tallies_out_carries(out, i)) {
            g_array_append_val(out->carried, i);
            head_column(fresh, extras->pdata[i]);
        } else {
            tallies_out_drop(out, extras->pdata[i]);
        }
    }
    out->contexts = contexts->len;
    out->timed = g_strcmp0(head->extent, "seconds") == 0;
    if (out->head == NULL || !head_equal(out->head, fresh))
        writer_begin(out->writer, fresh);
    head_free(out->head);
    out->head = fresh;
}

/* A group without a coder and without a code is a unit that nobody coded: everybody's. */
static bool tallies_out_is_plain(const struct tallies_out *out, const struct tally_group *group)
{
    if (*names_text(out->tallies->coders, group->coder) != '\0')
        return false;
    for (guint i = 0; i < group->cells->len; i++) {
        const struct tally_cell *cell = &g_array_index(group->cells, struct tally_cell, i);

        if (cell->segments > 0)
            return false;
    }
    return true;
}

/* Id of the coder whose codes count in a source; -1 when nobody coded it. */
static int tallies_out_coder(struct tallies_out *out, const struct tally_source *source)
{
    GPtrArray *coders = g_ptr_array_new();
    int chosen = -1;
    bool found = false;
    char *all;

    for (guint i = 0; i < source->groups->len; i++) {
        const struct tally_group *group = &g_array_index(source->groups, struct tally_group, i);
        const char *name = names_text(out->tallies->coders, group->coder);

        if (tallies_out_is_plain(out, group))
            continue;
        if (!g_ptr_array_find_with_equal_func(coders, name, g_str_equal, NULL))
            g_ptr_array_add(coders, (gpointer)name);
        if (out->coder != NULL && strcmp(name, out->coder) == 0)
            found = true;
        if (chosen < 0 || (found && strcmp(name, out->coder) == 0))
            chosen = group->coder;
    }
    if (coders->len > 1 && !found) {
        g_ptr_array_add(coders, NULL);
        all = g_strjoinv(", ", (char **)coders->pdata);
        fail(STATUS_STOPPED, "source \"%s\" has several coders (%s)%s; say --coder NAME",
             names_text(out->tallies->source_names, source->id), all,
             out->coder != NULL ? ", and not the one named" : "");
    }
    g_ptr_array_free(coders, TRUE);
    return chosen;
}

static void tallies_out_context(struct tallies_out *out, const struct tally_source *source,
                                const char *joined)
{
    for (guint i = 0; i < out->contexts; i++) {
        size_t length = strcspn(joined, "\x1f");

        writer_bytes(out->writer, joined, length);
        joined += length + (joined[length] != '\0');
    }
    for (guint i = 0; i < out->carried->len; i++) {
        guint column = g_array_index(out->carried, guint, i);
        const char *value = column < source->extras->len ? source->extras->pdata[column] : NULL;

        if (tallies_out_varies(source, column)) {
            tallies_out_drop(
                out, out->head->columns->pdata[out->head->columns->len - out->carried->len + i]);
            value = NULL;
        }
        writer_text(out->writer, value != NULL ? value : "");
    }
}

static void tallies_out_cell(struct tallies_out *out, const struct tally_source *source,
                             const struct tally_group *group, const struct tally_cell *cell)
{
    struct tallies *tallies = out->tallies;

    writer_text(out->writer, names_text(tallies->source_names, source->id));
    writer_text(out->writer, names_text(tallies->roles, group->role));
    writer_text(out->writer, names_text(tallies->coders, group->coder));
    writer_text(out->writer, names_text(tallies->kinds, cell->kind));
    writer_count(out->writer, cell->segments);
    writer_count(out->writer, cell->turns);
    writer_count(out->writer, cell->words);
    writer_number(out->writer, out->timed ? (double)cell->microseconds / 1e6 : NAN);
    tallies_out_context(out, source, names_text(tallies->contexts, group->context));
    writer_row(out->writer);
}

static gint tallies_out_by_kind(gconstpointer left, gconstpointer right)
{
    return ((const struct tally_cell *)left)->kind - ((const struct tally_cell *)right)->kind;
}

/* Whether a row kind is one of both totals: all rows, or those without a code. */
static bool tallies_out_is_total(const struct tallies_out *out, const struct tally_cell *cell)
{
    const char *kind = names_text(out->tallies->kinds, cell->kind);

    return *kind == '\0' || strcmp(kind, "*") == 0;
}

/* Takes from a plain group the units that the chosen coder's rows name too: they count once. */
static void tallies_out_part(struct tallies_out *out, const struct tally_source *source,
                             struct tally_group *plain, int coder)
{
    for (guint i = 0; i < source->groups->len; i++) {
        const struct tally_group *group = &g_array_index(source->groups, struct tally_group, i);
        bool same = group->coder == coder && group->role == plain->role &&
                    group->context == plain->context && group != plain;

        for (guint j = 0; same && j < plain->cells->len; j++) {
            struct tally_cell *cell = &g_array_index(plain->cells, struct tally_cell, j);

            if (!tallies_out_is_total(out, cell))
                continue;
            cell->turns -= group->overlap.turns;
            cell->words -= group->overlap.words;
            cell->microseconds -= group->overlap.microseconds;
        }
    }
}

/* Segments of a coder who does not count here, for tallies_out_tell(). */
static void tallies_out_leave(struct tallies_out *out, const struct tally_group *group)
{
    const char *coder = names_text(out->tallies->coders, group->coder);
    gint64 *left = g_hash_table_lookup(out->left, coder);

    if (left == NULL) {
        left = g_new0(gint64, 1);
        g_hash_table_insert(out->left, g_strdup(coder), left);
    }
    for (guint i = 0; i < group->cells->len; i++) {
        const struct tally_cell *cell = &g_array_index(group->cells, struct tally_cell, i);

        if (strcmp(names_text(out->tallies->kinds, cell->kind), "*") == 0)
            *left += cell->segments;
    }
}

void tallies_out_tell(struct tallies_out *out)
{
    for (int i = 0; i < names_count(out->tallies->coders); i++) {
        const char *coder = names_text(out->tallies->coders, i);
        const gint64 *left = g_hash_table_lookup(out->left, coder);
        char *action;

        if (left == NULL)
            continue;
        action = g_strdup_printf("%" G_GINT64_FORMAT " segments not counted: another coder counts",
                                 *left);
        ledger_add(out->ledger, LEDGER_NOTE, "", "", "other-coder", coder, action);
        g_free(action);
    }
}

void tallies_out_source(struct tallies_out *out, struct tally_source *source)
{
    int coder = tallies_out_coder(out, source);

    for (guint i = 0; i < source->groups->len; i++) {
        struct tally_group *group = &g_array_index(source->groups, struct tally_group, i);
        bool plain = tallies_out_is_plain(out, group);

        if (group->coder != coder && !plain) {
            tallies_out_leave(out, group);
            continue;
        }
        if (plain)
            tallies_out_part(out, source, group, coder);
        g_array_sort(group->cells, tallies_out_by_kind);
        for (guint j = 0; j < group->cells->len; j++)
            tallies_out_cell(out, source, group,
                             &g_array_index(group->cells, struct tally_cell, j));
    }
    tallies_release(out->tallies, source);
}
