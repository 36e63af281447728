/* Volgstuur, the driver: shows the stages, starts one, makes a codebook, or runs a whole study.
 *
 *     volgstuur run data-samples/eckart */

#include "base/place.h"
#include "base/streams.h"
#include "driver/codes.h"
#include "driver/flow.h"
#include "driver/new.h"
#include "driver/run.h"
#include "driver/say.h"
#include "table/output.h"

#include <string.h>
#include <unistd.h>

/* A command of the driver itself; its name also finds its line in teksten.ini. */
struct own_command {
    const char *name;
    const char *text;
    int (*main)(int argc, char **argv);
};

static const struct own_command own_commands[] = {
    {"run", "hulp-run", run_main},
    {"new", "hulp-new", new_main},
    {"codebook", "hulp-codebook", codes_main},
};

static void volgstuur_write(const char *text)
{
    struct output *output = output_open(NULL);

    output_text(output, text);
    output_close(output);
}

static void volgstuur_add(GString *text, char *sentence)
{
    g_string_append_printf(text, "%s\n", sentence);
    g_free(sentence);
}

static char *volgstuur_readme(void)
{
    char *readme = place_find("README.md");
    char *programs;

    if (readme != NULL)
        return readme;
    programs = place_programs();
    readme = g_build_filename(programs, "..", "share", "doc", "volgstuur", "README.md", NULL);
    g_free(programs);
    if (!g_file_test(readme, G_FILE_TEST_EXISTS))
        g_clear_pointer(&readme, g_free);
    return readme;
}

/* What `volgstuur` and `volgstuur --help` show. */
static void volgstuur_help(void)
{
    GString *text = g_string_new(NULL);
    GPtrArray *stages = flow_stages();
    char *readme = volgstuur_readme();

    volgstuur_add(text, SAY("hulp-gebruik"));
    volgstuur_add(text, SAY("hulp-over"));
    volgstuur_add(text, SAY("hulp-opdrachten"));
    for (size_t i = 0; i < G_N_ELEMENTS(own_commands); i++)
        volgstuur_add(text, SAY(own_commands[i].text));
    volgstuur_add(text, SAY("hulp-stappen"));
    for (guint i = 0; i < stages->len; i++) {
        const struct flow_stage *stage = stages->pdata[i];

        g_string_append_printf(text, "  vs-%-13s %-30s %s\n", stage->name, stage->shapes,
                               stage->sentence);
    }
    volgstuur_add(text, SAY("hulp-opties"));
    if (readme != NULL)
        volgstuur_add(text, SAY("hulp-readme", "pad", readme));
    volgstuur_write(text->str);
    g_string_free(text, TRUE);
    g_ptr_array_free(stages, TRUE);
    g_free(readme);
}

/* Every word that may stand behind `volgstuur`, for completion. */
static GPtrArray *volgstuur_words(void)
{
    GPtrArray *stages = flow_stages();
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);

    for (size_t i = 0; i < G_N_ELEMENTS(own_commands); i++)
        g_ptr_array_add(words, g_strdup(own_commands[i].name));
    for (guint i = 0; i < stages->len; i++)
        g_ptr_array_add(words, g_strdup(((const struct flow_stage *)stages->pdata[i])->name));
    g_ptr_array_free(stages, TRUE);
    return words;
}

static void volgstuur_commands(void)
{
    GPtrArray *words = volgstuur_words();
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < words->len; i++)
        g_string_append_printf(text, "%s\n", (const char *)words->pdata[i]);
    volgstuur_write(text->str);
    g_string_free(text, TRUE);
    g_ptr_array_free(words, TRUE);
}

static G_NORETURN void volgstuur_unknown(const char *word)
{
    static GPtrArray *words; /* lives until the process ends, which is soon */

    words = volgstuur_words();
    g_ptr_array_add(words, g_strdup("--help"));
    g_ptr_array_add(words, g_strdup("--version"));
    say_stop(STATUS_USAGE, SAY("opdracht-onbekend", "woord", word, "nabij",
                               say_nearest(word, (const char *const *)words->pdata, words->len)));
}

/* Becomes the stage: its status, streams and signals are those of this process. */
static int volgstuur_stage(char **argv)
{
    char *program = flow_program(argv[1]);

    if (program == NULL)
        volgstuur_unknown(argv[1]);
    execv(program, argv + 1);
    fail_errno("%s", program);
}

static int volgstuur_main(int argc, char **argv)
{
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        volgstuur_help();
        return STATUS_DONE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        volgstuur_write("volgstuur " VOLGSTUUR_VERSION "\n");
        return STATUS_DONE;
    }
    if (strcmp(argv[1], "--summary") == 0) {
        volgstuur_write("00\tvolgstuur\tstudy -> report\truns the stages of a study\n");
        return STATUS_DONE;
    }
    if (strcmp(argv[1], "--commands") == 0) {
        volgstuur_commands();
        return STATUS_DONE;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(own_commands); i++)
        if (strcmp(argv[1], own_commands[i].name) == 0) {
            if (g_strv_contains((const char *const *)argv + 2, "--help")) {
                volgstuur_help();
                return STATUS_DONE;
            }
            return own_commands[i].main(argc - 1, argv + 1);
        }
    return volgstuur_stage(argv);
}

int main(int argc, char **argv)
{
    int status;

    streams_fill();
    fail_program("volgstuur");
    status = volgstuur_main(argc, argv);
    say_end();
    return status;
}
