#include "codebook/texts.h"

#include "base/fail.h"
#include "base/place.h"

#include <string.h>

struct texts {
    GKeyFile *file;
    char *language;
};

static const char texts_name[] = "codebooks/teksten.ini";

/* GKeyFile lets the last of two equal keys win without a word; here it is an error. */
static void texts_check(const char *bytes)
{
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char **lines = g_strsplit(bytes, "\n", -1);
    const char *section = "";

    for (guint i = 0; lines[i] != NULL; i++) {
        char *line = g_strstrip(lines[i]);
        char *equals = strchr(line, '=');

        if (*line == '[')
            section = line;
        if (*line == '[' || *line == '#' || equals == NULL)
            continue;
        *equals = '\0';
        if (!g_hash_table_add(seen, g_strconcat(section, g_strstrip(line), NULL)))
            fail(STATUS_STOPPED, "%s:%u: \"%s\" stands twice in %s", texts_name, i + 1, line,
                 section);
    }
    g_strfreev(lines);
    g_hash_table_destroy(seen);
}

struct texts *texts_load(const char *language)
{
    struct texts *texts = g_new0(struct texts, 1);
    char *path = place_find(texts_name);
    GError *error = NULL;
    char *bytes;
    gsize n;

    if (path == NULL)
        fail(STATUS_STOPPED, "%s is not there; is volgstuur installed whole?", texts_name);
    if (!g_file_get_contents(path, &bytes, &n, &error))
        fail(STATUS_STOPPED, "%s", error->message);
    texts_check(bytes);
    texts->file = g_key_file_new();
    texts->language = g_strdup(language);
    if (!g_key_file_load_from_data(texts->file, bytes, n, G_KEY_FILE_KEEP_TRANSLATIONS, &error))
        fail(STATUS_STOPPED, "%s: %s", texts_name, error->message);
    g_free(bytes);
    g_free(path);
    return texts;
}

void texts_free(struct texts *texts)
{
    g_key_file_free(texts->file);
    g_free(texts->language);
    g_free(texts);
}

static char *texts_find(const struct texts *texts, const char *section, const char *key)
{
    char *full = g_strdup_printf("%s[%s]", key, texts->language);
    char *text = g_key_file_get_string(texts->file, section, full, NULL);

    g_free(full);
    return text;
}

gboolean texts_has(const struct texts *texts, const char *section, const char *key)
{
    char *text = texts_find(texts, section, key);

    g_free(text);
    return text != NULL;
}

char *texts_get(const struct texts *texts, const char *section, const char *key)
{
    char *text = texts_find(texts, section, key);

    if (text == NULL)
        fail(STATUS_STOPPED, "%s: [%s] %s[%s] is missing", texts_name, section, key,
             texts->language);
    return text;
}

/* The value that belongs to the place [open + 1, close), or NULL. */
static const char *texts_value(const char *open, const char *close, va_list places)
{
    size_t n = (size_t)(close - open) - 1;
    const char *found = NULL;
    va_list again;

    va_copy(again, places);
    for (const char *name = va_arg(again, char *); name != NULL; name = va_arg(again, char *)) {
        const char *value = va_arg(again, char *);

        if (strlen(name) == n && strncmp(name, open + 1, n) == 0)
            found = value;
    }
    va_end(again);
    return found;
}

/* Whether `{...}` is a place: lower-case letters and dashes between the braces. */
static const char *texts_place_end(const char *open)
{
    size_t n = strspn(open + 1, "abcdefghijklmnopqrstuvwxyz-");

    return n > 0 && open[n + 1] == '}' ? open + n + 1 : NULL;
}

char *texts_fill(const struct texts *texts, const char *section, const char *key, ...)
{
    char *text = texts_get(texts, section, key);
    GString *filled = g_string_new(NULL);
    va_list places;

    va_start(places, key);
    for (const char *at = text; *at != '\0'; at++) {
        const char *close = *at == '{' ? texts_place_end(at) : NULL;
        const char *value = close == NULL ? NULL : texts_value(at, close, places);

        if (close != NULL && value == NULL)
            fail(STATUS_STOPPED, "%s: [%s] %s: nothing fills %s", texts_name, section, key, at);
        if (close == NULL)
            g_string_append_c(filled, *at);
        else
            g_string_append(filled, value);
        at = close == NULL ? at : close;
    }
    va_end(places);
    g_free(text);
    return g_string_free(filled, FALSE);
}
