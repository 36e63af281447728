/* Plot: draws results as a chart, with gnuplot.
 *
 *     vs-plot --chart axis --format svg --codebook koenig results.tsv > axis.svg */

#include "base/fail.h"
#include "base/place.h"
#include "plot/bars.h"
#include "plot/points.h"
#include "table/stage.h"

#include <string.h>

struct plot {
    char **names;
    char *chart;
    char *format;
    char *language;
    char *by;
    char *unit;
};

static struct plot plot;

static const struct option plot_options[] = {
    {"chart", OPTION_TEXT, RECORD_VALUE, &plot.chart, "NAME",
     "axis (every person from side to side) or profile (every code with its interval)"},
    {"format", OPTION_TEXT, RECORD_VALUE, &plot.format, "FORMAT", "svg (default), png or pdf"},
    {"codebook", OPTION_LIST, RECORD_NAME, &plot.names, "NAME|FILE",
     "Codebook that the chart is about: labels, sides and order"},
    {"by", OPTION_TEXT, RECORD_VALUE, &plot.by, "COLUMN",
     "Column of the persons (default: the first that the results are grouped by)"},
    {"unit", OPTION_TEXT, RECORD_VALUE, &plot.unit, "KIND",
     "turn, passage, event or mention (default: the first in the results)"},
    {"language", OPTION_TEXT, RECORD_VALUE, &plot.language, "LANGUAGE", "nl (default) or en"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static const struct {
    const char *name;
    const char *script;
    bool (*draw)(const struct scene *scene, const char *script, GBytes **image, char **why);
} charts[] = {
    {"axis", "plots/axis.gp", bars_draw},
    {"profile", "plots/profile.gp", points_draw},
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
    fail(STATUS_USAGE, "--chart \"%s\": axis or profile", plot.chart != NULL ? plot.chart : "");
}

/* What is not said is taken from the results: the first unit, and the first column of groups. */
static void plot_take(struct scene *scene)
{
    for (guint i = 0; i < findings_count(scene->findings); i++) {
        const struct result *result = findings_at(scene->findings, i);
        bool mine = strcmp(result->term, scene->book->name) == 0;

        if (mine && *scene->unit == '\0')
            scene->unit = scene_hold(scene, finding_method(result, "unit"));
        if (mine && *scene->by == '\0' && strchr(result->by, '+') == NULL)
            scene->by = result->by;
    }
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
    plot_take(scene);
    if (*scene->unit == '\0')
        fail(STATUS_STOPPED, "the results hold nothing about codebook %s", scene->book->name);
    if (!charts[chart].draw(scene, script, &image, &why))
        fail(STATUS_STOPPED, "no %s chart of %s: %s", charts[chart].name, scene->book->name, why);
    plot_write(run, image);
    g_free(script);
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
    scene.texts = texts;
    scene.show = (enum show_language)show_language(language);
    scene.by = plot.by != NULL ? plot.by : "";
    scene.unit = plot.unit != NULL ? plot.unit : "";
    scene.held = g_ptr_array_new_with_free_func(g_free);
    plot_draw(run, &scene);
    g_ptr_array_free(scene.held, TRUE);
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
