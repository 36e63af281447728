#ifndef CODEBOOK_CODEBOOK_H
#define CODEBOOK_CODEBOOK_H

#include "table/head.h"

#include <glib.h>
#include <stdbool.h>

/* Codebooks: the words of the field as data (DESIGN section 2). A code codebook says what a code
 * is, on which side of an axis it lies and whose segments count; an item codebook does the same
 * for survey items. Several may be loaded; a code that stands in two of them is an error. */

struct code {
    char *code;
    char *label;
    char *label_en;
    char *side; /* "" when the code lies on no side */
    char *position_text;
    char *parent;
    char *role;
    char *pair;
    char *within;
    char *definition;
    char *include;
    char *exclude;
    char *example;
    char *alias;
    char *source;
    char *status;
    double position; /* NaN when it has none */
    int side_id;     /* index in codebook->sides, -1 when it has none */
    size_t line;     /* of the file, where its row begins */
    const struct codebook *codebook;
};

struct item {
    char *item;
    char *scale;
    char *facet;
    char *kind;
    char *pair;
    char *asked_of;
    char *label;
    char *label_en;
    char *minimum_text;
    char *maximum_text;
    char *reverse;
    char *answers; /* "1=Helemaal oneens;2=..." */
    char *missing;
    char *source;
    char *status;
    double minimum; /* NaN when it has none */
    double maximum;
    bool reversed; /* asked the other way round than its scale */
    size_t line;
    const struct codebook *codebook;
};

struct codebook {
    char *file;       /* base name, for messages */
    char *name;       /* base name without `.csv` */
    char *version;    /* of its first line */
    char *digest;     /* first 16 hexadecimals of the SHA-256 of the file */
    GPtrArray *codes; /* struct code, in the order of the file */
    GPtrArray *items; /* struct item; one of both lists is empty */
    GPtrArray *sides; /* texts, in order of first appearance */
};

struct codebooks;

/* Loads each name (looked up in codebooks/) or path (it holds a `/` or ends in `.csv`). What is
 * wrong with a file ends the program (STATUS_STOPPED) with file and line; an unknown name
 * (STATUS_USAGE) names the nearest known one. `names` may be NULL: no codebooks. */
struct codebooks *codebooks_load(char *const *names);
void codebooks_free(struct codebooks *codebooks);

/* The codebooks in the order they were named. */
guint codebooks_count(const struct codebooks *codebooks);
const struct codebook *codebooks_at(const struct codebooks *codebooks, guint i);

/* The code or item with exactly this name; NULL when there is none. */
const struct code *codebooks_code(const struct codebooks *codebooks, const char *code);
const struct item *codebooks_item(const struct codebooks *codebooks, const char *item);

/* The code that `text` means: its own name, else a label or alias (case and outer space do not
 * count; aliases are separated by `;`). NULL when there is none. */
const struct code *codebooks_meaning(const struct codebooks *codebooks, const char *text);

/* The name of a code or item nearest to a wrong one, or NULL. */
const char *codebooks_nearest(const struct codebooks *codebooks, const char *wrong);

/* "koenig 3 9f2c...": the preamble's line for a codebook. To be freed. */
char *codebook_line(const struct codebook *codebook);

/* Adds the lines of all codebooks to a head. */
void codebooks_sign(const struct codebooks *codebooks, struct head *head);

/* The head of a table of another shape that is made from tables with the head `united`: their
 * codebooks, these ones, and their chain. */
struct head *codebooks_head(const struct codebooks *codebooks, const struct head *united,
                            enum shape shape);

/* The label in a language ("nl", "en"), else the Dutch one, else the code itself. Borrowed. */
const char *code_label(const struct code *code, const char *language);

/* Whether the code's wording is certain: status bevestigd or artikel. */
bool code_is_confirmed(const struct code *code);

/* Whether another code of its codebook names this one as parent. */
bool code_has_children(const struct code *code);

#endif
