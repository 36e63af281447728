#include "driver/index.h"

#include "base/place.h"
#include "document/document.h"
#include "document/html.h"
#include "driver/digest.h"
#include "driver/index_links.h"
#include "driver/say.h"
#include "driver/tree.h"
#include "table/number.h"
#include "table/output.h"

#include <errno.h>

static void index_heading(struct document *document, char *text)
{
    document_heading(document, 1, text);
    g_free(text);
}

/* "20 april 2022" of jjjj-mm-dd. To be freed. */
static char *index_date(const char *date)
{
    char *key = g_strdup_printf("month-%.2s", date + 5);
    char *month = texts_get(say_texts(), "account", key);
    char *text = g_strdup_printf("%s %s %.4s", date + (date[8] == '0' ? 9 : 8), month, date);

    g_free(month);
    g_free(key);
    return text;
}

/* Whose study it is and of when, as far as it says; NULL when it says neither. To be freed. */
static char *index_subtitle(const struct study *study)
{
    char *date = study->date != NULL ? index_date(study->date) : NULL;
    char *subtitle;

    if (study->partnership == NULL)
        return date;
    subtitle = date == NULL ? g_strdup(study->partnership)
                            : g_strdup_printf("%s · %s", study->partnership, date);
    g_free(date);
    return subtitle;
}

static struct document *index_start(const struct build *build)
{
    const struct study *study = build->study;
    char *subtitle = index_subtitle(study);
    char *banner = SAY("index-banner");
    char *table = SAY("index-tabel");
    char *figure = SAY("index-figuur");
    char *note = SAY("index-noot");
    char *no_rows = SAY("index-geen");
    const struct document_setting setting = {
        .language = "nl",
        .title = study->title,
        .subtitle = subtitle,
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

/* What could not be made: the first cause in a box, then what is left to say, as one list. */
static void index_trouble(struct document *document, const struct build *build)
{
    const GPtrArray *causes = build->journal.causes;
    const GPtrArray *follow = build->journal.follow;
    char *title = SAY("index-mislukt");

    if (causes->len > 0)
        document_box(document, DOCUMENT_WARNING, title, causes->pdata[0]);
    for (guint i = 1; i < causes->len; i++)
        document_item(document, DOCUMENT_BULLETS, causes->pdata[i]);
    for (guint i = 0; i < follow->len; i++) {
        char *text = SAY("ook-niet", "deel", (char *)follow->pdata[i]);

        document_item(document, DOCUMENT_BULLETS, text);
        g_free(text);
    }
    g_free(title);
}

static void index_items(struct document *document, const GPtrArray *sentences)
{
    for (guint i = 0; i < sentences->len; i++)
        document_item(document, DOCUMENT_BULLETS, sentences->pdata[i]);
}

static void index_left_out(struct document *document, const struct build *build)
{
    const struct plan *plan = build->plan;

    if (plan->notes->len + plan->left_out->len + build->journal.left_out->len == 0)
        return;
    index_heading(document, SAY("index-weggelaten"));
    index_items(document, plan->left_out);
    index_items(document, build->journal.left_out);
    index_items(document, plan->notes);
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
            say_stop(STATUS_STOPPED, SAY("map-fout", "map", path, "reden", say_reason(errno)));
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

    index_trouble(document, build);
    index_refused(document, build);
    index_links(document, build);
    index_left_out(document, build);
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
