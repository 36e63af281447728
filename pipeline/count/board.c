#include "count/board.h"

#include "base/fail.h"
#include "table/number.h"

#include <math.h>
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

    if (wanted == NULL && board->roles->len > 0)
        wanted = board->roles->pdata[0];
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
        char **names = g_strsplit(group->by, "+", -1);

        if (g_strv_contains((const char *const *)names, column))
            g_ptr_array_remove_index(board->groups, i - 1);
        g_strfreev(names);
    }
}

void board_settle(struct board *board, const struct head *head)
{
    for (guint i = 0; i < board->by_names->len; i++)
        if (!board_knows(head, board->by_names->pdata[i]) &&
            !(board->by_person && strcmp(board->by_names->pdata[i], board->person) == 0))
            fail(STATUS_STOPPED, "--by \"%s\": the tallies have no such column",
                 (char *)board->by_names->pdata[i]);
    if (board_knows(head, board->person))
        return;
    if (board->person_given)
        fail(STATUS_STOPPED, "--person \"%s\": the tallies have no such column", board->person);
    if (board->by_person)
        board_drop_groups(board, board->person);
    board->person = "source";
    board->nobody = 0;
}

static void board_group_by(struct board *board, struct reader *in, const char *column)
{
    int slot = reader_column(in, column);

    if (g_ptr_array_find_with_equal_func(board->by_names, column, g_str_equal, NULL))
        return;
    g_array_append_val(board->by_slots, slot);
    g_ptr_array_add(board->by_names, (gpointer)column);
}

/* All subsets of the --by columns: the table, its margins and the total. */
static void board_find_groups(struct board *board, struct reader *in, const GPtrArray *by)
{
    for (guint i = 0; by != NULL && i < by->len; i++)
        board_group_by(board, in, by->pdata[i]);
    if (board->by_person && strcmp(board->person, "source") != 0)
        board_group_by(board, in, board->person);
    if (board->by_names->len > 4)
        fail(STATUS_USAGE, "--by takes at most 4 columns");
    for (guint subset = 0; subset < 1U << board->by_names->len; subset++)
        g_array_append_val(board->subsets, subset);
}

struct board *board_new(const struct codebook *book, struct reader *in,
                        const struct board_setting *setting)
{
    struct board *board = g_new0(struct board, 1);

    board->book = book;
    board->roles = g_ptr_array_new();
    board->code_roles = g_array_new(FALSE, FALSE, sizeof(guint));
    board->subsets = g_array_new(FALSE, FALSE, sizeof(guint));
    board->by_slots = g_array_new(FALSE, FALSE, sizeof(int));
    board->by_names = g_ptr_array_new();
    board->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    board->groups = g_ptr_array_new_with_free_func(group_free);
    board_find_roles(board);
    board->uncoded = g_array_new(FALSE, TRUE, sizeof(gboolean));
    g_array_set_size(board->uncoded, board->roles->len);
    board->width = book->codes->len + 2 * board->roles->len;
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
    g_array_free(board->uncoded, TRUE);
    g_array_free(board->subsets, TRUE);
    g_array_free(board->by_slots, TRUE);
    g_ptr_array_free(board->by_names, TRUE);
    g_hash_table_destroy(board->index);
    g_ptr_array_free(board->groups, TRUE);
    g_free(board);
}

/* The group of this row for one subset of the --by columns. */
static struct board_group *board_group(struct board *board, struct reader *in, guint subset)
{
    GString *by = g_string_new(NULL);
    GString *name = g_string_new(NULL);
    GString *key = g_string_new(NULL);
    struct board_group *group;

    g_string_append_printf(key, "%u", subset);
    for (guint i = 0; i < board->by_slots->len; i++) {
        const char *value;

        if ((subset & 1U << i) == 0)
            continue;
        g_string_append_printf(by, "%s%s", by->len > 0 ? "+" : "",
                               (char *)board->by_names->pdata[i]);
        value = reader_cell(in, g_array_index(board->by_slots, int, i));
        g_string_append_printf(name, "%s%s",
                               by->len == strlen(board->by_names->pdata[i]) ? "" : " + ", value);
        g_string_append_printf(key, "\x1f%s", value);
    }
    group = g_hash_table_lookup(board->index, key->str);
    if (group == NULL) {
        group = group_new(g_strdup(by->str), g_strdup(name->str));
        g_hash_table_insert(board->index, g_strdup(key->str), group);
        g_ptr_array_add(board->groups, group);
    }
    g_string_free(by, TRUE);
    g_string_free(name, TRUE);
    g_string_free(key, TRUE);
    return group;
}

/* The vector of the row's person in a group. */
static int64_t *board_vector(struct board *board, struct reader *in, struct board_group *group)
{
    const char *person = reader_cell(in, board->person_slot);
    const char *wpb = reader_cell(in, board->wpb_slot);
    const char *source = reader_cell(in, board->source_slot);
    guint known = (guint)names_count(group->persons);
    guint id = (guint)names_id(group->persons, *person != '\0' ? person : source);
    int upper = *wpb != '\0' ? names_id(group->wpbs, wpb) : -1;

    names_id(group->sources, source);
    if (*reader_cell(in, board->student_slot) != '\0')
        names_id(group->students, reader_cell(in, board->student_slot));
    if (id == known) {
        g_array_set_size(group->counts, (id + 1) * board->width);
        g_array_append_val(group->uppers, upper);
    }
    return &g_array_index(group->counts, int64_t, id * board->width);
}

static int64_t board_whole(struct reader *in, int slot)
{
    int64_t value = 0;

    if (reader_missing(in, slot) == MISSING_NOT &&
        !number_read_count(reader_cell(in, slot), &value))
        fail(STATUS_STOPPED, "%s: \"%s\" is not a whole number", reader_place(in),
             reader_cell(in, slot));
    return value;
}

static int64_t board_micro(struct board *board, struct reader *in)
{
    double seconds;

    if (reader_missing(in, board->seconds_slot) != MISSING_NOT)
        return 0;
    if (!number_read(reader_cell(in, board->seconds_slot), &seconds))
        fail(STATUS_STOPPED, "%s: \"%s\" is not a number", reader_place(in),
             reader_cell(in, board->seconds_slot));
    board->timed = true;
    return llround(1e6 * seconds);
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

static void board_add_all(struct board *board, struct reader *in)
{
    const char *role = reader_cell(in, board->role_slot);

    board->nobody += *reader_cell(in, board->person_slot) == '\0';
    for (guint s = 0; s < board->subsets->len; s++) {
        struct board_group *group = board_group(board, in, g_array_index(board->subsets, guint, s));
        int64_t *vector = board_vector(board, in, group);

        for (guint i = 0; i < board->roles->len; i++) {
            if (!board_counts_role(board->roles->pdata[i], role))
                continue;
            vector[board_turns(board, i)] += board_whole(in, board->turns_slot);
            vector[board_microseconds(board, i)] += board_micro(board, in);
        }
    }
}

static void board_add_code(struct board *board, struct reader *in, guint code)
{
    guint role = g_array_index(board->code_roles, guint, code);
    int64_t segments = board_whole(in, board->segments_slot);

    board->met = true;
    if (!board_counts_role(board->roles->pdata[role], reader_cell(in, board->role_slot))) {
        board->other_role += segments;
        return;
    }
    for (guint s = 0; s < board->subsets->len; s++) {
        struct board_group *group = board_group(board, in, g_array_index(board->subsets, guint, s));

        board_vector(board, in, group)[code] += segments;
    }
}

static void board_add_uncoded(struct board *board, const char *role)
{
    for (guint i = 0; i < board->roles->len; i++)
        if (board_counts_role(board->roles->pdata[i], role))
            g_array_index(board->uncoded, gboolean, i) = TRUE;
}

void board_add(struct board *board, struct reader *in)
{
    const char *kind = reader_cell(in, board->code_slot);
    bool counts = board_counts(board, reader_cell(in, board->role_slot));

    if (counts && strcmp(kind, "*") == 0)
        board_add_all(board, in);
    if (counts && *kind == '\0')
        board_add_uncoded(board, reader_cell(in, board->role_slot));
    for (guint i = 0; i < board->book->codes->len; i++)
        if (strcmp(((const struct code *)board->book->codes->pdata[i])->code, kind) == 0)
            board_add_code(board, in, i);
}

guint board_turns(const struct board *board, guint role)
{
    return board->book->codes->len + 2 * role;
}

guint board_microseconds(const struct board *board, guint role)
{
    return board->book->codes->len + 2 * role + 1;
}
