#include "count/board.h"

#include "base/fail.h"
#include "table/amount.h"

#include <string.h>

static void board_find_roles(struct board *board)
{
    for (guint i = 0; i < board->book->codes->len; i++) {
        const struct code *code = board->book->codes->pdata[i];
        guint role;

        if (!g_ptr_array_find_with_equal_func(board->roles, code->role, g_str_equal, &role)) {
            role = board->roles->len;
            g_ptr_array_add(board->roles, code->role);
        }
        g_array_append_val(board->code_roles, role);
    }
}

/* The column that holds the persons whose codes these are. */
static void board_find_person(struct board *board, struct reader *in, const char *person)
{
    const char *wanted = person;

    for (guint i = 0; person == NULL && i < board->roles->len; i++) {
        if (*(const char *)board->roles->pdata[i] == '\0')
            continue;
        board->mixed = wanted != NULL;
        wanted = board->roles->pdata[i];
    }
    if (board->mixed)
        wanted = NULL;
    board->person = wanted != NULL && *wanted != '\0' ? wanted : "source";
    board->person_given = person != NULL;
    board->person_slot = reader_column(in, board->person);
}

static bool board_knows(const struct head *head, const char *column)
{
    return g_ptr_array_find_with_equal_func(head->columns, column, g_str_equal, NULL);
}

/* Takes back the groups by a column that turned out not to be there. */
static void board_drop_groups(struct board *board, const char *column)
{
    for (guint i = board->groups->len; i > 0; i--) {
        const struct board_group *group = board->groups->pdata[i - 1];

        if (grouping_is_by(group->by, column))
            g_ptr_array_remove_index(board->groups, i - 1);
    }
}

void board_settle(struct board *board, const struct head *head)
{
    for (guint i = 0; i < board->grouping->names->len; i++)
        if (!board_knows(head, board->grouping->names->pdata[i]) &&
            !(board->by_person && strcmp(board->grouping->names->pdata[i], board->person) == 0))
            fail(STATUS_STOPPED, "--by \"%s\": the tallies have no such column",
                 (char *)board->grouping->names->pdata[i]);
    if (board_knows(head, board->person))
        return;
    if (board->person_given)
        fail(STATUS_STOPPED, "--person \"%s\": the tallies have no such column", board->person);
    if (board->by_person)
        board_drop_groups(board, board->person);
    board->dropped = board->by_person ? board->person : NULL;
    board->person = "source";
    board->nobody = 0;
}

static void board_find_groups(struct board *board, struct reader *in, const GPtrArray *by)
{
    for (guint i = 0; by != NULL && i < by->len; i++)
        grouping_add(board->grouping, in, by->pdata[i]);
    if (board->by_person && strcmp(board->person, "source") != 0)
        grouping_add(board->grouping, in, board->person);
}

static void board_find_codes(struct board *board)
{
    for (guint i = 0; i < board->book->codes->len; i++)
        g_hash_table_insert(board->codes, ((struct code *)board->book->codes->pdata[i])->code,
                            GUINT_TO_POINTER(i + 1));
}

struct board *board_new(const struct codebook *book, struct reader *in,
                        const struct board_setting *setting)
{
    struct board *board = g_new0(struct board, 1);

    board->book = book;
    board->roles = g_ptr_array_new();
    board->code_roles = g_array_new(FALSE, FALSE, sizeof(guint));
    board->grouping = grouping_new();
    board->codes = g_hash_table_new(g_str_hash, g_str_equal);
    board->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    board->groups = g_ptr_array_new_with_free_func(group_free);
    board_find_roles(board);
    board_find_codes(board);
    board->width = book->codes->len + 3 * board->roles->len;
    board->by_person = setting->by_person;
    board_find_person(board, in, setting->person);
    board_find_groups(board, in, setting->by);
    board->wpb_slot = reader_column(in, "wpb");
    board->student_slot = reader_column(in, "student");
    board->source_slot = reader_column(in, "source");
    board->role_slot = reader_column(in, "role");
    board->code_slot = reader_column(in, "code");
    board->segments_slot = reader_column(in, "segments");
    board->turns_slot = reader_column(in, "turns");
    board->seconds_slot = reader_column(in, "seconds");
    return board;
}

void board_free(struct board *board)
{
    g_ptr_array_free(board->roles, TRUE);
    g_array_free(board->code_roles, TRUE);
    grouping_free(board->grouping);
    g_hash_table_destroy(board->codes);
    g_hash_table_destroy(board->index);
    g_ptr_array_free(board->groups, TRUE);
    g_free(board);
}

/* The group of this row for one subset of the --by columns. */
static struct board_group *board_group(struct board *board, struct reader *in, guint subset)
{
    struct grouping *grouping = board->grouping;
    struct board_group *group;

    grouping_read(grouping, in, subset);
    group = g_hash_table_lookup(board->index, grouping->key->str);
    if (group == NULL) {
        group = group_new(g_strdup(grouping->by->str), g_strdup(grouping->name->str));
        g_hash_table_insert(board->index, g_strdup(grouping->key->str), group);
        g_ptr_array_add(board->groups, group);
    }
    return group;
}

/* Id of the row's person; its conversation stands in where nobody is named, under a key that no
 * person has. */
static guint board_person(struct board *board, struct reader *in, struct board_group *group)
{
    const char *person = reader_cell(in, board->person_slot);
    char *stand_in;
    guint id;

    if (*person != '\0')
        return (guint)names_id(group->persons, person);
    stand_in = g_strconcat("\x1f", reader_cell(in, board->source_slot), NULL);
    id = (guint)names_id(group->persons, stand_in);
    g_free(stand_in);
    return id;
}

/* The vector of the row's person in a group. */
static int64_t *board_vector(struct board *board, struct reader *in, struct board_group *group)
{
    const char *wpb = reader_cell(in, board->wpb_slot);
    const char *student = reader_cell(in, board->student_slot);
    guint known = (guint)names_count(group->persons);
    guint id = board_person(board, in, group);
    int upper = *wpb != '\0' ? names_id(group->wpbs, wpb) : -1;

    names_id(group->sources, reader_cell(in, board->source_slot));
    if (*student != '\0')
        names_id(group->students, student);
    if (id == known) {
        g_array_set_size(group->counts, (id + 1) * board->width);
        g_array_append_val(group->uppers, upper);
    }
    group->crossed = group->crossed || g_array_index(group->uppers, int, id) != upper;
    return &g_array_index(group->counts, int64_t, id * board->width);
}

static bool board_counts_role(const char *wanted, const char *role)
{
    return *wanted == '\0' || strcmp(wanted, role) == 0;
}

/* Whether some code of the codebook counts this role. */
static bool board_counts(const struct board *board, const char *role)
{
    for (guint i = 0; i < board->roles->len; i++)
        if (board_counts_role(board->roles->pdata[i], role))
            return true;
    return false;
}

/* A row of totals: the turns and time of its role, or (no code) the turns given none. */
static void board_add_turns(struct board *board, struct reader *in, bool all)
{
    const char *role = reader_cell(in, board->role_slot);
    int64_t turns = amount_whole(in, board->turns_slot, 0);
    int64_t time = amount_micro(in, amount_number(in, board->seconds_slot));

    board->timed = board->timed || reader_missing(in, board->seconds_slot) == MISSING_NOT;
    board->nobody += all && *reader_cell(in, board->person_slot) == '\0';
    for (guint s = 0; s < grouping_subsets(board->grouping); s++) {
        int64_t *vector = board_vector(board, in, board_group(board, in, s));

        for (guint i = 0; i < board->roles->len; i++) {
            if (!board_counts_role(board->roles->pdata[i], role))
                continue;
            if (all) {
                amount_add(in, &vector[board_turns(board, i)], turns);
                amount_add(in, &vector[board_microseconds(board, i)], time);
            } else {
                amount_add(in, &vector[board_uncoded(board, i)], turns);
            }
        }
    }
}

static void board_add_code(struct board *board, struct reader *in, guint code)
{
    guint role = g_array_index(board->code_roles, guint, code);
    int64_t segments = amount_whole(in, board->segments_slot, 0);

    board->met = true;
    if (!board_counts_role(board->roles->pdata[role], reader_cell(in, board->role_slot))) {
        board->other_role += segments;
        return;
    }
    for (guint s = 0; s < grouping_subsets(board->grouping); s++)
        amount_add(in, &board_vector(board, in, board_group(board, in, s))[code], segments);
}

void board_add(struct board *board, struct reader *in)
{
    const char *kind = reader_cell(in, board->code_slot);
    guint code = GPOINTER_TO_UINT(g_hash_table_lookup(board->codes, kind));
    bool all = strcmp(kind, "*") == 0;

    if ((all || *kind == '\0') && board_counts(board, reader_cell(in, board->role_slot)))
        board_add_turns(board, in, all);
    if (code > 0)
        board_add_code(board, in, code - 1);
}

guint board_turns(const struct board *board, guint role)
{
    return board->book->codes->len + 3 * role;
}

guint board_microseconds(const struct board *board, guint role)
{
    return board->book->codes->len + 3 * role + 1;
}

guint board_uncoded(const struct board *board, guint role)
{
    return board->book->codes->len + 3 * role + 2;
}
