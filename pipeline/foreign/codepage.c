#include "foreign/codepage.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

enum { BEHIND = 3 };

/* A sign with what stands around it: '\0' where the text ends. */
struct place {
    gunichar before;
    gunichar sign;
    gunichar behind[BEHIND];
};

static bool place_is_small(gunichar letter)
{
    return letter >= 'a' && letter <= 'z';
}

static bool place_is_vowel(gunichar letter)
{
    return letter != 0 && letter < 0x80 && strchr("aeiou", (int)letter) != NULL;
}

/* Whether small letters stand before it and, `n` of them, behind. */
static bool place_is_within(const struct place *place, int n)
{
    bool within = place_is_small(place->before);

    for (int i = 0; i < n; i++)
        within = within && place_is_small(place->behind[i]);
    return within;
}

/* Two such signs and an n, as in `een` with two accents. */
static bool place_is_een(const struct place *place)
{
    return !g_unichar_isalpha(place->before) && place->behind[0] == place->sign &&
           place->behind[1] == 'n' && !g_unichar_isalnum(place->behind[2]);
}

/* Whether what people write between words stands between a vowel and two letters more: no `foto‘s`
 * or `zo‘n`. */
static bool place_is_vowels(const struct place *place)
{
    return place_is_vowel(place->before) && place_is_within(place, 2) &&
           !(place->behind[0] == 'e' && place->behind[1] == 's');
}

/* `quoted`: the text holds both quotes, or another kind that opens. */
static enum codepage place_tells(const struct place *place, bool quoted)
{
    switch (place->sign) {
    case 0x201a: /* DOS: e with acute */
        return place_is_small(place->before) || place_is_een(place) ? CODEPAGE_DOS : CODEPAGE_FINE;
    case 0x2030: /* e with diaeresis */
        return place_is_small(place->before) ? CODEPAGE_DOS : CODEPAGE_FINE;
    case 0xa4: /* n with tilde; Unix: the euro, which nobody writes within a word */
        return place_is_within(place, 1) ? CODEPAGE_DOS : CODEPAGE_UNIX;
    case 0xbd: /* Unix: oe in one, and z and s with caron */
    case 0xb8:
    case 0xa8:
        return place_is_within(place, 1) ? CODEPAGE_UNIX : CODEPAGE_FINE;
    case 0x2039: /* i with diaeresis, and others */
    case 0x201e:
    case 0x192:
    case 0x2c6:
    case 0xa1:
    case 0xa2:
    case 0x2021: /* c with cedilla; Mac: a with acute */
        return place_is_within(place, 1) ? CODEPAGE_DOS : CODEPAGE_FINE;
    case 0x160: /* e with grave */
        return place_is_small(place->before) ? CODEPAGE_DOS : CODEPAGE_FINE;
    case 0x201d: /* o with diaeresis */
    case 0x201c: /* o with circumflex */
        return !quoted && place_is_within(place, 2) ? CODEPAGE_DOS : CODEPAGE_FINE;
    case 0x17d: /* Mac: e with acute */
        return place_is_small(place->before) || place_is_een(place) ? CODEPAGE_MAC : CODEPAGE_FINE;
    case 0x178: /* u with diaeresis, an apostrophe, a quote, an ellipsis */
    case 0xd5:
    case 0xd3:
    case 0xc9:
        return place_is_small(place->before) ? CODEPAGE_MAC : CODEPAGE_FINE;
    case 0x2018: /* e with diaeresis */
    case 0x2022: /* i with diaeresis */
        return place_is_vowels(place) ? CODEPAGE_MAC : CODEPAGE_FINE;
    default:
        return CODEPAGE_FINE;
    }
}

/* Whether quotes of one kind stand in pairs there. */
static bool codepage_is_quoted(const char *text, size_t n)
{
    bool opens = memmem(text, n, "\u201c", strlen("\u201c")) != NULL;
    bool closes = memmem(text, n, "\u201d", strlen("\u201d")) != NULL;
    bool low = memmem(text, n, "\u201e", strlen("\u201e")) != NULL;

    return opens + closes + low > 1 || memchr(text, '"', n) != NULL;
}

static gunichar codepage_letter(const char *text, const char *stop)
{
    return text < stop ? g_utf8_get_char(text) : 0;
}

enum codepage codepage_find(const char *text, size_t n, size_t *at)
{
    const char *stop = text + n;
    bool quoted = codepage_is_quoted(text, n);
    struct place place = {.before = 0};

    for (const char *sign = text; sign < stop; sign = g_utf8_next_char(sign)) {
        const char *behind = sign;
        enum codepage tells;

        place.sign = g_utf8_get_char(sign);
        for (int i = 0; i < BEHIND && place.sign >= 0x80; i++) {
            behind = behind < stop ? g_utf8_next_char(behind) : stop;
            place.behind[i] = codepage_letter(behind, stop);
        }
        tells = place.sign < 0x80 ? CODEPAGE_FINE : place_tells(&place, quoted);
        *at = (size_t)(sign - text);
        if (tells != CODEPAGE_FINE)
            return tells;
        place.before = place.sign;
    }
    return CODEPAGE_FINE;
}
