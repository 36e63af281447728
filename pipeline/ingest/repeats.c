#include "ingest/repeats.h"

#include <glib.h>
#include <string.h>

struct repeats {
    struct ledger *ledger;
    struct marks seen;
    GString *source; /* at hand */
};

struct repeats *repeats_new(struct ledger *ledger)
{
    struct repeats *repeats = g_new0(struct repeats, 1);

    repeats->ledger = ledger;
    repeats->source = g_string_new(NULL);
    return repeats;
}

void repeats_free(struct repeats *repeats)
{
    marks_clear(&repeats->seen);
    g_string_free(repeats->source, TRUE);
    g_free(repeats);
}

void repeats_enter(struct repeats *repeats, const char *source)
{
    if (strcmp(repeats->source->str, source) == 0)
        return;
    marks_forget(&repeats->seen);
    g_string_assign(repeats->source, source);
}

static uint64_t repeats_row_key(const struct repeats_row *row)
{
    return repeats_key(row->texts[0], row->lengths[0], marks_key(row->texts[1], row->lengths[1], 0),
                       marks_key(row->texts[2], row->lengths[2], 0));
}

struct marks *repeats_marks(struct repeats *repeats)
{
    return &repeats->seen;
}

void repeats_look(struct repeats *repeats, const struct repeats_row *row, const char *file,
                  size_t line)
{
    uint64_t *seen = marks_at(&repeats->seen, repeats_row_key(row));

    if (*seen != 0) {
        char *value = g_strdup_printf("%.*s: %.*s", (int)row->lengths[0], row->texts[0],
                                      (int)row->lengths[2], row->texts[2]);

        ledger_line(repeats->ledger, LEDGER_WARNING, file, line, "repeated-row", value,
                    "this unit has this code by this coder already: counted again");
        g_free(value);
    }
    *seen = 1;
}
