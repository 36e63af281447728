#include "chart/page.h"

/* Files a page adds to those of its chart. */
enum { OWN_FILES = 2 };

static GString *legend_file(const struct page *page)
{
    GString *file = g_string_new(NULL);
    double em = page->font, half = legend_box / 2 * em;
    for (size_t i = 0; i < page->legend->n; i++) {
        const struct legend_item *item = &page->legend->items[i];
        double x = page->legend_x + item->x * em, y = page->legend_y - item->y * em;
        const double box[] = {x, x + 2 * half, y - half, y + half, item->shade};
        page_line(file, box, G_N_ELEMENTS(box));
    }
    return file;
}

bool page_draw(struct page *page, const char *script, enum chart_kind kind,
               const struct chart_file *files, size_t n_files, const struct gnuplot_engine *engine,
               GBytes **image, char **why)
{
    const struct chart_setting settings[] = {
        {"canvas_width", page->width},  {"canvas_height", page->height},
        {"panel_left", page->left},     {"panel_right", page->right},
        {"panel_bottom", page->bottom}, {"panel_top", page->top},
        {"font_size", page->font},      {"x_low", page->low},
        {"x_high", page->high},         {"n_rows", (double)page->n_rows},
    };
    GString *legend = legend_file(page);
    g_autofree struct chart_file *all = g_new(struct chart_file, n_files + OWN_FILES);
    all[0] = (struct chart_file){"text.tsv", page->text->str};
    all[1] = (struct chart_file){"legend.tsv", legend->str};
    for (size_t i = 0; i < n_files; i++) {
        all[i + OWN_FILES] = files[i];
    }
    g_ptr_array_add(page->labels, NULL);
    const struct chart chart = {
        .script = script,
        .width = page->width,
        .height = page->height,
        .font = page->font,
        .files = all,
        .n_files = n_files + OWN_FILES,
        .settings = settings,
        .n_settings = G_N_ELEMENTS(settings),
        .labels = (const char *const *)page->labels->pdata,
    };
    bool drawn = chart_draw(&chart, kind, engine, image, why);
    g_string_free(legend, TRUE);
    return drawn;
}
