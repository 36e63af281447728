#include "report/part.h"

#include "base/fail.h"
#include "codebook/wording.h"

#include <string.h>

static const char side_prefix[] = "side:";

static void part_free(gpointer data)
{
    struct part *part = data;

    g_ptr_array_unref(part->sides);
    g_ptr_array_unref(part->codes);
    g_free(part);
}

static const struct codebook *part_codebook(const struct report *report, const char *name)
{
    for (guint i = 0; i < codebooks_count(report->codebooks); i++)
        if (strcmp(codebooks_at(report->codebooks, i)->name, name) == 0)
            return codebooks_at(report->codebooks, i);
    return NULL;
}

static struct part *part_of(struct report *report, GPtrArray *parts, const struct result *result)
{
    char *unit = finding_method(result, "unit");
    char *person = finding_method(result, "person");
    struct part *part;

    if (unit == NULL || person == NULL)
        fail(STATUS_STOPPED, "results: method of %s %s says no unit= or no person=", result->term,
             result->statistic);
    report_hold(report, unit);
    report_hold(report, person);
    for (guint i = 0; i < parts->len; i++) {
        part = parts->pdata[i];
        if (strcmp(part->term, result->term) == 0 && strcmp(part->unit, unit) == 0)
            return part;
    }
    part = g_new0(struct part, 1);
    part->term = result->term;
    part->unit = unit;
    part->person = person;
    part->codebook = part_codebook(report, result->term);
    part->sides = g_ptr_array_new();
    part->codes = g_ptr_array_new();
    part->number = parts->len;
    g_ptr_array_add(parts, part);
    return part;
}

/* Fewer than two sides are no axis: to say that all lean to the only one would say nothing. */
static void part_drop_side(gpointer data, gpointer unused)
{
    struct part *part = data;

    (void)unused;
    if (part->sides->len < 2)
        g_ptr_array_set_size(part->sides, 0);
}

GPtrArray *part_list(struct report *report)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(part_free);

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);
        struct part *part;

        if (strcmp(result->analysis, "count") != 0 || *result->by != '\0' || *result->term == '\0')
            continue;
        part = part_of(report, parts, result);
        if (*result->subject == '\0' || strcmp(result->statistic, "segments") != 0)
            continue;
        if (g_str_has_prefix(result->subject, side_prefix))
            g_ptr_array_add(part->sides, (gpointer)(result->subject + strlen(side_prefix)));
        else
            g_ptr_array_add(part->codes, (gpointer)result->subject);
    }
    g_ptr_array_foreach(parts, part_drop_side, NULL);
    return parts;
}

const struct result *part_result(const struct report *report, const struct part *part,
                                 const char *subject, const char *statistic)
{
    struct finding_key key = {.analysis = "count",
                              .subject = subject,
                              .term = part->term,
                              .statistic = statistic,
                              .unit = part->unit};

    return findings_find(report->findings, &key);
}

const struct result *part_person_result(const struct report *report, const struct part *part,
                                        const char *person, const char *subject,
                                        const char *statistic)
{
    struct finding_key key = {.analysis = "count",
                              .by = part->person,
                              .group = person,
                              .subject = subject,
                              .term = part->term,
                              .statistic = statistic,
                              .unit = part->unit};

    return findings_find(report->findings, &key);
}

const char *part_side(struct report *report, const char *side)
{
    return report_hold(report, g_strconcat(side_prefix, side, NULL));
}

GPtrArray *part_persons(const struct report *report, const struct part *part)
{
    return findings_groups(report->findings, part->person, part->term, part->unit);
}

const char *part_person_name(struct report *report, const char *person)
{
    return *person == '\0' ? report_word(report, "tables", "nameless") : person;
}

static const char *part_person_word(struct report *report, const struct part *part,
                                    const char *person, const char *form)
{
    char *key = wording_person(report->texts, person, part->term, part->unit, form);

    return report_word(report, "person", report_hold(report, key));
}

const char *part_person(struct report *report, const struct part *part)
{
    return part_person_word(report, part, part->person, "one");
}

const char *part_people(struct report *report, const struct part *part)
{
    return part_person_word(report, part, part->person, "many");
}

const char *part_person_title(struct report *report, const struct part *part)
{
    return part_person_word(report, part, part->person, "title");
}

const char *part_sources(struct report *report, const struct part *part, int64_t n)
{
    return part_person_word(report, part, "source", part_number(n));
}

const char *part_noun(struct report *report, const struct part *part, const char *number)
{
    const char *key = report_hold(report, g_strconcat("noun-", number, NULL));

    return report_word(report, "codebook", report_choose(report, "codebook", part->term, key));
}

const char *part_side_codes(struct report *report, const struct part *part, const char *side)
{
    const char *own = report_choose(report, "side", side, "codes");

    return SAY(report, "side", own, {"side", part_side_name(report, side)},
               {"noun", part_noun(report, part, "many")});
}

const char *part_side_name(struct report *report, const char *side)
{
    const char *own = report_hold(report, g_strconcat(side, "-name", NULL));

    return texts_has(report->texts, "side", own) ? report_word(report, "side", own) : side;
}

const char *part_label(const struct report *report, const char *code)
{
    return wording_label(report->codebooks, code, report->language);
}

const char *part_number(int64_t k)
{
    return k == 1 ? "one" : "many";
}

bool part_is_first(const struct report *report, const struct part *part)
{
    for (guint i = 0; i < part->number; i++)
        if (strcmp(((const struct part *)report->parts->pdata[i])->term, part->term) == 0)
            return false;
    return true;
}

bool part_is_mention(const struct part *part)
{
    return strcmp(part->unit, "mention") == 0;
}

const char *part_share(const struct part *part)
{
    return part->sides->len == 0 && strcmp(part->unit, "event") == 0 ? "with_share" : "share";
}

const char *part_family(const struct part *part)
{
    if (strcmp(part->person, "source") == 0)
        return "source";
    return part_is_mention(part) ? "mention" : "coded";
}

const char *part_verb(struct report *report, const struct part *part, int64_t k)
{
    const char *kind = part_is_mention(part) ? "mention" : "coded";

    return report_word(report, "verb",
                       report_hold(report, g_strconcat(kind, "-", part_number(k), NULL)));
}

const char *part_leading_side(struct report *report, const struct part *part, const char **tie)
{
    const char *leading = NULL;
    int64_t most = 0;

    *tie = NULL;
    for (guint i = 0; i < part->sides->len; i++) {
        const char *side = part->sides->pdata[i];
        int64_t k =
            report_whole(part_result(report, part, part_side(report, side), "mainly_persons"));

        if (k > 0 && k == most && *tie == NULL)
            *tie = side;
        if (k <= most)
            continue;
        leading = side;
        most = k;
        *tie = NULL;
    }
    return leading;
}
