#include "driver/study_values.h"

#include "codebook/columns.h"
#include "driver/flow.h"
#include "driver/say.h"
#include "table/number.h"

#include <string.h>

/* A word that a person may type, and what it means to us. */
struct word_meaning {
    const char *word;
    const char *meaning;
};

static const struct word_meaning audiences[] = {
    {"intern", "intern"}, {"partnerschap", "partnerschap"}, {"openbaar", "openbaar"}, {NULL, NULL}};

/* The Dutch words first: that is how a person reads them. */
static const struct word_meaning units[] = {
    {"beurt", "turn"},        {"uiting", "turn"},        {"fragment", "passage"},
    {"passage", "passage"},   {"gebeurtenis", "event"},  {"noeming", "mention"},
    {"noemingen", "mention"}, {"vermelding", "mention"}, {"turn", "turn"},
    {"event", "event"},       {"mention", "mention"},    {NULL, NULL}};

static const struct word_meaning extents[] = {{"seconden", "seconds"},
                                              {"tekens", "characters"},
                                              {"alineas", "paragraphs"},
                                              {"geen", "none"},
                                              {NULL, NULL}};

/* In the order of enum study_kind; then other words for one of them. */
static const struct word_meaning kinds[] = {
    {"segmenten", "segmenten"},    {"antwoorden", "antwoorden"}, {"beurten", "beurten"},
    {"context", "context"},        {"namen", "namen"},           {"besluiten", "besluiten"},
    {"vragenlijst", "antwoorden"}, {"enquete", "antwoorden"},    {NULL, NULL}};

static const struct word_meaning languages[] = {{"nl", "nl"}, {"en", "en"}, {NULL, NULL}};
static const struct word_meaning answers[] = {{"ja", NULL}, {"nee", NULL}, {NULL, NULL}};

const char *study_values_unit_word(const char *unit)
{
    for (const struct word_meaning *word = units; word->word != NULL; word++)
        if (strcmp(word->meaning, unit) == 0)
            return word->word;
    return unit;
}

static G_NORETURN void study_values_stop(const struct ini *ini, const char *section,
                                         const char *key, const char *value, const char *allowed)
{
    say_stop(STATUS_USAGE, SAY("studie-waarde", "plaats", ini_place(ini, section, key), "sleutel",
                               key, "waarde", value, "mag", allowed));
}

static const char *study_values_words(const struct word_meaning *words)
{
    GString *list = g_string_new(NULL);

    for (; words->word != NULL; words++)
        g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", words->word);
    return say_keep(g_string_free(list, FALSE));
}

/* What may be typed for a key; of `publiek` only what can be made. */
static const char *study_values_allowed(const struct word_meaning *words)
{
    bool safe = flow_has("pseudonymise") && flow_has("suppress");

    return words == audiences && !safe ? say_keep(SAY("mag-publiek")) : study_values_words(words);
}

/* Index of the value among the words; -1 when it is not said. */
static int study_values_choice(const struct ini *ini, const char *section, const char *key,
                               const struct word_meaning *words)
{
    char *value = ini_get(ini, section, key);
    int i = 0;

    if (value == NULL)
        return -1;
    while (words[i].word != NULL && strcmp(words[i].word, value) != 0)
        i++;
    if (words[i].word == NULL)
        study_values_stop(ini, section, key, value, study_values_allowed(words));
    g_free(value);
    return i;
}

char *study_values_text(const struct ini *ini, const char *section, const char *key)
{
    char *value = ini_get(ini, section, key);

    if (value == NULL)
        say_stop(STATUS_USAGE, SAY("studie-verplicht", "plaats", ini_place(ini, section, key),
                                   "sleutel", key, "sectie", section));
    return value;
}

/* Whether the text is a day: four digits, two, two, and in the calendar. */
static bool study_values_is_day(const char *text)
{
    int parts[3] = {0, 0, 0};

    if (strlen(text) != 10)
        return false;
    for (int i = 0, part = 0; i < 10; i++) {
        if (i == 4 || i == 7) {
            if (text[i] != '-')
                return false;
            part++;
        } else {
            if (!g_ascii_isdigit(text[i]))
                return false;
            parts[part] = 10 * parts[part] + (text[i] - '0');
        }
    }
    return g_date_valid_dmy((GDateDay)parts[2], (GDateMonth)parts[1], (GDateYear)parts[0]);
}

char *study_values_date(const struct ini *ini, const char *section, const char *key)
{
    char *value = ini_get(ini, section, key);

    if (value != NULL && !study_values_is_day(value))
        study_values_stop(ini, section, key, value, say_keep(SAY("mag-datum")));
    return value;
}

char *study_values_count(const struct ini *ini, const char *section, const char *key)
{
    char *value = ini_get(ini, section, key);
    int64_t count;

    if (value != NULL && !number_read_count(value, &count))
        study_values_stop(ini, section, key, value, say_keep(SAY("mag-getal")));
    return value;
}

bool study_values_yes(const struct ini *ini, const char *section, const char *key)
{
    return study_values_choice(ini, section, key, answers) == 0;
}

const char *study_values_audience(const struct ini *ini, const char *section)
{
    int choice = study_values_choice(ini, section, "publiek", audiences);

    return audiences[MAX(choice, 0)].meaning;
}

void study_values_check_audience(const struct ini *ini, const char *section, const char *audience)
{
    int choice = study_values_choice(ini, section, "publiek", audiences);
    int most = 0;

    while (strcmp(audiences[most].word, audience) != 0)
        most++;
    if (choice > most)
        say_stop(STATUS_USAGE, SAY("publiek-wijder", "plaats", ini_place(ini, section, "publiek"),
                                   "publiek", audiences[choice].word, "studie", audience));
}

enum study_kind study_values_kind(const struct ini *ini, const char *section)
{
    int choice = study_values_choice(ini, section, "soort", kinds);
    int kind = 0;

    if (choice < 0) {
        g_free(study_values_text(ini, section, "soort")); /* which ends the program */
        return STUDY_SEGMENTS;
    }
    while (strcmp(kinds[kind].word, kinds[choice].meaning) != 0)
        kind++;
    return (enum study_kind)kind;
}

const char *study_values_unit(const struct ini *ini, const char *section)
{
    int choice = study_values_choice(ini, section, "eenheid", units);

    return choice < 0 ? NULL : units[choice].meaning;
}

const char *study_values_extent(const struct ini *ini, const char *section)
{
    int choice = study_values_choice(ini, section, "tijd", extents);

    return choice < 0 ? NULL : extents[choice].meaning;
}

void study_values_check_format(const struct ini *ini, const char *section)
{
    char *format = ini_get(ini, section, "formaat");
    char *sheet = ini_get(ini, section, "blad");

    if (format != NULL && strcmp(format, "csv") != 0 && strcmp(format, "tsv") != 0)
        say_stop(STATUS_USAGE, SAY("formaat-onbekend", "plaats", ini_place(ini, section, "formaat"),
                                   "formaat", format));
    if (sheet != NULL)
        say_stop(STATUS_USAGE, SAY("formaat-onbekend", "plaats", ini_place(ini, section, "blad"),
                                   "formaat", "xlsx"));
    g_free(format);
    g_free(sheet);
}

bool study_values_is_report(const struct ini *ini, const char *section)
{
    char *kind = ini_get(ini, section, "soort");
    bool is_report = kind == NULL || strcmp(kind, "verslag") == 0;

    g_free(kind);
    return is_report;
}

const char *study_values_language(const struct ini *ini, const char *section)
{
    int choice = study_values_choice(ini, section, "taal", languages);

    return languages[MAX(choice, 0)].meaning;
}

char *study_values_columns(const struct ini *ini, const char *section)
{
    static const char key[] = "per";
    char *text = ini_get(ini, section, key);
    struct columns *columns = text == NULL ? NULL : columns_load();
    char **names = g_strsplit_set(text == NULL ? "" : text, ";,", -1);
    GString *list = g_string_new(NULL);

    for (char **name = names; *name != NULL; name++) {
        const char *column;

        if (*g_strstrip(*name) == '\0')
            continue;
        column = columns_find(columns, *name);
        if (column == NULL)
            say_stop(STATUS_USAGE,
                     SAY("studie-kolom", "plaats", ini_place(ini, section, key), "kolom", *name,
                         "nabij", say_meant(columns_nearest(columns, *name))));
        g_string_append_printf(list, "%s%s", list->len > 0 ? "," : "", column);
    }
    g_clear_pointer(&columns, columns_free);
    g_strfreev(names);
    g_free(text);
    return g_string_free(list, list->len == 0);
}
