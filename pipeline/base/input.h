#ifndef BASE_INPUT_H
#define BASE_INPUT_H

enum { INPUT_WAIT = 3000 };

/* Opens a file for reading; ends the program when it cannot be, and when it is a named pipe into
 * which nobody has begun to write within INPUT_WAIT milliseconds: opening such a one would wait for
 * ever. A writer that is slow is waited for. */
int input_open(const char *path);

#endif
