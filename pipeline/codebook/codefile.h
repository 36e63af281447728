#ifndef CODEBOOK_CODEFILE_H
#define CODEBOOK_CODEFILE_H

#include "codebook/codebook.h"

/* Reads one codebook file: `# version N`, a header that names the columns of struct code or struct
 * item (in any order; absent ones are empty), and the rows. See codebooks_load() for what happens
 * when something is wrong. */
struct codebook *codefile_read(const char *name);
void codefile_free(struct codebook *codebook);

#endif
