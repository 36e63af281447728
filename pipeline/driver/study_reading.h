#ifndef DRIVER_STUDY_READING_H
#define DRIVER_STUDY_READING_H

#include "driver/ini.h"

#include <glib.h>
#include <stdbool.h>

/* How a file of segments is to be read, beyond its columns: keys of [bestand NAAM] that become
 * options of vs-ingest. */

/* In front of the name of a coder: codeur.NAAM = KOP. */
extern const char study_reading_coder[];

/* Whether `key` is one of them. */
bool study_reading_knows(const char *key);

/* The options that a section says, each followed by its value; free with g_ptr_array_unref(). A
 * value that may not be ends the program. */
GPtrArray *study_reading(const struct ini *ini, const char *section);

#endif
