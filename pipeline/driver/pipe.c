#include "driver/pipe.h"

#include "driver/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { NOT_STARTED = 127 };

static void pipe_close(int *file)
{
    if (*file >= 0)
        close(*file);
    *file = -1;
}

/* Starts one command; its process id, or -1 with errno set. `*next` becomes what its successor
 * reads, -1 for the last one. */
static pid_t pipe_start(const char *const *words, const char *folder, const int ends[3], int *next)
{
    int joint[2] = {-1, -1};
    struct spawn_streams streams = {ends[0], ends[1], ends[2]};
    pid_t child;
    int wrong;

    *next = -1;
    if (ends[1] < 0) {
        if (pipe2(joint, O_CLOEXEC) != 0)
            return -1;
        streams.out = joint[1];
        *next = joint[0];
    }
    child = spawn_start(words, folder, &streams);
    wrong = errno;
    pipe_close(&joint[1]);
    errno = wrong;
    return child;
}

void pipe_run(const char *const *const *commands, guint n, const char *folder, int output,
              struct pipe_outcome *outcomes)
{
    pid_t *children = g_new(pid_t, n);
    int *errors = g_new(int, n);
    int in = open("/dev/null", O_RDONLY | O_CLOEXEC);

    for (guint i = 0; i < n; i++) {
        int next = -1;
        int ends[3];

        errors[i] = spawn_memory();
        ends[0] = in;
        ends[1] = i + 1 < n ? -1 : output;
        ends[2] = errors[i];
        children[i] = pipe_start(commands[i], folder, ends, &next);
        outcomes[i].status = children[i] < 0 ? NOT_STARTED : 0;
        outcomes[i].said =
            children[i] < 0 ? g_strdup_printf("%s: %s", commands[i][0], g_strerror(errno)) : NULL;
        pipe_close(&in);
        in = next;
    }
    pipe_close(&in);
    for (guint i = 0; i < n; i++) {
        if (outcomes[i].said == NULL) {
            outcomes[i].status = spawn_wait(children[i]);
            outcomes[i].said = spawn_text(errors[i]);
        }
        pipe_close(&errors[i]);
    }
    g_free(children);
    g_free(errors);
}

guint pipe_culprit(const struct pipe_outcome *outcomes, guint n)
{
    for (guint i = 0; i < n; i++)
        if (outcomes[i].status != 0 && !spawn_lost_reader(outcomes[i].status))
            return i;
    for (guint i = 0; i < n; i++)
        if (outcomes[i].status != 0)
            return i;
    return n;
}
