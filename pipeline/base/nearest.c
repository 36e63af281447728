#include "base/nearest.h"

#include <glib.h>

static glong nearest_distance(const char *left, const char *right)
{
    gunichar *a = g_utf8_to_ucs4_fast(left, -1, NULL);
    glong n = 0;
    gunichar *b = g_utf8_to_ucs4_fast(right, -1, &n);
    glong *row = g_new0(glong, (gsize)n + 1);
    glong distance;

    for (glong j = 0; j <= n; j++)
        row[j] = j;
    for (glong i = 0; a[i] != 0; i++) {
        glong diagonal = row[0];

        row[0] = i + 1;
        for (glong j = 0; j < n; j++) {
            glong replaced = diagonal + (g_unichar_tolower(a[i]) != g_unichar_tolower(b[j]));

            diagonal = row[j + 1];
            row[j + 1] = MIN(replaced, 1 + MIN(row[j], row[j + 1]));
        }
    }
    distance = row[n];
    g_free(row);
    g_free(a);
    g_free(b);
    return distance;
}

const char *nearest_word(const char *wrong, const char *const *words, size_t n)
{
    const char *best = NULL;
    glong limit;

    if (!g_utf8_validate(wrong, -1, NULL) || g_utf8_strlen(wrong, -1) > 200)
        return NULL;
    limit = CLAMP(g_utf8_strlen(wrong, -1) / 3, 1, 3) + 1;
    for (size_t i = 0; i < n; i++) {
        glong distance;

        if (g_utf8_strlen(words[i], -1) > 200)
            continue;
        distance = nearest_distance(wrong, words[i]);
        if (distance < limit) {
            limit = distance;
            best = words[i];
        }
    }
    return best;
}
