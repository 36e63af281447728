#ifndef TABLE_OPTION_H
#define TABLE_OPTION_H

#include "table/stage.h"

/* The command line of a stage: its own options and those of all stages. */

struct option_common {
    bool summary;
    bool version;
    bool help;
    bool partial;
    bool accept_refused;
    char *ledger;
};

/* Parses; ends the program with STATUS_USAGE and one line when the stage is called wrong. Returns
 * the files named, to be freed with g_strfreev(). `*help` becomes the help text, to be freed. */
char **option_parse(const struct stage *stage, int argc, char **argv, struct option_common *common,
                    char **help);

/* The chain line: `vs-count --by school --seed 20220401`, by the record of every option given;
 * numbers always. To be freed. */
char *option_record(const struct stage *stage);

#endif
