#include "agree/confusion.h"

static void confusion_add(struct confusion *confusion, int32_t first, int32_t second)
{
    if (!confusion->ordered && first > second) {
        int32_t swap = first;

        first = second;
        second = swap;
    }
    confusion->counts[(guint)first * confusion->size + (guint)second]++;
    confusion->total++;
}

struct confusion confusion_of(const struct system *system)
{
    guint coders = system->coders->len;
    struct confusion confusion = {.size = system->codes->len + 1, .ordered = coders == 2};

    confusion.counts = g_new0(int64_t, (gsize)confusion.size * confusion.size);
    for (guint unit = 0; unit < system->units->len; unit++) {
        if (system_is_several(system, unit))
            continue;
        for (guint i = 0; i < coders; i++)
            for (guint j = i + 1; j < coders; j++)
                if (system_seen(system, unit, i) >= 0 && system_seen(system, unit, j) >= 0)
                    confusion_add(&confusion, system_seen(system, unit, i),
                                  system_seen(system, unit, j));
    }
    return confusion;
}

void confusion_clear(struct confusion *confusion)
{
    g_free(confusion->counts);
}

char *confusion_subject(const struct system *system, int first, int second)
{
    return g_strconcat(system_code(system, first), "~", system_code(system, second), NULL);
}

void confusion_write(const struct rows *rows, const struct system *system)
{
    struct confusion confusion = confusion_of(system);

    for (guint i = 0; i < confusion.size * confusion.size; i++) {
        int first = (int)(i / confusion.size);
        int second = (int)(i % confusion.size);
        struct rows_place place = {"", "", ""};
        char *subject;

        if (confusion.counts[i] == 0)
            continue;
        subject = confusion_subject(system, first, second);
        place.subject = subject;
        rows_count(rows, &place, "confusion", confusion.counts[i], confusion.total);
        g_free(subject);
    }
    confusion_clear(&confusion);
}
