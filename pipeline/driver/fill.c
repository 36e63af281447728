#include "driver/fill.h"

#include "driver/say.h"
#include "table/number.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

struct fill_sheet {
    const struct plan_sheet *sheet;
    char *text;
    gsize length;
    bool known; /* the output before held the same */
};

struct fill {
    const struct build *build;
    char *folder; /* STUDY/invullen, as seen from here */
    GArray *sheets;
};

static bool fill_is(const char *path, const char *text, gsize length)
{
    char *other = NULL;
    gsize size;
    bool same = g_file_get_contents(path, &other, &size, NULL) && size == length &&
                memcmp(other, text, length) == 0;

    g_free(other);
    return same;
}

struct fill *fill_open(const struct build *build)
{
    struct fill *fill = g_new0(struct fill, 1);

    fill->build = build;
    fill->folder = g_build_filename(build->study->folder, "invullen", NULL);
    fill->sheets = g_array_new(FALSE, FALSE, sizeof(struct fill_sheet));
    for (guint i = 0; i < build->plan->sheets->len; i++) {
        struct fill_sheet sheet = {.sheet = build->plan->sheets->pdata[i]};
        char *path = build_path(build, sheet.sheet->made);
        char *before = g_build_filename(build->swap.target, sheet.sheet->made, NULL);

        if (g_file_get_contents(path, &sheet.text, &sheet.length, NULL)) {
            sheet.known = fill_is(before, sheet.text, sheet.length);
            g_array_append_val(fill->sheets, sheet);
        }
        g_free(before);
        g_free(path);
    }
    return fill;
}

/* The n-th version of a sheet: NAME.csv, NAME-2.csv ... To be freed. */
static char *fill_path(const struct fill *fill, const struct fill_sheet *sheet, int n)
{
    char *name = n == 1 ? g_strdup_printf("%s.csv", sheet->sheet->name)
                        : g_strdup_printf("%s-%d.csv", sheet->sheet->name, n);
    char *path = g_build_filename(fill->folder, name, NULL);

    g_free(name);
    return path;
}

/* The path of the version to write, or NULL when there is none: the sheet is the one that the
 * output before held, or it stands there as it is. To be freed. */
static char *fill_next(const struct fill *fill, const struct fill_sheet *sheet)
{
    for (int n = 1;; n++) {
        char *path = fill_path(fill, sheet, n);

        if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
            if (n > 1 && sheet->known)
                g_clear_pointer(&path, g_free);
            return path;
        }
        if (fill_is(path, sheet->text, sheet->length)) {
            g_free(path);
            return NULL;
        }
        g_free(path);
    }
}

/* Writes a file that is not there yet, whole or not at all: beside its place, then renamed. */
static bool fill_write(const char *path, const char *text, gsize length)
{
    char *beside = g_strconcat(path, ".nieuw", NULL);
    int file = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    bool fine = file >= 0;
    int error = errno;

    while (fine && length > 0) {
        ssize_t n = write(file, text, length);

        fine = n >= 0 || errno == EINTR;
        text += MAX(n, 0);
        length -= (gsize)MAX(n, 0);
    }
    fine = fine && fsync(file) == 0 && rename(beside, path) == 0;
    if (file >= 0 && !fine)
        error = errno;
    if (file >= 0)
        close(file);
    if (file >= 0 && !fine)
        unlink(beside);
    g_free(beside);
    errno = error;
    return fine;
}

/* Where it is, and what to do with it. */
static void fill_tell(const struct plan_sheet *sheet, const char *path, const char *name)
{
    if (sheet->unit == NULL)
        say_tell(SAY("blad-nieuw", "pad", path, "blad", name));
    else
        say_tell(SAY("blad-nieuw-eenheid", "pad", path, "blad", name, "eenheid", sheet->unit));
}

static void fill_put(const struct fill *fill, const struct fill_sheet *sheet)
{
    char *path = fill_next(fill, sheet);
    char *name;
    char *copy;

    if (path == NULL)
        return;
    name = g_path_get_basename(path);
    copy = g_build_filename(fill->build->swap.target, sheet->sheet->made, NULL);
    if ((g_mkdir_with_parents(fill->folder, 0700) == 0) &&
        fill_write(path, sheet->text, sheet->length))
        fill_tell(sheet->sheet, path, name);
    else
        say_tell(SAY("blad-kan-niet", "pad", path, "reden", say_reason(errno), "kopie", copy));
    g_free(copy);
    g_free(name);
    g_free(path);
}

void fill_close(struct fill *fill)
{
    for (guint i = 0; i < fill->sheets->len; i++) {
        struct fill_sheet *sheet = &g_array_index(fill->sheets, struct fill_sheet, i);

        fill_put(fill, sheet);
        g_free(sheet->text);
    }
    g_array_free(fill->sheets, TRUE);
    g_free(fill->folder);
    g_free(fill);
}
