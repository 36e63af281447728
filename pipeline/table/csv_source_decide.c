/* How the bytes of a file are to be read. */

#include "table/csv_source_inside.h"

#include "base/fail.h"
#include "table/csv_kind.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Goes through the rest of a regular file without moving in it. */
static enum encoding csv_source_scan(const struct csv_source *source, struct encoding_scan *scan)
{
    char *piece = g_malloc(SOURCE_FIRST);
    off_t from = source->next;
    ssize_t n;

    do {
        n = pread(source->file, piece, SOURCE_FIRST, from);
        from += n > 0 ? n : 0;
    } while ((n < 0 && errno == EINTR) || (n > 0 && encoding_scan_bytes(scan, piece, (size_t)n)));
    if (n < 0)
        fail_errno("%s", source->name);
    g_free(piece);
    return encoding_decide(scan, true);
}

bool csv_source_is_wide(const struct csv_source *source)
{
    return source->encoding == ENCODING_UTF16_LITTLE || source->encoding == ENCODING_UTF16_BIG;
}

/* By what was read of a stream: as long as that is ASCII, nothing needs to be known. */
static void csv_source_decide_stream(struct csv_source *source, const struct encoding_scan *scan)
{
    source->encoding = encoding_decide(scan, source->finished);
    source->open = !source->finished && !scan->invalid;
}

void csv_source_decide(struct csv_source *source)
{
    struct encoding_scan scan = {0};
    size_t mark;
    const struct csv_kind *wrong = csv_kind_of(source->raw, source->end);

    source->encoding = encoding_of_start(source->raw, source->end, &mark);
    if (wrong == NULL && source->encoding == ENCODING_UTF8)
        wrong = csv_kind_of_nulls(source->raw, source->end);
    if (wrong == NULL && csv_source_is_wide(source))
        wrong = csv_kind_of_wide(source->raw + mark, source->end - mark,
                                 source->encoding == ENCODING_UTF16_BIG);
    if (wrong != NULL)
        fail_named(wrong->name, "%s: this file is %s", source->name, wrong->said);
    source->begin = mark;
    source->first += (off_t)mark;
    if (source->encoding != ENCODING_UTF8)
        return;
    if (!encoding_scan_bytes(&scan, source->raw, source->end))
        source->encoding = encoding_decide(&scan, true);
    else if (source->size > 0 && !source->finished)
        source->encoding = csv_source_scan(source, &scan);
    else
        csv_source_decide_stream(source, &scan);
}

/* Bytes up to the first one that is not ASCII. */
static size_t csv_source_ascii(const struct csv_source *source)
{
    size_t at = source->begin;

    while (at < source->end && (source->raw[at] & 0x80) == 0)
        at += MAX(encoding_ascii(source->raw + at, source->end - at), 1); /* it stops at a NUL */
    return at - source->begin;
}

/* The first byte that is not ASCII stands at raw[begin]. */
static void csv_source_decide_late(struct csv_source *source)
{
    struct encoding_scan scan = {0};

    memmove(source->raw, source->raw + source->begin, source->end - source->begin);
    source->end -= source->begin;
    source->begin = 0;
    while (csv_source_fill(source) > 0)
        continue;
    encoding_scan_bytes(&scan, source->raw, source->end);
    source->encoding = encoding_decide(&scan, source->finished);
    source->open = false;
}

size_t csv_source_ready(struct csv_source *source)
{
    size_t ascii;

    if (!source->open)
        return source->end - source->begin;
    if (source->begin == source->end) {
        source->begin = source->end = 0;
        csv_source_fill(source);
    }
    ascii = csv_source_ascii(source);
    if (ascii > 0 || source->begin == source->end)
        return ascii;
    csv_source_decide_late(source);
    return source->end - source->begin;
}
