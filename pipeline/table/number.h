#ifndef TABLE_NUMBER_H
#define TABLE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Numbers as text, the same under every locale. */

enum { NUMBER_ROOM = 32 };

/* Reads a whole text as a decimal number: sign, digits, `.` as decimal point, exponent. False when
 * any of it is something else (spaces, `12,5`, hexadecimal, inf, nan, empty, beyond 1e300);
 * `*value` stays as it was then. */
bool number_read(const char *text, double *value);

/* Whether the value holds every digit of the text it was read from (number_read(), true): written
 * with as many digits it is the same. So it is up to 15 digits, zeros at the ends aside; beyond, a
 * number may have become its neighbour. */
bool number_keeps(const char *text, double value);

/* Reads a whole text as a whole number of 0 or more; false otherwise or above INT64_MAX. */
bool number_read_count(const char *text, int64_t *value);

/* Writes the shortest text that reads back equal, e.g. 0.1, 5, 1e-05; "" for NaN and infinities.
 * Minus zero is written 0. Returns its length. */
int number_write(char text[NUMBER_ROOM], double value);

/* Writes a whole number; returns its length. */
int number_write_count(char text[NUMBER_ROOM], int64_t value);

#endif
