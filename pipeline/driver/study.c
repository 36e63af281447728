#include "driver/study.h"

#include "base/place.h"
#include "driver/ini.h"
#include "driver/say.h"
#include "driver/study_keys.h"
#include "driver/study_reading.h"
#include "driver/study_values.h"

#include <string.h>

bool study_is_name(const char *name)
{
    if (*name == '\0' || *name == '.' || strlen(name) > 100)
        return false;
    for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);

        if (!g_unichar_isalnum(letter) && !g_unichar_ismark(letter) && letter != '-' &&
            letter != '_' && letter != '.')
            return false;
    }
    return true;
}

char *study_path(const struct study *study, const char *path)
{
    return g_path_is_absolute(path) ? g_strdup(path) : g_build_filename(study->folder, path, NULL);
}

char *study_codebook(const struct study *study, const char *name)
{
    bool is_path = strchr(name, '/') != NULL || g_str_has_suffix(name, ".csv");
    char *inside = g_strconcat("codebooks/", name, ".csv", NULL);
    char *path = is_path ? study_path(study, name) : place_find(inside);

    g_free(inside);
    if (path != NULL && !g_file_test(path, G_FILE_TEST_IS_REGULAR))
        g_clear_pointer(&path, g_free);
    return path;
}

static void study_read_heading(struct study *study, const struct ini *ini)
{
    static const char section[] = "studie";

    study->title = study_values_text(ini, section, "titel");
    study->question = ini_get(ini, section, "vraag");
    study->partnership = ini_get(ini, section, "partnerschap");
    study->date = study_values_date(ini, section, "datum");
    study->audience = study_values_audience(ini, section);
    study->consent = study_values_yes(ini, section, "deelnemers-akkoord");
}

static void study_read_coding(struct study *study, const struct ini *ini)
{
    static const char section[] = "coderen";
    char *text = study_values_text(ini, section, "codeboek");
    char **names = g_strsplit_set(text, ";,", -1);
    GPtrArray *kept = g_ptr_array_new();

    for (char **name = names; *name != NULL; name++)
        if (*g_strstrip(*name) != '\0')
            g_ptr_array_add(kept, g_strdup(*name));
    g_ptr_array_add(kept, NULL);
    study->codebooks = (char **)g_ptr_array_free(kept, FALSE);
    g_strfreev(names);
    g_free(text);
    study->coder = ini_get(ini, section, "telt");
    study->person = ini_get(ini, section, "persoon");
    for (char **name = study->codebooks; *name != NULL; name++) {
        char *path = study_codebook(study, *name);

        if (path == NULL)
            say_stop(STATUS_USAGE, SAY("codeboek-ontbreekt", "plaats",
                                       ini_place(ini, section, "codeboek"), "codeboek", *name));
        g_free(path);
    }
}

static void study_read_maps(struct study_file *file, const struct ini *ini, const char *section)
{
    for (guint i = 0; i < ini->entries->len; i++) {
        const struct ini_entry *entry = ini->entries->pdata[i];
        char *header;

        if (entry->key == NULL || strcmp(entry->section, section) != 0 ||
            !g_str_has_prefix(entry->key, study_keys_column))
            continue;
        if (file->kind == STUDY_CONTEXT)
            say_stop(STATUS_USAGE,
                     SAY("kolom-context", "plaats", ini_place(ini, section, entry->key)));
        header = study_values_text(ini, section, entry->key);
        g_ptr_array_add(file->maps,
                        g_strconcat(entry->key + strlen(study_keys_column), "=", header, NULL));
        g_free(header);
    }
}

static void study_read_file(struct study *study, const struct ini *ini, const char *section,
                            const char *name)
{
    struct study_file *file = g_new0(struct study_file, 1);

    file->name = g_strdup(name);
    file->path = study_values_text(ini, section, "pad");
    file->kind = study_values_kind(ini, section);
    file->unit = study_values_unit(ini, section);
    file->extent = study_values_extent(ini, section);
    file->maps = g_ptr_array_new_with_free_func(g_free);
    if (file->kind == STUDY_SEGMENTS || file->kind == STUDY_ANSWERS || file->kind == STUDY_CONTEXT)
        study_values_check_format(ini, section);
    study_read_maps(file, ini, section);
    file->reading = study_reading(ini, section);
    g_ptr_array_add(study->files, file);
}

static void study_read_report(struct study *study, const struct ini *ini, const char *section,
                              const char *name)
{
    struct study_report *report = g_new0(struct study_report, 1);

    if (!study_values_is_report(ini, section)) {
        g_ptr_array_add(study->left_out, g_strdup(section));
        g_free(report);
        return;
    }
    study_values_check_audience(ini, section, study->audience);
    report->name = g_strdup(name);
    report->language = study_values_language(ini, section);
    g_ptr_array_add(study->reports, report);
}

static void study_read_named(struct study *study, const struct ini *ini)
{
    for (guint i = 0; i < ini->entries->len; i++) {
        const struct ini_entry *entry = ini->entries->pdata[i];
        const char *section = entry->section;
        const char *file = study_keys_name(section, "bestand");
        const char *report = study_keys_name(section, "rapport");

        if (entry->key != NULL)
            continue;
        if (file != NULL)
            study_read_file(study, ini, section, file);
        else if (report != NULL)
            study_read_report(study, ini, section, report);
        else if (study_keys_name(section, "match") != NULL ||
                 study_keys_name(section, "vergelijk") != NULL)
            g_ptr_array_add(study->left_out, g_strdup(section));
    }
}

/* Without a section [rapport]: one, named after the folder of the study. */
static void study_default_report(struct study *study)
{
    char *whole = g_canonicalize_filename(study->folder, NULL);
    char *name = g_path_get_basename(whole);
    struct study_report *report = g_new0(struct study_report, 1);

    report->name = g_strdup(study_is_name(name) ? name : "verslag");
    report->language = "nl";
    g_ptr_array_add(study->reports, report);
    g_free(name);
    g_free(whole);
}

static void study_free_file(gpointer data)
{
    struct study_file *file = data;

    g_free(file->name);
    g_free(file->path);
    g_ptr_array_free(file->maps, TRUE);
    g_ptr_array_free(file->reading, TRUE);
    g_free(file);
}

static void study_free_report(gpointer data)
{
    struct study_report *report = data;

    g_free(report->name);
    g_free(report);
}

struct study *study_read(const char *folder)
{
    struct study *study = g_new0(struct study, 1);
    struct ini *ini;

    study->folder = g_strdup(folder);
    study->path = g_build_filename(folder, "studie.ini", NULL);
    if (!g_file_test(folder, G_FILE_TEST_IS_DIR) || !g_file_test(study->path, G_FILE_TEST_EXISTS))
        say_stop(STATUS_USAGE, SAY("studie-ontbreekt", "map", folder));
    study->files = g_ptr_array_new_with_free_func(study_free_file);
    study->reports = g_ptr_array_new_with_free_func(study_free_report);
    study->left_out = g_ptr_array_new_with_free_func(g_free);
    ini = ini_load(study->path);
    study_keys_check(ini);
    study_read_heading(study, ini);
    study_read_coding(study, ini);
    study_read_named(study, ini);
    study->seed = study_values_count(ini, "rekenen", "zaad");
    study->draws = study_values_count(ini, "rekenen", "trekkingen");
    if (study->reports->len == 0)
        study_default_report(study);
    ini_free(ini);
    return study;
}

void study_free(struct study *study)
{
    g_free(study->folder);
    g_free(study->path);
    g_free(study->title);
    g_free(study->question);
    g_free(study->partnership);
    g_free(study->date);
    g_free(study->coder);
    g_free(study->person);
    g_ptr_array_free(study->files, TRUE);
    g_ptr_array_free(study->reports, TRUE);
    g_ptr_array_free(study->left_out, TRUE);
    g_strfreev(study->codebooks);
    g_free(study->seed);
    g_free(study->draws);
    g_free(study);
}
