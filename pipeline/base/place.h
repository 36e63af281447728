#ifndef BASE_PLACE_H
#define BASE_PLACE_H

/* Where the project's own data files are: beside the programs in a build tree (build/../codebooks),
 * or in ../share/volgstuur where the programs are installed. No environment variable decides. */

/* Path of `name` ("codebooks/koenig.csv", "plots/axis.gp"), to be freed; NULL when it is nowhere.
 */
char *place_find(const char *name);

/* Folder in which the running program stands; to be freed. */
char *place_programs(void);

#endif
