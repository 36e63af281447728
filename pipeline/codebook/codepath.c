#include "codebook/codepath.h"

#include "base/fail.h"
#include "base/nearest.h"
#include "base/place.h"

#include <string.h>

static char *codepath_known(void)
{
    char *path = place_find("codebooks/kolommen.csv");
    char *folder = path != NULL ? g_path_get_dirname(path) : g_strdup(".");

    g_free(path);
    return folder;
}

/* Ends the program: no codebook has this name. */
static G_NORETURN void codepath_unknown(const char *name)
{
    char *folder = codepath_known();
    GDir *list = g_dir_open(folder, 0, NULL);
    GPtrArray *names = g_ptr_array_new();
    const char *nearest;

    for (const char *entry; list != NULL && (entry = g_dir_read_name(list)) != NULL;)
        if (g_str_has_suffix(entry, ".csv"))
            g_ptr_array_add(names, g_strndup(entry, strlen(entry) - 4));
    nearest = nearest_word(name, (const char *const *)names->pdata, names->len);
    fail(STATUS_USAGE, "codebook \"%s\" is not in %s%s%s", name, folder,
         nearest != NULL ? "; nearest: " : "", nearest != NULL ? nearest : "");
}

char *codepath_find(const char *name)
{
    char *inside;
    char *path;

    if (strchr(name, '/') != NULL || g_str_has_suffix(name, ".csv"))
        return g_strdup(name);
    inside = g_strconcat("codebooks/", name, ".csv", NULL);
    path = place_find(inside);
    g_free(inside);
    if (path == NULL)
        codepath_unknown(name);
    return path;
}
