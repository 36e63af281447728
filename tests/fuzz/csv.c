/* The CSV reader: the index of structure, by the best instructions and by one other kind, against
 * libcsv as judge of every record; and both against plain strict libcsv, fed in one piece, wherever
 * that is content: text that is UTF-8 without control characters and byte order mark. */

#include "base/fail.h"
#include "table/csv.h"
#include "table/csv_kind.h"

#include <csv.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__asan_default_options(void);

/* What a file that is refused leaves behind is let go; blocks are many and short-lived. */
const char *__asan_default_options(void)
{
    return "detect_leaks=0:quarantine_size_mb=1:malloc_context_size=0";
}

static jmp_buf stopped;
static struct csv *volatile opened; /* closed by whoever is left by longjmp */

G_NORETURN static void leave(int status)
{
    longjmp(stopped, status == 0 ? 1 : status);
}

static void add_number(GString *all, char mark, size_t number)
{
    g_string_append_c(all, mark);
    g_string_append_len(all, (const char *)&number, sizeof number);
}

static void add_cell(void *text, size_t length, void *data)
{
    add_number(data, '|', length);
    if (length > 0)
        g_string_append_len(data, text, (gssize)length);
}

static void add_record(int end, void *data)
{
    (void)end;
    g_string_append_c(data, '\n');
}

/* What our reader makes of a file: all of it in `all`, the cells alone in `cells`. False when the
 * file was refused as a whole. */
static bool read_ours(const char *path, enum csv_way way, GString *all, GString *cells)
{
    enum csv_got got;

    opened = NULL;
    if (setjmp(stopped) != 0) {
        if (opened != NULL)
            csv_close(opened);
        return false;
    }
    opened = csv_open_way(path, way);
    while ((got = csv_next(opened)) != CSV_END) {
        add_number(all, (char)('0' + (int)got), csv_line(opened));
        add_number(all, csv_literal(opened) ? 'l' : ' ', csv_lines(opened));
        g_string_append(all, csv_what(opened) != NULL ? csv_what(opened) : "");
        for (size_t i = 0; got == CSV_RECORD && i < csv_count(opened); i++)
            add_cell((char *)csv_text(opened, i), csv_length(opened, i), cells);
        if (got == CSV_RECORD)
            add_record(0, cells);
    }
    add_number(all, csv_delimiter(opened), csv_ctrl_z(opened));
    csv_close(opened);
    return true;
}

/* Strict libcsv by itself; false when it is not content. */
static bool read_plain(const char *text, size_t size, char delimiter, GString *cells)
{
    struct csv_parser parser;
    bool fine;

    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, (unsigned char)delimiter);
    fine = csv_parse(&parser, text, size, add_cell, add_record, cells) == size &&
           csv_fini(&parser, add_cell, add_record, cells) == 0;
    csv_free(&parser);
    return fine;
}

/* Whether the reader may differ from libcsv: encodings, `sep=`, and a line of tabs between tabs,
 * which is a blank line here. */
static bool is_ordinary(const char *text, size_t size)
{
    return g_utf8_validate_len(text, size, NULL) && memchr(text, '\x1a', size) == NULL &&
           memchr(text, '\t', size) == NULL && !g_str_has_prefix(text, "\xef\xbb\xbf") &&
           g_ascii_strncasecmp(text, "sep=", 4) != 0;
}

/* One of the ways to make an index beside the fastest: which one, the input says, so that a finding
 * stays one. */
static enum csv_way another_way(const char *text, size_t size)
{
    unsigned sum = (unsigned)size;

    for (size_t i = 0; i < size; i++)
        sum += (unsigned char)text[i];
    return (enum csv_way)(CSV_FAST + 1 + (int)(sum % (CSV_JUDGED - CSV_FAST - 1)));
}

static void check(const char *path, const char *text, size_t size)
{
    static GString *judged, *cells, *found, *same;
    bool whole;

    if (judged == NULL) {
        judged = g_string_new(NULL);
        cells = g_string_new(NULL);
        found = g_string_new(NULL);
        same = g_string_new(NULL);
    }
    g_string_truncate(judged, 0);
    g_string_truncate(cells, 0);
    whole = read_ours(path, CSV_JUDGED, judged, cells);
    for (int i = 0; i < 2; i++) {
        bool read;

        g_string_truncate(found, 0);
        g_string_truncate(same, 0);
        read = read_ours(path, i == 0 ? CSV_FAST : another_way(text, size), found, same);
        g_assert_true(read == whole);
        g_assert_true(!whole || g_string_equal(found, judged));
        g_assert_true(!whole || g_string_equal(same, cells));
    }
    /* the first record alone decides the delimiter when it does not begin with a blank or `#` */
    g_string_truncate(same, 0);
    if (whole && is_ordinary(text, size) && strchr(" #\r\n", *text) == NULL &&
        read_plain(text, size, judged->str[judged->len - 1 - sizeof(size_t)], same))
        g_assert_true(g_string_equal(same, cells));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int file = -1;
    static char path[64];
    char *text = g_malloc(size + 1);

    memcpy(text, data, size);
    text[size] = '\0';
    if (file < 0) {
        file = memfd_create("csv", 0);
        g_snprintf(path, sizeof path, "/proc/self/fd/%d", file);
        fail_exit = leave;
        stderr = fopen("/dev/null", "w"); /* ours alone: libFuzzer keeps the old one */
    }
    g_assert_true(ftruncate(file, (off_t)size) == 0);
    g_assert_true(pwrite(file, data, size, 0) == (ssize_t)size);
    if (csv_kind_of(text, size) == NULL && csv_kind_of_nulls(text, size) == NULL)
        check(path, text, size);
    g_free(text);
    return 0;
}
