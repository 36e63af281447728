#include "table/encoding.h"

#include <stdint.h>
#include <string.h>

enum { SAMPLE = 4096 };

static const char left_open[] = "\x81\x8d\x8f\x90\x9d";

/* U+20AC and so on: what 80 to 9F stand for in Windows-1252; 0 where nothing. */
static const uint16_t upper_controls[] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

bool encoding_is_upper_1252(gunichar letter)
{
    for (size_t i = 0; i < G_N_ELEMENTS(upper_controls); i++)
        if (upper_controls[i] == letter)
            return letter != 0;
    return false;
}

static void encoding_meet(struct encoding_scan *scan, unsigned char byte)
{
    scan->invalid = true;
    scan->open = scan->open || memchr(left_open, byte, sizeof left_open - 1) != NULL;
}

static bool encoding_is_settled(const struct encoding_scan *scan)
{
    return scan->several || scan->open;
}

/* Half of a letter beyond U+FFFF, as Java and old databases write them: no UTF-8, and not three
 * signs of Windows-1252 side by side either. */
static bool encoding_is_surrogate(const char *text, size_t n)
{
    return n >= 3 && (unsigned char)text[0] == 0xed && (unsigned char)text[1] >= 0xa0 &&
           (unsigned char)text[1] <= 0xbf && (unsigned char)text[2] >= 0x80 &&
           (unsigned char)text[2] <= 0xbf;
}

/* Reads what is not ASCII at the start of text[0 .. n): bytes used, 0 when more must come first. */
static size_t encoding_scan_one(struct encoding_scan *scan, const char *text, size_t n)
{
    gunichar letter = g_utf8_get_char_validated(text, (gssize)n);

    if (letter == (gunichar)-2 && n < sizeof scan->tail)
        return 0;
    if (letter < (gunichar)-2) {
        scan->several = true;
        return (size_t)g_utf8_skip[(unsigned char)*text];
    }
    encoding_meet(scan, (unsigned char)*text);
    scan->open = scan->open || encoding_is_surrogate(text, n);
    return 1;
}

/* The character that the last piece cut, with as many bytes of this one as it needs. Bytes used. */
static size_t encoding_scan_tail(struct encoding_scan *scan, const char *bytes, size_t n)
{
    size_t kept = scan->tail_length;
    size_t added = MIN(n, sizeof scan->tail - kept);
    size_t used = 0;

    if (kept == 0)
        return 0;
    memcpy(scan->tail + kept, bytes, added);
    while (used < kept) {
        size_t one = scan->tail[used] > 0
                         ? 1
                         : encoding_scan_one(scan, scan->tail + used, kept + added - used);

        if (one == 0) {
            memmove(scan->tail, scan->tail + used, kept + added - used);
            scan->tail_length = kept + added - used;
            return added;
        }
        used += one;
    }
    scan->tail_length = 0;
    return used - kept;
}

bool encoding_scan_bytes(struct encoding_scan *scan, const char *bytes, size_t n)
{
    size_t at = encoding_scan_tail(scan, bytes, n);

    while (at < n && !encoding_is_settled(scan)) {
        size_t used;

        at += encoding_ascii(bytes + at, n - at);
        if (at == n)
            break;
        used = bytes[at] == '\0' ? 1 : encoding_scan_one(scan, bytes + at, n - at);
        if (used == 0) {
            scan->tail_length = n - at;
            memcpy(scan->tail, bytes + at, n - at);
            break;
        }
        at += used;
    }
    return !encoding_is_settled(scan);
}

enum encoding encoding_decide(const struct encoding_scan *scan, bool whole)
{
    struct encoding_scan last = *scan;

    if (whole)
        for (size_t i = 0; i < scan->tail_length; i++)
            encoding_meet(&last, (unsigned char)scan->tail[i]);
    return last.invalid && !encoding_is_settled(&last) ? ENCODING_WINDOWS_1252 : ENCODING_UTF8;
}

enum encoding encoding_of_start(const char *bytes, size_t n, size_t *mark)
{
    size_t nulls[2] = {0, 0};
    size_t pairs = MIN(n, SAMPLE) / 2;

    *mark = 0;
    if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        *mark = 3;
        return ENCODING_UTF8_MARKED;
    }
    if (n >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0)) {
        *mark = 2;
        return bytes[0] == '\xff' ? ENCODING_UTF16_LITTLE : ENCODING_UTF16_BIG;
    }
    for (size_t i = 0; i < 2 * pairs; i++)
        nulls[i % 2] += bytes[i] == '\0';
    if (pairs >= 2 && 2 * nulls[1] > pairs && 20 * nulls[0] <= pairs)
        return ENCODING_UTF16_LITTLE;
    if (pairs >= 2 && 2 * nulls[0] > pairs && 20 * nulls[1] <= pairs)
        return ENCODING_UTF16_BIG;
    return ENCODING_UTF8;
}

bool encoding_fits_1252(const char *text, size_t n)
{
    struct encoding_scan scan = {0};

    encoding_scan_bytes(&scan, text, n);
    for (size_t i = 0; i < scan.tail_length; i++)
        encoding_meet(&scan, (unsigned char)scan.tail[i]);
    return !encoding_is_settled(&scan);
}

void encoding_append_1252(GString *to, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];

        if (byte < 0x80)
            g_string_append_c(to, (char)byte);
        else
            g_string_append_unichar(to, byte < 0xa0 ? upper_controls[byte - 0x80] : byte);
    }
}

const char *encoding_name(enum encoding encoding)
{
    switch (encoding) {
    case ENCODING_UTF8_MARKED:
        return "UTF-8 with byte order mark";
    case ENCODING_UTF16_LITTLE:
    case ENCODING_UTF16_BIG:
        return "UTF-16";
    case ENCODING_WINDOWS_1252:
        return "Windows-1252";
    case ENCODING_UTF8:
        break;
    }
    return "UTF-8";
}
