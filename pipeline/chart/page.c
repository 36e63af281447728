#include "chart/page.h"

#include "chart/lettering.h"
#include "chart/page_lay.h"

#include <math.h>

/* In em; longer ones are cut with an ellipsis (labels, where they may not wrap). */
static const double label_most = 42, note_most = 24, tic_most = 16;

double page_x(const struct page *page, size_t panel, double value)
{
    const struct page_panel *at = &page->panels[panel];
    return at->left + (at->right - at->left) * (value - at->low) / (at->high - at->low);
}

double page_y(const struct page *page, size_t row)
{
    return page->top - page->pitch * ((double)row + 0.5);
}

/* A row label as lines: whole where it may wrap, else one that is cut. To be freed. */
static char **label_lines(const struct page_need *need, size_t row)
{
    g_autofree char *clean = lettering_clean(need->row_labels[row]);
    if (need->wrap > 0 || *clean == '\0') {
        return lettering_wrap(clean, need->wrap);
    }
    char **line = g_new0(char *, 2);
    line[0] = lettering_fit(clean, label_most);
    return line;
}

static char *note_cut(const struct page_need *need, size_t row)
{
    g_autofree char *clean = lettering_clean(need->row_notes[row]);
    return lettering_fit(clean, note_most);
}

/* How wide and how high the texts beside the rows are. */
static void measure_rows(struct page *page, const struct page_need *need)
{
    page->n_lines = 1;
    for (size_t i = 0; i < need->n_rows; i++) {
        char **lines = label_lines(need, i);
        g_autofree char *note = note_cut(need, i);
        page->label_em = fmax(page->label_em, lettering_width_lines(lines));
        page->n_lines = MAX(page->n_lines, g_strv_length(lines));
        page->note_em = fmax(page->note_em, lettering_width(note));
        g_strfreev(lines);
    }
}

static void write_rows(struct page *page, const struct page_need *need)
{
    struct canvas *canvas = &page->canvas;
    double gap = page_column_gap * canvas->font;
    double left = page->panels[0].left, right = page->panels[page->n_panels - 1].right;
    for (size_t i = 0; i < need->n_rows; i++) {
        char **lines = label_lines(need, i);
        g_autofree char *note = note_cut(need, i);
        canvas_write_lines(canvas, left - gap, page_y(page, i), CANVAS_ROW, lines);
        canvas_write(canvas, right + gap, page_y(page, i), CANVAS_NOTE, note);
        g_strfreev(lines);
    }
}

/* Both names begin on the top line. */
static void write_name(struct page *page, double x, enum canvas_role role, char *const *lines)
{
    for (size_t i = 0; lines[i] != NULL; i++) {
        double y = page->names_y - (double)i * page_name_line * page->canvas.font;
        canvas_write(&page->canvas, x, y, role, lines[i]);
    }
}

static void write_names(struct page *page, const struct page_words *words)
{
    double em = page->canvas.font, least = page_margin * em, most = page->canvas.width - least;
    double first = page->panels[0].left, last = page->panels[page->n_panels - 1].right;
    double apart = (words->first_em + words->last_em + page_names_apart) * em;
    if (last - first < apart) {
        last = fmin(most, first + apart);
        first = fmax(least, last - apart);
    }
    write_name(page, first, CANVAS_FIRST, words->first);
    write_name(page, last, CANVAS_LAST, words->last);
}

/* Do the labels of two tics of a panel touch? */
static bool tics_touch(const struct page *page, size_t panel, const struct tic *one,
                       const struct tic *other)
{
    g_autofree char *label = lettering_clean(one->label);
    g_autofree char *label_other = lettering_clean(other->label);
    double em = (lettering_width(label) + lettering_width(label_other)) / 2 + 0.6;
    return fabs(page_x(page, panel, one->at) - page_x(page, panel, other->at)) <
           em * page->canvas.font;
}

/* Every so many tics have a label, counted from the one nearest zero: as many as do not touch. */
static size_t tic_stride(const struct page *page, size_t panel, const struct page_axis *axis,
                         size_t zero)
{
    for (size_t stride = 1; stride < axis->n_tics; stride++) {
        bool touch = false;
        for (size_t i = zero % stride; i + stride < axis->n_tics; i += stride) {
            touch = touch || tics_touch(page, panel, &axis->tics[i], &axis->tics[i + stride]);
        }
        if (!touch) {
            return stride;
        }
    }
    return MAX(axis->n_tics, 1);
}

static void write_tics(struct page *page, size_t panel, const struct page_axis *axis)
{
    size_t zero = 0;
    for (size_t i = 1; i < axis->n_tics; i++) {
        zero = fabs(axis->tics[i].at) < fabs(axis->tics[zero].at) ? i : zero;
    }
    size_t stride = tic_stride(page, panel, axis, zero);
    double y = page->bottom - page_tic_gap * page->canvas.font;
    for (size_t i = zero % stride; i < axis->n_tics; i += stride) {
        const struct tic *tic = &axis->tics[i];
        if (tic->at >= axis->low && tic->at <= axis->high) {
            g_autofree char *clean = lettering_clean(tic->label);
            g_autofree char *label = lettering_fit(clean, tic_most);
            canvas_write(&page->canvas, page_x(page, panel, tic->at), y, CANVAS_AXIS, label);
        }
    }
}

static void write_axes(struct page *page, const struct page_need *need,
                       const struct page_words *words)
{
    for (size_t i = 0; i < need->n_axes; i++) {
        double middle = (page->panels[i].left + page->panels[i].right) / 2;
        double below = (double)g_strv_length(words->titles[i]) - 1;
        double y = page->title_y - below / 2 * canvas_line_em * page->canvas.font;
        write_tics(page, i, &need->axes[i]);
        canvas_write_lines(&page->canvas, middle, y, CANVAS_AXIS, words->titles[i]);
    }
}

void page_start(struct page *page, const struct page_need *need, struct legend *legend)
{
    struct page_words words = {.n_names = 0};
    *page = (struct page){.n_panels = need->n_axes, .n_rows = need->n_rows, .legend = legend};
    canvas_start(&page->canvas, need->kind);
    measure_rows(page, need);
    page_lay(page, need, &words);
    write_rows(page, need);
    write_names(page, &words);
    write_axes(page, need, &words);
    legend_write(legend, &page->canvas, page->legend_x, page->legend_y);
    page_words_end(&words);
}

void page_end(struct page *page)
{
    canvas_end(&page->canvas);
}
