#include "agree/own.h"

#include "base/fail.h"
#include "table/csv.h"
#include "table/number.h"

struct own {
    GPtrArray *codes; /* struct code of the columns */
    GArray *rows;     /* guint by record: place of its code in codes */
    GArray *cells;    /* double by record and column */
    bool distance;
};

static const struct code *own_code(const struct csv *csv, const struct codebooks *codebooks,
                                   size_t column)
{
    const struct code *code = codebooks_meaning(codebooks, csv_cell(csv, column));

    if (code == NULL)
        fail(STATUS_STOPPED, "%s:%zu: \"%s\" is no code of the codebooks", csv_name(csv),
             csv_line(csv), csv_cell(csv, column));
    return code;
}

static void own_header(struct own *own, const struct csv *csv, const struct codebooks *codebooks)
{
    for (size_t i = 1; i < csv_count(csv); i++)
        g_ptr_array_add(own->codes, (gpointer)own_code(csv, codebooks, i));
}

static double own_number(const struct csv *csv, size_t column)
{
    char *text = g_strstrip(g_strdup(csv_cell(csv, column)));
    double value;

    if (!number_read(g_strdelimit(text, ",", '.'), &value))
        fail(STATUS_STOPPED, "%s:%zu: \"%s\" is no weight", csv_name(csv), csv_line(csv), text);
    g_free(text);
    return value;
}

static void own_record(struct own *own, const struct csv *csv, const struct codebooks *codebooks)
{
    guint row;

    if (csv_count(csv) != own->codes->len + 1)
        fail(STATUS_STOPPED, "%s:%zu: %zu cells, the first line %u", csv_name(csv), csv_line(csv),
             csv_count(csv), own->codes->len + 1);
    if (!g_ptr_array_find(own->codes, own_code(csv, codebooks, 0), &row))
        fail(STATUS_STOPPED, "%s:%zu: \"%s\" has a row of weights and no column", csv_name(csv),
             csv_line(csv), csv_cell(csv, 0));
    g_array_append_val(own->rows, row);
    for (size_t i = 1; i < csv_count(csv); i++) {
        double value = own_number(csv, i);

        g_array_append_val(own->cells, value);
    }
}

double own_at(const struct own *own, const struct code *first, const struct code *second)
{
    guint row = 0;
    guint column = 0;

    g_ptr_array_find(own->codes, first, &row);
    g_ptr_array_find(own->codes, second, &column);
    for (guint i = 0; i < own->rows->len; i++)
        if (g_array_index(own->rows, guint, i) == row)
            return g_array_index(own->cells, double, i * own->codes->len + column);
    return 0;
}

bool own_has(const struct own *own, const struct code *code)
{
    return g_ptr_array_find(own->codes, code, NULL);
}

/* A row for every column, each once, and one value all along the diagonal. */
static void own_check(struct own *own, const char *name)
{
    guint zeros = 0;
    guint ones = 0;

    for (guint i = 0; i < own->codes->len; i++) {
        guint rows = 0;
        double value = own_at(own, own->codes->pdata[i], own->codes->pdata[i]);

        for (guint j = 0; j < own->rows->len; j++)
            rows += g_array_index(own->rows, guint, j) == i;
        if (rows != 1)
            fail(STATUS_STOPPED, "%s: code \"%s\" has a column and %u rows of weights", name,
                 ((const struct code *)own->codes->pdata[i])->code, rows);
        zeros += value == 0;
        ones += value == 1;
    }
    own->distance = zeros == own->codes->len;
    if (own->codes->len == 0 || (zeros != own->codes->len && ones != own->codes->len))
        fail(STATUS_STOPPED,
             "%s: the diagonal holds ones (weights of agreement) or zeros (of disagreement)", name);
}

struct own *own_read(const char *path, const struct codebooks *codebooks)
{
    struct csv *csv = csv_open(path);
    struct own *own = g_new0(struct own, 1);
    bool begun = false;
    enum csv_got got;

    own->codes = g_ptr_array_new();
    own->rows = g_array_new(FALSE, FALSE, sizeof(guint));
    own->cells = g_array_new(FALSE, FALSE, sizeof(double));
    while ((got = csv_next(csv)) != CSV_END) {
        if (got == CSV_BAD)
            fail(STATUS_STOPPED, "%s:%zu: %s", csv_name(csv), csv_line(csv), csv_why(csv));
        if (got == CSV_BLANK)
            continue;
        if (begun)
            own_record(own, csv, codebooks);
        else
            own_header(own, csv, codebooks);
        begun = true;
    }
    own_check(own, csv_name(csv));
    csv_close(csv);
    return own;
}

void own_free(struct own *own)
{
    if (own == NULL)
        return;
    g_ptr_array_free(own->codes, TRUE);
    g_array_free(own->rows, TRUE);
    g_array_free(own->cells, TRUE);
    g_free(own);
}

bool own_is_distance(const struct own *own)
{
    return own->distance;
}
