#ifndef CHART_PAGE_LAY_H
#define CHART_PAGE_LAY_H

#include "chart/page.h"

/* The names of both sides, each on one line or on two; owned. */
struct page_names {
    char *first[2], *last[2];
    double first_em, last_em; /* of the wider line */
    size_t n_lines;           /* 0, 1 or 2 */
};

/* Distances in em: around the page, between columns, between the lines of the names, between the
 * names, and from the panel to the middle of the tic labels and from there to that of the title. */
extern const double page_margin, page_column_gap, page_name_line, page_names_apart;
extern const double page_tic_gap, page_title_line;

/* Finds the size of the canvas and of the letters, the panel and its pitch, and where names, title
 * and legend stand. page->legend, label_em, note_em, low and high are given. The caller ends names.
 */
void page_lay(struct page *page, const struct page_need *need, struct page_names *names);

/* Gives its memory back. */
void page_names_end(struct page_names *names);

#endif
