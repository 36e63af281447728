#include "report/chapters.h"
#include "report/often.h"
#include "report/pictures.h"

#include <string.h>

enum {
    FEW_CODES = 2,     /* a profile of a codebook without sides says something from 3 codes on */
    MOST_PERSONS = 12, /* persons whose numbers the words under an axis repeat */
};

/* The chart's file: by codebook and unit, by codebook, or (the first of its sort) by sort alone. */
static GBytes *figure_file(const struct report *report, const struct part *part, const char *chart,
                           bool first)
{
    char *names[] = {g_strdup_printf("%s-%s-%s", chart, part->term, part->unit),
                     g_strdup_printf("%s-%s", chart, part->term), first ? g_strdup(chart) : NULL};
    GBytes *bytes = NULL;

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (bytes == NULL && names[i] != NULL)
            bytes = pictures_read(report, names[i]);
        g_free(names[i]);
    }
    return bytes;
}

/* How many segments of a person have a side: none and the chart has no bar. */
static int64_t figure_sided(struct report *report, const struct part *part, const char *person)
{
    return report_whole(part_person_result(report, part, person, "", "sided_segments"));
}

/* Whether the bars of the axis are shares: only where each person has enough for a percentage. */
static bool figure_has_shares(struct report *report, const struct part *part,
                              const GPtrArray *persons)
{
    for (guint i = 0; i < persons->len; i++) {
        int64_t sided = figure_sided(report, part, persons->pdata[i]);

        if (sided > 0 && !show_has_percent(sided))
            return false;
    }
    return true;
}

/* "wpb-01: 4 volgend, 7 sturend", or in shares "wpb-01: 36 % volgend, 64 % sturend". */
static void figure_say_person(struct report *report, const struct part *part, const char *person,
                              const char *statistic, GString *text)
{
    g_string_append_printf(text, "%s%s:", text->len > 0 ? "; " : "",
                           part_person_name(report, person));
    for (guint i = 0; i < part->sides->len; i++) {
        const char *side = part->sides->pdata[i];
        const struct result *result =
            part_person_result(report, part, person, part_side(report, side), statistic);

        g_string_append_printf(text, "%s %s %s", i > 0 ? "," : "",
                               result == NULL ? "" : report_value(report, result),
                               part_side_name(report, side));
    }
}

static const char *figure_axis_words(struct report *report, const struct part *part)
{
    GPtrArray *persons = part_persons(report, part);
    const char *statistic = figure_has_shares(report, part, persons) ? "share" : "segments";
    GString *text = g_string_new(NULL);
    const char *words;

    for (guint i = 0; i < persons->len && persons->len <= MOST_PERSONS; i++)
        if (figure_sided(report, part, persons->pdata[i]) > 0)
            figure_say_person(report, part, persons->pdata[i], statistic, text);
    words = SAY(report, "figure", "axis-words", {"person", part_person(report, part)},
                {"first", part_side_name(report, part->sides->pdata[0])},
                {"last", part_side_name(report, part->sides->pdata[part->sides->len - 1])},
                {"answer", answer_sentence(report, part)},
                {"list", text->len > 0 ? text->str : report_word(report, "figure", "in-table")});
    g_string_free(text, TRUE);
    g_ptr_array_unref(persons);
    return words;
}

/* "Het vaakst: oordelen (20 %) ...": what is to be seen at once; "" where nothing stands out. */
static const char *figure_most(struct report *report, const struct part *part)
{
    GPtrArray *often = often_codes(report, part);
    const char *words = "";

    if (often->len > 0)
        words = SAY(report, "figure", "profile-most",
                    {"list", often_list(report, part, often, part_share(part), "with-share")});
    g_ptr_array_unref(often);
    return words;
}

static const char *figure_profile_words(struct report *report, const struct part *part)
{
    GString *text = g_string_new(NULL);
    const char *words;

    for (guint i = 0; i < part->codes->len; i++) {
        const char *code = part->codes->pdata[i];
        const struct result *share = part_result(report, part, code, part_share(part));

        if (share != NULL)
            g_string_append_printf(text, "%s%s %s", text->len > 0 ? "; " : "",
                                   part_label(report, code), report_value(report, share));
    }
    words = SAY(report, "figure", "profile-words", {"most", figure_most(report, part)},
                {"noun", part_noun(report, part, "one")}, {"list", text->str});
    g_string_free(text, TRUE);
    return words;
}

/* Writes the chart if it is there. */
static bool figure_chart(struct report *report, const struct part *part, const char *chart,
                         bool first)
{
    bool axis = strcmp(chart, "axis") == 0;
    GBytes *bytes = figure_file(report, part, chart, first);
    const char *caption;

    if (bytes == NULL)
        return false;
    if (axis)
        caption = SAY(report, "figure",
                      report_choose(report, "figure", part_family(part), "axis-caption"),
                      {"first", part_side_name(report, part->sides->pdata[0])},
                      {"last", part_side_name(report, part->sides->pdata[part->sides->len - 1])},
                      {"person", part_person(report, part)}, {"verb", part_verb(report, part, 1)});
    else
        caption = SAY(report, "figure", "profile-caption", {"noun", part_noun(report, part, "one")},
                      {"nouns", part_noun(report, part, "many")});
    document_figure(report->document, caption, DOCUMENT_SVG, bytes,
                    axis ? figure_axis_words(report, part) : figure_profile_words(report, part));
    g_bytes_unref(bytes);
    return true;
}

static bool figure_has_profile(struct report *report, const struct part *part)
{
    guint used = 0;

    for (guint i = 0; i < part->codes->len; i++)
        used += report_whole(part_result(report, part, part->codes->pdata[i], "segments")) > 0;
    return part->sides->len > 0 ? used > 0 : used > FEW_CODES;
}

void figure_write(struct report *report)
{
    bool first_axis = true;
    bool any = false;

    document_heading(report->document, 1, report_word(report, "report", "heading-figure"));
    for (guint i = 0; i < report->parts->len && report->charts != NULL; i++) {
        const struct part *part = report->parts->pdata[i];

        if (part->sides->len > 0) {
            any |= figure_chart(report, part, "axis", first_axis);
            first_axis = false;
        }
        if (figure_has_profile(report, part))
            any |= figure_chart(report, part, "profile", i == 0);
    }
    if (report->charts != NULL)
        any |= pictures_write(report);
    if (!any)
        document_paragraph(report->document, DOCUMENT_BODY, report_word(report, "figure", "none"));
}
