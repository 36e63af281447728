#include "report/chapters.h"
#include "report/notes.h"
#include "report/persons.h"
#include "report/readings.h"
#include "report/strand.h"

#include <math.h>
#include <string.h>

/* The note of a measure that has an interval from some number of persons on only. */
static const char under_minimum[] = "under-minimum";

static void account_term(struct report *report, const char *key, const char *value)
{
    if (value != NULL && *value != '\0')
        document_definition(report->document, report_word(report, "account", key), value);
}

static void account_study(struct report *report)
{
    account_term(report, "partnership", report->partnership);
    account_term(report, "date", report->date == NULL ? NULL : report_date(report, report->date));
    account_term(report, "audience", report_word(report, "account", "audience-intern"));
    account_term(report, "consent",
                 report_word(report, "account", report->consent ? "consent-yes" : "consent-no"));
}

/* The article that a codebook is about, once. */
static void account_article(struct report *report, const char *book)
{
    const char *key = report_hold(report, g_strconcat(book, "-article", NULL));

    if (texts_has(report->texts, "account", key))
        account_term(report, "article", report_word(report, "account", key));
}

/* The codebooks as the results name them: name, version, digest. */
static void account_codebooks(struct report *report)
{
    const GPtrArray *lines = report->head->codebooks;
    const char *term = report_word(report, "account", "codebook");

    for (guint i = 0; i < lines->len; i++) {
        char **words = g_strsplit(lines->pdata[i], " ", 3);

        if (g_strv_length(words) == 3)
            document_definition(report->document, i == 0 ? term : NULL,
                                SAY(report, "account", "codebook-line", {"book", words[0]},
                                    {"version", words[1]}, {"digest", words[2]}));
        g_strfreev(words);
    }
    for (guint i = 0; i < report->parts->len; i++)
        if (part_is_first(report, report->parts->pdata[i]))
            account_article(report, ((const struct part *)report->parts->pdata[i])->term);
}

/* "koenig: 7 werkplekbegeleiders, 7 gesprekken, 75 interventies". */
static void account_numbers(struct report *report)
{
    for (guint i = 0; i < report->parts->len; i++) {
        const struct part *part = report->parts->pdata[i];
        int64_t persons = report_whole(part_result(report, part, "", "persons"));
        int64_t sources = report_whole(part_result(report, part, "", "conversations"));
        const struct result *segments = part_result(report, part, "", "segments");
        const char *key = report_choose(report, "account", part_family(part), "numbers");

        document_definition(
            report->document, i == 0 ? report_word(report, "account", "numbers-term") : NULL,
            SAY(report, "account", key, {"book", part->term}, {"n", report_count(report, persons)},
                {"persons", persons == 1 ? part_person(report, part) : part_people(report, part)},
                {"sources", report_count(report, sources)},
                {"source", part_sources(report, part, sources)},
                {"interview",
                 report_word(report, "person", sources == 1 ? "interview-one" : "interview-many")},
                {"segments", report_count(report, report_whole(segments))}));
    }
}

/* The share of persons with its limits, for who wants to check it. */
static void account_persons(struct report *report, const struct part *part, const char *subject,
                            const char *statistic, const char *label)
{
    const struct result *share = part_result(report, part, subject, statistic);
    char *interval = share == NULL ? NULL : finding_method(share, "interval");
    const char *key;

    if (share == NULL || isnan(share->low) || interval == NULL) {
        g_free(interval);
        return;
    }
    key = report_choose(report, "account", interval, "persons");
    document_item(
        report->document, DOCUMENT_BULLETS,
        SAY(report, "account", key, {"label", report_capital(report, label)},
            {"of", report_hold(report, show_of(llround(share->value * (double)share->n), share->n,
                                               report->language))},
            {"value", report_hold(report, show_decimal(share->value, 2, report->language))},
            {"low", report_hold(report, show_decimal(share->low, 2, report->language))},
            {"high", report_hold(report, show_decimal(share->high, 2, report->language))}));
    g_free(interval);
}

/* One further measure: `subject` is a side, or "" for all. */
static void account_measure(struct report *report, const struct part *part, const char *subject,
                            const char *statistic)
{
    const struct result *result = part_result(report, part, subject, statistic);
    const char *interval = "";
    const char *side = strchr(subject, ':');

    if (result == NULL || isnan(result->value) || part->sides->len == 0)
        return;
    if (finding_notes(result, under_minimum))
        interval = SAY(report, "account", "no-interval",
                       {"reason", report_word(report, "note", under_minimum)});
    if (!isnan(result->low) && !isnan(result->high))
        interval = SAY(report, "account", "interval",
                       {"limits", report_hold(report, show_interval(result, report->language))});
    document_item(report->document, DOCUMENT_BULLETS,
                  SAY(report, "account", statistic, {"value", report_value(report, result)},
                      {"interval", interval},
                      {"side", side == NULL ? "" : part_side_name(report, side + 1)},
                      {"first", part_side_name(report, part->sides->pdata[0])},
                      {"last", part_side_name(report, part->sides->pdata[part->sides->len - 1])}));
}

static void account_measures(struct report *report, const struct part *part)
{
    account_measure(report, part, "", "index");
    account_measure(report, part, "", "position");
    for (guint i = 0; i < part->sides->len; i++)
        account_measure(report, part, part_side(report, part->sides->pdata[i]), "rate_turns");
    for (guint i = 0; i < part->sides->len; i++)
        account_measure(report, part, part_side(report, part->sides->pdata[i]), "rate_minutes");
}

/* How the intervals of shares were made. */
static void account_intervals(struct report *report, const struct part *part)
{
    GPtrArray *methods = notes_methods(report, part);
    enum { CLUSTERS = 2 };
    static const char *const names[] = {"interval", "df",      [CLUSTERS] = "clusters",
                                        "draws",    "dropped", "seed"};

    for (guint i = 0; i < methods->len; i++) {
        struct place places[G_N_ELEMENTS(names) + 3] = {{NULL, NULL}};
        const char *key;
        size_t n = 0;

        for (; n < G_N_ELEMENTS(names); n++) {
            char *value = finding_method(methods->pdata[i], names[n]);

            places[n].name = names[n];
            places[n].value = report_hold(report, value != NULL ? value : g_strdup("–"));
        }
        places[n++] = (struct place){"person", part_person(report, part)};
        places[n] = (struct place){"persons", strcmp(places[CLUSTERS].value, "1") == 0
                                                  ? part_person(report, part)
                                                  : part_people(report, part)};
        key = report_hold(report, g_strconcat("interval-", places[0].value, NULL));
        if (texts_has(report->texts, "account", key))
            document_item(report->document, DOCUMENT_BULLETS,
                          report_say(report, "account", key, places));
    }
    g_ptr_array_unref(methods);
}

static void account_part(struct report *report, const struct part *part)
{
    const char *unit = report_hold(report, g_strconcat("unit-", part->unit, NULL));

    document_heading(report->document, 3,
                     SAY(report, "account", "heading-part", {"book", part->term}));
    if (texts_has(report->texts, "account", unit))
        document_item(report->document, DOCUMENT_BULLETS,
                      SAY(report, "account", unit, {"person", part_person(report, part)}));
    if (part->sides->len > 0)
        document_item(report->document, DOCUMENT_BULLETS, report_word(report, "account", "mainly"));
    for (guint i = 0; i < part->sides->len; i++) {
        const char *side = part->sides->pdata[i];

        account_persons(
            report, part, part_side(report, side), "mainly_share",
            SAY(report, "account", "mainly-side", {"side", part_side_name(report, side)}));
    }
    if (part->sides->len == 0 && answer_code(report, part) != NULL)
        account_persons(report, part, answer_code(report, part), "with_share",
                        part_label(report, answer_code(report, part)));
    account_measures(report, part);
    if (strcmp(part_share(part), "share") == 0)
        account_intervals(report, part);
}

void account_colophon(struct report *report)
{
    document_paragraph(report->document, DOCUMENT_BODY, report_word(report, "account", "chain"));
    for (guint i = 0; i < report->head->chain->len; i++) {
        document_item(report->document, DOCUMENT_BULLETS, "");
        document_span(report->document, DOCUMENT_CODE, report->head->chain->pdata[i]);
    }
}

void account_write(struct report *report)
{
    document_heading(report->document, 1, report_word(report, "report", "heading-account"));
    account_study(report);
    account_numbers(report);
    account_codebooks(report);
    readings_account(report);
    if (report->parts->len > 0)
        document_heading(report->document, 2, report_word(report, "account", "heading-method"));
    for (guint i = 0; i < report->parts->len; i++)
        account_part(report, report->parts->pdata[i]);
    persons_account(report);
    strand_account(report);
    readings_appendix(report);
}
