#include "ingest/labels.h"

#include "base/names.h"
#include "foreign/tidy.h"
#include "ingest/damaged.h"
#include "ingest/packed.h"
#include "ingest/tidied.h"

#include <string.h>

enum { KEPT_MOST = 1 << 16 };

static const char digits[] = "0123456789";

struct labels {
    const struct codebooks *codebooks;
    const struct cellwords *words;
    const char *separators;
    struct ledger *ledger;
    struct tidied *tidied;
    struct damaged *damaged;
    struct names *cells; /* texts of cells */
    GPtrArray *codes;    /* by id of a cell: GPtrArray of texts */
    GHashTable *numbers; /* label that had a number in front -> that number */
    GStringChunk *texts;
    size_t packed;
    bool suspects; /* words for speakers are warned about */
};

struct labels *labels_new(const struct codebooks *codebooks, const struct cellwords *words,
                          const char *separators, struct ledger *ledger)
{
    struct labels *labels = g_new0(struct labels, 1);

    labels->codebooks = codebooks;
    labels->words = words;
    labels->separators = separators;
    labels->ledger = ledger;
    labels->tidied = tidied_new(ledger);
    labels->damaged = damaged_new(words, ledger);
    labels->cells = names_new();
    labels->codes = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    labels->numbers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    labels->texts = g_string_chunk_new(4096);
    return labels;
}

void labels_free(struct labels *labels)
{
    tidied_free(labels->tidied);
    damaged_free(labels->damaged);
    names_free(labels->cells);
    g_ptr_array_unref(labels->codes);
    g_hash_table_destroy(labels->numbers);
    g_string_chunk_free(labels->texts);
    g_free(labels);
}

void labels_suspect_speakers(struct labels *labels)
{
    labels->suspects = true;
}

static void labels_say(const struct labels *labels, const struct sheet *sheet,
                       enum ledger_level level, const char *what, const char *value,
                       const char *action)
{
    ledger_line(labels->ledger, level, sheet_file(sheet), sheet_line(sheet), what, value, action);
}

/* What stands behind a number, a dash and a space; NULL when the label does not begin so. */
static const char *label_behind_dash(const char *label)
{
    static const char *const dashes[] = {"-", "\u2013", "\u2014"};
    const char *at = label + strspn(label, digits);

    if (at == label)
        return NULL;
    at += *at == ' ';
    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++)
        if (g_str_has_prefix(at, dashes[i]) && at[strlen(dashes[i])] == ' ' &&
            at[strlen(dashes[i]) + 1] != '\0')
            return at + strlen(dashes[i]) + 1;
    return NULL;
}

/* What stands behind a number in front: after a dash, or after another sign ("3. vragen", "(3)
 * vragen") where the codebook knows it; NULL when the label does not begin so. */
static const char *labels_behind_number(const struct labels *labels, const char *label)
{
    const char *behind = label_behind_dash(label);
    const char *at = label + (*label == '(');
    size_t n = strspn(at, digits);

    if (behind != NULL)
        return behind;
    behind = at + n + strspn(at + n, " .:)_-");
    return n > 0 && behind > at + n && codebooks_meaning(labels->codebooks, behind) != NULL ? behind
                                                                                            : NULL;
}

/* Two numbers before one label: they become one code, which somebody may not have meant. */
static void labels_check_number(struct labels *labels, const struct sheet *sheet, const char *label,
                                const char *numbered)
{
    const char *first = numbered + (*numbered == '(');
    char *number = g_strndup(first, strspn(first, digits));
    const char *known = g_hash_table_lookup(labels->numbers, label);

    if (known != NULL && strcmp(known, number) != 0) {
        char *value = g_strdup_printf("%s, %s: %s", known, number, label);

        labels_say(labels, sheet, LEDGER_WARNING, "label-numbers", value,
                   "two numbers stand before one label: read as one code");
        g_free(value);
    }
    if (known == NULL)
        g_hash_table_insert(labels->numbers, g_strdup(label), g_strdup(number));
    g_free(number);
}

/* Takes the number off a tidy label; the label is freed, the outcome to be freed. */
static char *labels_unnumber(struct labels *labels, const struct sheet *sheet, char *label)
{
    const char *behind = labels_behind_number(labels, label);
    char *plain;
    char *value;

    if (behind == NULL)
        return label;
    plain = g_strdup(behind);
    value = g_strdup_printf("%s <- %s", plain, label);
    labels_say(labels, sheet, LEDGER_NOTE, "label-number", value,
               "the number in front is no part of the code");
    labels_check_number(labels, sheet, plain, label);
    g_free(value);
    g_free(label);
    return plain;
}

const char *labels_one(struct labels *labels, const struct sheet *sheet, const char *text)
{
    char *label = tidy_label(text);
    const char *kept;

    tidied_tell(labels->tidied, sheet, text, label);
    damaged_look(labels->damaged, sheet, label);
    if (codebooks_meaning(labels->codebooks, label) == NULL)
        label = labels_unnumber(labels, sheet, label);
    if (*label != '\0' && codebooks_meaning(labels->codebooks, label) == NULL &&
        cellwords_means(labels->words, CELLWORD_NO_CODE, label)) {
        labels_say(labels, sheet, LEDGER_NOTE, "no-code", text,
                   "read as: looked at, no code given");
        *label = '\0';
    }
    if (labels->suspects && *label != '\0' && codebooks_meaning(labels->codebooks, label) == NULL &&
        cellwords_means(labels->words, CELLWORD_SPEAKER, label))
        labels_say(labels, sheet, LEDGER_WARNING, "speaker-suspect", label,
                   "counted as a code; say --speaker-codes if it says who speaks, or give the "
                   "codebook that holds it");
    kept = g_string_chunk_insert_const(labels->texts, label);
    g_free(label);
    return kept;
}

/* Whether it is a code of the codebook, with or without a number in front. */
static bool labels_knows(const void *data, const char *part)
{
    const struct labels *labels = data;
    char *label = tidy_label(part);
    bool known = codebooks_meaning(labels->codebooks, label) != NULL ||
                 labels_behind_number(labels, label) != NULL;

    g_free(label);
    return known;
}

static void labels_add(GPtrArray *codes, const char *code)
{
    if (*code != '\0')
        g_ptr_array_add(codes, (gpointer)code);
}

/* The parts of a text, each one code. */
static void labels_add_parts(struct labels *labels, const struct sheet *sheet, const char *text,
                             const char *separators, GPtrArray *codes)
{
    for (const char *from = text; *from != '\0';) {
        const char *stop = packed_end(text, from, separators);
        char *part = g_strstrip(g_strndup(from, (gsize)(stop - from)));
        const char *sign = labels->separators != NULL || separators != NULL
                               ? NULL
                               : packed_sign(part, labels_knows, labels);

        if (sign != NULL)
            labels_add_parts(labels, sheet, part, sign, codes);
        else
            labels_add(codes, labels_one(labels, sheet, part));
        g_free(part);
        from = stop + (*stop != '\0');
    }
}

static GPtrArray *labels_judge(struct labels *labels, const struct sheet *sheet, const char *text)
{
    GPtrArray *codes = g_ptr_array_new();
    const char *separators = labels->separators;
    bool whole =
        g_strcmp0(separators, "none") == 0 || codebooks_meaning(labels->codebooks, text) != NULL;

    if (!whole && !packed_is(text, separators)) {
        separators = separators != NULL ? NULL : packed_sign(text, labels_knows, labels);
        whole = separators == NULL;
    }
    if (whole)
        labels_add(codes, labels_one(labels, sheet, text));
    else
        labels_add_parts(labels, sheet, text, separators, codes);
    if (codes->len > 1)
        labels_say(labels, sheet, LEDGER_NOTE, "packed", text,
                   "several codes in one cell; say --separator none if they are one");
    return codes;
}

const GPtrArray *labels_read(struct labels *labels, const struct sheet *sheet, int column)
{
    const char *text = sheet_cell(sheet, column);
    const GPtrArray *codes;
    guint id;

    tidied_look(labels->tidied, sheet, column);
    if (labels->codes->len == KEPT_MOST) {
        names_free(labels->cells);
        labels->cells = names_new();
        g_ptr_array_set_size(labels->codes, 0);
    }
    id = (guint)names_id(labels->cells, text);
    if (id == labels->codes->len)
        g_ptr_array_add(labels->codes, labels_judge(labels, sheet, text));
    codes = labels->codes->pdata[id];
    labels->packed += codes->len > 1;
    return codes;
}

const char *labels_meaning(const struct labels *labels, const char *code)
{
    const struct code *known = codebooks_meaning(labels->codebooks, code);

    return known != NULL ? known->code : code;
}

bool labels_are_same(const struct labels *labels, const char *one, const char *other)
{
    return strcmp(one, other) == 0 ||
           strcmp(labels_meaning(labels, one), labels_meaning(labels, other)) == 0;
}

size_t labels_packed(const struct labels *labels)
{
    return labels->packed;
}
