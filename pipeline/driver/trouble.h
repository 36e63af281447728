#ifndef DRIVER_TROUBLE_H
#define DRIVER_TROUBLE_H

#include "driver/study.h"

/* What a stage said when it stopped, made into a sentence for who typed the study. */

struct trouble {
    const char *title;   /* of the step: "segmenten van les1" */
    const char *program; /* "vs-ingest" */
    const char *reason;  /* its last line on standard error, see trouble_reason() */
};

/* The last line of what a program said, without its own name in front; "status N" when it said
 * nothing. To be freed. */
char *trouble_reason(const char *program, const char *said, int status);

/* The sentence of a key of section [run]: Dutch first, then where to look, if the stage named a
 * file of the study or one of its codebooks, what is the matter where the stage has a name for it
 * (fail_named(); sentences of section [trouble]), its own words, and what an option that it asks
 * for is called in studie.ini. To be freed. */
char *trouble_sentence(const struct study *study, const char *key, const struct trouble *trouble);

#endif
