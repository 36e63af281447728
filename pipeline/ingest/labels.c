#include "ingest/labels.h"

#include "base/names.h"
#include "foreign/tidy.h"
#include "ingest/damaged.h"
#include "ingest/tidied.h"

#include <string.h>

enum { KEPT_MOST = 1 << 16 };

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
static const char *label_behind_number(const char *label)
{
    static const char *const dashes[] = {"-", "\u2013", "\u2014"};
    const char *at = label + strspn(label, "0123456789");

    if (at == label)
        return NULL;
    at += *at == ' ';
    for (size_t i = 0; i < G_N_ELEMENTS(dashes); i++)
        if (g_str_has_prefix(at, dashes[i]) && at[strlen(dashes[i])] == ' ' &&
            at[strlen(dashes[i]) + 1] != '\0')
            return at + strlen(dashes[i]) + 1;
    return NULL;
}

/* Two numbers before one label: they become one code, which somebody may not have meant. */
static void labels_check_number(struct labels *labels, const struct sheet *sheet, const char *label,
                                const char *numbered)
{
    char *number = g_strndup(numbered, strspn(numbered, "0123456789"));
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
    const char *behind = label_behind_number(label);
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

static bool label_has_word(const char *text, const char *stop)
{
    for (; text < stop; text = g_utf8_next_char(text))
        if (g_unichar_isalnum(g_utf8_get_char(text)))
            return true;
    return false;
}

/* Whether the `;` at `at` ends an entity: `&lt;`, `&#39;`. */
static bool label_is_entity(const char *text, const char *at)
{
    const char *byte = at;

    while (byte > text && (g_ascii_isalnum(byte[-1]) || byte[-1] == '#'))
        byte--;
    return byte < at && byte > text && byte[-1] == '&';
}

/* The end of the part that begins at `from`. */
static const char *labels_part_end(const struct labels *labels, const char *text, const char *from)
{
    const char *signs = labels->separators != NULL ? labels->separators : ";\r\n";
    const char *at = from + strcspn(from, signs);

    while (*at == ';' && labels->separators == NULL && label_is_entity(text, at))
        at += 1 + strcspn(at + 1, signs);
    return at;
}

/* Whether a part holds nothing but spaces: a separator that is there twice. */
static bool label_is_blank(const char *text, const char *stop)
{
    while (text < stop && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text >= stop;
}

/* Whether a cell is to be taken apart: it begins with a word, holds a separator, and what stands
 * before each `;` is a word or nothing. */
static bool labels_is_packed(const struct labels *labels, const char *text)
{
    size_t parts = 0;
    bool separated = false;

    for (const char *from = text;; from++) {
        const char *stop = labels_part_end(labels, text, from);

        if (label_has_word(from, stop))
            parts++;
        else if (*stop == ';' && labels->separators == NULL &&
                 (parts == 0 || !label_is_blank(from, stop)))
            return false;
        if (*stop == '\0')
            return separated && parts > 0;
        separated = true;
        from = stop;
    }
}

static void labels_add(GPtrArray *codes, const char *code)
{
    if (*code != '\0')
        g_ptr_array_add(codes, (gpointer)code);
}

static GPtrArray *labels_judge(struct labels *labels, const struct sheet *sheet, const char *text)
{
    GPtrArray *codes = g_ptr_array_new();
    bool whole = g_strcmp0(labels->separators, "none") == 0 ||
                 codebooks_meaning(labels->codebooks, text) != NULL ||
                 !labels_is_packed(labels, text);

    if (whole) {
        labels_add(codes, labels_one(labels, sheet, text));
        return codes;
    }
    for (const char *from = text; *from != '\0';) {
        const char *stop = labels_part_end(labels, text, from);
        char *part = g_strndup(from, (gsize)(stop - from));

        labels_add(codes, labels_one(labels, sheet, g_strstrip(part)));
        g_free(part);
        from = stop + (*stop != '\0');
    }
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

size_t labels_packed(const struct labels *labels)
{
    return labels->packed;
}
