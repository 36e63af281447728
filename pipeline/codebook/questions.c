#include "codebook/questions.h"

#include "base/nearest.h"
#include "codebook/fold.h"

#include <string.h>

static const char kind_option[] = "optie";

struct questions {
    const struct codebooks *codebooks;
    GHashTable *names;   /* folded name -> struct item; NULL where two items share it */
    GHashTable *labels;  /* folded label -> likewise */
    GHashTable *options; /* folded question -> GPtrArray of struct item */
    GPtrArray *words;    /* every folded name and label, borrowed from the tables */
};

bool question_is_option(const struct item *item)
{
    return strcmp(item->kind, kind_option) == 0;
}

bool question_split(const char *text, char **question, char **option)
{
    const char *open = strrchr(text, '[');
    size_t n = strlen(text);

    while (n > 0 && g_ascii_isspace(text[n - 1]))
        n--;
    if (open == NULL || n == 0 || text[n - 1] != ']' || open >= text + n)
        return false;
    *question = g_strstrip(g_strndup(text, (gsize)(open - text)));
    *option = g_strstrip(g_strndup(open + 1, (gsize)(text + n - 1 - (open + 1))));
    return true;
}

/* Takes over `folded`. */
static void questions_mean(struct questions *questions, GHashTable *table, char *folded,
                           struct item *item)
{
    gpointer known;

    if (*folded == '\0') {
        g_free(folded);
        return;
    }
    if (g_hash_table_lookup_extended(table, folded, NULL, &known)) {
        g_hash_table_insert(table, folded, known == item ? item : NULL);
        return;
    }
    g_hash_table_insert(table, folded, item);
    g_ptr_array_add(questions->words, folded);
}

static void questions_add_option(struct questions *questions, struct item *item)
{
    GPtrArray *options;
    char *question;
    char *option;
    char *folded;

    if (!question_split(item->label, &question, &option))
        return;
    folded = fold_question(question);
    options = g_hash_table_lookup(questions->options, folded);
    if (options == NULL) {
        options = g_ptr_array_new();
        g_hash_table_insert(questions->options, g_strdup(folded), options);
    }
    g_ptr_array_add(options, item);
    g_free(folded);
    g_free(question);
    g_free(option);
}

static void questions_add(struct questions *questions, struct item *item)
{
    questions_mean(questions, questions->names, fold_name(item->item), item);
    questions_mean(questions, questions->labels, fold_question(item->label), item);
    questions_mean(questions, questions->labels, fold_question(item->label_en), item);
    if (question_is_option(item))
        questions_add_option(questions, item);
}

struct questions *questions_new(const struct codebooks *codebooks)
{
    struct questions *questions = g_new0(struct questions, 1);

    questions->codebooks = codebooks;
    questions->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    questions->labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    questions->options =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    questions->words = g_ptr_array_new();
    for (guint i = 0; i < codebooks_count(codebooks); i++) {
        const struct codebook *book = codebooks_at(codebooks, i);

        for (guint j = 0; j < book->items->len; j++)
            questions_add(questions, book->items->pdata[j]);
    }
    return questions;
}

void questions_free(struct questions *questions)
{
    g_hash_table_destroy(questions->names);
    g_hash_table_destroy(questions->labels);
    g_hash_table_destroy(questions->options);
    g_ptr_array_free(questions->words, TRUE);
    g_free(questions);
}

guint questions_count(const struct questions *questions)
{
    guint n = 0;

    for (guint i = 0; i < codebooks_count(questions->codebooks); i++)
        n += codebooks_at(questions->codebooks, i)->items->len;
    return n;
}

const struct item *questions_find(const struct questions *questions, const char *text)
{
    const struct item *item = codebooks_item(questions->codebooks, text);
    char *folded;

    if (item != NULL || *text == '\0')
        return item;
    folded = fold_name(text);
    item = g_hash_table_lookup(questions->names, folded);
    g_free(folded);
    if (item != NULL)
        return item;
    folded = fold_question(text);
    item = g_hash_table_lookup(questions->labels, folded);
    g_free(folded);
    return item;
}

const struct item *questions_nearest(const struct questions *questions, const char *text)
{
    char *folded = fold_question(text);
    const char *word =
        nearest_word(folded, (const char *const *)questions->words->pdata, questions->words->len);
    const struct item *item = NULL;

    if (word != NULL)
        item = g_hash_table_lookup(questions->names, word);
    if (word != NULL && item == NULL)
        item = g_hash_table_lookup(questions->labels, word);
    g_free(folded);
    return item;
}

const GPtrArray *questions_options(const struct questions *questions, const char *text)
{
    char *folded = fold_question(text);
    const GPtrArray *options = g_hash_table_lookup(questions->options, folded);

    g_free(folded);
    return options;
}
