#include "driver/run.h"

#include "driver/build.h"
#include "driver/fill.h"
#include "driver/index.h"
#include "driver/plan_make.h"
#include "driver/print.h"
#include "driver/say.h"
#include "driver/spawn.h"
#include "driver/tree.h"
#include "table/number.h"
#include "table/output.h"

#include <string.h>
#include <sys/stat.h>

static const char run_missed[] = "prive/niet-gemaakt.txt";

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
    return build->refused > 0 || journal_failed(&build->journal) ? STATUS_REFUSED : STATUS_DONE;
}

/* What is left out, as the last lines that are seen. */
static void run_tell_left_out(const GPtrArray *sentences)
{
    for (guint i = 0; i < sentences->len; i++)
        say_tell(g_strdup(sentences->pdata[i]));
}

static void run_write_below(const struct build *build, const char *name, const char *text)
{
    char *path = build_path(build, name);

    run_write(path, text);
    g_free(path);
}

/* The list of what is not made, also the sign by which the next run knows that this one was not
 * whole. */
static void run_write_missed(const struct build *build)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < build->journal.causes->len; i++)
        g_string_append_printf(text, "%s\n", (char *)build->journal.causes->pdata[i]);
    for (guint i = 0; i < build->journal.follow->len; i++) {
        char *line = SAY("ook-niet", "deel", (char *)build->journal.follow->pdata[i]);

        g_string_append_printf(text, "%s\n", line);
        g_free(line);
    }
    run_write_below(build, run_missed, text->str);
    g_string_free(text, TRUE);
}

/* A file of the old output that the new one does not have, to be freed: somebody may have put it
 * there. NULL when there is none. */
static char *run_extra(const struct build *build)
{
    GPtrArray *old = tree_files(build->swap.target);
    GPtrArray *new = tree_files(build->swap.build);
    char *extra = NULL;

    for (guint i = 0; i < old->len && extra == NULL; i++)
        if (strcmp(old->pdata[i], run_missed) != 0 &&
            !g_ptr_array_find_with_equal_func(new, old->pdata[i], g_str_equal, NULL))
            extra = g_strdup(old->pdata[i]);
    g_ptr_array_free(old, TRUE);
    g_ptr_array_free(new, TRUE);
    return extra;
}

/* A whole output takes the place of what was there, which is kept when it holds a file that the
 * new one does not. One that misses a part leaves the old one as
 * TARGET.vorige; but an old one that missed something too never drives out the one kept there. */
static void run_commit(struct build *build)
{
    bool failed = journal_failed(&build->journal);
    char *previous = g_strconcat(build->swap.target, ".vorige", NULL);
    char *missed = g_build_filename(build->swap.target, run_missed, NULL);
    bool keep = failed && !(swap_is_ours(previous) && g_file_test(missed, G_FILE_TEST_EXISTS));
    char *extra = failed ? NULL : run_extra(build);

    swap_commit(&build->swap, keep || extra != NULL ? SWAP_RENAMES : SWAP_EXCHANGE);
    if (extra != NULL)
        say_tell(SAY("vorige-extra", "bestand", extra, "map", previous));
    if (failed && swap_is_ours(previous))
        say_tell(SAY("vorige-bewaard", "map", previous));
    g_free(extra);
    g_free(missed);
    g_free(previous);
}

static int run_build(const struct study *study, const struct plan *plan, const char *target)
{
    struct build build;
    struct fill *fill;
    int status;

    umask(S_IRWXG | S_IRWXO);
    spawn_catch_signals();
    build_open(&build, study, plan, target);
    build_steps(&build);
    run_write_below(&build, "prive/logboek.txt", build.journal.text->str);
    if (journal_failed(&build.journal))
        run_write_missed(&build);
    index_write(&build);
    if (spawn_interrupted())
        say_stop(STATUS_STOPPED, SAY("afgebroken"));
    fill = fill_open(&build);
    run_commit(&build);
    fill_close(fill);
    status = run_status(&build, target);
    run_tell_left_out(plan->left_out);
    run_tell_left_out(build.journal.left_out);
    run_tell(&build, target);
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
