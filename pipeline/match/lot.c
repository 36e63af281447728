#include "match/lot.h"

#include <math.h>
#include <string.h>

/* What is known of one respondent while a lot is made. */
struct party {
    double offer; /* sums over occasions with both */
    double use;
    double outcome;
    int both; /* occasions */
    int outcomes;
    bool one; /* some occasion has one of both */
    int wpb;
    int school;
};

enum { SEVERAL = -2 }; /* two names for one person */

static void party_name(int *known, int name, bool first)
{
    if (first)
        *known = name;
    else if (*known != name)
        *known = SEVERAL;
}

static void party_add(struct party *party, const struct occasion *occasion, const struct term *term,
                      int outcome)
{
    double offer = occasion->values[term->offer];
    double use = occasion->values[term->use];

    party->one = party->one || isnan(offer) != isnan(use);
    if (outcome >= 0 && !isnan(occasion->values[outcome])) {
        party->outcome += occasion->values[outcome];
        party->outcomes++;
    }
    if (isnan(offer) || isnan(use))
        return;
    party->offer += offer;
    party->use += use;
    party_name(&party->wpb, occasion->wpb, party->both == 0);
    party_name(&party->school, occasion->school, party->both == 0);
    party->both++;
}

static bool occasion_is_of(const struct occasion *occasion, struct lane lane)
{
    return occasion->role == lane.role && (lane.wave < 0 || occasion->wave == lane.wave);
}

static bool occasion_is_in(const struct occasion *occasion, const struct sheet *sheet, int group)
{
    for (guint subset = 0; subset < grouping_subsets(sheet->grouping); subset++)
        if (occasion->groups[subset] == group)
            return true;
    return false;
}

static void lot_add(struct lot *lot, int person, const struct party *party)
{
    double offer = party->offer / party->both;
    double use = party->use / party->both;
    double outcome = party->outcomes == 0 ? NAN : party->outcome / party->outcomes;

    if (party->both == 0) {
        lot->incomplete += party->one;
        return;
    }
    lot->repeated += party->both > 1;
    g_array_append_val(lot->persons, person);
    g_array_append_val(lot->offer, offer);
    g_array_append_val(lot->use, use);
    g_array_append_val(lot->outcome, outcome);
    g_array_append_val(lot->wpbs, party->wpb);
    g_array_append_val(lot->schools, party->school);
}

/* Which of some names the occasions with both mention. */
static GArray *flags_new(const struct names *names)
{
    GArray *flags = g_array_new(FALSE, TRUE, sizeof(bool));

    g_array_set_size(flags, (guint)names_count(names));
    return flags;
}

static void flags_mark(GArray *flags, int name)
{
    if (name >= 0)
        g_array_index(flags, bool, name) = true;
}

/* How many are marked, -1 for none; frees. */
static int64_t flags_count(GArray *flags)
{
    int64_t n = 0;

    for (guint i = 0; i < flags->len; i++)
        n += g_array_index(flags, bool, i);
    g_array_free(flags, TRUE);
    return n == 0 ? -1 : n;
}

static struct lot *lot_empty(void)
{
    struct lot *lot = g_new0(struct lot, 1);

    lot->persons = g_array_new(FALSE, FALSE, sizeof(int));
    lot->offer = g_array_new(FALSE, FALSE, sizeof(double));
    lot->use = g_array_new(FALSE, FALSE, sizeof(double));
    lot->outcome = g_array_new(FALSE, FALSE, sizeof(double));
    lot->wpbs = g_array_new(FALSE, FALSE, sizeof(int));
    lot->schools = g_array_new(FALSE, FALSE, sizeof(int));
    return lot;
}

/* Persons are counted in the column of what they are; a wpb does not lie within a wpb. */
static void lot_settle(struct lot *lot, const char *role)
{
    if (strcmp(role, "student") == 0)
        lot->n_students = lot_count(lot);
    if (strcmp(role, "wpb") != 0)
        return;
    lot->n_wpbs = lot_count(lot);
    for (guint i = 0; i < lot->wpbs->len; i++)
        g_array_index(lot->wpbs, int, i) = SHEET_UNKNOWN;
}

struct lot *lot_new(const struct sheet *sheet, const struct term *term, int group, struct lane lane,
                    int outcome)
{
    struct lot *lot = lot_empty();
    guint respondents = (guint)names_count(sheet->respondents);
    struct party *parties = g_new0(struct party, respondents + 1);
    GArray *wpbs = flags_new(sheet->wpbs);
    GArray *students = flags_new(sheet->students);

    for (guint i = 0; i < sheet->occasions->len; i++) {
        const struct occasion *occasion = sheet->occasions->pdata[i];

        if (!occasion_is_of(occasion, lane) || !occasion_is_in(occasion, sheet, group))
            continue;
        party_add(&parties[occasion->respondent], occasion, term, outcome);
        if (isnan(occasion->values[term->offer]) || isnan(occasion->values[term->use]))
            continue;
        flags_mark(wpbs, occasion->wpb);
        flags_mark(students, occasion->student);
    }
    for (guint i = 0; i < respondents; i++)
        lot_add(lot, (int)i, &parties[i]);
    lot->n_wpbs = flags_count(wpbs);
    lot->n_students = flags_count(students);
    lot_settle(lot, lane.role < 0 ? "" : names_text(sheet->roles, lane.role));
    g_free(parties);
    return lot;
}

void lot_free(struct lot *lot)
{
    g_array_free(lot->persons, TRUE);
    g_array_free(lot->offer, TRUE);
    g_array_free(lot->use, TRUE);
    g_array_free(lot->outcome, TRUE);
    g_array_free(lot->wpbs, TRUE);
    g_array_free(lot->schools, TRUE);
    g_free(lot);
}

guint lot_count(const struct lot *lot)
{
    return lot->persons->len;
}

/* One more than the largest name, if every person has one and there are at least `fewest` of them;
 * else 0. */
static size_t uppers_of(const GArray *uppers, guint fewest)
{
    int most = SHEET_UNKNOWN;
    guint changes = 0;

    for (guint i = 0; i < uppers->len; i++) {
        int upper = g_array_index(uppers, int, i);

        if (upper < 0)
            return 0;
        most = MAX(most, upper);
        changes += upper != g_array_index(uppers, int, 0);
    }
    return fewest > 1 && changes == 0 ? 0 : (size_t)(most + 1);
}

static void share_within(struct lot_share *share, const GArray *uppers, size_t n_uppers,
                         const bool *is)
{
    int64_t *k = g_new0(int64_t, n_uppers);
    int64_t *n = g_new0(int64_t, n_uppers);
    struct interval_persons persons;

    for (guint i = 0; i < uppers->len; i++) {
        int upper = g_array_index(uppers, int, i);

        k[upper] += is[i];
        n[upper]++;
    }
    persons = interval_persons_within(k, n, n_uppers);
    share->limits = persons.limits;
    share->deff = persons.deff;
    g_free(k);
    g_free(n);
}

struct lot_share lot_share(const struct lot *lot, const bool *is)
{
    struct lot_share share = {.n = lot_count(lot), .deff = 1};
    size_t wpbs = uppers_of(lot->wpbs, 1);
    size_t schools = uppers_of(lot->schools, 2);

    for (guint i = 0; i < lot_count(lot); i++)
        share.k += is[i];
    if (wpbs > 0) {
        share.within = "wpb";
        share_within(&share, lot->wpbs, wpbs, is);
    } else if (schools > 0) {
        share.within = "school";
        share_within(&share, lot->schools, schools, is);
    } else {
        share.limits = interval_wilson((size_t)share.k, (size_t)share.n);
    }
    return share;
}
