#include "foreign/survey_columns.h"

#include "base/fail.h"
#include "foreign/header_find.h"
#include "foreign/survey_take.h"
#include "table/number.h"

#include <string.h>

/* A text of a header in one line. */
static char *survey_line(const char *text)
{
    char *line = g_strdup(text);

    for (char *byte = line; *byte != '\0'; byte++)
        if (g_ascii_iscntrl(*byte))
            *byte = ' ';
    return g_strstrip(line);
}

/* A name that no other column has: its own, else with its number behind it. */
static void survey_name_own(struct survey_taking *taking, struct survey_column *column, guint i,
                            const struct survey_texts *texts)
{
    bool named = taking->survey->form.labels > 0 && *texts->name != '\0';
    char *own = survey_line(named ? texts->name : texts->label);
    char *name = NULL;

    if (*own == '\0') {
        g_free(own);
        own = g_strdup_printf("column %u", i + 1);
    }
    name = g_strdup(own);
    for (guint n = i + 1; g_hash_table_contains(taking->taken, name); n++) {
        g_free(name);
        name = g_strdup_printf("%s (%u)", own, n);
    }
    if (strcmp(name, own) != 0)
        take_note(taking, LEDGER_WARNING, "header-twice", name, own,
                  "this header stands there more than once: kept under another name");
    take_name(taking, column, name);
    column->use = SURVEY_ITEM;
    column->item = NULL;
    taking->own++;
    g_free(name);
    g_free(own);
}

/* First pass: everything but the names of items that are not known. */
static void survey_take(struct survey_taking *taking, struct survey_column *column, guint i)
{
    struct survey_texts texts = survey_texts_of(taking->survey, i);

    column->header = survey_line(*texts.label != '\0' ? texts.label : texts.name);
    column->option = g_strdup(texts.part);
    column->question = -1;
    if (!take_map(taking, column, &texts) && !take_item(taking, column, i, &texts) &&
        !take_word(taking, column, &texts))
        take_person(taking, column, &texts);
    survey_texts_clear(&texts);
}

/* Whether another column has the item of column `i`, which is known by its part only. */
static bool survey_is_shared(const struct survey_taking *taking, guint i)
{
    const GPtrArray *columns = taking->survey->columns;
    const struct item *item = ((struct survey_column *)columns->pdata[i])->item;

    for (guint j = 0; j < columns->len; j++)
        if (j != i && ((struct survey_column *)columns->pdata[j])->item == item)
            return true;
    return false;
}

/* An item known by its part only is that item when no other column may be it too. */
static void survey_settle_parts(struct survey_taking *taking)
{
    GPtrArray *columns = taking->survey->columns;
    GArray *shared = g_array_new(FALSE, TRUE, sizeof(bool));

    g_array_set_size(shared, columns->len);
    for (guint i = 0; i < columns->len; i++)
        g_array_index(shared, bool, i) =
            g_array_index(taking->sureness, enum sureness, i) == SURE_PART &&
            survey_is_shared(taking, i);
    for (guint i = 0; i < columns->len; i++) {
        struct survey_column *column = columns->pdata[i];

        if (g_array_index(taking->sureness, enum sureness, i) != SURE_PART)
            continue;
        if (!g_array_index(shared, bool, i)) {
            take_name(taking, column, column->item->item);
            continue;
        }
        take_note(taking, LEDGER_WARNING, "item-shared", column->item->item, column->header,
                  "more than one column may be this item: kept as an item of its own");
        column->item = NULL;
        column->question = -1;
    }
    g_array_free(shared, TRUE);
}

char *survey_own_item(const struct questions *questions, const char *text, enum ledger_level *level)
{
    const struct item *nearest = questions_nearest(questions, text);

    *level = nearest == NULL ? LEDGER_NOTE : LEDGER_WARNING;
    return g_strdup_printf("not in the codebook: kept as an item of its own%s%s%s",
                           nearest == NULL ? "" : " (nearest: ",
                           nearest == NULL ? "" : nearest->item, nearest == NULL ? "" : ")");
}

static void survey_say_own(const struct survey_taking *taking, const struct survey_column *column)
{
    const char *name = strcmp(column->name, column->header) == 0 ? NULL : column->name;
    enum ledger_level level;
    char *action = survey_own_item(taking->reading->questions, column->header, &level);

    take_note(taking, level, "item-own", name, column->header, action);
    g_free(action);
}

/* Second pass: items that no codebook knows get their names; each item is said. */
static void survey_name(struct survey_taking *taking, struct survey_column *column, guint i)
{
    struct survey_texts texts = survey_texts_of(taking->survey, i);

    if (column->name == NULL)
        survey_name_own(taking, column, i, &texts);
    if (column->use != SURVEY_ITEM) {
        survey_texts_clear(&texts);
        return;
    }
    if (column->item == NULL && taking->reading->items)
        survey_say_own(taking, column);
    else if (column->item != NULL && strcmp(column->item->item, texts.name) != 0)
        take_note(taking, LEDGER_NOTE, "item-header", column->name, column->header,
                  "read as the item of the codebook");
    survey_texts_clear(&texts);
}

static void survey_check_maps(const struct survey_taking *taking)
{
    const struct survey_words *words = taking->reading->words;

    for (char *const *map = words->maps; map != NULL && *map != NULL; map++) {
        char *canonical = header_map_name(*map, words->columns);

        if (!g_hash_table_contains(taking->taken, canonical))
            fail(STATUS_STOPPED, "%s: --map \"%s\": no header \"%s\"",
                 csv_name(taking->reading->csv), *map, strchr(*map, '=') + 1);
        g_free(canonical);
    }
}

static void survey_say_all_own(const struct survey_taking *taking)
{
    const struct csv *csv = taking->reading->csv;
    char count[NUMBER_ROOM];

    if (taking->reading->items || taking->own == 0)
        return;
    number_write_count(count, (int64_t)taking->own);
    ledger_add(taking->reading->ledger, LEDGER_NOTE, csv_name(csv), "", "items-own", count,
               "no codebook of items: every other column is an item of its own, its answers as "
               "they stand");
}

void survey_columns_read(struct survey *survey, guint n, const struct survey_reading *reading)
{
    struct survey_taking taking = {
        .survey = survey,
        .reading = reading,
        .taken = g_hash_table_new(g_str_hash, g_str_equal),
        .questions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .sureness = g_array_new(FALSE, TRUE, sizeof(enum sureness)),
    };

    g_array_set_size(taking.sureness, n);
    for (guint i = 0; i < n; i++)
        g_ptr_array_add(survey->columns, g_new0(struct survey_column, 1));
    for (guint i = 0; i < n; i++)
        survey_take(&taking, survey->columns->pdata[i], i);
    survey_check_maps(&taking);
    survey_settle_parts(&taking);
    for (guint i = 0; i < n; i++)
        survey_name(&taking, survey->columns->pdata[i], i);
    survey_say_all_own(&taking);
    g_array_free(taking.sureness, TRUE);
    g_hash_table_destroy(taking.questions);
    g_hash_table_destroy(taking.taken);
}
