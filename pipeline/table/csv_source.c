#include "table/csv_source_inside.h"

#include "base/fail.h"
#include "base/input.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* As far as one read() goes; retries what a signal broke off. */
static size_t csv_source_take(struct csv_source *source, char *to, size_t room)
{
    ssize_t n;

    do
        n = source->shared ? pread(source->file, to, room, source->next)
                           : read(source->file, to, room);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        fail_errno("%s", source->name);
    source->finished = n == 0;
    source->next += n;
    return (size_t)n;
}

size_t csv_source_fill(struct csv_source *source)
{
    size_t n;

    if (source->finished || source->end == source->room)
        return 0;
    n = csv_source_take(source, source->raw + source->end, source->room - source->end);
    source->end += n;
    return n;
}

/* All of a small file and one byte more, so that its end is met; a power of two. */
static size_t csv_source_wanted(const struct stat *about)
{
    size_t room = 8 << 10;

    while (room < SOURCE_FIRST && (!S_ISREG(about->st_mode) || (off_t)room <= about->st_size))
        room *= 2;
    return room;
}

/* What the file is, and where in it somebody has put us. */
static void csv_source_ask(struct csv_source *source)
{
    struct stat about;

    if (fstat(source->file, &about) != 0)
        fail_errno("%s", source->name);
    source->room = csv_source_wanted(&about);
    if (!S_ISREG(about.st_mode))
        return;
    source->size = (size_t)about.st_size;
    source->next = lseek(source->file, 0, SEEK_CUR);
    source->first = source->next;
}

/* UTF-16 is converted by iconv. */
static void csv_source_start(struct csv_source *source)
{
    const char *from = source->encoding == ENCODING_UTF16_LITTLE ? "UTF-16LE" : "UTF-16BE";

    if (!csv_source_is_wide(source))
        return;
    source->convert = g_iconv_open("UTF-8", from);
    if (source->convert == (GIConv)-1) /* NOLINT(performance-no-int-to-ptr): iconv's own word */
        fail(STATUS_STOPPED, "%s: UTF-16 cannot be converted here; save it as \"CSV UTF-8\"",
             source->name);
}

size_t csv_source_room(const struct csv_source *source)
{
    return source->room;
}

struct csv_source *csv_source_open(const char *path)
{
    struct csv_source *source = g_new0(struct csv_source, 1);
    bool standard = path == NULL || strcmp(path, "-") == 0;

    source->name = standard ? g_strdup("standard input") : g_path_get_basename(path);
    source->file = standard ? STDIN_FILENO : input_open(path);
    csv_source_ask(source);
    source->raw = g_malloc(source->room);
    while (csv_source_fill(source) > 0)
        continue;
    csv_source_decide(source);
    csv_source_start(source);
    return source;
}

struct csv_source *csv_source_again(const struct csv_source *source)
{
    struct csv_source *again = g_new0(struct csv_source, 1);

    again->file = source->file;
    again->shared = true;
    again->size = source->size;
    again->next = source->first;
    again->first = source->first;
    again->name = g_strdup(source->name);
    again->encoding = source->encoding;
    again->room = source->room;
    again->raw = g_malloc(source->room);
    csv_source_start(again);
    return again;
}

void csv_source_close(struct csv_source *source)
{
    if (source->file != STDIN_FILENO && !source->shared)
        close(source->file);
    if (source->convert != NULL)
        g_iconv_close(source->convert);
    g_free(source->raw);
    g_free(source->name);
    g_free(source);
}

size_t csv_source_size(const struct csv_source *source)
{
    return source->size;
}

/* What is left in raw goes to its front, and more comes behind it. */
static void csv_source_more(struct csv_source *source)
{
    memmove(source->raw, source->raw + source->begin, source->end - source->begin);
    source->end -= source->begin;
    source->begin = 0;
    csv_source_fill(source);
}

static size_t csv_source_convert(struct csv_source *source, char *to, size_t room)
{
    char *out = to;

    while (room - (size_t)(out - to) > TAIL) {
        gchar *in = source->raw + source->begin;
        gsize left = source->end - source->begin;
        gsize space = room - (size_t)(out - to);
        bool fine = g_iconv(source->convert, &in, &left, &out, &space) != (gsize)-1;
        bool cut = !fine && errno == EINVAL;

        source->begin = source->end - left;
        if (!fine && !cut && errno == E2BIG)
            break;
        if (!fine && (!cut || source->finished)) {
            *out++ = '\xff';
            source->begin = MIN(source->begin + 2, source->end);
            continue;
        }
        if (out > to || source->finished)
            break;
        csv_source_more(source);
    }
    return (size_t)(out - to);
}

/* The next bytes as UTF-8 (or Windows-1252): from raw, then straight from the file. */
static size_t csv_source_decode(struct csv_source *source, char *to, size_t room)
{
    size_t n;

    if (source->convert != NULL)
        return csv_source_convert(source, to, room);
    n = MIN(room, csv_source_ready(source));
    if (n > 0) {
        memcpy(to, source->raw + source->begin, n);
        source->begin += n;
        return n;
    }
    return source->finished ? 0 : csv_source_take(source, to, room);
}

/* Length of the Ctrl-Z, with a line end behind it or not, that text[0 .. n) ends with. */
static size_t csv_source_tail(const char *text, size_t n)
{
    size_t at = n;

    at -= at > 0 && text[at - 1] == '\n';
    at -= at > 0 && text[at - 1] == '\r';
    return at > 0 && text[at - 1] == '\x1a' ? n - at + 1 : 0;
}

size_t csv_source_read(struct csv_source *source, char *to, size_t room)
{
    size_t n = source->tail_length;

    memcpy(to, source->tail, n);
    source->tail_length = 0;
    for (;;) {
        size_t got = csv_source_decode(source, to + n, room - n);
        size_t tail = csv_source_tail(to, n + got);

        n += got - tail;
        if (got == 0) {
            source->ctrl_z = source->ctrl_z || tail > 0;
            return n;
        }
        if (n > 0) {
            memcpy(source->tail, to + n, tail);
            source->tail_length = tail;
            return n;
        }
        n = tail;
    }
}

enum encoding csv_source_encoding(const struct csv_source *source)
{
    return source->encoding;
}

bool csv_source_ctrl_z(const struct csv_source *source)
{
    return source->ctrl_z;
}

const char *csv_source_name(const struct csv_source *source)
{
    return source->name;
}
