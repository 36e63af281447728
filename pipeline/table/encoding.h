#ifndef TABLE_ENCODING_H
#define TABLE_ENCODING_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the bytes of a foreign text file stand for. Nothing is guessed from letters or languages:
 * a byte order mark decides, then NUL bytes at every other place (UTF-16), then whether the bytes
 * are valid UTF-8. Windows-1252 is what remains, and only when the text holds no valid sequence of
 * several UTF-8 bytes at all and none of the five bytes that Windows-1252 leaves open: one old line
 * in a UTF-8 file is a bad line, never a reason to read the rest in another way. */

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF8_MARKED, /* with a byte order mark */
    ENCODING_UTF16_LITTLE,
    ENCODING_UTF16_BIG,
    ENCODING_WINDOWS_1252,
};

/* What was met so far in a text that is given in pieces; starts as {0}. */
struct encoding_scan {
    char tail[4]; /* of a character that the last piece cut */
    size_t tail_length;
    bool several; /* a valid character of several bytes */
    bool invalid; /* bytes that are not UTF-8 */
    bool open;    /* a byte that Windows-1252 leaves open, or half a letter in UTF-8, outside valid
                   * characters */
};

/* Reads on; false when nothing that follows can change the outcome. */
bool encoding_scan_bytes(struct encoding_scan *scan, const char *bytes, size_t n);

/* UTF-8 or Windows-1252, from what was met. `whole` says that the text ended: a character cut at
 * the end is invalid then. */
enum encoding encoding_decide(const struct encoding_scan *scan, bool whole);

/* What the first bytes of a file say: a byte order mark, whose length becomes `*mark`, or UTF-16
 * by its NUL bytes; else ENCODING_UTF8, which is to be checked. */
enum encoding encoding_of_start(const char *bytes, size_t n, size_t *mark);

/* Whether text[0 .. n) may be Windows-1252 (see above). */
bool encoding_fits_1252(const char *text, size_t n);

/* Whether the letter is one that Windows-1252 has at 80 to 9F. */
bool encoding_is_upper_1252(gunichar letter);

/* Appends Windows-1252 text to `to` as UTF-8. Precondition: encoding_fits_1252(). */
void encoding_append_1252(GString *to, const char *text, size_t n);

/* Length of the longest ASCII text without NUL that text[0 .. n) begins with. */
size_t encoding_ascii(const char *text, size_t n);

/* Length of the longest valid UTF-8 text without NUL that text[0 .. n) begins with. */
size_t encoding_valid(const char *text, size_t n);

/* The same, and without control characters but tabs and line ends (controls.h), or letters that an
 * earlier save damaged (damage.h). One that may be such and stands at the end, too near to it to be
 * known, counts as one. */
size_t encoding_clean(const char *text, size_t n);

/* The same for a piece of text[0 .. n), n > 0, of which `others` tells the bytes to be looked at,
 * bit i for byte i: those that are not ASCII, and some that are. `controls`: control characters but
 * NUL are fine, and damaged letters. ENCODING_PIECE when all is valid, or more by the bytes of a
 * letter that goes beyond. */
enum { ENCODING_PIECE = 64 };
size_t encoding_letters(const char *text, size_t n, uint64_t others, bool controls);

/* "UTF-8", "UTF-8 with byte order mark", "UTF-16" or "Windows-1252". */
const char *encoding_name(enum encoding encoding);

#endif
