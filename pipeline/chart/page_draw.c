#include "chart/page.h"

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
    GString *legend = legend_file(page->legend, page->canvas.font, page->legend_x, page->legend_y);
    struct chart_file *all = g_new(struct chart_file, n_files + 1);
    all[0] = (struct chart_file){"legend.tsv", legend->str};
    for (size_t i = 0; i < n_files; i++) {
        all[i + 1] = files[i];
    }
    bool drawn = canvas_draw(&page->canvas, script, all, n_files + 1, settings,
                             G_N_ELEMENTS(settings), engine, image, why);
    g_string_free(legend, TRUE);
    g_free(all);
    return drawn;
}
