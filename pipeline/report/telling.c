#include "report/telling.h"

#include <math.h>
#include <string.h>

static bool telling_is(const char *text, const char *wanted)
{
    return strcmp(text, wanted != NULL ? wanted : "") == 0;
}

const struct result *telling_find(const struct report *report, const struct finding_key *key)
{
    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        if (telling_is(result->statistic, key->statistic) &&
            telling_is(result->subject, key->subject) && telling_is(result->term, key->term) &&
            telling_is(result->group, key->group) && telling_is(result->by, key->by) &&
            telling_is(result->analysis, key->analysis))
            return result;
    }
    return NULL;
}

const struct result *telling_statistic(const struct report *report, struct finding_key key,
                                       const char *statistic)
{
    key.statistic = statistic;
    return telling_find(report, &key);
}

static const char *telling_cell(const struct result *result, enum telling_column column)
{
    switch (column) {
    case TELLING_TERM:
        return result->term;
    case TELLING_SUBJECT:
        return result->subject;
    case TELLING_GROUP:
        return result->group;
    case TELLING_BY:
        return result->by;
    }
    return "";
}

GPtrArray *telling_values(const struct report *report, const char *analysis, const char *by,
                          const char *statistic, enum telling_column column)
{
    GPtrArray *values = g_ptr_array_new();
    GHashTable *met = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);
        const char *cell = telling_cell(result, column);

        if (strcmp(result->analysis, analysis) == 0 && strcmp(result->statistic, statistic) == 0 &&
            (by == NULL || strcmp(result->by, by) == 0) && g_hash_table_add(met, (gpointer)cell))
            g_ptr_array_add(values, (gpointer)cell);
    }
    g_hash_table_destroy(met);
    return values;
}

bool telling_is_grouping(struct report *report, const char *by)
{
    const char *person = report_hold(report, g_strconcat(by, "-one", NULL));

    if (*by == '\0' || strchr(by, '+') != NULL || texts_has(report->texts, "person", person))
        return false;
    for (guint i = 0; i < report->parts->len; i++)
        if (strcmp(((const struct part *)report->parts->pdata[i])->person, by) == 0)
            return false;
    return true;
}

const struct part *telling_part(const struct report *report, const char *term)
{
    for (guint i = 0; i < report->parts->len; i++)
        if (strcmp(((const struct part *)report->parts->pdata[i])->term, term) == 0)
            return report->parts->pdata[i];
    return NULL;
}

/* "collegiale-expertise" as "collegiale expertise". */
static const char *telling_plain(struct report *report, const char *word)
{
    return report_hold(report, g_strdelimit(g_strdup(word), "-", ' '));
}

static const char *telling_word(struct report *report, const char *word)
{
    if (texts_has(report->texts, "scale", word))
        return report_word(report, "scale", word);
    return telling_plain(report, word);
}

const char *telling_people(struct report *report, const char *role, int64_t n)
{
    const char *word = n == 1 ? "one" : "many";
    const char *key = report_hold(report, g_strdup_printf("%s-%s", role, word));

    if (*role == '\0')
        return report_word(report, "person", word);
    return texts_has(report->texts, "person", key) ? report_word(report, "person", key) : role;
}

const char *telling_columns(struct report *report, const char *by)
{
    char **columns = g_strsplit(by, "+", -1);
    GString *list = g_string_new(NULL);

    for (guint i = 0; columns[i] != NULL; i++)
        g_string_append_printf(list, "%s%s",
                               i == 0                   ? ""
                               : columns[i + 1] != NULL ? ", "
                                                        : report_word(report, "answer", "and"),
                               telling_word(report, columns[i]));
    g_strfreev(columns);
    return report_hold(report, g_string_free(list, FALSE));
}

const char *telling_name(struct report *report, const char *item)
{
    const struct item *known = codebooks_item(report->codebooks, item);
    const char *facet = strchr(item, '/');

    if (known != NULL && *known->label != '\0')
        return report->language == SHOW_DUTCH || *known->label_en == '\0' ? known->label
                                                                          : known->label_en;
    return telling_word(report, facet != NULL ? facet + 1 : item);
}

const char *telling_first(struct report *report, const char *pair)
{
    return report_hold(report, g_strndup(pair, strcspn(pair, "~")));
}

const char *telling_second(struct report *report, const char *pair)
{
    const char *middle = strchr(pair, '~');

    return middle != NULL ? report_hold(report, g_strdup(middle + 1)) : "";
}

const char *telling_value(struct report *report, const struct result *result)
{
    return result != NULL && !isnan(result->value) ? report_value(report, result) : "";
}

const char *telling_interval(struct report *report, const struct result *result)
{
    if (result == NULL || isnan(result->low) || isnan(result->high))
        return "";
    return report_hold(report, show_interval(result, report->language));
}

/* The text, from enough persons on with the percentage behind it. */
static const char *telling_with(struct report *report, const char *text, const struct result *share)
{
    if (share == NULL || isnan(share->value) || !show_has_percent(share->n))
        return text;
    return report_hold(report, g_strdup_printf("%s (%s)", text, report_value(report, share)));
}

const char *telling_of(struct report *report, const struct result *persons,
                       const struct result *share)
{
    if (persons == NULL || isnan(persons->value))
        return "";
    return telling_with(
        report, report_hold(report, show_of(report_whole(persons), persons->n, report->language)),
        share);
}

const char *telling_share(struct report *report, const struct result *persons,
                          const struct result *share)
{
    if (persons == NULL || isnan(persons->value))
        return "";
    return telling_with(report, report_value(report, persons), share);
}

void telling_bullets(struct report *report, const char *section, const char *stem)
{
    for (guint i = 1;; i++) {
        const char *key = report_hold(report, g_strdup_printf("%s-%u", stem, i));

        if (!texts_has(report->texts, section, key))
            return;
        document_item(report->document, DOCUMENT_BULLETS, report_word(report, section, key));
    }
}
