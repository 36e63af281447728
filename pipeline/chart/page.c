#include "chart/page.h"

#include "chart/lettering.h"
#include "chart/page_lay.h"

#include <math.h>
#include <string.h>

/* In em; longer ones are cut with an ellipsis. */
static const double label_most = 42, note_most = 24;

double page_x(const struct page *page, double value)
{
    return page->left + (page->right - page->left) * (value - page->low) / (page->high - page->low);
}

double page_y(const struct page *page, size_t row)
{
    return page->top - page->pitch * ((double)row + 0.5);
}

void page_line(GString *file, const double *numbers, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];
        g_string_append(file, g_ascii_formatd(digits, sizeof digits, "%.10g", numbers[i]));
        g_string_append_c(file, i + 1 < n ? '\t' : '\n');
    }
}

void page_write(struct page *page, double x, double y, enum page_role role, const char *text)
{
    char *clean = lettering_clean(text);
    if (*clean == '\0') {
        g_free(clean);
        return;
    }
    const double place[] = {x, y, role};
    page_line(page->text, place, G_N_ELEMENTS(place));
    page->text->str[page->text->len - 1] = '\t';
    g_string_append_printf(page->text, "%s\n", clean);
    g_ptr_array_add(page->labels, clean);
}

static double widest(const char *const *texts, size_t n, double most)
{
    double em = 0;
    for (size_t i = 0; i < n; i++) {
        g_autofree char *clean = lettering_clean(texts[i]);
        em = fmax(em, lettering_width(clean));
    }
    return fmin(em, most);
}

static void write_cut(struct page *page, double x, double y, enum page_role role, const char *text,
                      double most)
{
    g_autofree char *clean = lettering_clean(text);
    g_autofree char *cut = lettering_fit(clean, most);
    page_write(page, x, y, role, cut);
}

static void write_rows(struct page *page, const struct page_need *need)
{
    double gap = page_column_gap * page->font;
    for (size_t i = 0; i < need->n_rows; i++) {
        double y = page_y(page, i);
        write_cut(page, page->left - gap, y, PAGE_ROW, need->row_labels[i], label_most);
        write_cut(page, page->right + gap, y, PAGE_NOTE, need->row_notes[i], note_most);
    }
}

static void write_names(struct page *page, const struct page_names *names)
{
    double em = page->font, least = page_margin * em, most = page->width - least;
    double first = page->left, last = page->right;
    double apart = (names->first_em + names->last_em + page_names_apart) * em;
    if (last - first < apart) {
        last = fmin(most, first + apart);
        first = fmax(least, last - apart);
    }
    for (size_t i = 0; i < names->n_lines; i++) {
        double y = page->names_y - (double)i * page_name_line * em;
        page_write(page, first, y, PAGE_FIRST, names->first[i]);
        page_write(page, last, y, PAGE_LAST, names->last[i]);
    }
}

/* Do the labels of tics i and j touch? */
static bool tics_touch(const struct page *page, const struct tic *one, const struct tic *other)
{
    g_autofree char *label = lettering_clean(one->label);
    g_autofree char *label_other = lettering_clean(other->label);
    double em = (lettering_width(label) + lettering_width(label_other)) / 2 + 0.6;
    return fabs(page_x(page, one->at) - page_x(page, other->at)) < em * page->font;
}

/* Every so many tics have a label, counted from the one nearest zero: as many as do not touch. */
static size_t tic_stride(const struct page *page, const struct page_need *need, size_t zero)
{
    for (size_t stride = 1; stride < need->n_tics; stride++) {
        bool touch = false;
        for (size_t i = zero % stride; i + stride < need->n_tics; i += stride) {
            touch = touch || tics_touch(page, &need->tics[i], &need->tics[i + stride]);
        }
        if (!touch) {
            return stride;
        }
    }
    return need->n_tics;
}

static void write_axis(struct page *page, const struct page_need *need)
{
    size_t zero = 0;
    for (size_t i = 1; i < need->n_tics; i++) {
        zero = fabs(need->tics[i].at) < fabs(need->tics[zero].at) ? i : zero;
    }
    size_t stride = need->n_tics > 0 ? tic_stride(page, need, zero) : 1;
    double y = page->bottom - page_tic_gap * page->font;
    for (size_t i = zero % stride; i < need->n_tics; i += stride) {
        if (need->tics[i].at >= need->low && need->tics[i].at <= need->high) {
            page_write(page, page_x(page, need->tics[i].at), y, PAGE_AXIS, need->tics[i].label);
        }
    }
    page_write(page, (page->left + page->right) / 2, page->title_y, PAGE_AXIS, need->axis_title);
}

static void write_legend(struct page *page)
{
    double em = page->font;
    for (size_t i = 0; i < page->legend->n; i++) {
        const struct legend_item *item = &page->legend->items[i];
        page_write(page, page->legend_x + (item->x + legend_indent) * em,
                   page->legend_y - item->y * em, PAGE_KEY, item->label);
    }
}

void page_start(struct page *page, const struct page_need *need, struct legend *legend)
{
    *page = (struct page){
        .low = need->low,
        .high = need->high,
        .n_rows = need->n_rows,
        .label_em = widest(need->row_labels, need->n_rows, label_most),
        .note_em = widest(need->row_notes, need->n_rows, note_most),
        .legend = legend,
        .text = g_string_new(NULL),
        .labels = g_ptr_array_new_with_free_func(g_free),
    };
    struct page_names names = {.n_lines = 0};
    page_lay(page, need, &names);
    write_rows(page, need);
    write_names(page, &names);
    write_axis(page, need);
    write_legend(page);
    page_names_end(&names);
}

void page_end(struct page *page)
{
    g_string_free(page->text, TRUE);
    g_ptr_array_free(page->labels, TRUE);
}
