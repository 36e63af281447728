#ifndef DRIVER_SPAWN_H
#define DRIVER_SPAWN_H

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

/* Child processes, without a shell. */

/* Standard input, output and error of a child; every other descriptor of ours is closed in it. */
struct spawn_streams {
    int in;
    int out;
    int err;
};

/* Starts words[0] (a path, or a name to be looked up in PATH) with the NULL-terminated words in
 * `folder` (NULL: where we are). Returns its process id, or -1 with errno set. */
pid_t spawn_start(const char *const *words, const char *folder,
                  const struct spawn_streams *streams);

/* Waits until the child has ended. Returns its status, or 128 + the signal that killed it. When
 * spawn_interrupted() became true meanwhile the child is told to stop (SIGTERM), and waited for. */
int spawn_wait(pid_t child);

/* Whether the status is that of a program killed by a signal, and by SIGPIPE (its reader went). */
bool spawn_was_killed(int status);
bool spawn_lost_reader(int status);

/* From now on SIGINT, SIGTERM and SIGHUP only set a flag; and whether one came. */
void spawn_catch_signals(void);
bool spawn_interrupted(void);

/* An empty anonymous file that lives in memory; -1 with errno set. */
int spawn_memory(void);

/* All bytes of such a file, NUL-terminated; to be freed. */
char *spawn_text(int memory);

/* Standard output of a program that needs no input and says nothing else; NULL when it failed. To
 * be freed. */
char *spawn_read(const char *const *words);

#endif
