#include "chart/chart.h"

#include "chart/picture.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FAMILY "DejaVu Sans"

static const double px_per_inch = 96;
/* What makes a font of 12 be 12 px, a line of 1 be 1 px and dashes as long as in SVG, in the cairo
 * terminals of gnuplot: measured, since the PDF one counts in thirds of its own. */
static const char png_scale[] = "fontscale 0.75 dashlength 2";
static const char pdf_scale[] = "fontscale 0.5625 linewidth 1.5 dashlength 2";

const char *chart_ending(enum chart_kind kind)
{
    static const char *const endings[] = {"svg", "png", "pdf"};
    return endings[kind];
}

/* A number for the driver; %.10g is enough for px and data ranges. */
static char *number(double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup(g_ascii_formatd(digits, sizeof digits, "%.10g", value));
}

/* Size and font of the terminal: px for SVG and PNG, inches for PDF. */
static char *terminal(const struct chart *chart, enum chart_kind kind)
{
    static const char rest[] = "noenhanced butt background '#FFFFFF'";
    g_autofree char *font = number(chart->font);
    g_autofree char *wide = number(chart->width / px_per_inch);
    g_autofree char *high = number(chart->height / px_per_inch);
    switch (kind) {
    case CHART_SVG:
        return g_strdup_printf("svg %s size %u,%u font '" FAMILY ",%s'", rest, chart->width,
                               chart->height, font);
    case CHART_PNG:
        return g_strdup_printf("pngcairo %s size %u,%u font '" FAMILY ",%s' %s", rest, chart->width,
                               chart->height, font, png_scale);
    case CHART_PDF:
        break;
    }
    return g_strdup_printf("pdfcairo %s size %sin,%sin font '" FAMILY ",%s' %s", rest, wide, high,
                           font, pdf_scale);
}

/* How large gnuplot draws a point of size 1 (point type 7): its radius in px, as measured. */
static double point_radius(const struct chart *chart, enum chart_kind kind)
{
    return kind == CHART_SVG ? 0.4 * chart->font : kind == CHART_PNG ? 3 : 4;
}

/* Every number is made real: in gnuplot 3/4 is 0. */
static void set_number(GString *driver, const char *name, double value)
{
    g_autofree char *digits = number(value);
    g_string_append_printf(driver, "%s = real(%s)\n", name, digits);
}

static char *driver(const struct chart *chart, enum chart_kind kind)
{
    g_autofree char *kind_of_terminal = terminal(chart, kind);
    GString *text = g_string_new(NULL);
    g_string_append_printf(text,
                           "set encoding utf8\nset terminal %s\nset output 'picture'\n"
                           "set datafile separator tab\nset datafile commentschars ''\n"
                           "family = '" FAMILY "'\n",
                           kind_of_terminal);
    set_number(text, "point_radius", point_radius(chart, kind));
    for (size_t i = 0; i < chart->n_settings; i++) {
        set_number(text, chart->settings[i].name, chart->settings[i].value);
    }
    g_string_append(text, "load 'script.gp'\nset output\n");
    return g_string_free(text, FALSE);
}

static bool name_is_fit(const char *name, const char *ending)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz_");
    return n > 0 && strcmp(name + n, ending) == 0;
}

static bool chart_is_fit(const struct chart *chart, char **why)
{
    bool fit = chart->width >= 1 && chart->width <= 10000 && chart->height >= 1 &&
               chart->height <= 10000 && isfinite(chart->font) && chart->font > 0;
    for (size_t i = 0; i < chart->n_settings; i++) {
        fit = fit && name_is_fit(chart->settings[i].name, "") && isfinite(chart->settings[i].value);
    }
    for (size_t i = 0; i < chart->n_files; i++) {
        fit = fit && name_is_fit(chart->files[i].name, ".tsv");
    }
    if (!fit) {
        *why =
            g_strdup("the chart cannot be drawn: a size, setting or file name is not fit for it");
    }
    return fit;
}

static bool put(const char *folder, const char *name, const char *text, char **why)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) error = NULL;
    if (g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error)) {
        return true;
    }
    *why = g_strdup_printf("the chart's data could not be written: %s", error->message);
    return false;
}

/* Copies a script into the folder under a name. */
static bool put_script(const char *folder, const char *name, const char *path, char **why)
{
    g_autofree char *script = NULL;
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &script, NULL, &error)) {
        *why = g_strdup_printf("the chart's script could not be read: %s", error->message);
        return false;
    }
    return put(folder, name, script, why);
}

static bool put_all(const struct chart *chart, enum chart_kind kind, const char *folder, char **why)
{
    g_autofree char *drive = driver(chart, kind);
    bool fine =
        put_script(folder, "script.gp", chart->script, why) && put(folder, "driver.gp", drive, why);
    for (const char *const *part = chart->parts; fine && part != NULL && *part != NULL; part++) {
        g_autofree char *name = g_path_get_basename(*part);
        fine = put_script(folder, name, *part, why);
    }
    for (size_t i = 0; fine && i < chart->n_files; i++) {
        fine = put(folder, chart->files[i].name, chart->files[i].text, why);
    }
    return fine;
}

/* Reads what gnuplot drew: a regular file of no more than the engine lets it write. */
static GBytes *fetch(const char *folder, size_t most, char **why)
{
    g_autofree char *path = g_build_filename(folder, "picture", NULL);
    struct stat status;
    char *bytes = NULL;
    gsize n = 0;
    if (lstat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) {
        *why = g_strdup("gnuplot drew nothing (is the disk full?)");
        return NULL;
    }
    if ((unsigned long long)status.st_size > most || !g_file_get_contents(path, &bytes, &n, NULL)) {
        *why = g_strdup("the picture could not be read back");
        return NULL;
    }
    return g_bytes_new_take(bytes, n);
}

/* Takes the picture over; gives it back tidied, or NULL and why. */
static GBytes *inspect(const struct chart *chart, enum chart_kind kind, GBytes *raw, char **why)
{
    GBytes *tidy = NULL;
    switch (kind) {
    case CHART_SVG:
        tidy = picture_tidy_svg(raw);
        *why = picture_check_svg(tidy, chart->labels);
        break;
    case CHART_PNG:
        tidy = g_bytes_ref(raw);
        *why = picture_check_png(tidy, chart->width, chart->height);
        break;
    case CHART_PDF:
        tidy = picture_tidy_pdf(raw);
        *why = picture_check_pdf(tidy);
        break;
    }
    g_bytes_unref(raw);
    if (*why != NULL) {
        g_bytes_unref(tidy);
        return NULL;
    }
    return tidy;
}

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *where)
{
    (void)status, (void)type, (void)where;
    remove(path);
    return 0;
}

bool chart_draw(const struct chart *chart, enum chart_kind kind,
                const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    *image = NULL;
    *why = NULL;
    engine = engine != NULL ? engine : &gnuplot_usual;
    if (!chart_is_fit(chart, why)) {
        return false;
    }
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("vs-chart-XXXXXX", &error);
    if (folder == NULL) {
        *why = g_strdup_printf("no folder could be made for the chart: %s", error->message);
        return false;
    }
    GBytes *raw = NULL;
    if (put_all(chart, kind, folder, why) && gnuplot_run(engine, folder, "driver.gp", why)) {
        raw = fetch(folder, engine->bytes_file, why);
    }
    nftw(folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    if (raw != NULL) {
        *image = inspect(chart, kind, raw, why);
    }
    return *image != NULL;
}
