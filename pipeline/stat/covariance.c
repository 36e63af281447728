#include "stat/covariance.h"

#include "stat/moments.h"
#include "stat/order.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The answers while they are gone through. */
struct answers {
    const double *values;
    size_t persons;
    size_t items;
};

/* Whether a person has an answer to every item. */
static bool has_all(const double *row, size_t items)
{
    for (size_t i = 0; i < items; i++)
        if (isnan(row[i]))
            return false;
    return true;
}

/* The rows without a missing answer, one after the other in rows; returns how many. */
static size_t keep_complete(const struct answers *answers, double *rows)
{
    size_t n = 0;
    for (size_t i = 0; i < answers->persons; i++) {
        const double *row = answers->values + i * answers->items;
        if (has_all(row, answers->items))
            memcpy(rows + n++ * answers->items, row, answers->items * sizeof *row);
    }
    return n;
}

/* All rows, with the item's median in place of what is missing; false if an item has no answer. */
static bool fill_medians(const struct answers *answers, double *rows, double *column)
{
    size_t items = answers->items;
    memcpy(rows, answers->values, answers->persons * items * sizeof *rows);
    for (size_t j = 0; j < items; j++) {
        size_t n = 0;
        for (size_t i = 0; i < answers->persons; i++)
            if (!isnan(rows[i * items + j]))
                column[n++] = rows[i * items + j];
        if (n == 0)
            return false;
        order_sort(column, n);
        double median = order_median(column, n).value;
        for (size_t i = 0; i < answers->persons; i++)
            if (isnan(rows[i * items + j]))
                rows[i * items + j] = median;
    }
    return true;
}

/* The covariance of two items over the persons who have both; x and y are working memory. */
static struct stat_value pair(const struct answers *answers, size_t a, size_t b, double *x,
                              double *y)
{
    size_t n = 0;
    for (size_t i = 0; i < answers->persons; i++) {
        double one = answers->values[i * answers->items + a];
        double two = answers->values[i * answers->items + b];
        if (isnan(one) || isnan(two))
            continue;
        x[n] = one;
        y[n++] = two;
    }
    return moments_covariance(x, y, n);
}

/* Fills the cells from pairs of items; n becomes the smallest n of a pair. */
static void fill_cells(struct covariance *covariance, const struct answers *answers, double *x)
{
    size_t items = answers->items;
    covariance->n = answers->persons;
    for (size_t a = 0; a < items; a++)
        for (size_t b = a; b < items; b++) {
            struct stat_value value = pair(answers, a, b, x, x + answers->persons);
            covariance->cells[a * items + b] = value.value;
            covariance->cells[b * items + a] = value.value;
            if (value.n < covariance->n)
                covariance->n = value.n;
            if (value.reason != STAT_FINE && covariance->reason == STAT_FINE)
                covariance->reason = value.reason;
        }
}

struct covariance covariance_of(const double *values, size_t persons, size_t items,
                                enum covariance_missing missing)
{
    struct covariance covariance = {.items = items, .reason = STAT_TOO_FEW};
    struct answers answers = {values, persons, items};
    covariance.cells = (double *)stat_cells(items * items, sizeof *covariance.cells);
    for (size_t i = 0; i < items * items; i++)
        covariance.cells[i] = (double)NAN;
    if (persons == 0 || items == 0)
        return covariance;
    double *columns = (double *)stat_cells(2 * persons, sizeof *columns);
    double *rows = (double *)stat_cells(persons * items, sizeof *rows);
    covariance.reason = STAT_FINE;
    if (missing == COVARIANCE_LISTWISE)
        answers = (struct answers){rows, keep_complete(&answers, rows), items};
    else if (missing == COVARIANCE_MEDIAN && !fill_medians(&answers, rows, columns))
        covariance.reason = STAT_TOO_FEW;
    else if (missing == COVARIANCE_MEDIAN)
        answers.values = rows;
    if (covariance.reason == STAT_FINE)
        fill_cells(&covariance, &answers, columns);
    free(rows);
    free(columns);
    return covariance;
}

void covariance_free(struct covariance *covariance)
{
    free(covariance->cells);
    covariance->cells = NULL;
}
