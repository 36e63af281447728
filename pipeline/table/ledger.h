#ifndef TABLE_LEDGER_H
#define TABLE_LEDGER_H

#include <stddef.h>
#include <stdint.h>

/* Everything a stage assumed, repaired, warned about or refused, each with the place in the user's
 * own file. With a path it becomes a table of shape ledger that appears when it is closed; without
 * one it goes to standard error, the first LEDGER_SHOWN of each kind. `what` is a short fixed word
 * ("encoding", "unknown-code"); teksten.ini says each in Dutch. */

enum { LEDGER_SHOWN = 20, LEDGER_MOST = 100000 };

/* A file of millions of lines that are none would make a ledger of as many rows. So of each kind
 * (file, level and `what`) the first LEDGER_MOST are rows; those behind them become one row without
 * a line, whose value says how many they are and whose action is LEDGER_MORE. */
#define LEDGER_MORE "more of these, which have no row of their own"

enum ledger_level {
    LEDGER_NOTE,    /* something was assumed or counted */
    LEDGER_WARNING, /* somebody should look */
    LEDGER_REFUSED, /* a record or a value was not taken */
};

struct ledger;

/* A ledger that becomes the table `path`; NULL: standard error. `by` is the stage's chain line. */
struct ledger *ledger_open(const char *path, const char *by);

/* One entry. `file` and `line` may be "" (the whole input, the whole file); `value` is the
 * offending or assumed text, `action` what was done or what to do. */
void ledger_add(struct ledger *ledger, enum ledger_level level, const char *file, const char *line,
                const char *what, const char *value, const char *action);

/* An entry for a line number (0: none). */
void ledger_line(struct ledger *ledger, enum ledger_level level, const char *file, size_t line,
                 const char *what, const char *value, const char *action);

/* A count that the accounting rests on (records, accepted, refused, blank ...): always a note. It
 * is not shown on standard error. */
void ledger_count(struct ledger *ledger, const char *file, const char *what, int64_t count);

/* How many entries a row of a ledger with this value and action stands for. */
int64_t ledger_stands_for(const char *value, const char *action);

/* How many entries of a level were made. */
int64_t ledger_entries(const struct ledger *ledger, enum ledger_level level);

/* Writes `# end` and lets the file appear, or prints how many entries were not shown. */
void ledger_close(struct ledger *ledger);

#endif
