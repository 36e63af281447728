#ifndef DRIVER_STUDY_KEYS_H
#define DRIVER_STUDY_KEYS_H

#include "driver/ini.h"

/* The sections and keys that studie.ini may hold; anything else ends the program (STATUS_USAGE)
 * with the nearest known one. */
void study_keys_check(const struct ini *ini);

/* The name behind the first word of a section ("les3" of "bestand les3") when that word is `kind`;
 * NULL otherwise. Borrowed from `section`. */
const char *study_keys_name(const char *section, const char *kind);

/* What a key that holds a column begins with: "kolom." */
extern const char study_keys_column[];

#endif
