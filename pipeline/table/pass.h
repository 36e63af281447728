#ifndef TABLE_PASS_H
#define TABLE_PASS_H

#include "table/stage.h"
#include "table/writer.h"

/* What the row-wise stages share: rows are read, perhaps changed in a few cells, and written again
 * with all their columns. A table whose head differs from the one before starts a new table, so
 * that each keeps its own preamble. */

struct pass;

/* Opens the run's input for these shapes, and its output; end with pass_close(). */
struct pass *pass_open(struct run *run, unsigned shapes);

/* Ends the output. */
void pass_close(struct pass *pass);

/* The reader, for slots and cells. */
struct reader *pass_reader(struct pass *pass);

/* A preamble line of a codebook ("koenig 3 9f2c...") for every table; before the first row. */
void pass_codebook(struct pass *pass, const char *line);

/* A column that every table gets, unless it has it; before the first row. */
void pass_column(struct pass *pass, const char *name);

/* The next row; false at the end. */
bool pass_next(struct pass *pass);

/* Another value for one cell of this row: `text` is copied; missing MISSING_NOT means the text. */
void pass_replace(struct pass *pass, int slot, const char *text, enum missing missing);

/* Writes this row, replacements and all. */
void pass_keep(struct pass *pass);

/* Writes a row of its own, that holds the replacements made since pass_keep() and nothing else, and
 * forgets them. pass_unite() beforehand, where such rows are about several tables: it starts a
 * table with the columns of all of them, unless there was only one. */
void pass_insert(struct pass *pass);
void pass_unite(struct pass *pass);

/* How many tables the output has so far. */
unsigned pass_tables(const struct pass *pass);

#endif
