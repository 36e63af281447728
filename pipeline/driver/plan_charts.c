#include "driver/plan_charts.h"

#include "codebook/codebook.h"
#include "driver/flow.h"
#include "driver/say.h"
#include "driver/study_match.h"

#include <string.h>

/* A sort of chart of a codebook with codes. */
struct chart_sort {
    const char *name;
    const char *label;    /* key of its Dutch name */
    bool per_person;      /* an axis: it needs two sides to lie between */
    const char *analysis; /* as in struct plan_chart */
    const char *statistic;
};

static const struct chart_sort chart_sorts[] = {
    {"axis", "grafiek-as", true, NULL, NULL},
    {"profile", "grafiek-profiel", false, NULL, NULL},
    {"coverage", "grafiek-dekking", false, "count", "segments"},
    {"confusion", "grafiek-verwarring", false, "agree", "confusion"},
};

/* What all charts of a plan share. */
struct charts {
    struct plan *plan;
    const struct study *study;
    struct codebooks *codebooks;
    const char *language;
};

/* What the files of a study say that some charts cannot do without. */
static bool charts_have_answers(const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++)
        if (((const struct study_file *)study->files->pdata[i])->kind == STUDY_ANSWERS)
            return true;
    return false;
}

static bool charts_have_groups(const struct study *study)
{
    for (guint i = 0; i < study->files->len; i++)
        if (((const struct study_file *)study->files->pdata[i])->by != NULL)
            return true;
    return false;
}

/* Whether the study can have the numbers of a sort: count of groups, or agree. */
static bool chart_sort_may_be(const struct chart_sort *sort, const struct study *study)
{
    if (sort->analysis == NULL)
        return true;
    return flow_has(sort->analysis) &&
           (strcmp(sort->analysis, "count") != 0 || charts_have_groups(study));
}

/* The codebooks of the study as the stages will load them. */
static struct codebooks *charts_load(const struct study *study)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    struct codebooks *codebooks;

    for (char **name = study->codebooks; *name != NULL; name++)
        g_ptr_array_add(paths, study_codebook(study, *name));
    g_ptr_array_add(paths, NULL);
    codebooks = codebooks_load((char *const *)paths->pdata);
    g_ptr_array_free(paths, TRUE);
    return codebooks;
}

/* The chart in every format, drawn with the codebook that the study calls `book` and one more
 * option (or NULL). `stem` is its file without folder and ending. */
static void charts_draw(const struct charts *charts, struct plan_chart *chart, const char *sort,
                        const char *stem, const char *book, const char *option, const char *value)
{
    static const char *const formats[] = {"svg", "png", "pdf"};

    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        char *path = g_strdup_printf("prive/charts/%s.%s", stem, formats[i]);
        struct step *step = plan_step(charts->plan, SAY("deel-grafiek", "naam", path), path,
                                      STEP_PART, STEP_NEEDS_ALL);
        struct command *command = plan_command(step, "vs-plot");

        g_ptr_array_add(chart->paths, path);
        step->chart = chart;
        plan_option(command, "--chart", WORD_TEXT, sort);
        plan_option(command, "--format", WORD_TEXT, formats[i]);
        plan_option(command, "--codebook", WORD_TEXT, book);
        if (option != NULL)
            plan_option(command, option, WORD_TEXT, value);
        plan_option(command, "--language", WORD_TEXT, charts->language);
        plan_word(command, WORD_MADE, plan_results);
    }
}

static bool chart_sort_shows(const struct chart_sort *sort, const struct codebook *codebook)
{
    return sort->per_person ? codebook->sides->len >= 2 : codebook->codes->len > 0;
}

static char *chart_sort_label(const struct chart_sort *sort, const struct codebook *codebook)
{
    const GPtrArray *sides = codebook->sides;

    if (!sort->per_person)
        return SAY(sort->label, "codeboek", codebook->name);
    return SAY(sort->label, "codeboek", codebook->name, "eerste", (char *)sides->pdata[0],
               "laatste", (char *)sides->pdata[sides->len - 1]);
}

/* One sort of chart for each codebook that it can show; the first axis and profile have the names
 * that the report knows. */
static void charts_of_codes(const struct charts *charts, const struct chart_sort *sort)
{
    bool bare = sort->analysis == NULL;

    for (guint i = 0; i < codebooks_count(charts->codebooks); i++) {
        const struct codebook *codebook = codebooks_at(charts->codebooks, i);
        struct plan_chart *chart;
        char *stem;

        if (!chart_sort_shows(sort, codebook))
            continue;
        chart = plan_chart(charts->plan, chart_sort_label(sort, codebook), codebook->name);
        chart->per_person = sort->per_person;
        chart->analysis = sort->analysis;
        chart->statistic = sort->statistic;
        stem = bare ? g_strdup(sort->name) : g_strdup_printf("%s-%s", sort->name, codebook->name);
        charts_draw(charts, chart, sort->name, stem, charts->study->codebooks[i], NULL, NULL);
        bare = false;
        g_free(stem);
    }
}

static bool scale_is_first(const struct codebook *codebook, guint i)
{
    const struct item *item = codebook->items->pdata[i];

    for (guint j = 0; j < i; j++)
        if (strcmp(((const struct item *)codebook->items->pdata[j])->scale, item->scale) == 0)
            return false;
    return *item->scale != '\0';
}

/* The answers to each scale of an item codebook. */
static void charts_of_scales(const struct charts *charts, guint book)
{
    const struct codebook *codebook = codebooks_at(charts->codebooks, book);

    for (guint i = 0; i < codebook->items->len; i++) {
        const struct item *item = codebook->items->pdata[i];
        struct plan_chart *chart;
        char *stem;

        if (!scale_is_first(codebook, i))
            continue;
        chart = plan_chart(charts->plan, SAY("grafiek-antwoorden", "schaal", item->scale),
                           codebook->name);
        chart->analysis = "describe";
        chart->statistic = "category_persons";
        chart->other = "category_answers";
        for (guint j = i; j < codebook->items->len; j++) {
            const struct item *other = codebook->items->pdata[j];

            if (strcmp(other->scale, item->scale) == 0)
                g_ptr_array_add(chart->items, g_strdup(other->item));
        }
        stem = g_strconcat("likert-", item->scale, NULL);
        charts_draw(charts, chart, "likert", stem, charts->study->codebooks[book], "--scale",
                    item->scale);
        g_free(stem);
    }
}

/* Offer and use of a section [match]: the Nth picture of that sort. */
static void charts_of_match(const struct charts *charts, guint book,
                            const struct study_match *match, guint n)
{
    char *term = match->offer == NULL ? NULL : g_strconcat(match->offer, "~", match->use, NULL);
    char *stem = g_strdup_printf("quadrants-%u", n);
    struct plan_chart *chart =
        plan_chart(charts->plan, SAY("grafiek-kwadranten", "naam", match->name), term);

    chart->analysis = "match";
    chart->statistic = "offer";
    charts_draw(charts, chart, "quadrants", stem, charts->study->codebooks[book],
                term != NULL ? "--term" : NULL, term);
    g_free(stem);
    g_free(term);
}

/* What all sections put beside each other. */
static void charts_of_importance(const struct charts *charts, guint book)
{
    struct plan_chart *chart = plan_chart(charts->plan, SAY("grafiek-schuring"), NULL);

    chart->analysis = "match";
    chart->statistic = "beside_score";
    charts_draw(charts, chart, "dumbbell", "dumbbell", charts->study->codebooks[book], NULL, NULL);
}

/* The charts of the answers, of the first codebook with items. */
static void charts_of_survey(const struct charts *charts)
{
    bool importance = false;
    guint book = 0;
    guint n = 0;

    while (book < codebooks_count(charts->codebooks) &&
           codebooks_at(charts->codebooks, book)->items->len == 0)
        book++;
    if (book == codebooks_count(charts->codebooks))
        return;
    for (guint i = book; flow_has("describe") && i < codebooks_count(charts->codebooks); i++)
        charts_of_scales(charts, i);
    for (guint i = 0; flow_has("match") && i < charts->study->matches->len; i++) {
        const struct study_match *match = charts->study->matches->pdata[i];

        if (match->offer != NULL || match->importance == NULL)
            charts_of_match(charts, book, match, ++n);
        importance = importance || match->importance != NULL;
    }
    if (importance)
        charts_of_importance(charts, book);
}

void plan_charts(struct plan *plan, const struct study *study)
{
    const struct study_report *report = study->reports->pdata[0];
    struct charts charts = {plan, study, charts_load(study), report->language};

    for (size_t i = 0; i < G_N_ELEMENTS(chart_sorts); i++)
        if (chart_sort_may_be(&chart_sorts[i], study))
            charts_of_codes(&charts, &chart_sorts[i]);
    if (charts_have_answers(study))
        charts_of_survey(&charts);
    codebooks_free(charts.codebooks);
}
