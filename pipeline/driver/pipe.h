#ifndef DRIVER_PIPE_H
#define DRIVER_PIPE_H

#include <glib.h>

/* Commands joined by pipes, as `set -o pipefail` would have them. */

/* How one command ended. */
struct pipe_outcome {
    int status; /* or 128 + the signal that killed it */
    char *said; /* standard error; to be freed */
};

/* Runs n commands (each a NULL-terminated list of words) in `folder`, the first with nothing to
 * read, the last writing to the descriptor `output`, and waits for all. `outcomes` has room for n.
 * A command that cannot be started has status 127 and says why. */
void pipe_run(const char *const *const *commands, guint n, const char *folder, int output,
              struct pipe_outcome *outcomes);

/* Index of the command whose failure explains that of the others: the first that failed by itself,
 * not because its reader was gone; n when none failed. */
guint pipe_culprit(const struct pipe_outcome *outcomes, guint n);

#endif
