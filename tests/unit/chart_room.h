#ifndef CHART_ROOM_H
#define CHART_ROOM_H

#include "chart/chart.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* What the tests of pipeline/chart share: an empty room in which pictures are drawn, so that what
 * is left behind can be seen, and words to say what must hold. Tests run in the project's root. */

static char *room;

/* First in main: from here on temporary folders are made in the room. */
static inline void room_open(void)
{
    room = g_dir_make_tmp("vs-room-XXXXXX", NULL);
    g_assert_nonnull(room);
    g_autofree char *draft = g_build_filename(room, "draft", NULL);
    g_assert_cmpint(g_mkdir(draft, 0700), ==, 0);
    g_setenv("TMPDIR", draft, TRUE);
}

/* Puts a file for a test beside the drafts. The caller frees its path. */
static inline char *room_put(const char *name, const char *text, mode_t mode)
{
    char *path = g_build_filename(room, name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    g_assert_cmpint(chmod(path, mode), ==, 0);
    return path;
}

/* No draft may be left. */
static inline void room_is_empty(void)
{
    g_autofree char *draft = g_build_filename(room, "draft", NULL);
    g_autoptr(GDir) folder = g_dir_open(draft, 0, NULL);
    g_assert_nonnull(folder);
    g_assert_null(g_dir_read_name(folder));
}

/* Last in main; gives the status on. */
static inline int room_close(int status)
{
    g_autoptr(GDir) folder = g_dir_open(room, 0, NULL);
    for (const char *name; (name = g_dir_read_name(folder)) != NULL;) {
        g_autofree char *path = g_build_filename(room, name, NULL);
        g_remove(path);
    }
    g_rmdir(room);
    g_free(room);
    return status;
}

/* True and the test marked as skipped where gnuplot is not installed. */
static inline bool room_without_gnuplot(void)
{
    g_autofree char *program = g_find_program_in_path("gnuplot");
    if (program == NULL) {
        g_test_skip("gnuplot is not installed");
    }
    return program == NULL;
}

/* `text` stands in the bytes. */
static inline bool room_holds(GBytes *bytes, const char *text)
{
    gsize n = 0;
    const char *start = g_bytes_get_data(bytes, &n);
    return memmem(start, n, text, strlen(text)) != NULL;
}

#define room_says(why, text)                                                                       \
    do {                                                                                           \
        g_assert_nonnull(why);                                                                     \
        if (strstr(why, text) == NULL) {                                                           \
            g_error("\"%s\" does not say \"%s\"", why, text);                                      \
        }                                                                                          \
    } while (0)

#endif
