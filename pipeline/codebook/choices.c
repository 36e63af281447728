#include "codebook/choices.h"

#include "base/fail.h"
#include "codebook/fold.h"
#include "table/number.h"

#include <math.h>
#include <string.h>

/* What may stand between the code and the label of an answer that is written with both. */
static const char separators[] = " -=.:()";

struct choice {
    char *code;
    char *key;   /* the code, folded */
    char *words; /* of an answer, as they stand there */
    char *label; /* folded; of a missing value: what is written */
    double number;
    enum missing missing;
};

struct choices {
    const struct item *item;
    GArray *answers; /* struct choice */
    GArray *missing; /* struct choice */
    bool numeric;
    bool whole;
};

static void choice_clear(gpointer data)
{
    struct choice *choice = data;

    g_free(choice->code);
    g_free(choice->key);
    g_free(choice->words);
    g_free(choice->label);
}

static G_NORETURN void choices_stop(const struct item *item, const char *text, const char *why)
{
    fail(STATUS_STOPPED, "%s:%zu: item \"%s\": \"%s\": %s", item->codebook->file, item->line,
         item->item, text, why);
}

static void choices_add_answer(struct choices *choices, const char *entry)
{
    const char *equals = strchr(entry, '=');
    struct choice choice = {.number = NAN, .missing = MISSING_NOT};

    if (equals == NULL)
        choices_stop(choices->item, entry, "an answer is written CODE=TEXT");
    choice.code = g_strstrip(g_strndup(entry, (gsize)(equals - entry)));
    choice.key = fold_text(choice.code);
    choice.words = g_strstrip(g_strdup(equals + 1));
    choice.label = fold_text(equals + 1);
    choices->numeric = number_read(choice.code, &choice.number) && choices->numeric;
    choices->whole = choices->whole && choice.number == floor(choice.number);
    g_array_append_val(choices->answers, choice);
}

/* `.nvt` or `nvt`. */
static enum missing choices_reason(const struct item *item, const char *text)
{
    char *reason = g_strconcat(*text == '.' || *text == '\0' ? "" : ".", text, NULL);
    int missing = missing_find(reason);

    g_free(reason);
    if (missing < 0)
        choices_stop(item, text, "not a reason why a value is missing");
    return (enum missing)missing;
}

static void choices_add_missing(struct choices *choices, const char *entry)
{
    const char *equals = strchr(entry, '=');
    char *text = g_strndup(entry, equals == NULL ? strlen(entry) : (gsize)(equals - entry));
    char *reason = g_strstrip(g_strdup(equals == NULL ? "" : equals + 1));
    struct choice choice = {.number = NAN, .missing = choices_reason(choices->item, reason)};

    choice.label = fold_text(text);
    number_read(choice.label, &choice.number);
    g_array_append_val(choices->missing, choice);
    g_free(reason);
    g_free(text);
}

static void choices_each(struct choices *choices, const char *list,
                         void (*add)(struct choices *, const char *))
{
    char **entries = g_strsplit_set(list, ";\n", -1);

    for (char **entry = entries; *entry != NULL; entry++)
        if (*g_strstrip(*entry) != '\0')
            add(choices, *entry);
    g_strfreev(entries);
}

struct choices *choices_new(const struct item *item)
{
    struct choices *choices = g_new0(struct choices, 1);

    choices->item = item;
    choices->answers = g_array_new(FALSE, FALSE, sizeof(struct choice));
    choices->missing = g_array_new(FALSE, FALSE, sizeof(struct choice));
    g_array_set_clear_func(choices->answers, choice_clear);
    g_array_set_clear_func(choices->missing, choice_clear);
    choices->numeric = true;
    choices->whole = true;
    choices_each(choices, item->answers, choices_add_answer);
    choices_each(choices, item->missing, choices_add_missing);
    choices->whole = choices->whole && choices->answers->len > 0;
    choices->numeric = choices->answers->len > 0 ? choices->numeric
                                                 : !isnan(item->minimum) || !isnan(item->maximum);
    return choices;
}

void choices_free(struct choices *choices)
{
    g_array_free(choices->answers, TRUE);
    g_array_free(choices->missing, TRUE);
    g_free(choices);
}

/* Whether `text` is `first` and `second` with separators between, and perhaps around both. */
static bool choice_is_both(const char *text, const char *first, const char *second)
{
    size_t n = strlen(first);
    size_t length;

    text += *text == '(';
    if (n == 0 || *second == '\0' || strncmp(text, first, n) != 0 || text[n] == '\0' ||
        strchr(separators, text[n]) == NULL)
        return false;
    text += n + strspn(text + n, separators);
    length = strlen(second);
    return strncmp(text, second, length) == 0 &&
           strspn(text + length, separators) == strlen(text + length);
}

static bool choice_is(const struct choice *choice, const char *folded)
{
    return strcmp(folded, choice->label) == 0 || strcmp(folded, choice->key) == 0 ||
           choice_is_both(folded, choice->key, choice->label) ||
           choice_is_both(folded, choice->label, choice->key);
}

const char *choices_code(const struct choices *choices, const char *text)
{
    char *folded = fold_text(text);
    const char *code = NULL;

    for (guint i = 0; i < choices->answers->len && code == NULL; i++) {
        const struct choice *choice = &g_array_index(choices->answers, struct choice, i);

        if (choice_is(choice, folded))
            code = choice->code;
    }
    g_free(folded);
    return code;
}

const char *choices_words(const struct choices *choices, double value)
{
    for (guint i = 0; i < choices->answers->len; i++) {
        const struct choice *choice = &g_array_index(choices->answers, struct choice, i);

        if (choice->number == value)
            return choice->words;
    }
    return NULL;
}

const char *choices_only(const struct choices *choices, enum choice_part part)
{
    const struct choice *only;

    if (choices->answers->len != 1)
        return "";
    only = &g_array_index(choices->answers, struct choice, 0);
    return part == CHOICE_CODE ? only->code : only->words;
}

enum missing choices_missing(const struct choices *choices, const char *text)
{
    char *folded = fold_text(text);
    enum missing missing = MISSING_NOT;

    for (guint i = 0; i < choices->missing->len && missing == MISSING_NOT; i++) {
        const struct choice *choice = &g_array_index(choices->missing, struct choice, i);

        if (strcmp(choice->label, folded) == 0)
            missing = choice->missing;
    }
    g_free(folded);
    return missing;
}

enum missing choices_missing_number(const struct choices *choices, double value)
{
    for (guint i = 0; i < choices->missing->len; i++) {
        const struct choice *choice = &g_array_index(choices->missing, struct choice, i);

        if (choice->number == value)
            return choice->missing;
    }
    return MISSING_NOT;
}

bool choices_is_number(const struct choices *choices)
{
    return choices->numeric;
}

bool choices_can_be(const struct choices *choices, double value)
{
    const struct item *item = choices->item;

    return !(value < item->minimum) && !(value > item->maximum) &&
           (!choices->whole || value == floor(value));
}
