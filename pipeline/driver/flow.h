#ifndef DRIVER_FLOW_H
#define DRIVER_FLOW_H

#include <glib.h>
#include <stdbool.h>

/* The stages: programs vs-STAGE that stand beside this one. */

struct flow_stage {
    char *name;
    char *shapes;   /* "segments -> tallies" */
    char *sentence; /* what it does */
    int order;
};

/* Path of the program vs-STAGE, to be freed; NULL when it is not there. */
char *flow_program(const char *stage);

/* Whether it is there. */
bool flow_has(const char *stage);

/* All stages (struct flow_stage) in the order of the flow, as each says of itself with --summary.
 * A program that does not answer in that form is no stage. To be freed with g_ptr_array_free(). */
GPtrArray *flow_stages(void);

#endif
