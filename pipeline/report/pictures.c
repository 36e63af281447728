#include "report/pictures.h"

#include "report/lanes.h"
#include "report/pictures_list.h"

#include <string.h>

enum {
    PICTURES_PERSONS = 12,  /* of more persons the words do not repeat the numbers */
    PICTURES_QUADRANTS = 9, /* most pictures of that sort */
};

GBytes *pictures_read(const struct report *report, const char *name)
{
    char *file = g_strconcat(name, ".svg", NULL);
    char *path = g_build_filename(report->charts, file, NULL);
    GBytes *bytes = NULL;
    char *text;
    gsize n;

    if (g_file_get_contents(path, &text, &n, NULL))
        bytes = g_bytes_new_take(text, n);
    g_free(path);
    g_free(file);
    return bytes;
}

bool pictures_is(const struct result *result, const char *analysis, const char *statistic)
{
    return strcmp(result->analysis, analysis) == 0 && strcmp(result->statistic, statistic) == 0;
}

void pictures_add(GString *list, const char *text)
{
    g_string_append_printf(list, "%s%s", list->len > 0 ? "; " : "", text);
}

const char *pictures_list(struct report *report, GString *list)
{
    char *text = g_string_free(list, FALSE);

    report_hold(report, text);
    return *text != '\0' ? text : report_word(report, "figure", "in-results");
}

bool pictures_show(struct report *report, GBytes *bytes, const char *caption, const char *words)
{
    document_figure(report->document, caption, DOCUMENT_SVG, bytes, words);
    g_bytes_unref(bytes);
    return true;
}

/* The only term of a statistic that names whole scales or items; NULL when there are more of them,
 * or none: then nobody knows which of them a picture is about. */
static const char *only_term(const struct report *report, const char *statistic)
{
    const char *term = NULL;

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);
        bool facet =
            strcmp(statistic, "quadrant_persons") == 0 && strchr(result->term, '/') != NULL;

        if (!pictures_is(result, "match", statistic) || facet)
            continue;
        if (term != NULL && strcmp(term, result->term) != 0)
            return NULL;
        term = result->term;
    }
    return term;
}

/* Whether a number is over all persons, or of a lane where none is over all. */
static bool quadrants_are_of(const struct report *report, const struct result *result)
{
    GPtrArray *lanes =
        lanes_find(report, &(const struct finding_key){.analysis = result->analysis,
                                                       .subject = result->subject,
                                                       .term = result->term,
                                                       .statistic = result->statistic});
    bool of = g_ptr_array_find(lanes, result, NULL);

    g_ptr_array_unref(lanes);
    return of;
}

/* "veel aanbod, veel gebruik: 12"; the words are those of the chart. */
static const char *quadrants_list(struct report *report)
{
    const char *term = only_term(report, "quadrant_persons");
    GString *list = g_string_new(NULL);

    for (guint i = 0; term != NULL && i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);
        char *key;
        char *text;

        if (!pictures_is(result, "match", "quadrant_persons") ||
            !quadrants_are_of(report, result) || strcmp(result->term, term) != 0)
            continue;
        key = g_strconcat("quadrants-", result->subject, NULL);
        text =
            g_strdup_printf("%s: %s", lanes_label(report, result, report_word(report, "plot", key)),
                            report_value(report, result));
        pictures_add(list, text);
        g_free(text);
        g_free(key);
    }
    return pictures_list(report, list);
}

static bool quadrants_write_all(struct report *report)
{
    bool any = false;

    for (int i = 1; i <= PICTURES_QUADRANTS; i++) {
        char *name = g_strdup_printf("quadrants-%d", i);
        GBytes *bytes = pictures_read(report, name);

        if (bytes != NULL)
            any = pictures_show(
                report, bytes, report_word(report, "figure", "quadrants-caption"),
                SAY(report, "figure", "quadrants-words", {"list", quadrants_list(report)}));
        g_free(name);
    }
    return any;
}

/* "wpb-01: 3,5 · 30 %": what a person says, and what was seen. */
static const char *dumbbell_list(struct report *report)
{
    const char *term = only_term(report, "beside_score");
    GString *list = g_string_new(NULL);
    guint n = 0;

    for (guint i = 0; term != NULL && i < findings_count(report->findings); i++) {
        const struct result *score = findings_at(report->findings, i);

        if (!pictures_is(score, "match", "beside_score") || strcmp(score->term, term) != 0)
            continue;
        for (guint j = 0; j < findings_count(report->findings); j++) {
            const struct result *share = findings_at(report->findings, j);
            char *text;

            if (!pictures_is(share, "match", "beside_share") || strcmp(share->term, term) != 0 ||
                strcmp(share->group, score->group) != 0)
                continue;
            text = g_strdup_printf("%s: %s · %s", score->group, report_value(report, score),
                                   report_value(report, share));
            pictures_add(list, text);
            g_free(text);
            n++;
        }
    }
    if (n > PICTURES_PERSONS)
        g_string_truncate(list, 0);
    return pictures_list(report, list);
}

/* Whether the shares are of what people say they do: self-report is not called seen. */
static bool dumbbell_is_mention(const struct report *report)
{
    bool mention = false;

    for (guint i = 0; i < findings_count(report->findings); i++) {
        const struct result *result = findings_at(report->findings, i);

        mention |= pictures_is(result, "match", "beside_share") &&
                   g_str_has_suffix(result->term, "/mention");
    }
    return mention;
}

static bool dumbbell_write(struct report *report)
{
    GBytes *bytes = pictures_read(report, "dumbbell");

    if (bytes == NULL)
        return false;
    return pictures_show(
        report, bytes,
        report_word(report, "figure",
                    dumbbell_is_mention(report) ? "dumbbell-caption-mention" : "dumbbell-caption"),
        SAY(report, "figure", "dumbbell-words", {"list", dumbbell_list(report)}));
}

/* Coverage or confusion of every codebook. */
static bool codebook_write_all(struct report *report, const char *sort)
{
    bool any = false;

    for (guint i = 0; i < codebooks_count(report->codebooks); i++) {
        const char *book = codebooks_at(report->codebooks, i)->name;
        char *name = g_strdup_printf("%s-%s", sort, book);
        char *caption = g_strconcat(sort, "-caption", NULL);
        char *words = g_strconcat(sort, "-words", NULL);
        GBytes *bytes = pictures_read(report, name);

        if (bytes != NULL)
            any = pictures_show(
                report, bytes, SAY(report, "figure", caption, {"book", book}),
                SAY(report, "figure", words, {"list", pictures_confusion(report, book)}));
        g_free(words);
        g_free(caption);
        g_free(name);
    }
    return any;
}

bool pictures_write(struct report *report)
{
    bool any = quadrants_write_all(report);

    any |= dumbbell_write(report);
    any |= codebook_write_all(report, "coverage");
    any |= codebook_write_all(report, "confusion");
    any |= pictures_likert(report);
    return any;
}
