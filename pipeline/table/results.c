#include "table/results.h"

#include "base/fail.h"
#include "table/amount.h"

#include <math.h>
#include <string.h>

static const struct {
    const char *analysis;
    const char *statistic;
    enum result_kind kind;
} allowed[] = {
#define RESULT(analysis, statistic, kind, subject, term, parts)                                    \
    {#analysis, #statistic, RESULT_##kind},
#include "table/results.def"
#undef RESULT
};

static int result_find(const char *analysis, const char *statistic)
{
    for (size_t i = 0; i < G_N_ELEMENTS(allowed); i++)
        if (strcmp(allowed[i].analysis, analysis) == 0 &&
            strcmp(allowed[i].statistic, statistic) == 0)
            return (int)i;
    return -1;
}

enum result_kind result_kind(const char *analysis, const char *statistic)
{
    int found = result_find(analysis, statistic);

    g_assert(found >= 0);
    return allowed[found].kind;
}

struct result result_empty(const char *analysis)
{
    return (struct result){
        .analysis = analysis,
        .by = "",
        .group = "",
        .subject = "",
        .term = "",
        .statistic = "",
        .value = NAN,
        .low = NAN,
        .high = NAN,
        .n = -1,
        .persons_wpb = -1,
        .persons_student = -1,
        .method = "",
        .note = "",
    };
}

static void result_write_count(struct writer *writer, int64_t count)
{
    if (count < 0)
        writer_missing(writer, MISSING_EMPTY);
    else
        writer_count(writer, count);
}

void result_write(struct writer *writer, const struct result *result)
{
    const char *const texts[] = {result->analysis, result->by,   result->group,
                                 result->subject,  result->term, result->statistic};

    g_assert(result_find(result->analysis, result->statistic) >= 0);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        writer_text(writer, texts[i]);
    writer_number(writer, result->value);
    writer_number(writer, result->low);
    writer_number(writer, result->high);
    result_write_count(writer, result->n);
    result_write_count(writer, result->persons_wpb);
    result_write_count(writer, result->persons_student);
    writer_text(writer, result->method);
    writer_text(writer, result->note);
    writer_row(writer);
}

struct result_slots result_slots(struct reader *reader)
{
    struct result_slots slots;
    const char *const *columns = shape_columns(SHAPE_RESULTS);

    for (size_t i = 0; i < G_N_ELEMENTS(slots.columns); i++)
        slots.columns[i] = reader_column(reader, columns[i]);
    return slots;
}

struct result result_read(struct reader *reader, const struct result_slots *slots)
{
    const int *at = slots->columns;
    struct result result = {
        .analysis = reader_cell(reader, at[0]),
        .by = reader_cell(reader, at[1]),
        .group = reader_cell(reader, at[2]),
        .subject = reader_cell(reader, at[3]),
        .term = reader_cell(reader, at[4]),
        .statistic = reader_cell(reader, at[5]),
        .value = amount_number(reader, at[6]),
        .low = amount_number(reader, at[7]),
        .high = amount_number(reader, at[8]),
        .n = amount_whole(reader, at[9], -1),
        .persons_wpb = amount_whole(reader, at[10], -1),
        .persons_student = amount_whole(reader, at[11], -1),
        .method = reader_cell(reader, at[12]),
        .note = reader_cell(reader, at[13]),
    };

    if (result_find(result.analysis, result.statistic) < 0)
        fail(STATUS_STOPPED, "%s: \"%s %s\" is not a result that volgstuur knows",
             reader_place(reader), result.analysis, result.statistic);
    return result;
}
