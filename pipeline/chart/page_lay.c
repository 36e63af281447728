#include "chart/page_lay.h"

#include "chart/lettering.h"

#include <math.h>

const double page_margin = 1.1, page_column_gap = 0.7, page_panel_gap = 2.6;
const double page_name_line = 1.35, page_names_apart = 2;
const double page_tic_gap = 0.9, page_title_line = 1.55;

/* In em. */
static const double name_gap = 0.5, line_half = 0.7, legend_gap = 1.0;
static const double pitch_least = 1.3, pitch_usual = 2.0, pitch_slide = 3.6;
/* White between two row labels of more than one line: at least, and on paper. */
static const double label_gap_least = 0.3, label_gap = 0.9;
/* Height by width of a printed page under a caption. */
static const double paper_shape = 1.36;
/* A title of an axis breaks no sooner than this. */
static const double title_least = 10;

/* The least width of all panels on paper, in px, and the least part of a slide. */
static const double panel_least = 420, slide_panel = 0.36;

/* Heights above and below the panels, in em. */
struct stack {
    double above, below;
};

static double widest_line(char *const *lines)
{
    double em = 0;
    for (; *lines != NULL; lines++) {
        em = fmax(em, lettering_width_bold(*lines));
    }
    return em;
}

static void split_names(struct page_words *words, const struct page_need *need, double em)
{
    g_autofree char *first = lettering_clean(need->first_name);
    g_autofree char *last = lettering_clean(need->last_name);
    double both = lettering_width_bold(first) + lettering_width_bold(last) + page_names_apart;
    double most = both > em ? (em - page_names_apart) / 2 : em;
    words->first = lettering_wrap_bold(first, most);
    words->last = lettering_wrap_bold(last, most);
    words->first_em = widest_line(words->first);
    words->last_em = widest_line(words->last);
    words->n_names = MAX(g_strv_length(words->first), g_strv_length(words->last));
}

/* Breaks the titles of the axes to the width of a panel. */
static void split_titles(struct page_words *words, const struct page_need *need, double em)
{
    words->n_titles = 0;
    for (size_t i = 0; i < need->n_axes; i++) {
        g_autofree char *title = lettering_clean(need->axes[i].title);
        words->titles[i] = lettering_wrap(title, fmax(em, title_least));
        words->n_titles = MAX(words->n_titles, g_strv_length(words->titles[i]));
    }
}

void page_words_end(struct page_words *words)
{
    g_strfreev(words->first);
    g_strfreev(words->last);
    for (size_t i = 0; i < PAGE_PANELS; i++) {
        g_strfreev(words->titles[i]);
    }
    *words = (struct page_words){.n_names = 0};
}

static double beside_em(const struct page *page)
{
    return 2 * page_margin + page->label_em + page_column_gap + page->note_em +
           (page->note_em > 0 ? page_column_gap : 0.6);
}

/* The width of one panel in em. */
static double panel_em(const struct page *page)
{
    double n = (double)page->n_panels;
    double gaps = page_panel_gap * (n - 1);
    return (page->canvas.width / page->canvas.font - beside_em(page) - gaps) / n;
}

/* Breaks the words and places the legend for a font and a width, and says what height they take. */
static struct stack lay_words(const struct page *page, const struct page_need *need,
                              struct page_words *words)
{
    double em = page->canvas.width / page->canvas.font - 2 * page_margin;
    split_names(words, need, em);
    split_titles(words, need, panel_em(page));
    legend_place(page->legend, em);
    double lines = (double)page->legend->n_lines, titles = (double)words->n_titles;
    return (struct stack){
        .above =
            page_margin + (words->n_names ? (double)words->n_names * page_name_line + name_gap : 0),
        .below = page_tic_gap + line_half +
                 (titles > 0 ? page_title_line + (titles - 1) * canvas_line_em : 0) +
                 (lines > 0 ? legend_gap + lines * legend_line : 0) + page_margin - 0.3,
    };
}

/* The pitch that rows ask for in em: `usual`, or more for labels of more lines. */
static double pitch_of(const struct page *page, double usual, double gap)
{
    double lines = (double)page->n_lines;
    return lines > 1 ? fmax(usual, lines * canvas_line_em + gap) : usual;
}

/* SVG and PDF: the page grows with what it holds; once it would be higher than what is printed on a
 * sheet of A4, the rows first stand closer together. */
static struct stack lay_paper(struct page *page, const struct page_need *need,
                              struct page_words *words)
{
    struct canvas *canvas = &page->canvas;
    canvas->font = canvas_paper_font;
    double least = beside_em(page) * canvas->font + panel_least;
    canvas->width = (unsigned int)ceil(fmax(canvas_paper_width, least));
    struct stack stack = lay_words(page, need, words);
    double room = paper_shape * canvas->width - (stack.above + stack.below) * canvas->font;
    page->pitch = fmax(
        canvas->font * pitch_of(page, pitch_least, label_gap_least),
        fmin(canvas->font * pitch_of(page, pitch_usual, label_gap), room / (double)need->n_rows));
    canvas->height = (unsigned int)ceil((stack.above + stack.below) * canvas->font +
                                        page->pitch * (double)need->n_rows);
    return stack;
}

/* PNG: the letters shrink until all is on the slide; what even then is not, makes it higher. */
static struct stack lay_slide(struct page *page, const struct page_need *need,
                              struct page_words *words)
{
    struct canvas *canvas = &page->canvas;
    struct stack stack;
    canvas->width = (unsigned int)canvas_slide_width;
    for (int font = CANVAS_SLIDE_FONT;; font--) {
        canvas->font = font;
        stack = lay_words(page, need, words);
        double room = canvas_slide_height - (stack.above + stack.below) * font;
        double least = pitch_of(page, pitch_least, label_gap_least) * font;
        double panels = canvas_slide_width - beside_em(page) * font;
        page->pitch =
            fmin(room / (double)need->n_rows, pitch_of(page, pitch_slide, label_gap) * font);
        if (font <= CANVAS_SLIDE_FONT_LEAST) {
            page->pitch = fmax(page->pitch, least);
            break;
        }
        if (page->pitch >= least && panels >= slide_panel * canvas_slide_width) {
            break;
        }
        page_words_end(words);
    }
    double high = (stack.above + stack.below) * canvas->font + page->pitch * (double)need->n_rows;
    double spare = fmax(0, canvas_slide_height - high);
    canvas->height = (unsigned int)ceil(fmax(canvas_slide_height, high));
    stack.above += spare / 2 / canvas->font;
    return stack;
}

static void lay_panels(struct page *page, const struct page_need *need)
{
    double em = page->canvas.font, wide = panel_em(page) * em;
    double left = (page_margin + page->label_em + page_column_gap) * em;
    for (size_t i = 0; i < page->n_panels; i++) {
        page->panels[i] = (struct page_panel){
            .left = left,
            .right = left + wide,
            .low = need->axes[i].low,
            .high = need->axes[i].high,
        };
        left += wide + page_panel_gap * em;
    }
}

void page_lay(struct page *page, const struct page_need *need, struct page_words *words)
{
    bool slide = need->kind == CHART_PNG;
    struct stack stack = slide ? lay_slide(page, need, words) : lay_paper(page, need, words);
    double em = page->canvas.font, titles = (double)words->n_titles;
    lay_panels(page, need);
    page->top = page->canvas.height - stack.above * em;
    page->bottom = page->top - page->pitch * (double)need->n_rows;
    page->names_y = page->top + (name_gap + ((double)words->n_names - 0.5) * page_name_line) * em;
    page->title_y = page->bottom - (page_tic_gap + page_title_line) * em;
    double low_line = words->n_titles > 0 ? page->title_y - (titles - 1) * canvas_line_em * em
                                          : page->bottom - page_tic_gap * em;
    page->legend_y = low_line - (line_half + legend_gap) * em;
    page->legend_x = fmax(page_margin * em, (page->canvas.width - page->legend->width * em) / 2);
}
