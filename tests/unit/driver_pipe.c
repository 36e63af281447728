/* Commands joined by pipes: every status counts, and the one that explains the others is named. */

#include "driver/pipe.c"  // NOLINT(bugprone-suspicious-include): their statics are tested
#include "driver/spawn.c" // NOLINT(bugprone-suspicious-include)

#include <string.h>

enum { MOST = 3 };

/* Runs shell scripts joined by pipes; gives what came out. */
static char *run(const char *const *scripts, guint n, const char *folder,
                 struct pipe_outcome *outcomes)
{
    const char *words[MOST][4];
    const char *const *commands[MOST];
    int output = spawn_memory();
    char *text;

    for (guint i = 0; i < n; i++) {
        words[i][0] = "sh";
        words[i][1] = "-c";
        words[i][2] = scripts[i];
        words[i][3] = NULL;
        commands[i] = words[i];
    }
    pipe_run(commands, n, folder, output, outcomes);
    text = spawn_text(output);
    close(output);
    return text;
}

static void outcomes_free(struct pipe_outcome *outcomes, guint n)
{
    for (guint i = 0; i < n; i++)
        g_free(outcomes[i].said);
}

static void test_joined(void)
{
    static const char *const scripts[] = {"printf een; echo fluister >&2", "cat; printf twee",
                                          "cat; pwd"};
    struct pipe_outcome outcomes[MOST];
    char *text = run(scripts, 3, "/usr", outcomes);

    g_assert_cmpstr(text, ==, "eentwee/usr\n");
    g_assert_cmpstr(outcomes[0].said, ==, "fluister\n");
    g_assert_cmpstr(outcomes[1].said, ==, "");
    g_assert_cmpuint(pipe_culprit(outcomes, 3), ==, 3);
    outcomes_free(outcomes, 3);
    g_free(text);
}

static void test_culprit(void)
{
    static const char *const first[] = {"exit 3", "cat; exit 3"};
    static const char *const reader[] = {"yes", "echo vol >&2; exit 3"};
    static const char *const killed[] = {"kill -9 $$", "cat"};
    struct pipe_outcome outcomes[MOST];

    g_free(run(first, 2, NULL, outcomes));
    g_assert_cmpuint(pipe_culprit(outcomes, 2), ==, 0);
    outcomes_free(outcomes, 2);
    g_free(run(reader, 2, NULL, outcomes));
    g_assert_cmpuint(pipe_culprit(outcomes, 2), ==, 1);
    g_assert_true(spawn_lost_reader(outcomes[0].status));
    g_assert_cmpstr(outcomes[1].said, ==, "vol\n");
    outcomes_free(outcomes, 2);
    g_free(run(killed, 2, NULL, outcomes));
    g_assert_cmpuint(pipe_culprit(outcomes, 2), ==, 0);
    g_assert_cmpint(outcomes[0].status, ==, 128 + SIGKILL);
    g_assert_true(spawn_was_killed(outcomes[0].status));
    outcomes_free(outcomes, 2);
}

/* More than a pipe holds, on both streams at once. */
static void test_much(void)
{
    static const char *const scripts[] = {
        "head -c 3000000 /dev/zero | tr '\\0' x; head -c 300000 /dev/zero | tr '\\0' y >&2", "cat"};
    struct pipe_outcome outcomes[MOST];
    char *text = run(scripts, 2, NULL, outcomes);

    g_assert_cmpuint(strlen(text), ==, 3000000);
    g_assert_cmpuint(strlen(outcomes[0].said), ==, 300000);
    g_assert_cmpuint(pipe_culprit(outcomes, 2), ==, 2);
    outcomes_free(outcomes, 2);
    g_free(text);
}

static void test_absent(void)
{
    static const char *const words[] = {"/nergens/vs-niets", NULL};
    const char *const *const commands[] = {words};
    struct pipe_outcome outcomes[1];
    int output = spawn_memory();

    pipe_run(commands, 1, NULL, output, outcomes);
    g_assert_cmpint(outcomes[0].status, ==, 127);
    g_assert_nonnull(strstr(outcomes[0].said, "No such file"));
    outcomes_free(outcomes, 1);
    close(output);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pipe/joined", test_joined);
    g_test_add_func("/pipe/culprit", test_culprit);
    g_test_add_func("/pipe/much", test_much);
    g_test_add_func("/pipe/absent", test_absent);
    return g_test_run();
}
