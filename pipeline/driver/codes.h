#ifndef DRIVER_CODES_H
#define DRIVER_CODES_H

/* `volgstuur codebook FILE [options of vs-ingest]`; argv[0] is "codebook". Writes a codebook of the
 * codes that vs-ingest meets in FILE, in the order of first appearance, ready to be used with
 * --codebook. Returns the status of vs-ingest; nothing is written when that is above 1. */
int codes_main(int argc, char **argv);

#endif
