#ifndef FOREIGN_VENDOR_H
#define FOREIGN_VENDOR_H

#include <glib.h>
#include <stdbool.h>

/* The coding programs whose exports are known by their headers, and what these exports mean beyond
 * what kolommen.csv can say. A program's name stands here and nowhere else. */

struct vendor {
    const char *name;
    const char *const *headers; /* all of these must be there; NULL-terminated */
    const char *const
        *meanings;      /* header, canonical column ("" keeps it as it is), in pairs; NULL */
    const char *unit;   /* what one row is */
    const char *extent; /* what start and end measure, NULL: not known */
    double after;       /* 1: the end names the last thing that belongs to it */
    const char *edge;   /* column that says START, STOP or POINT: rows are edges of events */
    const char *padded; /* columns of this name are missing from the middle of short rows */
    const char *nobody; /* what stands where nobody speaks */
    bool point;         /* numbers have a decimal point, always */
    bool quoted;        /* texts stand in quotes of their own */
};

/* The program with these headers (texts), or NULL. Compared without regard to case. */
const struct vendor *vendor_find(const GPtrArray *headers);

/* What a header means in an export of this program (NULL: of none): a canonical column, "" where it
 * must not be read as any, NULL where the program has no say. */
const char *vendor_means(const struct vendor *vendor, const char *header);

/* A text without the quotes of its own that a program puts around it; what is left of it begins at
 * the pointer returned. `vendor` may be NULL. */
const char *vendor_text(const struct vendor *vendor, const char *text, size_t *length);

/* What a cell of the column `edge` says. */
enum vendor_edge { VENDOR_NO_EDGE, VENDOR_START, VENDOR_STOP, VENDOR_POINT };
enum vendor_edge vendor_edge(const char *cell);

/* Whether a header is that of what modifies a code: "Modifier #1", "Modifiers". */
bool vendor_is_modifier(const char *header);

/* The code that a column is for by its header; NULL when the header says no such thing. To be
 * freed. */
char *vendor_flag_code(const char *header);

/* Whether a cell marks a row that says who speaks: a category, or a coder, of speakers. */
bool vendor_is_speaker_mark(const char *cell);

#endif
