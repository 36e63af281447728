#include "table/show.h"

#include "table/number.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#define SHOW_NARROW_SPACE "\342\200\257" /* U+202F */
#define SHOW_SPACE "\302\240"            /* U+00A0, no break */
#define SHOW_MINUS "\342\210\222"        /* U+2212 */
#define SHOW_UNKNOWN "\342\200\223"      /* U+2013 */

int show_language(const char *word)
{
    if (strcmp(word, "nl") == 0)
        return SHOW_DUTCH;
    return strcmp(word, "en") == 0 ? SHOW_ENGLISH : -1;
}

bool show_has_percent(int64_t n)
{
    return n >= SHOW_PERCENT;
}

char *show_count(int64_t count, enum show_language language)
{
    char digits[NUMBER_ROOM];
    GString *text;
    size_t n;

    (void)language; /* both part thousands alike */
    if (count < 0)
        return g_strdup(SHOW_UNKNOWN);
    n = (size_t)number_write_count(digits, count);
    text = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0 && n > 4)
            g_string_append(text, SHOW_NARROW_SPACE);
        g_string_append_c(text, digits[i]);
    }
    return g_string_free(text, FALSE);
}

char *show_of(int64_t k, int64_t n, enum show_language language)
{
    char *part = show_count(k, language);
    char *whole = show_count(n, language);
    char *text = g_strdup_printf(language == SHOW_DUTCH ? "%s van de %s" : "%s of %s", part, whole);

    g_free(part);
    g_free(whole);
    return text;
}

/* Digits with the language's decimal mark; a value that rounds to zero loses its sign. */
static GString *show_digits(double value, int decimals, enum show_language language)
{
    char digits[64];
    char format[8];
    GString *text = g_string_new(NULL);

    g_snprintf(format, sizeof format, "%%.%df", decimals);
    g_ascii_formatd(digits, sizeof digits, format, fabs(value));
    if (value < 0 && strpbrk(digits, "123456789") != NULL)
        g_string_append(text, SHOW_MINUS);
    for (const char *digit = digits; *digit != '\0'; digit++)
        g_string_append_c(text, *digit == '.' && language == SHOW_DUTCH ? ',' : *digit);
    return text;
}

char *show_decimal(double value, int decimals, enum show_language language)
{
    if (!isfinite(value) || fabs(value) >= 1e15)
        return g_strdup(SHOW_UNKNOWN);
    return g_string_free(show_digits(value, decimals, language), FALSE);
}

/* A percentage without its sign; what is not 0 or 100 is never shown as if it were. */
static char *show_percentage(double share, int64_t n, enum show_language language)
{
    int decimals = n < SHOW_DECIMALS ? 0 : 1;
    double step = decimals == 0 ? 1 : 0.1;
    double percentage = 100 * share;
    const char *mark = "";
    char *digits;
    char *text;

    if (percentage > 0 && percentage < step / 2) {
        mark = "<" SHOW_SPACE;
        percentage = step;
    } else if (percentage < 100 && percentage >= 100 - step / 2) {
        mark = ">" SHOW_SPACE;
        percentage = 100 - step;
    }
    digits = show_decimal(percentage, decimals, language);
    text = g_strconcat(mark, digits, NULL);
    g_free(digits);
    return text;
}

/* A limit is nothing that was seen: it is rounded like any number. */
static char *show_limit(double limit, int64_t n, enum show_language language)
{
    if (!show_has_percent(n))
        return show_decimal(limit, 2, language);
    return show_decimal(100 * limit, n < SHOW_DECIMALS ? 0 : 1, language);
}

char *show_share(double share, int64_t n, enum show_language language)
{
    char *bare;
    char *text;

    if (!isfinite(share))
        return g_strdup(SHOW_UNKNOWN);
    if (!show_has_percent(n))
        return show_decimal(share, 2, language);
    bare = show_percentage(share, n, language);
    text = g_strconcat(bare, language == SHOW_DUTCH ? SHOW_SPACE "%" : "%", NULL);
    g_free(bare);
    return text;
}

static char *show_pair(const char *before, char *low, const char *middle, char *high,
                       const char *after)
{
    char *text = g_strconcat(before, low, middle, high, after, NULL);

    g_free(low);
    g_free(high);
    return text;
}

char *show_limits(double low, double high, int64_t n, enum show_language language)
{
    const char *percent = language == SHOW_DUTCH ? SHOW_SPACE "%" : "%";

    if (!isfinite(low) || !isfinite(high))
        return g_strdup(SHOW_UNKNOWN);
    return show_pair("", show_limit(low, n, language), language == SHOW_DUTCH ? " tot " : " to ",
                     show_limit(high, n, language), show_has_percent(n) ? percent : "");
}

char *show_between(double low, double high, int64_t n, enum show_language language)
{
    const char *percent = language == SHOW_DUTCH ? " procent" : " per cent";

    if (!isfinite(low) || !isfinite(high))
        return g_strdup(SHOW_UNKNOWN);
    return show_pair(language == SHOW_DUTCH ? "tussen " : "between ", show_limit(low, n, language),
                     language == SHOW_DUTCH ? " en " : " and ", show_limit(high, n, language),
                     show_has_percent(n) ? percent : "");
}

/* A mean of shares may happen to be whole times n, and is still not k of n. */
bool show_is_of(const struct result *result, int64_t *k)
{
    double times = result->value * (double)result->n;

    if (result->n <= 0 || !isfinite(times) || strstr(result->method, "estimand=mean") != NULL ||
        fabs(times - round(times)) > 1e-6)
        return false;
    *k = llround(times);
    return true;
}

/* n, but no more than allows decimals where fewer persons than that are known. */
static int64_t show_few(int64_t persons, int64_t n)
{
    return persons >= 0 && persons < SHOW_DECIMALS ? MIN(n, SHOW_DECIMALS - 1) : n;
}

/* What a share of segments rests on besides them: decimals are for SHOW_DECIMALS persons (or
 * conversations, where those are what was drawn) or more, however many segments these have. */
static int64_t show_base(const struct result *result)
{
    const char *clusters = strstr(result->method, "clusters=");
    int64_t persons = MAX(result->persons_wpb, result->persons_student);

    if (persons < 0 && clusters != NULL)
        persons = g_ascii_strtoll(clusters + strlen("clusters="), NULL, 10);
    return show_few(persons, result->n);
}

/* Decimals of a value or limit that is no share: an index and a coefficient have two, a rate one, a
 * score one on few persons and two on many, and a position has one only between two codes. */
static int show_decimals(const struct result *result, double value)
{
    switch (result_kind(result->analysis, result->statistic)) {
    case RESULT_INDEX:
    case RESULT_COEFFICIENT:
        return 2;
    case RESULT_RATE:
        return 1;
    case RESULT_SCORE:
        return show_base(result) < SHOW_DECIMALS ? 1 : 2;
    case RESULT_COUNT:
    case RESULT_POSITION:
    case RESULT_SHARE:
        break;
    }
    return value == floor(value) ? 0 : 1;
}

/* What is not perfect is never shown as if it were. */
static char *show_coefficient(double value, enum show_language language)
{
    char *digits;
    char *text;

    if (value >= 1 || value < 0.995)
        return show_decimal(value, 2, language);
    digits = show_decimal(0.99, 2, language);
    text = g_strconcat(">" SHOW_SPACE, digits, NULL);
    g_free(digits);
    return text;
}

char *show_value(const struct result *result, enum show_language language)
{
    int64_t k;

    if (!isfinite(result->value))
        return g_strdup(SHOW_UNKNOWN);
    switch (result_kind(result->analysis, result->statistic)) {
    case RESULT_COUNT:
        return show_count(llround(result->value), language);
    case RESULT_SHARE:
        if (!show_has_percent(result->n) && show_is_of(result, &k))
            return show_of(k, result->n, language);
        return show_share(result->value, show_base(result), language);
    case RESULT_COEFFICIENT:
        return show_coefficient(result->value, language);
    case RESULT_RATE:
    case RESULT_POSITION:
    case RESULT_INDEX:
    case RESULT_SCORE:
        break;
    }
    return show_decimal(result->value, show_decimals(result, result->value), language);
}

char *show_interval(const struct result *result, enum show_language language)
{
    if (result_kind(result->analysis, result->statistic) == RESULT_SHARE)
        return show_limits(result->low, result->high, show_base(result), language);
    if (!isfinite(result->low) || !isfinite(result->high))
        return g_strdup(SHOW_UNKNOWN);
    return show_pair("", show_decimal(result->low, show_decimals(result, result->low), language),
                     language == SHOW_DUTCH ? " tot " : " to ",
                     show_decimal(result->high, show_decimals(result, result->high), language), "");
}
