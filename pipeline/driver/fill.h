#ifndef DRIVER_FILL_H
#define DRIVER_FILL_H

#include "driver/build.h"

/* The sheets that people fill in, in STUDY/invullen. A sheet is written once and never overwritten:
 * a new version, which differs from what the output before held, gets -2, -3 ... behind its name.
 */

/* What is to be written, looked up while the output before still stands. */
struct fill;

/* Takes the new sheets from the build, before it takes the place of the target. */
struct fill *fill_open(const struct build *build);

/* Writes them, tells where they are, and frees. Where that cannot be done a sentence says so. */
void fill_close(struct fill *fill);

#endif
