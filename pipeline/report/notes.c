#include "report/notes.h"

#include <math.h>
#include <string.h>

enum { MOST_DEFINITIONS = 5 };

/* The share of a code or side that the table shows an interval of. */
static const struct result *notes_share(struct report *report, const struct part *part,
                                        const char *subject)
{
    return part_result(report, part, subject, part_share(part));
}

static void notes_meet(GPtrArray *methods, GHashTable *met, const struct result *share)
{
    char *interval;

    if (share == NULL || isnan(share->value))
        return;
    interval = finding_method(share, "interval");
    if (interval != NULL && !g_hash_table_contains(met, interval)) {
        g_hash_table_add(met, interval);
        g_ptr_array_add(methods, (gpointer)share);
        return;
    }
    g_free(interval);
}

GPtrArray *notes_methods(struct report *report, const struct part *part)
{
    GPtrArray *methods = g_ptr_array_new();
    GHashTable *met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < part->sides->len; i++)
        notes_meet(methods, met,
                   notes_share(report, part, part_side(report, part->sides->pdata[i])));
    for (guint i = 0; i < part->codes->len; i++)
        notes_meet(methods, met, notes_share(report, part, part->codes->pdata[i]));
    g_hash_table_destroy(met);
    return methods;
}

/* Why shares have no interval: the first reason that is met. */
static const char *notes_reason(struct report *report, const struct part *part)
{
    static const char *const reasons[] = {"few-clusters", "no-variation", "not-defined", "too-few",
                                          "undefined-draws"};

    for (guint i = 0; i < part->codes->len; i++) {
        const struct result *share = notes_share(report, part, part->codes->pdata[i]);

        for (size_t j = 0; share != NULL && j < G_N_ELEMENTS(reasons); j++)
            if (finding_notes(share, reasons[j]))
                return reasons[j];
    }
    return NULL;
}

static bool notes_has_gap(struct report *report, const struct part *part)
{
    for (guint i = 0; i < part->codes->len; i++) {
        const struct result *share = notes_share(report, part, part->codes->pdata[i]);

        if (share != NULL && isnan(share->low))
            return true;
    }
    return false;
}

static void notes_say(struct report *report, const struct part *part, const char *key)
{
    const struct result *persons = part_result(report, part, "", "persons");

    document_note(report->document,
                  SAY(report, "tables", report_choose(report, "tables", part_family(part), key),
                      {"n", report_count(report, report_whole(persons))},
                      {"person", part_person(report, part)}, {"persons", part_people(report, part)},
                      {"nouns", part_noun(report, part, "many")}));
}

/* What the intervals rest on, a sentence for each way in which they were made. */
static void notes_intervals(struct report *report, const struct part *part)
{
    GPtrArray *methods = notes_methods(report, part);

    notes_say(report, part, "note-interval");
    for (guint i = 0; i < methods->len; i++) {
        char *interval = finding_method(methods->pdata[i], "interval");
        char *clusters = finding_method(methods->pdata[i], "clusters");
        const char *key = report_hold(report, g_strconcat("note-", interval, NULL));

        if (clusters != NULL && texts_has(report->texts, "tables", key))
            document_note(report->document, SAY(report, "tables", key, {"n", clusters},
                                                {"person", part_person(report, part)},
                                                {"persons", part_people(report, part)}));
        g_free(interval);
        g_free(clusters);
    }
    g_ptr_array_unref(methods);
}

void notes_write(struct report *report, const struct part *part, unsigned columns)
{
    const char *reason = notes_reason(report, part);
    bool intervals = (columns & NOTES_INTERVALS) != 0;
    bool persons = strcmp(part_share(part), "share") != 0;

    if ((columns & NOTES_SHARES) != 0)
        notes_say(report, part, part->sides->len > 0 ? "note-share-sided" : "note-share");
    if ((columns & NOTES_MEANS) != 0)
        notes_say(report, part, "note-mean");
    if (intervals && !persons)
        notes_intervals(report, part);
    if (intervals && persons)
        notes_say(report, part, "note-interval-persons");
    if (intervals && notes_has_gap(report, part))
        notes_say(report, part, "note-gap");
    if (!intervals && (columns & NOTES_SHARES) != 0 && reason != NULL)
        notes_say(report, part, report_hold(report, g_strconcat("note-", reason, NULL)));
}

/* The first sentence: up to a point that a capital follows, which the one of "bijv." does not. */
static char *notes_sentence(const char *text)
{
    for (const char *point = strstr(text, ". "); point != NULL; point = strstr(point + 1, ". "))
        if (g_unichar_isupper(g_utf8_get_char(point + 2)))
            return g_strndup(text, (gsize)(point + 1 - text));
    return g_strdup(text);
}

/* How many codes were given more often, or as often and stand before it. */
static guint notes_rank(struct report *report, const struct part *part, guint place)
{
    int64_t own = report_whole(part_result(report, part, part->codes->pdata[place], "segments"));
    guint rank = 0;

    for (guint i = 0; i < part->codes->len; i++) {
        int64_t n = report_whole(part_result(report, part, part->codes->pdata[i], "segments"));

        rank += n > own || (n == own && i < place);
    }
    return rank;
}

void notes_definitions(struct report *report, const struct part *part)
{
    for (guint i = 0; i < part->codes->len && report->language == SHOW_DUTCH; i++) {
        const struct code *code = codebooks_code(report->codebooks, part->codes->pdata[i]);
        char *sentence;

        if (code == NULL || *code->definition == '\0' ||
            report_whole(part_result(report, part, code->code, "segments")) == 0 ||
            notes_rank(report, part, i) >= MOST_DEFINITIONS)
            continue;
        sentence = notes_sentence(code->definition);
        document_note(report->document,
                      SAY(report, "tables", "note-definition",
                          {"label", report_capital(report, part_label(report, code->code))},
                          {"definition", sentence}));
        g_free(sentence);
    }
}
