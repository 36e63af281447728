#include "base/place.h"

#include <glib.h>

char *place_programs(void)
{
    char *self = g_file_read_link("/proc/self/exe", NULL);
    char *folder = g_path_get_dirname(self != NULL ? self : ".");

    g_free(self);
    return folder;
}

char *place_find(const char *name)
{
    static const char *const steps[] = {"../share/volgstuur", "..", "../..", "../../.."};
    char *programs = place_programs();
    char *found = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(steps) && found == NULL; i++) {
        char *raw = g_build_filename(programs, steps[i], name, NULL);

        if (g_file_test(raw, G_FILE_TEST_IS_REGULAR))
            found = g_canonicalize_filename(raw, NULL);
        g_free(raw);
    }
    g_free(programs);
    return found;
}
