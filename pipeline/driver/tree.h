#ifndef DRIVER_TREE_H
#define DRIVER_TREE_H

#include <glib.h>
#include <stdbool.h>

/* Folders as a whole. */

/* Removes a folder and everything in it, following no link; what is not there is no error. False
 * with errno set when something stayed. */
bool tree_remove(const char *path);

/* Brings every file and folder in it to the disk. False with errno set. */
bool tree_sync(const char *path);

/* Paths of all regular files below a folder, relative to it, in the order of their bytes. To be
 * freed with g_ptr_array_free(). */
GPtrArray *tree_files(const char *path);

#endif
