#include "ingest/beside.h"

#include "base/fail.h"
#include "foreign/context.h"

#include <string.h>

struct beside {
    struct context *context; /* NULL: nothing is added */
    const char *stem;
    GArray *added; /* size_t: columns of the context file that the sheet lacks */
    int role;      /* its column with roles, -1 */
};

bool beside_takes(const struct sheet *sheet, enum shape shape, const char *name,
                  struct ledger *ledger)
{
    bool fixed = g_strv_contains(shape_columns(shape), name);

    if (!fixed && sheet_find(sheet, name) < 0)
        return true;
    ledger_add(ledger, LEDGER_NOTE, sheet_file(sheet), "", "context-column", name,
               fixed ? "belongs to the rows: not read from the context"
                     : "the file has it: not read from the context");
    return false;
}

struct beside *beside_open(const char *path, const struct columns *columns,
                           const struct sheet *sheet, const char *stem, struct ledger *ledger)
{
    struct beside *beside = g_new0(struct beside, 1);

    beside->stem = stem;
    beside->added = g_array_new(FALSE, FALSE, sizeof(size_t));
    beside->role = -1;
    if (path == NULL)
        return beside;
    beside->context = context_read(path, columns, ledger);
    for (size_t i = 0; i < context_columns(beside->context); i++) {
        const char *name = context_name(beside->context, i);

        if (strcmp(name, "role") == 0)
            beside->role = (int)i;
        else if (beside_takes(sheet, SHAPE_SEGMENTS, name, ledger))
            g_array_append_val(beside->added, i);
    }
    if (sheet_find(sheet, context_key(beside->context)) < 0 &&
        strcmp(context_key(beside->context), "source") != 0)
        fail(STATUS_STOPPED, "%s: no column \"%s\", by which the context file adds its columns",
             sheet_file(sheet), context_key(beside->context));
    return beside;
}

void beside_close(struct beside *beside)
{
    context_free(beside->context);
    g_array_free(beside->added, TRUE);
    g_free(beside);
}

void beside_name(const struct beside *beside, struct head *head)
{
    for (guint i = 0; i < beside->added->len; i++)
        head_column(head, context_name(beside->context, g_array_index(beside->added, size_t, i)));
}

/* The key of the context file in this record. */
static const char *beside_key(const struct beside *beside, const struct sheet *sheet)
{
    int column = sheet_find(sheet, context_key(beside->context));

    return column < 0 ? beside->stem : sheet_cell(sheet, column);
}

void beside_write(const struct beside *beside, const struct sheet *sheet, struct writer *writer)
{
    for (guint i = 0; i < beside->added->len; i++)
        writer_text(writer, context_value(beside->context, beside_key(beside, sheet),
                                          g_array_index(beside->added, size_t, i)));
}

const char *beside_role(const struct beside *beside, const struct sheet *sheet)
{
    if (beside->role < 0)
        return "";
    return context_value(beside->context, beside_key(beside, sheet), (size_t)beside->role);
}
