#ifndef CHART_LOOK_H
#define CHART_LOOK_H

#include "chart/lettering.h"
#include "chart_room.h"

/* Looks at a drawn SVG: which texts and shapes stand in it, where, whether every text lies on the
 * canvas, and how often does something stand in it. Places are px from the upper left corner, as
 * SVG counts. */

/* A text, a filled box or a dot, and the box it takes. */
struct look {
    char *words; /* of a text; NULL otherwise */
    char *fill;  /* of a shape: "rgb(  8,  48, 107)" */
    double left, right, top, bottom;
};

static inline void look_clear(gpointer data)
{
    struct look *look = data;
    g_free(look->words);
    g_free(look->fill);
}

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

/* A letter reaches 0.78 em above its line and 0.24 em below it; a turned text is read upwards. */
static inline struct look look_text(const GMatchInfo *match)
{
    g_autofree char *anchor = g_match_info_fetch_named(match, "anchor");
    g_autofree char *weight = g_match_info_fetch_named(match, "weight");
    g_autofree char *turned = g_match_info_fetch_named(match, "turned");
    struct look look = {.words = look_words(match)};
    double size = look_number(match, "size"), x = look_number(match, "x");
    double y = look_number(match, "y");
    double wide = size * (*weight ? lettering_width_bold(look.words) : lettering_width(look.words));
    double before = g_str_equal(anchor, "start") ? 0 : g_str_equal(anchor, "end") ? wide : wide / 2;
    if (*turned) {
        look.left = x - 0.78 * size;
        look.right = x + 0.24 * size;
        look.top = y + before - wide;
        look.bottom = y + before;
    } else {
        look.left = x - before;
        look.right = x - before + wide;
        look.top = y - 0.78 * size;
        look.bottom = y + 0.24 * size;
    }
    return look;
}

static inline struct look look_polygon(const GMatchInfo *match)
{
    g_autofree char *points = g_match_info_fetch_named(match, "points");
    g_auto(GStrv) corners = g_strsplit(g_strstrip(points), " ", -1);
    struct look look = {.fill = g_match_info_fetch_named(match, "fill"), .left = 1e9, .top = 1e9};
    for (char **corner = corners; *corner != NULL; corner++) {
        double x = g_ascii_strtod(*corner, NULL);
        double y = g_ascii_strtod(strchr(*corner, ',') + 1, NULL);
        look.left = MIN(look.left, x);
        look.right = MAX(look.right, x);
        look.top = MIN(look.top, y);
        look.bottom = MAX(look.bottom, y);
    }
    return look;
}

static inline struct look look_dot(const GMatchInfo *match)
{
    double x = look_number(match, "x"), y = look_number(match, "y");
    double radius = look_number(match, "size");
    return (struct look){.fill = g_match_info_fetch_named(match, "fill"),
                         .left = x - radius,
                         .right = x + radius,
                         .top = y - radius,
                         .bottom = y + radius};
}

static inline GArray *look_for(GBytes *svg, const char *pattern,
                               struct look (*found)(const GMatchInfo *match))
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, &error);
    g_assert_no_error(error);
    gsize n = 0;
    const char *text = g_bytes_get_data(svg, &n);
    GArray *list = g_array_new(FALSE, FALSE, sizeof(struct look));
    g_array_set_clear_func(list, look_clear);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match_full(regex, text, (gssize)n, 0, 0, &match, NULL);
         g_match_info_matches(match); g_match_info_next(match, NULL)) {
        struct look look = found(match);
        g_array_append_val(list, look);
    }
    return list;
}

static inline struct look *look_at(const GArray *list, guint i)
{
    return &g_array_index(list, struct look, i);
}

/* All texts; all filled boxes; all dots of a kind (6 a disc, 4 a square), in the order they were
 * drawn. Free with g_array_unref(). */
static inline GArray *look_text_list(GBytes *svg)
{
    return look_for(
        svg,
        "translate\\((?<x>[-0-9.]+),(?<y>[-0-9.]+)\\)(?<turned> rotate\\(-90\\))?\"(?: [-a-z]+="
        "\"[^\"]*\")*?(?<weight> font-weight=\"bold\")? font-family=\"[^\"]*\" "
        "font-size=\"(?<size>[0-9.]+)\" +text-anchor=\"(?<anchor>[a-z]+)\">\\s*"
        "<text>(?<words>[^<]*)</text>",
        look_text);
}

static inline GArray *look_polygons(GBytes *svg)
{
    return look_for(svg, "<polygon fill = '(?<fill>[^']*)' points = '(?<points>[^']*)'",
                    look_polygon);
}

static inline GArray *look_dots(GBytes *svg, int kind)
{
    g_autofree char *pattern = g_strdup_printf(
        "<use xlink:href='#gpPt%d' transform='translate\\((?<x>[-0-9.]+),(?<y>[-0-9.]+)\\) "
        "scale\\((?<size>[0-9.]+)\\)' color='(?<fill>[^']*)'",
        kind);
    return look_for(svg, pattern, look_dot);
}

/* The text with these words that was drawn first; fails when there is none. */
static inline const struct look *look_find(const GArray *texts, const char *words)
{
    for (guint i = 0; i < texts->len; i++) {
        if (g_str_equal(look_at(texts, i)->words, words)) {
            return look_at(texts, i);
        }
    }
    g_error("there is no text \"%s\"", words);
}

/* Fails where a text is clipped; gives the number of texts. */
static inline unsigned int look_texts(GBytes *svg)
{
    gsize n = 0;
    const char *text = g_bytes_get_data(svg, &n);
    double width = g_ascii_strtod(g_strstr_len(text, (gssize)n, "width=\"") + 7, NULL);
    double height = g_ascii_strtod(g_strstr_len(text, (gssize)n, "height=\"") + 8, NULL);
    g_autoptr(GArray) list = look_text_list(svg);
    for (guint i = 0; i < list->len; i++) {
        const struct look *look = look_at(list, i);
        if (look->left < 0 || look->right > width || look->top < 0 || look->bottom > height) {
            g_error("\"%s\" is clipped: %.0f to %.0f of %.0f, %.0f to %.0f of %.0f", look->words,
                    look->left, look->right, width, look->top, look->bottom, height);
        }
    }
    return list->len;
}

/* Fails where two texts lie on each other. */
static inline void look_apart(GBytes *svg)
{
    g_autoptr(GArray) list = look_text_list(svg);
    for (guint i = 0; i < list->len; i++) {
        const struct look *one = look_at(list, i);
        for (guint j = 0; j < i; j++) {
            const struct look *other = look_at(list, j);
            if (one->left < other->right - 0.5 && other->left < one->right - 0.5 &&
                one->top < other->bottom - 0.5 && other->top < one->bottom - 0.5) {
                g_error("\"%s\" lies on \"%s\"", one->words, other->words);
            }
        }
    }
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

/* The width and height in the header of a PNG. */
static inline void look_png(GBytes *png, unsigned int *width, unsigned int *height)
{
    const unsigned char *bytes = g_bytes_get_data(png, NULL);
    *width = (unsigned int)bytes[16] << 24 | (unsigned int)bytes[17] << 16 |
             (unsigned int)bytes[18] << 8 | bytes[19];
    *height = (unsigned int)bytes[20] << 24 | (unsigned int)bytes[21] << 16 |
              (unsigned int)bytes[22] << 8 | bytes[23];
}

#endif
