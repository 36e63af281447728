#ifndef DRIVER_DIGEST_H
#define DRIVER_DIGEST_H

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

/* What a file holds: its size and the SHA-256 of its bytes. */
struct digest {
    char *name; /* as it is told */
    char *sha256;
    int64_t size; /* bytes */
};

/* Reads a file. NULL with errno set when it cannot be read; free with digest_free(). */
struct digest *digest_read(const char *path, const char *name);
void digest_free(void *data);

#endif
