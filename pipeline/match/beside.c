#include "match/beside.h"

#include "base/fail.h"
#include "base/names.h"
#include "match/terms.h"
#include "table/amount.h"
#include "table/method.h"
#include "table/results.h"

#include <math.h>
#include <string.h>

enum { SCORE, SHARE, SIDES };

/* One person; a number is the mean of the values that were given. */
struct beside_person {
    int role;
    char *name;
    double sums[SIDES];
    int values[SIDES];
};

struct beside {
    char *items[SIDES];
    char *unit; /* of the share */
    char *term; /* SCORE~SHARE */
    struct names *roles;
    GPtrArray *persons; /* struct beside_person, in order of first appearance */
    GHashTable *index;  /* "role US name" -> struct beside_person */
};

static void person_free(gpointer freed)
{
    struct beside_person *person = freed;

    g_free(person->name);
    g_free(person);
}

/* The unit of CODEBOOK/side:NAME/UNIT; NULL for any other item. Borrowed from it. */
static const char *beside_unit(const char *item)
{
    const char *side = strstr(item, "/side:");
    const char *slash = strrchr(item, '/');

    if (side == NULL || slash == side || !shape_is_unit(slash + 1))
        return NULL;
    return slash + 1;
}

static void beside_check(char *const *items)
{
    const char *one;
    const char *two;

    if (g_strv_length((char **)items) != 2 || *items[0] == '\0' || *items[1] == '\0')
        fail(STATUS_USAGE, "--beside takes two items: --beside SCORE,SHARE");
    one = beside_unit(items[0]);
    two = beside_unit(items[1]);
    if (one != NULL && two != NULL && strcmp(one, two) != 0)
        fail(
            STATUS_USAGE,
            "--beside: these are shares of two units (%s and %s): what people say they do and what "
            "was seen are not put beside each other",
            one, two);
    if ((one == NULL) == (two == NULL))
        fail(STATUS_USAGE, "--beside: one of both is a score of the survey, the other the share of "
                           "a side: CODEBOOK/side:NAME/UNIT");
}

static void beside_require(const struct codebooks *books, const char *score)
{
    struct scales *scales = scales_new(books);

    terms_subject(scales, "beside", score);
    scales_free(scales);
}

struct beside *beside_new(const char *items, const struct codebooks *books)
{
    struct beside *beside = g_new0(struct beside, 1);
    char **both = g_strsplit(items, ",", -1);
    int share;

    beside_check(both);
    share = beside_unit(both[0]) != NULL ? 0 : 1;
    beside->items[SHARE] = g_strdup(both[share]);
    beside->items[SCORE] = g_strdup(both[1 - share]);
    beside->unit = g_strdup(beside_unit(beside->items[SHARE]));
    beside->term = g_strconcat(beside->items[SCORE], "~", beside->items[SHARE], NULL);
    beside->roles = names_new();
    beside->persons = g_ptr_array_new_with_free_func(person_free);
    beside->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (codebooks_count(books) > 0)
        beside_require(books, beside->items[SCORE]);
    g_strfreev(both);
    return beside;
}

void beside_free(struct beside *beside)
{
    for (int i = 0; i < SIDES; i++)
        g_free(beside->items[i]);
    g_free(beside->unit);
    g_free(beside->term);
    names_free(beside->roles);
    g_ptr_array_free(beside->persons, TRUE);
    g_hash_table_destroy(beside->index);
    g_free(beside);
}

/* The person of a row: who the column of the role names, else the respondent. */
static struct beside_person *beside_person(struct beside *beside, struct reader *in, int role_slot,
                                           int respondent_slot)
{
    const char *role = reader_cell(in, role_slot);
    const char *name = reader_cell(in, respondent_slot);
    struct beside_person *person;
    char *key;

    if (shape_is_context(role) && *reader_cell(in, reader_column(in, role)) != '\0')
        name = reader_cell(in, reader_column(in, role));
    key = g_strconcat(role, "\x1f", name, NULL);
    person = g_hash_table_lookup(beside->index, key);
    if (person != NULL) {
        g_free(key);
        return person;
    }
    person = g_new0(struct beside_person, 1);
    person->role = names_id(beside->roles, role);
    person->name = g_strdup(name);
    g_hash_table_insert(beside->index, key, person);
    g_ptr_array_add(beside->persons, person);
    return person;
}

void beside_read(struct beside *beside, struct reader *in)
{
    int item = reader_column(in, "item");
    int value = reader_column(in, "value");
    int role = reader_column(in, "role");
    int respondent = reader_column(in, "respondent");

    while (reader_next(in))
        for (int i = 0; i < SIDES; i++) {
            struct beside_person *person;
            double number;

            if (strcmp(reader_cell(in, item), beside->items[i]) != 0)
                continue;
            person = beside_person(beside, in, role, respondent);
            number = amount_number(in, value);
            if (isnan(number))
                continue;
            person->sums[i] += number;
            person->values[i]++;
        }
}

/* How many persons in a role (any: -1) have a number. */
static guint beside_known(const struct beside *beside, int role, int side)
{
    guint known = 0;

    for (guint i = 0; i < beside->persons->len; i++) {
        const struct beside_person *person = beside->persons->pdata[i];

        known += (role < 0 || person->role == role) && person->values[side] > 0;
    }
    return known;
}

/* Whether a role is told: somebody in it has a share, or nobody at all has one. */
static bool beside_tells(const struct beside *beside, int role)
{
    return beside_known(beside, role, SHARE) > 0 || beside_known(beside, -1, SHARE) == 0;
}

void beside_tell(const struct beside *beside, struct ledger *ledger)
{
    guint repeated = 0;
    char *action;

    for (int i = 0; i < SIDES; i++)
        if (beside_known(beside, -1, i) == 0)
            ledger_add(ledger, LEDGER_WARNING, "", "", "no-scores", beside->items[i],
                       "no answer to it is here");
    for (int role = 0; role < names_count(beside->roles); role++) {
        if (beside_tells(beside, role))
            continue;
        action = g_strdup_printf("persons left out: %u; nobody in this role has the share",
                                 beside_known(beside, role, SCORE));
        ledger_add(ledger, LEDGER_WARNING, "", "", "other-role-answers",
                   names_text(beside->roles, role), action);
        g_free(action);
    }
    for (guint i = 0; i < beside->persons->len; i++) {
        const struct beside_person *person = beside->persons->pdata[i];

        repeated += person->values[SCORE] > 1 || person->values[SHARE] > 1;
    }
    if (repeated == 0)
        return;
    action = g_strdup_printf("persons with several answers: %u; each counts once, with the mean",
                             repeated);
    ledger_add(ledger, LEDGER_NOTE, "", "", "several-occasions", beside->term, action);
    g_free(action);
}

/* What all rows of a role have. */
static struct result beside_result(const struct beside *beside, const char *role, int64_t persons)
{
    struct result result = result_empty("match");

    result.term = beside->term;
    if (strcmp(role, "wpb") == 0)
        result.persons_wpb = persons;
    if (strcmp(role, "student") == 0)
        result.persons_student = persons;
    return result;
}

static void beside_put(struct writer *writer, struct result *result, const char *statistic,
                       double value, const char *unit, const char *role)
{
    char *method = method_begin(unit, *role == '\0' ? "respondent" : role, NULL, "");

    result->statistic = statistic;
    result->value = value;
    result->note = isnan(value) ? "absent" : "";
    result->method = method;
    result_write(writer, result);
    g_free(method);
}

static void beside_write_person(const struct beside *beside, const struct beside_person *person,
                                const char *role, struct writer *writer)
{
    static const char *const statistics[SIDES] = {"beside_score", "beside_share"};
    const char *const units[SIDES] = {"answer", beside->unit};
    struct result result = beside_result(beside, role, 1);

    result.by = *role == '\0' ? "respondent" : role;
    result.group = person->name;
    for (int i = 0; i < SIDES; i++) {
        double value = person->values[i] == 0 ? NAN : person->sums[i] / person->values[i];

        beside_put(writer, &result, statistics[i], value, units[i], role);
    }
}

static void beside_write_role(const struct beside *beside, int role, bool only,
                              struct writer *writer)
{
    const char *name = names_text(beside->roles, role);
    int64_t both = 0;
    int64_t one = 0;
    struct result result;

    for (guint i = 0; i < beside->persons->len; i++) {
        const struct beside_person *person = beside->persons->pdata[i];
        int known = (person->values[SCORE] > 0) + (person->values[SHARE] > 0);

        both += person->role == role && known == 2;
        one += person->role == role && known == 1;
    }
    result = beside_result(beside, name, both);
    result.by = only ? "" : "role";
    result.group = only ? "" : name;
    beside_put(writer, &result, "persons", (double)both, "answer", name);
    beside_put(writer, &result, "incomplete", (double)one, "answer", name);
    for (guint i = 0; i < beside->persons->len; i++) {
        const struct beside_person *person = beside->persons->pdata[i];

        if (person->role == role && person->values[SCORE] + person->values[SHARE] > 0)
            beside_write_person(beside, person, name, writer);
    }
}

void beside_write(const struct beside *beside, struct writer *writer)
{
    int told = 0;

    for (int role = 0; role < names_count(beside->roles); role++)
        told += beside_tells(beside, role);
    for (int role = 0; role < names_count(beside->roles); role++)
        if (beside_tells(beside, role))
            beside_write_role(beside, role, told == 1, writer);
}
