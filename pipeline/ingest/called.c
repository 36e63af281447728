#include "ingest/called.h"

#include "base/fail.h"
#include "table/shape.h"

#include <string.h>

void called_check(const char *unit, const char *extent, const char *blank, char *const *files)
{
    if (unit != NULL && !shape_is_unit(unit))
        fail(STATUS_USAGE, "--unit \"%s\": turn, passage, event or mention", unit);
    if (extent != NULL && !shape_is_extent(extent))
        fail(STATUS_USAGE, "--extent \"%s\": seconds, characters, paragraphs or none", extent);
    if (blank != NULL && strcmp(blank, "none") != 0 && strcmp(blank, "missing") != 0)
        fail(STATUS_USAGE, "--blank \"%s\": none or missing", blank);
    if (files[0] != NULL && files[1] != NULL)
        fail(STATUS_USAGE,
             "one file at a time: run vs-ingest for each and put the tables together");
}

void called_check_rows(const struct sheet *sheet)
{
    if (sheet_is_bare(sheet))
        fail_named("no-rows", "%s: a header but no rows", sheet_file(sheet));
    if (sheet_accepted(sheet) == 0)
        fail_named("none-accepted", "not one row could be read; the first: %s",
                   sheet_refusal(sheet));
}
