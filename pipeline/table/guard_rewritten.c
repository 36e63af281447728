/* Names that a spreadsheet takes for dates, times or numbers, and writes in its own way: 3-4
 * becomes 3-apr, 00123 becomes 123, 1.10 becomes 1,1 or 110. A whole number stays as it is, and so
 * does what is no date in any order of day, month and year, such as 2023-2024. */

#include "base/month.h"
#include "table/guard.h"

#include <string.h>

enum { PARTS = 3, EXACT = 15 /* digits that a spreadsheet keeps */, LONGEST = 255 };

static const char digits[] = "0123456789";

static bool guard_is_month(const char *part, size_t length)
{
    enum { MONTHS = 12 };
    int month = 0;

    for (size_t i = 0; i < length; i++)
        month = 10 * month + g_ascii_digit_value(part[i]);
    return length <= 2 && month >= 1 && month <= MONTHS;
}

/* 007, 1.10, 0,5, 1e5: a number, but not a whole one as everybody writes it. */
static bool guard_is_other_number(const char *text)
{
    size_t whole = strspn(text, digits);
    const char *at = text + strspn(text, "0123456789.,");

    if (text[whole] == '\0')
        return whole > EXACT || (whole > 1 && *text == '0');
    if ((*at == 'e' || *at == 'E') && at > text) {
        at++;
        at += *at == '+' || *at == '-';
        at += strspn(at, digits);
    }
    return *at == '\0' && strpbrk(text, digits) != NULL;
}

/* 3-4, 3/4/24, 2024-04, 2024-04-03: two or three numbers of which the first or the second may be a
 * month, the year with two or four digits; a time may stand behind it. */
static bool guard_is_date(const char *text)
{
    const char mark = text[strspn(text, digits)];
    bool month = false;
    size_t years = 0; /* parts that are too long for anything else */
    size_t n = 0;

    for (; n < PARTS; n++) {
        size_t length = strspn(text, digits);

        if (length == 0 || length == 3 || length > 4)
            return false;
        month |= n < 2 && guard_is_month(text, length);
        years += length == 4;
        text += length;
        if (*text != mark || (mark != '-' && mark != '/'))
            break;
        text++;
    }
    return n > 0 && n < PARTS && month && years < 2 && (*text == '\0' || *text == ' ');
}

/* 2:12, 10:04:59,5. */
static bool guard_is_time(const char *text)
{
    size_t n = 0;

    for (;; n++) {
        size_t length = strspn(text, digits);

        if (length == 0)
            return false;
        text += length;
        if (*text != ':')
            break;
        text++;
    }
    return n > 0 && n < PARTS && strspn(text, "0123456789.,") == strlen(text);
}

/* mei 2024, 3 apr, jan-22: the name of a month and a number or two. */
static bool guard_is_named_date(const char *text)
{
    size_t names = 0;
    size_t n = 0;

    while (*text != '\0') {
        size_t length = strcspn(text, " -/");
        size_t numbers = strspn(text, digits);

        if (length == 0 || length > strlen("september") || (numbers > 0 && numbers < length))
            return false;
        if (numbers == 0 && !month_is_name(text, length))
            return false;
        names += numbers == 0;
        n++;
        text += length;
        text += *text != '\0';
    }
    return names == 1 && (n == 2 || n == PARTS);
}

bool guard_is_rewritten(const char *text)
{
    char *bare;
    bool is;

    while (*text == ' ')
        text++;
    if (strpbrk(text, digits) == NULL || strlen(text) > LONGEST)
        return false;
    bare = g_strchomp(g_strdup(text));
    is = guard_is_other_number(bare) || guard_is_date(bare) || guard_is_time(bare) ||
         guard_is_named_date(bare);
    g_free(bare);
    return is;
}
