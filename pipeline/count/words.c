#include "count/words.h"

#include "base/names.h"
#include "count/group.h"
#include "count/ratio.h"
#include "table/amount.h"
#include "table/results.h"

#include <string.h>

/* Persons of a group are the roles here: a vector of one column, the words. */
struct words {
    int role, code, words, wpb, student; /* slots */
    struct grouping *grouping;
    GHashTable *index; /* key -> struct board_group */
    GPtrArray *groups;
};

struct words *words_new(struct reader *in, struct grouping *grouping)
{
    struct words *words = g_new0(struct words, 1);

    words->role = reader_column(in, "role");
    words->code = reader_column(in, "code");
    words->words = reader_column(in, "words");
    words->wpb = reader_column(in, "wpb");
    words->student = reader_column(in, "student");
    words->grouping = grouping;
    words->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    words->groups = g_ptr_array_new_with_free_func(group_free);
    return words;
}

void words_free(struct words *words)
{
    g_hash_table_destroy(words->index);
    g_ptr_array_free(words->groups, TRUE);
    g_free(words);
}

static struct board_group *words_group(struct words *words, struct reader *in, guint subset)
{
    struct grouping *grouping = words->grouping;
    struct board_group *group;

    grouping_read(grouping, in, subset);
    group = g_hash_table_lookup(words->index, grouping->key->str);
    if (group == NULL) {
        group = group_new(g_strdup(grouping->by->str), g_strdup(grouping->name->str));
        g_hash_table_insert(words->index, g_strdup(grouping->key->str), group);
        g_ptr_array_add(words->groups, group);
    }
    return group;
}

void words_add(struct words *words, struct reader *in)
{
    if (strcmp(reader_cell(in, words->code), "*") != 0)
        return;
    for (guint subset = 0; subset < grouping_subsets(words->grouping); subset++) {
        struct board_group *group = words_group(words, in, subset);
        guint role = (guint)names_id(group->persons, reader_cell(in, words->role));

        if (role >= group->counts->len)
            g_array_set_size(group->counts, role + 1);
        amount_add(in, &g_array_index(group->counts, int64_t, role),
                   amount_whole(in, words->words, 0));
        if (*reader_cell(in, words->wpb) != '\0')
            names_id(group->wpbs, reader_cell(in, words->wpb));
        if (*reader_cell(in, words->student) != '\0')
            names_id(group->students, reader_cell(in, words->student));
    }
}

static void words_row(struct writer *writer, struct result *result, const char *statistic,
                      double value, int64_t n)
{
    result->statistic = statistic;
    result->value = value;
    result->n = n;
    result_write(writer, result);
}

static void words_write_group(const struct board_group *group, const char *method,
                              struct writer *writer)
{
    struct result result = result_empty("count");
    int64_t total = 0;

    for (guint i = 0; i < group->counts->len; i++)
        total += g_array_index(group->counts, int64_t, i);
    result.by = group->by;
    result.group = group->name;
    result.method = method;
    result.persons_wpb = group_known(group->wpbs);
    result.persons_student = group_known(group->students);
    for (guint i = 0; i < group->counts->len && total > 0; i++) {
        int64_t n = g_array_index(group->counts, int64_t, i);
        char *subject = g_strconcat("role:", names_text(group->persons, (int)i), NULL);

        result.subject = subject;
        words_row(writer, &result, "words", (double)n, total);
        words_row(writer, &result, "word_share", (double)n / (double)total, total);
        g_free(subject);
    }
    result.subject = "";
    if (total > 0)
        words_row(writer, &result, "words", (double)total, -1);
}

void words_write(const struct words *words, const char *unit, const char *without,
                 struct writer *writer)
{
    char *method = g_strdup_printf("unit=%s", unit);

    for (guint i = 0; i < words->groups->len; i++) {
        const struct board_group *group = words->groups->pdata[i];

        if (without == NULL || !grouping_is_by(group->by, without))
            words_write_group(group, method, writer);
    }
    g_free(method);
}
