#ifndef CHART_LETTERING_H
#define CHART_LETTERING_H

#include <glib.h>

/* Texts as they may stand in a data file of gnuplot, and how wide they will be.
 *
 * Widths are in em (1 = the font size) and are those of DejaVu Sans, which is as wide as Verdana
 * and wider than Arial: a picture laid out with them clips in none of the three. */

/* A copy of text that gnuplot shows as typed: `"` becomes ” (a straight one would swallow the next
 * cell), `\` becomes ∖ (it starts an escape), `]]>` becomes ]]› (gnuplot leaves > bare in SVG),
 * white space and controls become one space, invalid UTF-8 becomes U+FFFD, and what XML cannot hold
 * or what turns the reading direction around is dropped. Spaces at both ends go. NULL gives "". The
 * caller frees. */
char *lettering_clean(const char *text);

/* The width in em of a clean text in the regular face. */
double lettering_width(const char *clean);

/* The width in em of a clean text in the bold face. */
double lettering_width_bold(const char *clean);

/* A copy of a clean text that is at most `em` wide in the regular face: itself, or its beginning
 * and an ellipsis. em >= 1. The caller frees. */
char *lettering_fit(const char *clean, double em);

/* A clean text as lines of at most `em` in the regular face (em >= 1): broken at spaces, and within
 * a word only where the word alone is wider. No line for an empty text. Free with g_strfreev(). */
char **lettering_wrap(const char *clean, double em);

/* The same in the bold face. */
char **lettering_wrap_bold(const char *clean, double em);

/* The width in em of the widest of these lines (NULL-terminated) in the regular face. */
double lettering_width_lines(char *const *lines);

#endif
