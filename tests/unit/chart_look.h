#ifndef CHART_LOOK_H
#define CHART_LOOK_H

#include "chart/lettering.h"
#include "chart_room.h"

/* Looks at a drawn SVG: does every text lie on the canvas, and how often does something stand in
 * it. */

static inline double look_number(const GMatchInfo *match, const char *name)
{
    g_autofree char *digits = g_match_info_fetch_named(match, name);
    return g_ascii_strtod(digits, NULL);
}

/* The text of a match as typed: gnuplot writes three entities. */
static inline char *look_words(const GMatchInfo *match)
{
    char *words = g_match_info_fetch_named(match, "words");
    GString *text = g_string_new(words);
    g_string_replace(text, "&lt;", "<", 0);
    g_string_replace(text, "&gt;", ">", 0);
    g_string_replace(text, "&amp;", "&", 0);
    g_free(words);
    return g_string_free(text, FALSE);
}

static inline void look_at_text(const GMatchInfo *match, double width, double height)
{
    g_autofree char *words = look_words(match);
    g_autofree char *anchor = g_match_info_fetch_named(match, "anchor");
    g_autofree char *weight = g_match_info_fetch_named(match, "weight");
    double size = look_number(match, "size"), x = look_number(match, "x");
    double y = look_number(match, "y");
    double wide = size * (*weight ? lettering_width_bold(words) : lettering_width(words));
    double from = g_str_equal(anchor, "start") ? x
                  : g_str_equal(anchor, "end") ? x - wide
                                               : x - wide / 2;
    if (from < 0 || from + wide > width || y < size || y > height - 0.3 * size) {
        g_error("\"%s\" is clipped: %.0f to %.0f of %.0f, line %.0f of %.0f", words, from,
                from + wide, width, y, height);
    }
}

/* Fails where a text is clipped; gives the number of texts. */
static inline unsigned int look_texts(GBytes *svg)
{
    static const char pattern[] =
        "translate\\((?<x>[-0-9.]+),(?<y>[-0-9.]+)\\)\"(?: [-a-z]+=\"[^\"]*\")*?"
        "(?<weight> font-weight=\"bold\")? font-family=\"[^\"]*\" font-size=\"(?<size>[0-9.]+)\" +"
        "text-anchor=\"(?<anchor>[a-z]+)\">\\s*<text>(?<words>[^<]*)</text>";
    g_autoptr(GError) error = NULL;
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, &error);
    g_assert_no_error(error);
    gsize n = 0;
    const char *text = g_bytes_get_data(svg, &n);
    double width = g_ascii_strtod(g_strstr_len(text, (gssize)n, "width=\"") + 7, NULL);
    double height = g_ascii_strtod(g_strstr_len(text, (gssize)n, "height=\"") + 8, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    unsigned int found = 0;
    for (g_regex_match_full(regex, text, (gssize)n, 0, 0, &match, NULL);
         g_match_info_matches(match); g_match_info_next(match, NULL)) {
        look_at_text(match, width, height);
        found++;
    }
    return found;
}

static inline unsigned int look_count(GBytes *bytes, const char *what)
{
    gsize n = 0;
    const char *at = g_bytes_get_data(bytes, &n), *end = at + n;
    unsigned int found = 0;
    while ((at = memmem(at, (size_t)(end - at), what, strlen(what))) != NULL) {
        at += strlen(what);
        found++;
    }
    return found;
}

#endif
