#ifndef DRIVER_INI_H
#define DRIVER_INI_H

#include <glib.h>

/* An ini file as people type it: a byte order mark is dropped, Windows-1252 becomes UTF-8, and
 * what GKeyFile would swallow (a section or key that stands twice, its line numbers) is kept.
 * Whatever is wrong ends the program (STATUS_USAGE; STATUS_STOPPED when it cannot be read) with a
 * Dutch sentence that names file and line. */

struct ini_entry {
    char *section;
    char *key; /* NULL: the line of the section itself */
    unsigned line;
};

struct ini {
    char *path;
    GKeyFile *file;
    GPtrArray *entries; /* struct ini_entry, in the order of the file */
};

/* Reads a file, whose path is told as given. */
struct ini *ini_load(const char *path);
void ini_free(struct ini *ini);

/* The value as typed (backslashes stay), without outer space; NULL when absent or empty. To be
 * freed. */
char *ini_get(const struct ini *ini, const char *section, const char *key);

/* "studie.ini:12", the line of a key, of its section when the key is NULL or absent, or the file
 * alone. Borrowed until say_end(). */
const char *ini_place(const struct ini *ini, const char *section, const char *key);

#endif
