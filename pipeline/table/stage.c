#include "table/stage.h"

#include "base/fail.h"
#include "base/streams.h"
#include "stat/stat.h"
#include "table/option.h"

#include <stdio.h>

static void stage_free_options(const struct stage *stage)
{
    for (const struct option *option = stage->options; option != NULL && option->name; option++) {
        if (option->kind == OPTION_TEXT)
            g_clear_pointer((char **)option->target, g_free);
        if (option->kind == OPTION_LIST)
            g_clear_pointer((char ***)option->target, g_strfreev);
    }
}

/* --help, --summary and --version: one text on standard output, checked like any other. */
static bool stage_tells(const struct stage *stage, const struct option_common *common,
                        const char *help, struct output *output)
{
    char *text = NULL;

    if (common->help)
        text = g_strdup(help);
    else if (common->summary)
        text = g_strdup_printf("%02d\t%s\t%s -> %s\t%s\n", stage->order, stage->name, stage->input,
                               stage->output, stage->summary);
    else if (common->version)
        text = g_strdup_printf("vs-%s %s\n", stage->name, VOLGSTUUR_VERSION);
    if (text == NULL)
        return false;
    output_text(output, text);
    output_close(output);
    g_free(text);
    return true;
}

static int stage_run(struct run *run, const struct option_common *common)
{
    int64_t refused;

    run->by = option_record(run->stage);
    run->ledger = ledger_open(common->ledger, run->by);
    run->end = common->partial ? READER_PARTIAL : READER_WHOLE;
    run->stage->run(run);
    refused = ledger_entries(run->ledger, LEDGER_REFUSED);
    ledger_close(run->ledger); /* before `# end` leaves: it says that nothing failed */
    output_close(run->output);
    g_free(run->by);
    return refused > 0 && !common->accept_refused ? STATUS_REFUSED : STATUS_DONE;
}

int stage_main(const struct stage *stage, int argc, char **argv)
{
    struct option_common common = {0};
    char *program = g_strconcat("vs-", stage->name, NULL);
    struct run run = {.stage = stage};
    char *help;
    int status = STATUS_DONE;

    streams_fill();
    fail_program(program);
    stat_start();
    run.files = option_parse(stage, argc, argv, &common, &help);
    run.output = output_open(NULL);
    if (!stage_tells(stage, &common, help, run.output))
        status = stage_run(&run, &common);
    stage_free_options(stage);
    g_strfreev(run.files);
    g_free(common.ledger);
    g_free(help);
    fail_program("volgstuur");
    g_free(program);
    return status;
}

struct reader *stage_reader(const struct run *run, unsigned shapes)
{
    return reader_open(shapes, run->files, run->end);
}

void stage_sign(const struct run *run, struct head *head)
{
    g_ptr_array_add(head->chain, g_strdup(run->by));
}
