#include "chart/lettering.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* Advance widths of U+0020 to U+007E in DejaVu Sans 2.37, thousandths of an em. */
static const short ascii_width[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};

/* The bold face is this much wider (DejaVu Sans Bold over DejaVu Sans, mean of the letters a to z).
 */
static const double bold_widening = 1.13;

static double character_width(gunichar character)
{
    if (character >= 0x20 && character <= 0x7E) {
        return ascii_width[character - 0x20] / 1000.0;
    }
    if (g_unichar_iszerowidth(character)) {
        return 0;
    }
    if (character >= 0xC0 && character <= 0x24F) {
        return 0.66;
    }
    return 1.0;
}

/* Marks and overrides that turn the reading direction of what follows them, also outside the label.
 */
static bool turns_direction(gunichar c)
{
    return c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* A code point that XML 1.0 (section 2.2) does not allow, or a non-character. */
static bool never_shown(gunichar c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF;
}

static void append_clean(GString *clean, gunichar c)
{
    if (g_unichar_isspace(c) || g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029) {
        if (clean->len > 0 && clean->str[clean->len - 1] != ' ') {
            g_string_append_c(clean, ' ');
        }
    } else if (c == '"') {
        g_string_append(clean, "”");
    } else if (c == '\\') {
        g_string_append(clean, "∖");
    } else if (c == '>' && g_str_has_suffix(clean->str, "]]")) {
        g_string_append(clean, "›");
    } else if (!turns_direction(c) && !never_shown(c)) {
        g_string_append_unichar(clean, c);
    }
}

char *lettering_clean(const char *text)
{
    if (text == NULL) {
        return g_strdup("");
    }
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *clean = g_string_new(NULL);
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        append_clean(clean, g_utf8_get_char(at));
    }
    if (clean->len > 0 && clean->str[clean->len - 1] == ' ') {
        g_string_truncate(clean, clean->len - 1);
    }
    return g_string_free(clean, FALSE);
}

double lettering_width(const char *clean)
{
    double width = 0;
    for (const char *at = clean; *at != '\0'; at = g_utf8_next_char(at)) {
        width += character_width(g_utf8_get_char(at));
    }
    return width;
}

double lettering_width_bold(const char *clean)
{
    return bold_widening * lettering_width(clean);
}

char *lettering_fit(const char *clean, double em)
{
    if (lettering_width(clean) <= em) {
        return g_strdup(clean);
    }
    double left = em - character_width(0x2026);
    const char *end = clean;
    while (*end != '\0' && character_width(g_utf8_get_char(end)) <= left) {
        left -= character_width(g_utf8_get_char(end));
        end = g_utf8_next_char(end);
    }
    while (end > clean && end[-1] == ' ') {
        end--;
    }
    return g_strdup_printf("%.*s…", (int)(end - clean), clean);
}

/* Where a line that begins at `at` ends: at its last space within `em`, else within the word. */
static const char *line_end(const char *at, double em)
{
    const char *space = NULL, *end = at;
    double width = 0;
    for (; *end != '\0'; end = g_utf8_next_char(end)) {
        if (*end == ' ') {
            space = end;
        }
        width += character_width(g_utf8_get_char(end));
        if (width > em && end > at) {
            return space != NULL ? space : end;
        }
    }
    return end;
}

/* The number of lines of at most em. */
static size_t line_count(const char *clean, double em)
{
    size_t n = 0;
    for (; *clean != '\0'; n++) {
        const char *end = line_end(clean, em);
        clean = *end == ' ' ? end + 1 : end;
    }
    return n;
}

/* The least width that needs no more lines than `em`, so that no line holds one word left over. */
static double line_width(const char *clean, double em)
{
    size_t n = line_count(clean, em);
    double least = em / 2;
    for (int step = 0; step < 8; step++) {
        double middle = (least + em) / 2;
        if (line_count(clean, middle) <= n) {
            em = middle;
        } else {
            least = middle;
        }
    }
    return em;
}

char **lettering_wrap(const char *clean, double em)
{
    GPtrArray *lines = g_ptr_array_new();
    em = line_width(clean, em);
    while (*clean != '\0') {
        const char *end = line_end(clean, em);
        g_ptr_array_add(lines, g_strndup(clean, (gsize)(end - clean)));
        clean = *end == ' ' ? end + 1 : end;
    }
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}

char **lettering_wrap_bold(const char *clean, double em)
{
    return lettering_wrap(clean, em / bold_widening);
}

double lettering_width_lines(char *const *lines)
{
    double width = 0;
    for (; *lines != NULL; lines++) {
        width = fmax(width, lettering_width(*lines));
    }
    return width;
}
