#ifndef AGREE_DIFFERENCES_H
#define AGREE_DIFFERENCES_H

#include "agree/system.h"
#include "table/writer.h"

/* The units on which coders differ, as passages to talk about: the two codes most often taken for
 * each other first, then in the order of the file. One row for each pair of codes of a unit:
 * `coder` is "A + B", `code` what A gave and B did not, `other` the other way round (empty: none),
 * `reason` both ("doorvragen~duiden"). Where only coded passages are in the export, a passage
 * differs that overlaps passages of another coder of that conversation with other codes only, or
 * none. */

/* Writes those of one system; the codings keep their words. */
void differences_write(struct writer *writer, const struct system *system);

#endif
