#include "chart/page.h"

static GString *page_legend(const struct page *page)
{
    GString *file = g_string_new(NULL);
    double em = page->canvas.font, half = legend_box / 2 * em;
    for (size_t i = 0; i < page->legend->n; i++) {
        const struct legend_item *item = &page->legend->items[i];
        double x = page->legend_x + item->x * em, y = page->legend_y - item->y * em;
        const double box[] = {x, x + 2 * half, y - half, y + half, item->shade};
        canvas_line(file, box, G_N_ELEMENTS(box));
    }
    return file;
}

bool page_draw(struct page *page, const char *script, const struct chart_file *files,
               size_t n_files, const struct gnuplot_engine *engine, GBytes **image, char **why)
{
    const struct page_panel *panel = &page->panels[0], *second = &page->panels[page->n_panels - 1];
    const struct chart_setting settings[] = {
        {"panel_left", panel->left},
        {"panel_right", panel->right},
        {"panel_bottom", page->bottom},
        {"panel_top", page->top},
        {"x_low", panel->low},
        {"x_high", panel->high},
        {"second_left", second->left},
        {"second_right", second->right},
        {"second_low", second->low},
        {"second_high", second->high},
        {"n_rows", (double)page->n_rows},
    };
    GString *legend = page_legend(page);
    g_autofree struct chart_file *all = g_new(struct chart_file, n_files + 1);
    all[0] = (struct chart_file){"legend.tsv", legend->str};
    for (size_t i = 0; i < n_files; i++) {
        all[i + 1] = files[i];
    }
    bool drawn = canvas_draw(&page->canvas, script, all, n_files + 1, settings,
                             G_N_ELEMENTS(settings), engine, image, why);
    g_string_free(legend, TRUE);
    return drawn;
}
