#ifndef AGREE_VIEW_H
#define AGREE_VIEW_H

#include "agree/own.h"
#include "agree/system.h"
#include "stat/ratings.h"

/* A system as the coefficients take it: one category a unit and coder, or nothing. */

enum view_kind {
    VIEW_NOMINAL, /* its codes, and `none` where that was given; units with several are left out */
    VIEW_PLACED,  /* its codes with a position; the others, and none, are missing */
    VIEW_OWN,     /* the codes that the weights of one's own know, likewise */
    VIEW_RANKS,   /* VIEW_PLACED with codes of one position as one category */
    VIEW_PRESENT  /* one code: 1 where it was given, else 0; units with several codes too */
};

struct view_setting {
    enum view_kind kind;
    int category;          /* of VIEW_PRESENT */
    const struct own *own; /* of VIEW_OWN */
    uint32_t half;         /* units of this half only; 0: all */
    int coders[2]; /* these two only, by their place in the system, and the units that both have
                      rows for; first -1: all */
};

/* No restriction. */
#define VIEW_OF(kind_) ((struct view_setting){.kind = (kind_), .coders = {-1, -1}})

struct view {
    struct ratings ratings;
    int32_t *codes;
    double *values; /* by category: positions, for VIEW_PLACED and VIEW_RANKS; else NULL */
    GArray *shown;  /* int by category: the category of the system, not for VIEW_PRESENT */
};

/* Borrows the system. */
struct view *view_new(const struct system *system, const struct view_setting *setting);
void view_free(struct view *view);

#endif
