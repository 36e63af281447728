/* The CSV reader: the index of structure, by each kind of instructions, against libcsv as judge of
 * every record; and both against plain strict libcsv, fed in one piece, wherever that is content:
 * text that is UTF-8 without NUL, byte order mark and Ctrl-Z. */

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

/* A file that is refused is left by longjmp, as it stands; blocks are many and large. */
const char *__asan_default_options(void)
{
    return "detect_leaks=0:quarantine_size_mb=4:malloc_context_size=0";
}

static jmp_buf stopped;

G_NORETURN static void leave(int status)
{
    longjmp(stopped, status == 0 ? 1 : status);
}

static void add_cell(void *text, size_t length, void *data)
{
    GString *all = data;

    g_string_append_printf(all, "|%zu:", length);
    if (length > 0)
        g_string_append_len(all, text, (gssize)length);
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
    struct csv *csv;
    enum csv_got got;

    if (setjmp(stopped) != 0)
        return false;
    csv = csv_open_way(path, way);
    while ((got = csv_next(csv)) != CSV_END) {
        g_string_append_printf(all, "\n%d %zu+%zu %d%s", (int)got, csv_line(csv), csv_lines(csv),
                               csv_literal(csv), csv_what(csv) != NULL ? csv_what(csv) : "");
        for (size_t i = 0; got == CSV_RECORD && i < csv_count(csv); i++) {
            add_cell((char *)csv_text(csv, i), csv_length(csv, i), all);
            add_cell((char *)csv_text(csv, i), csv_length(csv, i), cells);
        }
        if (got == CSV_RECORD)
            add_record(0, cells);
    }
    g_string_append_printf(all, "\n%c %d", csv_delimiter(csv), csv_ctrl_z(csv));
    csv_close(csv);
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

static void check(const char *path, const char *text, size_t size)
{
    GString *judged = g_string_new(NULL);
    GString *cells = g_string_new(NULL);
    GString *plain = g_string_new(NULL);
    bool whole = read_ours(path, CSV_JUDGED, judged, cells);

    for (int way = CSV_FAST; way < CSV_JUDGED; way++) {
        GString *found = g_string_new(NULL);
        GString *same = g_string_new(NULL);

        g_assert_true(read_ours(path, (enum csv_way)way, found, same) == whole);
        g_assert_true(!whole || g_string_equal(found, judged));
        g_assert_true(!whole || g_string_equal(same, cells));
        g_string_free(found, TRUE);
        g_string_free(same, TRUE);
    }
    /* the first record alone decides the delimiter when it does not begin with a blank or `#` */
    if (whole && is_ordinary(text, size) && strchr(" #\r\n", *text) == NULL &&
        read_plain(text, size, judged->str[judged->len - 3], plain))
        g_assert_true(g_string_equal(plain, cells));
    g_string_free(judged, TRUE);
    g_string_free(cells, TRUE);
    g_string_free(plain, TRUE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int file = -1;
    static char path[64];
    char *text = g_strndup((const char *)data, size);

    memcpy(text, data, size);
    if (file < 0) {
        file = memfd_create("csv", 0);
        g_snprintf(path, sizeof path, "/proc/self/fd/%d", file);
        fail_exit = leave;
        stderr = fopen("/dev/null", "w"); /* ours alone: libFuzzer keeps the old one */
    }
    g_assert_true(ftruncate(file, 0) == 0);
    g_assert_true(pwrite(file, data, size, 0) == (ssize_t)size);
    if (csv_kind_of(text, size) == NULL && csv_kind_of_nulls(text, size) == NULL)
        check(path, text, size);
    g_free(text);
    return 0;
}
