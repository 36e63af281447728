#include "agree/codings.h"

#include "base/fail.h"
#include "table/amount.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

/* Slots of the columns, and what is needed while rows are read. */
struct codings_reading {
    struct codings *codings;
    const struct codings_setting *setting;
    struct reader *in;
    GHashTable *codes; /* code -> its place + 1 */
    int source, unit, start, end, speaker, role, coder, code, text, length;
};

static struct codings *codings_new(const struct codebooks *books)
{
    struct codings *codings = g_new0(struct codings, 1);

    codings->books = books;
    codings->codes = g_ptr_array_new();
    codings->sources = names_new();
    codings->coders = names_new();
    codings->roles = names_new();
    codings->units = g_array_new(FALSE, FALSE, sizeof(struct coding_unit));
    codings->rows = g_array_new(FALSE, FALSE, sizeof(struct coding));
    codings->first = g_array_new(FALSE, TRUE, sizeof(guint));
    codings->lengths = g_array_new(FALSE, FALSE, sizeof(double));
    codings->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    codings->unknown = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < codebooks_count(books); i++)
        for (guint j = 0; j < codebooks_at(books, i)->codes->len; j++)
            g_ptr_array_add(codings->codes, codebooks_at(books, i)->codes->pdata[j]);
    return codings;
}

static void codings_free_words(struct coding_words *words)
{
    if (words == NULL)
        return;
    g_free(words->unit);
    g_free(words->start);
    g_free(words->end);
    g_free(words->speaker);
    g_free(words->role);
    g_free(words->text);
    g_free(words);
}

void codings_free(struct codings *codings)
{
    for (guint i = 0; i < codings->units->len; i++)
        codings_free_words(codings_unit(codings, i)->words);
    g_ptr_array_free(codings->codes, TRUE);
    names_free(codings->sources);
    names_free(codings->coders);
    names_free(codings->roles);
    g_array_free(codings->units, TRUE);
    g_array_free(codings->rows, TRUE);
    g_array_free(codings->first, TRUE);
    g_array_free(codings->lengths, TRUE);
    g_hash_table_destroy(codings->index);
    g_hash_table_destroy(codings->unknown);
    g_free(codings->kind);
    g_free(codings->extent);
    g_free(codings);
}

/* The unit's source, a sign, and its name there; NULL when nothing says which unit it is. */
static char *codings_key(const struct codings_reading *reading, int source)
{
    const char *unit = reader_cell(reading->in, reading->unit);
    double start = amount_number(reading->in, reading->start);
    double end = amount_number(reading->in, reading->end);
    char from[NUMBER_ROOM];
    char to[NUMBER_ROOM];

    if (*unit != '\0')
        return g_strdup_printf("%d %s", source, unit);
    if (isnan(start) || isnan(end))
        return NULL;
    number_write(from, start);
    number_write(to, end);
    return g_strdup_printf("%d\x1f%s-%s", source, from, to);
}

static struct coding_words *codings_words(const struct codings_reading *reading)
{
    struct coding_words *words = g_new(struct coding_words, 1);

    words->unit = g_strdup(reader_cell(reading->in, reading->unit));
    words->start = g_strdup(reader_cell(reading->in, reading->start));
    words->end = g_strdup(reader_cell(reading->in, reading->end));
    words->speaker = g_strdup(reader_cell(reading->in, reading->speaker));
    words->role = g_strdup(reader_cell(reading->in, reading->role));
    words->text = g_strdup(reader_cell(reading->in, reading->text));
    return words;
}

/* Index of the row's unit, made when it is new; takes `key` over. */
static guint codings_find_unit(const struct codings_reading *reading, int source, char *key)
{
    struct codings *codings = reading->codings;
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(codings->index, key));
    struct coding_unit unit = {.name = strpbrk(key, " \x1f") + 1, .source = source};

    if (known > 0) {
        g_free(key);
        return known - 1;
    }
    unit.role = names_id(codings->roles, reader_cell(reading->in, reading->role));
    unit.start = amount_number(reading->in, reading->start);
    if (reading->setting->words)
        unit.words = codings_words(reading);
    g_array_append_val(codings->units, unit);
    g_hash_table_insert(codings->index, key, GUINT_TO_POINTER(codings->units->len));
    return codings->units->len - 1;
}

static void codings_count_unknown(struct codings *codings, const char *code)
{
    gint64 *rows = g_hash_table_lookup(codings->unknown, code);

    if (rows == NULL) {
        rows = g_new0(gint64, 1);
        g_hash_table_insert(codings->unknown, g_strdup(code), rows);
    }
    ++*rows;
}

/* The length of the row's conversation, as far as the context says it. */
static void codings_note_length(const struct codings_reading *reading, int source)
{
    GArray *lengths = reading->codings->lengths;
    double unknown = NAN;

    if (lengths->len <= (guint)source)
        g_array_append_val(lengths, unknown);
    if (isnan(g_array_index(lengths, double, source)))
        g_array_index(lengths, double, source) = amount_number(reading->in, reading->length);
}

static void codings_add(const struct codings_reading *reading)
{
    struct codings *codings = reading->codings;
    const char *code = reader_cell(reading->in, reading->code);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(reading->codes, code));
    int source = names_id(codings->sources, reader_cell(reading->in, reading->source));
    struct coding row = {
        .code = (int)known - 1,
        .start = amount_number(reading->in, reading->start),
        .end = amount_number(reading->in, reading->end),
    };
    char *key = codings_key(reading, source);

    codings_note_length(reading, source);
    if (key == NULL) {
        codings->lost++;
        return;
    }
    row.unit = codings_find_unit(reading, source, key);
    codings->bare = codings->bare || *code == '\0';
    if (*code != '\0' && known == 0) {
        codings_count_unknown(codings, code);
        return;
    }
    row.coder = names_id(codings->coders, reader_cell(reading->in, reading->coder));
    g_array_append_val(codings->rows, row);
}

static bool codings_wants(const struct codings_reading *reading)
{
    const char *coder = reader_cell(reading->in, reading->coder);
    char *const *only = reading->setting->only;

    return only == NULL || *coder == '\0' || g_strv_contains((const char *const *)only, coder);
}

static struct codings_reading codings_open(struct codings *codings, struct reader *in,
                                           const struct codings_setting *setting)
{
    struct codings_reading reading = {
        .codings = codings,
        .setting = setting,
        .in = in,
        .codes = g_hash_table_new(g_str_hash, g_str_equal),
        .source = reader_column(in, "source"),
        .unit = reader_column(in, "unit"),
        .start = reader_column(in, "start"),
        .end = reader_column(in, "end"),
        .speaker = reader_column(in, "speaker"),
        .role = reader_column(in, "role"),
        .coder = reader_column(in, "coder"),
        .code = reader_column(in, "code"),
        .text = reader_column(in, "text"),
        .length = reader_column(in, "length"),
    };

    for (guint i = 0; i < codings->codes->len; i++)
        g_hash_table_insert(reading.codes, codings_code(codings, (int)i)->code,
                            GUINT_TO_POINTER(i + 1));
    return reading;
}

struct codings *codings_read(struct reader *in, const struct codebooks *books,
                             const struct codings_setting *setting)
{
    struct codings *codings = codings_new(books);
    struct codings_reading reading = codings_open(codings, in, setting);

    while (reader_next(in))
        if (codings_wants(&reading))
            codings_add(&reading);
    codings->kind = g_strdup(reader_head(in)->unit != NULL ? reader_head(in)->unit : "passage");
    codings->extent = g_strdup(reader_head(in)->extent != NULL ? reader_head(in)->extent : "none");
    for (char **name = setting->only; name != NULL && *name != NULL; name++)
        if (names_find(codings->coders, *name) < 0)
            fail(STATUS_STOPPED, "--coder \"%s\": no row is of that coder", *name);
    codings_settle(codings);
    g_hash_table_destroy(reading.codes);
    return codings;
}
