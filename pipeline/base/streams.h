#ifndef BASE_STREAMS_H
#define BASE_STREAMS_H

/* A program may be started with standard input, output or error closed; the next file opened would
 * then take that place, and a table could end up inside a ledger. Opens /dev/null, for reading
 * only, in every place that is free: reading finds nothing, writing fails and is noticed. */
void streams_fill(void);

#endif
