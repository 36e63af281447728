#include "ingest/origin.h"

#include "table/number.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

char *origin_stem(const char *path)
{
    bool named = path != NULL && strcmp(path, "-") != 0;
    char *stem = g_path_get_basename(named ? path : "standard input");

    if (strrchr(stem + 1, '.') != NULL)
        *strrchr(stem + 1, '.') = '\0';
    return stem;
}

void origin_write(struct writer *writer, const char *file, size_t line)
{
    char *origin = g_malloc(strlen(file) + 1 + NUMBER_ROOM);
    char *end = g_stpcpy(origin, file);

    *end++ = ':';
    end += number_write_count(end, (int64_t)line);
    writer_bytes(writer, origin, (size_t)(end - origin));
    g_free(origin);
}
