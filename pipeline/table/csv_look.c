/* Looking ahead in a file, and through the whole of it. */

#include "table/csv_inside.h"

void csv_hold(struct csv *csv)
{
    if (csv->passing)
        return;
    if (csv->delimiter == '\0')
        csv_begin(csv);
    csv_window_hold(&csv->window);
    csv->held_line = csv->window.line;
    csv->held_broken = csv->broken;
    csv->held_again = csv->again;
}

void csv_rewind(struct csv *csv)
{
    if (csv->passing)
        return;
    csv_window_return(&csv->window, 0, csv->held_line);
    csv->broken = csv->held_broken;
    csv->again = csv->held_again;
}

size_t csv_held(const struct csv *csv)
{
    return csv->window.at - csv->window.begin;
}

void csv_release(struct csv *csv)
{
    csv_window_release(&csv->window);
}

size_t csv_size(const struct csv *csv)
{
    return csv_source_size(csv->window.source);
}

struct csv *csv_open_again(const struct csv *csv)
{
    struct csv *again = csv_new(csv_source_again(csv->window.source), csv->way);
    char *line;
    size_t length;

    again->passing = true;
    again->delimiter = csv->delimiter;
    again->decided = true;
    csv_judge_delimiter(again->judge, again->delimiter);
    while (again->window.line < csv->held_line && csv_window_line(&again->window, &line, &length))
        csv_window_begin(&again->window);
    return again;
}
