#include "chart/legend.h"

#include "chart/lettering.h"

#include <math.h>
#include <stdbool.h>

const double legend_line = 1.6, legend_box = 1.0, legend_indent = 1.45;
static const double label_most = 30, column_gap = 1.9;

enum grouping {
    BY_SIDE,  /* each side begins a column */
    IN_A_ROW, /* columns are filled one after the other */
};

void legend_start(struct legend *legend, const char *const *labels, const enum side *sides,
                  size_t n)
{
    g_autofree double *shades = g_new(double, n + 1);
    side_shades(sides, n, shades);
    *legend = (struct legend){.items = g_new0(struct legend_item, n + 1), .n = n};
    for (size_t i = 0; i < n; i++) {
        g_autofree char *clean = lettering_clean(labels[i]);
        legend->items[i] = (struct legend_item){
            .label = lettering_fit(clean, label_most), .side = sides[i], .shade = shades[i]};
    }
}

/* Places the items in columns of at most n_lines and gives the width of the whole. */
static double place(struct legend *legend, size_t n_lines, enum grouping grouping)
{
    double x = 0, widest = 0;
    size_t line = 0;
    for (size_t i = 0; i < legend->n; i++) {
        struct legend_item *item = &legend->items[i];
        bool new_side = grouping == BY_SIDE && i > 0 && item->side != item[-1].side;
        if (line == n_lines || (new_side && line > 0)) {
            x += widest + column_gap;
            widest = 0;
            line = 0;
        }
        item->x = x;
        item->y = ((double)line + 0.5) * legend_line;
        widest = fmax(widest, legend_indent + lettering_width(item->label));
        line++;
    }
    return x + widest;
}

void legend_place(struct legend *legend, double width)
{
    legend->n_lines = 0;
    for (enum grouping grouping = BY_SIDE; grouping <= IN_A_ROW; grouping++) {
        for (size_t n_lines = 1; n_lines <= legend->n; n_lines++) {
            legend->n_lines = n_lines;
            legend->width = place(legend, n_lines, grouping);
            if (legend->width <= width) {
                return;
            }
        }
    }
}

void legend_write(const struct legend *legend, struct canvas *canvas, double x, double y)
{
    double em = canvas->font;
    for (size_t i = 0; i < legend->n; i++) {
        const struct legend_item *item = &legend->items[i];
        canvas_write(canvas, x + (item->x + legend_indent) * em, y - item->y * em, CANVAS_KEY,
                     item->label);
    }
}

GString *legend_file(const struct legend *legend, double em, double x, double y)
{
    GString *file = g_string_new(NULL);
    double half = legend_box / 2 * em;
    for (size_t i = 0; i < legend->n; i++) {
        const struct legend_item *item = &legend->items[i];
        double left = x + item->x * em, middle = y - item->y * em;
        const double box[] = {left, left + 2 * half, middle - half, middle + half, item->shade};
        canvas_line(file, box, G_N_ELEMENTS(box));
    }
    return file;
}

void legend_end(struct legend *legend)
{
    for (size_t i = 0; i < legend->n; i++) {
        g_free(legend->items[i].label);
    }
    g_free(legend->items);
}
