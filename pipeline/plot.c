/* Plot: draws results as a chart, with gnuplot.
 *
 *     vs-plot --chart axis --format svg --codebook koenig results.tsv > axis.svg */

#include "base/fail.h"
#include "base/place.h"
#include "plot/bars.h"
#include "plot/confusion.h"
#include "plot/coverage.h"
#include "plot/dumbbell.h"
#include "plot/likert.h"
#include "plot/points.h"
#include "plot/quadrants.h"
#include "table/stage.h"

#include <string.h>

struct plot {
    char **names;
    char *chart;
    char *format;
    char *language;
    char *by;
    char *unit;
    char *scale;
    char *term;
};

static struct plot plot;

static const struct option plot_options[] = {
    {"chart", OPTION_TEXT, RECORD_VALUE, &plot.chart, "NAME",
     "axis (every person from side to side), profile (every code with its interval), likert "
     "(answers to "
     "the items of a scale), quadrants (offer and use of every person), dumbbell (what a person "
     "says and "
     "what was seen, beside each other), coverage (codes by groups) or confusion (codes of two "
     "coders)"},
    {"format", OPTION_TEXT, RECORD_VALUE, &plot.format, "FORMAT", "svg (default), png or pdf"},
    {"codebook", OPTION_LIST, RECORD_NAME, &plot.names, "NAME|FILE",
     "Codebook that the chart is about: labels, sides and order"},
    {"by", OPTION_TEXT, RECORD_VALUE, &plot.by, "COLUMN",
     "Column of the persons (default: the first that the results are grouped by), of coverage: of "
     "the "
     "groups (default: the first that holds no persons)"},
    {"unit", OPTION_TEXT, RECORD_VALUE, &plot.unit, "KIND",
     "turn, passage, event or mention (default: the first in the results)"},
    {"scale", OPTION_TEXT, RECORD_VALUE, &plot.scale, "NAME",
     "Scale of likert (default: the first of the codebook that the results know)"},
    {"term", OPTION_TEXT, RECORD_VALUE, &plot.term, "TERM",
     "Pair of quadrants (OFFER~USE) or dumbbell (ITEM~ITEM) (default: the first in the results)"},
    {"language", OPTION_TEXT, RECORD_VALUE, &plot.language, "LANGUAGE", "nl (default) or en"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static const struct {
    const char *name;
    const char *script;
    struct scene_about about;
    bool (*draw)(const struct scene *scene, const char *script, GBytes **image, char **why);
} charts[] = {
    {"axis", "plots/axis.gp", {"count", NULL, NULL, true}, bars_draw},
    {"profile", "plots/profile.gp", {"count", NULL, NULL, true}, points_draw},
    {"likert", "plots/likert.gp", {"describe", NULL, "role", false}, likert_draw},
    {"quadrants", "plots/quadrants.gp", {"match", "offer", "respondent", false}, quadrants_draw},
    {"dumbbell", "plots/dumbbell.gp", {"match", "beside_score", NULL, false}, dumbbell_chart_draw},
    {"coverage", "plots/matrix.gp", {"count", NULL, "", true}, coverage_draw},
    {"confusion", "plots/matrix.gp", {"agree", NULL, "", false}, confusion_draw},
};

static enum chart_kind plot_kind(void)
{
    for (int kind = CHART_SVG; kind <= CHART_PDF; kind++)
        if (plot.format == NULL || strcmp(plot.format, chart_ending((enum chart_kind)kind)) == 0)
            return (enum chart_kind)kind;
    fail(STATUS_USAGE, "--format \"%s\": svg, png or pdf", plot.format);
}

static size_t plot_chart(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(charts); i++)
        if (g_strcmp0(plot.chart, charts[i].name) == 0)
            return i;
    fail(STATUS_USAGE,
         "--chart \"%s\": axis, profile, likert, quadrants, dumbbell, coverage or confusion",
         plot.chart != NULL ? plot.chart : "");
}

static void plot_write(struct run *run, GBytes *image)
{
    gsize n;
    const char *bytes = g_bytes_get_data(image, &n);

    output_bytes(run->output, bytes, n);
    g_bytes_unref(image);
}

static void plot_draw(struct run *run, struct scene *scene)
{
    size_t chart = plot_chart();
    char *script = place_find(charts[chart].script);
    GBytes *image;
    char *why;

    if (script == NULL)
        fail(STATUS_STOPPED, "%s is not there; is volgstuur installed whole?",
             charts[chart].script);
    if (!scene_start(scene, &charts[chart].about))
        fail(STATUS_STOPPED, "no %s chart: the results hold nothing of vs-%s about %s",
             charts[chart].name, charts[chart].about.analysis,
             *scene->term != '\0' ? scene->term : "any pair");
    if (!charts[chart].draw(scene, script, &image, &why))
        fail(STATUS_STOPPED, "no %s chart of %s: %s", charts[chart].name, scene->term, why);
    plot_write(run, image);
    scene_end(scene);
    g_free(script);
}

static const char *plot_said(const char *value)
{
    return value != NULL ? value : "";
}

static void plot_run(struct run *run)
{
    const char *language = plot.language != NULL ? plot.language : "nl";
    struct codebooks *codebooks;
    struct reader *in;
    struct findings *findings;
    struct texts *texts;
    struct scene scene = {.language = language, .kind = plot_kind()};

    if (plot.names == NULL || plot.names[1] != NULL)
        fail(STATUS_USAGE, "say one codebook: --codebook NAME");
    if (show_language(language) < 0)
        fail(STATUS_USAGE, "--language \"%s\": nl or en", language);
    plot_chart();
    codebooks = codebooks_load(plot.names);
    in = stage_reader(run, shape_bit(SHAPE_RESULTS));
    findings = findings_read(in);
    texts = texts_load(language);
    scene.findings = findings;
    scene.book = codebooks_at(codebooks, 0);
    scene.scales = scene.book->items->len > 0 ? scales_new(codebooks) : NULL;
    scene.texts = texts;
    scene.show = (enum show_language)show_language(language);
    scene.by = plot_said(plot.by);
    scene.unit = plot_said(plot.unit);
    scene.scale = plot_said(plot.scale);
    scene.term = plot_said(plot.term);
    plot_draw(run, &scene);
    if (scene.scales != NULL)
        scales_free(scene.scales);
    texts_free(texts);
    findings_free(findings);
    reader_close(in);
    codebooks_free(codebooks);
}

static const struct stage plot_stage = {
    .name = "plot",
    .order = 17,
    .input = "results",
    .output = "svg | png | pdf",
    .summary = "draws results as a chart",
    .detail = "Example:\n"
              "  vs-plot --chart axis --format svg --codebook koenig results.tsv > axis.svg",
    .options = plot_options,
    .run = plot_run,
};

int main(int argc, char **argv)
{
    return stage_main(&plot_stage, argc, argv);
}
