#ifndef DRIVER_SAY_H
#define DRIVER_SAY_H

#include "base/fail.h"
#include "codebook/texts.h"

/* The driver's voice: Dutch sentences of section [run] of teksten.ini, each saying what to do
 * next. They go to standard error as one line behind "volgstuur: ". */

/* The texts, loaded when first asked for; borrowed until say_end(). */
const struct texts *say_texts(void);
void say_end(void);

/* The sentence of a key with its places filled: SAY("key", "place", value, ...). To be freed. */
#define SAY(...) texts_fill(say_texts(), "run", __VA_ARGS__, (char *)NULL)

/* Prints a sentence and frees it; say_stop() also ends the program with `status`. */
void say_tell(char *sentence);
G_NORETURN void say_stop(enum status status, char *sentence);

/* Why a file or folder could not be had, in Dutch: of an `errno`, and of an error of GLib's about
 * files; one that has no sentence is as the system says it. Borrowed until say_end(). */
const char *say_reason(int number);
const char *say_error(const GError *error);

/* Keeps a text until say_end(), so that it can stand in a sentence; gives it back. */
const char *say_keep(char *text);

/* `; bedoeld is misschien "X"` for a word, and for the word nearest to `wrong` among n words; ""
 * for none. Borrowed until say_end(). */
const char *say_meant(const char *word);
const char *say_nearest(const char *wrong, const char *const *words, size_t n);

/* A line that is written over by the next one, only where standard error is a terminal. */
void say_progress(unsigned step, unsigned of, const char *title);
void say_progress_end(void);

#endif
