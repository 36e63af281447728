#include "table/pass.h"

#include <string.h>

struct pass {
    struct run *run;
    struct reader *in;
    struct writer *out;
    struct head *head;    /* of the output table begun, NULL before */
    GPtrArray *codebooks; /* lines to add */
    GPtrArray *added;     /* columns to add */
    GArray *slots;        /* int: slot of each column of the output table */
    unsigned table;       /* reader_table() of `head` */
    unsigned tables;      /* begun */
    GPtrArray *texts;     /* by slot: replacement, NULL when there is none */
    GArray *missings;     /* enum missing by slot, for replacements */
    bool replaced;
};

struct pass *pass_open(struct run *run, unsigned shapes)
{
    struct pass *pass = g_new0(struct pass, 1);

    pass->run = run;
    pass->in = stage_reader(run, shapes);
    pass->out = writer_new(run->output);
    pass->codebooks = g_ptr_array_new_with_free_func(g_free);
    pass->added = g_ptr_array_new_with_free_func(g_free);
    pass->slots = g_array_new(FALSE, FALSE, sizeof(int));
    pass->texts = g_ptr_array_new_with_free_func(g_free);
    pass->missings = g_array_new(FALSE, TRUE, sizeof(enum missing));
    return pass;
}

/* Starts a table with this head, which it takes over, unless it only goes on with the one before.
 */
static void pass_start(struct pass *pass, struct head *head)
{
    for (guint i = 0; i < pass->codebooks->len; i++)
        head_codebook(head, pass->codebooks->pdata[i]);
    for (guint i = 0; i < pass->added->len; i++)
        head_column(head, pass->added->pdata[i]);
    stage_sign(pass->run, head);
    if (pass->head != NULL && head_equal(pass->head, head)) {
        head_free(head);
        return;
    }
    head_free(pass->head);
    pass->head = head;
    pass->tables++;
    writer_begin(pass->out, head);
    g_array_set_size(pass->slots, 0);
    for (guint i = 0; i < head->columns->len; i++) {
        int slot = reader_column(pass->in, head->columns->pdata[i]);

        g_array_append_val(pass->slots, slot);
    }
}

/* Starts the table that the reader is in. */
static void pass_begin(struct pass *pass)
{
    pass->table = reader_table(pass->in);
    pass_start(pass, head_copy(reader_head(pass->in)));
}

void pass_unite(struct pass *pass)
{
    if (pass->tables > 1)
        pass_start(pass, reader_united(pass->in));
}

unsigned pass_tables(const struct pass *pass)
{
    return pass->tables;
}

void pass_close(struct pass *pass)
{
    if (pass->table != reader_table(pass->in))
        pass_begin(pass);
    writer_end(pass->out);
    writer_free(pass->out);
    reader_close(pass->in);
    head_free(pass->head);
    g_ptr_array_free(pass->codebooks, TRUE);
    g_ptr_array_free(pass->added, TRUE);
    g_array_free(pass->slots, TRUE);
    g_ptr_array_free(pass->texts, TRUE);
    g_array_free(pass->missings, TRUE);
    g_free(pass);
}

struct reader *pass_reader(struct pass *pass)
{
    return pass->in;
}

void pass_codebook(struct pass *pass, const char *line)
{
    g_ptr_array_add(pass->codebooks, g_strdup(line));
}

void pass_column(struct pass *pass, const char *name)
{
    g_ptr_array_add(pass->added, g_strdup(name));
}

static void pass_forget(struct pass *pass)
{
    if (pass->replaced)
        for (guint i = 0; i < pass->texts->len; i++)
            g_clear_pointer(&pass->texts->pdata[i], g_free);
    pass->replaced = false;
}

bool pass_next(struct pass *pass)
{
    if (!reader_next(pass->in))
        return false;
    if (pass->table != reader_table(pass->in))
        pass_begin(pass);
    pass_forget(pass);
    return true;
}

void pass_replace(struct pass *pass, int slot, const char *text, enum missing missing)
{
    if (pass->texts->len <= (guint)slot) {
        g_ptr_array_set_size(pass->texts, slot + 1);
        g_array_set_size(pass->missings, (guint)slot + 1);
    }
    g_free(pass->texts->pdata[slot]);
    pass->texts->pdata[slot] = g_strdup(text);
    g_array_index(pass->missings, enum missing, slot) = missing;
    pass->replaced = true;
}

/* Writes what stands in place of a cell; false when nothing does. */
static bool pass_replaced(struct pass *pass, int slot)
{
    const char *text = (guint)slot < pass->texts->len ? pass->texts->pdata[slot] : NULL;

    if (text == NULL)
        return false;
    if (g_array_index(pass->missings, enum missing, slot) == MISSING_NOT)
        writer_text(pass->out, text);
    else
        writer_missing(pass->out, g_array_index(pass->missings, enum missing, slot));
    return true;
}

static void pass_cell(struct pass *pass, int slot)
{
    enum missing missing = reader_missing(pass->in, slot);

    if (pass_replaced(pass, slot))
        return;
    if (missing == MISSING_NOT)
        writer_bytes(pass->out, reader_cell(pass->in, slot), reader_length(pass->in, slot));
    else
        writer_missing(pass->out, missing);
}

void pass_keep(struct pass *pass)
{
    for (guint i = 0; i < pass->slots->len; i++)
        pass_cell(pass, g_array_index(pass->slots, int, i));
    writer_row(pass->out);
    pass_forget(pass);
}

void pass_insert(struct pass *pass)
{
    for (guint i = 0; i < pass->slots->len; i++)
        if (!pass_replaced(pass, g_array_index(pass->slots, int, i)))
            writer_missing(pass->out, MISSING_EMPTY);
    writer_row(pass->out);
    pass_forget(pass);
}
