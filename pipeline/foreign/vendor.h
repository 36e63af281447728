#ifndef FOREIGN_VENDOR_H
#define FOREIGN_VENDOR_H

/* What the headers of one coding program say and another's do not. */

/* The code that a column is for by its header, as in "Code: doorvragen Applied" of Dedoose; NULL
 * when the header says no such thing. To be freed. */
char *vendor_flag_code(const char *header);

#endif
