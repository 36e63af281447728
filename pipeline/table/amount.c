#include "table/amount.h"

#include "base/fail.h"
#include "table/number.h"

#include <math.h>

double amount_number(struct reader *reader, int slot)
{
    double value = NAN;

    if (reader_missing(reader, slot) == MISSING_NOT &&
        !number_read(reader_cell(reader, slot), &value))
        fail(STATUS_STOPPED, "%s: \"%s\" is not a number", reader_place(reader),
             reader_cell(reader, slot));
    return value;
}

int64_t amount_whole(struct reader *reader, int slot, int64_t missing)
{
    int64_t value = missing;

    if (reader_missing(reader, slot) == MISSING_NOT &&
        !number_read_count(reader_cell(reader, slot), &value))
        fail(STATUS_STOPPED, "%s: \"%s\" is not a whole number", reader_place(reader),
             reader_cell(reader, slot));
    return value;
}

int64_t amount_micro(struct reader *reader, double seconds)
{
    if (seconds < 0 || seconds > 1e9)
        fail(STATUS_STOPPED, "%s: a length of time below 0 or above 1e9 seconds",
             reader_place(reader));
    return isnan(seconds) ? 0 : llround(1e6 * seconds);
}

void amount_add(struct reader *reader, int64_t *sum, int64_t amount)
{
    const int64_t most = INT64_C(1) << 62;

    if (amount > most - *sum)
        fail(STATUS_STOPPED, "%s: counts too large to add up", reader_place(reader));
    *sum += amount;
}
