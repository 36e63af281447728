#include "tally/worth.h"

#include "base/word.h"
#include "table/amount.h"
#include "table/number_short.h"

#include <math.h>

void worth_open(struct worth *worth, struct reader *in)
{
    static const char *const amounts[] = {"segments", "turns", "words", "seconds"};

    *worth = (struct worth){.in = in};
    worth->text = reader_column(in, "text");
    worth->start = reader_column(in, "start");
    worth->end = reader_column(in, "end");
    for (size_t i = 0; i < G_N_ELEMENTS(amounts); i++)
        worth->amounts[i] = reader_column(in, amounts[i]);
    worth->seconds = g_strcmp0(reader_head(in)->extent, "seconds") == 0;
}

/* How long the unit of this row lasts, in microseconds. */
static int64_t worth_length(struct worth *worth)
{
    const struct value *start = reader_value(worth->in, worth->start);
    const struct value *end = reader_value(worth->in, worth->end);
    struct number_short from;
    struct number_short to;
    double length;

    if (number_read_eight(start->text, start->length, '.', &from) &&
        number_read_eight(end->text, end->length, '.', &to) && from.micro <= to.micro)
        return to.micro - from.micro;
    length = amount_number(worth->in, worth->end) - amount_number(worth->in, worth->start);
    worth->untimed += isnan(length);
    return amount_micro(worth->in, length);
}

struct tally_amount worth_unit(struct worth *worth)
{
    const struct value *text = reader_value(worth->in, worth->text);

    return (struct tally_amount){
        .turns = 1,
        .words = word_count(text->text, text->length),
        .microseconds = worth->seconds ? worth_length(worth) : 0,
    };
}

struct tally_amount worth_sum(const struct worth *worth)
{
    return (struct tally_amount){
        .segments = amount_whole(worth->in, worth->amounts[0], 0),
        .turns = amount_whole(worth->in, worth->amounts[1], 0),
        .words = amount_whole(worth->in, worth->amounts[2], 0),
        .microseconds = amount_micro(worth->in, amount_number(worth->in, worth->amounts[3])),
    };
}
