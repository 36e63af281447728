#ifndef TABLE_CSV_JUDGE_H
#define TABLE_CSV_JUDGE_H

#include "table/csv.h"
#include "table/csv_window.h"
#include "table/record.h"

/* libcsv, strict in both ways, as the judge of one record. It is fed one physical line at a time,
 * which yields at most one record, so that its push becomes a pull and the line of every fault is
 * known.
 *
 * The one thing in which it is overruled: a quote within a cell that does not begin with one stands
 * for itself. Such a quote is given to libcsv as a byte that no text holds, and put back. */

struct csv_judge;

/* A judge that splits at commas until it is told otherwise; csv_judge_free() ends it. */
struct csv_judge *csv_judge_new(void);
void csv_judge_free(struct csv_judge *judge);

/* The delimiter, from the next record on. */
void csv_judge_delimiter(struct csv_judge *judge, char delimiter);

/* Reads one record from `window`, whose `at` is where it begins. A bad record costs its first line:
 * the window returns to the second one, and `*fault` says what is wrong. `*literal` becomes true
 * when quotes were kept in a cell that does not begin with one. */
enum csv_got csv_judge_record(struct csv_judge *judge, struct csv_window *window,
                              struct record *record, struct record_fault *fault, bool *literal);

#endif
