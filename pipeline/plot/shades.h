#ifndef PLOT_SHADES_H
#define PLOT_SHADES_H

/* How dark a cell with a count is, among cells of which the highest has `most`: from light to 1; 0
 * is white, for no count at all (0 or NaN). */
double shades_of(double count, double most);

#endif
