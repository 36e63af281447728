#ifndef AGREE_SYSTEM_H
#define AGREE_SYSTEM_H

#include "agree/codings.h"

/* Codings as one code system (a codebook) sees them: for every unit and coder the code, none, or
 * several.
 *
 * A coder takes part who used a code of the system, or of no other. A unit counts that one of them
 * has a row for; one whose speaker has a role that no code of the system is about only where
 * somebody gave it a code all the same. A row with a code of another system says, like one without
 * a code, that the coder looked and gave none of this one's. */

enum { SYSTEM_MISSING = -1, SYSTEM_SEVERAL = -2 };

struct system {
    const struct codings *codings;
    const struct codebook *book;
    GArray *codes;       /* int: places in codings->codes of the categories */
    GArray *coders;      /* int: ids in codings->coders, by name */
    GArray *units;       /* guint: units in conversations that somebody coded double */
    int32_t *seen;       /* by unit and coder: category, codes->len for none, SYSTEM_... */
    uint32_t *cluster;   /* by unit: its conversation, from 0 */
    uint32_t *half;      /* by unit: 1 or 2 of the double-coded units of its conversation, else 0 */
    guint conversations; /* among units */
    guint sources;       /* conversations where a unit counts */
    int64_t all_units;   /* that count, in any conversation */
    int64_t double_units;
    int64_t other_role; /* units left out: of a role that no code is about, and given none */
    int64_t *by_coder;  /* units of each coder, of all_units */
    bool none;          /* somebody looked at a unit that counts and gave none */
    bool met;           /* some code of the system was met */
};

/* The categories: every code of the codebook without codes below it, and those that were used. */
enum system_categories { SYSTEM_OF_CODEBOOK, SYSTEM_OBSERVED };

/* Borrows the codings; free with system_free(). */
struct system *system_new(const struct codings *codings, const struct codebook *book,
                          enum system_categories categories);
void system_free(struct system *system);

/* The category of a code (a place in codings->codes), or -1. */
int system_category(const struct system *system, int code);

/* The code of a category; "" for none. Borrowed. */
const char *system_code(const struct system *system, int category);

/* The code itself, of a category that is not none. Borrowed. */
const struct code *system_category_code(const struct system *system, int category);

/* The name of a coder by place in `coders`. Borrowed. */
const char *system_coder(const struct system *system, guint coder);

/* What a coder gave to a unit, both by their place in the system. */
int32_t system_seen(const struct system *system, guint unit, guint coder);

/* Whether some coder gave the unit several codes. */
bool system_is_several(const struct system *system, guint unit);

/* Puts what was left out into the ledger, units with several codes by name. */
void system_tell(const struct system *system, struct ledger *ledger);

#endif
