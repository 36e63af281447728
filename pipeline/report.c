/* Report: results, charts and words as one document. It reads results and the ledgers of the stages
 * before, and writes one HTML page that needs nothing else. Of passages (vs-agree --differences) it
 * makes the page that coders talk from.
 *
 *     vs-report --codebook koenig --ledger ledger.tsv --charts charts results.tsv > verslag.html */

#include "base/fail.h"
#include "base/place.h"
#include "document/html.h"
#include "report/calibrate.h"
#include "report/chapters.h"
#include "report/readings.h"
#include "report/strand.h"
#include "table/stage.h"

#include <string.h>

struct options {
    char **names;
    char **ledgers;
    char *charts;
    char *title;
    char *question;
    char *partnership;
    char *date;
    char *audience;
    char *language;
    bool consent;
    bool names_replaced;
};

static struct options choice;

static const struct option report_options[] = {
    {"codebook", OPTION_LIST, RECORD_NAME, &choice.names, "NAME|FILE",
     "Codebook with the labels; may be repeated"},
    {"ledger", OPTION_LIST, RECORD_NEVER, &choice.ledgers, "FILE",
     "Ledger of a stage before, to tell what was read; may be repeated"},
    {"charts", OPTION_TEXT, RECORD_NEVER, &choice.charts, "DIR",
     "Folder with axis.svg and profile.svg of vs-plot"},
    {"title", OPTION_TEXT, RECORD_NEVER, &choice.title, "TEXT", "Title of the report"},
    {"question", OPTION_TEXT, RECORD_NEVER, &choice.question, "TEXT", "Question that it answers"},
    {"partnership", OPTION_TEXT, RECORD_NEVER, &choice.partnership, "TEXT", "Whose study it is"},
    {"date", OPTION_TEXT, RECORD_NEVER, &choice.date, "TEXT", "Date of the study"},
    {"audience", OPTION_TEXT, RECORD_VALUE, &choice.audience, "WHO",
     "Who may read it: intern (the only one so far)"},
    {"consent", OPTION_FLAG, RECORD_VALUE, &choice.consent, NULL,
     "The participants agreed that small counts of persons are shown"},
    {"names-replaced", OPTION_FLAG, RECORD_VALUE, &choice.names_replaced, NULL,
     "Names were replaced by pseudonyms: no warning on page 1"},
    {"language", OPTION_TEXT, RECORD_VALUE, &choice.language, "nl|en", "Language (default: nl)"},
    {NULL, OPTION_FLAG, RECORD_NEVER, NULL, NULL, NULL},
};

static enum show_language report_check_options(void)
{
    int language = show_language(choice.language == NULL ? "nl" : choice.language);

    if (language < 0)
        fail(STATUS_USAGE, "--language \"%s\": nl or en", choice.language);
    if (choice.audience != NULL && strcmp(choice.audience, "intern") != 0)
        fail(
            STATUS_USAGE,
            "--audience \"%s\": only intern, because nothing here hides names and small groups yet",
            choice.audience);
    return (enum show_language)language;
}

static struct document *report_document(struct report *report)
{
    GString *subtitle = g_string_new(report->partnership);
    struct document_setting setting = {
        .language = choice.language == NULL ? "nl" : choice.language,
        .title =
            report->title != NULL ? report->title : report_word(report, "report", "title-none"),
        .banner = report_word(report, "report", "banner-intern"),
        .table = report_word(report, "report", "word-table"),
        .figure = report_word(report, "report", "word-figure"),
        .note = report_word(report, "report", "word-note"),
        .no_rows = report_word(report, "report", "no-rows"),
    };
    struct document *document;

    if (report->date != NULL)
        g_string_append_printf(subtitle, "%s%s", subtitle->len > 0 ? " · " : "",
                               report_date(report, report->date));
    setting.subtitle = subtitle->len > 0 ? subtitle->str : NULL;
    document = document_new(&setting);
    g_string_free(subtitle, TRUE);
    return document;
}

/* Labels of another version than was counted with would be wrong without anybody seeing it. */
static void report_check_codebooks(const struct run *run, const struct report *report)
{
    for (guint i = 0; i < codebooks_count(report->codebooks); i++) {
        const struct codebook *codebook = codebooks_at(report->codebooks, i);
        char *line = codebook_line(codebook);
        char *start = g_strconcat(codebook->name, " ", NULL);

        for (guint j = 0; j < report->head->codebooks->len; j++) {
            const char *counted = report->head->codebooks->pdata[j];

            if (g_str_has_prefix(counted, start) && strcmp(counted, line) != 0)
                ledger_add(run->ledger, LEDGER_WARNING, "", "", "codebook-changed", codebook->name,
                           "the results were counted with another version of it");
        }
        g_free(line);
        g_free(start);
    }
}

static void report_print(const struct run *run, const struct report *report)
{
    char *path = place_find("plots/report.css");
    GError *error = NULL;
    char *style;
    GBytes *page;
    gsize n;
    const char *bytes;

    if (path == NULL)
        fail(STATUS_STOPPED, "plots/report.css is not there; is volgstuur installed whole?");
    if (!g_file_get_contents(path, &style, NULL, &error))
        fail(STATUS_STOPPED, "%s", error->message);
    page = html_bytes(report->document, style);
    bytes = g_bytes_get_data(page, &n);
    output_bytes(run->output, bytes, n);
    g_bytes_unref(page);
    g_free(style);
    g_free(path);
}

static void report_chapters(struct report *report)
{
    answer_write(report);
    figure_write(report);
    tables_write(report);
    advice_write(report);
    unknown_write(report);
    account_write(report);
    document_colophon(report->document);
    account_colophon(report);
    document_paragraph(report->document, DOCUMENT_BODY,
                       SAY(report, "report", "colophon", {"version", VOLGSTUUR_VERSION}));
}

/* The page of what coders differ on. */
static void report_differences(struct run *run, struct reader *in, enum show_language language)
{
    struct texts *texts = texts_load(language == SHOW_DUTCH ? "nl" : "en");
    struct codebooks *codebooks = codebooks_load(choice.names);
    struct report report = {
        .title = choice.title,
        .partnership = choice.partnership,
        .date = choice.date,
        .language = language,
        .texts = texts,
        .codebooks = codebooks,
        .held = g_ptr_array_new_with_free_func(g_free),
    };

    if (report.title == NULL)
        report.title = report_word(&report, "calibrate", "title");
    report.document = report_document(&report);
    calibrate_write(&report, in);
    report_print(run, &report);
    reader_close(in);
    document_free(report.document);
    g_ptr_array_unref(report.held);
    codebooks_free(codebooks);
    texts_free(texts);
}

static void report_results(struct run *run, struct reader *in, enum show_language language)
{
    struct findings *findings = findings_read(in);
    struct head *head = reader_united(in);
    struct texts *texts = texts_load(language == SHOW_DUTCH ? "nl" : "en");
    struct codebooks *codebooks = codebooks_load(choice.names);
    struct readings *readings = readings_read(choice.ledgers, run->end);
    struct report report = {
        .title = choice.title,
        .question = choice.question,
        .partnership = choice.partnership,
        .date = choice.date,
        .charts = choice.charts,
        .consent = choice.consent,
        .names_replaced = choice.names_replaced,
        .language = language,
        .texts = texts,
        .codebooks = codebooks,
        .findings = findings,
        .head = head,
        .readings = readings,
        .held = g_ptr_array_new_with_free_func(g_free),
    };

    reader_close(in);
    stage_sign(run, head);
    report_check_codebooks(run, &report);
    report.parts = part_list(&report);
    report.strands = strand_list(&report);
    report.document = report_document(&report);
    report_chapters(&report);
    report_print(run, &report);
    document_free(report.document);
    g_ptr_array_unref(report.strands);
    g_ptr_array_unref(report.parts);
    g_ptr_array_unref(report.held);
    readings_free(readings);
    codebooks_free(codebooks);
    texts_free(texts);
    head_free(head);
    findings_free(findings);
}

static void report_run(struct run *run)
{
    enum show_language language = report_check_options();
    struct reader *in = stage_reader(run, shape_bit(SHAPE_RESULTS) | shape_bit(SHAPE_PASSAGES));

    if (reader_head(in)->shape == SHAPE_PASSAGES)
        report_differences(run, in, language);
    else
        report_results(run, in, language);
}

static const struct stage report_stage = {
    .name = "report",
    .order = 18,
    .input = "results | passages",
    .output = "html",
    .summary = "tells results, charts and words as one document",
    .detail = "The page holds everything, charts too, and asks for nothing from outside. Example:\n"
              "  vs-report --codebook koenig --ledger ledger.tsv --charts charts results.tsv",
    .options = report_options,
    .run = report_run,
};

int main(int argc, char **argv)
{
    return stage_main(&report_stage, argc, argv);
}
