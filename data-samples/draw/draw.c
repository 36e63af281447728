#include "draw.h"

#include "base/fail.h"
#include "table/csv.h"
#include "table/guard.h"
#include "table/number.h"
#include "table/output.h"

#include <math.h>
#include <string.h>

double draw_unit(struct random_stream *stream)
{
    return (double)(random_next(stream) >> 11) / 9007199254740992.0;
}

double draw_between(struct random_stream *stream, double low, double high)
{
    return low + (high - low) * draw_unit(stream);
}

int draw_binomial(struct random_stream *stream, int n, double p)
{
    int k = 0;

    for (int i = 0; i < n; i++)
        k += draw_unit(stream) < p;
    return k;
}

size_t draw_weighted(struct random_stream *stream, const double *weights, size_t n)
{
    double left = 0;
    size_t i = 0;

    for (size_t j = 0; j < n; j++)
        left += weights[j];
    left *= draw_unit(stream);
    while (i + 1 < n && left >= weights[i])
        left -= weights[i++];
    return i;
}

GPtrArray *draw_table(const char *path)
{
    GPtrArray *table = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    struct csv *csv = csv_open(path);
    enum csv_got got;

    while ((got = csv_next(csv)) != CSV_END) {
        char **cells = g_new0(char *, csv_count(csv) + 1);

        if (got == CSV_BAD)
            fail(STATUS_STOPPED, "%s:%zu: %s", path, csv_line(csv), csv_why(csv));
        for (size_t i = 0; i < csv_count(csv); i++)
            cells[i] = g_strdup(csv_cell(csv, i));
        g_ptr_array_add(table, cells);
    }
    csv_close(csv);
    return table;
}

const char *draw_cell(const GPtrArray *table, guint row, const char *column)
{
    char **header = table->pdata[0];
    char **cells = table->pdata[row];

    for (guint i = 0; header[i] != NULL && cells[i] != NULL; i++)
        if (strcmp(header[i], column) == 0)
            return cells[i];
    fail(STATUS_STOPPED, "row %u has no column %s", row, column);
}

double draw_number(const GPtrArray *table, guint row, const char *column)
{
    const char *cell = draw_cell(table, row, column);
    double value;

    if (!number_read(cell, &value))
        fail(STATUS_STOPPED, "row %u: \"%s\" is no number", row, cell);
    return value;
}

double draw_planted(const GPtrArray *plan, const char *what, const char *of, const char *at,
                    double absent)
{
    for (guint i = 1; i < plan->len; i++)
        if (strcmp(draw_cell(plan, i, "what"), what) == 0 &&
            strcmp(draw_cell(plan, i, "of"), of) == 0 && strcmp(draw_cell(plan, i, "at"), at) == 0)
            return draw_number(plan, i, "value");
    if (isnan(absent))
        fail(STATUS_STOPPED, "geplant.csv does not say %s of %s at %s", what, of, at);
    return absent;
}

const char *draw_sentence(struct random_stream *stream, const GPtrArray *sentences,
                          const char *code)
{
    guint n = 0;
    guint which;

    for (guint i = 1; i < sentences->len; i++)
        n += strcmp(draw_cell(sentences, i, "code"), code) == 0;
    if (n == 0)
        fail(STATUS_STOPPED, "no sentence for \"%s\"", code);
    which = random_below(stream, n);
    for (guint i = 1;; i++)
        if (strcmp(draw_cell(sentences, i, "code"), code) == 0 && which-- == 0)
            return draw_cell(sentences, i, "text");
}

char *draw_name(const GPtrArray *names, guint first, guint last)
{
    guint n = names->len - 1;

    return g_strdup_printf("%s %s", draw_cell(names, 1 + first % n, "first"),
                           draw_cell(names, 1 + last % n, "last"));
}

void draw_add(GString *text, const char *cell)
{
    guard_quote(text, cell, ';');
    g_string_append_c(text, ';');
}

/* With a comma, as Excel NL writes it. */
void draw_add_number(GString *text, double number, int decimals)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    char format[] = "%.0f";

    format[2] = (char)('0' + decimals);
    g_ascii_formatd(digits, sizeof digits, format, number);
    g_strdelimit(digits, ".", ',');
    draw_add(text, digits);
}

void draw_end(GString *text)
{
    g_string_truncate(text, text->len - 1);
    g_string_append(text, "\r\n");
}

void draw_save(GString *text, const char *folder, const char *name, enum draw_encoding encoding)
{
    char *path = g_build_filename(folder, name, NULL);
    struct output *output = output_open(path);
    GError *error = NULL;

    if (encoding == DRAW_WINDOWS) {
        gsize n;
        char *bytes = g_convert(text->str, (gssize)text->len, "CP1252", "UTF-8", NULL, &n, &error);

        if (bytes == NULL)
            fail(STATUS_STOPPED, "%s: %s", name, error->message);
        output_bytes(output, bytes, n);
        g_free(bytes);
    } else {
        output_text(output, encoding == DRAW_MARK ? "\xEF\xBB\xBF" : "");
        output_bytes(output, text->str, text->len);
    }
    output_close(output);
    g_string_truncate(text, 0);
    g_free(path);
}
