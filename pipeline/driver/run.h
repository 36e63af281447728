#ifndef DRIVER_RUN_H
#define DRIVER_RUN_H

/* `volgstuur run STUDY [--out DIR] [--print]`; argv[0] is "run". Returns the status: 0 all is
 * whole; 1 made, but records were refused or a part could not be made. Ends the program with 2
 * (called wrong, or studie.ini is wrong) or 3 (stopped; the old output is as it was). */
int run_main(int argc, char **argv);

#endif
