#ifndef CHART_PICTURE_H
#define CHART_PICTURE_H

#include <glib.h>
#include <stdbool.h>

/* Is this really the picture that was asked for? gnuplot ends with status 0 on a full disk, and
 * what goes into a report must hold no script. Each returns NULL when the picture is good, else one
 * English sentence without a full stop, which the caller frees. */

/* SVG: well-formed, complete, root <svg>, no DOCTYPE, no processing instruction, none but the
 * drawing elements gnuplot writes, no attribute that begins with "on", no reference but <use> of
 * gnuplot's own point symbols, and every label (clean, lettering.h; NULL-terminated list, may be
 * NULL) standing as the text of one <text>. */
char *picture_check_svg(GBytes *svg, const char *const *labels);

/* PNG: signature, size in its header, and an IEND chunk as its last 12 bytes. */
char *picture_check_png(GBytes *png, unsigned int width, unsigned int height);

/* PDF: header and end-of-file mark. */
char *picture_check_pdf(GBytes *pdf);

/* The same SVG without the tool-tips gnuplot puts in it (<title>gnuplot_plot_1</title>), with fonts
 * of the same width to fall back on where DejaVu Sans is not installed, and with the bold face that
 * gnuplot forgets to write. No label can be
 * touched by this: in one, < is &lt; and " is ”. */
GBytes *picture_tidy_svg(GBytes *svg);

/* The same PDF with every CreationDate and ModDate set to 1970, of equal length, so that the same
 * chart is the same bytes tomorrow. */
GBytes *picture_tidy_pdf(GBytes *pdf);

#endif
