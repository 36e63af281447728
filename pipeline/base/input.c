#include "base/input.h"

#include "base/fail.h"

#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether anybody has the pipe open for writing, or had: tee() looks without taking, and tells an
 * end (0) from a writer that has not written yet (EAGAIN). */
static bool input_has_writer(int file)
{
    struct pollfd wait = {.fd = file, .events = POLLIN};
    int copy[2];
    bool has;

    if (poll(&wait, 1, INPUT_WAIT) != 0)
        return true;
    if (pipe2(copy, O_CLOEXEC) != 0)
        return true;
    has = tee(file, copy[1], 1, SPLICE_F_NONBLOCK) != 0;
    close(copy[0]);
    close(copy[1]);
    return has;
}

int input_open(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat about;

    if (file < 0 || fstat(file, &about) != 0)
        fail_errno("%s", path);
    if (S_ISFIFO(about.st_mode) && !input_has_writer(file))
        fail(STATUS_STOPPED, "%s: a pipe into which nothing writes; start what writes to it first",
             path);
    if (fcntl(file, F_SETFL, 0) != 0)
        fail_errno("%s", path);
    return file;
}
