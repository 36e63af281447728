#ifndef CHART_PAGE_LAY_H
#define CHART_PAGE_LAY_H

#include "chart/page.h"

/* The words above and below the panels, in lines; owned. */
struct page_words {
    char **first, **last;     /* the names of both sides */
    double first_em, last_em; /* of the widest line */
    size_t n_names;           /* lines of the longer one */
    char **titles[PAGE_PANELS];
    size_t n_titles; /* lines of the longest title of an axis */
};

/* Distances in em: around the page, between columns, between panels, between the lines of the
 * names, between the names, and from the panel to the middle of the tic labels and from there to
 * that of the title. */
extern const double page_margin, page_column_gap, page_panel_gap, page_name_line, page_names_apart;
extern const double page_tic_gap, page_title_line;

/* Finds the size of the canvas and of the letters, the panels and their pitch, and where names,
 * titles and legend stand. page->legend, label_em, n_lines, note_em and the axes are given. The
 * caller ends words. */
void page_lay(struct page *page, const struct page_need *need, struct page_words *words);

/* Gives its memory back. */
void page_words_end(struct page_words *words);

#endif
