#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include <stddef.h>

/* Names to dense ids: the first name met is 0, the next new one 1, and so on. The order of the ids
 * is therefore the order of first appearance. The last name asked for is remembered,
 * of those that begin alike, so that a name asked for again and again costs one comparison. */

struct names;

/* An empty set; free it with names_free(). */
struct names *names_new(void);
void names_free(struct names *names);

/* The id of `name`, which is copied and given the next id when it is new. */
int names_id(struct names *names, const char *name);

/* The id of `name`, or -1 when it is not there. */
int names_find(const struct names *names, const char *name);

/* The name with this id (0 <= id < names_count()); borrowed until names_free(). */
const char *names_text(const struct names *names, int id);

/* Which of two texts comes first by its bytes: less than, equal to or above 0. A GCompareFunc. */
int names_compare(const void *left, const void *right);

/* How many names there are. */
int names_count(const struct names *names);

#endif
