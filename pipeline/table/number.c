#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

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

    if (!number_is_plain(text))
        return false;
    read = g_ascii_strtod(text, NULL);
    if (fabs(read) > 1e300)
        return false;
    *value = read;
    return true;
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

int number_write(char text[NUMBER_ROOM], double value)
{
    static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};

    text[0] = '\0';
    if (!isfinite(value))
        return 0;
    if (value == floor(value) && fabs(value) < 1e15)
        return number_write_count(text, (int64_t)value);
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
