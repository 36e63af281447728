#include "describe/rows.h"

#include "table/method.h"

#include <string.h>

struct result rows_result(const struct sample *sample, const char *subject, const char *statistic)
{
    struct result result = result_empty("describe");

    result.by = sample->by;
    result.group = sample->group;
    result.subject = subject;
    result.term = scales_book(sample->forms->scales, sample->subject)->name;
    result.statistic = statistic;
    result.persons_wpb = sample->wpbs;
    result.persons_student = sample->students;
    return result;
}

void rows_put(const struct rows *rows, const struct sample *sample, struct result *result,
              const char *estimand, const char *rest)
{
    const struct item *item = scales_item(sample->forms->scales, sample->subject);
    const char *made = rows->made->pdata[sample->subject];
    GString *words = g_string_new(rest);
    char *method;

    if (made != NULL && strstr(rest, "missing=") == NULL)
        g_string_append_printf(words, "%s%s", words->len > 0 ? "; " : "", made);
    if (item != NULL && item->reversed)
        g_string_append_printf(words, "%sreversed=asked", words->len > 0 ? "; " : "");
    method = method_begin("answer", sample->person, estimand, words->str);
    result->method = method;
    result_write(rows->writer, result);
    g_free(method);
    g_string_free(words, TRUE);
}

void rows_count(const struct rows *rows, const struct sample *sample, const char *statistic,
                int64_t value, int64_t n)
{
    struct result result =
        rows_result(sample, scales_name(sample->forms->scales, sample->subject), statistic);

    result.value = (double)value;
    result.n = n;
    rows_put(rows, sample, &result, NULL, "");
}
