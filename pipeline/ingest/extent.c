#include "ingest/extent.h"

#include "foreign/clock.h"

#include <math.h>
#include <string.h>

bool extent_read(const char *const texts[2], bool seconds, double extent[2],
                 struct extent_fault *fault)
{
    for (int i = 0; i < 2; i++) {
        enum clock_kind kind = CLOCK_NUMBER;

        extent[i] = NAN;
        if (*texts[i] != '\0')
            kind = clock_read(texts[i], &extent[i]);
        if (kind == CLOCK_NUMBER || (kind == CLOCK_TIME && seconds))
            continue;
        *fault =
            (struct extent_fault){"number", texts[i],
                                  kind == CLOCK_TIME ? "a clock time: say --extent seconds"
                                                     : "start and end are numbers or hh:mm:ss"};
        return false;
    }
    if (!(extent[0] < 0) && !(extent[1] < 0) && !(extent[1] < extent[0]))
        return true;
    *fault = (struct extent_fault){"range", texts[1],
                                   "the end lies before the start, or one of them below 0"};
    return false;
}

void extent_name(char text[EXTENT_ROOM], const double extent[2])
{
    int n = number_write(text, extent[0]);

    text[n++] = '-';
    number_write(text + n, extent[1]);
}

const char *extent_kind(const char *asked, const struct sheet *sheet, int start, int end,
                        struct ledger *ledger)
{
    bool clock = strchr(sheet_cell(sheet, start), ':') != NULL ||
                 strchr(sheet_cell(sheet, end), ':') != NULL;

    if (asked != NULL)
        return asked;
    if (clock)
        ledger_add(ledger, LEDGER_NOTE, sheet_file(sheet), "", "extent-assumed", "seconds",
                   "start and end are clock times");
    else if (start >= 0)
        ledger_add(ledger, LEDGER_NOTE, sheet_file(sheet), "", "extent-assumed", "none",
                   "say --extent seconds if start and end are times");
    return clock ? "seconds" : "none";
}
