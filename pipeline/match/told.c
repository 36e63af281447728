#include "match/told.h"

#include "table/method.h"

struct result told_result(const struct told *told, const char *subject, const char *statistic)
{
    struct result result = result_empty("match");

    result.by = told->by;
    result.group = told->group;
    result.subject = subject;
    result.term = told->term->name;
    result.statistic = statistic;
    result.persons_wpb = told->lot->n_wpbs;
    result.persons_student = told->lot->n_students;
    return result;
}

void told_write(const struct told *told, struct result *result, const char *estimand,
                const char *rest)
{
    char *method = method_begin("answer", told->person, estimand, rest);

    result->method = method;
    result_write(told->writer, result);
    g_free(method);
}

void told_count(const struct told *told, const char *subject, const char *statistic, double count,
                int64_t n)
{
    struct result result = told_result(told, subject, statistic);

    result.value = count;
    result.n = n;
    told_write(told, &result, NULL, "");
}

const char *told_note(enum stat_reason value, enum stat_reason limits, int64_t n)
{
    if (value == STAT_NO_VARIATION)
        return "alike";
    if (value == STAT_TOO_FEW && n > 0)
        return "too-few";
    return method_note(value != STAT_FINE ? value : limits, (size_t)n);
}
