#include "driver/build.h"

#include "driver/build_step.h"
#include "driver/digest.h"
#include "driver/say.h"
#include "driver/spawn.h"
#include "table/ledger.h"
#include "table/reader.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

char *build_path(const struct build *build, const char *path)
{
    return g_build_filename(build->swap.build, path, NULL);
}

bool build_has(const struct build *build, const char *path)
{
    char *whole = build_path(build, path);
    bool has = g_file_test(whole, G_FILE_TEST_IS_REGULAR);

    g_free(whole);
    return has;
}

/* How an input is told: as typed, or by its last name when it lies outside the study. */
static char *build_input_name(const char *path)
{
    if (g_path_is_absolute(path) || strstr(path, "..") != NULL)
        return g_path_get_basename(path);
    return g_strdup(path);
}

static void build_read_input(struct build *build, const char *path, const char *typed)
{
    char *name = build_input_name(typed);
    struct digest *digest = digest_read(path, name);

    if (digest == NULL)
        say_stop(STATUS_STOPPED,
                 SAY("invoer-onleesbaar", "bestand", path, "reden", say_reason(errno)));
    g_ptr_array_add(build->inputs, digest);
    g_free(name);
}

static void build_read_inputs(struct build *build)
{
    const struct study *study = build->study;

    build_read_input(build, study->path, "studie.ini");
    for (guint i = 0; i < study->files->len; i++) {
        const struct study_file *file = study->files->pdata[i];
        char *path = study_path(study, file->path);

        if (file->kind == STUDY_SEGMENTS || file->kind == STUDY_ANSWERS ||
            file->kind == STUDY_CONTEXT || file->kind == STUDY_DECISIONS)
            build_read_input(build, path, file->path);
        g_free(path);
    }
    for (char **name = study->codebooks; *name != NULL; name++) {
        char *path = study_codebook(study, *name);
        char *typed = g_path_get_basename(path);

        build_read_input(build, path, typed);
        g_free(typed);
        g_free(path);
    }
}

static void build_make_folders(const struct build *build)
{
    for (const char *const *folder = plan_folders; *folder != NULL; folder++) {
        char *path = build_path(build, *folder);

        if (g_mkdir(path, 0700) != 0)
            say_stop(STATUS_STOPPED, SAY("map-fout", "map", path, "reden", say_reason(errno)));
        g_free(path);
    }
}

void build_open(struct build *build, const struct study *study, const struct plan *plan,
                const char *target)
{
    build->study = study;
    build->plan = plan;
    build->refused = 0;
    build->folder = g_canonicalize_filename(study->folder, NULL);
    build->inputs = g_ptr_array_new_with_free_func(digest_free);
    journal_start(&build->journal);
    build_read_inputs(build);
    swap_open(&build->swap, target);
    build_make_folders(build);
    for (guint i = 0; i < plan->notes->len; i++)
        journal_note(&build->journal, g_strdup(plan->notes->pdata[i]));
    for (guint i = 0; i < plan->left_out->len; i++)
        journal_note(&build->journal, g_strdup(plan->left_out->pdata[i]));
}

/* Whether a stage before refused the same: a value that cannot be is met by each that counts. */
static bool build_is_again(struct reader *ledger, GHashTable *met)
{
    static const char *const names[] = {"file", "line", "what", "value", "action"};
    GString *key = g_string_new(NULL);

    if (strcmp(reader_cell(ledger, reader_column(ledger, "what")), "out-of-range") == 0)
        for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
            g_string_append_printf(key, "%s\t",
                                   reader_cell(ledger, reader_column(ledger, names[i])));
    if (key->len > 0)
        return !g_hash_table_add(met, g_string_free(key, FALSE));
    g_string_free(key, TRUE);
    return false;
}

/* What the rows of the ledger stand for whose level says that something was not taken. */
static int64_t build_sum_refused(struct reader *ledger)
{
    GHashTable *met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int level = reader_column(ledger, "level");
    int value = reader_column(ledger, "value");
    int action = reader_column(ledger, "action");
    int64_t sum = 0;

    while (reader_next(ledger))
        if (strcmp(reader_cell(ledger, level), "refused") == 0 && !build_is_again(ledger, met))
            sum += ledger_stands_for(reader_cell(ledger, value), reader_cell(ledger, action));
    g_hash_table_destroy(met);
    return sum;
}

static void build_count_refused(struct build *build)
{
    char *path = build_path(build, "prive/ledger.tsv");
    char *files[] = {path, NULL};

    if (g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        struct reader *in = reader_open(shape_bit(SHAPE_LEDGER), files, READER_WHOLE);

        build->refused += build_sum_refused(in);
        reader_close(in);
    }
    g_free(path);
}

void build_steps(struct build *build)
{
    guint n = build->plan->steps->len;

    for (guint i = 0; i < n; i++) {
        const struct step *step = build->plan->steps->pdata[i];

        say_progress(i + 1, n, step->title);
        build_step(build, step);
        if (spawn_interrupted())
            say_stop(STATUS_STOPPED, SAY("afgebroken"));
    }
    say_progress_end();
    build_count_refused(build);
}

void build_free(struct build *build)
{
    journal_end(&build->journal);
    g_ptr_array_free(build->inputs, TRUE);
    g_free(build->folder);
    swap_free(&build->swap);
}
