#include "driver/index.h"

#include "base/place.h"
#include "document/document.h"
#include "document/html.h"
#include "driver/digest.h"
#include "driver/say.h"
#include "driver/tree.h"
#include "table/number.h"
#include "table/output.h"

#include <errno.h>

/* Sentences that a document takes and we must free. */
static void index_heading(struct document *document, char *text)
{
    document_heading(document, 1, text);
    g_free(text);
}

static void index_paragraph(struct document *document, enum document_paragraph kind, char *text)
{
    document_paragraph(document, kind, text);
    g_free(text);
}

static struct document *index_start(const struct build *build)
{
    const struct study *study = build->study;
    char *subtitle = g_strjoin(" · ", study->partnership != NULL ? study->partnership : "",
                               study->date != NULL ? study->date : "", NULL);
    bool both = study->partnership != NULL && study->date != NULL;
    char *banner = SAY("index-banner");
    char *table = SAY("index-tabel");
    char *figure = SAY("index-figuur");
    char *note = SAY("index-noot");
    char *no_rows = SAY("index-geen");
    const struct document_setting setting = {
        .language = "nl",
        .title = study->title,
        .subtitle = both                         ? subtitle
                    : study->partnership != NULL ? study->partnership
                                                 : study->date,
        .banner = banner,
        .table = table,
        .figure = figure,
        .note = note,
        .no_rows = no_rows,
    };
    struct document *document = document_new(&setting);

    g_free(no_rows);
    g_free(note);
    g_free(figure);
    g_free(table);
    g_free(banner);
    g_free(subtitle);
    return document;
}

static void index_reports(struct document *document, const struct build *build)
{
    guint made = 0;

    for (guint i = 0; i < build->plan->reports->len; i++) {
        const char *path = build->plan->reports->pdata[i];

        if (!build_has(build, path))
            continue;
        index_paragraph(document, DOCUMENT_LEAD, SAY("index-verslag"));
        document_link(document, path, path);
        made++;
    }
    if (made == 0)
        index_paragraph(document, DOCUMENT_LEAD, SAY("geen-verslag"));
}

static void index_list(struct document *document, const char *title, const GPtrArray *sentences)
{
    if (sentences->len == 0)
        return;
    index_heading(document, SAY(title));
    for (guint i = 0; i < sentences->len; i++)
        document_item(document, DOCUMENT_BULLETS, sentences->pdata[i]);
}

static void index_refused(struct document *document, const struct build *build)
{
    char count[NUMBER_ROOM];
    char *text;

    if (build->refused == 0)
        return;
    number_write_count(count, build->refused);
    text = SAY("index-geweigerd", "aantal", count);
    document_box(document, DOCUMENT_WARNING, NULL, text);
    g_free(text);
}

/* A table of files: name, size in bytes, SHA-256. */
static void index_files(struct document *document, const char *caption, const GPtrArray *digests)
{
    char *file = SAY("index-bestand");
    char *size = SAY("index-bytes");
    char *title = SAY(caption);
    const struct document_column columns[] = {
        {file, DOCUMENT_ROW_HEADER}, {size, DOCUMENT_NUMBER}, {"SHA-256", DOCUMENT_TEXT}};

    document_table(document, title, columns, G_N_ELEMENTS(columns));
    for (guint i = 0; i < digests->len; i++) {
        const struct digest *digest = digests->pdata[i];
        char count[NUMBER_ROOM];

        number_write_count(count, digest->size);
        document_row(document, DOCUMENT_ROW);
        document_cell(document, digest->name);
        document_cell(document, count);
        document_cell(document, digest->sha256);
    }
    g_free(title);
    g_free(size);
    g_free(file);
}

static GPtrArray *index_outputs(const struct build *build)
{
    GPtrArray *files = tree_files(build->swap.build);
    GPtrArray *digests = g_ptr_array_new_with_free_func(digest_free);

    for (guint i = 0; i < files->len; i++) {
        char *path = build_path(build, files->pdata[i]);
        struct digest *digest = digest_read(path, files->pdata[i]);

        if (digest == NULL)
            say_stop(STATUS_STOPPED, SAY("map-fout", "map", path, "reden", g_strerror(errno)));
        g_ptr_array_add(digests, digest);
        g_free(path);
    }
    g_ptr_array_free(files, TRUE);
    return digests;
}

static char *index_stylesheet(void)
{
    char *path = place_find("plots/report.css");
    char *text = NULL;

    if (path == NULL || !g_file_get_contents(path, &text, NULL, NULL))
        text = g_strdup("");
    g_free(path);
    return text;
}

static void index_save(const struct build *build, const struct document *document)
{
    char *stylesheet = index_stylesheet();
    GBytes *bytes = html_bytes(document, stylesheet);
    char *path = build_path(build, "index.html");
    struct output *output = output_open(path);
    gsize n;
    const char *text = g_bytes_get_data(bytes, &n);

    output_bytes(output, text, n);
    output_close(output);
    g_free(path);
    g_bytes_unref(bytes);
    g_free(stylesheet);
}

void index_write(const struct build *build)
{
    struct document *document = index_start(build);
    GPtrArray *outputs = index_outputs(build);
    char *about = SAY("index-over", "versie", VOLGSTUUR_VERSION);

    index_reports(document, build);
    index_refused(document, build);
    index_list(document, "index-mislukt", build->journal.failures);
    index_list(document, "index-weggelaten", build->plan->notes);
    index_heading(document, SAY("index-bestanden"));
    index_files(document, "index-gelezen", build->inputs);
    index_files(document, "index-gemaakt", outputs);
    document_colophon(document);
    document_paragraph(document, DOCUMENT_BODY, about);
    index_save(build, document);
    g_free(about);
    g_ptr_array_free(outputs, TRUE);
    document_free(document);
}
