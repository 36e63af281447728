#include "foreign/survey_take.h"

#include "base/fail.h"
#include "foreign/header_find.h"
#include "table/shape.h"

#include <string.h>

void take_note(const struct survey_taking *taking, enum ledger_level level, const char *what,
               const char *name, const char *header, const char *action)
{
    const struct csv *csv = taking->reading->csv;
    char *value = name == NULL ? g_strdup(header) : g_strdup_printf("%s <- %s", name, header);

    ledger_line(taking->reading->ledger, level, csv_name(csv), taking->reading->line, what, value,
                action);
    g_free(value);
}

void take_name(const struct survey_taking *taking, struct survey_column *column, const char *name)
{
    g_free(column->name);
    column->name = g_strdup(name);
    g_hash_table_add(taking->taken, column->name);
}

/* Whether answers have a column of this name for who answered. */
static bool taking_is_person(const char *name)
{
    static const char *const names[] = {"respondent", "role", "group", "wave", NULL};

    return g_strv_contains(names, name) || shape_is_context(name);
}

bool take_map(const struct survey_taking *taking, struct survey_column *column,
              const struct survey_texts *texts)
{
    char *const *maps = taking->reading->words->maps;
    char *name = header_mapped(maps, texts->name);

    if (name == NULL)
        name = header_mapped(maps, texts->label);
    if (name == NULL)
        return false;
    if (!taking_is_person(name))
        fail(
            STATUS_USAGE,
            "--map %s=%s: in a table of one row a respondent, say respondent, role, group, wave or "
            "a context column",
            name, column->header);
    if (g_hash_table_contains(taking->taken, name))
        fail(STATUS_STOPPED, "%s: --map makes two columns \"%s\", the second from header \"%s\"",
             csv_name(taking->reading->csv), name, column->header);
    column->use = SURVEY_PERSON;
    take_name(taking, column, name);
    take_note(taking, LEDGER_NOTE, "map", name, column->header, "as --map says");
    g_free(name);
    return true;
}

/* Columns of one question get one number. */
static int taking_question(const struct survey_taking *taking, const struct item *item)
{
    char *question;
    char *option;
    int number;

    if (!question_is_option(item) || !question_split(item->label, &question, &option))
        return -1;
    number = GPOINTER_TO_INT(g_hash_table_lookup(taking->questions, question));
    if (number == 0) {
        number = (int)g_hash_table_size(taking->questions) + 1;
        g_hash_table_insert(taking->questions, g_strdup(question), GINT_TO_POINTER(number));
    }
    g_free(option);
    g_free(question);
    return number - 1;
}

/* The item that the texts mean, and how sure that is. */
static const struct item *taking_item(const struct survey_taking *taking,
                                      const struct survey_texts *texts, enum sureness *sure)
{
    const char *const whole[] = {texts->import, texts->name, texts->code, texts->label};
    const struct questions *questions = taking->reading->questions;
    const struct item *item = NULL;

    *sure = SURE_WHOLE;
    for (size_t i = 0; i < G_N_ELEMENTS(whole) && item == NULL; i++)
        if (whole[i] != NULL)
            item = questions_find(questions, whole[i]);
    if (item == NULL && texts->part != NULL) {
        char *both = g_strdup_printf("%s [%s]", texts->question, texts->part);

        item = questions_find(questions, both);
        g_free(both);
    }
    if (item == NULL && texts->part != NULL) {
        item = questions_find(questions, texts->part);
        *sure = SURE_PART;
    }
    return item;
}

bool take_item(const struct survey_taking *taking, struct survey_column *column, guint i,
               const struct survey_texts *texts)
{
    enum sureness sure;
    const struct item *item = taking_item(taking, texts, &sure);
    const GPtrArray *options =
        item == NULL ? questions_options(taking->reading->questions, texts->label) : NULL;

    if (options != NULL) {
        column->use = SURVEY_OPTIONS;
        column->options = options;
        column->name = g_strdup(column->header);
        take_note(taking, LEDGER_NOTE, "item-options", NULL, column->header,
                  "a question with several answers: each option is an item");
        return true;
    }
    if (item == NULL)
        return false;
    if (sure == SURE_WHOLE && g_hash_table_contains(taking->taken, item->item))
        fail_named(
            "header-twice",
            "%s:%zu: two columns are item \"%s\", the second with header \"%s\"; give one of them "
            "another header",
            csv_name(taking->reading->csv), taking->reading->line, item->item, column->header);
    column->use = SURVEY_ITEM;
    column->item = item;
    column->question = taking_question(taking, item);
    g_array_index(taking->sureness, enum sureness, i) = sure;
    if (sure == SURE_WHOLE)
        take_name(taking, column, item->item);
    return true;
}

/* Whether a header is that of the time that a question took ("Q1Time" beside "Q1" or "Q1[SQ001]").
 */
static bool taking_is_timing(const struct survey_taking *taking, const char *header)
{
    static const char ending[] = "Time";
    char **headers = taking->survey->rows->pdata[0];
    size_t n;

    if (taking->survey->form.maker != SURVEY_LIMESURVEY || !g_str_has_suffix(header, ending))
        return false;
    n = strlen(header) - strlen(ending);
    for (; *headers != NULL; headers++)
        if (n > 0 && strncmp(*headers, header, n) == 0 &&
            ((*headers)[n] == '\0' || (*headers)[n] == '['))
            return true;
    return false;
}

/* What a survey program adds is known by its own words only where it is known which program it was;
 * what points at a person is known everywhere. */
static const char *taking_word(const struct survey_taking *taking, const struct survey_texts *texts)
{
    const struct columns *words = taking->reading->words->words;
    enum survey_maker maker = taking->survey->form.maker;
    const char *word = texts->import != NULL ? survey_word(words, texts->import) : NULL;

    if (word == NULL)
        word = maker == SURVEY_NO_MAKER ? columns_find(words, texts->name)
                                        : survey_word(words, texts->name);
    if (word == NULL && maker == SURVEY_QUALTRICS_LEGACY)
        word = survey_word(words, texts->label);
    if (word == NULL && taking_is_timing(taking, texts->name))
        return "technical";
    if (word == NULL || maker != SURVEY_NO_MAKER || strcmp(word, "private") == 0 ||
        strcmp(word, "respondent") == 0)
        return word;
    return NULL;
}

bool take_word(const struct survey_taking *taking, struct survey_column *column,
               const struct survey_texts *texts)
{
    static const struct {
        const char *word;
        enum survey_use use;
    } uses[] = {
        {"status", SURVEY_STATUS},
        {"finished", SURVEY_FINISHED},
        {"submitted", SURVEY_SUBMITTED},
        {"private", SURVEY_LEFT_OUT},
        {"technical", SURVEY_LEFT_OUT},
        {"timestamp", SURVEY_LEFT_OUT},
        {"start-time", SURVEY_LEFT_OUT},
        {"last-page", SURVEY_LEFT_OUT},
        {"completion-time", SURVEY_LEFT_OUT},
    };
    const char *word = taking_word(taking, texts);
    size_t i = 0;

    while (word != NULL && i < G_N_ELEMENTS(uses) && strcmp(uses[i].word, word) != 0)
        i++;
    if (word == NULL || i == G_N_ELEMENTS(uses))
        return false;
    column->use = uses[i].use;
    column->name = g_strdup(column->header);
    if (strcmp(word, "private") == 0)
        take_note(taking, LEDGER_NOTE, "column-private", NULL, column->header,
                  "may point at a person: left out; --map can keep it");
    else
        take_note(taking, LEDGER_NOTE, "column-technical", NULL, column->header,
                  "added by the survey program, no answer: left out");
    return true;
}

/* The same known header twice: which of them is meant cannot be told. */
static void taking_check_twice(const struct survey_taking *taking, const char *name,
                               const char *header)
{
    const GPtrArray *columns = taking->survey->columns;

    for (guint i = 0; i < columns->len; i++) {
        const struct survey_column *column = columns->pdata[i];

        if (g_strcmp0(column->name, name) == 0 && strcmp(column->header, header) == 0)
            fail_named(
                "header-twice",
                "%s:%zu: the header \"%s\" stands there twice; give one of them another name",
                csv_name(taking->reading->csv), taking->reading->line, header);
    }
}

bool take_person(const struct survey_taking *taking, struct survey_column *column,
                 const struct survey_texts *texts)
{
    const struct survey_words *words = taking->reading->words;
    const char *word = taking_word(taking, texts);
    const char *name = word != NULL && strcmp(word, "respondent") == 0
                           ? word
                           : columns_find(words->columns, texts->name);

    if (name == NULL)
        name = columns_find(words->columns, texts->label);
    if (name == NULL || !taking_is_person(name) || header_is_mapped(words->maps, name))
        return false;
    if (g_hash_table_contains(taking->taken, name)) {
        taking_check_twice(taking, name, column->header);
        take_note(taking, LEDGER_WARNING, "column-kept", NULL, column->header,
                  "another column is read as this one: kept as an item; --map can choose");
        return false;
    }
    column->use = SURVEY_PERSON;
    take_name(taking, column, name);
    if (strcmp(name, column->header) != 0)
        take_note(taking, LEDGER_NOTE, "header", name, column->header,
                  "read by its alias in kolommen.csv");
    return true;
}
