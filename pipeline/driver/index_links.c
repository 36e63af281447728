#include "driver/index_links.h"

#include "driver/say.h"

#include <string.h>

static void index_reports(struct document *document, const struct build *build)
{
    guint made = 0;

    for (guint i = 0; i < build->plan->reports->len; i++) {
        const char *path = build->plan->reports->pdata[i];
        char *sentence;

        if (!build_has(build, path))
            continue;
        sentence = SAY("index-verslag");
        document_paragraph(document, DOCUMENT_LEAD, sentence);
        document_link(document, path, path);
        g_free(sentence);
        made++;
    }
    if (made == 0) {
        char *sentence = SAY("geen-verslag");

        document_paragraph(document, DOCUMENT_LEAD, sentence);
        g_free(sentence);
    }
}

/* "de as van volgend naar sturend: svg, png, pdf". */
static void index_chart(struct document *document, const struct build *build,
                        const struct plan_chart *chart)
{
    bool any = false;

    for (guint i = 0; i < chart->paths->len; i++) {
        const char *path = chart->paths->pdata[i];

        if (!build_has(build, path))
            continue;
        if (!any)
            document_item(document, DOCUMENT_BULLETS, chart->label);
        document_span(document, DOCUMENT_PLAIN, any ? ", " : ": ");
        document_link(document, strrchr(path, '.') + 1, path);
        any = true;
    }
}

static void index_heading(struct document *document, char *text)
{
    document_heading(document, 1, text);
    g_free(text);
}

static bool index_any_chart(const struct build *build)
{
    bool any = false;

    for (guint i = 0; i < build->plan->charts->len; i++) {
        const struct plan_chart *chart = build->plan->charts->pdata[i];

        for (guint j = 0; j < chart->paths->len; j++)
            any = any || build_has(build, chart->paths->pdata[j]);
    }
    return any;
}

static void index_charts(struct document *document, const struct build *build)
{
    if (!index_any_chart(build))
        return;
    index_heading(document, SAY("index-grafieken"));
    for (guint i = 0; i < build->plan->charts->len; i++)
        index_chart(document, build, build->plan->charts->pdata[i]);
}

/* What coders differ on: the page to talk from, and the sheet to fill in. */
static void index_sheets(struct document *document, const struct build *build)
{
    bool any = false;

    for (guint i = 0; i < build->plan->sheets->len; i++) {
        const struct plan_sheet *sheet = build->plan->sheets->pdata[i];
        char *label;

        if (!build_has(build, sheet->made) || !build_has(build, sheet->page))
            continue;
        if (!any)
            index_heading(document, SAY("index-kalibreren"));
        label = SAY("index-kalibreerblad", "blad", sheet->name);
        document_item(document, DOCUMENT_BULLETS, label);
        document_span(document, DOCUMENT_PLAIN, ": ");
        document_link(document, sheet->page, sheet->page);
        g_free(label);
        any = true;
    }
}

static void index_tables(struct document *document, const struct build *build)
{
    static const char *const tables[][2] = {
        {"prive/tables/results.md", "tabel-totalen-md"},
        {"prive/tables/results.csv", "tabel-totalen-csv"},
        {"prive/tables/per-persoon.csv", "tabel-personen"},
        {"prive/tables/overeenstemming.csv", "tabel-overeenstemming"},
        {plan_results, "tabel-gegevens"},
        {"prive/ledger.tsv", "tabel-grootboek"},
        {"prive/logboek.txt", "tabel-logboek"},
    };

    index_heading(document, SAY("index-tabellen"));
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        char *label;

        if (!build_has(build, tables[i][0]))
            continue;
        label = SAY(tables[i][1]);
        document_item(document, DOCUMENT_BULLETS, label);
        document_span(document, DOCUMENT_PLAIN, ": ");
        document_link(document, tables[i][0], tables[i][0]);
        g_free(label);
    }
}

void index_links(struct document *document, const struct build *build)
{
    index_reports(document, build);
    index_charts(document, build);
    index_sheets(document, build);
    index_tables(document, build);
}
