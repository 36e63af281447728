#include "ingest/repeats.h"

#include "base/marks.h"

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

void repeats_look(struct repeats *repeats, const char *source, const char *const same[3],
                  const char *file, size_t line)
{
    uint64_t key = 0;
    uint64_t *seen;

    if (strcmp(repeats->source->str, source) != 0) {
        marks_clear(&repeats->seen);
        g_string_assign(repeats->source, source);
    }
    for (int i = 0; i < 3; i++)
        key = marks_key(same[i], strlen(same[i]), key);
    seen = marks_at(&repeats->seen, key);
    if (*seen != 0) {
        char *value = g_strdup_printf("%s: %s", same[0], same[2]);

        ledger_line(repeats->ledger, LEDGER_WARNING, file, line, "repeated-row", value,
                    "this unit has this code by this coder already: counted again");
        g_free(value);
    }
    *seen = 1;
}
