#include "codebook/items.h"

#include <string.h>

const char *item_label(const struct item *item, const char *language)
{
    if (strcmp(language, "en") == 0 && *item->label_en != '\0')
        return item->label_en;
    return *item->label != '\0' ? item->label : item->item;
}

char *item_answer(const struct item *item, const char *answer)
{
    char **answers = g_strsplit(item->answers, ";", -1);
    char *words = NULL;

    for (char **text = answers; *text != NULL && words == NULL; text++) {
        char **pair = g_strsplit(g_strstrip(*text), "=", 2);

        if (g_strcmp0(pair[0], answer) == 0 && pair[1] != NULL)
            words = g_strdup(pair[1]);
        g_strfreev(pair);
    }
    g_strfreev(answers);
    return words != NULL ? words : g_strdup(answer);
}

static bool item_is_of(const struct item *item, const char *name)
{
    size_t length = strlen(item->scale);

    if (length == 0 || strncmp(name, item->scale, length) != 0)
        return false;
    return name[length] == '\0' ||
           (name[length] == '/' && strcmp(name + length + 1, item->facet) == 0);
}

bool items_have_scale(const struct codebooks *codebooks, const char *name)
{
    for (guint i = 0; i < codebooks_count(codebooks); i++) {
        const GPtrArray *items = codebooks_at(codebooks, i)->items;

        for (guint j = 0; j < items->len; j++)
            if (item_is_of(items->pdata[j], name))
                return true;
    }
    return false;
}

char *items_scale_label(const char *name)
{
    char **parts = g_strsplit(name, "/", -1);
    char *label = g_strdelimit(g_strjoinv(": ", parts), "-", ' ');

    g_strfreev(parts);
    return label;
}
