#ifndef CHART_GNUPLOT_H
#define CHART_GNUPLOT_H

#include <stdbool.h>
#include <stddef.h>

/* Which gnuplot is run, and how far it may go. */
struct gnuplot_engine {
    const char *program;  /* a path, or a name looked up in /usr/local/bin, /usr/bin and /bin */
    unsigned int seconds; /* wall time, after which it is killed; > 0 */
    unsigned int seconds_processor; /* > 0 */
    size_t bytes_memory;            /* address space */
    size_t bytes_file;              /* of any one file it writes */
};

/* "gnuplot", 30 s, 20 s, 1 GiB, 64 MiB. */
extern const struct gnuplot_engine gnuplot_usual;

/* Runs `PROGRAM -d SCRIPT` in `folder` (an existing folder; SCRIPT is a file name in it) without a
 * shell: environment of PATH, HOME (= folder), LC_ALL, TZ and SOURCE_DATE_EPOCH only, in a process
 * group of its own that dies with the caller, no core file, within the engine's limits and the jail
 * (jail.h). Standard input and output are /dev/null.
 *
 * True when it ended with status 0, which does NOT prove that it drew anything: gnuplot ends so on
 * a full disk. Otherwise *why is one English sentence without a full stop; the caller frees it. */
bool gnuplot_run(const struct gnuplot_engine *engine, const char *folder, const char *script,
                 char **why);

#endif
