#ifndef BASE_INPUT_H
#define BASE_INPUT_H

/* Opens a file for reading; ends the program when it cannot be, and when it is a named pipe into
 * which nobody has begun to write within INPUT_WAIT milliseconds: opening such a one would wait for
 * ever. A writer that is slow is waited for. */

enum { INPUT_WAIT = 3000 };

int input_open(const char *path);

#endif
