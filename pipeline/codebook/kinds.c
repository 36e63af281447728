#include "codebook/kinds.h"

enum { NO_SIDE = -1, NOT_ASKED = -2 };

struct kinds {
    const struct codebooks *codebooks;
    struct names *names;
    GArray *sides; /* int by kind */
};

static int kinds_side_id(struct kinds *kinds, const char *side)
{
    char *name = g_strconcat("side:", side, NULL);
    int kind = kinds_of(kinds, name);

    g_free(name);
    return kind;
}

struct kinds *kinds_new(const struct codebooks *codebooks, struct names *names)
{
    struct kinds *kinds = g_new0(struct kinds, 1);

    kinds->codebooks = codebooks;
    kinds->names = names;
    kinds->sides = g_array_new(FALSE, FALSE, sizeof(int));
    kinds_of(kinds, "*");
    kinds_of(kinds, "");
    for (guint i = 0; i < codebooks_count(codebooks); i++)
        for (guint j = 0; j < codebooks_at(codebooks, i)->sides->len; j++)
            kinds_side_id(kinds, codebooks_at(codebooks, i)->sides->pdata[j]);
    for (guint i = 0; i < codebooks_count(codebooks); i++)
        for (guint j = 0; j < codebooks_at(codebooks, i)->codes->len; j++)
            kinds_of(kinds, ((struct code *)codebooks_at(codebooks, i)->codes->pdata[j])->code);
    return kinds;
}

void kinds_free(struct kinds *kinds)
{
    g_array_free(kinds->sides, TRUE);
    g_free(kinds);
}

int kinds_of(struct kinds *kinds, const char *code)
{
    int kind = names_id(kinds->names, code);
    int unknown = NOT_ASKED;

    while (kinds->sides->len <= (guint)kind)
        g_array_append_val(kinds->sides, unknown);
    return kind;
}

int kinds_side(struct kinds *kinds, int kind)
{
    int side = g_array_index(kinds->sides, int, kind);
    const struct code *code;

    if (side != NOT_ASKED)
        return side;
    code = codebooks_code(kinds->codebooks, names_text(kinds->names, kind));
    side = code == NULL || *code->side == '\0' ? NO_SIDE : kinds_side_id(kinds, code->side);
    g_array_index(kinds->sides, int, kind) = side;
    return side;
}
