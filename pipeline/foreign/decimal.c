#include "foreign/decimal.h"

#include "table/number.h"

#include <glib.h>
#include <string.h>

enum { GROUP = 3 }; /* digits between marks of thousands */

/* The text without outer space, of any kind; `*length` bytes of it. */
static const char *decimal_trim(const char *text, size_t *length)
{
    const char *stop;

    while (*text != '\0' && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    stop = text + strlen(text);
    while (stop > text) {
        const char *last = g_utf8_prev_char(stop);

        if (!g_unichar_isspace(g_utf8_get_char(last)))
            break;
        stop = last;
    }
    *length = (size_t)(stop - text);
    return text;
}

/* A number in parts: digits and marks, then perhaps an exponent. */
struct parts {
    const char *digits; /* behind the sign */
    const char *stop;   /* of digits and marks */
    const char *mark;   /* the last one, NULL */
    size_t marks;
    size_t before; /* digits before the first mark */
    bool mixed;    /* both kinds of mark */
    bool grouped;  /* between marks stand three digits, before the first one to three */
    bool exponent;
};

/* False when a sign that belongs to no number stands there. */
static bool parts_read(struct parts *parts, const char *text, size_t length)
{
    const char *end = text + length;
    const char *at = text + (length > 0 && (*text == '-' || *text == '+'));
    size_t run = 0;
    char first = '\0';

    *parts = (struct parts){.digits = at, .grouped = true};
    for (; at < end && *at != 'e' && *at != 'E'; at++) {
        if (g_ascii_isdigit(*at)) {
            run++;
            continue;
        }
        if (*at != '.' && *at != ',')
            return false;
        if (parts->marks == 0)
            parts->before = run;
        else if (run != GROUP)
            parts->grouped = false;
        first = parts->marks == 0 ? *at : first;
        parts->mixed = parts->mixed || (first != *at);
        parts->marks++;
        parts->mark = at;
        run = 0;
    }
    parts->stop = at;
    parts->exponent = at < end;
    parts->grouped = parts->grouped && parts->before >= 1 && parts->before <= GROUP;
    return true;
}

/* Whether every mark but the last is the other one: 1.234.567,5. */
static bool parts_are_two_kinds(const struct parts *parts)
{
    for (const char *at = parts->digits; at < parts->mark; at++)
        if (*at == *parts->mark)
            return false;
    return parts->grouped;
}

static enum decimal_shape parts_shape(const struct parts *parts)
{
    size_t after = parts->marks == 0 ? 0 : (size_t)(parts->stop - parts->mark) - 1;
    enum decimal_shape as_decimal =
        parts->marks > 0 && *parts->mark == ',' ? DECIMAL_SAYS_COMMA : DECIMAL_SAYS_POINT;
    enum decimal_shape other =
        as_decimal == DECIMAL_SAYS_COMMA ? DECIMAL_SAYS_POINT : DECIMAL_SAYS_COMMA;

    if (parts->marks == 0)
        return DECIMAL_WHOLE;
    if (parts->mixed)
        return parts_are_two_kinds(parts) ? as_decimal : DECIMAL_WRONG;
    if (parts->marks > 1)
        return parts->grouped && after == GROUP && !parts->exponent ? other : DECIMAL_WRONG;
    if (after != GROUP || !parts->grouped || parts->exponent || *parts->digits == '0')
        return as_decimal;
    return as_decimal == DECIMAL_SAYS_COMMA ? DECIMAL_EITHER_COMMA : DECIMAL_EITHER_POINT;
}

/* Writes the text with a point for `decimal` and without the other mark; false when it is too long
 * for a number. */
static bool decimal_plain(char plain[DECIMAL_ROOM], const char *text, size_t length, char decimal)
{
    size_t n = 0;

    if (length >= DECIMAL_ROOM)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == decimal)
            plain[n++] = '.';
        else if (text[i] != '.' && text[i] != ',')
            plain[n++] = text[i];
    }
    plain[n] = '\0';
    return true;
}

enum decimal_shape decimal_shape(const char *text)
{
    struct parts parts;
    size_t length;
    enum decimal_shape shape;
    char plain[DECIMAL_ROOM];
    double value;

    text = decimal_trim(text, &length);
    if (!parts_read(&parts, text, length))
        return DECIMAL_WRONG;
    shape = parts_shape(&parts);
    if (shape == DECIMAL_WRONG ||
        !decimal_plain(plain, text, length, shape == DECIMAL_SAYS_COMMA ? ',' : '.') ||
        !number_read(plain, &value))
        return DECIMAL_WRONG;
    return shape;
}

static bool decimal_is_either(enum decimal_shape shape)
{
    return shape == DECIMAL_EITHER_POINT || shape == DECIMAL_EITHER_COMMA;
}

static void decimal_add(struct decimal *decimal, enum decimal_shape shape, const char *text)
{
    decimal->point += shape == DECIMAL_SAYS_POINT;
    decimal->comma += shape == DECIMAL_SAYS_COMMA;
    if (decimal_is_either(shape) && decimal->either++ == 0)
        g_strlcpy(decimal->example, text, sizeof decimal->example);
}

static bool decimal_shape_has_mark(enum decimal_shape shape)
{
    return shape != DECIMAL_WRONG && shape != DECIMAL_WHOLE;
}

bool decimal_has_mark(const char *text)
{
    return strpbrk(text, ".,") != NULL && decimal_shape_has_mark(decimal_shape(text));
}

bool decimal_is_clear(const struct decimal *decimal)
{
    return decimal->told || (decimal->point == 0) != (decimal->comma == 0);
}

bool decimal_is_torn(const struct decimal *decimal)
{
    return !decimal_is_clear(decimal) && decimal->point + decimal->comma + decimal->either > 0;
}

void decimal_forget(struct decimal *decimal)
{
    *decimal = (struct decimal){.delimiter = decimal->delimiter, .rounded = decimal->rounded};
}

void decimal_count(struct decimal *decimal, const char *text)
{
    enum decimal_shape shape;

    if (strpbrk(text, ".,") == NULL)
        return;
    shape = decimal_shape(text);
    if (!decimal_shape_has_mark(shape))
        return;
    decimal_add(decimal, shape, text);
    decimal->ahead++;
}

void decimal_settle(struct decimal *decimal)
{
    enum decimal_mark usual = decimal->delimiter == ';' ? DECIMAL_COMMA : DECIMAL_POINT;

    if (decimal->told || decimal->point + decimal->comma + decimal->either == 0)
        return;
    decimal->mark = usual;
    if (decimal->point != decimal->comma)
        decimal->mark = decimal->point > decimal->comma ? DECIMAL_POINT : DECIMAL_COMMA;
}

bool decimal_is_assumed(const struct decimal *decimal)
{
    return !decimal->told && decimal->point + decimal->comma == 0 && decimal->either > 0;
}

/* A cell with the mark that the column does not have. */
static enum decimal_got decimal_against(const struct decimal *decimal)
{
    bool turned = decimal->mark == DECIMAL_COMMA ? decimal->point > decimal->comma
                                                 : decimal->comma > decimal->point;

    return turned && !decimal->told ? DECIMAL_TURNED : DECIMAL_AGAINST;
}

/* The ordinary cell: one mark, the column's own, and not three digits behind it. */
static bool decimal_read_ordinary(struct decimal *decimal, const char *text, double *value)
{
    const char own = decimal->mark == DECIMAL_COMMA ? ',' : '.';
    char plain[DECIMAL_ROOM];
    size_t marks = 0;
    size_t mark = 0;
    size_t n = 0;

    for (; text[n] != '\0'; n++) {
        if (n + 1 == DECIMAL_ROOM || (text[n] != own && (text[n] == '.' || text[n] == ',')))
            return false;
        plain[n] = text[n] == own ? '.' : text[n];
        mark = text[n] == own ? n : mark;
        marks += text[n] == own;
    }
    plain[n] = '\0';
    if (marks != 1 || n - mark == GROUP + 1 || !number_read(plain, value))
        return false;
    rounded_look(&decimal->rounded, text, plain, *value);
    decimal_agree(decimal, 1);
    return true;
}

void decimal_agree(struct decimal *decimal, size_t n)
{
    size_t ahead = MIN(n, decimal->ahead);

    decimal->ahead -= ahead;
    *(decimal->mark == DECIMAL_COMMA ? &decimal->comma : &decimal->point) += n - ahead;
}

enum decimal_got decimal_read(struct decimal *decimal, const char *text, double *value)
{
    enum decimal_shape shape;
    char plain[DECIMAL_ROOM];
    size_t length;
    bool comma;

    if (strpbrk(text, ".,") == NULL && number_read(text, value)) {
        rounded_look(&decimal->rounded, text, text, *value);
        return DECIMAL_READ;
    }
    if (decimal->mark != DECIMAL_OPEN && decimal_read_ordinary(decimal, text, value))
        return DECIMAL_READ;
    shape = decimal_shape(text);
    if (shape == DECIMAL_WRONG)
        return DECIMAL_NOT;
    if (shape != DECIMAL_WHOLE && decimal->ahead > 0)
        decimal->ahead--;
    else
        decimal_add(decimal, shape, text);
    if (decimal->mark == DECIMAL_OPEN)
        decimal_settle(decimal);
    comma = decimal->mark == DECIMAL_COMMA;
    if (shape == (comma ? DECIMAL_SAYS_POINT : DECIMAL_SAYS_COMMA))
        return decimal_against(decimal);
    text = decimal_trim(text, &length);
    decimal_plain(plain, text, length, comma ? ',' : '.');
    if (!number_read(plain, value))
        return DECIMAL_NOT;
    rounded_look(&decimal->rounded, text, plain, *value);
    return DECIMAL_READ;
}
