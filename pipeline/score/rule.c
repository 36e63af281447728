#include "score/rule.h"

#include "base/fail.h"
#include "table/number.h"

#include <string.h>

static const char mean[] = "person-mean";

struct rule rule_read(const char *text)
{
    int64_t least = 0;
    bool listwise;

    if (text == NULL)
        text = mean;
    listwise = strcmp(text, "listwise") == 0;
    if (listwise)
        least = G_MAXINT;
    else if (strcmp(text, mean) != 0 &&
             (!g_str_has_prefix(text, mean) || text[strlen(mean)] != ':' ||
              !number_read_count(text + strlen(mean) + 1, &least) || least < 1 || least > G_MAXINT))
        fail(STATUS_USAGE,
             "--missing \"%s\": listwise, person-mean (half of the items), or person-mean:MIN "
             "(MIN items answered at least)",
             text);
    return (struct rule){.least = (guint)least, .listwise = listwise};
}

guint rule_least(const struct rule *rule, guint items)
{
    return rule->least == 0 ? (items + 1) / 2 : MIN(rule->least, items);
}

char *rule_method(const struct rule *rule, guint items, guint answered)
{
    if (rule->listwise)
        return g_strdup_printf("missing=listwise; items=%u; answered=%u", items, answered);
    return g_strdup_printf("missing=%s; least=%u; items=%u; answered=%u", mean,
                           rule_least(rule, items), items, answered);
}
