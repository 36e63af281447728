#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* More digits than this a double does not hold for sure. */
enum { SURE_DIGITS = 15, SHORT_PLACES = 6 };

/* Digits that are compared; a double needs 17 at most, but may be written with more. */
enum { DIGITS_MOST = 60 };

static const double tens[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                              1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/* Most numbers are `[+-]digits[.digits]` with few digits: both the digits and the power of ten are
 * exact as a double then, so that their quotient is the nearest double (Clinger 1990). False when
 * the text is anything else. */
static bool number_read_short(const char *text, double *value)
{
    bool negative = *text == '-';
    const char *point = NULL;
    int64_t digits = 0;
    int n = 0;

    for (text += (*text == '-' || *text == '+'); *text != '\0'; text++) {
        if (*text == '.' && point == NULL)
            point = text;
        else if (g_ascii_isdigit(*text) && ++n <= SURE_DIGITS)
            digits = 10 * digits + (*text - '0');
        else
            return false;
    }
    if (n == 0)
        return false;
    *value = (double)digits / tens[point == NULL ? 0 : text - point - 1];
    *value = negative ? -*value : *value;
    return true;
}

/* The whole of `[+-]digits[.digits][e[+-]digits]`, with at least one digit before the exponent. */
static bool number_is_plain(const char *text)
{
    size_t whole;
    size_t part = 0;

    text += (*text == '-' || *text == '+');
    whole = strspn(text, "0123456789");
    text += whole;
    if (*text == '.') {
        part = strspn(text + 1, "0123456789");
        text += 1 + part;
    }
    if (whole + part == 0)
        return false;
    if (*text == 'e' || *text == 'E') {
        text++;
        text += (*text == '-' || *text == '+');
        whole = strspn(text, "0123456789");
        if (whole == 0)
            return false;
        text += whole;
    }
    return *text == '\0';
}

bool number_read(const char *text, double *value)
{
    double read;

    if (number_read_short(text, value))
        return true;
    if (!number_is_plain(text))
        return false;
    read = g_ascii_strtod(text, NULL);
    if (fabs(read) > 1e300)
        return false;
    *value = read;
    return true;
}

/* The digits from the first to the last that is not 0; how many, at most DIGITS_MOST and one more.
 */
static size_t number_digits(const char *text, char digits[DIGITS_MOST + 1])
{
    size_t n = 0;
    size_t last = 0;

    for (; *text != '\0' && *text != 'e' && *text != 'E' && n <= DIGITS_MOST; text++) {
        if (!g_ascii_isdigit(*text) || (n == 0 && *text == '0'))
            continue;
        digits[n++] = *text;
        last = *text == '0' ? last : n;
    }
    return n > DIGITS_MOST ? n : last;
}

bool number_keeps(const char *text, double value)
{
    char digits[DIGITS_MOST + 1];
    char held[DIGITS_MOST + 1];
    char written[DIGITS_MOST + NUMBER_ROOM];
    char format[NUMBER_ROOM];
    size_t n;

    if (strpbrk(text, "eE") == NULL && strlen(text) <= SURE_DIGITS)
        return true;
    n = number_digits(text, digits);
    if (n == 0 || n > DIGITS_MOST)
        return n == 0;
    g_snprintf(format, sizeof format, "%%.%zue", n - 1);
    g_ascii_formatd(written, sizeof written, format, value);
    return number_digits(written, held) == n && memcmp(digits, held, n) == 0;
}

bool number_read_count(const char *text, int64_t *value)
{
    int64_t sum = 0;

    if (*text == '\0')
        return false;
    for (; *text != '\0'; text++) {
        int digit = *text - '0';

        if (digit < 0 || digit > 9 || sum > (INT64_MAX - digit) / 10)
            return false;
        sum = 10 * sum + digit;
    }
    *value = sum;
    return true;
}

/* Writes a number of at most SHORT_PLACES decimals; 0 when it has more. A decimal of 15 digits that
 * reads back equal is the only one, so that the first found is the shortest. */
static int number_write_short(char text[NUMBER_ROOM], double value)
{
    double size = fabs(value);

    for (int places = 1; places <= SHORT_PLACES && size >= 1e-4; places++) {
        double digits = floor(size * tens[places] + 0.5);
        int64_t rest;
        int length = 0;

        if (digits >= tens[SURE_DIGITS])
            return 0;
        if (digits / tens[places] != size)
            continue;
        rest = (int64_t)digits % (int64_t)tens[places];
        if (value < 0)
            text[length++] = '-';
        length += number_write_count(text + length, (int64_t)digits / (int64_t)tens[places]);
        text[length] = '.';
        for (int i = places; i > 0; i--, rest /= 10)
            text[length + i] = (char)('0' + rest % 10);
        text[length + places + 1] = '\0';
        return length + places + 1;
    }
    return 0;
}

int number_write(char text[NUMBER_ROOM], double value)
{
    static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};
    int length;

    text[0] = '\0';
    if (!isfinite(value))
        return 0;
    if (value == floor(value) && fabs(value) < 1e15)
        return number_write_count(text, (int64_t)value);
    length = number_write_short(text, value);
    if (length > 0)
        return length;
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        g_ascii_formatd(text, NUMBER_ROOM, formats[i], value);
        if (g_ascii_strtod(text, NULL) == value)
            break;
    }
    return (int)strlen(text);
}

int number_write_count(char text[NUMBER_ROOM], int64_t value)
{
    char digits[NUMBER_ROOM];
    int n = 0;
    int length = 0;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do {
        digits[n++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0)
        text[length++] = '-';
    while (n > 0)
        text[length++] = digits[--n];
    text[length] = '\0';
    return length;
}
