#ifndef TABLE_OUTPUT_H
#define TABLE_OUTPUT_H

#include <stddef.h>

/* Bytes on their way to standard output or to a file. Every error ends the program
 * (STATUS_STOPPED) and says which file and why. A file appears whole or not at all: it is written
 * beside its target, flushed, synced and renamed by output_close(). */

struct output;

/* Opens `path`, or standard output when it is NULL or "-". */
struct output *output_open(const char *path);

/* Writes n bytes, or a NUL-terminated text. */
void output_bytes(struct output *output, const char *bytes, size_t n);
void output_text(struct output *output, const char *text);

/* Room for `n` more bytes (n <= 64 KiB), to be filled and then told with output_advance(). */
char *output_room(struct output *output, size_t n);
void output_advance(struct output *output, size_t n);

/* How much room there is without a write. */
size_t output_left(const struct output *output);

/* The last n bytes given, where they have not left yet, else NULL; borrowed until the next call. */
const char *output_last(const struct output *output, size_t n);

/* Writes what is left and closes; only now does a file appear under its name. */
void output_close(struct output *output);

#endif
