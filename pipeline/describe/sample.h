#ifndef DESCRIBE_SAMPLE_H
#define DESCRIBE_SAMPLE_H

#include "codebook/forms.h"
#include "describe/groups.h"

/* The forms of one group to which a subject was put, and their answers to it.
 *
 * A form was asked an item when it holds anything of the item's codebook, and somebody of its role
 * and wave has a row for the item (the other items of a survey for wpb's were not asked of
 * students). For a scale the rows of its items count too. */

struct sample {
    const struct forms *forms;
    guint subject;
    const char *by;
    const char *group;
    GPtrArray *asked;       /* struct form */
    GArray *values;         /* double: the answers */
    GArray *persons;        /* size_t by answer: number of its respondent, below `respondents` */
    GPtrArray *answered;    /* struct form by answer */
    size_t respondents;     /* of the forms that were asked */
    int64_t answering;      /* respondents with an answer */
    bool several;           /* somebody filled in more than one of the forms asked */
    const char *person;     /* column that says who they are: the role of all, or respondent */
    int64_t wpbs, students; /* -1: not known */
};

/* Whether the answers of roles, or of waves, to a subject have to be told apart: a mask of
 * GROUPS_ROLE and GROUPS_WAVE. They have where more than one role (or wave) has rows for it. */
unsigned sample_always(const struct forms *forms, guint subject);

/* The samples of a subject in every group of a division, in order of first appearance; struct
 * sample, to be freed with g_ptr_array_free(). Groups of which nobody was asked have none. */
GPtrArray *samples_of(struct groups *groups, const struct division *division, guint subject);

#endif
