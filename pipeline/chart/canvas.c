#include "chart/canvas.h"

#include "chart/lettering.h"

const double canvas_line_em = 1.3;
const double canvas_paper_width = 960, canvas_paper_font = 14;
const double canvas_slide_width = 1600, canvas_slide_height = 900;

/* Settings a canvas adds to those of its chart. */
enum { OWN_SETTINGS = 3 };

void canvas_start(struct canvas *canvas, enum chart_kind kind)
{
    *canvas = (struct canvas){
        .kind = kind,
        .text = g_string_new(NULL),
        .labels = g_ptr_array_new_with_free_func(g_free),
    };
}

void canvas_line(GString *file, const double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append(file, g_ascii_formatd(digits, sizeof digits, "%.10g", numbers[i]));
        g_string_append_c(file, i + 1 < n ? '\t' : '\n');
    }
}

void canvas_write(struct canvas *canvas, double x, double y, enum canvas_role role,
                  const char *text)
{
    char *clean = lettering_clean(text);
    if (*clean == '\0') {
        g_free(clean);
        return;
    }
    const double place[] = {x, y, role};
    canvas_line(canvas->text, place, G_N_ELEMENTS(place));
    canvas->text->str[canvas->text->len - 1] = '\t';
    g_string_append_printf(canvas->text, "%s\n", clean);
    g_ptr_array_add(canvas->labels, clean);
}

void canvas_write_lines(struct canvas *canvas, double x, double y, enum canvas_role role,
                        char *const *lines)
{
    size_t n = 0;
    while (lines[n] != NULL) {
        n++;
    }
    for (size_t i = 0; i < n; i++) {
        double down = ((double)i - ((double)n - 1) / 2) * canvas_line_em * canvas->font;
        canvas_write(canvas, x, y - down, role, lines[i]);
    }
}

bool canvas_draw(struct canvas *canvas, const char *script, const struct chart_file *files,
                 size_t n_files, const struct chart_setting *settings, size_t n_settings,
                 const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    g_autofree char *folder = g_path_get_dirname(script);
    g_autofree char *style = g_build_filename(folder, "style.gp", NULL);
    g_autofree char *page = g_build_filename(folder, "page.gp", NULL);
    const char *const parts[] = {style, page, NULL};
    g_autofree struct chart_file *all = g_new(struct chart_file, n_files + 1);
    g_autofree struct chart_setting *set = g_new(struct chart_setting, n_settings + OWN_SETTINGS);
    all[0] = (struct chart_file){"text.tsv", canvas->text->str};
    for (size_t i = 0; i < n_files; i++) {
        all[i + 1] = files[i];
    }
    set[0] = (struct chart_setting){"canvas_width", canvas->width};
    set[1] = (struct chart_setting){"canvas_height", canvas->height};
    set[2] = (struct chart_setting){"font_size", canvas->font};
    for (size_t i = 0; i < n_settings; i++) {
        set[i + OWN_SETTINGS] = settings[i];
    }
    g_ptr_array_add(canvas->labels, NULL);
    const struct chart chart = {
        .script = script,
        .parts = parts,
        .width = canvas->width,
        .height = canvas->height,
        .font = canvas->font,
        .files = all,
        .n_files = n_files + 1,
        .settings = set,
        .n_settings = n_settings + OWN_SETTINGS,
        .labels = (const char *const *)canvas->labels->pdata,
    };
    return chart_draw(&chart, canvas->kind, engine, image, why);
}

void canvas_end(struct canvas *canvas)
{
    g_string_free(canvas->text, TRUE);
    g_ptr_array_free(canvas->labels, TRUE);
}
