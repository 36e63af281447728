#include "table/damage.h"

#include "table/encoding.h"

#include <glib.h>

/* Whether the letter is one of a list that ends in 0. */
static bool damage_has(const gunichar *list, gunichar letter)
{
    while (*list != 0 && *list != letter)
        list++;
    return *list != 0;
}

/* What the second byte of a letter of two looks like in Windows-1252: 80 to BF. */
static bool damage_is_second(gunichar letter)
{
    return (letter >= 0x80 && letter <= 0xbf) || encoding_is_upper_1252(letter);
}

/* Whether the first of two signs, with the second and the third one behind it, is a damaged letter.
 */
static bool damage_is(gunichar first, gunichar second, gunichar third)
{
    static const gunichar behind_circumflex[] = {0x20ac, 0x201a, 0x201e, 0x2020, 0x2021, 0x2c6, 0};
    static const gunichar behind_umlaut[] = {0x178, 0xb0, 0xb1, 0x2021, 0};
    static const gunichar behind_ring[] = {0x178, 0xa1, 0xbe, 0};
    static const gunichar behind_frame[] = {0x192,  0x2502, 0x2510, 0x2524, 0x2551, 0x2557,
                                            0x255d, 0x2563, 0x2591, 0x2592, 0x2593, 0};

    switch (first) {
    case 0xfffd:
        return true;
    case 0xc3: /* Ã© */
        return damage_is_second(second);
    case 0xe3: /* ã©, in small letters since; manhã» and its like are Portuguese */
        return second >= 0xa0 && second <= 0xbf && second != 0xbb && second != 0xb7;
    case 0xc2: /* Â° */
        return second >= 0x80 && second <= 0xbf;
    case 0xe2: /* â€™ */
        return damage_has(behind_circumflex, second);
    case 0xc4: /* Ä± */
        return damage_has(behind_umlaut, second);
    case 0xc5: /* Å¡ */
        return damage_has(behind_ring, second);
    case 0x221a: /* √©, but not the root of pi or a half */
        return second >= 0xa0 && !(second >= 0xbc && second <= 0xbe) &&
               g_unichar_get_script(second) != G_UNICODE_SCRIPT_GREEK;
    case 0x201a: /* ‚Äô, ‚Ç¨ */
        return (second == 0xc4 && third >= 0xa0) || (second == 0xc7 && third == 0xa8);
    case 0xac: /* ¬† */
        return second == 0x2020;
    case 0x251c: /* ├® */
    case 0x252c:
        return (second >= 0xa0 && second <= 0xff) || damage_has(behind_frame, second);
    case 0xd4: /* ÔÇ£, Ôé¼ */
        return (second == 0xc7 || second == 0xe9) && third >= 0xa0 && third <= 0xbf;
    default:
        return false;
    }
}

/* The letter at `*at`, which goes behind it; 0 at the end. */
static gunichar damage_next(const char **at, const char *stop)
{
    gunichar letter = *at < stop ? g_utf8_get_char_validated(*at, stop - *at) : 0;

    if (letter == 0 || letter >= (gunichar)-2)
        return 0;
    *at = g_utf8_next_char(*at);
    return letter;
}

static bool damage_stands(const char *text, const char *stop)
{
    gunichar first = damage_next(&text, stop);
    gunichar second = damage_next(&text, stop);

    return damage_is(first, second, damage_next(&text, stop));
}

bool damage_is_near(const char *text, size_t n)
{
    return n < DAMAGE_MOST || damage_stands(text, text + n);
}

size_t damage_find(const char *text, size_t n)
{
    const char *stop = text + n;

    for (const char *at = text; at < stop; at = g_utf8_next_char(at))
        if ((*at & 0x80) != 0 && damage_may_be(at) && damage_stands(at, stop))
            return (size_t)(at - text);
    return n;
}
