#include "report/lanes.h"

#include "report/telling.h"

#include <string.h>

bool lanes_are_by(const char *by)
{
    return strcmp(by, "role") == 0 || strcmp(by, "wave") == 0 || strcmp(by, "role+wave") == 0;
}

static bool lanes_fit(const struct result *result, const struct finding_key *key)
{
    return strcmp(result->analysis, key->analysis) == 0 &&
           strcmp(result->statistic, key->statistic) == 0 &&
           strcmp(result->subject, key->subject != NULL ? key->subject : "") == 0 &&
           (key->term == NULL || strcmp(result->term, key->term) == 0);
}

GPtrArray *lanes_find(const struct report *report, const struct finding_key *key)
{
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        if (!lanes_fit(result, key))
            continue;
        if (*result->by == '\0') {
            g_ptr_array_set_size(found, 0);
            g_ptr_array_add(found, (gpointer)result);
            return found;
        }
        if (lanes_are_by(result->by))
            g_ptr_array_add(found, (gpointer)result);
    }
    return found;
}

const struct result *lanes_number_of(const struct report *report, const struct result *lane,
                                     const char *subject, const char *statistic)
{
    return telling_find(report, &(const struct finding_key){.analysis = lane->analysis,
                                                            .by = lane->by,
                                                            .group = lane->group,
                                                            .subject = subject,
                                                            .term = lane->term,
                                                            .statistic = statistic});
}

const struct result *lanes_number(const struct report *report, const struct result *lane,
                                  const char *statistic)
{
    return lanes_number_of(report, lane, lane->subject, statistic);
}

/* A wave that is called by a number says that it is one. */
static bool lanes_is_counted(const char *wave)
{
    return g_ascii_isdigit(*wave);
}

/* What stands before, or behind, the sign between role and wave: the role of a lane or its wave, ""
 * where it is by the other alone. Held, or borrowed. */
static const char *lanes_role(struct report *report, const struct result *lane)
{
    const char *between = strstr(lane->group, " + ");

    if (!g_str_has_prefix(lane->by, "role"))
        return "";
    if (between == NULL || strcmp(lane->by, "role") == 0)
        return lane->group;
    return report_hold(report, g_strndup(lane->group, (gsize)(between - lane->group)));
}

static const char *lanes_wave(struct report *report, const struct result *lane)
{
    const char *between = strstr(lane->group, " + ");
    const char *wave = strcmp(lane->by, "wave") == 0 ? lane->group
                       : strcmp(lane->by, "role+wave") == 0 && between != NULL
                           ? between + strlen(" + ")
                           : "";

    return lanes_is_counted(wave)
               ? report_hold(report,
                             g_strdup_printf("%s %s", telling_columns(report, "wave"), wave))
               : wave;
}

const char *lanes_in_wave(struct report *report, const struct result *lane, const char *people)
{
    const char *wave = lanes_wave(report, lane);

    return *wave == '\0' ? people : report_hold(report, g_strdup_printf("%s (%s)", people, wave));
}

static const char *lanes_count(struct report *report, const struct result *lane, const char *role,
                               int64_t n)
{
    return SAY(report, "survey", "people", {"n", report_count(report, n)},
               {"people", lanes_in_wave(report, lane, telling_people(report, role, n))});
}

const char *lanes_people(struct report *report, const struct result *lane)
{
    return lanes_count(report, lane, lanes_role(report, lane), report_whole(lane));
}

/* The role of those who answered: that of the lane, else what its method says that a person is; ""
 * where that is no role. Held. */
static const char *lanes_whose(struct report *report, const struct result *lane)
{
    const char *role = lanes_role(report, lane);
    char *person = finding_method(lane, "person");
    bool known = g_strcmp0(person, "wpb") == 0 || g_strcmp0(person, "student") == 0;

    if (*role != '\0' || !known) {
        g_free(person);
        return role;
    }
    return report_hold(report, person);
}

/* Who answered anything, where those who answered this question or scale are fewer. */
static int64_t lanes_most(struct report *report, const struct result *lane)
{
    const char *whose = lanes_whose(report, lane);
    int64_t all = strcmp(whose, "wpb") == 0       ? lane->persons_wpb
                  : strcmp(whose, "student") == 0 ? lane->persons_student
                                                  : 0;

    return MAX(report_whole(lane), all);
}

/* The first result of the same people, by role and wave; n when there is none before n. */
static guint lanes_same(struct report *report, const GPtrArray *results, guint n)
{
    const struct result *lane = results->pdata[n];

    for (guint i = 0; i < n; i++)
        if (strcmp(lanes_whose(report, results->pdata[i]), lanes_whose(report, lane)) == 0 &&
            strcmp(lanes_wave(report, results->pdata[i]), lanes_wave(report, lane)) == 0)
            return i;
    return n;
}

/* Whether the results are of more than one role. */
static bool lanes_differ(struct report *report, const GPtrArray *results)
{
    for (guint i = 1; i < results->len; i++)
        if (strcmp(lanes_whose(report, results->pdata[i]),
                   lanes_whose(report, results->pdata[0])) != 0)
            return true;
    return false;
}

GPtrArray *lanes_everybody(struct report *report, const GPtrArray *results)
{
    bool roles = lanes_differ(report, results);
    int64_t *most = g_new0(int64_t, MAX(results->len, 1));
    GPtrArray *people = g_ptr_array_new();

    for (guint i = 0; i < results->len; i++) {
        guint same = lanes_same(report, results, i);

        most[same] = MAX(most[same], lanes_most(report, results->pdata[i]));
    }
    for (guint i = 0; i < results->len; i++) {
        const struct result *lane = results->pdata[i];
        const char *role = roles ? lanes_whose(report, lane) : lanes_role(report, lane);

        if (most[i] > 0 && (!roles || *role != '\0'))
            g_ptr_array_add(people, (gpointer)lanes_count(report, lane, role, most[i]));
    }
    g_free(most);
    return people;
}

const char *lanes_name(struct report *report, const struct result *lane)
{
    const char *role = lanes_role(report, lane);
    const char *wave = lanes_wave(report, lane);

    if (*role == '\0')
        return wave;
    role = telling_people(report, role, 2);
    return *wave == '\0' ? role : report_hold(report, g_strdup_printf("%s, %s", role, wave));
}

const char *lanes_label(struct report *report, const struct result *lane, const char *words)
{
    const char *name = lanes_name(report, lane);

    return *name == '\0' ? words : report_hold(report, g_strdup_printf("%s (%s)", words, name));
}

const char *lanes_sentence(struct report *report, const struct result *lane, const char *sentence)
{
    const char *name = lanes_name(report, lane);

    return *name == '\0' || *sentence == '\0'
               ? sentence
               : SAY(report, "survey", "lane", {"lane", report_capital(report, name)},
                     {"sentence", sentence});
}
