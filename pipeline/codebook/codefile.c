#include "codebook/codefile.h"

#include "base/fail.h"
#include "codebook/codepath.h"
#include "table/csv.h"
#include "table/number.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

struct field {
    const char *column;
    size_t offset;
};

#define FIELD(kind, member)                                                                        \
    {                                                                                              \
#member, offsetof(struct kind, member)                                                     \
    }

static const struct field code_fields[] = {
    FIELD(code, code),
    FIELD(code, label),
    FIELD(code, label_en),
    FIELD(code, side),
    {"position", offsetof(struct code, position_text)},
    FIELD(code, parent),
    FIELD(code, role),
    FIELD(code, pair),
    FIELD(code, within),
    FIELD(code, definition),
    FIELD(code, include),
    FIELD(code, exclude),
    FIELD(code, example),
    FIELD(code, alias),
    FIELD(code, source),
    FIELD(code, status),
};

static const struct field item_fields[] = {
    FIELD(item, item),
    FIELD(item, scale),
    FIELD(item, facet),
    FIELD(item, kind),
    FIELD(item, pair),
    FIELD(item, asked_of),
    FIELD(item, label),
    FIELD(item, label_en),
    {"minimum", offsetof(struct item, minimum_text)},
    {"maximum", offsetof(struct item, maximum_text)},
    FIELD(item, reverse),
    FIELD(item, answers),
    FIELD(item, missing),
    FIELD(item, source),
    FIELD(item, status),
};

/* What is known while one file is read. */
struct codefile {
    struct csv *csv;
    struct codebook *book;
    const struct field *fields;
    size_t n_fields;
    GArray *places; /* int by field: cell index, -1 when the column is absent */
    size_t width;   /* cells of the header */
};

static G_NORETURN void codefile_stop(const struct codefile *file, const char *text, const char *why)
{
    fail(STATUS_STOPPED, "%s:%zu: \"%s\": %s", csv_name(file->csv), MAX(csv_line(file->csv), 1),
         text, why);
}

static struct codebook *codefile_new(const char *path)
{
    struct codebook *book = g_new0(struct codebook, 1);
    GError *error = NULL;
    char *bytes;
    gsize n;
    char *digest;

    if (!g_file_get_contents(path, &bytes, &n, &error))
        fail(STATUS_STOPPED, "%s", error->message);
    digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)bytes, n);
    g_free(bytes);
    book->digest = g_strndup(digest, 16);
    g_free(digest);
    book->file = g_path_get_basename(path);
    book->name = g_strdup(book->file);
    if (g_str_has_suffix(book->name, ".csv"))
        book->name[strlen(book->name) - 4] = '\0';
    for (char *byte = book->name; *byte != '\0'; byte++)
        if (g_ascii_isspace(*byte) || g_ascii_iscntrl(*byte))
            *byte = '-'; /* the preamble parts name, version and digest by spaces */
    book->codes = g_ptr_array_new();
    book->items = g_ptr_array_new();
    book->sides = g_ptr_array_new_with_free_func(g_free);
    return book;
}

static void codefile_free_fields(void *record, const struct field *fields, size_t n)
{
    for (size_t i = 0; i < n; i++)
        g_free(*(char **)(void *)((char *)record + fields[i].offset));
    g_free(record);
}

void codefile_free(struct codebook *book)
{
    for (guint i = 0; i < book->codes->len; i++)
        codefile_free_fields(book->codes->pdata[i], code_fields, G_N_ELEMENTS(code_fields));
    for (guint i = 0; i < book->items->len; i++)
        codefile_free_fields(book->items->pdata[i], item_fields, G_N_ELEMENTS(item_fields));
    g_ptr_array_free(book->codes, TRUE);
    g_ptr_array_free(book->items, TRUE);
    g_ptr_array_free(book->sides, TRUE);
    g_free(book->file);
    g_free(book->name);
    g_free(book->version);
    g_free(book->digest);
    g_free(book);
}

static bool codefile_next(struct codefile *file)
{
    for (;;) {
        enum csv_got got = csv_next(file->csv);

        if (got == CSV_BAD || csv_literal(file->csv))
            codefile_stop(file, file->book->name, csv_why(file->csv));
        if (got != CSV_BLANK)
            return got == CSV_RECORD;
    }
}

static void codefile_version(struct codefile *file)
{
    static const char mark[] = "# version ";

    if (!codefile_next(file) || !g_str_has_prefix(csv_cell(file->csv, 0), mark))
        codefile_stop(file, file->book->name, "a codebook begins with a line `# version N`");
    file->book->version = g_strdup(csv_cell(file->csv, 0) + strlen(mark));
    g_strdelimit(g_strstrip(file->book->version), " \t\n", '-');
}

static void codefile_header(struct codefile *file)
{
    bool items = false;
    int absent = -1;

    if (!codefile_next(file))
        codefile_stop(file, file->book->name, "no header line");
    file->width = csv_count(file->csv);
    for (size_t i = 0; i < file->width; i++)
        items = items || strcmp(csv_cell(file->csv, i), item_fields[0].column) == 0;
    file->fields = items ? item_fields : code_fields;
    file->n_fields = items ? G_N_ELEMENTS(item_fields) : G_N_ELEMENTS(code_fields);
    for (size_t i = 0; i < file->n_fields; i++)
        g_array_append_val(file->places, absent);
    for (size_t i = 0; i < file->width; i++) {
        const char *column = csv_cell(file->csv, i);
        size_t field = 0;

        while (field < file->n_fields && strcmp(file->fields[field].column, column) != 0)
            field++;
        if (field == file->n_fields)
            codefile_stop(file, column, "not a column of a codebook");
        if (g_array_index(file->places, int, field) >= 0)
            codefile_stop(file, column, "this column stands twice");
        g_array_index(file->places, int, field) = (int)i;
    }
    if (g_array_index(file->places, int, 0) < 0)
        codefile_stop(file, file->fields[0].column, "this column is missing");
}

static double codefile_number(const struct codefile *file, const char *text)
{
    double value = NAN;

    if (*text != '\0' && !number_read(text, &value))
        codefile_stop(file, text, "a number, with a point");
    return value;
}

static int codefile_side(struct codebook *book, const char *side)
{
    guint at;

    if (*side == '\0')
        return -1;
    if (!g_ptr_array_find_with_equal_func(book->sides, side, g_str_equal, &at)) {
        at = book->sides->len;
        g_ptr_array_add(book->sides, g_strdup(side));
    }
    return (int)at;
}

static void codefile_take_code(struct codefile *file, struct code *code)
{
    code->codebook = file->book;
    code->line = csv_line(file->csv);
    code->position = codefile_number(file, code->position_text);
    code->side_id = codefile_side(file->book, code->side);
    if (strchr(code->code, ':') != NULL || strcmp(code->code, "*") == 0)
        codefile_stop(file, code->code, "a code holds no `:` and is not `*`");
    g_ptr_array_add(file->book->codes, code);
}

/* Yes or no, as people write it. */
static bool codefile_yes(const struct codefile *file, const char *text)
{
    static const char *const yes[] = {"ja", "yes", "1", "x", NULL};
    static const char *const no[] = {"", "nee", "no", "0", NULL};

    if (!g_strv_contains(yes, text) && !g_strv_contains(no, text))
        codefile_stop(file, text, "ja, or an empty cell");
    return g_strv_contains(yes, text);
}

static void codefile_take_item(struct codefile *file, struct item *item)
{
    item->codebook = file->book;
    item->line = csv_line(file->csv);
    item->minimum = codefile_number(file, item->minimum_text);
    item->maximum = codefile_number(file, item->maximum_text);
    if (item->minimum > item->maximum)
        codefile_stop(file, item->item, "its minimum is above its maximum");
    item->reversed = codefile_yes(file, item->reverse);
    if (item->reversed && isnan(item->minimum + item->maximum))
        codefile_stop(file, item->item, "a reversed item needs a minimum and a maximum");
    g_ptr_array_add(file->book->items, item);
}

static void codefile_row(struct codefile *file)
{
    bool items = file->fields == item_fields;
    void *record = items ? (void *)g_new0(struct item, 1) : (void *)g_new0(struct code, 1);

    for (size_t i = 0; i < file->n_fields; i++) {
        int place = g_array_index(file->places, int, i);
        bool there = place >= 0 && (size_t)place < csv_count(file->csv);

        *(char **)(void *)((char *)record + file->fields[i].offset) =
            g_strstrip(g_strdup(there ? csv_cell(file->csv, (size_t)place) : ""));
    }
    g_assert(*(char **)record != NULL); /* the first field is there */
    if (csv_count(file->csv) > file->width)
        codefile_stop(file, *(char **)record, "more cells than the header (a comma in a text?)");
    if (**(char **)record == '\0')
        codefile_stop(file, file->fields[0].column, "this cell is empty");
    if (items)
        codefile_take_item(file, record);
    else
        codefile_take_code(file, record);
}

struct codebook *codefile_read(const char *name)
{
    char *path = codepath_find(name);
    struct codefile file = {.csv = csv_open(path)};

    file.book = codefile_new(path);
    file.places = g_array_new(FALSE, FALSE, sizeof(int));
    codefile_version(&file);
    codefile_header(&file);
    while (codefile_next(&file))
        codefile_row(&file);
    csv_close(file.csv);
    g_array_free(file.places, TRUE);
    g_free(path);
    return file.book;
}
