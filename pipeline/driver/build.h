#ifndef DRIVER_BUILD_H
#define DRIVER_BUILD_H

#include "driver/journal.h"
#include "driver/plan.h"
#include "driver/study.h"
#include "driver/swap.h"

/* A plan being carried out in a fresh folder. */
struct build {
    const struct study *study;
    const struct plan *plan;
    struct swap swap;
    struct journal journal;
    char *folder;      /* of the study, absolute: where commands run */
    GPtrArray *inputs; /* struct digest: what was read, as it was before the run */
    int64_t refused;   /* records refused, after build_steps() */
};

/* Reads the digests of all inputs, and makes the fresh folder for `target`. An input that cannot be
 * read ends the program (STATUS_STOPPED). */
void build_open(struct build *build, const struct study *study, const struct plan *plan,
                const char *target);

/* Carries out every step. Parts that fail are noted in the journal; a vital step that fails, a
 * stage that was killed and an interrupt end the program (STATUS_STOPPED). */
void build_steps(struct build *build);

/* Whether the run has made this path below the output. */
bool build_has(const struct build *build, const char *path);

/* The path where it is being made. To be freed. */
char *build_path(const struct build *build, const char *path);

void build_free(struct build *build);

#endif
