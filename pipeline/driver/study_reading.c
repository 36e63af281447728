#include "driver/study_reading.h"

#include "driver/say.h"

#include <string.h>

const char study_reading_coder[] = "codeur.";

/* A key, its option, and the words it may have with what they mean; none: any text. */
static const struct {
    const char *key;
    const char *option;
    const char *words[3];
    const char *meanings[2];
} readings[] = {
    {"codes", "--codes", {NULL}, {NULL}},
    {"sprekers", "--speaker-codes", {NULL}, {NULL}},
    {"scheiding", "--separator", {NULL}, {NULL}},
    {"lege-cel", "--blank", {"geen", "ontbreekt", NULL}, {"none", "missing"}},
    {"decimaal", "--decimal", {"komma", "punt", NULL}, {"comma", "point"}},
    {"datums", "--dates", {"dag-eerst", "maand-eerst", NULL}, {"dmy", "mdy"}},
};

static int study_reading_find(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(readings); i++)
        if (strcmp(readings[i].key, key) == 0)
            return (int)i;
    return -1;
}

bool study_reading_knows(const char *key)
{
    return study_reading_find(key) >= 0 ||
           (g_str_has_prefix(key, study_reading_coder) && key[strlen(study_reading_coder)] != '\0');
}

/* The value as the option wants it; to be freed. */
static char *study_reading_value(const struct ini *ini, const char *section, int i, char *value)
{
    const char *const *words = readings[i].words;
    char *allowed;

    if (words[0] == NULL)
        return value;
    for (int j = 0; words[j] != NULL; j++)
        if (strcmp(words[j], value) == 0) {
            g_free(value);
            return g_strdup(readings[i].meanings[j]);
        }
    allowed = g_strdup_printf("%s, %s", words[0], words[1]);
    say_stop(STATUS_USAGE, SAY("studie-waarde", "plaats", ini_place(ini, section, readings[i].key),
                               "sleutel", readings[i].key, "waarde", value, "mag", allowed));
}

GPtrArray *study_reading(const struct ini *ini, const char *section)
{
    GPtrArray *options = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < ini->entries->len; i++) {
        const struct ini_entry *entry = ini->entries->pdata[i];
        int found = entry->key == NULL ? -1 : study_reading_find(entry->key);
        char *value;

        if (entry->key == NULL || strcmp(entry->section, section) != 0 ||
            !study_reading_knows(entry->key))
            continue;
        value = ini_get(ini, section, entry->key);
        g_ptr_array_add(options, g_strdup(found < 0 ? "--coder-column" : readings[found].option));
        if (found < 0) {
            g_ptr_array_add(
                options, g_strconcat(entry->key + strlen(study_reading_coder), "=", value, NULL));
            g_free(value);
        } else {
            g_ptr_array_add(options, study_reading_value(ini, section, found, value));
        }
    }
    return options;
}
