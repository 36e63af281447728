#ifndef DRIVER_NEW_H
#define DRIVER_NEW_H

/* `volgstuur new DIR --codebook NAME [--codebook NAME]`; argv[0] is "new". Makes the folder of a
 * study: a studie.ini that explains itself, and for each kind of codebook what people fill in and
 * what they look things up in, as Excel NL opens it. DIR must not be there yet, or be empty. Gives
 * STATUS_DONE; what is wrong ends the program with a Dutch sentence. */
int new_main(int argc, char **argv);

#endif
