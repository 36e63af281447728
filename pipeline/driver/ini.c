#include "driver/ini.h"

#include "driver/say.h"

#include <string.h>

static void ini_free_entry(gpointer data)
{
    struct ini_entry *entry = data;

    g_free(entry->section);
    g_free(entry->key);
    g_free(entry);
}

static const struct ini_entry *ini_find(const struct ini *ini, const char *section, const char *key)
{
    for (guint i = 0; i < ini->entries->len; i++) {
        const struct ini_entry *entry = ini->entries->pdata[i];

        if (strcmp(entry->section, section) == 0 && g_strcmp0(entry->key, key) == 0)
            return entry;
    }
    return NULL;
}

static const char *ini_line(const struct ini *ini, unsigned line)
{
    return say_keep(g_strdup_printf("%s:%u", ini->path, line));
}

const char *ini_place(const struct ini *ini, const char *section, const char *key)
{
    const struct ini_entry *entry = ini_find(ini, section, key);

    if (entry == NULL)
        entry = ini_find(ini, section, NULL);
    return entry == NULL ? ini->path : ini_line(ini, entry->line);
}

/* The text of the file as UTF-8 without a byte order mark. */
static char *ini_text(const char *path)
{
    GError *error = NULL;
    char *bytes;
    char *text;
    gsize n;

    if (!g_file_get_contents(path, &bytes, &n, &error))
        say_stop(STATUS_STOPPED,
                 SAY("studie-onleesbaar", "bestand", path, "reden", say_error(error)));
    if (memchr(bytes, '\0', n) != NULL)
        say_stop(STATUS_USAGE, SAY("studie-geen-tekst", "bestand", path));
    if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        memmove(bytes, bytes + 3, n - 2);
    if (g_utf8_validate(bytes, -1, NULL))
        return bytes;
    text = g_convert(bytes, -1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
    if (text == NULL)
        say_stop(STATUS_USAGE, SAY("studie-geen-tekst", "bestand", path));
    g_free(bytes);
    return text;
}

static G_NORETURN void ini_twice(const struct ini *ini, const struct ini_entry *before,
                                 unsigned line)
{
    const char *first = say_keep(g_strdup_printf("%u", before->line));
    const char *place = ini_line(ini, line);

    if (before->key == NULL)
        say_stop(STATUS_USAGE, SAY("studie-dubbele-sectie", "plaats", place, "sectie",
                                   before->section, "eerste", first));
    say_stop(STATUS_USAGE, SAY("studie-dubbel", "plaats", place, "sleutel", before->key, "sectie",
                               before->section, "eerste", first));
}

/* Notes a section or key; the same one twice is an error. */
static void ini_note(struct ini *ini, const char *section, const char *key, unsigned line)
{
    const struct ini_entry *before = ini_find(ini, section, key);
    struct ini_entry *entry;

    if (before != NULL)
        ini_twice(ini, before, line);
    entry = g_new(struct ini_entry, 1);
    entry->section = g_strdup(section);
    entry->key = g_strdup(key);
    entry->line = line;
    g_ptr_array_add(ini->entries, entry);
}

/* Walks the lines as GKeyFile will, to know where everything stands. */
static void ini_walk(struct ini *ini, const char *text)
{
    char **lines = g_strsplit(text, "\n", -1);
    char *section = NULL;

    for (unsigned i = 0; lines[i] != NULL; i++) {
        char *line = g_strstrip(lines[i]);
        char *equals = strchr(line, '=');
        size_t n = strlen(line);

        if (*line == '\0' || *line == '#')
            continue;
        if (*line == '[' && n > 2 && line[n - 1] == ']') {
            line[n - 1] = '\0';
            section = line + 1;
            ini_note(ini, section, NULL, i + 1);
        } else if (section == NULL || equals == NULL || equals == line) {
            say_stop(STATUS_USAGE,
                     SAY("studie-regel", "plaats", ini_line(ini, i + 1), "regel", line));
        } else {
            *equals = '\0';
            ini_note(ini, section, g_strchomp(line), i + 1);
        }
    }
    g_strfreev(lines);
}

struct ini *ini_load(const char *path)
{
    struct ini *ini = g_new(struct ini, 1);
    char *text = ini_text(path);
    GError *error = NULL;

    ini->path = g_strdup(path);
    ini->entries = g_ptr_array_new_with_free_func(ini_free_entry);
    ini->file = g_key_file_new();
    ini_walk(ini, text);
    if (!g_key_file_load_from_data(ini->file, text, strlen(text), G_KEY_FILE_KEEP_TRANSLATIONS,
                                   &error))
        say_stop(STATUS_USAGE,
                 SAY("studie-onleesbaar", "bestand", path, "reden", say_error(error)));
    g_free(text);
    return ini;
}

void ini_free(struct ini *ini)
{
    g_key_file_free(ini->file);
    g_ptr_array_free(ini->entries, TRUE);
    g_free(ini->path);
    g_free(ini);
}

char *ini_get(const struct ini *ini, const char *section, const char *key)
{
    char *value = g_key_file_get_value(ini->file, section, key, NULL);

    if (value == NULL || *g_strstrip(value) == '\0')
        g_clear_pointer(&value, g_free);
    return value;
}
