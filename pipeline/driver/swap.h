#ifndef DRIVER_SWAP_H
#define DRIVER_SWAP_H

#include <stdbool.h>

/* A folder that changes as a whole. Everything is made in a fresh folder beside it (0700, its name
 * begins with a dot), and takes the place of the old one in one step at the end. Whoever is killed
 * in between leaves the old one as it was; the fresh folder of a process that is gone is removed by
 * the next one (a lock on it tells which that is). */

struct swap {
    char *target; /* absolute, links resolved */
    char *parent;
    char *build; /* absolute: where to write until swap_commit() */
    int lock;
};

/* Makes the fresh folder for `target`, and removes those of dead processes. Ends the program
 * (STATUS_USAGE) when the target is something else than an output of ours: what stands there would
 * be lost. */
void swap_open(struct swap *swap, const char *target);

enum swap_way {
    SWAP_EXCHANGE, /* renameat2(RENAME_EXCHANGE), and the other way where there is none */
    SWAP_RENAMES,  /* two renames; the old one is kept as TARGET.vorige */
};

/* Whether a folder holds nothing but what a run puts there; an empty one does too. */
bool swap_is_ours(const char *path);

/* Brings the build to the disk and puts it in the place of the target. Ends the program
 * (STATUS_STOPPED) when that fails; the target is then as it was. */
void swap_commit(struct swap *swap, enum swap_way way);

/* Removes the build of a run that stopped; the target stays. Takes a struct swap. */
void swap_discard(void *data);

void swap_free(struct swap *swap);

#endif
