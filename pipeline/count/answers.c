#include "count/answers.h"

#include "count/ratio.h"

#include <math.h>

/* Codes on one side (an index), or on any (-1). */
static GArray *answers_columns(const struct board *board, int side)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < board->book->codes->len; i++) {
        int here = ((const struct code *)board->book->codes->pdata[i])->side_id;

        if (here >= 0 && (side < 0 || here == side))
            g_array_append_val(columns, i);
    }
    return columns;
}

/* The role of the codes on a side. */
static const char *answers_role(const struct board *board, const GArray *side)
{
    guint code = g_array_index(side, guint, 0);

    return board->roles->pdata[g_array_index(board->code_roles, guint, code)];
}

static void answers_row(const struct board *board, guint person, const char *item,
                        const struct ratio *ratio, struct writer *writer)
{
    const struct board_group *group = board->groups->pdata[0];
    const char *name = names_text(group->persons, (int)person);

    if (*name == '\x1f')
        return;
    writer_text(writer, name);
    writer_text(writer, answers_role(board, ratio->above));
    writer_missing(writer, MISSING_EMPTY);
    writer_missing(writer, MISSING_EMPTY);
    writer_text(writer, item);
    writer_number(writer,
                  ratio_of(&g_array_index(group->counts, int64_t, person * board->width), ratio));
    writer_row(writer);
}

void answers_write(const struct board *board, const char *unit, struct writer *writer)
{
    const struct board_group *group = board->groups->len > 0 ? board->groups->pdata[0] : NULL;
    GArray *sided = answers_columns(board, -1);

    for (guint i = 0; group != NULL && i < (guint)names_count(group->persons); i++)
        for (guint s = 0; s < board->book->sides->len; s++) {
            GArray *side = answers_columns(board, (int)s);
            struct ratio ratio = {side, sided, 1};
            char *item = g_strdup_printf("%s/side:%s/%s", board->book->name,
                                         (char *)board->book->sides->pdata[s], unit);

            answers_row(board, i, item, &ratio, writer);
            g_free(item);
            g_array_free(side, TRUE);
        }
    g_array_free(sided, TRUE);
}
