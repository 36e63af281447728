#include "chart/picture.h"

#include <string.h>

static const unsigned char png_signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
/* An IEND chunk: length 0, its name, its check sum. */
static const unsigned char png_end[] = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xAE, 0x42, 0x60, 0x82};

static unsigned int big_endian(const unsigned char *bytes)
{
    return (unsigned int)bytes[0] << 24 | (unsigned int)bytes[1] << 16 |
           (unsigned int)bytes[2] << 8 | bytes[3];
}

char *picture_check_png(GBytes *png, unsigned int width, unsigned int height)
{
    gsize n = 0;
    const unsigned char *bytes = g_bytes_get_data(png, &n);
    if (n < 33 + sizeof png_end || memcmp(bytes, png_signature, sizeof png_signature) != 0) {
        return g_strdup("the picture is not a PNG file");
    }
    if (memcmp(bytes + n - sizeof png_end, png_end, sizeof png_end) != 0) {
        return g_strdup("the PNG picture is incomplete (is the disk full?)");
    }
    unsigned int wide = big_endian(bytes + 16), high = big_endian(bytes + 20);
    if (wide != width || high != height) {
        return g_strdup_printf("the PNG picture is %u by %u pixels instead of %u by %u", wide, high,
                               width, height);
    }
    return NULL;
}

char *picture_check_pdf(GBytes *pdf)
{
    gsize n = 0;
    const char *bytes = g_bytes_get_data(pdf, &n);
    if (n < 16 || memcmp(bytes, "%PDF-1.", 7) != 0) {
        return g_strdup("the picture is not a PDF file");
    }
    while (n > 0 && g_ascii_isspace(bytes[n - 1])) {
        n--;
    }
    if (n < 5 || memcmp(bytes + n - 5, "%%EOF", 5) != 0) {
        return g_strdup("the PDF picture is incomplete (is the disk full?)");
    }
    return NULL;
}

/* The text without everything from `open` to the `close` after it. */
static GString *cut(const char *bytes, size_t n, const char *open, const char *close)
{
    GString *rest = g_string_sized_new(n);
    for (const char *at = bytes, *end = bytes + n; at < end;) {
        const char *from = memmem(at, (size_t)(end - at), open, strlen(open));
        const char *to = from ? memmem(from, (size_t)(end - from), close, strlen(close)) : NULL;
        g_string_append_len(rest, at, (to ? from : end) - at);
        at = to ? to + strlen(close) : end;
    }
    return rest;
}

GBytes *picture_tidy_svg(GBytes *svg)
{
    gsize n = 0;
    const char *bytes = g_bytes_get_data(svg, &n);
    GString *tidy = cut(bytes, n, "<title>", "</title>");
    g_string_replace(tidy, "font-family=\"DejaVu Sans:Bold\"",
                     "font-weight=\"bold\" font-family=\"DejaVu Sans\"", 0);
    g_string_replace(tidy, "font-family=\"DejaVu Sans\"",
                     "font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\"", 0);
    return g_string_free_to_bytes(tidy);
}

/* Sets the digits of every date after `key`, as in `/CreationDate (D:20260102030405+01'00)`. */
static void still_dates(char *bytes, size_t n, const char *key)
{
    static const char epoch[] = "19700101000000";
    char *end = bytes + n, *at = bytes;
    while ((at = memmem(at, (size_t)(end - at), key, strlen(key))) != NULL) {
        at += strlen(key);
        size_t k = 0;
        for (; at < end && *at != ')'; at++) {
            if (g_ascii_isdigit(*at)) {
                *at = epoch[k] != '\0' ? epoch[k++] : '0';
            }
        }
    }
}

GBytes *picture_tidy_pdf(GBytes *pdf)
{
    gsize n = 0;
    const char *bytes = g_bytes_get_data(pdf, &n);
    char *copy = g_memdup2(bytes, n);
    still_dates(copy, n, "/CreationDate (D:");
    still_dates(copy, n, "/ModDate (D:");
    return g_bytes_new_take(copy, n);
}
