#include "driver/swap.h"

#include "driver/say.h"
#include "driver/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static G_NORETURN void swap_stop(const char *path)
{
    say_stop(STATUS_STOPPED, SAY("map-fout", "map", path, "reden", say_reason(errno)));
}

bool swap_is_ours(const char *path)
{
    static const char *const known[] = {"index.html", "prive", "delen", NULL};
    GDir *list = g_dir_open(path, 0, NULL);
    bool ours = list != NULL;
    bool index = false;
    bool empty = true;
    const char *name;

    while (ours && (name = g_dir_read_name(list)) != NULL) {
        empty = false;
        ours = g_strv_contains(known, name);
        index = index || strcmp(name, known[0]) == 0;
    }
    g_clear_pointer(&list, g_dir_close);
    return ours && (empty || index);
}

/* The path without links; NULL with errno set. */
static char *swap_real(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real);

    free(real);
    return copy;
}

/* The target without links; one that is not there yet lies in a folder that is. */
static char *swap_resolve(const char *path)
{
    char *whole = g_canonicalize_filename(path, NULL);
    char *real = swap_real(whole);

    if (real == NULL) {
        char *folder = g_path_get_dirname(whole);
        char *name = g_path_get_basename(whole);
        char *parent = swap_real(folder);

        if (parent == NULL)
            swap_stop(folder);
        real = g_build_filename(parent, name, NULL);
        g_free(parent);
        g_free(name);
        g_free(folder);
    }
    g_free(whole);
    return real;
}

/* Takes the lock of a build folder; -1 when somebody holds it or the folder is gone. On a file
 * system without locks nobody's folder counts as left behind. */
static int swap_lock(const char *path, bool *locks)
{
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    struct stat about;

    *locks = true;
    if (folder < 0)
        return -1;
    if (flock(folder, LOCK_EX | LOCK_NB) != 0) {
        *locks = errno == EWOULDBLOCK;
        if (!*locks)
            return folder;
    } else if (fstat(folder, &about) == 0 && about.st_nlink > 0 &&
               g_file_test(path, G_FILE_TEST_IS_DIR)) {
        return folder;
    }
    close(folder);
    return -1;
}

static char *swap_prefix(const struct swap *swap)
{
    char *name = g_path_get_basename(swap->target);
    char *prefix = g_strdup_printf(".%s.bouw-", name);

    g_free(name);
    return prefix;
}

static void swap_remove_stale(const struct swap *swap)
{
    char *prefix = swap_prefix(swap);
    GDir *list = g_dir_open(swap->parent, 0, NULL);
    const char *name;

    while (list != NULL && (name = g_dir_read_name(list)) != NULL) {
        char *path = g_build_filename(swap->parent, name, NULL);
        bool locks;
        int lock = g_str_has_prefix(name, prefix) ? swap_lock(path, &locks) : -1;

        if (lock >= 0 && locks)
            tree_remove(path);
        if (lock >= 0)
            close(lock);
        g_free(path);
    }
    g_clear_pointer(&list, g_dir_close);
    g_free(prefix);
}

void swap_open(struct swap *swap, const char *target)
{
    char *prefix;
    bool locks;

    swap->target = swap_resolve(target);
    swap->parent = g_path_get_dirname(swap->target);
    if (g_file_test(swap->target, G_FILE_TEST_EXISTS) && !swap_is_ours(swap->target))
        say_stop(STATUS_USAGE, SAY("map-niet-van-ons", "map", target));
    swap_remove_stale(swap);
    prefix = swap_prefix(swap);
    do {
        char *name = g_strconcat(prefix, "XXXXXX", NULL);

        swap->build = g_build_filename(swap->parent, name, NULL);
        g_free(name);
        if (g_mkdtemp_full(swap->build, 0700) == NULL)
            swap_stop(swap->parent);
        swap->lock = swap_lock(swap->build, &locks);
        if (swap->lock < 0)
            g_free(swap->build);
    } while (swap->lock < 0);
    g_free(prefix);
    fail_cleanup(swap_discard, swap);
}

/* The old one steps aside as TARGET.vorige; where the new one cannot take its place it returns. */
static void swap_rename_twice(const struct swap *swap)
{
    char *previous = g_strconcat(swap->target, ".vorige", NULL);
    int wrong;

    if (g_file_test(previous, G_FILE_TEST_EXISTS)) {
        if (!swap_is_ours(previous))
            say_stop(STATUS_USAGE, SAY("map-niet-van-ons", "map", previous));
        if (!tree_remove(previous))
            swap_stop(previous);
    }
    if (rename(swap->target, previous) != 0)
        swap_stop(swap->target);
    if (rename(swap->build, swap->target) != 0) {
        wrong = errno;
        if (rename(previous, swap->target) == 0)
            errno = wrong;
        swap_stop(swap->target);
    }
    g_free(previous);
}

static void swap_replace(const struct swap *swap, enum swap_way way)
{
    if (!g_file_test(swap->target, G_FILE_TEST_EXISTS)) {
        if (rename(swap->build, swap->target) != 0)
            swap_stop(swap->target);
        return;
    }
    if (way == SWAP_EXCHANGE &&
        renameat2(AT_FDCWD, swap->build, AT_FDCWD, swap->target, RENAME_EXCHANGE) == 0) {
        if (!tree_remove(swap->build))
            say_tell(SAY("oude-blijft", "map", swap->build, "reden", say_reason(errno)));
        return;
    }
    if (way == SWAP_EXCHANGE && errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        swap_stop(swap->target);
    swap_rename_twice(swap);
}

void swap_commit(struct swap *swap, enum swap_way way)
{
    int parent;

    if (!tree_sync(swap->build))
        swap_stop(swap->build);
    swap_replace(swap, way);
    fail_forget(swap_discard, swap);
    parent = open(swap->parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent >= 0) {
        fsync(parent);
        close(parent);
    }
}

void swap_discard(void *data)
{
    const struct swap *swap = data;

    tree_remove(swap->build);
}

void swap_free(struct swap *swap)
{
    close(swap->lock);
    g_free(swap->target);
    g_free(swap->parent);
    g_free(swap->build);
}
