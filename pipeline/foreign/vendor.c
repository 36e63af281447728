#include "foreign/vendor.h"

#include <glib.h>
#include <string.h>

char *vendor_flag_code(const char *header)
{
    static const char before[] = "Code: ";
    static const char after[] = " Applied";
    size_t length = strlen(header);

    if (!g_str_has_prefix(header, before) || !g_str_has_suffix(header, after) ||
        length <= strlen(before) + strlen(after))
        return NULL;
    return g_strndup(header + strlen(before), length - strlen(before) - strlen(after));
}

bool vendor_is_speaker_mark(const char *cell)
{
    return strcmp(cell, "\U0001f4cc Speakers") == 0 ||
           strcmp(cell, "\U0001f4cc Speaker coding") == 0;
}
