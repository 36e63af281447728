#include "driver/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Names in a folder, without the two dots; NULL with errno set. */
static GPtrArray *tree_names(const char *path)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    GDir *list;
    const char *name;

    errno = 0;
    list = g_dir_open(path, 0, NULL);
    if (list == NULL) {
        g_ptr_array_free(names, TRUE);
        return NULL;
    }
    while ((name = g_dir_read_name(list)) != NULL)
        g_ptr_array_add(names, g_build_filename(path, name, NULL));
    g_dir_close(list);
    return names;
}

static bool tree_is_folder(const char *path)
{
    struct stat about;

    return lstat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool tree_remove(const char *path)
{
    GPtrArray *names;
    bool whole = true;

    if (!tree_is_folder(path))
        return unlink(path) == 0 || errno == ENOENT;
    names = tree_names(path);
    if (names == NULL)
        return false;
    for (guint i = 0; i < names->len; i++)
        whole = tree_remove(names->pdata[i]) && whole;
    g_ptr_array_free(names, TRUE);
    return (rmdir(path) == 0 || errno == ENOENT) && whole;
}

static bool tree_sync_one(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    bool done = file >= 0 && fsync(file) == 0;
    int wrong = errno;

    if (file >= 0)
        close(file);
    errno = wrong;
    return done;
}

bool tree_sync(const char *path)
{
    GPtrArray *names;
    bool done = true;

    if (!tree_is_folder(path))
        return tree_sync_one(path);
    names = tree_names(path);
    if (names == NULL)
        return false;
    for (guint i = 0; i < names->len && done; i++)
        done = tree_sync(names->pdata[i]);
    g_ptr_array_free(names, TRUE);
    return done && tree_sync_one(path);
}

static void tree_collect(const char *path, size_t skip, GPtrArray *files)
{
    GPtrArray *names = tree_names(path);

    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = names->pdata[i];

        if (tree_is_folder(name))
            tree_collect(name, skip, files);
        else if (g_file_test(name, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(files, g_strdup(name + skip));
    }
    g_clear_pointer(&names, g_ptr_array_unref);
}

static gint tree_compare(gconstpointer left, gconstpointer right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

GPtrArray *tree_files(const char *path)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);

    tree_collect(path, strlen(path) + 1, files);
    g_ptr_array_sort(files, tree_compare);
    return files;
}
