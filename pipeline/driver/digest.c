#include "driver/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

struct digest *digest_read(const char *path, const char *name)
{
    static unsigned char block[1 << 16];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    GChecksum *checksum;
    struct digest *digest;
    ssize_t n;
    int wrong;

    if (file < 0)
        return NULL;
    checksum = g_checksum_new(G_CHECKSUM_SHA256);
    digest = g_new0(struct digest, 1);
    while ((n = read(file, block, sizeof block)) > 0 || (n < 0 && errno == EINTR)) {
        if (n < 0)
            continue;
        g_checksum_update(checksum, block, n);
        digest->size += n;
    }
    wrong = errno;
    close(file);
    digest->name = g_strdup(name);
    digest->sha256 = g_strdup(g_checksum_get_string(checksum));
    g_checksum_free(checksum);
    if (n < 0) {
        g_clear_pointer(&digest, digest_free);
        errno = wrong;
    }
    return digest;
}

void digest_free(void *data)
{
    struct digest *digest = data;

    g_free(digest->name);
    g_free(digest->sha256);
    g_free(digest);
}
