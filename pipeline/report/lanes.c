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
static const char *lanes_wave(struct report *report, const char *wave)
{
    if (!g_ascii_isdigit(*wave))
        return wave;
    return report_hold(report, g_strdup_printf("%s %s", telling_columns(report, "wave"), wave));
}

const char *lanes_name(struct report *report, const struct result *lane)
{
    const char *between = strstr(lane->group, " + ");

    if (*lane->by == '\0')
        return "";
    if (strcmp(lane->by, "wave") == 0)
        return lanes_wave(report, lane->group);
    if (strcmp(lane->by, "role") == 0 || between == NULL)
        return lane->group;
    return report_hold(report,
                       g_strdup_printf("%.*s, %s", (int)(between - lane->group), lane->group,
                                       lanes_wave(report, between + strlen(" + "))));
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
