#include "agree/rows.h"

#include "table/method.h"

#include <glib.h>
#include <string.h>

static struct result rows_begin(const struct rows *rows, const struct rows_place *place,
                                const char *statistic)
{
    struct result result = result_empty("agree");

    result.by = place->by;
    result.group = place->group;
    result.subject = place->subject;
    result.term = rows->term;
    result.statistic = statistic;
    return result;
}

/* Writes the row with `rest` at the end of its method. */
static void rows_end(const struct rows *rows, struct result *result, const char *rest)
{
    char *method = method_begin(rows->unit, rows->person, NULL, rest);

    result->method = method;
    result_write(rows->writer, result);
    g_free(method);
}

void rows_count(const struct rows *rows, const struct rows_place *place, const char *statistic,
                int64_t value, int64_t n)
{
    struct result result = rows_begin(rows, place, statistic);

    result.value = (double)value;
    result.n = n;
    rows_end(rows, &result, "");
}

void rows_share(const struct rows *rows, const struct rows_place *place, const char *statistic,
                int64_t k, int64_t n)
{
    struct result result = rows_begin(rows, place, statistic);

    result.n = n;
    if (n > 0)
        result.value = (double)k / (double)n;
    else
        result.note = "none";
    rows_end(rows, &result, "interval=none");
}

/* Why a coefficient is missing. */
static const char *rows_why(enum stat_reason reason)
{
    switch (reason) {
    case STAT_TOO_FEW:
        return "no-pairs";
    case STAT_NO_VARIATION:
        return "one-code";
    case STAT_NOT_DEFINED:
        return "not-defined";
    case STAT_FINE:
        break;
    }
    return "";
}

/* Why it has no interval over persons. */
static const char *rows_no_limits_persons(enum stat_reason reason)
{
    switch (reason) {
    case STAT_TOO_FEW:
        return "few-persons";
    case STAT_NO_VARIATION:
        return "no-variation";
    case STAT_NOT_DEFINED:
        return "no-limits-persons";
    case STAT_FINE:
        break;
    }
    return "";
}

/* Why it has none over conversations. */
static const char *rows_no_limits(enum stat_reason reason)
{
    switch (reason) {
    case STAT_TOO_FEW:
        return "few-conversations";
    case STAT_NO_VARIATION:
        return "no-spread";
    case STAT_NOT_DEFINED:
        return "no-limits";
    case STAT_FINE:
        break;
    }
    return "";
}

void rows_number_said(const struct rows *rows, const struct rows_place *place,
                      const struct rows_number *number)
{
    struct result result = rows_begin(rows, place, number->statistic);
    const struct cluster_interval *interval = number->interval;
    bool fine = number->value.reason == STAT_FINE;
    bool conversations = strcmp(rows->person, "source") == 0;
    const char *why = number->why != NULL ? number->why : rows_why(number->value.reason);
    char *note;

    if (fine)
        why = conversations ? rows_no_limits(interval->limits.reason)
                            : rows_no_limits_persons(interval->limits.reason);
    note = g_strconcat(why, *why != '\0' && *number->mark != '\0' ? "; " : "", number->mark, NULL);

    result.value = number->value.value;
    result.n = (int64_t)number->value.n;
    result.note = note;
    if (fine) {
        result.low = interval->limits.low;
        result.high = interval->limits.high;
    }
    rows_end(rows, &result, number->method);
    g_free(note);
}

void rows_number(const struct rows *rows, const struct rows_place *place,
                 const struct rows_number *number)
{
    struct rows_number said = *number;
    char *how = method_interval(number->interval, rows->resample.seed);
    char *method = g_strconcat(how, *number->method == '\0' ? "" : "; ", number->method, NULL);

    said.method = method;
    rows_number_said(rows, place, &said);
    g_free(method);
    g_free(how);
}

void rows_refuse(const struct rows *rows, const struct rows_place *place, const char *statistic,
                 const char *why)
{
    struct result result = rows_begin(rows, place, statistic);

    result.note = why;
    rows_end(rows, &result, "interval=none");
}
