#include "report/often.h"

enum { MOST = 3 };

static int64_t often_segments(struct report *report, const struct part *part, const char *code)
{
    return report_whole(part_result(report, part, code, "segments"));
}

/* The code given most among those not taken yet, of equals the first of the codebook; `*equals`
 * becomes how many were given as often. NULL when there is none. */
static const char *often_next(struct report *report, const struct part *part,
                              const GPtrArray *taken, guint *equals)
{
    const char *next = NULL;
    int64_t most = 0;

    *equals = 0;
    for (guint i = 0; i < part->codes->len; i++) {
        const char *code = part->codes->pdata[i];
        int64_t segments = often_segments(report, part, code);

        if (segments < most || segments == 0 || g_ptr_array_find((GPtrArray *)taken, code, NULL))
            continue;
        *equals = segments > most ? 1 : *equals + 1;
        next = segments > most ? code : next;
        most = segments;
    }
    return next;
}

GPtrArray *often_codes(struct report *report, const struct part *part)
{
    GPtrArray *codes = g_ptr_array_new();
    guint room = 0; /* of the equals that are being taken */
    const char *code;
    guint equals;

    while (codes->len < MOST && (code = often_next(report, part, codes, &equals)) != NULL) {
        if (room == 0)
            room = equals;
        if (room > MOST - codes->len)
            break;
        g_ptr_array_add(codes, (gpointer)code);
        room--;
    }
    return codes;
}

guint often_used(struct report *report, const struct part *part)
{
    guint n = 0;

    for (guint i = 0; i < part->codes->len; i++)
        n += often_segments(report, part, part->codes->pdata[i]) > 0;
    return n;
}

const char *often_list(struct report *report, const struct part *part, const GPtrArray *codes,
                       const char *statistic, const char *key)
{
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < codes->len; i++) {
        const struct result *result = part_result(report, part, codes->pdata[i], statistic);

        if (i > 0)
            g_string_append(list, i + 1 < codes->len ? ", " : report_word(report, "answer", "and"));
        g_string_append(list,
                        SAY(report, "answer", key, {"label", part_label(report, codes->pdata[i])},
                            {"n", result == NULL ? "" : report_value(report, result)}));
    }
    return report_hold(report, g_string_free(list, FALSE));
}
