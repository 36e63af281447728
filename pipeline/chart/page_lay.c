#include "chart/page_lay.h"

#include "chart/lettering.h"

#include <math.h>

const double page_margin = 1.1, page_column_gap = 0.7, page_name_line = 1.35, page_names_apart = 2;
const double page_tic_gap = 0.9, page_title_line = 1.55;

/* In em. */
static const double name_gap = 0.5, line_half = 0.7, legend_gap = 1.0;
static const double pitch_least = 1.3, pitch_usual = 2.0, pitch_slide = 3.6;

/* In px. */
static const double page_width = 960, panel_least = 420, page_font = 14;
static const double slide_width = 1600, slide_height = 900;
enum { slide_font = 26, slide_font_least = 12 };
/* Least part of a slide that is the panel. */
static const double slide_panel = 0.36;

/* Heights above and below the panel, in em. */
struct stack {
    double above, below;
};

static double wider_line(char *const lines[2])
{
    double em = lettering_width_bold(lines[0]);
    return lines[1] != NULL ? fmax(em, lettering_width_bold(lines[1])) : em;
}

static void names_split(struct page_names *names, const struct page_need *need, double em)
{
    g_autofree char *first = lettering_clean(need->first_name);
    g_autofree char *last = lettering_clean(need->last_name);
    bool long_names =
        lettering_width_bold(first) + lettering_width_bold(last) + page_names_apart > em;
    double most = long_names ? (em - page_names_apart) / 2 : em;
    lettering_split(first, most, &names->first[0], &names->first[1]);
    lettering_split(last, most, &names->last[0], &names->last[1]);
    names->first_em = wider_line(names->first);
    names->last_em = wider_line(names->last);
    names->n_lines = *first == '\0' && *last == '\0' ? 0 : 1;
    if (names->first[1] != NULL || names->last[1] != NULL) {
        names->n_lines = 2;
    }
}

void page_names_end(struct page_names *names)
{
    for (size_t i = 0; i < 2; i++) {
        g_free(names->first[i]);
        g_free(names->last[i]);
    }
}

static bool is_given(const char *text)
{
    return text != NULL && *text != '\0';
}

/* Places the legend for a font and a width, as a side effect. */
static struct stack stack_of(const struct page *page, const struct page_need *need,
                             const struct page_names *names)
{
    legend_place(page->legend, page->width / page->font - 2 * page_margin);
    double lines = (double)page->legend->n_lines;
    return (struct stack){
        .above =
            page_margin + (names->n_lines ? (double)names->n_lines * page_name_line + name_gap : 0),
        .below = page_tic_gap + line_half + (is_given(need->axis_title) ? page_title_line : 0) +
                 (lines > 0 ? legend_gap + lines * legend_line : 0) + page_margin - 0.3,
    };
}

static double beside_em(const struct page *page)
{
    return 2 * page_margin + page->label_em + page_column_gap + page->note_em +
           (page->note_em > 0 ? page_column_gap : 0.6);
}

/* SVG and PDF: the page grows with what it holds. */
static struct stack lay_paper(struct page *page, const struct page_need *need,
                              struct page_names *names)
{
    page->font = page_font;
    page->width = (unsigned int)ceil(fmax(page_width, beside_em(page) * page_font + panel_least));
    names_split(names, need, page->width / page_font - 2 * page_margin);
    struct stack stack = stack_of(page, need, names);
    page->pitch = page_font * pitch_usual;
    page->height = (unsigned int)ceil((stack.above + stack.below) * page_font +
                                      page->pitch * (double)need->n_rows);
    return stack;
}

/* PNG: the letters shrink until all is on the slide. */
static struct stack lay_slide(struct page *page, const struct page_need *need,
                              struct page_names *names)
{
    struct stack stack;
    page->width = (unsigned int)slide_width;
    page->height = (unsigned int)slide_height;
    for (int font = slide_font;; font--) {
        page->font = font;
        names_split(names, need, slide_width / page->font - 2 * page_margin);
        stack = stack_of(page, need, names);
        double room = slide_height - (stack.above + stack.below) * page->font;
        double panel = slide_width - beside_em(page) * page->font;
        page->pitch = fmin(room / (double)need->n_rows, pitch_slide * page->font);
        bool fits = page->pitch >= pitch_least * page->font && panel >= slide_panel * slide_width;
        if (fits || font <= slide_font_least) {
            break;
        }
        page_names_end(names);
    }
    double spare = slide_height - (stack.above + stack.below) * page->font -
                   page->pitch * (double)need->n_rows;
    stack.above += fmax(0, spare) / 2 / page->font;
    return stack;
}

void page_lay(struct page *page, const struct page_need *need, struct page_names *names)
{
    struct stack stack =
        need->kind == CHART_PNG ? lay_slide(page, need, names) : lay_paper(page, need, names);
    double em = page->font;
    page->left = (page_margin + page->label_em + page_column_gap) * em;
    page->right = page->left + page->width - beside_em(page) * em;
    page->top = page->height - stack.above * em;
    page->bottom = page->top - page->pitch * (double)need->n_rows;
    page->names_y = page->top + (name_gap + ((double)names->n_lines - 0.5) * page_name_line) * em;
    page->title_y = page->bottom - (page_tic_gap + page_title_line) * em;
    double low_line = is_given(need->axis_title) ? page->title_y : page->bottom - page_tic_gap * em;
    page->legend_y = low_line - (line_half + legend_gap) * em;
    page->legend_x = fmax(page_margin * em, (page->width - page->legend->width * em) / 2);
}
