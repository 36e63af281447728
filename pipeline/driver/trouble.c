#include "driver/trouble.h"

#include "driver/say.h"

#include <stdbool.h>
#include <string.h>

char *trouble_reason(const char *program, const char *said, int status)
{
    char *text = g_strchomp(g_strdup(said));
    char *prefix = g_strconcat(program, ": ", NULL);
    const char *last = strrchr(text, '\n');
    const char *line = last != NULL ? last + 1 : text;
    char *reason;

    if (g_str_has_prefix(line, prefix))
        line += strlen(prefix);
    reason = *line != '\0' ? g_strdup(line) : g_strdup_printf("status %d", status);
    g_free(prefix);
    g_free(text);
    return reason;
}

static bool trouble_same_name(const char *file, const char *path)
{
    char *name = g_path_get_basename(path);
    bool same = strcmp(name, file) == 0;

    g_free(name);
    return same;
}

/* Whether the user has a file of this name: one of the study, or one of its codebooks. */
static bool trouble_knows(const struct study *study, const char *file)
{
    bool known = false;

    for (guint i = 0; i < study->files->len && !known; i++)
        known = trouble_same_name(file, ((struct study_file *)study->files->pdata[i])->path);
    for (char **name = study->codebooks; *name != NULL && !known; name++) {
        char *path = study_codebook(study, *name);

        known = path != NULL && trouble_same_name(file, path);
        g_free(path);
    }
    return known;
}

/* `FILE:LINE` or `FILE` as " Kijk in FILE, regel LINE."; NULL when it is no file of the user. */
static char *trouble_look(const struct study *study, const char *place)
{
    const char *colon = strrchr(place, ':');
    bool has_line =
        colon != NULL && colon[1] != '\0' && strspn(colon + 1, "0123456789") == strlen(colon + 1);
    char *path = has_line ? g_strndup(place, (gsize)(colon - place)) : g_strdup(place);
    char *file = g_path_get_basename(path);
    char *look = NULL;

    if (trouble_knows(study, file))
        look = has_line ? SAY("kijk-regel", "bestand", file, "regel", colon + 1)
                        : SAY("kijk-bestand", "bestand", file);
    g_free(file);
    g_free(path);
    return look;
}

/* The first of the parts that a message falls into at its `: ` that is a place; "" for none. */
static char *trouble_where(const struct study *study, const char *reason)
{
    char **parts = g_strsplit(reason, ": ", -1);
    char *look = NULL;

    for (char **part = parts; *part != NULL && look == NULL; part++)
        look = trouble_look(study, *part);
    g_strfreev(parts);
    return look != NULL ? look : g_strdup("");
}

/* What the option that a stage asks for is called in studie.ini; "" when it asks for none. */
static char *trouble_option(const char *reason)
{
    static const char *const keys[][3] = {
        {"--coder-column", "codeur.NAAM", "bestand NAAM"},
        {"--codes", "codes", "bestand NAAM"},
        {"--speaker-codes", "sprekers", "bestand NAAM"},
        {"--decimal", "decimaal", "bestand NAAM"},
        {"--dates", "datums", "bestand NAAM"},
        {"--coder", "telt", "coderen"},
        {"--map", "kolom.NAAM", "bestand NAAM"},
        {"--unit", "eenheid", "bestand NAAM"},
        {"--extent", "tijd", "bestand NAAM"},
        {"--person", "persoon", "coderen"},
        {"--codebook", "codeboek", "coderen"},
        {"--by", "per", "match NAAM"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strstr(reason, keys[i][0]) != NULL)
            return SAY("optie-heet", "optie", keys[i][0], "sleutel", keys[i][1], "sectie",
                       keys[i][2]);
    return g_strdup("");
}

/* In Dutch what is the matter, where a message ends in a name for it (fail_named()) that
 * teksten.ini knows; the name is then cut off. "" where not. To be freed. */
static char *trouble_told(char *reason)
{
    char *open = g_str_has_suffix(reason, "]") ? strrchr(reason, '[') : NULL;
    char *told = NULL;
    char *name;

    if (open == NULL || open == reason || open[-1] != ' ')
        return g_strdup("");
    name = g_strndup(open + 1, strlen(open) - 2);
    if (texts_has(say_texts(), "trouble", name)) {
        told = texts_get(say_texts(), "trouble", name);
        open[-1] = '\0';
    }
    g_free(name);
    return told != NULL ? told : g_strdup("");
}

char *trouble_sentence(const struct study *study, const char *key, const struct trouble *trouble)
{
    char *reason = g_strdup(trouble->reason);
    char *told = trouble_told(reason);
    char *look = trouble_where(study, reason);
    char *option = trouble_option(reason);
    char *sentence = SAY(key, "deel", trouble->title, "kijk", look, "uitleg", told, "stap",
                         trouble->program, "reden", reason, "optie", option);

    g_free(option);
    g_free(look);
    g_free(told);
    g_free(reason);
    return sentence;
}
