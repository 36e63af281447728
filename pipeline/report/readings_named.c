/* What is said of some kinds of entry, by the names that people know. */

#include "report/readings.h"
#include "report/telling.h"
#include "table/number.h"

#include <string.h>

const char *readings_question(struct report *report, const char *value, const char *arrow)
{
    const char *item = report_hold(report, g_strndup(value, (gsize)(arrow - value)));
    const char *label = SAY(report, "report", "read-kept", {"name", telling_name(report, item)});
    const char *typed = arrow + strlen(" <- ");

    return strcmp(typed, telling_name(report, item)) == 0
               ? label
               : SAY(report, "report", "read-as", {"typed", typed}, {"read", label});
}

const char *readings_scale(struct report *report, const struct readings_entry *entry)
{
    const char *name = telling_name(report, entry->value);
    const char *facet = strchr(entry->value, '/');
    char *first = g_strndup(entry->action, strcspn(entry->action, " "));
    int64_t n;

    if (facet != NULL)
        name = SAY(
            report, "report", "read-facet",
            {"scale",
             telling_name(report, report_hold(report, g_strndup(entry->value,
                                                                (gsize)(facet - entry->value))))},
            {"facet", name});
    if (number_read_count(first, &n))
        name = SAY(report, "report", n == 1 ? "read-once" : "read-times", {"value", name},
                   {"n", report_count(report, n)});
    g_free(first);
    return name;
}

const char *readings_above(struct report *report, const char *line)
{
    size_t length = strlen(line);

    while (length > 0 && strchr(";,\t| ", line[length - 1]) != NULL)
        length--;
    return report_hold(report, g_strndup(line, length));
}
