#include "driver/study_keys.h"

#include "codebook/columns.h"
#include "driver/say.h"
#include "driver/study.h"
#include "driver/study_reading.h"

#include <string.h>

const char study_keys_column[] = "kolom.";

enum { KEYS = 8 };

enum section_name { SECTION_BARE, SECTION_NAMED };

struct section {
    const char *name;
    enum section_name named;
    const char *keys[KEYS]; /* ends with NULL */
};

static const struct section sections[] = {
    {"studie",
     SECTION_BARE,
     {"titel", "vraag", "partnerschap", "datum", "publiek", "deelnemers-akkoord"}},
    {"bestand", SECTION_NAMED, {"pad", "soort", "formaat", "blad", "eenheid", "tijd"}},
    {"coderen", SECTION_BARE, {"codeboek", "telt", "persoon"}},
    {"match", SECTION_NAMED, {"aanbod", "gebruik", "uitkomst"}},
    {"vergelijk", SECTION_NAMED, {"per", "groepen", "familie"}},
    {"rapport", SECTION_NAMED, {"soort", "publiek", "taal"}},
    {"rekenen", SECTION_BARE, {"zaad", "trekkingen"}},
};

const char *study_keys_name(const char *section, const char *kind)
{
    size_t n = strlen(kind);

    if (strncmp(section, kind, n) != 0 || section[n] != ' ')
        return NULL;
    return section + n + 1;
}

static G_NORETURN void study_keys_unknown_section(const struct ini *ini, const char *section)
{
    const char *words[G_N_ELEMENTS(sections)];
    const char *first = say_keep(g_strndup(section, strcspn(section, " ")));

    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++)
        words[i] = sections[i].name;
    say_stop(STATUS_USAGE, SAY("studie-sectie", "plaats", ini_place(ini, section, NULL), "sectie",
                               section, "nabij", say_nearest(first, words, G_N_ELEMENTS(words))));
}

static const struct section *study_keys_section(const struct ini *ini, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(sections); i++) {
        const struct section *section = &sections[i];
        const char *given = study_keys_name(name, section->name);

        if (strcmp(name, section->name) == 0 && section->named == SECTION_BARE)
            return section;
        if (strcmp(name, section->name) == 0)
            say_stop(STATUS_USAGE,
                     SAY("studie-naamloos", "plaats", ini_place(ini, name, NULL), "sectie", name));
        if (given == NULL || section->named == SECTION_BARE)
            continue;
        if (!study_is_name(given))
            say_stop(STATUS_USAGE, SAY("studie-naam", "plaats", ini_place(ini, name, NULL), "naam",
                                       given, "sectie", section->name));
        return section;
    }
    study_keys_unknown_section(ini, name);
}

/* A key kolom.CANONICAL: the column must be one that kolommen.csv knows. */
static void study_keys_check_column(const struct ini *ini, const struct ini_entry *entry,
                                    struct columns **columns)
{
    const char *name = entry->key + strlen(study_keys_column);
    const char *nearest;

    if (*columns == NULL)
        *columns = columns_load();
    if (columns_is_canonical(*columns, name))
        return;
    nearest = columns_nearest(*columns, name);
    say_stop(STATUS_USAGE, SAY("studie-kolom", "plaats", ini_place(ini, entry->section, entry->key),
                               "kolom", name, "nabij", say_meant(nearest)));
}

static void study_keys_check_key(const struct ini *ini, const struct section *section,
                                 const struct ini_entry *entry, struct columns **columns)
{
    size_t n = 0;

    if (section->named == SECTION_NAMED && strcmp(section->name, "bestand") == 0 &&
        g_str_has_prefix(entry->key, study_keys_column)) {
        study_keys_check_column(ini, entry, columns);
        return;
    }
    if (section->named == SECTION_NAMED && strcmp(section->name, "bestand") == 0 &&
        study_reading_knows(entry->key))
        return;
    for (; section->keys[n] != NULL; n++)
        if (strcmp(section->keys[n], entry->key) == 0)
            return;
    say_stop(STATUS_USAGE,
             SAY("studie-sleutel", "plaats", ini_place(ini, entry->section, entry->key), "sleutel",
                 entry->key, "sectie", entry->section, "nabij",
                 say_nearest(entry->key, section->keys, n)));
}

void study_keys_check(const struct ini *ini)
{
    struct columns *columns = NULL;

    for (guint i = 0; i < ini->entries->len; i++) {
        const struct ini_entry *entry = ini->entries->pdata[i];
        const struct section *section = study_keys_section(ini, entry->section);

        if (entry->key != NULL)
            study_keys_check_key(ini, section, entry, &columns);
    }
    g_clear_pointer(&columns, columns_free);
}
