#include "driver/run.h"

#include "driver/build.h"
#include "driver/index.h"
#include "driver/plan_make.h"
#include "driver/print.h"
#include "driver/say.h"
#include "driver/spawn.h"
#include "table/number.h"
#include "table/output.h"

#include <string.h>
#include <sys/stat.h>

/* The command line of run. */
struct run_words {
    const char *study;
    const char *out; /* NULL: STUDY/uitvoer */
    bool print;
};

static G_NORETURN void run_unknown(const char *option)
{
    static const char *const known[] = {"--out", "--print", "--help"};

    say_stop(STATUS_USAGE, SAY("optie-onbekend", "optie", option, "nabij",
                               say_nearest(option, known, G_N_ELEMENTS(known))));
}

/* The value of --out, from `--out=DIR` or the next word; `*i` goes on to it. */
static const char *run_value(int argc, char **argv, int *i)
{
    const char *equals = strchr(argv[*i], '=');
    const char *value = equals != NULL ? equals + 1 : NULL;

    if (equals == NULL && *i + 1 < argc)
        value = argv[++*i];
    if (value == NULL || *value == '\0')
        say_stop(STATUS_USAGE, SAY("out-leeg"));
    return value;
}

static struct run_words run_parse(int argc, char **argv)
{
    struct run_words words = {NULL, NULL, false};
    bool options = true;

    for (int i = 1; i < argc; i++) {
        if (options && strcmp(argv[i], "--") == 0) {
            options = false;
        } else if (options && strcmp(argv[i], "--print") == 0) {
            words.print = true;
        } else if (options &&
                   (strcmp(argv[i], "--out") == 0 || g_str_has_prefix(argv[i], "--out="))) {
            words.out = run_value(argc, argv, &i);
        } else if (options && argv[i][0] == '-' && argv[i][1] != '\0') {
            run_unknown(argv[i]);
        } else if (words.study != NULL) {
            say_stop(STATUS_USAGE, SAY("een-studie", "woord", argv[i]));
        } else {
            words.study = argv[i];
        }
    }
    if (words.study == NULL)
        say_stop(STATUS_USAGE, SAY("geen-studie"));
    return words;
}

static void run_write(const char *path, const char *text)
{
    struct output *output = output_open(path);

    output_text(output, text);
    output_close(output);
}

static void run_print(const struct plan *plan, const char *folder, const char *target)
{
    char *script = print_script(plan, folder, target);

    run_write(NULL, script);
    g_free(script);
}

/* Where the reports lie, as paths from here. */
static void run_tell(const struct build *build, const char *target)
{
    GString *text = g_string_new(NULL);
    char *index = g_build_filename(target, "index.html", NULL);

    for (guint i = 0; i < build->plan->reports->len; i++) {
        const char *report = build->plan->reports->pdata[i];
        char *path = g_build_filename(target, report, NULL);
        char *line;

        if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
            line = SAY("verslag-staat", "pad", path);
            g_string_append_printf(text, "%s\n", line);
            g_free(line);
        }
        g_free(path);
    }
    if (text->len == 0) {
        char *line = SAY("index-staat", "pad", index);

        g_string_append_printf(text, "%s\n", line);
        g_free(line);
    }
    run_write(NULL, text->str);
    g_string_free(text, TRUE);
    g_free(index);
}

static int run_status(const struct build *build, const char *target)
{
    char count[NUMBER_ROOM];

    number_write_count(count, build->refused);
    if (build->refused > 0)
        say_tell(SAY("geweigerd", "aantal", count, "map", target));
    return build->refused > 0 || build->journal.failures->len > 0 ? STATUS_REFUSED : STATUS_DONE;
}

static int run_build(const struct study *study, const struct plan *plan, const char *target)
{
    struct build build;
    char *path;
    int status;

    umask(S_IRWXG | S_IRWXO);
    spawn_catch_signals();
    build_open(&build, study, plan, target);
    build_steps(&build);
    path = build_path(&build, "prive/logboek.txt");
    run_write(path, build.journal.text->str);
    index_write(&build);
    if (spawn_interrupted())
        say_stop(STATUS_STOPPED, SAY("afgebroken"));
    swap_commit(&build.swap, SWAP_EXCHANGE);
    status = run_status(&build, target);
    run_tell(&build, target);
    g_free(path);
    build_free(&build);
    return status;
}

int run_main(int argc, char **argv)
{
    struct run_words words = run_parse(argc, argv);
    struct study *study = study_read(words.study);
    struct plan *plan = plan_make(study);
    char *target =
        words.out != NULL ? g_strdup(words.out) : g_build_filename(words.study, "uitvoer", NULL);
    int status = STATUS_DONE;

    if (words.print)
        run_print(plan, words.study, target);
    else
        status = run_build(study, plan, target);
    g_free(target);
    plan_free(plan);
    study_free(study);
    return status;
}
