#ifndef TABLE_GUARD_H
#define TABLE_GUARD_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Cells of others, made safe for where they go: a terminal, Markdown, a spreadsheet, our own
 * tables. All texts are UTF-8; those returned are the caller's. */

/* Width in character cells of a terminal. */
size_t guard_width(const char *text);

/* One line without controls, at most `cut` cells wide (an ellipsis says that it was longer). */
char *guard_line(const char *text, size_t cut);

/* One line in which nothing is markup to Markdown. */
char *guard_markdown(const char *text);

/* Whether a spreadsheet could take the text for a formula: it begins, after spaces, controls and
 * letters without width, with = + - @ or a fullwidth form of these; or with a tab or carriage
 * return. */
bool guard_is_formula(const char *text);

/* Such a text with an apostrophe in front; another as it is. A text in which apostrophes stand
 * before a formula already gets one more, so that the one can be taken off again. */
char *guard_formula(const char *text);

/* Whether a spreadsheet would write another text than this one back: what looks like a date, a time
 * or a number that is not whole, with a 0 in front, or too long (guard_rewritten.c). */
bool guard_is_rewritten(const char *text);

/* The text as a cell of a spreadsheet that is to show and keep it as it stands: with an apostrophe
 * in front of a formula, and of what the spreadsheet would rewrite. */
char *guard_cell(const char *text);

/* The text behind the apostrophe that guard_formula() or guard_cell() puts in front; the text
 * itself where there is none. Borrowed. */
const char *guard_unguarded(const char *text);

/* The text with tab, newline, carriage return and backslash as our tables write them, and `\.` for
 * a point in front, which would say why a value is missing. */
char *guard_escape(const char *text);

/* Appends a CSV cell, in quotes where it holds the delimiter, a quote or a line end, and
 * where blanks stand at its ends: readers take those off a bare cell. */
void guard_quote(GString *line, const char *text, char delimiter);

#endif
