#include "table/output.h"

#include "base/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OUTPUT_BLOCK = 256 << 10, OUTPUT_ROOM = 64 << 10 };

struct output {
    int file;
    char *path;      /* NULL: standard output */
    char *temporary; /* what is written until output_close() */
    size_t used;
    char buffer[OUTPUT_BLOCK];
};

static const char *output_name(const struct output *output)
{
    return output->path != NULL ? output->path : "standard output";
}

static void output_discard(void *data)
{
    const struct output *output = data;

    unlink(output->temporary);
}

/* A device or a pipe has no beside: it is written as it is. */
static bool output_is_special(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && !S_ISREG(about.st_mode);
}

struct output *output_open(const char *path)
{
    struct output *output = g_malloc(sizeof *output);

    output->path = NULL;
    output->temporary = NULL;
    output->used = 0;
    output->file = STDOUT_FILENO;
    if (path == NULL || strcmp(path, "-") == 0)
        return output;
    output->path = g_strdup(path);
    if (output_is_special(path)) {
        output->file = open(path, O_WRONLY | O_CLOEXEC);
    } else {
        output->temporary = g_strconcat(path, ".XXXXXX", NULL);
        output->file = g_mkstemp_full(output->temporary, O_WRONLY | O_CLOEXEC, 0600);
    }
    if (output->file < 0)
        fail_errno("%s", path);
    if (output->temporary != NULL)
        fail_cleanup(output_discard, output);
    return output;
}

static void output_write(struct output *output, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t written = write(output->file, bytes, n);

        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail_errno("%s", output_name(output));
        bytes += written;
        n -= (size_t)written;
    }
}

static void output_flush(struct output *output)
{
    output_write(output, output->buffer, output->used);
    output->used = 0;
}

void output_bytes(struct output *output, const char *bytes, size_t n)
{
    if (n > OUTPUT_BLOCK - output->used)
        output_flush(output);
    if (n > OUTPUT_BLOCK) {
        output_write(output, bytes, n);
        return;
    }
    memcpy(output->buffer + output->used, bytes, n);
    output->used += n;
}

void output_text(struct output *output, const char *text)
{
    output_bytes(output, text, strlen(text));
}

char *output_room(struct output *output, size_t n)
{
    g_assert(n <= OUTPUT_ROOM);
    if (n > OUTPUT_BLOCK - output->used)
        output_flush(output);
    return output->buffer + output->used;
}

void output_advance(struct output *output, size_t n)
{
    output->used += n;
}

size_t output_left(const struct output *output)
{
    return OUTPUT_BLOCK - output->used;
}

const char *output_last(const struct output *output, size_t n)
{
    return n <= output->used ? output->buffer + output->used - n : NULL;
}

void output_close(struct output *output)
{
    output_flush(output);
    if (output->temporary != NULL) {
        if (fsync(output->file) != 0 || close(output->file) != 0 ||
            rename(output->temporary, output->path) != 0)
            fail_errno("%s", output->path);
        fail_forget(output_discard, output);
    } else if (output->path != NULL && close(output->file) != 0) {
        fail_errno("%s", output->path);
    }
    g_free(output->temporary);
    g_free(output->path);
    g_free(output);
}
