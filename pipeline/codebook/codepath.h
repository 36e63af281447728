#ifndef CODEBOOK_CODEPATH_H
#define CODEBOOK_CODEPATH_H

/* Path of the codebook that a person names: a path (it holds a `/` or ends in `.csv`) as it is, a
 * name in codebooks/. An unknown name ends the program (STATUS_USAGE) and names the nearest known
 * one. To be freed. */
char *codepath_find(const char *name);

#endif
